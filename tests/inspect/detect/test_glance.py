"""What a glance tells of a value is what the long way says of it, whatever the field claims."""

import re
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]  # the standard library's own reading of a pattern, which typeshed leaves out

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.decode.message import decode
from streams.inspect.detect import national, surnames
from streams.inspect.detect.alternatives import any_of
from streams.inspect.detect.claims import Claim, Field
from streams.inspect.detect.detector import Detector
from streams.inspect.detect.given_names_a import NAMES as GIVEN
from streams.inspect.detect.glance import Glance
from streams.inspect.detect.lexicon import GROUPS, Lexicon
from streams.inspect.detect.looks import CODE, DATE, HOUSE, LOGIN, LONGEST, MAIL, MONEY, NAME, PHONE, POSTCODE, WORDS
from streams.inspect.detect.names import COMPANY, COMPANY_ENDINGS, COMPANY_WORDS, ENDS_OF_COMPANIES, NOT_NAMES, ROBOT_WORDS, THING_WORDS
from streams.inspect.detect.outcome import Asked, Outcome
from streams.inspect.detect.presidio import Presidio
from streams.inspect.detect.prose import ENDINGS, NUMBERED
from streams.inspect.detect.shapes import HIDDEN_SAID, NOTHING_SAID
from streams.inspect.detect.tokens import folded, spellings
from streams.inspect.detect.triage import Triage
from streams.inspect.detect.witness import heard
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget
from streams.traffic.generate import Load, traffic

LEXICON = Lexicon()
LIMIT = 100
MOST_DIGITS = 9  # in a row and where a number may begin, of a code, an amount or a day that is told at a glance
CLAIMS = sorted({(entities.split()[0], names.split(",")[0].strip()) for entities, _, names in GROUPS})


def names_of(text: str) -> set[str]:
    return {name for part in text.split(",") if (name := " ".join(part.split()))}


TERMS = sorted(set().union(*(names_of(text) for _, _, text in GROUPS)))
NUMBERS = sorted(set().union(*(names_of(text) for entities, _, text in GROUPS if entities.split()[0] in NUMBERED)))


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector(Presidio(), LEXICON, Triage(hyperscan=False))


def asked(entity: str, word: str = "word", *, strict: bool = False, party: bool = False, kind: str = "text", prose: bool = True) -> Asked:
    claim = Claim((entity,), word, (f"key:{word}", "record:person"), strict=strict, party=party)
    return Asked(Field((claim,)), kind, prose, False, False)  # type: ignore[arg-type]  # a word of a table


def both(detector: Detector, question: Asked, text: str) -> tuple[Outcome | None, Outcome]:
    """At a glance, and the long way."""
    mask = detector._texts.masks([text])[0]
    glimpse = detector._outcomes.asked(question.field, question.kind, question.prose, False, False).glimpse
    return glimpse(text) if glimpse else None, detector._look(question, text, LIMIT, mask)


