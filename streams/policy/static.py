"""What the registry shows before any traffic: sensitive content in logs, logs that leave the EEA, look-ups without bounds, cleartext.

These are findings about how flows are set up, not about messages; the inspector judges no message by them.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from schemas import dpv
from schemas.entities import category_of
from schemas.law import ADEQUATE, EEA
from schemas.policy import Pack, Purpose
from schemas.registry import Enrichment, FlowEntry, LogWebhook
from schemas.words import Level
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.tag.flow_rules import CLEARTEXT
from streams.policy.read import Found, Read

STATIC: Final = MappingProxyType(
    {
        "logging.content-sensitive": "The platform logs the content of a flow that carries special categories, identifiers or secrets.",
        "logging.outside-eea": "A log webhook receives the flow's events outside the EEA.",
        "logging.country-unknown": "It is not known in which country a log webhook receives the flow's events.",
        "logging.no-tap": "No webhook is told of the flow's messages, so nothing of it can be seen.",
        "enrichment.unbounded": "A look-up brings whatever the service answers, undeclared categories included.",
        "enrichment.undeclared": "A look-up asks for a column whose category the controller's pack does not declare.",
        "endpoint.cleartext": "Messages travel over a connection without encryption.",
        "notice.defect": "The notice contradicts itself or the law: about the document that a pack is written from, not about a flow.",
        "endpoint.country-unknown": "It is not known in which country a registered endpoint stands, so no transfer can be judged.",
    }
)
_SENSITIVE: Final = ("pd:OfficialID", "pd:Authenticating")  # and all special categories: national identifiers, secrets
_Spot = tuple[str | int, ...]
_Said = tuple[str, Level, str, _Spot]  # rule, level, text, where in the entry


@dataclass(frozen=True, slots=True, order=True)
class StaticFinding:
    file: str
    line: int
    flow: str
    rule: str
    level: Level
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.level}: {self.rule}: {self.flow}: {self.message}"

    def row(self) -> dict[str, Any]:
        return asdict(self)


def findings(read: Read) -> list[StaticFinding]:
    """Every static finding, in order of file and line. A flow that is archived carries nothing and is passed over."""
    said = []
    for found in read.flows:
        if found.value.state == "archived":
            continue
        packs = [p.value for p in read.packs if p.value.pack == found.value.controller and p.value.role == "controller"]
        said += [_finding(found, *what) for what in _checks(found.value, packs)]
    return sorted({*said, *_defects(read)})


def _defects(read: Read) -> Iterator[StaticFinding]:
    """What is wrong with the notices of the packs that govern a registered flow."""
    entries = [found.value for found in read.flows if found.value.state != "archived"]
    governing = {(entry.controller, "controller") for entry in entries}
    governing |= {(entry.processor or entry.match.platform, "processor") for entry in entries}
    for found in read.packs:
        governs = (found.value.pack, found.value.role) in governing
        for at, defect in enumerate(found.value.defects if governs else ()):
            problem = found.problem(f"{defect.says} ({defect.cite})" if defect.cite else defect.says, "defects", at)
            yield StaticFinding(problem.file, problem.line, f"pack {found.value.pack}", "notice.defect", "gap", problem.says)


def _finding(found: Found[FlowEntry], rule: str, level: Level, says: str, spot: _Spot) -> StaticFinding:
    problem = found.problem(says, *spot)
    return StaticFinding(problem.file, problem.line, found.value.id, rule, level, problem.says)


def _checks(entry: FlowEntry, packs: list[Pack]) -> Iterator[_Said]:
    yield from _content(entry, packs)
    yield from _webhooks(entry, packs)
    yield from _tap(entry)
    yield from _enrichments(entry, packs)
    yield from _endpoints(entry)


def _content(entry: FlowEntry, packs: list[Pack]) -> Iterator[_Said]:
    """Sensitive content in a log: the platform's own, or a webhook's. On the lowest level the content of failures is logged still."""
    log = entry.logging
    why = _why_sensitive(entry, packs)
    if log is None or why is None:
        return
    if log.content and log.level != "off":
        yield "logging.content-sensitive", "gap", f"the platform's own log holds the content; {why}", ("logging", "content")
    for at, webhook in enumerate(log.webhooks):
        if webhook.content and _told(webhook):
            says = f"the content goes to the log webhook {_name(webhook.host)}; {why}"
            yield "logging.content-sensitive", "gap", says, ("logging", "webhooks", at)


def _why_sensitive(entry: FlowEntry, packs: list[Pack]) -> str | None:
    if entry.sensitive:
        return "the registry marks the flow as sensitive"
    for pack in packs:
        kinds = sorted(c for c in _expected(pack, entry) if dpv.is_special(c) or dpv.covered(c, _SENSITIVE))
        if kinds:
            return f"pack {pack.pack} lets it carry {', '.join(kinds)}"
    return None


def _expected(pack: Pack, entry: FlowEntry) -> set[str]:
    """The categories that a pack lets a flow carry: those of the purposes that may be the flow's; without purposes all declared."""
    declared = set(pack.categories.declared)
    if not pack.purposes:
        return declared
    mine = [purpose for purpose in pack.purposes if _may_be(purpose, pack, entry)]
    return {category for purpose in mine for category in (declared if purpose.categories is None else purpose.categories)}


