"""How many persons a message is about: the objects, elements or rows nearest above a name, an identifier or a contact."""

from typing import Final

from schemas.dpv import covered
from streams.inspect.words import Finding, Findings, Message, Nested, Path

# An address is not among them: it hangs below its person as an object of its own and would count her twice.
_TELL_PERSONS: Final = frozenset(
    {
        "pd:Name",
        "pd:OfficialID",
        "pd:AccountIdentifier",
        "pd:Username",
        "pd:EmailAddress",
        "pd:TelephoneNumber",
        "pd:MACAddress",
    }
)
_TELL_PERSONS_ENTITIES: Final = frozenset({"IMEI"})  # a device that one person carries


def count(message: Message, findings: Findings) -> int | None:
    """Distinct person containers in body and looked-up records; None where text has no structure or not all was read."""
    if message.scanned != "full":
        return None
    telling = [f for f in findings.findings if f.place in ("body", "lookup") and _tells(f)]
    if any(_unstructured(f.path) for f in telling):
        return None
    return len({(f.place, _container(f.path)) for f in telling})


def _tells(finding: Finding) -> bool:
    return finding.entity in _TELL_PERSONS_ENTITIES or (finding.category is not None and covered(finding.category, _TELL_PERSONS))


def _unstructured(path: Path) -> bool:
    """A body, or a document inside a string, that is nothing but text."""
    return not path or isinstance(path[-1], Nested)


def _container(path: Path) -> Path:
    """What holds the field: its last name and the indices behind it are cut off."""
    at = len(path) - 1
    while at > 0 and isinstance(path[at], int):
        at -= 1
    return path[:at] if isinstance(path[at], str) else path
