"""What the elements of UN/EDIFACT segments hold: parties, contacts, references, dates and accounts by tag, position and qualifier.

Positions and codes are those of the United Nations directories D.96A to D.01B, and of PAXLST and the health messages where these use
segments of their own. Elements count from 1 behind the tag, components from 1 in an element, as the paths write them.
"""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from streams.inspect.detect.claims import Claim, Field
from streams.inspect.detect.names import is_company, is_person_like
from streams.inspect.words import NESTED, Leaf, Path, Syntax

At = tuple[int, int]  # element and component
Values = Mapping[At, str]

PERSONS: Final = frozenset({"FL", "FM", "DDT", "DDU", "PAT", "PER"})  # 3035: passengers, crew, both in transit; patient, person
NUMBERS: Final = (
    "CUSTOMER_NUMBER",
    "NO_FODSELSNUMMER",
    "SE_PERSONNUMMER",
    "DK_CPR",
)  # what a party's identifier may be, if it is a person's
IDENTIFIERS: Final = (*NUMBERS, "UK_NHS", "NL_BSN")  # a patient's or passenger's
ACCOUNTS: Final = ("BANK_ACCOUNT", "NO_BANK_ACCOUNT", "IBAN_CODE")
NAMED: Final[At] = (0, 0)  # of a party: names stand in segments of their own (PNA)
GS1: Final = "9"  # 3055: a GLN
FREE_TEXT: Final = frozenset({"FTX", "IMD"})
OWN_QUALIFIER: Final = MappingProxyType({"COM": 2, "UNB": 2, "PNA": 1})  # the component of the same element; elsewhere it is 1.1
ANY: Final = ""  # whatever the qualifier
TOLD: Final[Mapping[tuple[str, At, str], tuple[tuple[str, ...], str]]] = MappingProxyType(  # tag, position, qualifier
    {
        ("CTA", (2, 1), ANY): (("PERSON",), "cta-3413"),
        ("CTA", (2, 2), ANY): (("PERSON",), "cta-3412"),
        **{("COM", (n, 1), way): (("PHONE_NUMBER",), "com-3148") for n in (1, 2, 3) for way in ("TE", "AL", "FX")},  # 3155
        **{("COM", (n, 1), "EM"): (("EMAIL_ADDRESS",), "com-3148") for n in (1, 2, 3)},
        **{("RFF", (1, 2), kind): (("ORDER_NUMBER",), "rff-1154") for kind in ("ON", "CO", "VN", "AVF")},  # 1153
        **{("RFF", (1, 2), kind): (("ORGANIZATION_NUMBER",), "rff-1154") for kind in ("VA", "XA", "GN", "AHP", "FC")},
        ("RFF", (1, 2), "IT"): (("CUSTOMER_NUMBER",), "rff-1154"),
        ("RFF", (1, 2), "CR"): (("PERSON",), "rff-1154"),
        **{("BGM", (2, 1), kind): (("ORDER_NUMBER",), "bgm-1004") for kind in ("105", "220", "221", "224")},  # 1001: orders
        ("DTM", (1, 2), "329"): (("DATE_OF_BIRTH",), "dtm-2380"),  # 2005
        ("PDI", (1, 1), ANY): (("GENDER",), "pdi-3499"),
        ("ATT", (3, 1), "2"): (("GENDER",), "att-9019"),  # 9017
        ("LOC", (2, 4), "180"): (("LOCATION",), "loc-3224"),  # 3227: place of birth
        ("EMP", (3, 4), ANY): (("JOB_TITLE",), "emp-9008"),
        ("EMP", (3, 5), ANY): (("JOB_TITLE",), "emp-9008"),
        ("EMP", (5, 1), ANY): (("JOB_TITLE",), "emp-3494"),
        ("UNB", (6, 1), "PW"): (("PASSWORD",), "unb-0022"),  # 0025
        ("PNA", (2, 1), ANY): (IDENTIFIERS, "pna-7402"),
        ("PNA", (3, 1), ANY): (IDENTIFIERS, "pna-3039"),
        **{("PNA", (n, 2), ANY): (("PERSON",), "pna-3398") for n in range(5, 11)},  # parts of the name; the health messages begin at 5
        **{("PNA", (n, 2), "TI"): ((), "") for n in range(5, 11)},  # 3405: a title
    }
)  # fmt: skip
NUMBER_OF_A_THING: Final = Field(thing=True)  # articles, amounts, codes, counts: what most of an interchange is
FREE: Final = Field()