given_names, family_names = st.sampled_from(sorted(GIVEN.split())), st.sampled_from(sorted(surnames.NAMES.split()))
made_up = st.text("abdeghijklmnoprstuvyzæøåäöüéßšžėęįų", min_size=1, max_size=14)
odd_words = st.sampled_from(
    sorted({*COMPANY_WORDS, *COMPANY_ENDINGS, *ENDS_OF_COMPANIES, *NOT_NAMES, *ROBOT_WORDS, *THING_WORDS, *NOTHING_SAID, *HIDDEN_SAID})
)
cased = st.one_of(made_up, odd_words, st.sampled_from(TERMS)).flatmap(
    lambda word: st.sampled_from([word.title(), word.capitalize(), word, word.upper(), f"Nord{word}"])
)
word = st.one_of(given_names, family_names, cased, made_up.map(str.title))
parted = st.sampled_from([" ", " ", " ", "-", " de ", " van der ", ". ", ", ", "’", "'", " & ", "  ", "\u00a0"])
phrases = st.lists(st.tuples(word, parted), min_size=1, max_size=5).map(lambda parts: "".join(w + p for w, p in parts[:-1]) + parts[-1][0])
digits = st.integers(0, 99_999).map(str)
roads = st.one_of(word, phrases, st.sampled_from(NUMBERS).map(str.title))
houses = st.sampled_from(["", "B", " b", ", 0155 Oslo"])
streets = st.tuples(roads, st.sampled_from([*ENDINGS, "", " g.", "s"]), digits, houses).map(lambda p: f"{p[0]}{p[1]} {p[2]}{p[3]}")
postcodes = st.tuples(st.from_regex(r"[0-9]{2,6}(?: ?[A-Z]{1,2}| [0-9]{2})?", fullmatch=True), phrases).map(" ".join)
codes = st.from_regex(r"[A-Za-z]{0,7}[-/ ]?[0-9]{1,13}(?:[-. /][0-9]{1,11})?[A-Dx]?", fullmatch=True).filter(str.isascii)
amounts = st.from_regex(r"-?[0-9]{1,9}(?:[.,][0-9]{1,3})?(?: kr)?", fullmatch=True).filter(str.isascii)
days = st.from_regex(r"(?:0001|1899|19[0-9]{2}|20[0-9]{2}|9999)-[01][0-9]-[0-3][0-9](?:T00:00:00Z)?", fullmatch=True).filter(str.isascii)
mails = st.from_regex(
    r"[a-z]{1,6}[0-9]{0,11}[a-d]?(?:[._+][a-z0-9]{1,9})?@(?:post\.)?[a-z]{2,9}[0-9]?\.(?:org|no|com|qq|local|internal|png)", fullmatch=True
).filter(str.isascii)
phones = st.one_of(
    st.sampled_from(["+47 400 00 1", "+46 70 174 06 ", "+45 26 00 01 ", "+44 20 7946 0", "+31 6 8500 0", "+4930 23125 ", "+370 600 00 "]),
    st.from_regex(r"\+(?:3[0-9]{1,2}|4[0-9]|1) ?[0-9]{2,12}(?:[ \-][0-9]{2,13})? ?", fullmatch=True).filter(str.isascii),
).flatmap(lambda start: st.integers(0, 999).map(lambda end: f"{start}{end}"))
logins = st.tuples(st.one_of(odd_words, made_up), st.sampled_from([".", "_", "-", ""]), digits).map("".join)
LABELS = sorted(set().union(*(names_of(text) for entities, _, text in GROUPS if entities in ("PERSON", "LOCATION", "JOB_TITLE"))))
written = st.sampled_from(LABELS).flatmap(
    lambda name: st.sampled_from([name, *spellings(name), *(name.replace(" ", link) for link in ("-", "s", ""))])
)
labels = st.tuples(written, st.sampled_from(["", "s", " home", "-value", " no"]), st.sampled_from([str.title, str.capitalize, str])).map(
    lambda parts: parts[2](parts[0] + parts[1])
)
BY_ENTITY = {
    "PERSON": st.one_of(phrases, labels), "JOB_TITLE": st.one_of(phrases, labels),
    "LOCATION": st.one_of(phrases, labels, streets, postcodes),
    "CUSTOMER_NUMBER": codes, "ORDER_NUMBER": codes, "SALARY": amounts, "DATE_OF_BIRTH": days, "USERNAME": logins, "EMAIL_ADDRESS": mails,
    "PHONE_NUMBER": phones,
}  # fmt: skip
plain = st.one_of(*BY_ENTITY.values())
ODD = "\u200b \u00ad * xxx @ :// <b> %20 ﬁ ž Ž İ + = \\u0041 • 0"
odd = st.sampled_from([*ODD.split(), "\n", " ", "Basic "])
of_a_look = st.sampled_from([NAME, WORDS, POSTCODE, HOUSE, CODE, MAIL, PHONE, LOGIN, MONEY, DATE]).flatmap(
    lambda look: st.from_regex(look, fullmatch=True)
)
mixed = st.tuples(plain, odd, st.integers(0, 30)).map(lambda p: p[0][: p[2]] + p[1] + p[0][p[2] :])


@given(
    st.sampled_from(sorted(BY_ENTITY)).flatmap(lambda entity: st.tuples(st.just(entity), BY_ENTITY[entity])),
    st.sampled_from(TERMS),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=600, deadline=None)
def test_what_is_told_at_a_glance_is_what_the_long_way_says(
    detector: Detector, value: tuple[str, str], term: str, strict: bool, party: bool, prose: bool
) -> None:
    glanced, read = both(detector, asked(value[0], term, strict=strict, party=party, prose=prose), value[1])
    assert glanced is None or glanced == read


