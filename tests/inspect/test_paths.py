"""Paths read as they are documented, and no two values of a document share one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from streams.inspect.paths import _KEPT, _MANY, ANY, parse, render
from streams.inspect.words import NESTED, Header, Line, Path, Segment, Syntax

_KEYS = st.text(max_size=6) | st.sampled_from(["", "a", "å", "0", "a.b", "it's", "\\", "!", "$", "[0]", "['x']", "a b", "½", "\u0301"])
_STEPS = st.lists(_KEYS | st.integers(0, 3), max_size=4).map(tuple)


_NAMES = st.from_regex(r"[A-Za-zÅ-ö_][\w.-]{0,5}", fullmatch=True)


@st.composite
def xml(draw: st.DrawFn) -> Path:
    """A path into XML: elements, some with an index, and perhaps an attribute."""
    path: list[Segment] = [Syntax.XML]
    for _ in range(draw(st.integers(0, 4))):
        path += [draw(_NAMES), *draw(st.lists(st.integers(0, 3), max_size=1))]
    return (*path, "@" + draw(_NAMES)) if draw(st.booleans()) else tuple(path)


@st.composite
def edifact(draw: st.DrawFn) -> Path:
    """A path into EDIFACT: a tag, which of them, an element, a component."""
    places = draw(st.lists(st.integers(0, 20), max_size=3))
    return (Syntax.EDIFACT, draw(st.from_regex(r"[A-Z][A-Z0-9]{2}", fullmatch=True)), *places)


_TABLES = st.tuples(st.just(Syntax.CSV), st.integers(0, 9), st.integers(0, 9))


@st.composite
def paths(draw: st.DrawFn) -> Path:
    """Documents in strings of documents; a line only as the first segment of one."""
    json = st.tuples(st.integers(0, 3).map(Line)) | st.just(())
    kinds = st.builds(lambda line, steps: line + steps, json, _STEPS) | xml() | edifact() | _TABLES
    documents = draw(st.lists(kinds, min_size=1, max_size=3))
    path: Path = documents[0]
    for document in documents[1:]:
        path = (*path, NESTED, *document)
    return path


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), "$"),
        (("a", "b", 0, "c"), "$.a.b[0].c"),
        ((0, "a"), "$[0].a"),
        ((Line(3), "a"), "[3].a"),
        ((Line(0), 0), "[0][0]"),
        (("note", NESTED, "customer", "email"), "$.note!$.customer.email"),
        (("note", NESTED, NESTED, "a"), "$.note!$!$.a"),
        ((NESTED, "a"), "$!$.a"),
        (("log", NESTED, Line(1), "a"), "$.log![1].a"),
        (("fødselsnr_1-a",), "$.fødselsnr_1-a"),
        (("anna@example.org",), "$['anna@example.org']"),
        (("it's a \\",), "$['it\\'s a \\\\']"),
        (("",), "$['']"),
        (("½",), "$['½']"),
        ((Syntax.XML,), "/"),
        ((Syntax.XML, "Invoice", "Party", 1, "Name"), "/Invoice/Party[2]/Name"),
        ((Syntax.XML, "Document", "BkTxCd.Prtry", "@Ccy"), "/Document/BkTxCd.Prtry/@Ccy"),
        (("note", NESTED, Syntax.XML, "a", 0, NESTED, "b"), "$.note!/a[1]!$.b"),
        ((Syntax.EDIFACT, "NAD", 1, 3, 0), "NAD[2]/4.1"),
        ((Syntax.EDIFACT, "BGM", 0, 1), "BGM[1]/2"),
        ((Syntax.CSV, 4, 1), "[4].#1"),
    ],
)
def test_paths_are_written_as_the_contract_says(path: Path, written: str) -> None:
    assert render(path) == written
    assert parse(written) == path


def test_folding_writes_every_index_as_a_star() -> None:
    assert render(("a", 3, "b", NESTED, 0), folded=True) == "$.a[*].b!$[*]"
    assert render((Line(7), "a"), folded=True) == "[*].a"


def test_a_header_is_its_name_and_a_document_in_it_stands_behind_it() -> None:
    assert render(("X-Customer Id",), header=True) == "X-Customer Id"
    assert render(("baggage", NESTED, "a", 0), header=True) == "baggage!$.a[0]"


def test_a_personal_key_shows_only_what_it_is() -> None:
    keys = {"anna@example.org": "<EMAIL_ADDRESS>", "19121212-1212": "<SE_PERSONNUMMER>"}
    assert render(("by", "anna@example.org", "n"), keys) == "$.by['<EMAIL_ADDRESS>'].n"
    assert render(("19121212-1212",), keys, header=True) == "['<SE_PERSONNUMMER>']"


@given(paths())
@example((Line(0), 0))
@example((0, 0))
@example(("a", NESTED, NESTED))
def test_every_path_reads_back_as_itself(path: Path) -> None:
    """A reader that gives back the path that was written: so no two paths are written alike, but for a table's named columns."""
    assert parse(render(path)) == path


