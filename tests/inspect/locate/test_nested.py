"""Documents in strings, bodies in wrappers: positions count in the innermost body, as it stands behind all that it was packed in."""

import base64
import gzip
import json
import zlib
from collections.abc import Callable
from urllib.parse import quote
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.decode.locate.positions import Locator
from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Finding, Message
from tests.inspect.decode.reading import BUDGET, body, whole
from tests.inspect.locate import planting
from tests.inspect.locate.planting import Document, hold
from tests.inspect.locate.test_json import documents, says
from tests.messages import archeo, cma_run, record

INNER = '{"customer": {"email": "k\\u00e5ri@example.org"}}'
BYTES = INNER.encode()
CELLS = "Navn;Epost\r\nKåri;kåri@example.org\r\nOla;ola@example.org\r\n"
INTERCHANGE = "UNB+UNOC:3+a?+b'UNH+1'NAD+BY+++Kåri'UNT+1'UNZ+1'"


def found(message: Message, data: bytes) -> dict[str, bytes | None]:
    places = zip(message.leaves, planting.whole(message), strict=True)
    return {render(leaf.path): place and data[slice(*place)] for leaf, place in places if leaf.place == "body"}


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


LAYERS: dict[str, Callable[[str], tuple[str, bytes]]] = {  # what stands in the string, and the bytes that positions count in
    "as it is": lambda text: (text, text.encode()),
    "blanks in front": lambda text: ("\n  " + text, b"\n  " + text.encode()),
    "base64": lambda text: (_base64(text.encode()), text.encode()),
    "base64 of UTF-16": lambda text: (_base64(text.encode("utf-16")), text.encode("utf-16")),
    "base64 with a byte order mark": lambda text: (_base64(text.encode("utf-8-sig")), text.encode("utf-8-sig")),
    "base64 of gzip": lambda text: (_base64(gzip.compress(text.encode(), mtime=0)), text.encode()),
    "base64 of zlib": lambda text: (_base64(zlib.compress(text.encode())), text.encode()),
    "base64 of base64": lambda text: (_base64(_base64(text.encode()).encode()), text.encode()),
    "percent-encoded": lambda text: (quote(text), text.encode()),
    "a data address": lambda text: (f"data:application/json;base64,{_base64(text.encode())}", text.encode()),
}
AROUND: dict[str, Callable[[str], tuple[bytes, str]]] = {
    "json": lambda text: (json.dumps({"stock": 3, "note": text}).encode(), "application/json"),
    "ndjson": lambda text: ("\n".join(json.dumps({"note": text}) for _ in range(2)).encode(), "application/x-ndjson"),
    "xml": lambda text: (f"<r><note>{escape(text, {chr(13): '&#13;'})}</note></r>".encode(), "application/xml"),
    "csv": lambda text: ('sep=;\nNavn;Notat\nKari;"{}"\n'.format(text.replace('"', '""')).encode(), "text/csv"),
    "form": lambda text: (f"a=1&note={quote(text, safe='')}".encode(), "application/x-www-form-urlencoded"),
}


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("layer", LAYERS)
def test_a_document_in_a_string_of_any_document_counts_its_own_bytes(around: str, layer: str) -> None:
    string, data = LAYERS[layer](INNER)
    outer, media_type = AROUND[around](string)
    message = body(outer, media_type)
    inside = [place and data[slice(*place)] for path, place in _places(message) if path.endswith("!$.customer.email")]
    email = "k\\u00e5ri@example.org"
    assert inside == [email.encode("utf-16-le" if "16" in layer else "utf-8")] * (2 if around == "ndjson" else 1)


def _places(message: Message) -> list[tuple[str, tuple[int, int] | None]]:
    return [(render(leaf.path), place) for leaf, place in zip(message.leaves, planting.whole(message), strict=True)]


