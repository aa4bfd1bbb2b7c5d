"""ConnXio's wrapper, log steps and metadata where they are written as XML: the words, the body and what stands beside it."""

import base64
import json
from typing import Any

import pytest

from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Envelope
from tests.inspect.decode.reading import ORDER_LEAVES, leaves, whole
from tests.messages import FLOW_ID, INTERCHANGE, ORDER, archeo, internal, metadata_object, record, wrapper

NIL = ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"'


def xml(name: str, value: Any) -> str:
    """As a serializer of .NET writes an object: names with a capital, nothing for null."""
    if isinstance(value, dict):
        return f"<{name}>{''.join(xml(key[0].upper() + key[1:], inner) for key, inner in value.items())}</{name}>"
    if isinstance(value, list):
        return "".join(xml(name, inner) for inner in value)
    if value is None:
        return f"<{name}{NIL}/>"
    text = json.dumps(value) if isinstance(value, bool | int) else value
    return f"<{name}>{text.replace('&', '&amp;').replace('<', '&lt;')}</{name}>"


def one(text: str | bytes, **more: Any) -> Envelope:
    [envelope] = unwrap(record(text, **more))
    return envelope


WRAPPERS = [
    ("connxio.wrapper", wrapper(metadata=metadata_object())),
    ("connxio.archeo", archeo(metadata=metadata_object())),
    ("connxio.internal", internal()),
]


@pytest.mark.parametrize(("step", "message"), WRAPPERS)
@pytest.mark.parametrize("head", ["", "\ufeff", '<?xml version="1.0" encoding="utf-8"?>\r\n'])
def test_a_message_says_as_xml_what_it_says_as_json(step: str, message: dict[str, Any], head: str) -> None:
    as_xml, as_json = one(head + xml("Message", message)), one(json.dumps(message))
    assert as_xml.platform == as_json.platform == "connxio"
    assert as_xml.steps == as_json.steps == (step,)
    assert {name: word.text for name, word in as_xml.words().items()} == {name: word.text for name, word in as_json.words().items()}
    assert (as_xml.message_time, as_xml.test, as_xml.resend) == (as_json.message_time, as_json.test, as_json.resend)
    assert as_xml.body.data == as_json.body.data
    assert as_xml.endpoints == as_json.endpoints
    assert {(leaf.place, leaf.text) for leaf in as_xml.beside} == {(leaf.place, leaf.text) for leaf in as_json.beside}


def test_its_body_is_read_at_its_own_root_and_the_rest_at_its_elements() -> None:
    message = whole(xml("MessageWrapper", wrapper(metadata=metadata_object())))
    assert leaves(message) == ORDER_LEAVES
    assert "/MessageWrapper/Metadata/InboundFileName" in leaves(message, "filename")
    assert message.envelope.interchange is not None
    assert render(message.envelope.interchange.path) == "/MessageWrapper/InterchangeId"


def test_namespaces_and_prefixes_are_left_out_and_siblings_are_counted() -> None:
    text = (
        f'<w:Wrapper xmlns:w="urn:w" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><w:InterchangeId>{INTERCHANGE}</w:InterchangeId>'
        f'<w:Metadata xsi:type="w:Meta"><w:ConfigCorrelationId>{FLOW_ID}</w:ConfigCorrelationId><w:UserDefinedProperties>'
        "<w:Property><w:Key>k</w:Key><w:Value>kari@example.org</w:Value></w:Property>"
        "<w:Property><w:Key>m</w:Key><w:Value>ola@example.org</w:Value></w:Property></w:UserDefinedProperties></w:Metadata>"
        f"<w:Body>{base64.b64encode(json.dumps(ORDER).encode()).decode()}</w:Body></w:Wrapper>"
    )
    message = whole(text)
    assert leaves(message) == ORDER_LEAVES
    assert leaves(message, "property")["/Wrapper/Metadata/UserDefinedProperties/Property[2]/Value"] == "ola@example.org"


def test_metadata_written_as_xml_in_a_string_is_read() -> None:
    text = xml("Metadata", metadata_object())
    message = whole(archeo() | {"metadata": text})
    plain = whole(archeo(metadata=metadata_object()))
    assert message.envelope.flow_id is not None and plain.envelope.flow_id is not None
    assert message.envelope.flow_id.text == plain.envelope.flow_id.text
    assert message.envelope.message_time == plain.envelope.message_time
    assert "$.metadata!/Metadata/InboundFileName" in leaves(message, "filename")


def test_content_that_is_nil_is_absent() -> None:
    message = whole(xml("Wrapper", wrapper(metadata=metadata_object()) | {"body": None}))
    assert (message.scanned, message.reasons) == ("reference", ("content.absent",))


@pytest.mark.parametrize(
    "text",
    [
        "<Order><InterchangeId>1</InterchangeId><Buyer>Kari</Buyer></Order>",  # an element of that name makes no wrapper
        "<Wrapper><InterchangeId>1</InterchangeId><Metadata><ConfigCorrelationId>2</ConfigCorrelationId></Metadata><Body>eyJ9",
        '<Wrapper id="kari@example.org"><InterchangeId>1</InterchangeId><Metadata/><Body>e30=</Body></Wrapper>',
        "<Wrapper>Kari<InterchangeId>1</InterchangeId><Metadata><A>1</A></Metadata><Body>e30=</Body></Wrapper>",
        "<Wrapper><!-- Kari --><InterchangeId>1</InterchangeId><Metadata><A>1</A></Metadata><Body>e30=</Body></Wrapper>",
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w><InterchangeId>&x;</InterchangeId><Metadata><A>1</A></Metadata><Body>e30=</Body></w>',
        "<w><InterchangeId>1</InterchangeId>" + "<a>" * 5000 + "</a>" * 5000 + "</w>",
        "<w><InterchangeId>1</InterchangeId>" + "<a/>" * 50_000 + "</w>",
    ],
)
def test_a_document_that_is_no_wrapper_is_read_as_the_document_that_it_is(text: str) -> None:
    envelope = one(text)
    assert (envelope.platform, envelope.steps) == ("generic", ())
    assert envelope.body.data == text.encode()


def test_on_a_topic_of_another_platform_it_is_a_document() -> None:
    assert one(xml("W", wrapper(metadata=metadata_object())), adapter="superoffice").steps == ()
    assert one(xml("W", wrapper(metadata=metadata_object())), adapter="connxio").steps == ("connxio.wrapper",)
