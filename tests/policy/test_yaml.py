"""YAML's traps, and files that mean harm: each becomes text or a problem with its line, never a surprise and never a traceback."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from schemas.terms import Plain
from streams.policy.yaml import MAX_BYTES, MAX_DEPTH, parse


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "no",
        "on",
        "off",
        "yes",
        "y",
        "2025-01-10",
        "012",
        "0o14",
        "0x1F",
        "1e3",
        "1.50",
        "10:30:45",
        "1_000",
        ".inf",
        "=",
        "<<",
        "null ish",
    ],
)
def test_a_scalar_is_the_text_that_was_written(written: str) -> None:
    assert parse(f"a: {written}".encode(), "f").data == {"a": written}


def test_a_key_is_a_text_too() -> None:
    assert parse(b"on: 1\nNO: 2\n12-31: 3\n<<: 4", "f").data == {"on": "1", "NO": "2", "12-31": "3", "<<": "4"}


def test_only_a_scalar_without_quotes_is_plain() -> None:
    data = parse(b"a: true\nb: 'true'\nc: \"null\"\nd: ~\ne:\nf: |\n  null\n", "f").data
    assert {key: isinstance(value, Plain) for key, value in data.items()} == {
        "a": True,
        "b": False,
        "c": False,
        "d": True,
        "e": True,
        "f": False,
    }


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb:\n\t- x\n", 3, "not readable as YAML"),
        ("a: 1\na: 2\n", 2, '"a" stands here a second time; the first is in line 1'),
        ("a: [1, 2\nb: 3\n", 2, "not readable as YAML"),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here"),
        ("a: &x 1\nb: *x\n", 1, "an anchor (&x)"),
        ("a:\n  b: *x\n", 2, "an alias (*x)"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "a tag"),
        ("a: 1\nb: !!int 3\n", 2, "a tag"),
        ("? [a, b]\n: c\n", 1, "a key has to be text"),
        ("a: 1\nb: \x00\n", 2, "a character that YAML does not allow"),
        ("a: 'x\n", 2, "not readable as YAML"),
    ],
)
def test_what_cannot_be_meant_is_a_problem_at_its_line(text: str, line: int, says: str) -> None:
    (problem,) = parse(text.encode(), "f.yaml").problems
    assert (problem.file, problem.line) == ("f.yaml", line)
    assert says in problem.says


def test_of_a_key_that_stands_twice_the_first_stays() -> None:
    document = parse(b"a: {x: 1}\nb: 0\na: {y: 2}\n", "f")
    assert document.data == {"a": {"x": "1"}, "b": "0"}
    assert len(document.problems) == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"a: \xff\xfe", "not UTF-8"),
        (b"x" * (MAX_BYTES + 1), "larger than"),
        (b"[" * 100_000, f"nested deeper than {MAX_DEPTH}"),
        (b"{a: " * 100_000, f"nested deeper than {MAX_DEPTH}"),
        (b"- " * 50_000, f"nested deeper than {MAX_DEPTH}"),
        (b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", "an anchor"),
    ],
)
def test_a_hostile_file_is_refused(data: bytes, says: str) -> None:
    (problem,) = parse(data, "f").problems
    assert says in problem.says


def test_a_byte_order_mark_and_empty_files_are_read() -> None:
    assert parse("\ufeffa: 1".encode(), "f").data == {"a": "1"}
    assert parse(b"", "f").data is None
    assert parse(b"# only a comment\n", "f").problems == []


def test_every_key_and_item_knows_its_line() -> None:
    document = parse(b"a:\n  - b: 1\n    c:\n      - d\n  - e: {f: 2,\n        g: 3}\n", "f")
    places: list[tuple[tuple[str | int, ...], int]] = [
        (("a",), 1),
        (("a", 0, "b"), 2),
        (("a", 0, "c"), 3),
        (("a", 0, "c", 0), 4),
        (("a", 1, "e", "g"), 6),
        (("a", 1, "e", "h", 7), 5),  # nothing there: the nearest above it
    ]
    assert [(place, document.line(place)) for place, _ in places] == places


@given(st.binary(max_size=200))
def test_no_bytes_at_all_make_it_raise(data: bytes) -> None:
    assert all(problem.line >= 0 for problem in parse(data, "f").problems)


@given(st.text("ab:-[]{}&*!|>'\"#%@ \n\t", max_size=60))
def test_no_text_of_yaml_signs_makes_it_raise(text: str) -> None:
    assert all(problem.line >= 0 for problem in parse(text.encode(), "f").problems)


_TREES = st.recursive(
    st.text("abxyz 0\n", max_size=6),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text("abcxyz", min_size=1, max_size=3), below, max_size=4),
    max_leaves=25,
)


def places(node: yaml.Node, at: tuple[str | int, ...], line: int) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """Where PyYAML's own tree says that everything stands: a mapping's values at their keys, a list's items where they begin."""
    yield at, line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from places(value, (*at, key.value), key.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from places(value, (*at, index), value.start_mark.line + 1)


@given(_TREES, st.sampled_from([None, False, True]))
def test_lines_are_those_of_a_reader_that_keeps_every_mark(tree: object, flow: bool | None) -> None:
    text = yaml.safe_dump(tree, default_flow_style=flow, width=20)
    document = parse(text.encode(), "f")
    root = yaml.compose(text, yaml.BaseLoader)
    assert document.problems == []
    assert document.data == tree
    assert [(at, document.line(at)) for at, _ in places(root, (), 1)] == list(places(root, (), root.start_mark.line + 1))
