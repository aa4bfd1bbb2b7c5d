"""Transfers out of the EEA (GDPR chapter V): what is named for the country or recipient, and whether it held on the message's day."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from schemas.flow import Verdict
from schemas.law import EEA, FOREVER, INSTRUMENTS, Act, adequacy
from schemas.policy import Transfer
from schemas.registry import Contract
from streams.inspect.tag.case import Case

_WORD: Final = re.compile(r"[^\W_]+")
_LABEL: Final = re.compile(r"[.-]")
_TELLING: Final = 4  # letters of a name that a host's label may tell
_LEGAL_FORMS: Final = "ab ag aps as asa bv co corp corporation gmbh inc incorporated limited llc ltd nv oy oyj plc pty sa sas"
_FORMS: Final = frozenset(_LEGAL_FORMS.split())
_NUMBER: Final = re.compile(r"(?<![0-9])[0-9]{4}/[0-9]+")


def transfers(case: Case, contract: Contract) -> Iterator[Verdict]:
    """One verdict per country of the contract's endpoints for which nothing holds on the message's day."""
    for country in dict.fromkeys(e.country for e in contract.endpoints if e.country is not None and e.country not in EEA):
        named = _named(case, contract, country)
        if adequacy(country, case.day) or any(why_void(t, case.day) is None for t in named):
            continue
        if named:
            yield case.say("transfer.safeguard-void", why_void(named[0], case.day))
        else:
            yield case.say("transfer.no-safeguard", "GDPR art. 44")


def _named(case: Case, contract: Contract, country: str) -> Sequence[Transfer]:
    """What the controller's pack names for this recipient; where it names none, what it names for the country and everybody in it.

    Clauses, binding rules and certificates are one recipient's: what is named for another is nothing here, unless nobody says who
    receives it.
    """
    if case.controller is None:
        return ()
    receiver = case.word("receiver")
    names = [_bare(name) for name in ((receiver,) if receiver else contract.receiver)]
    hosts = [frozenset(_LABEL.split(e.host.casefold())) for e in contract.endpoints if e.country == country]
    stated = case.controller.pack.transfers
    own = [t for t in stated if t.recipient is not None and _is_party(_bare(t.recipient), names, hosts)]
    of_country = [t for t in stated if t.country == country]
    named = own or [t for t in of_country if t.recipient is None or not names]
    return [t for t in named if t.safeguard is not None or t.instrument is not None]  # a recipient alone says that nothing is named


def _is_party(recipient: tuple[str, ...], names: Sequence[tuple[str, ...]], hosts: Sequence[frozenset[str]]) -> bool:
    """Whether a recipient is one of these names (`Google` is `Google LLC`), or the endpoint's host says so (`www.google-analytics.com`)."""
    if any(name and recipient and (name[: len(recipient)] == recipient or recipient[: len(name)] == name) for name in names):
        return True
    return bool(recipient) and len(recipient[0]) >= _TELLING and any(recipient[0] in labels for labels in hosts)


def _bare(name: str) -> tuple[str, ...]:
    """A party's name in words, without its legal form."""
    return tuple(word for word in _WORD.findall(name.casefold()) if word not in _FORMS)


def why_void(transfer: Transfer, day: str) -> str | None:
    """Why a named safeguard does not hold on a day, as a citation; None where it holds.

    An act that the law table knows is judged by its dates, adequacy by the decisions for the country; anything else by the
    dates that the pack itself gives.
    """
    if not (transfer.valid_from or "") <= day <= (transfer.valid_to or FOREVER):
        return transfer.cite or "outside the dates that the pack gives"
    acts = acts_of(transfer)
    if acts:
        failing = next((act for act in acts if not act.holds(day)), None)
        return _why(failing, day) if failing else None
    if transfer.safeguard == "eu-gdpr:A45-3" and not adequacy(transfer.country, day) and not _framework(transfer.country, day):
        return f"GDPR art. 45: no decision for {transfer.country}"
    return None


def acts_of(transfer: Transfer) -> list[Act]:
    """The acts of the law table that an instrument's text names by number."""
    return [INSTRUMENTS[n] for n in _NUMBER.findall(transfer.instrument or "") if n in INSTRUMENTS]


def _framework(country: str, day: str) -> bool:
    """A framework for certified recipients stands in for adequacy where the pack names no act."""
    return country == "US" and any(act.certified_only and act.holds(day) for act in INSTRUMENTS.values())


def _why(act: Act, day: str) -> str:
    return f"{act.number}, {act.names}: " + (f"not before {act.held_from}" if day < act.held_from else act.ended_by)
