"""JSON is read by a quick way where that is certain to give what the careful way gives, leaf for leaf, whatever the budget."""

import json
import zlib
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from schemas.flow import Part
from schemas.words import Place
from streams.inspect.decode.flat import Flat
from streams.inspect.decode.leaves import Leaves
from streams.inspect.decode.message import decode
from streams.inspect.decode.nested import _UTF8, Opener, _may_inflate, may_open_among
from streams.inspect.decode.quick import quickly
from streams.inspect.jsontree import NODES, Node, Number, Pairs, read, walk
from streams.inspect.words import Body, Budget, Envelope, Header, Hinted, Leaf, Line, Path


class Plain(Leaves):
    """The careful way: value by value, each held against the budget and looked into by itself."""

    def tree(self, place: Place, path: Path, tree: Node, documents: int = 0) -> None:
        for here, text, kind in walk(tree, path, self.budget.depth):
            if self.spent:
                return
            if kind == "text":
                self.string(place, here, text, documents)
            else:
                self.put(place, here, text, kind)

    def several(self, leaves: Sequence[Leaf], documents: int = 0) -> None:
        raise AssertionError


def carefully(written: str, budget: Budget) -> tuple[tuple[Leaf, ...], set[str]]:
    leaves = Plain(budget)
    document = read(written, budget.depth, NODES)
    assert document.valid
    leaves.reasons.update(document.reasons)
    leaves.tree("body", (), document.tree)
    return leaves.take(), leaves.reasons | leaves.open.reasons


def decoded(body: Body, budget: Budget) -> tuple[tuple[Leaf, ...], set[str]]:
    message = decode(Envelope(Part(index=0, of=1), "generic", (), body, 0), budget)
    return message.leaves, set(message.reasons)


_LETTERS = st.characters(codec="utf-8", exclude_characters="\x7f")  # of which a few make a body binary
_TEXTS = st.text(_LETTERS, max_size=6) | st.sampled_from(
    [
        *(
            "",
            "%",
            "100 %",
            "https://example.org/a%20b?q=%C3%A5",
            "a%20b",
            "%7B%22a%22%3A1%7D",
            '{"a":"b"}',
            "[1,[2]]",
            '"[]"',
            " {}",
            "\n{}",
        ),
        *("<a><b>c</b></a>", "<a", "<html><b>x</b>", "Ulvøy", "UNB", "U", "data:,x", "DATA:text/plain;base64,eyJhIjoxfQ==", "line\nline"),
        *("3f2c0000-0000-4000-8000-000000000001", "0123456789abcdef01234567", "SE3200031852018640335686", "a,b,c\n1,2,3", "x\0{}", "\0"),
        *(
            ":1,",
            "[5]",
            ', 7 ,"',
            ":-0}",
            '\\"',
            "\\",
            '\\\\"',
            "\\u00e5",
            "\ufeff{}",
            "eyJhIjoxfQ==",
            "Kari Eksempel",
            "kari@example.org",
            "Å" * 9,
        ),
        b64encode(b'{"mail":"kari@example.org"}').decode(),
        b64encode(b"Kari Eksempel, Storgata 1").decode().rstrip("="),
    ]
)
_NUMBERS = st.from_regex(r"-?(?:0|[1-9][0-9]{0,3})(?:\.[0-9]{1,3})?(?:[eE][+-]?[0-9]{1,2})?", fullmatch=True) | st.sampled_from(
    ["-0", "1.50", "1e400", "18446744073709551616", "0.1000000000000000055511151231257827", "NaN"]
)
_BLANKS = st.sampled_from(["", "", "", " ", "\n  ", "\t"])
_KEYS = st.sampled_from(["a", "b", "navn", "e-post", "å", "", '"', "a:1,", "\\"]) | st.text(_LETTERS, max_size=3)


