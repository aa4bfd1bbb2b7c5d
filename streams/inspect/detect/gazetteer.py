"""Persons in running text by their names alone: a given name of the lists with a family name behind it, or on its own mid-sentence.

No model: lists of given and family names, the endings of family names, and what stands around. A word that is also something else
(April, Mark, Paris) counts only with a family name that is known.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from streams.inspect.detect import given_names_a, given_names_b, given_names_c, given_names_d, surnames, surnames_b
from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.names import CAPITAL, COMPANY_WORDS, NOT_NAMES, SMALL, is_company, is_person_like
from streams.inspect.plain import plain

FULL, LIKELY, ALONE = 0.8, 0.65, 0.55
RECOGNIZER: Final = "Gazetteer"
EVIDENCE: Final = ("name-list",)
LED: Final = ("pattern",)
LONGEST: Final = 6  # words of one name
RUNNING: Final = re.compile(rf"(?<![^\s(\"'])[{SMALL}]{{2,}}(?![^\s,.;:!?)\"'])")
FEWEST: Final = 2  # small words of a running text, or one and a full stop
SHORTEST: Final = 4  # letters of a given name that stands alone
PARTICLE: Final = r"(?:van|von|der|den|de|het|'t|ten|ter|te|af|av|la|le|du|da|dos|del|di|al|bin|zu|zur|zum|v\.d\.|vd)"
PARTICLES: Final = frozenset({"El", "Al", "Ben", "Bin", "Ait", "Ould", "Abu", "Van", "Von", "De", "Der", "Den", "Ter", "Ten", "Di", "Da"})
_TOKEN: Final = (
    rf"Ma?c[{CAPITAL}][{SMALL}]+|[{CAPITAL}][{SMALL}]+(?:['’\-][{CAPITAL}]?[{SMALL}]+)*"
    rf"|[{CAPITAL}]['’][{CAPITAL}][{SMALL}]+|[{CAPITAL}]{{2,}}|[{CAPITAL}]\."
)
_REST: Final = rf"(?<=M)a?c[{CAPITAL}][{SMALL}]+|[{SMALL}]+(?:['’\-][{CAPITAL}]?[{SMALL}]+)*|['’][{CAPITAL}][{SMALL}]+|[{CAPITAL}]+|\."
RUN: Final = re.compile(rf"[{CAPITAL}](?<![\w@.\-/\\_#].)(?:{_REST})(?:(?: | ?, )(?:{PARTICLE} ){{0,3}}(?:{_TOKEN})(?![\w@]))*")
WORD: Final = re.compile(rf"{PARTICLE}(?= )|{_TOKEN}")
SURNAME: Final = re.compile(
    r".{2,}(?:sen|sson|son|sdatter|sdotter|dóttir|stad|berg|berget|lund|dahl|nen|vičius|evičius|aitis|ienė|aitė|ytė|ūtė|uskas|auskas"
    r"|ski|ska|wska|wski|owicz|mann|mans|kens|meier|meyer|maier|huis|stra|inga|veld|eide|heim|vik|haug|moen|bakken|gaard|gård|qvist|kvist"
    r"|gren|ström|strøm|holm|feldt|sdottir|nić|vić|[a-zčšž]ić|[aeo]vič|[ao]glu|oğlu|zadeh|zade|.enko|[nsvlt]ov|[nsvlt]ova|[ae]eva|poulos|idis"
    r"|[aeiou]kis|escu|wala|pour|shvili|yan)"
)
STREET: Final = re.compile(
    r"(?i)(?:gata|gaten|gate|veien|vegen|vei|veg|allé|plass|gatan|vägen|väg|torg|torget|gade|vej|stræde|straat|laan|plein|gracht|kade"
    r"|torv|torvet|plads|pladsen|weg|steeg|brug|bro|broen|bron|kirke|kirkje|kyrka|kerk|kirche"
    r"|straße|strasse|platz|allee|katu|tie|street|road|avenue|lane|square|bridge|airport|university|hospital|stadion|skole|school|park)s?$"
)
ALSO_WORDS: Final = words("""
    adler alba alta august amber america amor angel april art asia ask aurora aust austin autumn bank basil beat beau bell benz bent berlin
    bill bird blue
    bob bonn brand brent brook brown burn can carol carolina case cash charm chase china christian christmas clay cliff cole cora crystal
    cruz dag dale dakota dallas dawn dean delta denver diamond dick dolly dom domino dot drew duke earl east eden eik else engel english
    erst essen even fairy faith falk fall fay fern finn flora florence ford forest frank french freya frost gene georgia german gift
    glad glen grace grant green gro gun gunder guy hall hand harmony hazel heath heather herb hill holly home hope houston hunter
    india iris israel ivory ivy jack jade jasmine jay jersey jet jewel job jordan joy judge juli june juni junior just kai kay kelly
    kent king lake lane laurel leo lily lime linden link liv london lord lot lotte love luna luther mac maj mai major mar march mark may
    max melody mercedes mercy merit merry mia miles milan mini misty mix modest moldova mont moses nice noble nova odd olive olympia opal
    page paris park pat patience pearl peer pepper per perle phil pia pilot pink pike pol polo poppy porto prince princess queen rain ray
    red rich river rob robin rock rod roma roman romania rome rose rosa ruby rue rush russel rusty sage saga sahara sam sand sandy santa
    savannah scarlet sem sep september sharon shell siena sierra silver sky smart sol sommer sonny sophia star stein sten stern stone
    storm sue summer sun sunny sydney tage tea ted terra terry texas theo thor tiger till tim tor trinity trip true turn uni union unity
    urban urs valentine van vanilla vera verona victor victoria victory vienna viking viola violet virginia vita vive wade ward west
    will willow winter wolf wood york young ziggy zion
    amanda-prisen aker bergen bjerke borg by daal dam dal eng fly fred fri hav hei heia helga hell her ida-huset jo kan kaffe kim lage
    avenue boulevard lane line metadata pays road square street ville
    lykke man mine mur nord ny ole-bull øst par rand ro rot sal sentrum sjø skal sol sonde sør start stat sted ting tone tonne trygg und
    var ved vest via vil vin vår

    als auch das der die ein eine es für heute ich ihr ist mit nach nicht oder sehr sie und uns von wir zu zum zur guten tag liebe lieber
