"""Tables in every dialect: what is a row, a cell, a column's name, and what is left of a table whose quotes are broken."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.decode.headings import is_header
from streams.inspect.decode.rows import rows
from streams.inspect.paths import render
from streams.inspect.words import NESTED, Budget
from tests.inspect.decode.reading import body, leaves

PERSON = {"[0].Navn": "Kari", "[0].Mobil": "91234567"}


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiter_line_ends_and_byte_order_mark_are_told_from_the_text(delimiter: str, end: str, charset: str) -> None:
    table = end.join(delimiter.join(row) for row in (("Navn", "Mobil", "Poststed"), ("Kari", "91234567", "Ås"), ("Ola", "92345678", "Bø")))
    message = body(table.encode(charset))
    assert leaves(message) == {**PERSON, "[0].Poststed": "Ås", "[1].Navn": "Ola", "[1].Mobil": "92345678", "[1].Poststed": "Bø"}
    assert (message.scanned, message.reasons) == ("full", ())


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252"])
def test_a_declared_charset_is_no_fault_and_an_undeclared_one_is(charset: str) -> None:
    table = "Navn;By\nÅse;Bø\n".encode(charset)
    assert leaves(body(table, "text/csv", charset)) == leaves(body(table)) == {"[0].Navn": "Åse", "[0].By": "Bø"}
    assert body(table, "text/csv", charset).reasons == ()
    assert body(table).reasons == ("utf8.invalid",)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ('Navn;Mobil\n"Kari";"91234567"\n', PERSON),
        ('Navn;Mobil\n "Kari" ; "91234567"\n', PERSON),
        ("Navn;Mobil\n\n;\nKari;91234567\n", {"[0].Navn": "", "[0].Mobil": "", "[1].Navn": "Kari", "[1].Mobil": "91234567"}),
        ('Navn;Notat\n"Eksempel; Kari";"sa ""hei"""\n', {"[0].Navn": "Eksempel; Kari", "[0].Notat": 'sa "hei"'}),
        ('Navn;Notat\nKari;"to\r\nlinjer"\n', {"[0].Navn": "Kari", "[0].Notat": "to\r\nlinjer"}),
        ('Navn;Notat\nKari;5" spiker\n', {"[0].Navn": "Kari", "[0].Notat": '5" spiker'}),
        (
            "Navn;Mobil;By\nKari;91234567;Oslo;til overs\nOla;92345678\nPer;93456789;Bø\n",
            {
                "[0].Navn": "Kari", "[0].Mobil": "91234567", "[0].By": "Oslo", "[0].#3": "til overs",
                "[1].Navn": "Ola", "[1].Mobil": "92345678", "[2].Navn": "Per", "[2].Mobil": "93456789", "[2].By": "Bø",
            },
        ),
        ("Navn;;Mobil\nKari;x;91234567\n", {**PERSON, "[0].#1": "x"}),
        ("Navn;Mobil\nKari;\n", {"[0].Navn": "Kari", "[0].Mobil": ""}),
        ("sep=;\r\nNavn;Mobil\r\nKari;91234567\r\n", PERSON),
        ("SEP=^\nNavn^Mobil\nKari^91234567\n", PERSON),
        ("Kunder\n\nNavn;Mobil;By\nKari;91234567;Oslo\n", {"$": "Kunder\n\n", **PERSON, "[0].By": "Oslo"}),
        ("Kunde ref.;O'Hara\\\nK1;x\n", {"[0]['Kunde ref.']": "K1", "[0]['O\\'Hara\\\\']": "x"}),
        ("Kari;91234567\nOla;92345678\n", {"[0].#0": "Kari", "[0].#1": "91234567", "[1].#0": "Ola", "[1].#1": "92345678"}),
    ],
)  # fmt: skip
def test_tables_as_people_write_them(table: str, expected: dict[str, str]) -> None:
    message = body(table.encode(), "text/csv")
    assert leaves(message) == expected
    assert message.reasons == ()


@pytest.mark.parametrize(
    ("table", "kept"),
    [
        ('Navn;Mobil\n"Kari;91234567\nOla;92345678\n', ['"Kari', "91234567", "Ola", "92345678"]),
        ('Navn;Mobil\nKari;"912"34567\nOla;92345678\n', ["Kari", '"912"34567', "Ola", "92345678"]),
        ('Navn;Mobil\nKari;"91234567\n"Ola;9"2345678\nPer;"93456789"\n', ["Kari", '"91234567', '"Ola', '9"2345678', "Per", "93456789"]),
    ],
)
def test_a_quote_that_is_not_closed_takes_no_other_cell_with_it(table: str, kept: list[str]) -> None:
    message = body(table.encode(), "text/csv")
    assert [leaf.text for leaf in message.leaves] == kept
    assert (message.scanned, message.reasons) == ("partial", ("csv.invalid",))


