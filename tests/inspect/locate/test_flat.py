"""Forms, bookkeeping files, pages and plain texts back to their bytes."""

from urllib.parse import quote_plus, unquote_plus, unquote_to_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.inspect.decode.reading import body
from tests.inspect.locate.planting import LETTERS, NARROW, Document, hold, spans, whole

FORM = "application/x-www-form-urlencoded"


@st.composite
def forms(draw: st.DrawFn) -> Document:
    document = Document()
    for number in range(draw(st.integers(1, 5))):
        document.put(("&" if number else "") + draw(st.sampled_from(["navn=", "k%C3%A5=", "a=", "&a="])))
        chars = [*f"k{number} ", *draw(st.lists(LETTERS, max_size=5))]
        document.value((char, draw(st.sampled_from(_ways(char)))) for char in chars)
    return document


def _ways(char: str) -> list[str]:
    bare = [char] if char.isalnum() or char in ".-_" else ["+"] if char == " " else []
    return [*bare, "".join(f"%{byte:02x}" for byte in char.encode()), quote_plus(char)]


@given(forms())
@settings(deadline=None)
def test_every_span_of_every_value_of_a_form_is_found_in_the_bytes(document: Document) -> None:
    data = document.text.encode()
    hold(document, body(data, FORM), data, "utf-8", lambda written: [unquote_plus(written)])


@st.composite
def bookkeeping(draw: st.DrawFn) -> Document:
    document = Document()
    document.put("#FLAGGA 0\r\n#FORMAT PC8\r\n")
    for number in range(draw(st.integers(1, 4))):
        document.put(draw(st.sampled_from(['#FNAMN "', '#ADRESS "a" "', '#KONTO 1510 "'])))
        chars = [*f"k{number} ", *draw(st.lists(st.sampled_from('aåÄé "\\{}#'), max_size=6))]
        document.value((char, "\\" + char if char in '"\\' or draw(st.booleans()) else char) for char in chars)
        document.put('"\r\n')
    return document


@given(bookkeeping(), st.sampled_from(["cp437", "utf-8"]))
@settings(deadline=None)
def test_every_span_of_every_field_of_a_bookkeeping_file_is_found_in_the_bytes(document: Document, charset: str) -> None:
    def says(written: str) -> list[str]:
        chars = iter(written)
        return ["".join(next(chars) if char == "\\" else char for char in chars)]

    data = document.text.encode(charset)
    hold(document, body(data, charset=charset), data, charset, says)


@given(st.text(LETTERS.filter(lambda c: c not in "%;,|&="), min_size=1, max_size=12), st.sampled_from(["text/plain", "text/html"]))
@settings(deadline=None)
def test_every_span_of_a_text_or_a_page_is_found_in_the_bytes(text: str, media_type: str) -> None:
    document = Document()
    document.value((char, char) for char in "Hei " + text)
    for charset in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        data = document.text.encode(charset)
        hold(document, body(data, media_type, charset), data, charset, lambda written: [written])


@pytest.mark.parametrize("charset", NARROW)
def test_a_text_in_a_charset_of_one_byte_a_character_counts_its_characters(charset: str) -> None:
    data = "Hei Åse æé".encode(charset)
    message = body(data, "text/plain", charset)
    assert spans(message, [(0, 4, 7), (0, 8, 10)]) == [(4, 7), (8, 10)]


@pytest.mark.parametrize(
    ("data", "media_type", "expected"),
    [
        (b"a=1&b=2&a=1", FORM, [b"1", b"2", b"1"]),
        (b"a=k%E5ri&b=%41", FORM, [b"k%E5ri", b"%41"]),  # Latin-1
        (b"navn&a=x+y&&=z&", FORM, [b"navn", b"x+y", b"z"]),
        (b" a=100%&b=%zz", FORM, [b"100%", b"%zz"]),
        (b'#FLAGGA 0\n#VER A 1 20250101 {\n{\n#TRANS 1510 {1 "x"} 100.00\n}\nloose\r\n', None, None),
        (b"<p>k&aring;ri@example.org</p>", "text/html", [b"<p>k&aring;ri@example.org</p>"]),
        (b"BEGIN:VCARD\nFN:Kari\n", None, [b"BEGIN:VCARD\nFN:Kari\n"]),
        (b"see https://example.org/?q=k%C3%A5ri", "text/plain", [b"see https://example.org/?q=k%C3%A5ri"]),
    ],
)
def test_each_leaf_has_the_bytes_that_spell_it(data: bytes, media_type: str | None, expected: list[bytes] | None) -> None:
    message = body(data, media_type)
    found = [place and data[slice(*place)] for place in whole(message)]
    assert found == (expected or [leaf.text.encode() for leaf in message.leaves])
    assert found


def test_one_escape_of_a_form_is_found_by_itself_also_in_latin_1() -> None:
    data = b"a=k%E5ri"
    [place] = spans(body(data, FORM), [(0, 1, 2)])
    assert place and unquote_to_bytes(data[slice(*place)]).decode("latin-1") == "å"
