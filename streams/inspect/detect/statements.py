"""What a message says of somebody without a value that a recognizer could see: a changed column's name, a yes, a word for illness."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.contexts import Context
from streams.inspect.detect.fields import BLIND
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.platforms import OF_EVENTS
from streams.inspect.detect.signs import CHANGES, LISTS
from streams.inspect.detect.tokens import joined, split
from streams.inspect.detect.traits import ABSENCES
from streams.inspect.words import Attachment, Finding, Leaf, Message, Path

TOUCHED: Final = "schema:Changes"  # evidence: a column's name, no value
TOUCHES, YES, TOLD = 0.5, 0.8, 0.7  # scores
OF_CHANGES: Final = OF_EVENTS | words("changetype entityname recordids primarykey entity")
NAMES_OF_ENTITY: Final = ("entity", "entityname")
EVENT, NAME_OF_SOBJECT = "event", "entityname"
PERSONS: Final = words("person associate contactperson user employee lead individual patient candidate")
COMPANIES: Final = words("contact account company organization organisation")  # a contact of SuperOffice is a company
LONGEST_COLUMN: Final = 80  # code points
# Columns of SuperOffice's person table that do not read as words (docs: "Person webhook events")
COLUMNS: Final = MappingProxyType(
    {
        "kanafname": "PERSON",  # names as they sound
        "kanalname": "PERSON",
        "mrmrs": "GENDER",
        "salutation": "PERSON",
        "dayofbirth": "DATE_OF_BIRTH",
        "monthofbirth": "DATE_OF_BIRTH",
        "yearofbirth": "DATE_OF_BIRTH",
        "personnr": "CUSTOMER_NUMBER",  # an "alphanumeric user field", no national identifier
        "consentpersonid": "PRIVACY_PREFERENCE",
        "consentsourceid": "PRIVACY_PREFERENCE",
        "legalbaseid": "PRIVACY_PREFERENCE",
        "nomailing": "PRIVACY_PREFERENCE",
        "blockemarketing": "PRIVACY_PREFERENCE",
        "health": "HEALTH",
    }
)
IDS: Final = frozenset({"CUSTOMER_NUMBER", "EMPLOYEE_NUMBER", "ORDER_NUMBER", "ORGANIZATION_NUMBER", "USERNAME", "PSEUDONYM", "IMEI"})
BY_YES: Final = frozenset({"HEALTH", "DISABILITY", "RELIGION", "UNION", "CRIMINAL_RECORD", "AGE"})
PICTURED: Final = frozenset({"PHOTO", "BIOMETRIC"})
PICTURES: Final = frozenset({"png", "jpeg", "gif", "tiff", "webp", "heic"})
ATTACHED: Final = -3  # what stands in a Finding instead of a leaf's index
UNSPOKEN: Final = frozenset({"filename", "url"})  # places that say nothing in sentences
ILL: Final = re.compile(
    r"(?<!\w)(?:syke?meldt|sjukmeldt|sjukskriven|sygemeldt|ziek ?gemeld|arbeidsongeschikt|krank ?geschrieben|krank ?gemeldet|arbeitsunfähig"
    r"|sairaslomalla|sairauslomalla|on sick leave|called in sick|off sick)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Changes:
    """An object of an event: whether the record that it speaks of is a person, or surely none."""

    of_person: bool
    of_company: bool


def statements(message: Message, lexicon: Lexicon, told: int) -> Iterator[Finding]:
    """Findings beside those of values, by leaf. `told`: the signs (signs.py) that there are among the names of the message."""
    lists: dict[Path, _Changes] | None = None
    texts = told & CHANGES or _may_be_ill("\n".join([text for leaf in message.leaves if " " in (text := leaf.text)]))
    for at, leaf in enumerate(message.leaves):
        if leaf.kind == "boolean":
            yield from _yes(at, leaf, lexicon)
        elif not texts or leaf.kind != "text":
            continue
        elif len(path := leaf.path) > 1 and isinstance(path[-1], int) and _is_list(path[-2]):
            lists = _lists(message.leaves) if lists is None else lists
            yield from _touched(at, leaf, lists.get(path[:-2]), lexicon)
        elif " " in leaf.text and _may_be_ill(leaf.text):
            yield from _ill(at, leaf, lexicon)
    for attachment in message.attachments:
        yield from _pictured(attachment, lexicon)


def _is_list(name: object) -> bool:
    return isinstance(name, str) and name.replace("_", "").lower() in LISTS


def _lists(leaves: tuple[Leaf, ...]) -> dict[Path, _Changes]:
    """Of each object that an event speaks of, what kind of record it is."""
    known: dict[Path, str] = {}
    for leaf in leaves:
        name = joined(split(leaf.path[-1])) if leaf.path and isinstance(leaf.path[-1], str) else ""
        if name in OF_CHANGES:
            holder = leaf.path[:-1]
            known[holder] = _entity(name, leaf.text.strip().lower()) or known.get(holder, "")
    return {path: _Changes(said in PERSONS, said in COMPANIES) for path, said in known.items()}


def _entity(name: str, said: str) -> str:
    """What kind of record a field of the event names; Salesforce's `Contact` is a person."""
    if name == EVENT:
        return said.partition(".")[0]  # person.changed
    if name == NAME_OF_SOBJECT and said == "contact":
        return "contactperson"
    return said if name in NAMES_OF_ENTITY else ""


