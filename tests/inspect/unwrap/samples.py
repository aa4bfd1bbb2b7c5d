"""Sample messages of the neighbours: CRM webhooks, telemetry, broker attributes, change capture, events; and how tests read an envelope."""

from typing import Any

from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Envelope, RawMessage
from tests.messages import FLOW_ID, INTERCHANGE, ORDER, STARTED, SYNTHETIC_BSN, text


def only(raw: RawMessage) -> Envelope:
    [envelope] = unwrap(raw)
    return envelope


def words(envelope: Envelope) -> dict[str, str]:
    return {name: word.text for name, word in envelope.words().items()}


def beside(envelope: Envelope) -> dict[str, tuple[str, str]]:
    """Path to (place, text) of everything beside the body."""
    return {render(leaf.path, header=leaf.place == "header"): (leaf.place, leaf.text) for leaf in envelope.beside}


def changed(message: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A change to None takes the key out."""
    return {name: value for name, value in (message | changes).items() if value is not None}


def superoffice(**changes: Any) -> dict[str, Any]:
    """A SuperOffice webhook about a changed person: ids and column names, no name."""
    event = {
        "EventId": "7f1c0d8e-0000-4000-8000-0000000000a1",
        "Timestamp": "2025-11-30T10:00:00.1234567Z",
        "Changes": ["firstname", "day_of_birth", "person_number", "updated"],
        "Event": "person.changed",
        "PrimaryKey": 1042,
        "Entity": "person",
        "ContextIdentifier": "Cust00001",
        "ChangedByAssociateId": 12,
        "WebhookName": "iPaaS feed",
        "FieldValues": {"person_id": 1042, "contact_id": 77, "country_id": 578, "updated": "2025-11-30T11:00:00.1234567+01:00"},
    }
    return changed(event, changes)


def telemetry(**changes: Any) -> dict[str, Any]:
    """A device's changes under dotted keys; coordinates are longitude, then latitude."""
    event = {
        "type": "updated",
        "imei": "350123456789019",
        "changes": {
            "payload_state.tracker.loc.dtg": "2025-11-30T10:00:00Z",
            "payload_state.tracker.loc.geo.coordinates": [5.1214, 52.0907],
            "payload_state.tracker.loc.sp": 19,
            "payload_state.device.metric.dpedpow": 143,
        },
    }
    return changed(event, changes)


def device_state(**changes: Any) -> dict[str, Any]:
    """The whole state of a device, as objects."""
    state = {
        "imei": "350123456789019",
        "device_type": "bike",
        "params": {"interval": 60},
        "payload_state": {
            "tracker": {
                "loc": {"dtg": "2025-11-30T10:00:00Z", "sp": 0, "geo": {"coordinates": [5.1214, 52.0907]}},
                "config": {"fwver": "1"},
            }
        },
    }
    return changed(state, changes)


def ride(**changes: Any) -> dict[str, Any]:
    """A trip that somebody made."""
    trip = {
        "id": 9001,
        "user_id": 31,
        "start_date": "2025-11-30T10:00:00Z",
        "end_date": "2025-11-30T10:30:00Z",
        "calories": 210,
        "avg_speed": 17.4,
        "distance_traveled": 8700,
    }
    return changed(trip, changes)


def eherkenning(**changes: Any) -> dict[str, Any]:
    """What a broker says of somebody who acts for a company."""
    answer = {
        "provider": "eherkenning",
        "subject": {
            "idpId": "A1B2@C3D4",
            "chamberOfCommerce": "12345678",
            "organisationName": "Fietsenmaker Voorbeeld",
            "eherkenningVestigingsNr": "000012345678",
            "nin": {"value": SYNTHETIC_BSN, "type": "BSN", "issuingCountry": "NL"},
            "initials": "J.",
            "lastName": "Voorbeeld",
        },
    }
    return changed(answer, changes)


def status_event(**changes: Any) -> dict[str, Any]:
    """What ConnXio says of a step of a test run that failed."""
    event = {
        "StatusEventResult": "Error",
        "StatusEventOriginType": "Transformation",
        "Message": "Mapping failed for kari@example.org",
        "Error": {"ErrorName": "MapError", "ErrorCode": 17, "HttpStatusCode": 400, "ExceptionName": "System.Exception: kari@example.org"},
        "Metadata": {"started": "0001-01-01T00:00:00", "inboundFileName": "order_10042.json"},
        "ConfigCorrelationId": FLOW_ID,
        "SubIntegrationId": "sub-1",
        "ActionId": "action-1",
        "EventTime": "2025-11-30T10:00:00.1234567Z",
        "IsTestRun": True,
    }
    return changed(event, changes)


def resend(step: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """Archeo's request to send a log step again, with the platform's own misspelling."""
    request = {
        "TransactionId": INTERCHANGE,
        "ContentSasUri": "https://store.blob.example.net/in/order_10042.json?sv=2024-11-04&sig=c2lnbmF0dXJl",
        "ResendDateTime": "2025-12-05T08:00:00Z",
        "LogStepMetaData": {
            "TransactionId": INTERCHANGE,
            "Description": "Order from kari@example.org",
            "TransactionTypeName": "Order",
            "MessageTypeName": "Inbound",
            "SenderName": "ERP",
            "RecieverName": "CRM",
            "StatusName": "Resendable",
            "FileName": "order_10042.json",
            "Processed": "2025-11-30T10:00:00Z",
            "Metadata": {"configCorrelatioId": FLOW_ID, "manualResendCount": "1"},
        }
        | (step or {}),
    }
    return changed(request, changes)


def bus_message(body: object = ORDER, **changes: Any) -> dict[str, Any]:
    """ConnXio's Service Bus message that keeps the queue's properties."""
    message = {
        "BodyContent": body if body is None or isinstance(body, str) else text(body),
        "MessageId": "m-0001",
        "CorrelationId": "corr-0001",
        "Subject": "orders",
        "To": "crm",
        "ContentType": "application/json; charset=utf-8",
        "ApplicationProperties": {"InterchangeId": INTERCHANGE, "customer": "Kari Eksempel"},
        "DeliveryCount": 3,
        "SequenceNumber": 41,
        "EnqueuedTime": "2025-11-30T10:00:00Z",
        "DeadLetterReason": "MaxDeliveryCountExceeded",
        "DeadLetterErrorDescription": "no customer kari@example.org",
    }
    return changed(message, changes)


def change(**changes: Any) -> dict[str, Any]:
    """Debezium's event of a changed row."""
    event = {
        "before": {"id": 1042, "email": "kari@example.org"},
        "after": {"id": 1042, "email": "kari.eksempel@example.org"},
        "source": {
            "version": "3.0.0.Final",
            "connector": "mysql",
            "name": "shop",
            "ts_ms": STARTED - 5,
            "db": "shop",
            "table": "customers",
        },
        "op": "u",
        "ts_ms": STARTED,
        "transaction": None,
    }
    return changed(event, changes)


def with_schema(payload: object) -> dict[str, Any]:
    """The same with the schema that the JSON converter writes beside it."""
    return {
        "schema": {"type": "struct", "name": "shop.customers.Envelope", "fields": [{"field": "op", "type": "string"}]},
        "payload": payload,
    }


def grid_event(**changes: Any) -> dict[str, Any]:
    """An event of Azure Event Grid's own schema."""
    event = {
        "id": "eg-0001",
        "topic": "/subscriptions/1/topics/shop",
        "subject": "customers/1042",
        "eventType": "Customer.Changed",
        "eventTime": "2025-11-30T10:00:00.1234567Z",
        "data": ORDER,
        "dataVersion": "1",
        "metadataVersion": "1",
    }
    return changed(event, changes)


def hubspot(**changes: Any) -> dict[str, Any]:
    """A property of a contact that changed in HubSpot."""
    event = {
        "eventId": 100,
        "subscriptionId": 881,
        "portalId": 62515,
        "appId": 1,
        "occurredAt": STARTED,
        "subscriptionType": "contact.propertyChange",
        "attemptNumber": 0,
        "objectId": 1042,
        "changeSource": "CRM",
        "propertyName": "email",
        "propertyValue": "kari@example.org",
    }
    return changed(event, changes)
