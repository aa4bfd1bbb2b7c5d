"""Calls from their first byte to their answer, over a writer that remembers: bodies, bounds, deliveries, failures."""

import asyncio
import base64
import gzip
import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Callable

import pytest

from streams.bridge import body as bodies
from streams.bridge.refusal import Refused
from streams.bridge.split import MOST_ELEMENTS
from streams.bridge.writer import NotWritten, TooLargeForTopic
from tests.bridge.conftest import KEY, SECRET, House

STEPS = [b'{"transactionId":"1","n":1.0}', b'{"transactionId":"2","n":2e3}']
LIST = b"[" + b" , ".join(STEPS) + b"]\n"


def header(record: object, name: str) -> bytes | None:
    return dict(record.headers).get(name)  # type: ignore[attr-defined]  # a Record; only its headers are looked at


async def test_a_list_is_split_into_a_record_for_each_message(house: House) -> None:
    answer = await house.send(LIST, X_Delivery_Id="d-7", Content_Type="application/json; charset=utf-8")
    assert (answer.status_code, answer.json()) == (200, {"delivery_id": "d-7", "records": 2})
    assert house.written.values == STEPS
    assert house.written.keys == ["d-7", "d-7"]
    assert [header(r, "delivery-index") for r in house.written.records] == [b"0", b"1"]
    assert {header(r, "delivery-count") for r in house.written.records} == {b"2"}
    assert {header(r, "content-type") for r in house.written.records} == {b"application/json; charset=utf-8"}
    assert {r.topic for r in house.written.records} == {"spor.inbox.connxio"}


async def test_a_source_may_keep_its_lists_whole(house: House) -> None:
    await house.post("/v1/slow", LIST, X_Api_Key=KEY)
    assert house.written.values == [LIST]


@pytest.mark.parametrize(
    "content",
    [b"{", b"[{}", b"not json", b"\xff\x00\xfe", b"[]", b"[1,2]", b"<a/>", b"a;b\n1;2\n", b"null", b" ", b"[" * 5000],
    ids=repr,
)
async def test_what_cannot_be_split_is_accepted_as_it_is(house: House, content: bytes) -> None:
    assert (await house.send(content)).json()["records"] == 1
    assert house.written.values == [content]


async def test_headers_of_ours_are_none_that_a_tagged_copy_bears(house: House) -> None:
    await house.send(LIST, Spor_Purpose="forged", X_Secret="kari@example.org", Cookie="a=b", Referer="https://example.org/?q=kari")
    assert {name for r in house.written.records for name, _ in r.headers} == {"delivery-index", "delivery-count"}


async def test_an_empty_body_is_nothing_to_accept(house: House) -> None:
    assert (await house.send(b"")).status_code == 400


async def test_a_retry_has_the_same_key_also_without_an_id(make: Callable[..., House]) -> None:
    house = make("[sources.connxio]\nkeys = [{env = 'CONNXIO_KEY'}]\nrepeat_window_s = 0")
    first, second, other = [(await house.send(content)).json()["delivery_id"] for content in (b"{}", b"{}", b"{ }")]
    assert first == second != other
    assert house.written.keys == [first, first, other]


@pytest.mark.parametrize(
    ("headers", "key"),
    [
        ({"X_Delivery_Id": "a-1"}, "a-1"),
        ({"Idempotency_Key": "b-2"}, "b-2"),
        ({"X_Delivery_Id": "a-1", "Idempotency_Key": "b-2"}, "a-1"),
        ({"X_Delivery_Id": "", "Idempotency_Key": "b-2"}, "b-2"),
        ({"X_Delivery_Id": "x" * 201}, "sha256:" + hashlib.sha256(b"x" * 201).hexdigest()),
        ({"X_Delivery_Id": "two words"}, "sha256:" + hashlib.sha256(b"two words").hexdigest()),
    ],
)
async def test_the_caller_s_own_id_is_the_key(house: House, headers: dict[str, str], key: str) -> None:
    assert (await house.send(**headers)).json()["delivery_id"] == key
    assert house.written.keys == [key]


async def test_a_repeat_is_answered_and_not_written_again(house: House) -> None:
    first = await house.send(LIST, X_Delivery_Id="d-7")
    assert (await house.send(LIST, X_Delivery_Id="d-7")).json() == first.json()
    assert house.written.values == STEPS
    assert b'spor_bridge_repeats_total{source="connxio"} 1.0' in house.metrics.text()


async def test_a_repeat_of_what_was_never_acknowledged_is_written(house: House) -> None:
    house.written.fails = NotWritten("msg-timed-out")
    assert (await house.send(X_Delivery_Id="d-7")).status_code == 503
    house.written.fails = None
    assert (await house.send(X_Delivery_Id="d-7")).status_code == 200
    assert len(house.written.records) == 1


