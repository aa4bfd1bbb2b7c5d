"""HTML is read as the one text that it is; what looks like HTML and is XML is read by its elements."""

import pytest

from streams.inspect.decode.markup import is_html
from streams.inspect.detect.detector import Detector, standard
from tests.inspect.decode.reading import BUDGET, body, leaves

MAIL = """<!DOCTYPE html>
<html lang="nb"><head><title>Ordre</title><style>p {color: red}</style></head><body>
<p>Hei <b>Kari</b>,</p><table><tr><td style="width:50%;font-family:Arial,Helvetica,sans-serif">Telefon</td><td>91234567</td></tr></table>
<p>Kontaktperson: <b>Ola</b> Nordmann<br>ola&#64;example.org</p><a href="mailto:eva@example.org">Svar</a>
<!-- per@example.org --><o:p></o:p></body></html>"""


@pytest.fixture(scope="module")
def detector() -> Detector:
    return standard()


def test_a_page_is_one_leaf_and_what_stands_in_it_is_found(detector: Detector) -> None:
    message = body(MAIL.encode(), "text/html")
    assert (leaves(message), message.scanned) == ({"$": MAIL}, "full")
    found = {(f.entity, MAIL[f.start : f.end]) for f in detector.find(message, lambda word: False, BUDGET).findings if f.category}
    assert found == {
        ("PERSON", "Kari"),
        ("PHONE_NUMBER", "91234567"),
        ("PERSON", "Ola</b> Nordmann"),
        ("EMAIL_ADDRESS", "ola&#64;example.org"),
        ("EMAIL_ADDRESS", "eva@example.org"),
        ("EMAIL_ADDRESS", "per@example.org"),
    }


def test_a_fragment_in_a_field_keeps_the_field_s_path(detector: Detector) -> None:
    message = body(b'{"note": "<p>Fnr 018190 <i>10001</i></p>"}')
    (finding,) = [f for f in detector.find(message, lambda word: False, BUDGET).findings if f.category]
    assert (finding.path, finding.entity) == (("note",), "NO_FODSELSNUMMER")
    assert message.leaves[0].text[finding.start : finding.end] == "018190 <i>10001"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!doctype HTML><x>", True),
        ("<html><body><my-widget/></body></html>", True),
        ("<P>Hei<BR>du</P>", True),
        ("<div><o:p></o:p></div>", True),
        ("<a href='x'>y</a>", True),
        ("<table><row><name>x</name></row></table>", False),
        ("<body><customer/></body>", False),
        ("<p:Order xmlns:p='urn:x'/>", False),
        ("<Invoice/>", False),
        ("<address><street>x</street></address>", False),
        ("<34>Oct 11", False),
        ("text <b>x</b>", False),
    ],
)
def test_html_is_told_from_xml_by_its_elements(text: str, html: bool) -> None:
    assert is_html(text) is html


@pytest.mark.parametrize(
    ("data", "media_type", "expected"),
    [
        (b"<table><row><name>x</name></row></table>", None, {"/table/row/name": "x"}),
        (b"<table><tr><td>x</td></tr></table>", "application/xml", {"/table/tr/td": "x"}),
        (b"<table><tr><td>x</td></tr></table>", None, {"$": "<table><tr><td>x</td></tr></table>"}),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>x</p></html>", None, {"/html/p": "x"}),
    ],
)
def test_what_is_declared_goes_before_what_it_looks_like(data: bytes, media_type: str | None, expected: dict[str, str]) -> None:
    assert (leaves(body(data, media_type)), body(data, media_type).scanned) == (expected, "full")


def test_an_embedded_image_is_told() -> None:
    message = body(b'<p>Hei <img src="data:image/png;base64,iVBORw0KGgo="></p>')
    assert (message.scanned, message.reasons) == ("partial", ("content.binary",))
