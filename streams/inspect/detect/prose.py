"""Persons in running text: only where the text itself says what stands there (a greeting, a title, a street's ending)."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from streams.inspect.detect.blocks import words
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.gazetteer import persons
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.names import CAPITALISED, COMPANY_WORDS, INITIAL, PARTICLE, WORD, is_person_like, is_somebodys_name
from streams.inspect.detect.witness import Heard, ahead, heard_in

GREETINGS: Final = (  # what stands before a name: the end of a letter, an introduction, its beginning, a title
    r"med vennlig hilsen|vennlig hilsen|mvh|hilsen|hjerteleg helsing|med venlig hilsen|venlig hilsen|vh",
    r"med vänliga hälsningar|med vänlig hälsning|vänliga hälsningar|vänligen|hälsningar",
    r"met vriendelijke groet(?:en)?|vriendelijke groet(?:en)?|groeten|mvg|mit freundlichen grüßen|mfg|viele grüße",
    r"kind regards|best regards|regards|sincerely|yours truly|best|cheers|yours",
    r"bästa hälsningar|hälsar|de bedste hilsner|kærlig hilsen|hilsner|vennleg helsing|hartelijke groet|gr\.",
    r"(?:viele|liebe|beste|freundliche|schöne) grüße|(?:herzliche|besten|freundlichen|schönen) gr(?:üßen|uß)|gruß|gez\.|gezeichnet",
    r"(?:ystävällisin )?terveisin|(?:su )?pagarba|pagarbiai|gerb\.|gerbiam(?:as|a)|hyvä|moikka|moi|sveik(?:i|as|a)",
    r"herrn|frøken|fröken|familien|familjen|familie|doktor|hra|rouva|ponas|ponia",
    r"signatur|underskrift",
    r"my name is|i am called|jeg heter|mitt navn er|jag heter|mitt namn är|jeg hedder|mit navn er",
    r"mijn naam is|ik heet|ich heiße|mein name ist",
    r"hei|hej|hi|hello|hallo|hoi|goddag|thanks|thank you|takk|tack|bedankt",
    r"dear|kjære|kära|kære|beste|geachte (?:heer|mevrouw)|sehr geehrter? (?:herr|frau)",
    r"mr\.?|mrs\.?|ms\.?|hr\.?|fru|herr|frau|dhr\.?|mevr\.?|mw\.?|de heer|mevrouw",
    r"dr\.|prof\.|monsieur|madame|mademoiselle|mme\.?|mlle\.?",
)
LAST_WORDS: Final = words("""
    hilsen mvh helsing vh hälsningar hälsning vänligen groet groeten mvg grüßen mfg grüße regards sincerely truly is called heter är
    hedder er heet heiße ist hei hej hi hello hallo hoi goddag thanks you takk tack bedankt dear kjære kära kære beste heer mevrouw herr
    best cheers yours hälsar hilsner groet gr gruß gez gezeichnet terveisin pagarba pagarbiai gerb gerbiamas gerbiama hyvä moikka moi
    sveiki sveikas sveika herrn frøken fröken familien familjen familie doktor hra rouva ponas ponia signatur underskrift
    frau mr mrs ms hr fru dhr mevr mw dr prof monsieur madame mademoiselle mme mlle
""")  # of the greetings
SERVICES: Final = (
    "dienst",
    "service",
    "palvelu",
    "tjänst",
    "tjeneste",
    "avdeling",
    "avdelningen",
    "afdeling",
    "abteilung",
    "team",
    "centrum",
)
AGENTS: Final = COMPANY_WORDS | words(
    "ihr ihre dein deine team all everyone colleagues kolleger kollegor kollegen mates jullie uw je skyrius"
)
LINE_ENDS: Final = frozenset({"best ", "best,", "best\n", "yours"})
HEADS: Final = tuple(  # the words of the greetings that another word follows
    f"{word} "
    for word in sorted(
        words("""
    med vennlig hjerteleg venlig vänliga vänlig met vriendelijke mit freundlichen viele kind best yours bästa de bedste kærlig vennleg
    hartelijke liebe beste freundliche schöne herzliche besten schönen ystävällisin su my name i am jeg mitt navn jag namn mijn naam ik
    ich mein thank geachte sehr geehrte geehrter
