"""What a record's headers say: AMQP's encoding, dead letters, baggage, a shop's webhooks, a producer's own classification."""

import struct
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.inspect.unwrap.amqp import decoded
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Envelope, Path
from tests.inspect.unwrap.samples import beside, only, words
from tests.messages import INTERCHANGE, ORDER, STARTED, STRUCTURED, archeo, binary_event_headers, claim_check, cloud_event, record

FRAGMENT = "cannot map customer kari@example.org"
_TEXTS = st.text(max_size=40)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xa1\x10kari@example.org", "kari@example.org"),
        (b"\xb1\x00\x00\x00\x10kari@example.org", "kari@example.org"),
        (b"\xa3\x06orders", "orders"),
        (b"\xb3\x00\x00\x00\x06orders", "orders"),
        (b"\xa0\x06orders", "orders"),
        (b"\xa1\x00", ""),
        (b"\x80" + struct.pack("!Q", 2**64 - 1), str(2**64 - 1)),
        (b"\x81" + struct.pack("!q", -5), "-5"),
        (b"\x70\x00\x00\x00\x2a", "42"),
        (b"\x71\xff\xff\xff\xff", "-1"),
        (b"\x53\x00", "0"),
        (b"\x54\xff", "-1"),
        (b"\x56\x01", "true"),
        (b"\x56\x00", "false"),
        (b"\x82" + struct.pack("!d", 1.5), "1.5"),
        (b"\x83" + struct.pack("!q", STARTED), "2025-11-30T10:00:00.000Z"),
        (b"\x83" + struct.pack("!q", 2**62), str(2**62)),
        (b"\x98" + UUID(INTERCHANGE).bytes, INTERCHANGE),
        (b"\x73\x00\x00\x00\xe5", "å"),
    ],
)
def test_every_primitive_type_of_amqp_is_read(data: bytes, expected: str) -> None:
    assert decoded(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"A", b"T5", b"abc", b"p1234", "på x".encode(), "røyk".encode(), b"R\n", b"\xa1", b"\xa1\x05orders", b"\xa1\x07orders"),
        *(b"\xb1\x00\x00\x06orders", b"\xa1\x02\xff\xfe", b"\x83\x00", b"\x98\x00", b"\x56\x02", b"\xd1\x00\x00\x00\x04\x00\x00\x00\x00"),
        b"\x73\xff\xff\xff\xff",
    ],
)
def test_a_text_and_a_broken_value_are_none_of_amqp_s(data: bytes) -> None:
    assert decoded(data) is None


@given(_TEXTS)
def test_any_text_is_read_back(text: str) -> None:
    data = text.encode()
    if len(data) < 256:
        assert decoded(b"\xa1" + bytes([len(data)]) + data) == text
    assert decoded(b"\xb1" + len(data).to_bytes(4, "big") + data) == text


@given(_TEXTS.filter(str.isprintable))
def test_no_text_is_taken_for_a_number(text: str) -> None:
    assert decoded(text.encode()) is None