@given(documents(), st.sampled_from(list(LAYERS)), st.sampled_from(list(AROUND)))
@settings(max_examples=60, deadline=None)
def test_every_span_in_a_document_behind_layers_is_found_in_its_bytes(document: Document, layer: str, around: str) -> None:
    string, data = LAYERS[layer](document.text)
    outer, media_type = AROUND[around](string)
    message = body(outer, media_type)
    assert {planted.text for planted in document.planted} <= {leaf.text for leaf in message.leaves}
    charset = "utf-16" if "16" in layer else "utf-8"
    hold(document, message, data, charset, says)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<r><a>k&#229;ri</a><a x='1'/></r>", {"/r/a[1]": b"k&#229;ri", "/r/a[2]/@x": b"1"}),
        (INTERCHANGE, {"NAD[1]/4.1": "Kåri".encode(), "UNB[1]/2.1": b"a?+b"}),
        (CELLS, {"[0].Navn": "Kåri".encode(), "[0].Epost": "kåri@example.org".encode(), "[1].Epost": b"ola@example.org"}),
        ('"{\\"a\\": \\"x\\"}"', {"$!$.a": b"x"}),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_documents_of_other_formats_count_theirs(inner: str, expected: dict[str, bytes], packed: bool) -> None:
    message = body(json.dumps({"n": _base64(inner.encode()) if packed else inner}).encode())
    data = inner.encode() if "!$" not in next(iter(expected)) else json.loads(inner).encode()
    inside = found(message, data)
    assert {path: inside["$.n!" + path] for path in expected} == expected


def test_a_string_in_a_string_in_a_string_counts_in_the_last() -> None:
    innermost = json.dumps({"c": "kåri@example.org"})
    data = json.dumps({"a": json.dumps({"b": innermost})}).encode()
    assert found(body(data), innermost.encode()) == {"$.a!$.b!$.c": b"k\\u00e5ri@example.org"}


def test_repeated_keys_that_hold_documents_each_count_their_own() -> None:
    data = b'{"a": "{}", "a": "{\\"b\\": \\"x\\"}", "a": "[]", "a": " {\\"b\\": \\"x\\"}"}'
    assert planting.whole(body(data)) == [(7, 8), (8, 9)]


def test_a_text_in_base64_counts_in_the_text() -> None:
    prose = "Ring Kåri Eksempel på kåri@example.org når du kan"
    message = body(json.dumps({"note": _base64(prose.encode())}).encode())
    assert found(message, prose.encode()) == {"$.note!$": prose.encode()}


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (BYTES, BYTES),
        (BYTES.decode().encode("utf-16"), INNER.encode("utf-16")),
        (gzip.compress(BYTES), BYTES),
        (gzip.compress(gzip.compress(BYTES)), BYTES),
        (zlib.compress(BYTES), BYTES),
        (base64.b64encode(BYTES), BYTES),
        (base64.b64encode(gzip.compress(BYTES)), BYTES),
        (archeo(BYTES), BYTES),
        (archeo(gzip.compress(BYTES)), BYTES),
        (archeo(INNER.encode("utf-8-sig")), INNER.encode("utf-8-sig")),
        (cma_run(INNER), BYTES),
        (cma_run(_base64(BYTES), payloadEncoding="base64"), BYTES),
        ({"specversion": "1.0", "id": "1", "source": "s", "type": "t", "data_base64": _base64(BYTES)}, BYTES),
        ({"specversion": "1.0", "id": "1", "source": "s", "type": "t", "data": INNER}, BYTES),
    ],
)
def test_a_body_counts_in_itself_behind_its_wrapper_and_what_packs_it(value: object, data: bytes) -> None:
    message = whole(value)
    assert found(message, data) == {
        "$.customer.email": "k\\u00e5ri@example.org".encode("utf-16-le" if data[:2] == b"\xff\xfe" else "utf-8")
    }


OBJECT = {"customer": {"email": "kari@example.org"}}
EVENT = {"specversion": "1.0", "id": "1", "source": "s", "type": "t", "data": OBJECT}


