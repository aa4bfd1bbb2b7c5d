"""What only all files together can show: the same pack twice, a context that no pack knows, a contract with a void instrument."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from schemas.dpv import did_you_mean
from schemas.entities import NATIONAL_IDS
from schemas.law import INSTRUMENTS
from schemas.policy import Pack
from schemas.registry import NOT_JUDGED, Facts, FlowEntry
from schemas.rules import RULES
from streams.inspect.tag.facts import path_of
from streams.inspect.tag.transfers import acts_of
from streams.policy.problems import Problem
from streams.policy.read import Found, Read
from streams.policy.zones import names, zone

_UNDECIDED: Final = "until then its personal data is a gap"
_UNSAID: Final = frozenset({"subject.returned", "notice.defect", "records.missed"})  # not said while tagging


def errors(read: Read) -> list[Problem]:
    """What keeps these policies from being used."""
    found = list(read.problems)
    for pack in read.packs:
        found += _pack_errors(pack)
    for flow in read.flows:
        found += _flow_errors(flow)
    found += _twice((p, f"pack {p.value.pack} version {p.value.version}") for p in read.packs)
    found += _twice((f, f"flow {f.value.id}") for f in read.flows)
    return sorted(set(found))


def warnings(read: Read) -> list[Problem]:
    """What works, and probably not as it was meant."""
    found: list[Problem] = []
    packs = {p.value.pack: p for p in read.packs}
    for flow in read.flows:
        found += _flow_warnings(flow, [p.value for p in read.packs if p.value.pack == flow.value.controller], packs)
    for pack in read.packs:
        found += _pack_warnings(pack)
    found += _shadowed(read.flows)
    return sorted(set(found))


def _shadowed(flows: Iterable[Found[FlowEntry]]) -> Iterator[Problem]:
    """Entries that match what an earlier one matches, and would judge it differently: they never do."""
    first: dict[object, Found[FlowEntry]] = {}
    for found in flows:
        held = first.setdefault(found.value.match, found)
        if held is not found and _judged(held.value) != _judged(found.value):
            says = f"{found.value.id}: matches the same messages as {held.value.id}, which comes first and judges them all"
            yield found.problem(says, "match")


def _judged(entry: FlowEntry) -> dict[str, object]:
    return entry.model_dump(exclude={"id", *NOT_JUDGED})


def _twice(named: Iterable[tuple[Found[Pack] | Found[FlowEntry], str]]) -> Iterator[Problem]:
    seen: dict[str, Found[Pack] | Found[FlowEntry]] = {}
    for found, name in named:
        first = seen.setdefault(name, found)
        if first is not found:
            yield found.problem(f"{name} stands here a second time; the first is in {first.file}:{first.line}")


def _pack_errors(found: Found[Pack]) -> Iterator[Problem]:
    pack = found.value
    if pack.pack in ("undecided", "unknown"):
        yield found.problem(f'pack: "{pack.pack}" is what a registry writes where nothing is decided; choose another id', "pack")
    if zone(pack.timezone) is None:
        yield found.problem(f'timezone: "{pack.timezone}" is no IANA time zone{did_you_mean(pack.timezone, names())}', "timezone")
    if pack.contexts:
        for at, purpose in enumerate(pack.purposes):
            for word in purpose.when.context:
                if word not in pack.contexts:
                    hint = did_you_mean(word, pack.contexts)
                    says = f'purposes[{at}].when.context: "{word}" is no context of this pack{hint}'
                    yield found.problem(says, "purposes", at, "when", "context")
    for at, ground in enumerate(pack.grounds):
        if ground.entity not in NATIONAL_IDS:
            hint = did_you_mean(ground.entity, NATIONAL_IDS)
            yield found.problem(f'grounds[{at}].entity: "{ground.entity}" is no national identifier{hint}', "grounds", at, "entity")
    for at, item in enumerate(pack.raises):
        if item.rule in _UNSAID or RULES[item.rule].level == "violation":
            why = "is not said of single messages" if item.rule in _UNSAID else "is a violation already"
            yield found.problem(f"raise[{at}].rule: {item.rule} {why}", "raise", at, "rule")


def _flow_errors(found: Found[FlowEntry]) -> Iterator[Problem]:
    if not found.value.match.named():
        yield found.problem("match names nothing: it would take every message; name a platform, flow_id or topic", "match")
    for path, place in _paths(found.value.facts):
        if path_of(path) is None:
            yield found.problem(f'{".".join(place)}: "{path}" is no path: write it as $.order.date or $.lines[*].email', *place)


def _paths(facts: Facts) -> Iterator[tuple[str, tuple[str, ...]]]:
    for anchor, path in facts.anchors.items():
        yield path, ("facts", "anchors", anchor)
    for name, fact in facts.asked().items():
        yield fact.path, ("facts", name, "path")
    if facts.hold is not None:
        for key in ("path", "review", "part"):
            if (path := getattr(facts.hold, key)) is not None:
                yield path, ("facts", "hold", key)


def _flow_warnings(found: Found[FlowEntry], versions: list[Pack], packs: dict[str, Found[Pack]]) -> Iterator[Problem]:
    entry = found.value
    if entry.controller is None:
        yield found.problem(f"{entry.id}: controller undecided: a person has to decide whose flow this is; {_UNDECIDED}", "controller")
    elif not versions:
        hint = did_you_mean(entry.controller, packs)
        yield found.problem(f"{entry.id}: no pack of controller {entry.controller}; its personal data will be a gap{hint}", "controller")
    elif all(pack.role != "controller" for pack in versions):
        yield found.problem(f"{entry.id}: {entry.controller} is a processor's pack; it gives no purposes", "controller")
    known = {word for pack in versions for word in pack.contexts}
    if entry.context is not None and known and entry.context not in known:
        hint = did_you_mean(entry.context, known)
        yield found.problem(f"{entry.id}: {entry.controller} knows no context {entry.context}{hint}", "context")
    asked = {question for pack in versions for p in pack.purposes for question in (*p.requires, *p.when.fact)}
    for name in entry.facts.asked():
        if versions and name not in asked:
            yield found.problem(f"{entry.id}: no purpose of {entry.controller} asks for {name}{did_you_mean(name, asked)}", "facts", name)
    if entry.processor is not None and entry.processor not in packs:
        yield found.problem(f"{entry.id}: no pack of processor {entry.processor}{did_you_mean(entry.processor, packs)}", "processor")


def _pack_warnings(found: Found[Pack]) -> Iterator[Problem]:
    pack = found.value
    if pack.role == "processor" and pack.purposes:
        yield found.problem(f"{pack.pack}: purposes in a processor's pack are not applied; they are the controller's to say", "purposes")
    for at, transfer in enumerate(pack.transfers):
        acts = acts_of(transfer)
        if transfer.instrument is not None and not acts:
            hint = did_you_mean(transfer.instrument, INSTRUMENTS)
            says = f"{pack.pack}: the law table does not know {transfer.instrument}; only the dates given here are held against it{hint}"
            yield found.problem(says, "transfers", at, "instrument")
        if any(act.certified_only for act in acts) and transfer.recipient is None:
            says = f"{pack.pack}: {transfer.instrument} covers certified recipients only; name the recipient"
            yield found.problem(says, "transfers", at)


def unused(read: Read, own: set[str]) -> list[Problem]:
    """The caller's own packs that no flow and no platform uses. `own` are their ids."""
    used = {f.value.controller for f in read.flows} | {f.value.processor for f in read.flows}
    found = [p for p in read.packs if p.value.pack in own and p.value.role == "controller" and p.value.pack not in used]
    by_id = groupby(sorted(found, key=lambda p: p.value.pack), key=lambda p: p.value.pack)
    return [next(versions).problem(f"{name}: no flow of the registry has this controller", "pack") for name, versions in by_id]