async def test_another_body_under_the_same_id_is_no_repeat(house: House) -> None:
    for content in (b'{"a":1}', b'{"a":2}'):
        assert (await house.send(content, X_Delivery_Id="d-7")).status_code == 200
    assert house.written.values == [b'{"a":1}', b'{"a":2}']


async def test_the_same_id_at_another_source_is_another_delivery(make: Callable[..., House]) -> None:
    house = make("[sources.connxio]\nkeys=[{env='CONNXIO_KEY'}]\n[sources.other]\nkeys=[{env='CONNXIO_KEY'}]")
    for path in ("/v1/connxio", "/v1/other"):
        await house.post(path, X_Api_Key=KEY, X_Delivery_Id="d-7")
    assert [r.topic for r in house.written.records] == ["spor.inbox.connxio", "spor.inbox.other"]


async def test_nothing_is_acknowledged_before_the_writer_is(house: House) -> None:
    house.written.holds = asyncio.Event()
    calling = asyncio.create_task(house.send())
    await house.written.waited_for(1)
    assert not calling.done()
    house.written.holds.set()
    assert (await calling).status_code == 200


@pytest.mark.parametrize("reason", ["msg-timed-out", "all-brokers-down", "topic-authorization-failed", "buffer-full", "overdue", "stopped"])
async def test_what_kafka_does_not_take_is_to_be_sent_again(house: House, reason: str) -> None:
    house.written.fails = NotWritten(reason)
    answer = await house.send()
    assert (answer.status_code, answer.headers["retry-after"], answer.headers["content-type"]) == (503, "5", "application/problem+json")
    assert answer.json()["status"] == 503


async def test_what_the_topic_will_never_take_is_told(make: Callable[..., House]) -> None:
    house = make(largest=1000)
    assert (await house.send(b"x" * 1000)).status_code == 413
    assert (await house.send(b"x" * 500)).status_code == 200
    house.written.fails = TooLargeForTopic("msg-size-too-large")
    assert (await house.send(b"y" * 500)).status_code == 413


async def test_a_body_above_the_limit_is_refused_by_what_it_says_and_by_what_it_is(house: House) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield b"x" * 10_000

    assert (await house.send(b"x" * 20_001)).status_code == 413
    assert (await house.client.post("/v1/connxio", content=chunks(), headers={"X-Api-Key": KEY})).status_code == 413
    assert (await house.send(b"x" * 20_000)).status_code == 200
    assert house.written.values == [b"x" * 20_000]


async def test_a_signed_body_is_held_to_its_own_source_s_limit(make: Callable[..., House]) -> None:
    text = "[sources.so]\nbody_limit = 100\nsignature = {secrets = [{env = 'SUPEROFFICE_SECRET'}]}\n"
    house = make(text + "[sources.wide]\nkeys = [{env = 'CONNXIO_KEY'}]\nbody_limit = 1000")
    for size, status in ((100, 200), (101, 413), (1000, 413), (1001, 413)):
        content = b"x" * size
        signature = base64.b64encode(hmac.digest(SECRET.encode(), content, "sha256")).decode()
        assert (await house.post("/v1/so", content, X_SuperOffice_Signature=signature)).status_code == status


async def test_gzip_is_unpacked_and_split(house: House) -> None:
    for encoding, content in (("gzip", gzip.compress(LIST)), ("x-gzip", gzip.compress(LIST[:9]) + gzip.compress(LIST[9:]))):
        house.written.records.clear()
        answer = await house.send(content, Content_Encoding=encoding, X_Delivery_Id=encoding)
        assert answer.json() == {"delivery_id": encoding, "records": 2}
        assert house.written.values == STEPS
        assert header(house.written.records[0], "content-encoding") is None


@pytest.mark.parametrize("content", [b"no gzip at all", gzip.compress(LIST)[:-9], gzip.compress(LIST) + b"rest", b"\x1f\x8b"])
async def test_broken_gzip_is_accepted_as_it_is(house: House, content: bytes) -> None:
    assert (await house.send(content, Content_Encoding="gzip")).json()["records"] == 1
    assert house.written.values == [content]
    assert header(house.written.records[0], "content-encoding") == b"gzip"


async def test_a_bomb_is_refused_when_it_passes_the_limit(house: House) -> None:
    assert (await house.send(gzip.compress(b"x" * 10_000_000), Content_Encoding="gzip")).status_code == 413
    assert (await house.send(gzip.compress(b"x" * 15_000) * 2, Content_Encoding="gzip")).status_code == 413
    assert (await house.send(gzip.compress(b"") * 500 + gzip.compress(b"x"), Content_Encoding="gzip")).status_code == 200
    assert house.written.values == [b"x"]


