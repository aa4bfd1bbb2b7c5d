"""Documents inside of strings: as they are, or behind base64, gzip, zlib, deflate and percent-encoding; and files that are none."""

import base64
import gzip
import json
import random
import zlib
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.words import FileType
from streams.inspect.decode import nested
from streams.inspect.packing import unpack
from streams.inspect.paths import render
from streams.inspect.words import Budget, Message
from tests.inspect.decode.reading import ORDER_LEAVES, body, leaves
from tests.messages import ORDER

JSON = json.dumps(ORDER)
INSIDE = {f"$.note!{path}": text for path, text in ORDER_LEAVES.items()}
Layer = Callable[[str], str]


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def b64_url(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def b64_gzip(text: str) -> str:
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def b64_zlib(text: str) -> str:
    return base64.b64encode(zlib.compress(text.encode())).decode()


def b64_deflate(text: str) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(packer.compress(text.encode()) + packer.flush()).decode()


def b64_lines(text: str) -> str:
    return base64.encodebytes(text.encode()).decode()


def b64_utf16(text: str) -> str:
    return base64.b64encode(text.encode("utf-16-le")).decode()


def data_uri(text: str) -> str:
    return "data:application/json;charset=utf-8;base64," + b64(text)


def encode_uri(text: str) -> str:
    """As JavaScript's encodeURI has it: `:`, `,` and `+` stay."""
    return quote(text, safe=";,/?:@&=+$!*'()#")


LAYERS: list[Layer] = [b64, b64_url, b64_gzip, b64_zlib, b64_deflate, b64_lines, b64_utf16, data_uri, quote, quote_plus, encode_uri]


def note(text: str) -> Message:
    return body(json.dumps({"note": text}).encode())


@pytest.mark.parametrize("layer", LAYERS)
def test_an_order_behind_one_layer_is_read_and_its_paths_go_on_behind_the_mark(layer: Layer) -> None:
    message = note(layer(JSON))
    assert leaves(message) == INSIDE
    assert (message.scanned, message.reasons) == ("full", ())


@pytest.mark.parametrize("outer", [b64, b64_url, quote, quote_plus, b64_gzip, b64_deflate])
@pytest.mark.parametrize("inner", [b64, b64_url, b64_gzip, quote, quote_plus])
def test_two_layers_round_one_document_are_one_mark(inner: Layer, outer: Layer) -> None:
    assert leaves(note(outer(inner(JSON)))) == INSIDE


def test_layers_are_followed_to_the_depth_of_the_budget_and_no_further() -> None:
    assert leaves(note(b64(b64(b64(b64(JSON)))))) == INSIDE
    text = b64(b64(b64(b64(b64(b64(JSON))))))
    message = note(text)
    assert leaves(message) == {"$.note": text}
    assert (message.scanned, message.reasons) == ("partial", ("budget.depth",))


def test_a_document_in_each_document_has_a_mark_for_each() -> None:
    inner = json.dumps({"c": "kari@example.org"})
    message = note(b64(json.dumps({"a": quote(json.dumps({"b": b64_gzip(inner)}))})))
    assert leaves(message) == {"$.note!$.a!$.b!$.c": "kari@example.org"}


@pytest.mark.parametrize("layer", LAYERS)
def test_xml_and_interchanges_are_opened_too(layer: Layer) -> None:
    assert leaves(note(layer("<Order><Buyer>Kari Eksempel</Buyer></Order>"))) == {"$.note!/Order/Buyer": "Kari Eksempel"}
    edifact = "UNH+1+ORDERS:D:96A:UN'NAD+BY+++KARI EKSEMPEL'UNT+3+1'"
    assert leaves(note(layer(edifact)))["$.note!NAD[1]/4.1"] == "KARI EKSEMPEL"


@pytest.mark.parametrize("layer", [str, *LAYERS])
@pytest.mark.parametrize(
    "table",
    [
        "navn;epost\nKari Eksempel;kari@example.org\n",
        'navn\tepost\r\n"Kari\tEksempel"\tkari@example.org',
        "navn,epost,land\nKari Eksempel,kari@example.org,NO\n",
        '"navn";"epost"\n"Kari; Eksempel";"kari@example.org"\n',
    ],
)
def test_a_table_in_a_string_is_read_cell_by_cell(table: str, layer: Layer) -> None:
    read = leaves(note(layer(table)))
    assert read["$.note![0].epost"] == "kari@example.org"
    assert all(path.startswith("$.note![0].") for path in read)


@pytest.mark.parametrize(
    "text",
    [
        "Kari Eksempel\nStorgata 1, 0001 Oslo\nNorge",
        "Hei Kari,\ntakk, det er mottatt,\nmvh, Ola",
        "Navn: Kari\nAdresse: Gata 1",
        "Kari, Ola, Per\nAnne, Siri, Eva",  # no names of columns: nobody's name becomes one
        "a;b\nc",
        "navn;epost\n",
        "linje 1;\nlinje 2;\nlinje 3;",
        "Navn, epost\nKari, kari@example.org",
    ],
)
def test_lines_with_commas_are_no_table(text: str) -> None:
    assert leaves(note(text)) == {"$.note": text}


@pytest.mark.parametrize("layer", [b64, b64_url, b64_gzip, b64_lines])
def test_a_text_in_base64_is_that_text(layer: Layer) -> None:
    assert leaves(note(layer("Ring Kari på 900 00 000 i morgen"))) == {"$.note!$": "Ring Kari på 900 00 000 i morgen"}
    assert leaves(note(layer("kari.eksempel@example.org"))) == {"$.note!$": "kari.eksempel@example.org"}


@pytest.mark.parametrize(
    "text",
    [
        "Administrasjonsavdelingen",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        "https://example.org/a?b=%7B%22c%22%3A1%7D",
        "100%",
        "%",
        "%zz%7B",
        "data:,",
        "data: kari@example.org",
        '"<"',
        '"[ikke JSON"',
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ],
)
def test_a_token_is_what_it_is(text: str) -> None:
    message = note(text)
    assert list(leaves(message)) == ["$.note"]
    assert message.attachments == ()


PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + bytes(range(256)) * 4
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))


