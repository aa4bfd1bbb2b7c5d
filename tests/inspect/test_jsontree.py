"""JSON is read as it is written: digits, repeated keys, any depth, and nothing that cannot be written again."""

import json
import re
import sys
import threading
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.jsontree import DEPTH, Deep, Document, Pairs, dump, read, walk
from streams.inspect.jsontrim import trim

_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8)
_TREES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4), max_leaves=20
)


def leaves(text: str, **limits: Any) -> list[tuple[Any, ...]]:
    return list(walk(read(text, **limits).tree))


@pytest.mark.parametrize(
    ("written", "text", "kind"),
    [
        ("12.50", "12.50", "number"),
        ("1e400", "1e400", "number"),
        ("-0", "-0", "number"),
        ("123456789012345678901234567890", "123456789012345678901234567890", "number"),
        ("1" * 5000, "1" * 5000, "number"),
        ("true", "true", "boolean"),
        ("false", "false", "boolean"),
        ("NaN", "NaN", "text"),
        ("-Infinity", "-Infinity", "text"),
        ('"å\\u00e5\\n"', "åå\n", "text"),
    ],
)
def test_values_are_kept_as_they_are_written(written: str, text: str, kind: str) -> None:
    assert leaves('{"a":[' + written + "]}") == [(("a", 0), text, kind)]


def test_null_is_no_leaf() -> None:
    assert leaves('{"a":null,"b":[null,1]}') == [(("b", 1), "1", "number")]


def test_every_value_of_a_repeated_key_is_kept() -> None:
    assert [text for _, text, _ in leaves('{"a":"first","b":1,"a":"second"}')] == ["first", "1", "second"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("\\ud800", "\ufffd"),
        ("x\\uDC00y", "x\ufffdy"),
        ("\\ud83d\\ude00", "😀"),
        ("\\ud83d\\ud83d\\ude00", "\ufffd😀"),
        ("\\\\ud800", "\\ud800"),
        ("\\ud800\\\\", "\ufffd\\"),
    ],
)
def test_a_lone_surrogate_becomes_a_replacement_character(written: str, read_as: str) -> None:
    [(path, text, _)] = leaves('{"' + written + '":"' + written + '"}')
    assert (path, text) == ((read_as,), read_as)
    orjson.dumps([path, text])


def test_a_byte_order_mark_is_no_part_of_the_document() -> None:
    assert leaves("\ufeff[1]") == [((0,), "1", "number")]


@pytest.mark.parametrize("text", ["", "{", "[1,]", '{"a":1}}', "{'a':1}", '{"a":"\n"}', "[1] [2]", "01", "[" * 50, "]"])
def test_what_is_not_well_formed_is_no_tree(text: str) -> None:
    assert read(text) == Document(None, valid=False)


def test_below_the_deepest_level_everything_is_one_text() -> None:
    document = read('{"a":[[{"mail":"kari\\u0040example.org"}],2],"b":3}', depth=2)
    assert document.reasons == ("budget.depth",)
    assert [(path, str(text)) for path, text, _ in walk(document.tree)] == [
        (("a", 0), '[{"mail":"kari@example.org"}]'),
        (("a", 1), "2"),
        (("b",), "3"),
    ]


@pytest.mark.parametrize("depth", [DEPTH, DEPTH + 1, 900, 10_000])
def test_ten_thousand_levels_are_read_to_the_deepest_that_is_followed(depth: int) -> None:
    document = read("[" * depth + '"kari@example.org"' + "]" * depth)
    [(path, text, _)] = walk(document.tree)
    assert document.valid
    assert document.reasons == (("budget.depth",) if depth > DEPTH else ())
    assert len(path) == DEPTH
    assert "kari@example.org" in text
    assert isinstance(text, Deep) == (depth > DEPTH)


@pytest.mark.parametrize("text", ["[" * 1_000_000, '{"a":' * 500_000, "[" * 500_000 + "]" * 500_000, "]" * 1_000_000, '"' * 1_000_000])
def test_a_million_brackets_are_survived(text: str) -> None:
    document = read(text)
    assert ("budget.depth" in document.reasons) == (text[0] in "[{")
    assert document.valid == (text[-1] == "]" and text[0] == "[")