""")
    )
)
LONGEST_HEAD: Final = 14  # code points of one, with the blank
ALIKE: Final = str.maketrans("\u0131\u017f", "is", "\u0307")  # small letters that a pattern takes for others whatever their case
GAPS: Final = " ,.:!\n\r\t"  # between a greeting and a name


def _by_first_letter(known: Iterable[str]) -> str:
    """One pattern of all of them, which at most letters is told from how a word begins."""
    rests: dict[str, list[str]] = {}
    for word in sorted(known):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{first}(?:{'|'.join(found)})" for first, found in rests.items())


LAST: Final = re.compile(rf"(?<![^\W_])(?:{_by_first_letter(LAST_WORDS)})(?=[{GAPS}])")  # in small letters
BEFORE_GAP: Final = re.compile(rf"[^\W_]+(?=[{GAPS}])")
LONGEST_GREETING, LONGEST_GAP = 40, 7  # code points; a gap may begin with a title's dot
SHORTEST_NAME, LONGEST_NAME, LONGEST_PART = 3, 300, 60  # code points
MOST_PARTS: Final = 4  # words of a name
FIRST_PARTS: Final = re.compile(  # the first words of what `CAPITALISED` takes, one more than a name has
    rf"(?:{WORD}|{PARTICLE})(?:[ ,]+(?:{WORD}|{PARTICLE}|{INITIAL})){{0,{MOST_PARTS}}}"
)
GAP: Final = re.compile(r"[ ,]*")
SPOKEN: Final = re.compile(rf"\b(?:{'|'.join(GREETINGS)})[{GAPS}]{{1,6}}", re.IGNORECASE)
ADDRESSED: Final = re.compile(r"<(?=[^<>@\s]{1,64}+@)")
LONGEST_DISPLAYED, LONGEST_LOCAL = 64, 67  # code points of a name with its quotes, and of what stands up to the at-sign
DISPLAYED: Final = re.compile(r"\"?(?P<value>[^\W\d_][^<>@\"\n;,=:]{2,60}?)\"? ?<(?=[^<>@\s]{1,64}@)")
STREETS: Final = (  # how the names of streets end
    "gata|gaten|gate|gt\\.|veien|vegen|vei|veg|allé|alleen|plass|plassen|gatan|vägen|väg|torget|gränd|gade|gaden|vej|vejen|stræde",
    "straat|straatweg|laan|plein|gracht|kade|dreef|hof|weg|straße|strasse|str\\.|platz| Street| Road| Avenue| Lane| Drive",
)
TOWN: Final = r"(?:,? (?:[A-Z]{1,2}-)?[0-9]{3} ?[0-9]{1,2}(?: ?[A-Z]{2})? [A-ZÆØÅÄÖ][\wæøåäöéü\-]+(?: [A-ZÆØÅ][\wæøåäö\-]*)?)?"
NUMBERED_HOUSE: Final = r" [0-9]{1,4} ?[A-Za-z]?(?![\w])"
STREET: Final = re.compile(
    r"(?<![\w])(?:[A-ZÆØÅÄÖÉ][\w.'\-]{0,30} ){0,3}[A-ZÆØÅÄÖÉ]?[\w.'\-]{0,30}?"
    rf"(?:{'|'.join(STREETS)}){NUMBERED_HOUSE}{TOWN}"
)
ENDINGS: Final = tuple("|".join(STREETS).replace("\\", "").split("|"))
HOUSE: Final = re.compile(rf" (?={NUMBERED_HOUSE[1:]})")
LONGEST_POSTCODE: Final = 40  # code points between a house number and a town's name, and some more
LONGEST_STREET: Final = 160  # code points before a house number: four words of thirty-one and an ending; and what is read behind it
# these begin with a class of characters, so that a search passes over all others, and look back from there
NUMBER: Final = re.compile(r"[0-9A-Z](?<![\w.,].)(?:(?<=[0-9])|(?<=[A-Z])[A-Z]{0,5}[-/]?[0-9])[0-9A-Z\-/]{1,20}(?![\w])")
DATE: Final = re.compile(
    r"[0-9](?<![\w.\-/].)(?:[0-9]{3}-[0-9]{2}-[0-9]{2}|[0-9]?[./\-][0-9]{1,2}[./\-](?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]?\.? [^\W\d_]{3,10} [0-9]{4})(?![\w])"
)
NUMBERED: Final = frozenset({"CUSTOMER_NUMBER", "ORDER_NUMBER"})


def told(text: str, lexicon: Lexicon, *, greeted: bool = True, housed: bool = True, numbered: bool = True) -> Iterator[Candidate]:
    """Names, streets, named numbers and dates that the text tells of. False: it is known to hold no greeting, no street with a number,
    no digit."""
    if "<" in text and "@" in text:
        yield from _displayed(text)
    if " " not in text:
        if greeted and "\n" in text:
            yield from _spoken(text)
    else:
        if greeted:
            yield from _spoken(text)
        yield from persons(text)
        if housed:
            yield from _streets(text)
        if numbered:
            yield from _named_numbers(text, lexicon)


def displayed(text: str) -> Iterator[re.Match[str]]:
    """As `DISPLAYED.finditer(text)`, which would try a name at every letter: looked for only before a bracket with an address in it."""
    end = 0
    for bracket in ADDRESSED.finditer(text):
        at = bracket.start()
        found = DISPLAYED.search(text, max(end, at - LONGEST_DISPLAYED), at + LONGEST_LOCAL)
        if found is not None and found.end() == at + 1:
            end = found.end()
            yield found


def _displayed(text: str) -> Iterator[Candidate]:
    """Kari Eksempel <kari@example.org>"""
    for found in displayed(text):
        name = found.group("value").strip()
        if is_person_like(name):
            start = found.start("value")
            yield Candidate(start, start + len(name), "PERSON", "DisplayName", 0.85, ("pattern",), True)


def greetings(text: str) -> Iterator[re.Match[str]]:
    """As `SPOKEN.finditer(text)`, which would try every greeting at every letter: looked for only where the last word of one stands."""
    end = 0
    small = text.lower()
    for start, last in _last_words(text, small):
        if start < end:
            continue
        if text[start - 1 : start] == " " and _ends_with_head(text, start):
            for found in SPOKEN.finditer(text, max(end, start - LONGEST_GREETING), last + LONGEST_GAP):
                if found.start() <= start and found.end() > last:
                    end = found.end()
                    yield found
        elif (one := SPOKEN.match(text, start, last + LONGEST_GAP)) is not None:
            end = one.end()
            yield one


def _last_words(text: str, small: str) -> Iterator[tuple[int, int]]:
    """Where the last words of greetings stand with a gap behind them."""
    if len(small) == len(text):
        return (found.span() for found in LAST.finditer(small))
    return (found.span() for found in BEFORE_GAP.finditer(text) if found.group().lower() in LAST_WORDS)


def _ends_with_head(text: str, end: int) -> bool:
    """Whether a word of a greeting stands before `end` that another one follows."""
    before = text[max(0, end - LONGEST_HEAD) : end].lower()
    return (before if before.isascii() else before.translate(ALIKE)).endswith(HEADS)


def streets(text: str) -> Iterator[re.Match[str]]:
    """As `STREET.finditer(text)`: looked for only around a street's ending with a number behind it."""
    end = 0
    for number in HOUSE.finditer(text):
        at = number.start()
        if at < end or not text.endswith(ENDINGS, max(0, at - LONGEST_GREETING), at):
            continue
        found = STREET.search(text, max(end, at - LONGEST_STREET), at + LONGEST_STREET)
        if found is not None and found.start() < at:
            if found.end() > at + LONGEST_STREET - LONGEST_POSTCODE:  # a town's name may be longer than what was read
                found = STREET.match(text, found.start()) or found
            end = found.end()
            yield found