@given(
    st.one_of(st.sampled_from(CLAIMS), st.tuples(st.sampled_from(sorted(BY_ENTITY)), st.sampled_from(TERMS))),
    st.sampled_from(["text", "number"]),
    st.one_of(plain, of_a_look, mixed, st.sampled_from(TERMS).map(str.title), st.text(max_size=20)),
)
@settings(max_examples=600, deadline=None)
def test_of_any_value_in_any_field_a_glance_tells_what_the_long_way_says_or_nothing(
    detector: Detector, claim: tuple[str, str], kind: str, text: str
) -> None:
    glanced, read = both(detector, asked(*claim, kind=kind), text)
    assert glanced is None or glanced == read


@pytest.mark.parametrize("platform", ["connxio", "connectmyapps", "conneqtech", "connectis", "superoffice"])
def test_generated_traffic_is_told_at_a_glance_as_it_is_the_long_way(
    detector: Detector, platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []

    def recall(question: Asked, text: str) -> None:
        glanced, read = both(detector, question, text)
        if glanced is not None:
            assert glanced == read
            told.append(text)

    monkeypatch.setattr(detector._outcomes, "recall", recall)
    for step in traffic(Load(platform, 80, "glance")):
        for envelope in unwrap(step.raw):
            detector.find(decode(envelope, Budget()), lambda _: False, Budget())
    assert len(told) > 9


@pytest.mark.parametrize(
    ("entity", "text", "found"),
    [
        ("PERSON", "Kari Nordmann-Eksempel", ["PERSON"]),
        ("PERSON", "Žvėdė Jūratė", ["PERSON"]),
        ("PERSON", "Sanne de Voorbeeld", ["PERSON"]),
        ("LOCATION", "Åsgata 12", ["LOCATION"]),
        ("LOCATION", "Eksempelstraße 4 b", ["LOCATION"]),
        ("LOCATION", "Kęstas g. 67", ["LOCATION"]),
        ("LOCATION", "łgaden 5516", ["LOCATION"]),
        ("LOCATION", "0155 OSLO", ["LOCATION"]),
        ("LOCATION", "1234 AB Den Haag", ["LOCATION"]),
        ("LOCATION", "Ytre Enebakk", ["LOCATION"]),
        ("JOB_TITLE", "Senior rådgiver", ["JOB_TITLE"]),
        ("CUSTOMER_NUMBER", "KQ0329-72572", ["CUSTOMER_NUMBER"]),
        ("ORDER_NUMBER", "SO-243214761", ["ORDER_NUMBER"]),
        ("SALARY", "478265.19", ["SALARY"]),
        ("DATE_OF_BIRTH", "1951-11-07", ["DATE_OF_BIRTH"]),
        ("USERNAME", "kari.nordmann12", ["USERNAME"]),
        ("EMAIL_ADDRESS", "kari1987.nordmann@example.org", ["EMAIL_ADDRESS"]),
        ("EMAIL_ADDRESS", "Kari-Anne.Nordmann@post-example.org", ["EMAIL_ADDRESS"]),
        ("PHONE_NUMBER", "+47 400 00 123", ["PHONE_NUMBER"]),
    ],
)
def test_the_usual_values_are_told_at_a_glance(detector: Detector, entity: str, text: str, found: list[str]) -> None:
    glanced, read = both(detector, asked(entity), text)
    assert glanced == read
    assert [winner.entity for winner in read.winners] == found


@pytest.mark.parametrize(
    ("entity", "text"),
    [
        ("PERSON", "Nordmann Transport"),
        ("PERSON", "Kari Nordmann AS"),
        ("PERSON", "Basic Nordmannn"),
        ("PERSON", "Redacted"),
        ("PERSON", "Deadbeef-Deadbeef-Deadbeef"),
        ("LOCATION", "Kundenummergata 123"),
        ("LOCATION", "Ordre Nr Gata 10042"),
        ("CUSTOMER_NUMBER", "0101901234"),
        ("CUSTOMER_NUMBER", "000000"),
        ("EMAIL_ADDRESS", "01019012345@example.org"),
        ("DATE_OF_BIRTH", "1900-01-01"),
        ("PHONE_NUMBER", "+47 4010 05 78903"),
        ("PHONE_NUMBER", "+47 000 00 000"),
        ("SALARY", "0"),
        ("USERNAME", "service.12"),
        ("PERSON", "žwu Phillips"),
        ("PERSON", "Kari LİMİTED"),
        ("PERSON", "Hilsen Kari"),
        ("LOCATION", "Hilsen Kari Gate 12"),
        ("LOCATION", "Fa-De-Be-Da-Ca-Ed"),
        ("EMAIL_ADDRESS", "no9386011117947@example.org"),
        ("EMAIL_ADDRESS", "ab123456c@example.org"),
        ("EMAIL_ADDRESS", "kari@dead.beef.cafe.example"),
    ],
)
def test_what_may_be_something_else_is_left_to_the_long_way(detector: Detector, entity: str, text: str) -> None:
    assert both(detector, asked(entity), text)[0] is None


def test_a_field_that_claims_several_things_is_left_to_the_long_way(detector: Detector) -> None:
    claims = tuple(Claim((entity,), "word", ("key:word",)) for entity in ("PERSON", "LOCATION"))
    for field in (Field(claims), Field((Claim(("PERSON", "USERNAME"), "word", ("key:word",)),)), Field()):
        assert both(detector, Asked(field, "text", True, False, False), "Kari Nordmann")[0] is None


def test_no_number_that_may_stand_alone_has_so_few_digits_that_a_glance_passes_it_over() -> None:
    for shape in (shape for identifier in national.IDENTIFIERS for shape in identifier.shapes):
        assert _parser.parse(shape).getwidth()[0] > MOST_DIGITS


def test_every_last_word_of_a_company_is_known_to_the_glance() -> None:
    ends = set(_written(_parser.parse(COMPANY.pattern, COMPANY.flags)))
    last = {end.split()[-1].lower() for end in ends if end.strip(" ,/(-)") and "." not in end}
    assert len(last) > 50
    assert {end for end in last if end.isalpha()} <= {end.lower() for end in ENDS_OF_COMPANIES}


def _written(pattern: object) -> Iterator[str]:
    """All that a pattern without classes takes, each thing that may stand there once left out and once there."""
    ends = [""]
    for op, argument in pattern:  # type: ignore[attr-defined]  # sre's own parse tree has no types
        name = str(op)
        if name == "LITERAL":
            more = [chr(argument)]
        elif name == "BRANCH":
            more = [end for branch in argument[1] for end in _written(branch)]
        elif name == "SUBPATTERN":
            more = list(_written(argument[-1]))
        elif name == "MAX_REPEAT":
            more = ["", *_written(argument[2])]
        else:
            more = [" "] if name == "IN" else [""]
        ends = [end + one for end in ends for one in more]
    yield from ends


@given(
    st.sampled_from(NUMBERS).flatmap(lambda name: st.sampled_from([*spellings(name), name, *(name.replace(" ", link) for link in "se")])),
    st.sampled_from(["", "s", " home", "2", "gata", " street", "en", "nr", "nummer", " no"]),
    st.sampled_from(["", "Ny ", "Nord", "hoved"]),
    st.sampled_from([str, str.title, str.upper, str.capitalize]),
)
@settings(max_examples=800, deadline=None)
def test_where_a_word_names_a_number_one_of_the_beginnings_stands(name: str, behind: str, before: str, case: type[str]) -> None:
    text = case(f"{before}{name}{behind} ")
    said = heard(text, len(text), LEXICON)
    if said.term is not None and said.distance <= 1 and said.term.entities[0] in NUMBERED:
        beginnings = any_of(LEXICON.beginnings(NUMBERED))
        assert beginnings.search("".join(char for char in folded(text).lower() if char.isalnum()))


@given(st.lists(st.text("abc.", min_size=1, max_size=4), max_size=8), st.text("abc.", max_size=12))
def test_any_of_some_words_is_found_where_one_of_them_stands(words: list[str], text: str) -> None:
    assert (any_of(words).search(text) is not None) == any(word in text for word in words)


@given(st.one_of(cased, phrases), st.sampled_from(sorted({tuple(entities.split()) for entities, _, _ in GROUPS})))
@settings(max_examples=600, deadline=None)
def test_a_text_of_letters_that_may_be_a_term_may_be_one_by_its_first_letters(text: str, entities: tuple[str, ...]) -> None:
    if re.fullmatch(r"[^\W\d_]{3}[^\W\d_ \-]*(?:[ \-][^\W\d_]+)*", text) and LEXICON.may_be_term(text, entities):
        assert LEXICON.may_begin(text[:3], entities)


def test_a_glance_holds_no_more_answers_than_its_bound(monkeypatch: pytest.MonkeyPatch, detector: Detector) -> None:
    monkeypatch.setattr("streams.inspect.detect.glance.READY", 16)
    glance = Glance(LEXICON, detector._texts._patterns)
    glimpse = glance.at(asked("PERSON").field, "text", True)
    assert glimpse is not None
    for length in range(1, 200):
        assert (glimpse("K" + "a" * length) is not None) == (length < LONGEST)
    assert len(glance._ready) <= 16
