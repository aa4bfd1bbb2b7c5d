"""Events that come in arrays: Azure Event Grid's and HubSpot's, a message each."""

import pytest

from streams.inspect.unwrap.record import unwrap
from tests.inspect.unwrap.samples import beside, grid_event, hubspot, only, superoffice, words
from tests.messages import RECORDED, STARTED, record


def test_an_array_of_grid_events_is_a_message_each_with_its_own_data() -> None:
    first, second = unwrap(record([grid_event(), grid_event(id="eg-0002", data={"email": "kari@example.org"})]))
    assert [(e.steps, e.part.index, e.part.of, e.message_time) for e in (first, second)] == [
        (("azure.event-grid",), 0, 2, STARTED + 123),
        (("azure.event-grid",), 1, 2, STARTED + 123),
    ]
    assert (words(first), words(second)) == ({"interchange": "eg-0001"}, {"interchange": "eg-0002"})
    assert second.body.tree == [("email", "kari@example.org")]


def test_what_stands_beside_a_grid_event_s_data_is_scanned() -> None:
    found = beside(only(record([grid_event(subject="customers/kari@example.org")])))
    assert found["$.subject"] == ("metadata", "customers/kari@example.org")
    assert found["$.eventType"] == ("metadata", "Customer.Changed")


def test_a_blob_that_was_created_is_a_reference_and_its_url_an_endpoint() -> None:
    data = {"api": "PutBlob", "url": "https://store.blob.example.net/in/kari.json?sig=x", "contentLength": 17}
    envelope = only(record([grid_event(eventType="Microsoft.Storage.BlobCreated", data=data)]))
    assert (envelope.body.absent, envelope.reasons) == (True, ("content.absent",))
    assert beside(envelope)["$.data.url"] == ("url", data["url"])
    assert envelope.endpoints == ("https://store.blob.example.net/in/kari.json",)


@pytest.mark.parametrize("data", [None, "kari@example.org", 17, ["kari@example.org"], {}])
def test_a_grid_event_may_hold_anything_or_nothing(data: object) -> None:
    envelope = only(record([grid_event(data=data)]))
    assert (envelope.steps, envelope.reasons) == (("azure.event-grid",), ())
    assert "$.data" not in beside(envelope)


def test_a_webhook_inside_a_grid_event_is_opened() -> None:
    envelope = only(record([grid_event(data=superoffice())]))
    assert (envelope.platform, envelope.steps) == ("superoffice", ("azure.event-grid", "superoffice.webhook"))


def test_an_array_of_hubspot_s_is_a_message_for_each_property() -> None:
    envelopes = unwrap(record([hubspot(), hubspot(eventId=101, subscriptionType="contact.privacyDeletion", propertyName=None)]))
    assert [(e.platform, e.steps, e.message_time) for e in envelopes] == [("generic", ("hubspot.webhook",), STARTED)] * 2
    assert [words(e) for e in envelopes] == [
        {"interchange": "100", "step": "contact.propertyChange"},
        {"interchange": "101", "step": "contact.privacyDeletion"},
    ]
    assert dict(envelopes[0].body.tree)["propertyValue"] == "kari@example.org"


@pytest.mark.parametrize("stamp", [0, -1, "soon", 1.5, 10**30, None, [STARTED]])
def test_a_time_that_is_none_is_passed_over(stamp: object) -> None:
    assert only(record([hubspot(occurredAt=stamp)])).message_time == RECORDED
