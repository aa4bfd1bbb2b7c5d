"""Whatever a record holds, unwrapping gives messages and never raises."""

import json
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.reasons import REASONS
from schemas.words import Adapter
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import RawMessage
from tests.inspect.unwrap.samples import (
    bus_message,
    change,
    device_state,
    eherkenning,
    resend,
    ride,
    status_event,
    superoffice,
    telemetry,
    with_schema,
)
from tests.messages import (
    ORDER,
    STRUCTURED,
    archeo,
    claim_check,
    cloud_event,
    cma_run,
    internal,
    metadata_object,
    record,
    wrapper,
)

_WRAPPERS = (archeo(metadata=metadata_object()), internal(), wrapper(), claim_check(), cma_run(), cloud_event(archeo()))
_NEIGHBOURS = (
    change(),
    with_schema(change()),
    status_event(),
    resend(),
    bus_message(archeo()),
    superoffice(),
    telemetry(),
    device_state(),
    ride(),
    eherkenning(),
)
_WORDS = st.sampled_from(
    sorted({name for message in (*_WRAPPERS, *_NEIGHBOURS, metadata_object(), telemetry()["changes"]) for name in message})
)
_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["0001-01-01T00:00:00", "e30=", "{}", "true"])
)
_JSON = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_WORDS | st.text(max_size=4), inner, max_size=8), max_leaves=25
)
_HEADERS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "content-type",
                "ce_id",
                "ce_type",
                "ce_source",
                "ce_specversion",
                "correlationId",
                "x",
                "X-Shopify-Topic",
                "baggage",
                "kafka_dlt-exception-message",
                "kafka_dlt-original-offset",
            ]
        ),
        st.none() | st.binary(max_size=12),
    ),
    max_size=6,
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A wrapper with a value changed, or some of its bytes."""
    whole = draw(st.sampled_from(_WRAPPERS + _NEIGHBOURS))
    whole = dict(whole) | draw(st.dictionaries(st.sampled_from(sorted(whole)), _JSON, max_size=4))
    data = json.dumps([whole] * draw(st.integers(0, 2)) if draw(st.booleans()) else whole).encode()
    at = draw(st.integers(0, len(data)))
    return draw(st.sampled_from([data, data[:at], data[:at] + draw(st.binary(max_size=4)) + data[at + 1 :]]))


def holds(raw: RawMessage) -> None:
    """What every unwrapping promises."""
    envelopes = unwrap(raw)
    assert [e.part.index for e in envelopes] == list(range(len(envelopes)))
    assert {e.part.of for e in envelopes} == {max(len(envelopes), 1)}
    assert envelopes
    for envelope in envelopes:
        assert set(envelope.reasons) <= set(REASONS)
        assert isinstance(envelope.message_time, int)
        assert all("?" not in endpoint and "#" not in endpoint for endpoint in envelope.endpoints)
        for leaf in envelope.beside:
            (render(leaf.path, header=leaf.place == "header") + leaf.text).encode()
        for word in envelope.words().values():
            assert word.text
            word.text.encode()
    assert unwrap(raw) == envelopes


@settings(max_examples=150)
@given(st.binary(max_size=60), st.none() | st.binary(max_size=8), _HEADERS, st.sampled_from(get_args(Adapter)))
def test_no_bytes_make_it_raise(value: bytes, key: bytes | None, headers: list[tuple[str, bytes | None]], adapter: Adapter) -> None:
    holds(record(value, key=key, headers=headers, adapter=adapter))


@settings(max_examples=150)
@given(_JSON, _HEADERS, st.sampled_from(get_args(Adapter)))
def test_no_json_makes_it_raise(value: Any, headers: list[tuple[str, bytes | None]], adapter: Adapter) -> None:
    holds(record(json.dumps(value), headers=headers, adapter=adapter))


@settings(max_examples=250)
@given(mutated(), st.sampled_from(get_args(Adapter)))
def test_no_broken_wrapper_makes_it_raise(value: bytes, adapter: Adapter) -> None:
    holds(record(value, adapter=adapter))


def test_a_wrapper_round_itself_ends() -> None:
    event: dict[str, Any] = cloud_event(ORDER)
    for _ in range(40):
        event = cloud_event(event)
    [envelope] = unwrap(record(event, headers=STRUCTURED))
    assert 1 < len(envelope.steps) <= 5
    assert envelope.body.tree is not None