@pytest.mark.parametrize("text", ["[" * 950 + "]" * 950, "[" * 950 + "x" + "]" * 950, '{"a":' * 940 + "1" + "}" * 940, "[" * 950])
def test_the_answer_does_not_depend_on_how_deep_the_caller_stands(text: str) -> None:
    def from_below(levels: int) -> Document:
        return from_below(levels - 1) if levels else read(text)

    answers: list[Document] = []
    thread = threading.Thread(target=lambda: answers.extend(from_below(n) for n in (0, sys.getrecursionlimit() // 2)))
    thread.start()
    thread.join()
    assert answers[0] == answers[1]


def test_a_document_of_too_many_values_is_read_to_where_they_end() -> None:
    rows = "[" + ",".join(f'{{"n":{n},"t":"a,b]"}}' for n in range(1000)) + "]"
    document = read(rows, nodes=300)
    assert document.valid
    assert document.reasons == ("budget.leaves",)
    assert [(path, text) for path, text, _ in walk(document.tree)][:3] == [((0, "n"), "0"), ((0, "t"), "a,b]"), ((1, "n"), "1")]
    assert 90 < len(document.tree) < 200


@pytest.mark.parametrize("end", range(1, 40))
def test_a_document_whose_end_is_missing_is_read_to_its_last_whole_value(end: int) -> None:
    whole = '{"a":[1,{"b":"x","c":[2,3]},4],"d":"yy"}'
    document = read(whole[:end], cut=True)
    values = [text for _, text, _ in walk(document.tree)]
    assert values == ["1", "x", "2", "3", "4", "yy"][: len(values)]
    assert document.valid
    assert len(values) >= whole[:end].count(",") - 1


@given(_TREES)
def test_a_tree_is_written_back_as_it_was_read(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False)
    document = read(text)
    assert document.valid
    assert json.loads(dump(document.tree)) == json.loads(text)


@given(_TREES, st.integers(1, 4))
def test_no_value_is_lost_to_a_limit_of_depth(value: Any, depth: int) -> None:
    """What is cut off is in the text that stands in its place, so a search over all leaves still meets it."""
    text = json.dumps({"mark": "kari@example.org", "tree": [value, "ola@example.org"]}, ensure_ascii=False)
    found = " ".join(leaf for _, leaf, _ in walk(read(text, depth=depth).tree, depth=depth))
    assert "ola@example.org" in found
    assert "kari@example.org" in found


@given(st.text(alphabet='[]{}",:\\u0d8 1aeEn.-', max_size=40), st.integers(1, 5), st.integers(1, 20))
def test_reading_never_raises_and_agrees_with_the_standard_parser(text: str, depth: int, nodes: int) -> None:
    document = read(text, depth, nodes)
    try:
        json.loads(text)
    except ValueError:
        assert not document.valid or document.reasons
    else:
        assert document.valid
    orjson.dumps([[*map(str, path), str(leaf)] for path, leaf, _ in walk(document.tree)])


def test_walking_a_tree_deeper_than_the_budget_gives_its_text() -> None:
    tree = Pairs([("a", [Pairs([("b", ["x"])])])])
    assert [(path, type(text), text) for path, text, _ in walk(tree, depth=2)] == [(("a", 0), Deep, '{"b":["x"]}')]


def _reference_depths(text: str) -> list[int]:
    """How many brackets are open behind each character; those within strings are none."""
    depths, open_now, quoted, escaped = [], 0, False, False
    for character in text:
        if quoted:
            quoted, escaped = escaped or character != '"', character == "\\" and not escaped
        elif character == '"':
            quoted = True
        else:
            open_now = max(0, open_now + (character in "[{") - (character in "]}"))
        depths.append(open_now)
    return depths


_PIECES = st.sampled_from([*'[]{},"\\1a :', '"x"', '{"a":1}', "[]", "[1,[2]]", '\\"', '"a":', ",1" * 70, '"]"'])


@given(st.lists(_PIECES, max_size=40).map("".join), st.integers(0, 5))
def test_what_is_put_aside_lies_below_the_depth_and_is_whole_and_the_rest_stands_as_it_did(text: str, depth: int) -> None:
    trimmed = trim(text, depth, 10**9)
    assert max(_reference_depths(trimmed.text), default=0) <= depth
    whole = trimmed.text
    for digits, part in trimmed.deep.items():
        whole = whole.replace(digits, part)
        depths = _reference_depths(part)
        assert part[0] in "[{"
        assert all(depths[:-1])
    assert whole == text
    assert not trimmed.spent


@given(st.lists(_PIECES, max_size=40).map("".join), st.integers(0, 80))
def test_of_too_many_values_the_first_are_kept_and_closed(text: str, nodes: int) -> None:
    trimmed = trim(text, 99, nodes)
    if not trimmed.spent:
        assert trimmed.text == text
        return
    kept = trimmed.text.rstrip("]}")
    assert text.startswith(kept)
    outside = re.sub(r'"[^"\\]*(?:\\.[^"\\]*)*"?', "", kept, flags=re.DOTALL)  # of strings, whose commas part no values
    depths = _reference_depths(outside)
    values = sum(c == "," or now > was for c, was, now in zip(outside, [0, *depths], depths, strict=False))
    assert _reference_depths(trimmed.text)[-1:] in ([], [0])
    assert values <= nodes + 65
