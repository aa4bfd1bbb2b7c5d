"""What spares the long way in long texts is what the long way would say."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.no import kontonr

from streams.inspect.detect import gazetteer, mail, norway, prose, witness
from streams.inspect.detect.identifiers import weighted
from streams.inspect.detect.lexicon import Lexicon
from streams.inspect.detect.presidio import Presidio

LEXICON = Lexicon()
PLAINLY = [  # patterns that begin with a class of characters, and how one would write them
    (prose.NUMBER, r"(?<![\w.,])(?:[A-Z]{1,6}[-/]?)?[0-9][0-9A-Z\-/]{1,20}(?![\w])"),
    (
        prose.DATE,
        r"(?<![\w.\-/])(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./\-][0-9]{1,2}[./\-](?:[0-9]{4}|[0-9]{2})"
        r"|[0-9]{1,2}\.? [^\W\d_]{3,10} [0-9]{4})(?![\w])",
    ),
    (
        witness.BREAK,
        r"[\n\r;|&]|[0-9]{4,}|(?<!\b[^\W\d_])(?<![Nn][ro])(?<![Tt]lf)(?<![Tt]el)[.!?] +(?=[A-ZÆØÅÄÖ])|</",
    ),
    (
        gazetteer.RUN,
        rf"(?<![\w@.\-/\\_#])(?:{gazetteer._TOKEN})(?:(?: | ?, )(?:{gazetteer.PARTICLE} ){{0,3}}(?:{gazetteer._TOKEN})(?![\w@]))*",
    ),
]
WRITTEN = [
    *("AB", "A", "É", "Mac", "Mc", "Kari", "Ola-Per", "O'Neil", "MacDonald", "KARI", "kari", "van der", "B.", "7", "12", "2025", "1" * 21),
    *(
        "2025-01-01",
        "1.2.90",
        "01. mai 1990",
        "-",
        "/",
        " ",
        ", ",
        ",",
        ".",
        "_",
        "@",
        "#",
        "\n",
        "|",
        "<",
        "/",
        "!",
        "Nr. ",
        "tlf. ",
        "\u0301",
    ),
]
RUN_TO_THE_END = re.compile(r"[!#$%&'*+\-/=?^_`{|}~.\w]++\Z")
pieces = st.from_regex(r"[a-zæ0-9.+=/'-]{0,10}@([a-zå0-9_-]{1,6}[.-]{1,2}){1,3}(com|no|museum|x)?[.-]{0,3}", fullmatch=True)
digits = st.text("0123456789", min_size=10, max_size=10).map(lambda ten: [ten + last for last in "0123456789"])


@given(st.one_of(digits, digits.map(lambda numbers: ["0000" + number[4:] for number in numbers])))
@settings(max_examples=1500, deadline=None)
def test_without_its_second_check_digit_a_number_is_neither_a_persons_nor_an_account(numbers: list[str]) -> None:
    for number in numbers:
        assert norway._second_holds(number) == (weighted(number, norway.SECOND) % norway.ELEVEN == 0)
        if not norway._second_holds(number):
            assert norway.read_fodselsnummer(number) is None
            assert norway.read_of_2032(number) is None
            assert norway._remainder(number) is None
            assert number.startswith(norway.POSTGIRO) or not kontonr.is_valid(number)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=20), st.lists(st.integers(1, 18), min_size=1, max_size=20))
def test_digits_are_weighted_one_by_one(number: list[int], weights: list[int]) -> None:
    assert weighted("".join(map(str, number)), weights) == sum(a * b for a, b in zip(number, weights, strict=False))


@pytest.fixture(scope="module")
def presidio() -> Presidio:
    return Presidio()


@given(pieces)
@settings(max_examples=200, deadline=None)
def test_the_end_of_a_sentence_is_no_part_of_an_address(presidio: Presidio, piece: str) -> None:
    assert presidio.find("EmailRecognizer", piece.rstrip(mail.TRAILING)) == presidio.find("EmailRecognizer", piece)


@given(st.one_of(pieces, st.text("aæ.+ @<\n\u0301", max_size=90)).map(lambda text: f"{text}@a.no"))
@settings(max_examples=300, deadline=None)
def test_what_stands_before_an_at_sign_is_read_back_to_what_no_address_has(text: str) -> None:
    at = text.rindex("@")
    before = RUN_TO_THE_END.search(text[max(0, at - mail.LOCAL) : at])
    assert mail._neighbourhood(text, at) == (at - len(before.group() if before else ""), len(text))


@given(
    st.lists(st.sampled_from(["kunde", "tlf. ", "ordrenr ", "12", "\n", "født ", "1990 ", "x" * 30, ": ", "er "]), max_size=20).map("".join)
)
@settings(max_examples=200, deadline=None)
def test_what_is_heard_before_several_numbers_is_what_is_heard_before_each(text: str) -> None:
    starts = range(len(text) + 1)
    said = [witness.heard_in(before, LEXICON) for before in witness.ahead(text, starts)]
    assert said == [witness.heard(text, start, LEXICON) for start in starts]


@pytest.mark.parametrize(("pattern", "plainly"), PLAINLY, ids=["number", "date", "break", "run"])
@given(text=st.lists(st.sampled_from(WRITTEN), max_size=14).map("".join))
@settings(max_examples=400, deadline=None)
def test_a_pattern_that_begins_with_a_class_of_characters_takes_what_it_takes_plainly_written(
    pattern: re.Pattern[str], plainly: str, text: str
) -> None:
    assert [m.span() for m in pattern.finditer(text)] == [m.span() for m in re.finditer(plainly, text)]