""")
LEADS: Final = words("""
    ask says said tell told called driver employee patient customer client user tenant neighbour neighbor colleague student technician
    according recipient signed
    spør ring kontakt ifølge iflg avtalt snakket kunde kunden bruker brukeren ansatt ansatte medarbeider pasient pasienten elev eleven
    lærer sjåfør sjåføren tekniker montør selger saksbehandler leder kollega beboer leietaker avsender mottaker vikar kontaktperson
    søker nabo naboen rektor direktør sykepleier daglig advokat lege
    fråga ringa kontakta enligt kund kunder användare användaren anställd patienten förare föraren montören säljare handläggare chef
    hyresgäst avsändare mottagare granne grannen läkare
    spørg ifølge bruger brugeren medarbejder chauffør sælger sagsbehandler lejer afsender modtager kollegaen nabon
    vraag volgens bel klant klanten gebruiker medewerker patiënt leerling leraar chauffeur bestuurder verkoper huurder afzender ontvanger
    buurman buurvrouw contactpersoon collega namens
    frag frage laut kundin nutzer benutzer mitarbeiter mitarbeiterin patientin schüler lehrer fahrer verkäufer mieter absender empfänger
    nachbar nachbarin ansprechpartner kollege kollegin sachbearbeiter
    asiakas asiakkaan käyttäjä työntekijä potilas oppilas opettaja kuljettaja myyjä vuokralainen vastaanottaja lähettäjä yhteyshenkilö
    klientas klientė vartotojas darbuotojas pacientas vairuotojas gavėjas siuntėjas direktorius