def _spoken(text: str) -> Iterator[Candidate]:
    """Names after a greeting, a title or "my name is"."""
    for found in greetings(text):
        written = _written_as_names(text, found.end()).rstrip(" ,")
        while written and written.split()[-1][0].islower():
            written = written.rpartition(" ")[0].rstrip(" ,")
        parts = written.split()
        if not 1 <= len(parts) <= MOST_PARTS or len(written) < SHORTEST_NAME:
            continue
        if found.group()[:5].lower() in LINE_ENDS and "\n" not in found.group():
            continue  # "Best, Phoebe" in two lines; "best Price" is not
        if any(part.lower() in AGENTS for part in parts) or parts[-1].lower().endswith(SERVICES):
            continue
        if is_somebodys_name(written) and (len(parts) == 1 or is_person_like(written)):
            score = 0.75 if len(parts) > 1 else 0.6
            yield Candidate(found.end(), found.end() + len(written), "PERSON", "SpokenName", score, ("pattern",), True)


def _written_as_names(text: str, start: int) -> str:
    """What `CAPITALISED` takes behind `start`; empty, too, where that is a list of more words than a name has: it may be a whole text."""
    last = start + LONGEST_NAME
    first = FIRST_PARTS.match(text, start, last)
    if first is None or any(not (part[0].islower() or part[0] == ",") for part in first.group().split()[MOST_PARTS:]):
        return ""
    found = CAPITALISED.match(text, start, last)
    if found is None:
        return ""
    gap = GAP.match(text, found.end())
    if gap is not None and gap.end() < last - LONGEST_PART:  # it ends where it ends, and not because no more was looked at
        return found.group()
    if any(not part[0].islower() for part in found.group().split()[MOST_PARTS:-1]):
        return ""
    found = CAPITALISED.match(text, start)
    return found.group() if found is not None else ""


