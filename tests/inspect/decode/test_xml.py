"""XML is read to its last text, attribute and comment; what is broken or hostile is told, and nothing is expanded or fetched."""

import base64
import gzip
import json
from collections import Counter
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect.detector import Detector, standard
from streams.inspect.paths import parse, render
from streams.inspect.words import Budget
from tests.inspect.decode.reading import BUDGET, body, leaves, whole
from tests.inspect.decode.walking import texts
from tests.messages import archeo

BOMB = '<!DOCTYPE a [<!ENTITY x "kari@example.org"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;">%s]>'


@pytest.fixture(scope="module")
def detector() -> Detector:
    return standard()


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<Invoice><Name>x</Name></Invoice>", {"/Invoice/Name": "x"}),
        ("<a1 id='1'><b id='2'/><b id='3'>t</b></a1>", {"/a1/@id": "1", "/a1/b[1]/@id": "2", "/a1/b[2]/@id": "3", "/a1/b[2]": "t"}),
        ("<n:r xmlns:n='u' n:x='1'><n:c>t</n:c><c>u</c></n:r>", {"/r/@x": "1", "/r/c[1]": "t", "/r/c[2]": "u"}),
        ("<r> \n <c> t </c> \n </r>", {"/r/c": " t "}),
        ("<r>Hei <c>Kari</c> du<d/>!</r>", {"/r": "Hei \n du\n!", "/r/c": "Kari"}),
        ("<r>ka<!-- note -->ri</r>", {"/r": "kari"}),
        ("<r><![CDATA[<b>&amp;]]> &lt;&#229;&gt;</r>", {"/r": "<b>&amp; <å>"}),
        ("<r><?sort by=name?><c/></r>", {"/r": "by=name"}),
        ("<!-- in front --><r/>", {"/": " in front "}),
        ("<r><c/><!-- inside --></r>", {"/r": " inside "}),
        ("<r x='a &amp;&#38;amp; &lt; b'/>", {"/r/@x": "a &&amp; < b"}),
        ("<?xml version='1.1' encoding='UTF-16' standalone='yes'?>\n<r>å</r>\0\0\n", {"/r": "å"}),
        ("\ufeff \n<?xml version='1.0'?><r>t</r>", {"/r": "t"}),
        ("<n:r><n:c>t</n:c></n:r>", {"/r/c": "t"}),
        ("<r>007</r>", {"/r": "007"}),
        ("<r>true</r>", {"/r": "true"}),
        ("<r><å-b.c>t</å-b.c></r>", {"/r/å-b.c": "t"}),
    ],
)
def test_every_value_has_its_path(document: str, expected: dict[str, str]) -> None:
    message = body(document.encode())
    read = [(render(leaf.path), leaf.text) for leaf in message.leaves]
    assert set(expected.items()) <= set(read)
    assert {text for path, text in read if path not in expected} <= {" note "}
    assert (message.scanned, message.reasons) == ("full", ())
    assert all(leaf.kind == "text" for leaf in message.leaves)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "windows-1252"])
def test_the_declared_encoding_is_the_bytes_own(encoding: str) -> None:
    message = body(f"<?xml version='1.0' encoding='{encoding.removesuffix('-sig')}'?><r>Åse</r>".encode(encoding))
    assert (leaves(message), message.scanned) == ({"/r": "Åse"}, "full")


@pytest.mark.parametrize(
    "broken",
    ["<r><a></b></r>", "<r>", "<r/><r/>", "<r x=1/>", "<r x='1' x='2'/>", "<r>&name;</r>", 
     "<r>\0 and more than a little text</r>", "<r>\x01 and more than a little text</r>", "<r>&#1;</r>",
     "<?xml version='1.0'?>", "<r><!-- a -- b --></r>", "<!DOCTYPE r [<!ENTITY"],
)  # fmt: skip
def test_what_is_not_well_formed_is_told_and_scanned_as_text(broken: str) -> None:
    text = "<x-kari>kari@example.org</x-kari>" + broken if broken.startswith("<r/>") else broken
    message = body(text.encode())
    assert (leaves(message), message.scanned, message.reasons) == ({"$": text}, "partial", ("xml.invalid",))


