"""A recording gives back the very bytes that went in, and a broken line says its number and nothing else."""

import re
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.words import RawMessage
from streams.recording import BrokenLine, read, record_line, records

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
BYTES = st.none() | st.binary(max_size=40) | TEXT.map(str.encode)
RAW = st.builds(
    RawMessage,
    topic=TEXT.filter(bool),
    partition=st.integers(0, 2**31 - 1),
    offset=st.integers(0, 2**63 - 1),
    timestamp=st.integers(-1, 2**62),
    key=BYTES,
    value=BYTES,
    headers=st.lists(st.tuples(TEXT, BYTES), max_size=4).map(tuple),
    cluster=TEXT,
    topic_id=TEXT,
)
LEAST = {"topic": "t", "partition": 0, "offset": 0, "timestamp": 0, "value": "x"}


@given(st.lists(RAW, max_size=5))
def test_any_records_come_back_byte_for_byte(messages: list[RawMessage]) -> None:
    assert list(records([record_line(raw) for raw in messages])) == messages


@given(RAW)
def test_a_record_is_one_line_of_json(raw: RawMessage) -> None:
    written = record_line(raw)
    assert written.endswith(b"\n") and b"\n" not in written[:-1]
    assert isinstance(orjson.loads(written), dict)


def one(**fields: object) -> RawMessage:
    (raw,) = records([orjson.dumps({**LEAST, **fields})])
    return raw


def test_cluster_and_topic_id_may_be_missing() -> None:
    assert (one().cluster, one().topic_id) == ("", "")


def test_unknown_fields_and_absent_key_and_headers_are_fine() -> None:
    raw = one(leader_epoch=[1, {"deep": None}])
    assert (raw.key, raw.headers, raw.value) == (None, (), b"x")


def test_null_is_a_tombstone_and_an_empty_text_is_not() -> None:
    assert one(value=None).value is None
    assert one(value="").value == b""


def test_base64_stands_instead_also_beside_a_null() -> None:
    raw = one(value=None, value_base64="//4=", key_base64="gA==", headers=[["a", None, "/w=="], ["b", None], ["b", "å"], ["c", "x", None]])
    assert (raw.value, raw.key) == (b"\xff\xfe", b"\x80")
    assert raw.headers == (("a", b"\xff"), ("b", None), ("b", "å".encode()), ("c", b"x"))


def test_blank_lines_and_a_byte_order_mark_are_passed_over_and_still_counted(tmp_path: Path) -> None:
    file = tmp_path / "r.ndjson"
    good = orjson.dumps(LEAST)
    file.write_bytes(b"\xef\xbb\xbf" + good + b"\r\n\n  \n" + good + b"\nnot json\n")
    reading = read(file)
    assert [next(reading).topic, next(reading).topic] == ["t", "t"]
    with pytest.raises(BrokenLine) as broken:
        next(reading)
    assert broken.value.number == 5


def test_offsets_may_have_holes_and_need_no_order() -> None:
    lines = [orjson.dumps({**LEAST, "offset": n}) for n in (7, 3, 900)]
    assert [raw.offset for raw in records(lines)] == [7, 3, 900]


BROKEN = {
    "not json": b'{"topic": "kari@example.org"',
    "two objects on a line": orjson.dumps(LEAST) * 2,
    "a list": b'["kari@example.org"]',
    "not utf-8": b'{"topic": "\xff"}',
    "a lone surrogate": b'{"topic":"t","partition":0,"offset":0,"timestamp":0,"value":"\\ud800"}',
    **{
        name: orjson.dumps({k: v for k, v in {**LEAST, **fields}.items() if v != "(gone)"})
        for name, fields in {
            "no topic": {"topic": "(gone)"},
            "topic is a number": {"topic": 4111111111111111},
            "no partition": {"partition": "(gone)"},
            "a negative offset": {"offset": -1},
            "an offset as text": {"offset": "kari@example.org"},
            "an offset that is true": {"offset": True},
            "an offset beyond 64 bits": {"offset": 2.0**70},
            "no timestamp": {"timestamp": None},
            "no value at all": {"value": "(gone)"},
            "a value that is an object": {"value": {"email": "kari@example.org"}},
            "a value twice": {"value_base64": "eA=="},
            "base64 that is not": {"value": None, "value_base64": "kari@example.org"},
            "base64 beyond ascii": {"value": None, "value_base64": "æøå"},
            "base64 that is a number": {"value": None, "value_base64": 5},
            "headers that are an object": {"headers": {"to": "kari@example.org"}},
            "a header of one": {"headers": [["kari@example.org"]]},
            "a header that is a text": {"headers": ["ab"]},
            "a header with a number": {"headers": [["a", 1]]},
            "a header twice": {"headers": [["a", "b", "eA=="]]},
            "a cluster that is null": {"cluster": None},
        }.items()
    },
}


@pytest.mark.parametrize("bad", BROKEN.values(), ids=BROKEN)
def test_a_broken_line_says_its_number_and_nothing_of_its_content(bad: bytes) -> None:
    with pytest.raises(BrokenLine) as broken:
        list(records([orjson.dumps(LEAST), bad]))
    said = str(broken.value)
    assert broken.value.number == 2 and "line 2" in said
    assert not re.search(r"kari|4111|æøå|@", said)
    assert broken.value.__cause__ is None and broken.value.__suppress_context__
