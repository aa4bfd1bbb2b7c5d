"""One of each record that leaves the house, made from a few hand-built Flows: `python -m tests.golden.records` writes new ones.

A file that is there is never changed within a version of its `spec`: whoever stored such a record goes on reading it.
"""

from pathlib import Path

from schemas.audit import Counts, PolicyAudit, PolicyChanges
from schemas.flow import Flow
from schemas.lineage import RunEvent
from schemas.model import Model
from schemas.partial import AlertPartial, Watermark, WindowPartial
from schemas.records import Alert, DeadLetter, SourcePartition, Span, State
from streams.ledger import alerts, windows
from streams.ledger.fold import Fold
from streams.ledger.openlineage import event
from streams.ledger.outputs import dead_letter
from tests.ledger.flows import EMAIL, MINUTE, NAME, PHONE, WHEN, flow, row, tag, verdict

HERE = Path(__file__).parent / "1"
MODELS: dict[str, type[Model]] = {
    "flow": Flow,
    "span": Span,
    "dead-letter": DeadLetter,
    "alert": Alert,
    "state": State,
    "lineage": RunEvent,
    "window-partial": WindowPartial,
    "alert-partial": AlertPartial,
    "watermark": Watermark,
    "audit": PolicyAudit,
}


def flows() -> list[Flow]:
    """An order with everything said about it, a second part of it, and one without personal data on another partition."""
    rows = [
        row(EMAIL, verdict("category.undeclared", "gap", "notice"), count=2),
        row(NAME, masked=True),
        row(PHONE, verdict("national-id.no-ground", "gap", "law")),
    ]
    tags = [tag(EMAIL[0], None, "connxio"), tag(EMAIL[0], "dpv:FulfilmentOfContractualObligation"), tag(NAME[0], "dpv:CustomerCare")]
    order = flow(41, rows=rows, tags=tags, verdicts=[verdict("contract.party")], recorded=WHEN + 6_000)
    return [order, flow(41, part=1, rows=[row(EMAIL)], at=WHEN + 5), flow(7, partition=3, sender=None, receiver=None, at=WHEN + 59_999)]


def records() -> dict[str, Model]:
    """The records by name."""
    fold, (first, *_) = Fold(2, MINUTE), flows()
    for offset, one in enumerate(flows()):
        fold.add(offset + 10, one)
    rows = list(fold.rows())
    window = next(r for r in rows if isinstance(r, WindowPartial))
    part = next(r for r in rows if isinstance(r, AlertPartial) and r.category)
    source = SourcePartition(cluster="c1", topic="orders", topic_id="ZxQv0d3hT2mJ1y8nB4kL9w", partition=2)
    return {
        "flow": first,
        "span": Span(kind="read", source=source, from_=40, to=52, records=11, flows=13, policies="d1", detector="spor-1"),
        "dead-letter": DeadLetter.read(dead_letter(first, "json.invalid", 312)[1]),
        "alert": alerts.alert(part, "spor"),
        "state": next(r for r in rows if isinstance(r, State) and r.category == EMAIL[0]),
        "lineage": event(windows.merged([window]), "spor"),
        "window-partial": window,
        "alert-partial": part,
        "watermark": fold.watermark(WHEN - 24_000),
        "audit": _activated(),
    }


def _activated() -> PolicyAudit:
    none, one = Counts(added=0, removed=0, changed=0), Counts(added=1, removed=1, changed=0)
    return PolicyAudit(
        kind="policy.activated",
        actor="worker/spor/0123456789ab",
        time=WHEN,
        before="d1",
        policies="d2",
        registry="r1",
        files="f2",
        from_kept=False,
        changes=PolicyChanges(packs=one, flows=none, stores=none),
        reason=None,
        problems=0,
    )


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for name, record in records().items():
        if not (path := HERE / f"{name}.json").exists():
            path.write_bytes(record.canonical() + b"\n")