@pytest.mark.parametrize("text", ["<kari@example.org> wrote", "<34>Oct 11 su: failed", "a < b", "<>", "< a>"])
def test_what_only_begins_with_an_angle_is_no_xml(text: str) -> None:
    assert (leaves(body(text.encode())), body(text.encode()).reasons) == ({"$": text}, ())


@pytest.mark.parametrize(
    ("subset", "content"),
    [
        ("", "<a>&y;</a>"),
        ("", "<a b='&y;'/>"),
        ('<!ENTITY f SYSTEM "file:///etc/hostname">', "<a>&f;</a>"),
        ('<!ENTITY % p SYSTEM "http://example.org/p.dtd">%p;', "<a>&x;</a>"),
        ('<!ENTITY z "&y;&y;&y;&y;&y;&y;&y;&y;"><!ENTITY w "&z;&z;&z;&z;&z;&z;">', "<a>&w;&w;&w;</a>"),
        ('<!ENTITY l "&l;">', "<a>&l;</a>"),
    ],
)
def test_entities_are_never_expanded_and_their_declarations_are_scanned(subset: str, content: str) -> None:
    message = body((BOMB % subset + content).encode())
    assert (message.scanned, message.reasons) == ("partial", ("xml.entities",))
    assert "kari@example.org" in leaves(message)["/"]
    inside = [leaf.text for leaf in message.leaves if len(leaf.path) > 1]
    assert inside
    assert all(text.startswith("&") and text.endswith(";") for text in inside)


def test_a_document_type_without_references_changes_nothing() -> None:
    message = body(b"<?xml version='1.0'?><!DOCTYPE r SYSTEM 'http://example.org/r.dtd' [<!-- ' ]> --><!ELEMENT r ANY>]><r>&amp;</r>")
    assert (leaves(message)["/r"], message.scanned) == ("&", "full")


def test_names_of_characters_are_read_where_the_document_has_a_type() -> None:
    message = body(b"<!DOCTYPE r SYSTEM 'xhtml.dtd'><r>&Aring;se &lt;&nbsp;<![CDATA[&Aring;]]><!-- &Aring; --></r>")
    assert {leaf.text for leaf in message.leaves[1:]} == {"Åse <\u00a0&Aring;", " &Aring; "}
    assert message.scanned == "full"


def test_a_document_in_an_element_goes_on_after_an_exclamation_mark() -> None:
    inner = escape("<?xml version='1.0'?><Order><Buyer>Kari</Buyer></Order>")
    packed = base64.b64encode(b"<Order><Buyer>Ola</Buyer></Order>").decode()
    message = body(f"""<r><a>{inner}</a><b> {{"mail": "kari@example.org"}} </b><c>\n {packed}\n</c></r>""".encode())
    assert leaves(message) == {"/r/a!/Order/Buyer": "Kari", "/r/b!$.mail": "kari@example.org", "/r/c!/Order/Buyer": "Ola"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<Invoice><Party><Name>Kari</Name></Party></Invoice>", {"$.note!/Invoice/Party/Name": "Kari"}),
        ("<p>Hei <b>Kari</b></p>", {"$.note": "<p>Hei <b>Kari</b></p>"}),
        ("<Invoice><Name>Kari</Invoice>", {"$.note": "<Invoice><Name>Kari</Invoice>"}),
        ("<table><row><name>Kari</name></row></table>", {"$.note!/table/row/name": "Kari"}),
        ("<b>Kari</b>", {"$.note": "<b>Kari</b>"}),
        ("<3", {"$.note": "<3"}),
    ],
)
def test_a_string_is_opened_where_it_holds_xml_and_left_where_it_holds_html(value: str, expected: dict[str, str]) -> None:
    message = body(json.dumps({"note": value}).encode())
    assert (leaves(message), message.scanned) == (expected, "full")


def test_a_body_of_base64_or_gzip_has_its_root_where_a_plain_one_has() -> None:
    for data in (base64.b64encode(b"<Order><Buyer>Ola</Buyer></Order>"), gzip.compress(b"<Order><Buyer>Ola</Buyer></Order>")):
        assert leaves(body(data)) == {"/Order/Buyer": "Ola"}