@pytest.mark.parametrize("encoding", ["br", "deflate", "gzip, gzip", "zstd"])
async def test_other_encodings_are_refused(house: House, encoding: str) -> None:
    answer = await house.send(Content_Encoding=encoding)
    assert (answer.status_code, answer.headers["accept-encoding"]) == (415, "gzip")


async def test_a_body_that_does_not_come_is_given_up() -> None:
    async def never() -> AsyncIterator[bytes]:
        yield b"x"
        await asyncio.Event().wait()

    with pytest.raises(Refused) as refused:
        await bodies.read(never(), 10, None, patience_s=0.01)
    assert refused.value.status == 408


async def test_above_its_rate_a_source_is_told_when_to_come_back(house: House) -> None:
    answers = [await house.post("/v1/slow", X_Api_Key=KEY) for _ in range(3)]
    assert [a.status_code for a in answers] == [200, 200, 429]
    assert answers[-1].headers["retry-after"] == "2"
    assert (await house.send()).status_code == 200, "other sources are not held back"


async def test_strangers_do_not_use_up_a_source_s_rate(house: House) -> None:
    for _ in range(5):
        assert (await house.post("/v1/slow", X_Api_Key="a-wrong-key-altogether")).status_code == 401
    assert (await house.post("/v1/slow", X_Api_Key=KEY)).status_code == 200


async def test_more_calls_than_can_be_held_are_sent_away(make: Callable[..., House]) -> None:
    house = make(calls=2)
    house.written.holds = asyncio.Event()
    held = [asyncio.create_task(house.send(b"%d" % n)) for n in range(2)]
    await house.written.waited_for(2)
    away = await house.send(b"3")
    assert (away.status_code, away.headers["retry-after"]) == (503, "1")
    house.written.holds.set()
    assert [(await call).status_code for call in held] == [200, 200]
    assert (await house.send(b"3")).status_code == 200


async def test_while_draining_nothing_new_is_taken(house: House) -> None:
    house.intake.draining = True
    assert (await house.send()).status_code == 503
    assert (await house.client.get("/healthz")).json() == {"status": "draining", "kafka": True}
    assert house.written.records == []


EVENT = {"ce_specversion": "1.0", "ce_id": "1", "ce_source": "/a", "ce_type": "t", "ce_subject": "K%C3%A5re%20%22x%22", "ce_UPPER": "u"}


async def test_a_cloudevent_s_attributes_are_written_as_kafka_wants_them(house: House) -> None:
    await house.send(LIST, **EVENT, ce_long="x" * 201, X_Correlation_Id="c-1")
    assert house.written.values == [LIST], "the body is one event's data, also when it is a list"
    found = dict(house.written.records[0].headers)
    assert (found["ce_id"], found["ce_subject"], found["ce_upper"], found["x-correlation-id"]) == (b"1", 'Kåre "x"'.encode(), b"u", b"c-1")
    assert "ce_long" not in found


async def test_a_batch_of_cloudevents_becomes_events(house: House) -> None:
    events = [json.dumps({"specversion": "1.0", "id": str(n), "source": "/a", "type": "t"}).encode() for n in range(3)]
    await house.send(b"[" + b",".join(events) + b"]", Content_Type="Application/CloudEvents-Batch+JSON; charset=UTF-8")
    assert house.written.values == events
    assert {header(r, "content-type") for r in house.written.records} == {b"application/cloudevents+json"}


async def test_a_list_that_is_too_long_goes_on_whole(make: Callable[..., House]) -> None:
    house = make("[sources.connxio]\nkeys = [{env = 'CONNXIO_KEY'}]")
    content = b"[" + b",".join([b"{}"] * (MOST_ELEMENTS + 1)) + b"]"
    assert (await house.send(content)).json()["records"] == 1
    assert house.written.values == [content]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/v1/connxio", 405), ("PUT", "/v1/connxio", 405), ("POST", "/", 404), ("POST", "/v1/a/b", 404), ("POST", "/v1/", 404)],
)
async def test_other_pages_and_methods_are_none(house: House, method: str, path: str, status: int) -> None:
    answer = await house.client.request(method, path, headers={"X-Api-Key": KEY})
    assert answer.status_code == status
    assert answer.json()["detail"].endswith("webhooks go to POST /v1/{source}")


async def test_health_is_kafka_s(house: House) -> None:
    assert (await house.client.get("/healthz")).json() == {"status": "ok", "kafka": True}


async def test_without_kafka_it_is_not_healthy(house: House) -> None:
    house.kafka = False
    answer = await house.client.get("/healthz")
    assert (answer.status_code, answer.json(), answer.headers["retry-after"]) == (503, {"status": "unavailable", "kafka": False}, "5")
