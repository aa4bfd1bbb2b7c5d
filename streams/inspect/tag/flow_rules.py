"""What may be said of a whole message: whose it is, between whom it goes, over what, and what its purposes ask for."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Final
from urllib.parse import urlsplit

from schemas.flow import Verdict, verdict_order
from schemas.law import EEA
from schemas.registry import Contract
from schemas.words import Scanned
from streams.inspect.paths import render
from streams.inspect.tag.case import Case
from streams.inspect.tag.classification import mismatches
from streams.inspect.tag.transfers import transfers

CLEARTEXT: Final = frozenset({"http", "ftp", "ws", "mqtt", "amqp", "telnet", "tftp"})


def flow_verdicts(case: Case, scanned: Scanned) -> tuple[Verdict, ...]:
    """The flow-level verdicts, sorted, each once. Without personal data only coverage speaks."""
    said: set[Verdict] = set()
    if scanned != "full":
        said.add(case.say(f"coverage.{scanned}", None))
    if case.rows:
        said.update(_endpoints(case))
        said.update(_location(case))
        said.update(mismatches(case))
        said.update(_registered(case) if case.entry is not None else [case.say("flow.unregistered", None)])
    return tuple(sorted(said, key=lambda v: (*verdict_order(v), v.citation or "")))


def _registered(case: Case) -> Iterator[Verdict]:
    assert case.entry is not None
    contract = case.entry.contract
    if case.controller is None:
        yield case.say("controller.no-instructions", case.registry())
    if contract is None:
        yield case.say("contract.unregistered", case.registry())
        yield from _recipient(case)
    else:
        if not _parties_fit(case, contract):
            yield case.say("contract.party", case.registry())
        if contract.pass_through and case.message.changed:
            yield case.say("payload.changed", case.registry())
        yield from transfers(case, contract)
    yield from _requirements(case)


def _parties_fit(case: Case, contract: Contract) -> bool:
    """Sender and receiver against the contract. A masked one is outside; one that the message does not name is not held against it."""
    sender, receiver = _party(case, "sender"), _party(case, "receiver")
    straight = _fits(sender, contract.sender) and _fits(receiver, contract.receiver)
    if not case.envelope.unordered_parties:
        return straight
    return straight or (_fits(receiver, contract.sender) and _fits(sender, contract.receiver))


def _party(case: Case, name: str) -> str | None:
    """The party's name; a text that no contract can hold where it was masked; None where the message names none."""
    word = getattr(case.envelope, name)
    if word is None or not word.text.strip():
        return None
    return case.word(name) or "\0masked"


def _fits(party: str | None, registered: tuple[str, ...]) -> bool:
    return party is None or not registered or party in registered


def _recipient(case: Case) -> Iterator[Verdict]:
    """Without a contract the receiver has to stand among the recipients that the controller's pack names."""
    receiver = _party(case, "receiver")
    if case.controller is None or receiver is None:
        return
    pack = case.controller.pack
    if receiver.casefold() not in {name.casefold() for r in pack.recipients for name in (r.name, *r.also)}:
        yield case.say("recipient.undeclared", f"pack {pack.pack}")


def _requirements(case: Case) -> Iterator[Verdict]:
    """What purposes ask of the message: refused is a violation, unread a gap. A `when` that asks in vain keeps its purpose out."""
    for purpose, met in {id(p): (p, m) for listing in case.listings.values() for p, m in listing}.values():
        asked = purpose.requires if met == "yes" else purpose.when.fact if met == "unknown" else {}
        for question, wanted in asked.items():
            answer = case.told.answer(question)
            if answer == "unknown":
                yield case.say("requirement.unknown", purpose.cite, path=_asked_at(case, question))
            elif answer != wanted:
                yield case.say("requirement.refused", purpose.cite, path=_asked_at(case, question))


def _asked_at(case: Case, question: str) -> str | None:
    """Where the registry says that the answer stands."""
    fact = case.entry.facts.asked().get(question) if case.entry else None
    return fact.path if fact else None


def _endpoints(case: Case) -> Iterator[Verdict]:
    """Personal data over an endpoint without encryption: registered so, or seen on this message."""
    contract = case.entry.contract if case.entry else None
    for endpoint in contract.endpoints if contract else ():
        if (endpoint.protocol or "").lower() in CLEARTEXT:
            yield case.say("endpoint.cleartext", f"{case.registry()}, {endpoint.protocol}://{endpoint.host}")
    advice = case.processor.pack.security if case.processor else None
    for url in case.envelope.endpoints:
        if url.partition("://")[0].lower() in CLEARTEXT and "://" in url:
            yield case.say("endpoint.cleartext", advice.cite if advice else None, path=_leaf_path(case, url))


def _location(case: Case) -> Iterator[Verdict]:
    """A store of the processor that the message went through, against the place where the processor promises to keep its stores."""
    promise = case.processor.pack.location if case.processor else None
    if promise is None:
        return
    within = EEA.union(promise.within) if EEA.intersection(("EU", "EEA"), promise.within) else frozenset(promise.within)
    for url in case.envelope.endpoints:
        host = _host(url)
        for store in case.policy.stores:
            if store.processor == case.processor_id and store.country not in within and fnmatchcase(host, store.host.lower()):
                yield case.say("location.outside-promise", promise.cite, path=_leaf_path(case, url))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _leaf_path(case: Case, url: str) -> str | None:
    """Where in the message the endpoint stood."""
    for leaf in case.message.leaves:
        if leaf.place == "url" and leaf.text.startswith(url):
            return render(leaf.path, case.findings.keys)
    return None
