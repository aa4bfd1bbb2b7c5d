"""Tables back to their bytes: quotes, delimiters, charsets, byte order marks, and cells that are broken."""

import csv

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.inspect.decode.reading import body
from tests.inspect.locate.planting import CHARSETS, LETTERS, NARROW, Document, hold, spans, whole

MARKED = ("utf-8", "utf-8-sig", "utf-16")  # a table in UTF-16 without a mark is told by its letters, which here are any


@st.composite
def tables(draw: st.DrawFn, letters: st.SearchStrategy[str] = LETTERS) -> tuple[Document, str]:
    """A table under a header, and its delimiter; every cell is another."""
    document, delimiter = Document(), draw(st.sampled_from(";,\t|"))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    if draw(st.booleans()):
        document.put(f"sep={delimiter}{end}")
    document.put(delimiter.join(("Navn", "Adresse", "Mobil")) + end)
    for row in range(draw(st.integers(2, 4))):
        for column in range(3):
            _cell(draw, document, delimiter, letters, f"k{row}{column}")
            document.put(delimiter if column < 2 else end)
    return document, delimiter


def _cell(draw: st.DrawFn, document: Document, delimiter: str, letters: st.SearchStrategy[str], mark: str) -> None:
    chars = mark + "".join(draw(st.lists(letters | st.sampled_from(["\n", "\r"]), max_size=5)))
    quoted = draw(st.booleans()) or not set(chars).isdisjoint({'"', "\n", "\r", delimiter})
    document.put('"' if quoted else "")
    document.value((char, '""' if quoted and char == '"' else char) for char in chars)
    document.put('"' if quoted else "")


def says(written: str) -> list[str]:
    """As a quoted cell or a bare one."""
    return [*(row[0] for row in csv.reader([f'"{written}"'], delimiter="\x01")), written]


@given(tables(), st.sampled_from(MARKED))
@settings(deadline=None)
def test_every_span_of_every_cell_is_found_in_the_bytes(table: tuple[Document, str], charset: str) -> None:
    document, _ = table
    data = document.text.encode(charset)
    message = body(data, "text/csv", charset)
    assume({leaf.text for leaf in message.leaves} == {planted.text for planted in document.planted})  # it may look like another dialect
    hold(document, message, data, charset, lambda written: [*says(written.replace("\r", "\r")), written.replace('""', '"')])


@given(tables(st.sampled_from("aé Åæ~")), st.sampled_from(NARROW))
@settings(max_examples=40, deadline=None)
def test_and_in_charsets_of_one_byte_a_character(table: tuple[Document, str], charset: str) -> None:
    document, _ = table
    data = document.text.encode(charset)
    hold(document, body(data, "text/csv", charset), data, charset, lambda written: [written, written.replace('""', '"')])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'Navn;Notat\nKari;"sa ""hei"""\n', [b"Kari", b'sa ""hei""']),
        (b'Navn;Notat\n "Kari" ;5" spiker\n', [b"Kari", b'5" spiker']),
        (b'Navn;Notat\nKari;"not closed\nOla;x\n', [b"Kari", b'"not closed', b"Ola", b"x"]),
        (b"Navn;Notat\nKari;x\nKari;x\n", [b"Kari", b"x", b"Kari", b"x"]),
        (b"Navn;Navn\nKari;Kari\n", [b"Kari", b"Kari"]),
        (b"Navn;Mobil\n\n;\nKari;1;til overs\n", [None, None, b"Kari", b"1", b"til overs"]),
        (b"Kunder\n\nNavn;Mobil;By\nKari;91234567;Oslo\n", [b"Kunder\n\n", b"Kari", b"91234567", b"Oslo"]),
        (b"sep=^\nNavn^Mobil\nKari^1\n", [b"Kari", b"1"]),
        (b"Kari;91234567\r\nOla;92345678\r\n", [b"Kari", b"91234567", b"Ola", b"92345678"]),
        ("Navn;By\nÅse;Bø\n".encode("cp1252"), ["Åse".encode("cp1252"), "Bø".encode("cp1252")]),
    ],
)
def test_each_leaf_has_the_bytes_that_spell_it(data: bytes, expected: list[bytes | None]) -> None:
    places = whole(body(data, "text/csv"))
    assert [place and data[slice(*place)] for place in places] == expected
    assert len({place for place in places if place}) == len([place for place in places if place])


@pytest.mark.parametrize("charset", CHARSETS)
def test_every_charset_with_or_without_a_mark_counts_its_own_bytes(charset: str) -> None:
    data = "Navn;Mobil;By\nKåri;🫐 91234567;Bø\n".encode(charset)
    message = body(data, "text/csv", charset)
    assert [place and data[slice(*place)].decode(charset.removesuffix("-sig")) for place in whole(message)[1:]] == ["🫐 91234567", "Bø"]
    [name] = spans(message, [(0, 1, 2)])
    assert (
        name and data[slice(*name)].decode("utf-16-le" if charset == "utf-16" else "utf-32-le" if charset == "utf-32" else charset) == "å"
    )
