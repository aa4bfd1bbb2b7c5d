"""The policy in force, compiled: which registry entry a message belongs to, and which version of a pack governs it."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Final, Literal

from schemas.dpv import covered
from schemas.law import ADEQUATE, EEA, INSTRUMENTS, NATIONAL_ID_LAW
from schemas.model import canonical
from schemas.policy import Pack, Purpose
from schemas.registry import NOT_JUDGED, FlowEntry, Store, strings
from streams.inspect.tag.calendar import local_day
from streams.inspect.tag.index import Index

_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True)
class Held:
    """One version of a pack, with its time zone resolved and what it declares gathered."""

    pack: Pack
    zone: tzinfo
    declared: frozenset[str]  # a purpose's own list declares too

    def declares(self, category: str) -> bool:
        return covered(category, self.declared)

    def lists(self, purpose: Purpose, category: str) -> bool:
        """Whether a purpose is for a category; without a list of its own it is for all that the pack declares."""
        return covered(category, self.declared if purpose.categories is None else purpose.categories)

    def governs(self, instant: int) -> bool:
        """Whether this version holds on the message's local day."""
        day = local_day(instant, self.zone).isoformat()
        return (self.pack.valid_from or "") <= day and (self.pack.valid_to is None or day <= self.pack.valid_to)


@dataclass(frozen=True, slots=True)
class Keys:
    """What a message shows the registry: the texts as they stand in it."""

    platform: str
    topic: str
    flow_id: str | None
    document_type: str | None
    step: str | None


@dataclass(frozen=True)
class Policy:
    """Packs and registry in force. Build with `compiled`; two of the same digest judge alike."""

    digest: str
    registry_digest: str
    packs: Mapping[str, tuple[Held, ...]] = field(repr=False)  # by id, the latest valid_from first
    entries: tuple[FlowEntry, ...] = field(repr=False)
    stores: tuple[Store, ...] = field(repr=False)
    _index: Index = field(repr=False, compare=False)
    _known: frozenset[str] = field(repr=False)

    def knows(self, text: str) -> bool:
        """Whether a text is a string of the registry: such a one stands in a Flow as it is."""
        return text in self._known or _same(text) in self._known

    def match(self, keys: Keys) -> FlowEntry | None:
        """The entry that names most of what the message shows; of equals the first in file order."""
        flow_id = None if keys.flow_id is None else _same(keys.flow_id)
        at = self._index.first((keys.platform, flow_id, keys.topic, keys.document_type, keys.step))
        return None if at is None else self.entries[at]

    def governing(self, pack: str | None, role: Literal["controller", "processor"], instant: int) -> Held | None:
        """The version of a pack that holds on the message's local day; of several the one that began last."""
        versions = self.packs.get(pack or "", ())
        return next((held for held in versions if held.pack.role == role and held.governs(instant)), None)

    def has_processor(self, pack: str) -> bool:
        return any(held.pack.role == "processor" for held in self.packs.get(pack, ()))


def compiled(packs: Sequence[Pack], entries: Sequence[FlowEntry], stores: Sequence[Store], zones: Mapping[str, tzinfo]) -> Policy:
    """A Policy of checked packs and entries, entries in file order. `zones` has every pack's time zone."""
    by_id: dict[str, list[Held]] = {}
    for pack in packs:
        by_id.setdefault(pack.pack, []).append(Held(pack, zones[pack.timezone], _declared(pack)))
    versions = {
        name: tuple(sorted(held, key=lambda h: (h.pack.valid_from or "", h.pack.version), reverse=True)) for name, held in by_id.items()
    }
    registry = [[e.model_dump(mode="json", exclude=set(NOT_JUDGED)) for e in entries], [s.model_dump(mode="json") for s in stores]]
    ordered = [held.pack.model_dump(mode="json", by_alias=True) for name in sorted(versions) for held in versions[name]]
    return Policy(
        digest=_digest([ordered, registry, _LAW]),
        registry_digest=_digest(registry),
        packs=versions,
        entries=tuple(entries),
        stores=tuple(stores),
        _index=Index([entry.match for entry in entries], _same),
        _known=frozenset(_same(text) for entry in entries for text in strings(entry)),
    )


_LAW: Final = [  # the digest covers the law that verdicts lean on
    sorted(EEA),
    [[a.number, a.held_from, a.held_to] for a in INSTRUMENTS.values()],
    [[a.country, a.decision, a.held_from, a.held_to] for a in ADEQUATE],
    [[entity, law.law, list(law.bases), law.stated_need] for entity, law in NATIONAL_ID_LAW.items()],
]


def _digest(value: object) -> str:
    return "sha256:" + hashlib.sha256(canonical(value)).hexdigest()


def _declared(pack: Pack) -> frozenset[str]:
    return frozenset(pack.categories.declared).union(*(p.categories or () for p in pack.purposes))


def _same(text: str) -> str:
    """A UUID is the same in either case; any other text is itself."""
    return text.lower() if _UUID.fullmatch(text) else text