def _may_be(purpose: Purpose, pack: Pack, entry: FlowEntry) -> bool:
    """Whether a purpose is not for other flows only. What the registry does not say may be anything."""
    kinds, context = entry.match.document_type, entry.context
    if context is None and kinds:
        told = [name for name, telling in pack.contexts.items() if set(kinds) & set(telling.document_type)]
        context = told[0] if len(told) == 1 else None
    when = purpose.when
    by_kind = not when.document_type or not kinds or bool(set(kinds) & set(when.document_type))
    return by_kind and (not when.context or context is None or context in when.context)


def _webhooks(entry: FlowEntry, packs: list[Pack]) -> Iterator[_Said]:
    for at, webhook in enumerate(entry.logging.webhooks if entry.logging else ()):
        spot: _Spot = ("logging", "webhooks", at)
        if not _told(webhook):
            continue
        if webhook.country is None:
            says = f"the country of the log webhook {_name(webhook.host)} is unknown: find out where it receives, and write it here"
            yield "logging.country-unknown", "gap", says, spot
        elif webhook.country not in EEA:
            level, ground = _ground(webhook.country, packs)
            yield "logging.outside-eea", level, f"the log webhook {_name(webhook.host)} receives in {webhook.country}: {ground}", spot


def _ground(country: str, packs: list[Pack]) -> tuple[Level, str]:
    """Without anything named a violation; with it a gap, since dates are held against messages only."""
    decision = next((a.decision for a in ADEQUATE if a.country == country), None)
    if decision:
        return "gap", f"decision {decision} has to cover it"
    if any(transfer.country == country for pack in packs for transfer in pack.transfers):
        return "gap", "what the controller's pack names for that country has to cover it"
    return "violation", "nothing is named for a transfer there (GDPR art. 44)"


def _told(webhook: LogWebhook) -> bool:
    return webhook.enabled and webhook.level != "off"


def _tap(entry: FlowEntry) -> Iterator[_Said]:
    if entry.logging is not None and entry.state == "active" and not any(w.active() for w in entry.logging.webhooks):
        why = "every log webhook is off or tells errors only" if entry.logging.webhooks else "the definition has no log webhook"
        yield "logging.no-tap", "gap", f"{why}: its messages cannot be followed", ("logging",)


def _enrichments(entry: FlowEntry, packs: list[Pack]) -> Iterator[_Said]:
    for at, step in enumerate(entry.enriches):
        spot: _Spot = ("enriches", at)
        if not step.fields:
            yield "enrichment.unbounded", "gap", _unbounded(step), spot
            continue
        for pack in packs:
            declared = {*pack.categories.declared, *(c for p in pack.purposes for c in p.categories or ())}
            for name in step.fields:
                if (category := _category(name)) and not dpv.covered(category, declared):
                    says = f"the column {name} brings {category}, which pack {pack.pack} does not declare"
                    yield "enrichment.undeclared", "gap" if pack.categories.open else "violation", says, spot


def _unbounded(step: Enrichment) -> str:
    if step.kind == "dataverse":
        return f"no selected fields, so all columns of {step.entity or 'the table'} are looked up: name those that are needed"
    return f"all that {_name(step.host)} answers is added: name in `fields` what it is asked for"


@cache
def _lexicon() -> Lexicon:
    return Lexicon()


def _category(column: str) -> str | None:
    """What a column's name alone says that it holds."""
    term = _lexicon().meaning(column).term
    return category_of(term.entities[0]) if term is not None and term.when == "plain" else None


def _endpoints(entry: FlowEntry) -> Iterator[_Said]:
    registered = entry.contract.endpoints if entry.contract else ()
    for at, endpoint in enumerate(registered):
        if endpoint.country is None:
            says = f"the country of {endpoint.host} is unknown: find out where it stands, and write it here"
            yield "endpoint.country-unknown", "gap", says, ("contract", "endpoints", at)
    places: list[tuple[str | None, str | None, _Spot]] = [(a.host, a.protocol, ("adapters", at)) for at, a in enumerate(entry.adapters)]
    if not entry.adapters:
        places = [(e.host, e.protocol, ("contract", "endpoints", at)) for at, e in enumerate(registered)]
    places += [(step.host, step.protocol, ("enriches", at)) for at, step in enumerate(entry.enriches)]
    if entry.logging:
        told = ((at, w) for at, w in enumerate(entry.logging.webhooks) if _told(w))
        places += [(w.host, w.protocol, ("logging", "webhooks", at)) for at, w in told]
    for host, protocol, spot in places:
        if (protocol or "").lower() in CLEARTEXT:
            yield "endpoint.cleartext", "gap", f"{protocol}://{host or '…'} is not encrypted", spot


def _name(host: str | None) -> str:
    return host or "without a constant host"