@given(st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)))
def test_any_date_is_read_back_to_the_millisecond(moment: datetime) -> None:
    stamp = (moment.replace(tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
    read = decoded(b"\x83" + stamp.to_bytes(8, "big", signed=True))
    assert read is not None
    assert datetime.fromisoformat(read) == moment.replace(microsecond=moment.microsecond // 1000 * 1000, tzinfo=UTC)


@given(st.binary(max_size=24))
def test_no_bytes_of_a_header_make_it_raise(data: bytes) -> None:
    assert (text := decoded(data)) is None or isinstance(text.encode(), bytes)


def test_an_event_hub_s_header_is_scanned_as_what_it_says() -> None:
    envelope = only(record(ORDER, headers=[("customer", b"\xa1\x10kari@example.org"), ("correlationId", b"\xa1\x03abc")]))
    assert beside(envelope) == {"customer": ("header", "kari@example.org")}
    assert words(envelope) == {"correlation": "abc"}


def test_an_event_hub_s_claim_check_and_media_type_are_understood() -> None:
    claim = only(record(claim_check()["SasUri"], headers=[("interchangeId", b"\xa1\x03abc")]))
    assert (claim.steps, words(claim)) == (("connxio.claim-check",), {"interchange": "abc"})
    assert only(record("<a/>", headers=[("content-type", b"\xa3\x0fapplication/xml")])).body.media_type == "application/xml"


@pytest.mark.parametrize(
    "name",
    [
        *("__connect.errors.exception.message", "__connect.errors.exception.stacktrace"),
        *("kafka_dlt-exception-message", "kafka_dlt-exception-stacktrace", "kafka_exception-message", "x-exception-message"),
        *("DeadLetterReason", "DeadLetterErrorDescription", "CamelExceptionCaught", "error-message", "X-Exception-StackTrace"),
    ],
)
def test_what_went_wrong_is_an_error_text_and_its_path_the_header_s_name(name: str) -> None:
    assert beside(only(record(ORDER, headers=[(name, FRAGMENT.encode())]))) == {name: ("error", FRAGMENT)}


@pytest.mark.parametrize(
    "name",
    [
        *("__connect.errors.topic", "__connect.errors.connector.name", "__connect.errors.stage", "__connect.errors.class.name"),
        *("__connect.errors.exception.class.name", "kafka_dlt-original-topic", "kafka_dlt-exception-fqcn", "__TypeId__", "traceparent"),
    ],
)
def test_where_it_went_wrong_stays_a_header(name: str) -> None:
    assert beside(only(record(ORDER, headers=[(name, b"orders")]))) == {name: ("header", "orders")}


def test_spring_s_original_coordinates_are_numbers() -> None:
    headers = [
        ("kafka_dlt-original-partition", b"\0\0\0\2"),
        ("kafka_dlt-original-offset", b"\0\0\0\0\0\0\0\x29"),
        ("kafka_dlt-original-timestamp", b"soon"),
    ]
    found = beside(only(record(ORDER, headers=headers)))
    assert found["kafka_dlt-original-partition"] == ("header", "2")
    assert found["kafka_dlt-original-offset"] == ("header", "41")


def test_a_dead_letter_keeps_the_shape_of_what_it_was() -> None:
    envelope = only(record(archeo(), headers=[("__connect.errors.exception.message", FRAGMENT.encode())]))
    assert envelope.steps == ("connxio.archeo",)
    assert beside(envelope)["__connect.errors.exception.message"][0] == "error"


def test_baggage_is_read_without_its_percent_signs() -> None:
    envelope = only(record(ORDER, headers=[("baggage", b"user=kari%40example.org,tenant=shop;ttl=1"), ("traceparent", b"00-0a-0b-01")]))
    assert beside(envelope)["baggage"] == ("header", "user=kari@example.org,tenant=shop;ttl=1")
    assert "traceparent" in beside(envelope)


SHOPIFY = [
    ("X-Shopify-Topic", b"customers/redact"),
    ("X-Shopify-Shop-Domain", b"butikk.example"),
    ("X-Shopify-Webhook-Id", b"w-0001"),
    ("X-Shopify-Triggered-At", b"2025-11-30T10:00:00.123456789Z"),
    ("X-Shopify-Hmac-Sha256", b"c2ln"),
]
REDACT = {"shop_id": 9, "shop_domain": "butikk.example", "customer": {"id": 31, "email": "per@example.org"}, "orders_to_redact": [1001]}


def test_a_shop_s_webhook_is_told_by_its_topic() -> None:
    envelope = only(record(REDACT, headers=SHOPIFY))
    assert (envelope.platform, envelope.steps, envelope.message_time) == ("generic", ("shopify.webhook",), STARTED + 123)
    assert words(envelope) == {"document_type": "customers/redact", "sender": "butikk.example", "interchange": "w-0001"}
    assert envelope.body.tree is not None


def test_a_platform_s_own_words_win_over_the_shop_s_which_are_then_scanned() -> None:
    envelope = only(record(archeo(REDACT), headers=SHOPIFY))
    assert (envelope.platform, words(envelope)["document_type"], words(envelope)["sender"]) == ("connxio", "Order", "ERP")
    assert beside(envelope)["X-Shopify-Topic"] == ("header", "customers/redact")


def test_a_shop_s_topic_too_long_to_name_anything_is_a_value() -> None:
    envelope = only(record(REDACT, headers=[("X-Shopify-Topic", b"x" * 2000)]))
    assert envelope.document_type is None
    assert beside(envelope)["X-Shopify-Topic"] == ("header", "x" * 2000)


CLASSIFICATION = {"dataclassification": "confidential", "dataregulation": "GDPR", "datacategory": "sensitive"}


def classified(envelope: Envelope) -> dict[str, tuple[str, Path]]:
    """The producer's labels, and where they stood."""
    words = (envelope.data_classification, envelope.data_regulation, envelope.data_category)
    return {name: (word.text, word.path) for name, word in zip(CLASSIFICATION, words, strict=True) if word is not None}


def test_a_producer_s_classification_is_a_word_in_structured_mode() -> None:
    envelope = only(record(cloud_event(archeo(), **CLASSIFICATION), headers=STRUCTURED))
    assert classified(envelope) == {name: (said, (name,)) for name, said in CLASSIFICATION.items()}


def test_a_producer_s_classification_is_a_word_in_binary_mode() -> None:
    headers = binary_event_headers(**{f"ce_{name}": said for name, said in CLASSIFICATION.items()})
    envelope = only(record(archeo(), headers=headers))
    assert classified(envelope) == {name: (said, (f"ce_{name}",)) for name, said in CLASSIFICATION.items()}


def test_labels_of_what_is_no_event_are_values() -> None:
    envelope = only(record(archeo(), headers=[("dataclassification", b"public")]))
    assert classified(envelope) == {}
    assert beside(envelope)["dataclassification"] == ("header", "public")


def test_headers_stand_in_the_first_of_several_messages_alone() -> None:
    first, second = unwrap(record([archeo(), archeo()], headers=[("kafka_dlt-exception-message", FRAGMENT.encode())]))
    assert [sum(leaf.place == "error" for leaf in envelope.beside) for envelope in (first, second)] == [1, 0]


def test_of_a_large_key_or_header_that_is_no_text_the_texts_in_it_are_scanned() -> None:
    noise = bytes(range(32))
    for data, said in (noise * 4_000 + b"kari@example.org" + noise, "kari@example.org"), (noise + b"kari", noise.decode() + "kari"):
        found = beside(only(record(b"{}", key=data, headers=[("x", data)])))
        assert found == {"x": ("header", said), "$": ("key", said)}


def test_headers_without_number_are_read_as_far_as_a_message_may_have_values() -> None:
    envelope = only(record(b"{}", headers=[(f"x-{n}", b"1") for n in range(20_001)]))
    assert len(envelope.beside) == 20_000 and envelope.reasons == ("budget.leaves",)
