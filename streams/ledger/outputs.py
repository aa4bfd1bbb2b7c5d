"""What one source record gives, as bytes ready for the topics: Flows, dead letters, and the headers of a tagged copy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schemas.flow import FLOW_SPEC, Flow
from schemas.reasons import REASONS, is_broken
from schemas.records import DeadLetter
from schemas.words import SEVERITY
from streams.ledger.ids import dead_letter_key

FLOW_HEADERS = (("spor-spec", FLOW_SPEC.encode()),)
TAG_HEADERS = ("spor-purpose", "spor-legal-basis", "spor-retain-until", "spor-categories", "spor-verdict", "spor-flow-id", "spor-policy")
Keyed = tuple[bytes, bytes]
Headers = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Outputs:
    flows: tuple[Keyed, ...]  # (flow id, canonical JSON), in part order
    dead: tuple[Keyed, ...]
    tags: Headers  # what the tagged copy's headers get behind them


def outputs(flows: Sequence[Flow], size: int) -> Outputs:
    """The same Flows give the same bytes. `size`: bytes of the record's value, for the dead letters."""
    return Outputs(
        tuple((flow.id.encode(), flow.canonical()) for flow in flows),
        tuple(dead_letter(flow, reason, size) for flow in flows if (reason := _gravest(flow.coverage.reasons))),
        tag_headers(flows),
    )


def dead_letter(flow: Flow, reason: str, size: int) -> Keyed:
    """One dead letter as (key, canonical JSON): coordinates, stage and reason."""
    record = DeadLetter(flow=flow.id, source=flow.source, stage=REASONS[reason].stage, reason=reason, size=size)
    return dead_letter_key(flow.source, flow.part.index).encode(), record.canonical()


def _gravest(reasons: Iterable[str]) -> str | None:
    """One dead letter per Flow: the first broken reason by code."""
    return min((r for r in reasons if is_broken(r)), default=None)


def tag_headers(flows: Sequence[Flow]) -> Headers:
    """Headers of the tagged copy: ids in part order, lists united, worst verdict, earliest date; empty when there is none."""
    untils = [flow.retain_until for flow in flows if flow.retain_until]
    values = (
        _union(flow.purposes for flow in flows),
        _union(flow.legal_bases for flow in flows),
        min(untils, default=""),
        _union((row.category for row in flow.personal_data) for flow in flows),
        min((flow.verdict for flow in flows), key=SEVERITY.__getitem__),
        ",".join(flow.id for flow in flows),
        _union((f"{p.id}@{p.version}" for p in flow.policies) for flow in flows),
    )
    return tuple(zip(TAG_HEADERS, (v.encode() for v in values), strict=True))


def _union(lists: Iterable[Iterable[str]]) -> str:
    return ",".join(sorted({item for items in lists for item in items}))