def _streets(text: str) -> Iterator[Candidate]:
    for found in streets(text):
        if found.group()[0].isupper():
            yield Candidate(*found.span(), "LOCATION", "StreetAddress", 0.8, ("pattern",), True)


def _named_numbers(text: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Customer and order numbers and birth dates that a word names: "ordrenr SO-10042", "født 01.01.1990"."""
    for found, said in _named(NUMBER, text, lexicon, _names_a_number):
        if said.term is not None:
            yield Candidate(*found.span(), said.term.entities[0], "NamedNumber", 0.8, (f"text:{said.term.word}",), True)
    if DATE.search(text) is None:
        return
    for found, said in _named(DATE, text, lexicon, _names_a_birth):
        if said.term is not None:
            yield Candidate(*found.span(), "DATE_OF_BIRTH", "NamedDate", 0.85, (f"text:{said.term.word}",), True)


def _named(pattern: re.Pattern[str], text: str, lexicon: Lexicon, names: Callable[[Heard], bool]) -> Iterable[tuple[re.Match[str], Heard]]:
    """The pattern's matches before which such a word stands."""
    found = list(pattern.finditer(text))
    if not found:
        return ()
    before = ahead(text, [each.start() for each in found])
    if len(found) == 1:
        return [(found[0], spoken)] if names(spoken := heard_in(before[0], lexicon)) else ()
    said = {words: spoken for words in set(before) if names(spoken := heard_in(words, lexicon))}
    return ((each, said[words]) for each, words in zip(found, before, strict=True) if words in said) if said else ()


def _names_a_number(said: Heard) -> bool:
    return said.term is not None and said.distance <= 1 and said.term.entities[0] in NUMBERED


def _names_a_birth(said: Heard) -> bool:
    return said.term is not None and "DATE_OF_BIRTH" in said.term.entities