def _touched(at: int, leaf: Leaf, changes: _Changes | None, lexicon: Lexicon) -> Iterator[Finding]:
    """A changed column that is a person's: its category is touched, no value of it is here."""
    name = leaf.text.strip()
    if changes is None or changes.of_company or not 0 < len(name) <= LONGEST_COLUMN:
        return
    said = _column(name, changes, lexicon)
    if said is not None:
        entity, word = said
        yield Candidate(0, len(leaf.text), entity, "ChangedColumn", TOUCHES, (f"key:{word}", TOUCHED)).finding(at, leaf.place, leaf.path)


def _column(name: str, changes: _Changes, lexicon: Lexicon) -> tuple[str, str] | None:
    plain = joined(split(name))
    if changes.of_person and (entity := COLUMNS.get(plain)):
        return entity, plain
    term = lexicon.meaning(name).term
    if term is None or term.word in ABSENCES or not IDS.isdisjoint(term.entities):
        return None
    counts = term.when == "plain" or (term.when == "person" and changes.of_person)
    return (term.entities[0], term.word) if counts else None


def _yes(at: int, leaf: Leaf, lexicon: Lexicon) -> Iterator[Finding]:
    """`schwerbehindert: true`, in what is no setting of a thing."""
    names = leaf.names
    if leaf.text != "true" or not names or leaf.place in BLIND:
        return
    term = lexicon.meaning(names[-1]).term
    if term is None or term.when != "plain" or term.word in ABSENCES or term.entities[0] not in BY_YES:
        return
    if not _around(names, lexicon) & {"thing", "org"}:
        yield Candidate(0, len(leaf.text), term.entities[0], "Yes", YES, (f"key:{term.word}",)).finding(at, leaf.place, leaf.path)


def _around(names: tuple[str, ...], lexicon: Lexicon) -> frozenset[Context]:
    """What the nearest container that says what it is, is."""
    return next((found for name in reversed(names[:-1]) if (found := lexicon.contexts(name))), frozenset())


def _pictured(attachment: Attachment, lexicon: Lexicon) -> Iterator[Finding]:
    """A picture in the field of a photo, or of a fingerprint; its bytes are not looked at."""
    names = tuple(s for s in attachment.path if isinstance(s, str) and not lexicon.is_wrapper(s))
    term = lexicon.meaning(names[-1]).term if names and attachment.type in PICTURES else None
    if term is None or term.entities[0] not in PICTURED:
        return
    if term.when == "plain" or _around(names, lexicon) & {"human", "party"}:
        found = Candidate(0, 0, term.entities[0], "Picture", YES, (f"key:{term.word}",))
        yield found.finding(ATTACHED, attachment.place, attachment.path)


def _may_be_ill(text: str) -> bool:
    """A cheap look before the careful one: each alternative of `ILL` holds one of these."""
    low = text.lower()
    return (
        "meld" in low or "skriven" in low or "schrieben" in low or "sick" in low or "ongeschikt" in low or "unfähig" in low
        or "lomalla" in low
    )  # fmt: skip


def _ill(at: int, leaf: Leaf, lexicon: Lexicon) -> Iterator[Finding]:
    """Somebody is said to be ill; a field that says so itself has been read as such."""
    found = ILL.search(leaf.text)
    if found is None or leaf.place in UNSPOKEN:
        return
    term = lexicon.meaning(leaf.names[-1]).term if leaf.names else None
    if term is None or "HEALTH" not in term.entities:
        yield Candidate(*found.span(), "HEALTH", "ToldIllness", TOLD, ("text:sickleave",)).finding(at, leaf.place, leaf.path)