class Segments:
    """The EDIFACT segments of one message: `field(leaf)` is what an element's position says it holds."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._values: dict[Path, dict[At, str]] = {}
        self._party: dict[Path, Path] = {}  # of each segment the NAD before it
        party: Path = ()
        for leaf in leaves:
            if (end := _end(leaf.path)) and len(leaf.path) == end + 2:
                segment = leaf.path[:end]
                if segment not in self._values:
                    party = segment if segment[-2] == "NAD" else () if segment[-2] in ("UNH", "UNS") else party
                    self._party[segment] = party
                self._values.setdefault(segment, {}).setdefault(_at(leaf.path), leaf.text)
        if any(segment[-2] == "PNA" for segment in self._values):
            for segment, values in self._values.items():
                if segment[-2] == "NAD":
                    values[NAMED] = "PNA"

    def field(self, path: Path) -> Field | None:
        """None where the path does not end in an element of a segment: elsewhere, or in a document inside one."""
        end = _end(path)
        if not end:
            return None
        if len(path) != end + 2:
            return NUMBER_OF_A_THING
        segment, at = path[:end], _at(path)
        values = self._values.get(segment, {})
        tag = str(segment[-2])
        if tag in FREE_TEXT:
            return FREE
        if (of_tag := TAGS.get(tag)) is not None:
            return of_tag(at, values, self._values.get(self._party.get(segment, ()), {}))
        return _of_element(tag, at, values)


def _end(path: Path) -> int:
    """The number of path segments up to and with the number of the EDIFACT segment; 0 where there is none."""
    if Syntax.EDIFACT not in path:
        return 0
    at = path.index(Syntax.EDIFACT)
    return at + 3 if len(path) >= at + 3 and NESTED not in path[at:] else 0


def _at(path: Path) -> At:
    element, component = path[-2:]
    return (element + 1, component + 1) if isinstance(element, int) and isinstance(component, int) else (0, 0)


def _claim(entities: tuple[str, ...], word: str, *, strict: bool = False, party: bool = False) -> Field:
    """`strict` asks for a value that looks like a person's name."""
    return Field((Claim(entities, word, (f"key:{word}",), strict and entities == ("PERSON",), party),))


def _is_somebody(values: Values) -> bool:
    """A person by the party's role, or by a name that is one and no company beside it."""
    names = [values.get((element, line), "") for element in (3, 4) for line in range(1, 6)]
    if values.get((1, 1), "") in PERSONS:
        return True
    return any(is_person_like(name) for name in names) and not any(is_company(name) for name in names)


def _leads(component: int, values: Values) -> bool:
    """Whether the line is one of the name: those before the first that is empty or has a number, if a numbered one comes behind them."""
    lines = [values.get((3, line), "") for line in range(1, 6)]
    numbered = [any(c.isdigit() for c in line) for line in lines]
    names = next((at for at, line in enumerate(lines) if not line or numbered[at]), len(lines))
    return NAMED not in values and component <= names and any(numbered[names:])


def _of_party(at: At, values: Values, _: Values) -> Field:
    """NAD: 3035, C082 identification, C058 name and address in lines, C080 name, C059 street, 3164 city, 3229, 3251 postcode, 3207."""
    element, component = at
    if not _is_somebody(values):
        return Field(thing=element == 2, organisation=True)
    person = values.get((1, 1), "") in PERSONS
    if at == (2, 1):
        gs1 = values.get((2, 3), "") == GS1
        return NUMBER_OF_A_THING if gs1 else _claim(IDENTIFIERS if person else NUMBERS, "nad-3039")
    if element == 3:
        is_name = _leads(component, values) if person else is_person_like(values.get(at, ""))  # a passenger's name may stand in PNA
        return _claim(("PERSON",), "nad-3124", strict=not person) if is_name else _claim(("LOCATION",), "nad-3124")
    if element == 4 and component <= 5:
        return _claim(("PERSON",), "nad-3036", strict=not person)
    word = {5: "nad-3042", 6: "nad-3164", 8: "nad-3251"}.get(element)
    return _claim(("LOCATION",), word) if word else NUMBER_OF_A_THING


def _of_address(at: At, _: Values, party: Values) -> Field:
    """ADR: C817, C090 address lines, 3164 city, 3251 postcode. The party's that stands before it; by itself somebody's."""
    if party and not _is_somebody(party):
        return Field(organisation=True)
    element, component = at
    word = "adr-3286" if element == 2 and component > 1 else {3: "adr-3164", 4: "adr-3251"}.get(element)
    return _claim(("LOCATION",), word) if word else NUMBER_OF_A_THING


def _of_account(at: At, values: Values, _: Values) -> Field:
    """FII: 3035, C078 account number, holder's name twice, currency; C088 the bank."""
    if any(is_company(values.get(holder, "")) for holder in ((2, 2), (2, 3))):
        return Field(thing=True, organisation=True)
    if at == (2, 1):
        return _claim(ACCOUNTS, "fii-3194")
    return _claim(("PERSON",), "fii-3192", strict=True, party=True) if at in ((2, 2), (2, 3)) else NUMBER_OF_A_THING


TAGS: Final[Mapping[str, Callable[[At, Values, Values], Field]]] = MappingProxyType(  # position, the segment's values, its party's
    {"NAD": _of_party, "ADR": _of_address, "FII": _of_account}
)


def _of_element(tag: str, at: At, values: Values) -> Field:
    """The segments in which a qualifier, or the position alone, says what the value is."""
    qualifier = values.get((at[0], OWN_QUALIFIER[tag]) if tag in OWN_QUALIFIER else (1, 1), "")
    entities, word = TOLD.get((tag, at, qualifier)) or TOLD.get((tag, at, ANY)) or ((), "")
    return _claim(entities, word, strict=tag != "PNA") if entities else NUMBER_OF_A_THING
