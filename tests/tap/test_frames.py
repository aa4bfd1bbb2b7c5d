"""Frames: what goes in comes out, for every record and every answer."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from schemas.words import Adapter, SchemaType
from streams.inspect.words import RawMessage, Schema
from streams.ledger.outputs import Outputs
from streams.tap import frames

texts = st.text(st.characters(), max_size=20)
blobs = st.binary(max_size=50)
maybe = st.none() | blobs
schemas = st.builds(
    Schema,
    id=texts,
    type=st.sampled_from(get_args(SchemaType)),
    text=texts,
    digest=texts,
    references=st.lists(st.tuples(texts, texts), max_size=2).map(tuple),
    subjects=st.lists(texts, max_size=2).map(tuple),
)
records = st.builds(
    RawMessage,
    topic=texts,
    partition=st.integers(0, 2**31 - 1),
    offset=st.integers(0, 2**63 - 1),
    timestamp=st.integers(-(2**63), 2**63 - 1),
    key=maybe,
    value=maybe,
    headers=st.lists(st.tuples(texts, maybe), max_size=4).map(tuple),
    cluster=texts,
    topic_id=texts,
    adapter=st.sampled_from(get_args(Adapter)),
    revision=st.integers(0, 2**31 - 1),
    schemas=st.lists(schemas, max_size=3).map(tuple),
)
keyed = st.lists(st.tuples(blobs, blobs), max_size=3).map(tuple)
answers = st.builds(
    Outputs,
    flows=st.lists(st.tuples(blobs, blobs), min_size=1, max_size=3).map(tuple),
    dead=keyed,
    tags=st.lists(st.tuples(texts, blobs), max_size=7).map(tuple),
)


@given(st.lists(records, max_size=5))
def test_records_come_back_as_they_went(batch: list[RawMessage]) -> None:
    assert frames.unpack_records(frames.pack_records(batch)) == batch


@given(st.lists(st.none() | answers, max_size=5))
def test_answers_come_back_as_they_went(batch: list[Outputs | None]) -> None:
    assert frames.unpack_answers(frames.pack_answers(batch)) == batch


@given(blobs)
def test_a_frame_says_its_own_length(payload: bytes) -> None:
    framed = frames.frame(payload)
    assert frames.length(framed[: frames.HEAD]) == len(payload)
    assert framed[frames.HEAD :] == payload