@pytest.mark.parametrize("glue", ["System.Exception: no <order> found\r\n   at X.Y()\r\n", "Error: gone "])
def test_an_exception_in_front_of_a_document_is_read_and_so_is_the_document(glue: str) -> None:
    message = whole(archeo(glue + "<?xml version='1.0'?>\n<Order><Buyer>Ola</Buyer></Order>\n"))
    assert leaves(message) == {"$": glue, "/Order/Buyer": "Ola"}
    assert (message.scanned, message.reasons) == ("partial", ("xml.invalid",))


@pytest.mark.parametrize("before", ["", "<?xml version='1.0'?>\n", "\ufeff<?xml version='1.0'?>\r\n<?style?>\n"])
def test_a_document_of_xml_is_no_exception_and_its_content(before: str) -> None:
    message = whole(archeo(before + "<Order>\n<Buyer>Ola</Buyer>\n</Order>"))
    assert (leaves(message)["/Order/Buyer"], message.scanned) == ("Ola", "full")


def test_binary_in_an_element_is_told() -> None:
    pdf = base64.b64encode(b"%PDF-1.7\n" + bytes(200)).decode()
    message = body(f"<Invoice><Doc>\n  {pdf}\n</Doc><Name>Kari</Name></Invoice>".encode())
    assert (message.scanned, message.reasons) == ("partial", ("content.binary",))
    assert leaves(message)["/Invoice/Name"] == "Kari"


def test_below_the_budget_of_depth_an_element_is_one_text() -> None:
    message = body(b"<a1><b><c x='1'><d>kari@example.org</d></c></b><e>t</e></a1>", budget=Budget(depth=2))
    assert leaves(message) == {"/a1/b/c": '<c x="1"><d>kari@example.org</d></c>', "/a1/e": "t"}
    assert message.reasons == ("budget.depth",)


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (b"<!DOCTYPE r [" + b"<!--" * 3_000_000 + b"]><r/>", "xml.invalid"),
        (b"<!DOCTYPE r " + b"'\" " * 3_000_000 + b"><r/>", "budget.bytes"),
        (b"<r>" + b"<a>x</a>" * 2_500_000 + b"</r>", "budget.leaves"),
        (b"<r><a>kari@example.org</a><b>" + b"x" * 20_000_000 + b"</b></r>", "budget.bytes"),
        (b"<r><a>kari@example.org</a><![CDATA[" + b"x" * 20_000_000 + b"]]></r>", "budget.bytes"),
        (b"<r><a>kari@example.org</a>" + b"<b/>" * 5_000_000 + b"</r>", "budget.leaves"),
        (b"<r x='kari@example.org" + b"x" * 20_000_000 + b"'/>", "budget.bytes"),
        (b"<a1>" * 100_000 + b"kari@example.org" + b"</a1>" * 100_000, "budget.depth"),
        (b"<r>" + b"<a" * 5_000_000, "budget.bytes"),
        (b"<!DOCTYPE r [<!ENTITY a ''>]><r>&a;" + b"<!--" * 4_000_000, "xml.invalid"),
    ],
    ids=["internal-subset", "quotes", "elements", "text", "cdata", "empty-elements", "attribute", "depth", "tags", "comments"],
)
def test_megabytes_are_read_as_far_as_the_budget_goes(document: bytes, reason: str) -> None:
    message = body(document)
    assert message.scanned == "partial"
    assert reason in message.reasons
    assert len(message.leaves) <= BUDGET.leaves
    assert sum(len(leaf.text) for leaf in message.leaves) <= BUDGET.bytes
    if b"kari@" in document:
        assert any("kari@example.org" in leaf.text for leaf in message.leaves)


def test_a_document_that_is_too_large_says_nothing_of_the_next_one() -> None:
    broken = b"<r><a>kari@example.org</a>"
    before = body(broken).reasons
    body(b"<r x='" + b"x" * 20_000_000 + b"'/>")  # the parser's log of errors is one for the whole process
    assert body(broken).reasons == before == ("xml.invalid",)