def test_a_line_is_no_list_index() -> None:
    assert (Line(0), "a") != (0, "a")
    assert len({(Line(0),), (0,)}) == 2
    assert Line(2) == Line(2)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "$.",
        "$$",
        "$.a b",
        "$[",
        "$[-1]",
        "$['a",
        "$['a']x",
        "$.a!",
        "$.a!b",
        ".a",
        "$.½",
        "$[*]",
        "/a//b",
        "/a/",
        "//",
        "/a[0]",
        "/a b",
        "/a]",
        "NAD/4.1",
        "NAD[1]/0",
        "NADX",
        "[0].#1.a",
        "[0].#",
    ],
)
def test_what_is_no_path_is_refused_without_quoting_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"^no path: unexpected at character \d+$"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("$.a[*]", ("a", ANY)),
        ("[*].a", (Line(ANY), "a")),
        ("/a[*]/b", (Syntax.XML, "a", ANY, "b")),
        ("NAD/4.1", (Syntax.EDIFACT, "NAD", ANY, 3, 0)),
        ("[*].#1", (Syntax.CSV, ANY, 1)),
    ],
)
def test_a_folded_path_stands_for_any_index(text: str, path: Path) -> None:
    assert parse(text, folded=True) == path


def test_a_named_column_is_written_as_a_line_s_field_is() -> None:
    assert parse(render((Syntax.CSV, 3, "name"))) == (Line(3), "name")


_ROUNDS = st.lists(
    st.tuples(st.sampled_from(["a", "b", "e-post", 0]), st.booleans(), st.booleans(), st.booleans(), st.booleans()), max_size=12
)


@given(_ROUNDS)
def test_what_was_written_before_changes_no_text(rounds: list[tuple[Segment, bool, bool, bool, bool]]) -> None:
    """A path is remembered by its segments, among which a header is equal to a key, and a personal key is to be hidden."""
    for name, headed, header, folded, hidden in rounds:
        first: Segment = Header(name) if headed and isinstance(name, str) else name
        begins = name if headed or header else f"$.{name}"
        wanted = "$" if not isinstance(name, str) else "['<X>']" if hidden and (headed or header) else "$['<X>']" if hidden else str(begins)
        wanted += "[*]" * (not isinstance(name, str) and folded) + "[0]" * (not isinstance(name, str) and not folded)
        text = render((first, "c", 7), {"a": "<X>", "b": "<X>", "e-post": "<X>"} if hidden else {}, folded=folded, header=header)
        assert text == wanted + (".c[*]" if folded else ".c[7]")


def test_no_more_texts_are_remembered_than_a_stream_repeats() -> None:
    before = [render((f"k{n}", "a")) for n in range(10_000)]
    assert sum(map(len, _KEPT.values())) <= 4 * _MANY
    assert render(("x" * 300,)) == "$." + "x" * 300
    assert ("x" * 300,) not in _KEPT[False, False]
    assert before == [f"$.k{n}.a" for n in range(10_000)]
