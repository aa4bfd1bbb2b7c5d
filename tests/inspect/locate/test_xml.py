"""XML back to its bytes: references, sections, line ends, attributes; and what markup parts, which has no bytes of its own."""

from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.paths import render
from streams.inspect.words import Budget
from tests.inspect.decode.reading import body
from tests.inspect.locate.planting import CHARSETS, LETTERS, NOWHERE, Document, Planted, hold, spans, whole

NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
HTML_NAMES = {"å": "&aring;", "ø": "&oslash;", "€": "&euro;", "ß": "&szlig;"}
ELEMENTS = st.sampled_from(["Name", "Party", "n:Party", "å"])


@st.composite
def characters(draw: st.DrawFn, *, named: bool, attribute: bool = False) -> list[tuple[str, str]]:
    """(character, how it is written in an element's text, or in an attribute in double quotes)."""
    pieces = []
    for char in draw(st.lists(LETTERS, max_size=6)):
        ways = [f"&#{ord(char)};", f"&#x{ord(char):X};"]
        ways += [NAMES[char]] * 2 if char in NAMES else []
        ways += [char] * 2 if char not in '&<>"' else []
        ways += [HTML_NAMES[char]] * 2 if named and char in HTML_NAMES else []
        pieces.append((char, draw(st.sampled_from(ways))))
    ends = (
        [(" ", "\n"), (" ", "\r\n"), (" ", "\t"), (" ", "\r")]
        if attribute
        else [("\n", "\n"), ("\n", "\r\n"), ("\n", "\r"), ("\n", "&#10;")]
    )
    return pieces + [ending for ending in draw(st.lists(st.sampled_from(ends), max_size=1)) if not pieces or pieces[-1][1] != "\r"]


@st.composite
def documents(draw: st.DrawFn, *, named: bool) -> Document:
    document = Document()
    if draw(st.booleans()):
        document.put("<?xml version='1.0'?>\n")
    if named:
        document.put("<!DOCTYPE r [<!ENTITY own 'x'>]>\r\n")
    _element(draw, document, 2, named=named)
    return document


def _mark(document: Document) -> list[tuple[str, str]]:
    return [(char, char) for char in f"k{len(document.planted)} "]


def _element(draw: st.DrawFn, document: Document, depth: int, *, named: bool) -> None:
    name = draw(ELEMENTS)
    document.put(f"<{name} xmlns:n='urn:n'")
    for attribute in draw(st.sets(st.sampled_from(["x", "n:y", "z"]))):
        document.put(f' {attribute} = "')
        document.value(_mark(document) + draw(characters(named=named, attribute=True)))
        document.put('"')
    document.put(" >")
    own: Planted | None = None
    part = 1
    for kind in draw(st.lists(st.sampled_from("tec!?"), max_size=5)):
        part += kind in "c!?" or (kind == "e" and depth > 0)
        if kind == "e" and depth:
            _element(draw, document, depth - 1, named=named)
            if own:
                own.text, own.places, own.parts = own.text + "\n", [*own.places, NOWHERE], [*own.parts, -part]
        elif kind in "tc":
            own = own or document.value([])
            document.put("<![CDATA[" if kind == "c" else "")
            pieces = draw(characters(named=named)) if kind == "t" else [(c, c) for c in draw(st.text(LETTERS, max_size=3)) if c != "]"]
            document.more(own, [*((char, char) for char in f"m{len(document.text)} "), *pieces], part)
            document.put("]]>" if kind == "c" else "")
            part += kind == "c"
        elif kind in "!?":
            document.put("<!--" if kind == "!" else "<?p ")
            document.value(_mark(document))
            document.put("-->" if kind == "!" else "?>")
    document.put(f"</{name}>")


def says(written: str) -> list[str]:
    """As an element's text, a section's or an attribute's."""
    ways = [f"<r>{written}</r>", f"<r><![CDATA[{written}]]></r>", f'<r a="{written}"/>']
    doctype = "<!DOCTYPE r [" + "".join(f"<!ENTITY {name[1:-1]} '{char}'>" for char, name in HTML_NAMES.items()) + "]>"
    found = []
    for way in ways:
        try:
            root = ElementTree.fromstring(doctype + way)
        except ElementTree.ParseError:
            continue
        found += [root.text or "", root.get("a", "")]
    return [*found, written]


