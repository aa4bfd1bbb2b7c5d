"""Persons in running text by their names alone: a given name of the lists with a family name behind it, or on its own mid-sentence.

No model: lists of given and family names, the endings of family names, and what stands around. A word that is also something else
(April, Mark, Paris) counts only with a family name that is known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

from streams.inspect.detect import given_names_a, given_names_b, surnames
from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.names import CAPITAL, COMPANY_WORDS, NOT_NAMES, SMALL, is_company

FULL, LIKELY, ALONE = 0.8, 0.65, 0.55
RECOGNIZER: Final = "Gazetteer"
EVIDENCE: Final = ("name-list",)
LONGEST: Final = 6  # words of one name
RUNNING: Final = re.compile(rf"(?<![^\s(\"'])[{SMALL}]{{2,}}(?![^\s,.;:!?)\"'])")
FEWEST: Final = 2  # small words of a running text, or one and a full stop
SHORTEST: Final = 4  # letters of a given name that stands alone
PARTICLE: Final = r"(?:van|von|der|den|de|het|'t|ten|ter|te|af|av|la|le|du|da|dos|del|di|al|bin|zu|zur|zum|v\.d\.|vd)"
_TOKEN: Final = (
    rf"[{CAPITAL}][{SMALL}]+(?:['’\-][{CAPITAL}]?[{SMALL}]+)*|[{CAPITAL}]['’][{CAPITAL}][{SMALL}]+|[{CAPITAL}]{{2,}}|[{CAPITAL}]\."
)
RUN: Final = re.compile(rf"(?<![\w@.\-/\\_#])(?:{_TOKEN})(?:(?: | ?, )(?:{PARTICLE} ){{0,3}}(?:{_TOKEN})(?![\w@]))*")
WORD: Final = re.compile(rf"{PARTICLE}(?= )|{_TOKEN}")
SURNAME: Final = re.compile(
    r".{2,}(?:sen|sson|son|sdatter|sdotter|dóttir|stad|berg|berget|lund|dahl|nen|vičius|evičius|aitis|ienė|aitė|ytė|ūtė|uskas|auskas"
    r"|ski|ska|wska|wski|owicz|mann|mans|kens|meier|meyer|maier|huis|stra|inga|veld|eide|heim|vik|haug|moen|bakken|gaard|gård|qvist|kvist"
    r"|gren|ström|strøm|holm|feldt|sdottir)"
)
STREET: Final = re.compile(
    r"(?i)(?:gata|gaten|gate|veien|vegen|vei|veg|allé|plass|gatan|vägen|väg|torg|torget|gade|vej|stræde|straat|laan|plein|gracht|kade"
    r"|straße|strasse|platz|allee|katu|tie|street|road|avenue|lane|square|bridge|airport|university|hospital|stadion|skole|school|park)s?$"
)
ALSO_WORDS: Final = words("""
    adler alba alta amber america amor angel april art asia ask aurora aust austin autumn bank basil beat beau bell benz bent berlin
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
    avenue boulevard lane pays road square street ville
    lykke man mine mur nord ny ole-bull øst par rand ro rot sal sentrum sjø skal sol sonde sør start stat sted ting tone tonne trygg und
    var ved vest via vil vin vår

    als auch das der die ein eine es für heute ich ihr ist mit nach nicht oder sehr sie und uns von wir zu zum zur guten tag liebe lieber
""")
NEAR: Final = 3  # words after a name in which a street's ending makes it one


@dataclass(frozen=True, slots=True)
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
        run = _Run(text, found.start(), tuple((m.start(), m.end(), m.group()) for m in WORD.finditer(found.group())))
        yield from _named(run)


def is_running(text: str) -> bool:
    """Whether it reads as a sentence: two small words, or one and the end of a sentence."""
    small = len(list(islice(RUNNING.finditer(text), FEWEST)))
    return small + text.rstrip().endswith((".", "!", "?")) >= FEWEST


def _named(run: _Run) -> Iterator[Candidate]:
    index = 0
    while index < len(run.found):
        if _is_reversed(run, index):
            yield Candidate(*run.span(index, index + 1), "PERSON", RECOGNIZER, FULL, EVIDENCE, True)
            index += 2
            continue
        if not _is_given(run.word(index)):
            index += 1
            continue
        last, score = _extent(run, index)
        told = last > index or _stands_alone(run, index)
        if score and told and not _is_something_else(run, index, last):
            yield Candidate(*run.span(index, last), "PERSON", RECOGNIZER, score, EVIDENCE, True)
        index = last + 1


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
        behind_particle = run.word(at - 1)[0].islower()
        if word[0].islower():  # van, de, von: only with a name behind it
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


def _is_something_else(run: _Run, first: int, last: int) -> bool:
    """A company's, a street's or a place's name that holds a person's."""
    start, end = run.span(first, last)
    ahead = [word for _, _, word in run.found[last + 1 : last + 1 + NEAR]]
    behind = run.text[end : end + 40]
    tail = behind.split(" ")[1:3] if behind[:1] == " " else []
    if any(STREET.search(word.rstrip(",.")) for word in (*ahead, *tail)):
        return True
    before = [run.word(first - 1)] if first else []
    whole = " ".join((*before, run.text[start:end], *ahead[:2], *tail[:1]))
    return is_company(whole.rstrip(" ,.;:")) or any(word.lower().strip(".,") in COMPANY_WORDS for word in (*before, *ahead[:2], *tail[:1]))


def _stands_alone(run: _Run, index: int) -> bool:
    """A given name without a family name: a word of four letters and more, among small words, that is nothing else."""
    start, end = run.span(index, index)
    if end - start < SHORTEST or _is_word(run.word(index)) or len(run.found) > 1:
        return False
    before, after = run.text[:start].rstrip()[-1:], run.text[end : end + 2]
    if before and before in "\"'«(:=/|-_@#":
        return False
    return after[:1] in ("", ",", ".", "!", "?", "'", "’", "\n", ")", ";") or (after[:1] == " " and after[1:].islower())


@cache
def _given() -> frozenset[str]:
    return frozenset(f"{given_names_a.NAMES} {given_names_b.NAMES}".split())


@cache
def _surnames() -> frozenset[str]:
    return frozenset(surnames.NAMES.split())


def _is_given(word: str) -> bool:
    name = _titled(word)
    return name in _given() or ("-" in name and all(part in _given() for part in name.split("-")))


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