@pytest.mark.parametrize(
    "value",
    [
        OBJECT,
        archeo(bodyContent=OBJECT),
        cma_run(payload=OBJECT),
        EVENT,
        [EVENT, {**EVENT, "data": {"customer": {"email": "ola@example.org"}}}],
        {**EVENT, "data": archeo(bodyContent=OBJECT)},
        [archeo(bodyContent=OBJECT), archeo(bodyContent=OBJECT)],
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_an_object_in_its_wrapper_counts_in_the_bytes_of_the_wrapper(value: object, packed: bool) -> None:
    data = json.dumps(value, indent=1).encode()
    places = []
    for envelope in unwrap(record(gzip.compress(data) if packed else data)):
        message = decode(envelope, BUDGET)
        [(text, place)] = [
            (leaf.text, place) for leaf, place in zip(message.leaves, planting.whole(message), strict=True) if leaf.path[-1] == "email"
        ]
        assert place and data[slice(*place)] == text.encode()
        places.append(place)
    assert len(set(places)) == len(places)


def test_the_messages_of_a_long_list_stand_in_the_one_text_that_is_read_once() -> None:
    events = [{**EVENT, "id": str(n), "subject": "kåri", "data": {"mail": f"kåri{n}@example.org"}} for n in range(2_000)]
    data = json.dumps(events, ensure_ascii=False).encode()
    locator, found = Locator(BUDGET), []
    for envelope in unwrap(record(data)):
        message = decode(envelope, BUDGET)
        [leaf] = [number for number, leaf in enumerate(message.leaves) if leaf.place == "body"]
        found += locator.positions(message, [Finding(leaf, "body", ("mail",), 1, len(message.leaves[leaf].text), "ANY", None, 1.0)])
    assert [place and data[slice(*place)].decode() for place in found] == [f"åri{n}@example.org" for n in range(2_000)]


def test_lists_in_lists_of_wrappers_are_followed() -> None:
    inner = [archeo(bodyContent={"mail": f"p{n}@example.org"}) for n in range(3)]
    data = json.dumps([{**EVENT, "data": inner}, EVENT, {**EVENT, "data": inner}]).encode()
    locator, found = Locator(BUDGET), []
    for envelope in unwrap(record(data)):
        message = decode(envelope, BUDGET)
        mails = [(number, leaf) for number, leaf in enumerate(message.leaves) if leaf.place == "body" and "@" in leaf.text]
        for number, leaf in mails:
            [place] = locator.positions(message, [Finding(number, "body", leaf.path, 0, len(leaf.text), "ANY", None, 1.0)])
            assert place and data[slice(*place)].decode() == leaf.text
            found.append(place)
    assert len(set(found)) == len(found) == 7


def test_of_a_wrapper_s_repeated_key_the_last_is_the_body() -> None:
    data = json.dumps(EVENT)[:-1] + ', "data": {"customer": {"email": "kari@example.org"}}}'
    message = whole(data.encode())
    [place] = [place for leaf, place in zip(message.leaves, planting.whole(message), strict=True) if leaf.place == "body"]
    assert place and place[0] > data.index('"data": {', data.index('"data": {') + 1)


def test_what_stands_beside_the_body_has_no_bytes_in_it() -> None:
    message = whole(archeo(BYTES, description="from kari@example.org"), headers=(("x", b"ola@example.org"),), key=b"per@example.org")
    assert {leaf.place for leaf, place in zip(message.leaves, planting.whole(message), strict=True) if place is None} == {
        leaf.place for leaf in message.leaves
    } - {"body"}


@pytest.mark.parametrize(
    ("glued", "expected"),
    [
        ("Timeout: k\u00e5ri\n" + INNER, [b"Timeout: k\xc3\xa5ri\n", b"k\\u00e5ri@example.org"]),
        ("Failed at [x]: <r><a>x&amp;y</a></r>\n<r><a>x&amp;y</a></r>", None),
        ("Error\n<r><a>x&amp;y</a></r>", [b"Error\n", b"x&amp;y"]),
    ],
)
def test_a_document_behind_an_exception_s_text_counts_from_where_the_text_begins(glued: str, expected: list[bytes] | None) -> None:
    data = glued.encode()
    message = body(data, platform="connxio")
    places = planting.whole(message)
    assert all(places)
    assert expected is None or [place and data[slice(*place)] for place in places] == expected


def test_what_no_bytes_stand_for_is_empty() -> None:
    assert planting.whole(body(b"")) == []
    assert planting.whole(body(None)) == []
    assert planting.spans(body(b"%PDF-1.7 \x00\x01"), []) == []
