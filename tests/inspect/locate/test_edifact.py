"""Interchanges back to their bytes: release characters, own service characters, line ends, lines of one length, broken pieces."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.paths import render
from tests.inspect.decode.reading import body
from tests.inspect.locate.planting import LETTERS, Document, hold, spans, whole

MARKS = [":+?'", "*|\\~", ":+ '", "^=!\n"]  # component, element, release, terminator; a blank release character is none


@st.composite
def interchanges(draw: st.DrawFn) -> tuple[Document, str]:
    document = Document()
    component, element, release, terminator = marks = draw(st.sampled_from(MARKS))
    end = terminator + draw(st.sampled_from(["", "\r\n", "\n"]))
    document.put(f"UNA{component}{element}.{release} {terminator}")
    letters = LETTERS.filter(lambda char: release != " " or char not in (component, element, terminator))
    for tag in ("UNB", "UNH", *draw(st.lists(st.sampled_from(["NAD", "RFF", "COM"]), max_size=4))):
        document.put(tag)
        for _ in range(draw(st.integers(1, 3))):
            document.put(draw(st.sampled_from([element, element * 2, element + component])))
            chars = f"k{len(document.planted)}" + "".join(draw(st.lists(letters, max_size=5)))
            needs = {*marks} - {" "}
            released = release + "%s" if release != " " else "%s"
            document.value((char, released % char if char in needs or (release != " " and draw(st.booleans())) else char) for char in chars)
        document.put(end)
    document.put(f"UNT{element}9{end}UNZ{element}1{end}")
    return document, "" if release == " " else release


@given(interchanges(), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@settings(deadline=None)
def test_every_span_of_every_component_is_found_in_the_bytes(interchange: tuple[Document, str], charset: str) -> None:
    document, release = interchange

    def says(written: str) -> list[str]:
        chars, said = iter(written), ""
        for char in chars:
            said += next(chars) if char == release else char
        return [said]

    data = document.text.encode(charset)
    hold(document, body(data, "application/edifact", charset), data, charset, says)


@given(st.integers(20, 60), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["utf-8", "latin-1"]))
@settings(deadline=None)
def test_a_file_that_is_cut_into_lines_has_them_in_its_bytes(width: int, end: str, charset: str) -> None:
    whole_text = (
        "UNB+UNOC:3+5790000000005:14+5790000000006:14'UNH+1+ORDERS:D:96A:UN'NAD+BY+++Kåri ?'Østen?' Eksempel:Storgata 1?+2'UNT+3+1'UNZ+1+1'"
    )
    lines = [whole_text[at : at + width] for at in range(0, len(whole_text), width)]
    data = end.join(lines).encode(charset)
    message = body(data)
    found = {}
    for leaf, place in zip(message.leaves, whole(message), strict=True):
        assert place is not None
        found[render(leaf.path)] = data[slice(*place)].decode(charset).replace("\r", "").replace("\n", "")
    assert found["NAD[1]/4.1"] == "Kåri ?'Østen?' Eksempel"
    assert found["NAD[1]/4.2"] == "Storgata 1?+2"
    assert found["UNB[1]/2.1"] == "5790000000005"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"UNB+UNOC:3+k\xe5ri'UNZ+1'", [b"UNOC", b"3", b"k\xe5ri", b"1"]),  # the syntax identifier says Latin-1
        (b"UNB+a??b+a??:?:c'UNZ+1'", [b"a??b", b"a??", b"?:c", b"1"]),
        (b"UNH+1'NAD+x'NAD+x'UNT+1'", [b"1", b"x", b"x", b"1"]),
        (b"UNB+x'rubbish'UNZ+1'", [b"x", b"rubbish'", b"1"]),
        (b"UNB+x'NAD+cut off?", [b"x", b"cut off"]),
        (b"UNB\x1dx\x1fy\x1cUNZ\x1d1\x1c", [b"x", b"y", b"1"]),
        (b"UNA:+.? 'UNB+a'UNZ+1'UNA*|.! ~UNB|b!|*c~UNZ|1~", [b"a", b"1", b"b!|", b"c", b"1"]),
        (b"UNH:1:2+x'UNT+1'", [b"1", b"2", b"x", b"1"]),
    ],
)
def test_each_leaf_has_the_bytes_that_spell_it(data: bytes, expected: list[bytes]) -> None:
    places = whole(body(data))
    assert [place and data[slice(*place)] for place in places] == expected
    assert len(set(places)) == len(places)


def test_a_released_character_is_found_with_what_releases_it() -> None:
    data = b"UNB+a?+b'UNZ+1'"
    [plus, before] = spans(body(data), [(0, 1, 2), (0, 0, 1)])
    assert plus and before and (data[slice(*plus)], data[slice(*before)]) == (b"?+", b"a")
