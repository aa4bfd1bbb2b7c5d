"""The traffic is repeatable, has the traps that were asked for, and says the truth about itself."""

import base64
import gzip
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from streams.recording import record_line
from streams.traffic.generate import Load, Sent, traffic
from streams.traffic.routes import ROUTES, TOPICS

REGISTRY = Path(__file__).parents[2] / "policies" / "demo" / "registry"
COUNT = 1500


@pytest.fixture(scope="module", params=["connxio", "connectmyapps"])
def platform(request):
    return request.param


@pytest.fixture(scope="module")
def sent(platform) -> list[Sent]:
    return list(traffic(Load(platform, COUNT, "seed")))


def _lines(records):
    return [record_line(s.raw) for s in records]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(platform, sent):
    again = list(traffic(Load(platform, COUNT, "seed")))
    assert (_lines(again), [s.plants for s in again]) == (_lines(sent), [s.plants for s in sent])
    assert not set(_lines(traffic(Load(platform, 50, "another")))) & set(_lines(sent))


def test_as_many_records_as_asked_on_as_many_partitions_in_order(platform, sent):
    assert len(sent) == COUNT
    assert {s.raw.topic for s in sent} == {TOPICS[platform]}
    for partition in range(4):
        own = [s.raw for s in sent if s.raw.partition == partition]
        assert [raw.offset for raw in own] == list(range(len(own)))
        assert len(own) > COUNT / 8
    assert all(a.raw.timestamp < b.raw.timestamp for a, b in pairwise(sent))


def test_one_key_has_one_partition(sent):
    partitions = {}
    for s in sent:
        assert partitions.setdefault(s.raw.key, s.raw.partition) == s.raw.partition


def test_records_come_twice_and_are_sent_again_by_hand(sent):
    values = Counter(s.raw.value for s in sent)
    assert sum(n - 1 for n in values.values()) > COUNT * 0.04
    assert any(b'"manualResendCount":"1"' in v or b'"ManualResendCount":"1"' in v or b'"resend":"1"' in v for v in values)


def test_most_records_carry_persons_and_some_carry_none(sent):
    without = sum(not s.plants for s in sent) / COUNT
    assert 0.05 < without < 0.35


def test_planted_values_are_long_and_odd_enough_to_be_searched_for(sent):
    ours = {str(word) for routes in ROUTES.values() for r in routes for word in (r.flow, r.document_type, r.sender, r.receiver)}
    for value in {p.value for s in sent for p in s.plants}:
        assert len(value) >= 7, value
        assert not any(value in word for word in ours)


def test_every_planted_value_is_in_its_record(sent):
    for s in sent:
        text = "\n".join(_layers(s.raw))
        for p in s.plants:
            assert _as_json(p.value) in text or p.value in text, (s.raw, p.place, p.path)


def test_persons_are_nowhere_but_where_they_are_planted(sent):
    """A value that is planted somewhere is planted in every record that holds it."""
    every = {p.value for s in sent for p in s.plants if p.entity == "EMAIL_ADDRESS"}
    for s in sent[:400]:
        text = "\n".join(_layers(s.raw))
        known = {p.value for p in s.plants}
        assert not [v for v in every - known if v in text]


def test_the_registry_s_flows_all_come_with_the_types_that_it_matches(platform, sent):
    entries = [e for file in sorted(REGISTRY.glob("*.yaml")) for e in yaml.safe_load(file.read_text("utf-8"))["flows"]]
    matches = [e["match"] for e in entries if e["match"]["platform"] == platform]
    routes = {(r.flow, r.document_type) for r in ROUTES[platform]}
    for match in matches:
        assert [r for r in routes if r[0] == match["flow_id"] and r[1] == match.get("document_type", r[1])], match
    text = b"\n".join(s.raw.value for s in sent).decode()
    assert all(match["flow_id"] in text for match in matches)


def test_the_traps_of_connxio_are_all_there():
    text = "\n".join(layer for s in traffic(Load("connxio", 4000)) for layer in _layers(s.raw))
    for trap in (
        '"configCorrelatioId"',  # the misspelt key
        '"TransactionId"',  # the other casing
        "0001-01-01T00:00:00",  # the null date
        ' AM"',  # a US date
        '"senderId":"Carrier","receiverId":"ERP"',  # parties swapped
        "SasUri",
        "connxio.engine.deliveryexception",
        '"logContentEncoding":"iso-8859-1"',
        "\ufeff{",
        '"dataCollection":"{',
        "%40",
        "[{",  # a list of steps
    ):
        assert trap.lower() in text.lower(), trap


def test_payloads_of_connectmyapps_come_as_object_as_text_and_as_base64():
    kinds = Counter(json.loads(s.raw.value).get("payloadEncoding") for s in traffic(Load("connectmyapps", 400)))
    assert min(kinds[k] for k in ("json", "text", "base64", None)) > 0


def _as_json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)[1:-1]


def _layers(raw) -> list[str]:
    """The record's texts: as they are, and what is behind base64 and gzip, percent signs and backslashes."""
    texts = [raw.key.decode(), *(v.decode() for _, v in raw.headers), raw.value.decode()]
    value = json.loads(raw.value)
    for message in value if isinstance(value, list) else [value]:
        for name in ("bodyContent", "BodyContent", "secondaryContent", "body", "payload"):
            if isinstance(content := message.get(name), str) and not content.startswith("{"):
                texts.append(_decoded(base64.b64decode(content)))
    return [*texts, *(t.replace("\\", "") for t in texts), *(t.replace("%40", "@") for t in texts)]


def _decoded(data: bytes) -> str:
    data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("iso-8859-1")