""")  # words that somebody's name follows
BRANDS: Final = frozenset(
    {
        "Albert Heijn", "Clas Ohlson", "Ernst Young", "Carl Zeiss", "Hugo Boss", "Calvin Klein", "Tommy Hilfiger", "Louis Vuitton",
        "Ralph Lauren", "Helly Hansen", "Jack Wolfskin", "Johnnie Walker", "Jim Beam", "Jack Daniel", "Max Mara", "Thomas Cook",
        "Philip Morris", "Harley Davidson", "Aston Martin", "Eli Lilly", "Marie Claire", "Peter Hahn", "Michael Kors", "Karl Lagerfeld",
        "Jan Linders", "Dirk Rossmann", "Georg Jensen", "Royal Copenhagen", "Peter Wagner", "Karl Johan", "Sankt Hans", "Paul Smith",
    }
)  # fmt: skip
HOUSE: Final = re.compile(r" [0-9]")
SHORT_AFTER: Final = words("av af door by von til till hos med met mit")  # what a name of three letters may follow
LAST_WORD: Final = re.compile(r"([^\W\d_]+),? \Z")
LONGEST_LEAD: Final = 24  # code points of such a word
SAINTS: Final = ("St. ", "St ", "Ste. ", "Saint ", "Sainte ", "Sankt ", "Sint ")  # islands, churches and towns are called after them
NEAR: Final = 3  # words after a name in which a street's ending makes it one


@plain
class _Run:
    """Words that follow one another with capitals, and the text around them."""

    text: str
    offset: int
    found: tuple[tuple[int, int, str], ...]  # start and end in the run, word

    def word(self, index: int) -> str:
        return self.found[index][2]

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.offset + self.found[first][0], self.offset + self.found[last][1]

    def parted(self, index: int) -> bool:
        """A comma stands before this word."""
        return "," in self.text[self.offset + self.found[index - 1][1] : self.offset + self.found[index][0]]


def persons(text: str) -> Iterator[Candidate]:
    """Names that stand in a running text, in their order and apart; offsets in the text.

    A text without two small words is a label or a name itself: what it is, its field says.
    """
    if not is_running(text):
        return
    for found in RUN.finditer(text):
        if " " in found[0] or _is_given(found[0]):  # a word alone that is no given name is nobody's
            yield from _named(_run_of(text, found))


def _run_of(text: str, found: re.Match[str]) -> _Run:
    return _Run(text, found.start(), tuple((m.start(), m.end(), m.group()) for m in WORD.finditer(found.group())))


def is_running(text: str) -> bool:
    """Whether it reads as a sentence: two small words, or one and the end of a sentence."""
    small = len(list(islice(RUNNING.finditer(text), FEWEST)))
    return small > 0 and small + text.rstrip().endswith((".", "!", "?")) >= FEWEST


def _named(run: _Run) -> Iterator[Candidate]:
    index = 0
    while index < len(run.found):
        if _is_reversed(run, index):
            yield Candidate(*run.span(index, index + 1), "PERSON", RECOGNIZER, FULL, EVIDENCE, True)
            index += 2
            continue
        if not _is_given(run.word(index)):
            if led := _led(run, index):
                yield Candidate(*run.span(index, led), "PERSON", RECOGNIZER, LIKELY, LED, True)
            index = led + 1 if led else index + 1
            continue
        last, score = _extent(run, index)
        told = last > index or _stands_alone(run, index)
        short = score < FULL and run.word(index).isupper() and not run.word(last).isupper()  # ECRIN Metadata
        if score and told and not short and not _is_something_else(run, index, last):
            yield Candidate(*run.span(index, last), "PERSON", RECOGNIZER, score, EVIDENCE, True)
        index = last + 1


def _led(run: _Run, first: int) -> int:
    """The last word of an unknown name that begins here, behind a word that somebody's name follows; 0: none."""
    start, _ = run.span(first, first)
    if not _follows(run, start, LEADS):
        return 0
    last = first
    while last + 1 < len(run.found) and last - first < LONGEST and not run.parted(last + 1) and _may_be_a_name(run.word(last + 1)):
        last += 1
    begin, end = run.span(first, last)
    named = first < last <= first + 2 and is_person_like(run.text[begin:end])
    return last if named and not _is_something_else(run, first, last) else 0


def _follows(run: _Run, start: int, known: frozenset[str]) -> bool:
    ahead = LAST_WORD.search(run.text, max(0, start - LONGEST_LEAD), start)
    return ahead is not None and ahead[1].lower() in known


def _is_reversed(run: _Run, index: int) -> bool:
    """`Nordmann, Kari`"""
    if index + 1 >= len(run.found) or not run.parted(index + 1):
        return False
    family, given = run.word(index), run.word(index + 1)
    return _is_surname(family) and not _is_given(family) and _is_given(given) and not _is_word(given)