def test_an_index_counts_the_siblings_past_the_budget_too() -> None:
    message = body(b"<r><a>" + b"<x>1</x>" * 30 + b"</a><a>2</a></r>", budget=Budget(leaves=10))
    assert render(message.leaves[0].path) == "/r/a[1]/x[1]"


def test_an_end_that_is_missing_does_not_hide_what_stands_before_it() -> None:
    message = body(gzip.compress(b"<r><a>kari@example.org</a>" + b"<b>x</b>" * 99_999, compresslevel=0)[:-3000])
    assert leaves(message)["/r/a"] == "kari@example.org"
    assert message.reasons == ("budget.leaves", "gzip.invalid")


_NAMES = st.sampled_from(["a", "b", "Name", "Party", "å", "x.y-z", "n:a", "n:Name", "m:b"])
_TEXTS = st.text(alphabet="kå <>&'\"\n\t]x@.1", max_size=8)


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> str:
    """An element with attributes, mixed content, CDATA, comments and instructions."""
    attributes = {name.replace(":", "."): value for name, value in draw(st.dictionaries(_NAMES, _TEXTS, max_size=2)).items()}
    kinds = [_TEXTS.map(escape), _TEXTS.map(lambda t: f"<![CDATA[{t.replace(']]>', '')}]]>"), st.just("<!--c-->"), st.just("<?pi d?>")]
    content = draw(st.lists(st.one_of(*kinds, elements(depth - 1)) if depth else st.one_of(*kinds), max_size=4))
    name = draw(_NAMES)
    return f"<{name}{''.join(f' {n}={quoteattr(v)}' for n, v in attributes.items())}>{''.join(content)}</{name}>"


documents = elements().map(lambda inner: f"<root xmlns:n='urn:n' xmlns:m='urn:m'>{inner}{inner}</root>")


def walked(document: str) -> Counter[tuple[str, str]]:
    """What the standard library sees; texts of spaces alone left out."""
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True, insert_pis=True))
    return Counter((path, text) for path, text in texts(ElementTree.fromstring(document.encode(), parser)) if text.strip())


@settings(max_examples=300)
@given(documents)
def test_another_reader_finds_the_same_texts_at_the_same_paths(document: str) -> None:
    read = Counter((render(leaf.path), leaf.text) for leaf in body(document.encode()).leaves)
    instructions = {(path, "pi d"): (path, "d") for path, text in walked(document) if text == "pi d"}
    assert read == Counter({instructions.get(key, key): count for key, count in walked(document).items()})


@settings(max_examples=50, deadline=None)
@given(documents, st.data())
def test_from_a_finding_s_path_and_offsets_one_gets_back_the_very_text(detector: Detector, document: str, data: st.DataObject) -> None:
    ends = [at for at in range(len(document)) if document.startswith("</", at)]
    at = data.draw(st.sampled_from(ends))
    planted = document[:at] + "<mail>skriv til kari.zq7@example.org i dag</mail>" + document[at:]
    message = body(planted.encode())
    spans = [(f.path, f.start, f.end) for f in detector.find(message, lambda word: False, BUDGET).findings if f.entity == "EMAIL_ADDRESS"]
    by_path: dict[str, list[str]] = {}
    for path, text in walked(planted):
        by_path.setdefault(path, []).append(text)
    looked_up = {text[start:end] for path, start, end in spans for text in by_path[render(path)]}
    assert "kari.zq7@example.org" in looked_up
    assert all(parse(render(path)) == path for path, _, _ in spans)


@settings(max_examples=200)
@given(
    st.text(alphabet="<>/!?[]&;-'\"=a1 \0\u200bDOCTYPE%CA", max_size=60).map(lambda t: "<r>" + t),
    st.builds(Budget, leaves=st.integers(0, 5), depth=st.integers(1, 3), bytes=st.integers(0, 40)),
)
def test_no_markup_makes_it_raise(text: str, budget: Budget) -> None:
    message = body(text.encode(), budget=budget)
    assert len(message.leaves) <= budget.leaves
    assert sum(len(leaf.text.encode()) for leaf in message.leaves) <= budget.bytes
