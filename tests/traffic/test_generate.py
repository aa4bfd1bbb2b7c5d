"""The traffic is repeatable, has the traps that were asked for, and says the truth about itself."""

import hashlib
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from streams.recording import record_line
from streams.traffic.generate import Load, Sent, traffic
from streams.traffic.routes import ROUTES, TOPICS, Tapped
from tests.traffic.layers import texts

REGISTRY = Path(__file__).parents[2] / "policies" / "demo" / "registry"
COUNT = 600
GOLDEN = {  # SHA-256 of the first 200 records of the seed "golden": what a seed gave once it gives again
    "connxio": "c35bc8e8d143f69142b8548e52b7aae4d3a8f60f07e16e1e1330d5551fa0bbf6",
    "connectmyapps": "6801d12e397fa2dda3823f98a04915ba5802d0c5dc20b1315ec9e9ebba8d580d",
    "connectis": "3502748cc67fdd5b07129e5ae3efab145f592b27b94ce1a50d9c658568e297f2",
    "conneqtech": "8abca2a5305dff3fa0f55d85318fe751cc70cd0f0ec94cb45767f2558fce8234",
    "superoffice": "6804d6ae18d3f3b81113052a905142aa7e6688c3f62c2f66f5e47e0bffc853f7",
}


@pytest.fixture(scope="module", params=list(ROUTES))
def platform(request) -> Tapped:
    return request.param


@pytest.fixture(scope="module")
def sent(platform) -> list[Sent]:
    return list(traffic(Load(platform, COUNT, "seed")))


@pytest.fixture(scope="module")
def read(sent) -> list[str]:
    """The texts of the first records, layer by layer."""
    return [texts(s.raw) for s in sent[:250]]


def _lines(records):
    return [record_line(s.raw) for s in records]


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(platform, sent):
    again = list(traffic(Load(platform, COUNT, "seed")))
    assert (_lines(again), [s.plants for s in again]) == (_lines(sent), [s.plants for s in sent])
    assert not set(_lines(traffic(Load(platform, 50, "another")))) & set(_lines(sent))


def test_a_seed_gives_what_it_gave_before(platform):
    assert hashlib.sha256(b"".join(_lines(traffic(Load(platform, 200, "golden"))))).hexdigest() == GOLDEN[platform]


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


def test_most_records_carry_persons_and_some_carry_none(platform, sent):
    without = sum(not s.plants for s in sent) / COUNT
    assert 0.01 < without < 0.35 or platform == "superoffice"  # whose events all name the user who made them


def test_planted_values_are_long_and_odd_enough_to_be_searched_for(sent):
    ours = {str(word) for routes in ROUTES.values() for r in routes for word in (r.flow, r.document_type, r.sender, r.receiver)}
    for value in {p.value for s in sent for p in s.plants}:
        assert len(value) >= 7, value
        assert not any(value in word for word in ours)


def test_every_planted_value_is_in_its_record(sent, read):
    for s, text in zip(sent, read, strict=False):
        for p in s.plants:
            assert p.value in text or _as_json(p.value) in text, (s.raw, p.place, p.path)


def test_persons_are_nowhere_but_where_they_are_planted(sent, read):
    """A value that is planted somewhere is planted in every record that holds it."""
    every = {p.value for s in sent for p in s.plants if p.entity == "EMAIL_ADDRESS"}
    for s, text in zip(sent, read, strict=False):
        known = {p.value for p in s.plants}
        assert not [v for v in every - known if v in text]


def test_the_registry_s_flows_all_come_with_the_types_that_it_matches(platform, sent):
    entries = [e for file in sorted(REGISTRY.glob("*.yaml")) for e in yaml.safe_load(file.read_text("utf-8"))["flows"]]
    matches = [e["match"] for e in entries if e["match"]["platform"] == platform]
    routes = {(r.flow, r.document_type) for r in ROUTES[platform]}
    for match in matches:
        assert [r for r in routes if r[0] == match["flow_id"] and r[1] == match.get("document_type", r[1])], match


@pytest.mark.parametrize(
    "trap",
    [
        '"configCorrelatioId"',  # misspelt keys
        '"recieverId"',
        '"RecieverName"',
        '"TransactionId"',  # the other casing
        "0001-01-01T00:00:00",  # the null date
        ' AM"',  # a US date
        '"senderId":"Carrier","receiverId":"ERP"',  # parties swapped
        '"SasUri"',
        '"ContentSasUri"',
        '"StatusEventResult"',
        '"DeadLetterErrorDescription"',
        '"Terminated"',
        "ConnXio.Engine.DeliveryException",
        '"logContentEncoding":"iso-8859-1"',
        '"logContentEncoding":"windows-1252"',
        "\ufeff{",
        '"dataCollection":"[',
        "%40",
        "[{",  # a list of steps
        "<cbc:EmbeddedDocumentBinaryObject",
    ],
)
def test_the_traps_of_connxio_are_all_there(trap, connxio):
    assert trap in connxio


@pytest.fixture(scope="module")
def connxio() -> str:
    return "\n".join(texts(s.raw) for s in traffic(Load("connxio", 2000, "traps")))


def test_a_signed_url_alone_is_a_message_with_its_id_in_a_header():
    bare = [s.raw for s in traffic(Load("connxio", 1500)) if (s.raw.value or b"").startswith(b"https://")]
    assert bare
    assert all("InterchangeId" in dict(raw.headers) for raw in bare)


def test_payloads_of_connectmyapps_come_as_object_as_text_and_as_base64():
    kinds = Counter(json.loads(s.raw.value).get("payloadEncoding") for s in traffic(Load("connectmyapps", 400)))
    assert min(kinds[k] for k in ("json", "text", "base64", None)) > 0


def test_a_delivery_of_superoffice_that_comes_again_has_its_event_s_id_and_says_so():
    events = [(s.raw, dict(s.raw.headers)) for s in traffic(Load("superoffice", COUNT))]
    first = {headers["X-SuperOffice-EventId"] for _, headers in events if headers.get("X-SuperOffice-Retry") == b"0"}
    again = [headers["X-SuperOffice-EventId"] for _, headers in events if headers.get("X-SuperOffice-Retry") == b"1"]
    assert again
    assert set(again) <= first


def _as_json(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)[1:-1]
