"""What may be said of a leaf before its value is read: claims, each on what it rests and what it still asks for."""

from dataclasses import dataclass
from typing import Final, Literal

Need = Literal["", "contact", "named", "address", "geo", "account", "reached"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A field's name says that its value is one of `entities`."""

    entities: tuple[str, ...]
    word: str  # the lexicon's own
    evidence: tuple[str, ...]
    strict: bool = False  # the value must look like somebody's name
    party: bool = False  # what surrounds it may as well be a company
    need: Need = ""  # only beside fields of such a record; `account`: any account, if they speak of a bank


@dataclass(frozen=True, slots=True)
class Field:
    """All that is said of one leaf before its value is read. `thing`: its name says that it is a number or date of something else."""

    claims: tuple[Claim, ...] = ()
    thing: bool = False
    organisation: bool = False  # inside something that is an organisation
    refused: frozenset[str] = frozenset()  # entities that its value is not, however much it looks like one

    def witness(self, entity: str) -> str | None:
        """The evidence code under which the field stands witness for an entity."""
        return next((c.evidence[0] for c in self.claims if entity in c.entities), None)


NO_FIELD: Final = Field()
