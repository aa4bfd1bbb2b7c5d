"""Paths read the way the contract writes them, and no two values of a document share one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from streams.inspect.paths import parse, render
from streams.inspect.words import NESTED, Line, Path

_KEYS = st.text(max_size=6) | st.sampled_from(["", "a", "å", "0", "a.b", "it's", "\\", "!", "$", "[0]", "['x']", "a b", "½", "\u0301"])
_STEPS = st.lists(_KEYS | st.integers(0, 3), max_size=4).map(tuple)


@st.composite
def paths(draw: st.DrawFn) -> Path:
    """Documents in strings of documents; a line only as the first segment of one."""
    documents = [((Line(draw(st.integers(0, 3))),) if draw(st.booleans()) else ()) + draw(_STEPS) for _ in range(draw(st.integers(1, 3)))]
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
    """A reader that gives back the path that was written: so no two paths are written alike."""
    assert parse(render(path)) == path


def test_a_line_is_no_list_index() -> None:
    assert (Line(0), "a") != (0, "a")
    assert len({(Line(0),), (0,)}) == 2
    assert Line(2) == Line(2)


@pytest.mark.parametrize("text", ["", "a", "$.", "$$", "$.a b", "$[", "$[-1]", "$['a", "$['a']x", "$.a!", "$.a!b", ".a", "$.½", "$[*]"])
def test_what_is_no_path_is_refused_without_quoting_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"^no path: unexpected at character \d+$"):
        parse(text)
