"""Flat text: SIE field by field; of other formats the text, and that it was not read field by field."""

from pathlib import Path as File

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.detect.detector import standard
from streams.inspect.paths import render
from streams.inspect.words import Budget
from tests.inspect.decode.reading import BUDGET, body, leaves
from tests.inspect.decode.walking_tables import unmarked

FILES = File(__file__).parent / "files" / "flat"
BOOKS = sorted(FILES.glob("sie4-*.cp437.se"))
HEAD = "#FLAGGA 0\n#FORMAT PC8\n"


@pytest.mark.parametrize("file", BOOKS, ids=lambda file: file.stem)
def test_bookkeeping_is_read_in_its_own_charset_and_what_is_marked_is_found(file: File) -> None:
    text, marks = unmarked(file.read_bytes().decode())
    message = body(text.encode("cp437"))
    assert (message.scanned, message.reasons) == ("full", ())
    assert any(path.endswith(".FNAMN.företagsnamn") and text.endswith(" AB") for path, text in leaves(message).items())
    lines = text.split("\n")
    found = standard().find(message, lambda word: False, BUDGET).findings
    assert {(f.entity, message.leaves[f.leaf].text[f.start : f.end]) for f in found} == {(e, text[a:b]) for a, b, e in marks}
    for finding in found:
        line = int(render(finding.path)[1:].partition("]")[0])
        assert message.leaves[finding.leaf].text[finding.start : finding.end] in lines[line]


def test_there_are_five_books_and_a_name_in_quotes_is_read() -> None:
    assert len(BOOKS) >= 5
    text, _ = unmarked((FILES / "sie4-bookkeeping.cp437.se").read_bytes().decode())
    assert leaves(body(text.encode("cp437")))["[5].FNAMN.företagsnamn"] == 'Östbergs "Bygg" AB'


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            '#ADRESS "Åsa" "Gatan 1" "123 45 Ö" 070',
            {"kontakt": "Åsa", "utdelningsadress": "Gatan 1", "postadress": "123 45 Ö", "tel": "070"},
        ),
        ('#FNAMN "A \\"B\\" C"', {"företagsnamn": 'A "B" C'}),
        ('#KONTO 1930 "Bank', {"kontonr": "1930", "kontonamn": "Bank"}),
        ('#TRANS 1930 {1 "0001"} -5.00 "" text', {"kontonr": "1930", "objektlista": '1 "0001"', "belopp": "-5.00", "transtext": "text"}),
        ("#TRANS 1930 {} 5", {"kontonr": "1930", "belopp": "5"}),
    ],
)
def test_fields_have_the_names_that_the_format_gives_them(line: str, expected: dict[str, str]) -> None:
    label = line[1:].partition(" ")[0]
    read = leaves(body((HEAD + line + "\n").encode("cp437")))
    assert {path: said for path, said in read.items() if path.startswith("[2]")} == {
        f"[2].{label}.{name}": s for name, s in expected.items()
    }


def test_a_label_that_is_not_known_has_numbers_and_a_line_without_one_is_text() -> None:
    read = leaves(body((HEAD + "#NYTT a b\n{\n}\nhei\n").encode()))
    assert {p: s for p, s in read.items() if p[1] in "2345"} == {"[2].NYTT[0]": "a", "[2].NYTT[1]": "b", "[5]": "hei"}


@pytest.mark.parametrize("name", ["vcard.vcf", "mt940.sta", "x12-850.x12", "tradacoms.edi"])
def test_other_flat_formats_are_scanned_as_text_and_say_so(name: str) -> None:
    data = (FILES / name).read_bytes()
    message = body(data)
    assert leaves(message) == {"$": data.decode()}
    assert (message.scanned, message.reasons) == ("partial", ("format.unsupported",))


@pytest.mark.parametrize(
    "text",
    [
        "#VER A 1\n" * 100_000,
        "#VER " + '"' * 1_000_000,
        "#VER " + "{" * 500_000,
        "#VER " + '"\\' * 300_000,
        "#X " + "a " * 500_000,
        "\n" * 1_000_000,
    ],
)
def test_no_bookkeeping_is_too_large(text: str) -> None:
    assert len(body((HEAD + text).encode()).leaves) <= Budget().leaves


@given(st.text(alphabet='ab"{}\\ ', max_size=40))
def test_no_letter_of_a_line_is_lost(text: str) -> None:
    said = "".join(leaf.text for leaf in body((HEAD + "#X " + text).encode()).leaves[2:])
    assert [said.count(letter) for letter in "ab"] == [text.count(letter) for letter in "ab"]