def _settled(document: Document) -> Document:
    """What two children part in a row parts it once; what nothing comes behind is not parted."""
    for planted in document.planted:
        while planted.parts and planted.parts[-1] < 0:
            planted.text, planted.places, planted.parts = planted.text[:-1], planted.places[:-1], planted.parts[:-1]
        keep = [n for n, part in enumerate(planted.parts) if part >= 0 or planted.parts[n + 1] >= 0]
        planted.text = "".join(planted.text[n] for n in keep)
        planted.places, planted.parts = [planted.places[n] for n in keep], [planted.parts[n] for n in keep]
    return document


@given(documents(named=False), st.sampled_from(CHARSETS))
@settings(deadline=None)
def test_every_span_of_every_text_and_attribute_is_found_in_the_bytes(document: Document, charset: str) -> None:
    document = _settled(document)
    data = document.text.encode(charset)
    hold(document, body(data, "application/xml", charset), data, charset, says)


@given(documents(named=True))
@settings(max_examples=40, deadline=None)
def test_and_where_a_document_type_lets_characters_have_names(document: Document) -> None:
    document = _settled(document)
    data = document.text.encode()
    hold(document, body(data, "text/xml"), data, "utf-8", says)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<r>k&#229;ri</r>", {"/r": b"k&#229;ri"}),
        (b"<r><b>1</b><b>2</b><b>1</b></r>", {"/r/b[1]": b"1", "/r/b[2]": b"2", "/r/b[3]": b"1"}),
        (b"<r x='1' n:y='2' xmlns:n='u' xmlns='v'/>", {"/r/@x": b"1", "/r/@y": b"2"}),
        (b"<r>  x  <b/>  </r>", {"/r": b"  x  "}),
        (b"<r>\r\nx\r\n</r>", {"/r": b"\r\nx\r\n"}),
        (b"<r><!-- x --></r><?p  z ?>", {"/r": b" x ", "/": b"z "}),
        (b"<!DOCTYPE r SYSTEM 'x.dtd'><r>&own;x</r>", {"/": b"<!DOCTYPE r SYSTEM 'x.dtd'>", "/r": b"&own;x"}),
        (b"<?xml version='1.0' encoding='iso-8859-1'?><r>k\xe5ri</r>", {"/r": b"k\xe5ri"}),
        ("<?xml version='1.0' encoding='utf-16'?><r>kåri</r>".encode("utf-16-be"), {"/r": "kåri".encode("utf-16-be")}),
        (b"<r>x<b>not closed</r>", {"$": b"<r>x<b>not closed</r>"}),
    ],
)
def test_each_leaf_has_the_bytes_that_spell_it(data: bytes, expected: dict[str, bytes]) -> None:
    message = body(data, "application/xml")
    found = {render(leaf.path): place and data[slice(*place)] for leaf, place in zip(message.leaves, whole(message), strict=True)}
    assert found == expected


def test_two_attributes_of_one_local_name_each_have_their_own() -> None:
    data = b"<r x='1' n:x='2' m:x='1' xmlns:n='u' xmlns:m='v'/>"
    message = body(data)
    assert [place and data[place[0] - 3 : place[1]] for place in whole(message)] == [b"x='1", b"x='2", b"x='1"]
    assert len(set(whole(message))) == 3


def test_what_a_child_a_section_or_a_comment_parts_has_no_bytes_and_each_part_has() -> None:
    data = b"<r>one<b/>two<![CDATA[three]]><!--c-->four</r>"
    message = body(data)
    [own] = [n for n, leaf in enumerate(message.leaves) if leaf.text == "one\ntwothreefour"]
    wanted = [(0, 3), (4, 7), (7, 12), (12, 16), (0, 5), (6, 8), (11, 13), (3, 4)]
    found = [data[slice(*place)] if place else None for place in spans(message, [(own, *span) for span in wanted])]
    assert found == [b"one", b"two", b"three", b"four", None, None, None, None]


def test_what_is_nested_too_deep_is_scanned_as_one_text_and_has_no_bytes() -> None:
    message = body(b"<r><b><c>kari@example.org</c></b></r>", budget=Budget(depth=1))
    assert [leaf.text for leaf in message.leaves] == ["<b><c>kari@example.org</c></b>"]
    assert whole(message) == [None]


def test_an_escaped_document_of_many_siblings_keeps_their_order() -> None:
    data = ("<r>" + "".join(f"<b>{escape('<' * n)}x</b>" for n in range(50)) + "</r>").encode()
    message = body(data)
    assert [data[slice(*place)].decode() for place in whole(message) if place] == ["&lt;" * n + "x" for n in range(50)]
