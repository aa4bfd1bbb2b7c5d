"""Markup is looked through: what spans tags or is written as character references is found, where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.detect.detector import Detector
from streams.inspect.detect.markup import unmarked
from streams.inspect.detect.view import View
from tests.inspect.detect.build import look

pieces = st.lists(
    st.sampled_from(["<b>", "</b>", "<td>", "<p class='a\"b'>", "<br/>", "<!-- c -->", "<!--", "<script>x<y</script>", "<", ">", "&", ";"])
    | st.sampled_from(["&#64;", "&#x40;", "&nbsp;", "&nosuch;", "&#xD800;", "&#0;", "&#9999999;", "kari", " ", "å", "'", '"', "\u200b"]),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("<p>Skriv til kari<b>@</b>example.org</p>", "EMAIL_ADDRESS", "kari<b>@</b>example.org"),
        ("<p>kari&#64;example.org</p>", "EMAIL_ADDRESS", "kari&#64;example.org"),
        ("kari&#x40;example.org", "EMAIL_ADDRESS", "kari&#x40;example.org"),
        ("<p>F&oslash;dselsnummer: 018190 <i>10001</i>.</p>", "NO_FODSELSNUMMER", "018190 <i>10001"),
        ("<p>fnr 018190&nbsp;10001.</p>", "NO_FODSELSNUMMER", "018190&nbsp;10001"),
        (
            '<tr><td style="color:red;font-family:Arial,Helvetica,sans-serif;font-size:12px">Telefon</td><td>91234567</td></tr>',
            "PHONE_NUMBER",
            "91234567",
        ),
        ('<a href="mailto:kari@example.org">skriv</a>', "EMAIL_ADDRESS", "kari@example.org"),
        ("<p>a<!-- kari@example.org -->b</p>", "EMAIL_ADDRESS", "kari@example.org"),
        ("<p>Sak</p><p>Kontaktperson: <b>Kari</b> <i>Eksempel</i></p>", "PERSON", "Kari</b> <i>Eksempel"),
    ],
)
def test_what_hides_behind_markup_is_found_where_it_stood(text: str, entity: str, value: str, detector: Detector) -> None:
    (finding,) = [f for f in look(detector, {"note": text}).findings if f.category]
    assert (finding.entity, text[finding.start : finding.end]) == (entity, value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a<b>b</b>c", "abc"),
        ("<p>a</p>b", "\na\nb"),
        ("<td>a</td><td>b</td>", " a  b "),
        ("a<!-- x -->b", "ab"),
        ("a<script>var b</script>c", "a\nc"),
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("1 < 2 &", None),
        ("no markup", None),
        ("&nosuch;", None),
    ],
)
def test_what_a_page_shows(text: str, shown: str | None) -> None:
    view = unmarked(View(text))
    assert (view and view.text) == shown


@given(pieces)
def test_every_code_point_comes_from_the_text_and_in_order(text: str) -> None:
    view = unmarked(View(text))
    if view is None:
        return
    spans = [view.origin(at, at + 1) for at in range(len(view.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