@st.composite
def _written(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """A list or object of such, keys perhaps repeated, with blanks here and there."""
    children = draw(st.lists(inner, max_size=5))
    blank = draw(_BLANKS)
    if draw(st.booleans()):
        return "[" + f"{blank},".join(children) + blank + "]"
    spelt = draw(st.booleans())
    keys = [json.dumps(draw(_KEYS), ensure_ascii=spelt) for _ in children]
    return "{" + blank + f",{blank}".join(f"{key}{blank}:{blank}{child}" for key, child in zip(keys, children, strict=True)) + "}"


def _quoted(text: str, spelt: bool, deeper: int) -> str:
    """A string literal, in which JSON stands `deeper` levels down."""
    for _ in range(deeper):
        text = json.dumps({"in": text, "n": 1.5})
    return json.dumps(text, ensure_ascii=spelt)


_SCALARS = (
    st.sampled_from(["null", "true", "false"]) | _NUMBERS | st.builds(_quoted, _TEXTS, st.booleans(), st.sampled_from([0, 0, 0, 1, 3]))
)
_DOCUMENTS = _written(st.recursive(_SCALARS, _written, max_leaves=12))
_BUDGETS = st.just(Budget()) | st.builds(Budget, st.integers(0, 12), st.integers(1, 5), st.integers(0, 3), st.integers(0, 60))


@given(_DOCUMENTS, _BUDGETS)
@example('{"a":1,"a":2}', Budget())
@example('{"a" :1,"b":"\\":"}', Budget())
@example('{"a":":5,","b":[5.0]}', Budget())
@example('{"a":"x :1}","b":1e5}', Budget())
@example('{"a":"\\\\","b":"\\\\\\"","a":"\\\\"}', Budget())
@settings(max_examples=400, deadline=None)
def test_a_body_gives_the_same_leaves_as_value_by_value(written: str, budget: Budget) -> None:
    wanted = carefully(written, budget)
    data = written.encode("utf-8", "replace")
    assert decoded(Body(data, "application/json"), budget) == wanted
    document = read(written, budget.depth, NODES)
    leaves, reasons = decoded(Body(None, tree=document.tree), budget)
    assert (leaves, reasons | set(document.reasons)) == wanted


@pytest.mark.parametrize(
    "written",
    [
        '{"id":"3f2c0000-0000-4000-8000-000000000001","name":"Kari Eksempel","tags":["a","b"],"ok":true,"none":null,"at":{}}',
        '{\n  "price" : 1.50,\n  "qty" : -0,\n  "big" : 123456789012345678901234567890,\n  "path" : "C:\\\\x \\"q\\""\n}\n',
        '{"at":[10.750,5e1],"b":{"c":[[1]]}}',
        "[]",
    ],
)
def test_an_ordinary_body_goes_the_quick_way(written: str) -> None:
    found = quickly(Body(written.encode(), "application/json"), Budget())
    assert found is not None
    assert tuple(found) == carefully(written, Budget())[0]


@pytest.mark.parametrize(
    "body",
    [
        Body(b'{"a":"first","a":"second"}'),
        Body(b'{"a":{"b":1,"b":1}}'),
        Body(b'{"a": 1,"note":"x:1,"}'),
        Body(b"[" * 300 + b"]" * 300),
        Body(b'{"a":"\\ud800"}'),
        Body(b'{"a":NaN}'),
        Body(b'{"a":1}\n{"a":2}'),
        Body(b'["\x7f\x7f\x7f"]'),
        Body(b'{"a":"\xe5"}'),
        Body('{"a":"\u0e5d"}'.encode("utf-16-le"), charset="utf-16-le"),
        Body(b'{"a":"b"}', charset="utf-16"),
        Body(b'{"a":"b"}', "multipart/mixed"),
        Body(b'"a"'),
        Body(b"[" * 65 + b"]" * 65),
        Body(b"[" + b"1," * 40_000 + b"1]"),
        Body(None),
    ],
)
def test_what_is_not_certain_is_for_the_careful_way(body: Body) -> None:
    assert quickly(body, Budget(depth=1000 if body.data and len(body.data) == 600 else 64)) is None


def test_a_tree_that_needs_more_than_leaves_is_for_the_careful_way() -> None:
    for tree in ([Hinted("a", ("tag PII",))], Pairs([("a", [[Number("1")]])]), ["a"] * 9):
        assert not Flat("body", 8).read(tree, (), 2)
    assert Flat("body", 8).read(["a"] * 8, (), 2)


@given(st.lists(_TEXTS | st.text("UNBAIGHae0f-=/+ \n%\0{", max_size=30), max_size=8))
def test_a_text_that_is_not_looked_at_holds_nothing(texts: list[str]) -> None:
    chosen = set(may_open_among(texts, "\0".join(("", *texts))))
    usual = ["3f2c0000-0000-4000-8000-000000000001", "Ulvøy", "Kari Eksempel", "data"]
    assert may_open_among(usual, "\0".join(("", *usual))) == ()
    assert all(Opener(Budget())(text) is None and "%" not in text for at, text in enumerate(texts) if at not in chosen)


@pytest.mark.parametrize("root", [Header("a"), Line(0)])
def test_a_document_below_a_header_or_a_line_keeps_its_root(root: Any) -> None:
    leaves = Leaves(Budget())
    for path in (("a",), (0,), (root,)):
        leaves.tree("header", path, Pairs([("b", "c")]))
    assert type(leaves.take()[2].path[0]) is type(root)


@given(st.binary(max_size=18) | st.text(max_size=9).map(str.encode), st.integers(0, 18))
def test_how_far_bytes_are_utf8_is_told_without_decoding(data: bytes, cut: int) -> None:
    data = data[:cut]
    try:
        data.decode()
        whole = len(data)
    except UnicodeDecodeError as wrong:
        whole = wrong.start
    found = _UTF8.match(data)
    assert found is not None
    assert found.end() == whole


@given(st.binary(min_size=18, max_size=18))
def test_what_is_not_even_tried_as_deflate_is_none(head: bytes) -> None:
    if not _may_inflate(head):
        with pytest.raises(zlib.error):
            zlib.decompressobj(-15).decompress(head)


@given(st.text(min_size=20, max_size=40), st.integers(0, 9))
def test_every_kind_of_deflate_is_tried(text: str, level: int) -> None:
    packer = zlib.compressobj(level, wbits=-15)
    assert _may_inflate((packer.compress(text.encode()) + packer.flush())[:18])


def test_many_lines_are_lines_and_one_line_with_something_behind_it_is_broken() -> None:
    leaves, reasons = decoded(Body(b'{"a":1}\n' * 20_000, "application/json"), Budget())
    assert [leaf.path for leaf in leaves] == [(Line(number), "a") for number in range(20_000)]
    assert not reasons
    leaves, reasons = decoded(Body(b'{"a":1}\n' + b"x," * 40_000, "application/json"), Budget())
    assert [leaf.path for leaf in leaves] == [()]
    assert reasons == {"json.invalid"}


_PLACES: st.SearchStrategy[Place] = st.sampled_from(["url", "metadata", "filename"])
_BESIDE = st.builds(Leaf, _PLACES, st.just(("a",)), _TEXTS | st.builds(Hinted, _TEXTS, st.just(("tag PII",)))) | st.just(
    Leaf("property", ("n",), "1.50", "number")
)


@given(st.lists(_BESIDE, max_size=8), _BUDGETS)
def test_what_stands_beside_gives_the_same_leaves_as_value_by_value(beside: list[Leaf], budget: Budget) -> None:
    leaves = Plain(budget)
    for leaf in beside:
        if leaf.kind == "text":
            leaves.string(leaf.place, leaf.path, leaf.text)
        else:
            leaves.put(leaf.place, leaf.path, leaf.text, leaf.kind)
    message = decode(Envelope(Part(index=0, of=1), "generic", (), Body(None), 0, tuple(beside)), budget)
    assert message.leaves == leaves.take()
    assert set(message.reasons) == leaves.reasons | leaves.open.reasons
    assert list(message.attachments) == leaves.attachments
