"""Policies that may come into force: read and checked as a whole, and how they differ from those that they would follow."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

from schemas.audit import Counts, PolicyChanges
from schemas.model import canonical
from streams.policy.files import Files
from streams.policy.load import no_collection, policy_of, with_shipped
from streams.policy.read import Read

Contents = Mapping[str, str]  # the digest of each thing's content by what names it


@dataclass(frozen=True, slots=True)
class Inventory:
    """What policies hold, told apart by content and not kept."""

    packs: Contents  # by id and version
    flows: Contents  # by id
    stores: Contents  # by processor and host

    @classmethod
    def of(cls, read: Read) -> Self:
        return cls(
            {f"{f.value.pack}@{f.value.version}": _digest(f.value.model_dump(mode="json")) for f in read.packs},
            {f.value.id: _digest(f.value.model_dump(mode="json")) for f in read.flows},
            {f"{f.value.processor} {f.value.host}": _digest(f.value.model_dump(mode="json")) for f in read.stores},
        )

    def since(self, before: "Inventory") -> PolicyChanges:
        """What differs from the policies before."""
        return PolicyChanges(
            packs=_counts(before.packs, self.packs), flows=_counts(before.flows, self.flows), stores=_counts(before.stores, self.stores)
        )

    def rewritten(self, before: "Inventory") -> list[str]:
        """Packs whose content is another one under the same version: Flows, which name id and version, cannot tell the two apart."""
        return sorted(name for name, digest in self.packs.items() if before.packs.get(name, digest) != digest)


NOTHING: Final = Inventory({}, {}, {})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Policies without errors. `digest` and `registry` are what spans and Flows would name."""

    files: Files = field(repr=False)
    digest: str
    registry: str
    inventory: Inventory = field(repr=False)

    @classmethod
    def of(cls, files: Files, folder: Path) -> Self:
        """Read and checked together with the shipped packs. Raises PolicyError, whose problems name places in `folder`."""
        with no_collection():
            read = with_shipped(files.read(folder))
            policy = policy_of(read)
            return cls(files, policy.digest, policy.registry_digest, Inventory.of(read))


def _counts(before: Contents, after: Contents) -> Counts:
    both = before.keys() & after.keys()
    changed = sum(before[name] != after[name] for name in both)
    return Counts(added=len(after) - len(both), removed=len(before) - len(both), changed=changed)


def _digest(value: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(value)).hexdigest()