@pytest.mark.parametrize(
    "text",
    [
        "Hei Kari,\ntakk for sist, og hilsen\nOla",
        "Dear Kari, thank you.\nYours, Ola\n",
        "one line; with a semicolon",
        "a,b\n",
        "Sum: 1,5\nSum: 2,5\n",
        "",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert all(path == "$" for path in leaves(body(text.encode())))


def test_one_declared_column_is_a_table_too() -> None:
    assert leaves(body(b"E-post\nkari@example.org\nola@example.org\n", "text/csv")) == {
        "[0].E-post": "kari@example.org",
        "[1].E-post": "ola@example.org",
    }


def test_a_document_in_a_cell_is_opened() -> None:
    assert leaves(body(b'id;payload\n1;"{""mail"":""kari@example.org""}"\n')) == {"[0].id": "1", "[0].payload!$.mail": "kari@example.org"}


@pytest.mark.parametrize(
    ("first", "below", "header"),
    [
        ("Navn;E-post;Mobil", "Kari;kari@example.org;912", True),
        ("Kari;kari@example.org;912", "Ola;ola@example.org;913", False),  # a value
        ("Kari;Eksempel;Oslo", "Ola;Eksempel;Bergen", False),  # no word that columns are called by
        ("Kari Eksempel;Oslo", "1;2", False),  # could be somebody, whatever is below
        ("Konfession;Schwerbehindert", "rk;ja", True),
        ("CUST_NM;CUST_TLF", "Kari;912", True),
        ("firstName;lastName", "Kari;Eksempel", True),
        ("abc;def", "12;2024-01-01", True),  # nothing below is of its kind
        ("abc;def", "ghi;jkl", False),
        ("abc;abc", "12;13", False),
        ("ukjent;Oslo;Navn", "12;Bergen;x", False),  # a placeholder
        ("Navn;Kari Eksempel", "Telefon;912", False),  # a list of pairs
        ("Felt;Verdi", "Telefon;912", True),
        ("Ansatt nr;1;2;3", "17;7,5;8;0", False),
        (";;", "a;b;c", False),
        ("Navn;" + "x" * 61, "Kari;y", False),
    ],
)
def test_in_doubt_a_first_row_is_values(first: str, below: str, header: bool) -> None:
    assert is_header(first.split(";"), [below.split(";")]) is header


def test_the_same_name_twice_is_the_same_path_twice() -> None:
    assert [(render(leaf.path), leaf.text) for leaf in body(b"Navn;E-post;E-post\nKari;a@example.org;b@example.org\n").leaves] == [
        ("[0].Navn", "Kari"),
        ("[0].E-post", "a@example.org"),
        ("[0].E-post", "b@example.org"),
    ]


def test_a_budget_of_leaves_ends_a_table() -> None:
    message = body(b"id;navn\n" + b"1;Kari\n" * 10, budget=Budget(leaves=5))
    assert len(message.leaves) == 5
    assert message.reasons == ("budget.leaves",)


@pytest.mark.parametrize(
    "data",
    [
        b"a;b;c\n" + b'"a;""b;' * 100_000,
        b"a;b\n" + b'1;"""x;\n' * 100_000,
        b";" * 1_000_000,
        b";\n" * 500_000,
        b"a;b\n" + b"\n" * 1_000_000,
        b'"' * 1_000_001,
        b"a;b\n" + b'1;"' + b'""' * 500_000,
        b"a;b\n" + (b" " * 1000 + b'"x;') * 1000,
        b"a;b\n1;" + b"x" * 1_000_000,
        b";".join(b"c%d" % n for n in range(100_000)) + b"\n" + b"1;" * 100_000 + b"\n2;3\n",
        b"a,b,c,d" * 200_000,
        b"a;b\n\0;1\n" * 1000,
        b"sep=\n",
        b'sep="\n"',
        "a;b\n\ud800;1".encode("utf-8", "surrogatepass"),
    ],
)
def test_no_table_is_too_broken_or_too_large(data: bytes) -> None:
    for media_type in (None, "text/csv"):
        message = body(data, media_type)
        assert len(message.leaves) <= Budget().leaves


def test_a_hundred_thousand_columns_are_columns() -> None:
    names = b";".join(b"col_%d" % n for n in range(100_000))
    message = body(names + b"\n" + b"1;" * 99_999 + b"2\n")
    assert render(message.leaves[-1].path) == "[0].col_19999"
    assert message.reasons == ("budget.leaves",)


_PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('";,|\t\n\r'), max_size=12)
_CELLS = _PLAIN.filter(lambda text: not text.lstrip().startswith(tuple('{["<')) and "://" not in text)
_NAMES = ("id", "navn", "e-post", "mobil", "by")


@settings(max_examples=300)
@given(
    st.lists(st.lists(_CELLS, min_size=5, max_size=5), min_size=1, max_size=5), st.sampled_from(";,\t|"), st.sampled_from(["\n", "\r\n"])
)
def test_what_a_writer_of_tables_writes_is_read_back(table: list[list[str]], delimiter: str, end: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([_NAMES, *table])
    message = body(file.getvalue().encode(), "text/csv")
    read = {(row, name): "" for row in range(len(table)) for name in _NAMES}
    read |= {(leaf.path[1], leaf.path[2]): leaf.text for leaf in message.leaves if NESTED not in leaf.path}  # type: ignore[misc]  # row, name
    assert read == {
        (row, name): "" if cell.isspace() else cell for row, written in enumerate(table) for name, cell in zip(_NAMES, written, strict=True)
    }
    assert message.reasons == ()


@settings(max_examples=300)
@given(st.text(alphabet='ab";\n\r ', max_size=60), st.sampled_from([";", ",", "\t", None]))
def test_no_character_of_a_table_is_lost(text: str, delimiter: str | None) -> None:
    """Only quotes, delimiters, line ends and blanks are not in some cell."""
    said = "".join("".join(row.cells) for row in rows(text, delimiter))
    assert [said.count(letter) for letter in "ab"] == [text.count(letter) for letter in "ab"]


@given(st.text(alphabet='ab";\n', max_size=40), st.integers(1, 8))
def test_a_limit_of_cells_is_kept(text: str, limit: int) -> None:
    assert sum(len(row.cells) for row in rows(text, ";", limit=limit)) <= limit
