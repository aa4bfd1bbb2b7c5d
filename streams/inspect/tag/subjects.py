"""How many persons a message is about: the objects, elements or rows nearest above a name, an identifier or a contact."""

from collections.abc import Mapping, Sequence
from typing import Final

from schemas.dpv import covered
from streams.inspect.words import NESTED, Finding, Findings, Leaf, Message, Nested, Path, Syntax

# An address is not among them: it hangs below its person as an object of its own and would count her twice.
_TELL_PERSONS: Final = frozenset(
    {
        "pd:Name",
        "pd:OfficialID",
        "pd:AccountIdentifier",
        "pd:UID",
        "pd:Username",
        "pd:EmailAddress",
        "pd:TelephoneNumber",
        "pd:MACAddress",
    }
)
_OF_PAIRS: Final = "sibling:column"  # the evidence of a value that the cell beside it names
_PARTIES: Final = frozenset({"NAD", "PNA", "CTA"})  # EDIFACT segments that begin a party, person or contact: what follows is theirs
_TELL_PERSONS_ENTITIES: Final = frozenset({"IMEI"})  # a device that one person carries


def count(message: Message, findings: Findings) -> int | None:
    """Distinct person containers in body and looked-up records; None where text has no structure or not all was read."""
    if message.scanned != "full":
        return None
    telling = [f for f in findings.findings if f.place in ("body", "lookup") and _tells(f)]
    if any(_unstructured(f.path) for f in telling):
        return None
    parties = _parties(message.leaves) if any(Syntax.EDIFACT in f.path for f in telling) else {}
    return len({(f.place, _container(f, parties)) for f in telling})


def _tells(finding: Finding) -> bool:
    return finding.entity in _TELL_PERSONS_ENTITIES or (finding.category is not None and covered(finding.category, _TELL_PERSONS))


def _unstructured(path: Path) -> bool:
    """A body, or a document inside a string, that is nothing but text."""
    return not path or isinstance(path[-1], Nested)


def _container(finding: Finding, parties: Mapping[Path, Path]) -> Path:
    """What holds the field: its last name and the indices behind it are cut off; a table's row, the table of a list of pairs; an
    EDIFACT party."""
    path = finding.path
    if (table := _last(path, Syntax.CSV)) is not None:
        return path[: table + 1] if _OF_PAIRS in finding.evidence else path[: table + 2]
    if (interchange := _last(path, Syntax.EDIFACT)) is not None:
        segment = path[: interchange + 3]
        return parties.get(segment, segment)
    at = len(path) - 1
    while at > 0 and isinstance(path[at], int):
        at -= 1
    return path[:at] if isinstance(path[at], str) else path


def _last(path: Path, syntax: Syntax) -> int | None:
    """Where the innermost document begins, if it is of that syntax."""
    if syntax not in path:
        return None
    at = path.index(syntax)
    return at if NESTED not in path[at:] else None


def _parties(leaves: Sequence[Leaf]) -> Mapping[Path, Path]:
    """Of each EDIFACT segment the one that begins the party it tells of; a NAD behind the PNA of the same role goes on with it."""
    parties: dict[Path, Path] = {}
    party: Path = ()
    role = ""
    for leaf in leaves:
        at = _last(leaf.path, Syntax.EDIFACT)
        segment = leaf.path[: at + 3] if at is not None else ()
        if not segment or segment in parties:
            continue
        tag = segment[-2]
        if tag == "UNH":
            party, role = (), ""
        elif tag in _PARTIES and not (tag == "NAD" and party and party[-2] == "PNA" and leaf.text == role):
            party, role = segment, leaf.text
        parties[segment] = party or segment
    return parties
