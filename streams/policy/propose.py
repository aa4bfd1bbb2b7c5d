"""A draft of what registry and packs lack by what traffic shows. It never fills purpose, legal basis or controller: a person does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import yaml

from streams.inspect.tag.policy import Policy
from streams.ledger.observed import Tally, Traffic
from streams.ledger.times import rfc3339
from streams.policy.compare import Difference, differences

DECIDE: Final = "DECIDE"
_PARTIES: Final = 20  # that are drafted into a contract; more of them are no contract
_HEAD: Final = """\
# A draft, made from what traffic shows. Nothing in it is in force before a person has decided:
# - `controller: undecided` becomes the id of the pack of whoever decides about the data;
# - a party stays in `contract` only if the data contract names it;
# - what a pack lacks stands below as comments: DECIDE marks what only the controller can say.
"""


class _Dumper(yaml.SafeDumper):
    """Writes every value out: the reader refuses anchors and aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def proposal(policy: Policy, traffic: Mapping[str, Traffic]) -> str:
    """A registry file for the flows that nobody registered, and behind it, as comments, what the packs lack. It loads as it is."""
    known = {entry.id for entry in policy.entries}
    unknown = [seen for name, seen in sorted(traffic.items()) if name not in known and seen.personal.flows]
    lines = [_HEAD, "flows:" if unknown else "flows: []"]
    for seen in unknown:
        lines += _entry(seen)
    lacking = [
        d for d in differences(policy, traffic) if d.state == "undeclared" and d.kind in ("category", "sender", "receiver", "recipient")
    ]
    for controller in sorted({d.controller or "" for d in lacking}):
        lines += _pack(controller, [d for d in lacking if (d.controller or "") == controller])
    return "\n".join(lines) + "\n"


def _entry(seen: Traffic) -> Iterator[str]:
    since = _since(seen.personal)
    yield f"\n  # {_plain(seen.name or seen.integration)}: {seen.personal.flows} messages with personal data{since}"
    yield f"  #   {', '.join(sorted(seen.categories))}"
    if seen.overflowed:
        yield "  #   more parties, topics or document types than can be listed"
    entry: dict[str, Any] = {"id": _id(seen), "match": _match(seen), "controller": "undecided"}
    if seen.processors:
        entry["processor"] = min(seen.processors)
    if seen.senders or seen.receivers:
        entry["contract"] = {"sender": sorted(seen.senders)[:_PARTIES], "receiver": sorted(seen.receivers)[:_PARTIES]}
    text = yaml.dump([entry], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=2**31, default_flow_style=None)
    yield from (f"  {line}" for line in text.rstrip("\n").split("\n"))


def _match(seen: Traffic) -> dict[str, Any]:
    """By the platform's flow id, or by the topic where the platform gives none."""
    match: dict[str, Any] = {"platform": seen.platform}
    if seen.integration in {f"{seen.platform}:{topic}" for topic in seen.topics}:
        match["topic"] = sorted(seen.topics)
        if seen.document_types:
            match["document_type"] = sorted(seen.document_types)
    else:
        match["flow_id"] = seen.integration
    return match


def _id(seen: Traffic) -> str:
    """A name that a registry takes: letters, digits, `-`, `.` and `_`."""
    name = "".join(c if c.isascii() and (c.isalnum() or c in "-._") else "-" for c in seen.name or seen.integration).strip("-._").lower()
    return name[:100] or "flow"


def _pack(controller: str, lacking: Sequence[Difference]) -> Iterator[str]:
    categories = [d for d in lacking if d.kind == "category"]
    yield f"\n# pack {controller}" if controller else "\n# no pack"
    if categories:
        yield "#   categories: declared:            add what is meant to be there; stop the rest at its source"
        yield from (f"#     - {d.what}    # {d.integration}: {_count(d)}{_where(d)}" for d in categories)
        yield "#   purposes:                        and the purpose that each serves"
        yield f"#     - purpose: {DECIDE}"
        yield f"#       legal_basis: {DECIDE}"
        yield f"#       categories: [{', '.join(sorted({d.what for d in categories}))}]"
    parties = [d for d in lacking if d.kind in ("sender", "receiver")]
    if parties:
        yield "#   contracts in the registry:       register the party, or stop the route"
        yield from (f"#     - {d.integration}: {d.kind} {_plain(d.what)}    # {_count(d)}" for d in parties)
    recipients = [d for d in lacking if d.kind == "recipient"]
    if recipients:
        yield "#   recipients:                      name them here and in the notice, or register the contract"
        yield from (f"#     - {{name: {_plain(d.what)}, country: {DECIDE}}}    # {d.integration}: {_count(d)}" for d in recipients)


def _count(difference: Difference) -> str:
    tally = difference.seen or Tally()
    return f"{tally.flows} messages{_since(tally)}"


def _since(tally: Tally) -> str:
    return "" if tally.first is None else f" since {rfc3339(tally.first)[:10]}"


def _where(difference: Difference) -> str:
    paths = sorted(difference.seen.paths) if difference.seen else []
    return f", at {_listed(map(_plain, paths[:3]))}{' …' if len(paths) > 3 else ''}" if paths else ""


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(texts)


def _plain(text: str) -> str:
    """A name on one line of a comment."""
    return "".join(character if character.isprintable() else " " for character in text)[:200]