def _extent(run: _Run, first: int) -> tuple[int, float]:
    """The last word of the name that begins here, and how sure it is; 0: none."""
    last, score = first, 0.0 if _is_word(run.word(first)) else ALONE
    at = first + 1
    while at < len(run.found) and at - first < LONGEST and not run.parted(at):
        word = run.word(at)
        behind_particle = _is_particle(run.word(at - 1))
        if _is_particle(word):  # van, de, von, El: only with a name behind it
            pass
        elif _is_surname(word) or (behind_particle and score):
            last, score = at, FULL
        elif (_is_given(word) and not _is_word(word)) or (len(word) == 2 and word[1] == "."):
            last, score = (at, max(score, LIKELY)) if score else (last, score)
        elif at == last + 1 and score and _may_be_a_name(word):
            return at, max(score, LIKELY)
        else:
            break
        at += 1
    return last, score


def _is_particle(word: str) -> bool:
    return word[0].islower() or word in PARTICLES


def _is_something_else(run: _Run, first: int, last: int) -> bool:
    """A company's, a street's or a place's name that holds a person's."""
    start, end = run.span(first, last)
    ahead = [word for _, _, word in run.found[last + 1 : last + 1 + NEAR]]
    behind = run.text[end : end + 40]
    tail = behind.split(" ")[1:3] if behind[:1] == " " else []
    housed = (run.word(last),) if HOUSE.match(run.text, end) or STREET.match(run.word(last)) else ()
    if run.text.endswith(SAINTS, 0, start) or any(STREET.search(word.rstrip(",.")) for word in (*housed, *ahead, *tail)):
        return True
    if any(run.text.startswith(brand, begin) for begin in {start, run.span(max(0, first - 1), first)[0]} for brand in BRANDS):
        return True
    before = [run.word(first - 1)] if first and run.word(first - 1).lower() not in LEADS else []
    whole = " ".join((*before, run.text[start:end], *ahead[:2], *tail[:1]))
    return is_company(whole.rstrip(" ,.;:")) or any(word.lower().strip(".,") in COMPANY_WORDS for word in (*before, *ahead[:2], *tail[:1]))


def _stands_alone(run: _Run, index: int) -> bool:
    """A given name without a family name: a word of four letters and more, among small words, that is nothing else."""
    start, end = run.span(index, index)
    if (
        end - start < (SHORTEST - 1 if _follows(run, start, SHORT_AFTER) else SHORTEST)
        or _is_word(run.word(index))
        or not _is_often_given(run.word(index))
    ):
        return False
    if len(run.found) > 1 and not (index == 1 == len(run.found) - 1 and run.word(0).lower() in LEADS):
        return False  # part of a longer name; but "Fråga Birgitta" begins with a verb
    before, after = run.text[:start].rstrip()[-1:], run.text[end : end + 2]
    if before and before in "\"'«(:=/|-_@#":
        return False
    return after[:1] in ("", ",", ".", "!", "?", "'", "’", "\n", ")", ";") or (after[:1] == " " and after[1:].islower())


@cache
def _given() -> frozenset[str]:
    return frozenset(given_names_c.NAMES.split()) | _often_given()


@cache
def _often_given() -> frozenset[str]:
    return frozenset(f"{given_names_a.NAMES} {given_names_b.NAMES} {given_names_d.NAMES}".split())


@cache
def _surnames() -> frozenset[str]:
    return frozenset(f"{surnames.NAMES} {surnames_b.NAMES}".split())


@lru_cache(maxsize=16_384)
def _is_given(word: str) -> bool:
    name = _titled(word)
    if "-" in name:
        return name in _given() or all(_is_given(part) for part in name.split("-") if part)
    return name in _given() or given_names_d.NORSE.fullmatch(name) is not None


def _is_often_given(word: str) -> bool:
    """Not one of the names that are also many other things, and that only a name behind them tells."""
    return all(part in _often_given() or given_names_d.NORSE.fullmatch(part) for part in _titled(word).split("-"))


def _is_surname(word: str) -> bool:
    name = _titled(word)
    bare = name.removesuffix("s") if name.endswith("s") else name
    return name in _surnames() or bare in _surnames() or SURNAME.fullmatch(name) is not None or SURNAME.fullmatch(bare) is not None


def _is_word(word: str) -> bool:
    """Also something else than a name, in one of the languages."""
    return word.lower() in ALSO_WORDS


def _may_be_a_name(word: str) -> bool:
    lower = word.lower().strip(".")
    return (
        len(word) > 1
        and word[1:].replace("-", "").replace("'", "").isalpha()
        and not word.isupper()
        and lower not in NOT_NAMES
        and lower not in COMPANY_WORDS
        and lower not in ALSO_WORDS
    )


def _titled(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-")) if word.isupper() else word