@pytest.mark.parametrize(("data", "kind"), [(PDF, "pdf"), (PNG, "png"), (random.Random(1).randbytes(5000), "binary")])
@pytest.mark.parametrize("layer", ["{}", "data:application/octet-stream;base64,{}"])
def test_a_file_in_a_string_is_named_by_type_and_size_and_its_letters_are_no_value(data: bytes, kind: FileType, layer: str) -> None:
    text = layer.format(base64.b64encode(data).decode())
    message = body(json.dumps({"kari@example.org": [{"file": text}], "from": "kari@example.org"}).encode())
    [found] = message.attachments
    assert (found.place, render(found.path), found.type, found.size) == ("body", "$['kari@example.org'][0].file", kind, len(data))
    assert (message.scanned, message.reasons) == ("partial", ("content.binary",))
    assert leaves(message) == {"$['kari@example.org'][0].file": "", "$.from": "kari@example.org"}


@pytest.mark.parametrize("wrapped", [PDF, base64.b64encode(PDF), gzip.compress(PDF), base64.b64encode(gzip.compress(PDF))])
def test_a_body_that_is_a_file_is_opaque_and_named(wrapped: bytes) -> None:
    message = body(wrapped)
    assert (message.scanned, message.reasons) == ("opaque", ("content.binary",))
    assert [(render(a.path), a.type, a.size) for a in message.attachments] == [("$", "pdf", len(PDF))]


def test_a_picture_in_a_page_and_a_document_in_an_invoice_are_named() -> None:
    page = f'<p>Hei</p><img src="data:image/png;base64,{base64.b64encode(PNG).decode()}">'
    [found] = body(page.encode()).attachments
    assert (found.type, found.size) == ("png", len(PNG))
    invoice = f"<Invoice><A><EmbeddedDocumentBinaryObject>{base64.encodebytes(PDF).decode()}</EmbeddedDocumentBinaryObject></A></Invoice>"
    [found] = body(invoice.encode()).attachments
    assert (render(found.path), found.type, found.size) == ("/Invoice/A/EmbeddedDocumentBinaryObject", "pdf", len(PDF))


@pytest.mark.parametrize("data", [b"0\x82\x05\x10" + random.Random(2).randbytes(2000), random.Random(3).randbytes(256)])
def test_certificates_and_signatures_are_no_attachments(data: bytes) -> None:
    assert note(base64.b64encode(data).decode()).attachments == ()


def test_of_more_attachments_than_a_hundred_the_first_are_named() -> None:
    text = base64.b64encode(PDF).decode()
    message = body(json.dumps([text] * 150).encode())
    assert [render(a.path) for a in message.attachments] == [f"$[{n}]" for n in range(100)]


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_many_small_bombs_unpack_to_no_more_than_one(pack: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = base64.b64encode(pack(b'{"a":"' + b"0" * 20_000_000)).decode()
    budget = Budget(bytes=1_000_000)
    sizes: list[int] = []

    def counted(data: bytes, limit: int) -> tuple[bytes, bool, bool]:
        found = unpack(data, limit)
        sizes.append(len(found[0]))
        return found

    monkeypatch.setattr(nested, "unpack", counted)
    many = body(json.dumps([bomb] * 30 + ["kari@example.org"]).encode(), budget=budget)
    assert "budget.bytes" in many.reasons
    assert leaves(many)["$[30]"] == "kari@example.org"
    assert 0 < sum(sizes) <= 2 * budget.bytes


@given(st.recursive(st.text(max_size=8), lambda inner: st.dictionaries(st.text(max_size=4), inner, max_size=3), max_leaves=6), st.data())
def test_any_document_behind_any_layers_is_read_as_it_is_read_bare(tree: object, data: st.DataObject) -> None:
    plain = json.dumps({"values": tree})
    layers = data.draw(st.lists(st.sampled_from([b64, b64_url, b64_gzip, b64_zlib, quote, quote_plus]), min_size=1, max_size=3))
    text = plain
    for layer in layers:
        text = layer(text)
    assert leaves(note(text)) == leaves(note(plain))
