"""Builders of sample traffic: log records, wrappers and runs as the platforms send them, with synthetic persons only."""

import base64
import json
from collections.abc import Iterable
from typing import Any

from schemas.words import Adapter
from streams.inspect.words import RawMessage

FLOW_ID = "5d0c0000-0000-4000-8000-000000000001"
INTERCHANGE = "7d4e0000-0000-4000-8000-000000000001"
RECORDED = 1764496806000  # 2025-11-30T10:00:06Z, the record's own timestamp
STARTED = 1764496800000  # 2025-11-30T10:00:00Z, the interchange's start
PROCESSED = 1764496805123  # 2025-11-30T10:00:05.123Z, the log step's

SYNTHETIC_FNR = "01819010001"  # month + 80: the synthetic population of the Norwegian register
SYNTHETIC_PERSONNUMMER = "19121212-1212"  # the Swedish example number
SYNTHETIC_BSN = "999993653"  # the Dutch test range 9999…

ORDER: dict[str, Any] = {
    "orderNumber": "SO-10042",
    "customer": {"name": "Kari Eksempel", "email": "kari@example.org"},
    "lines": [{"gtin": "7038010009457", "qty": 2}],
}


def text(value: object) -> str:
    """JSON as the platforms write it: compact, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def b64(value: object) -> str:
    """Base64 of bytes, of a text in UTF-8, or of anything else as JSON."""
    data = value if isinstance(value, bytes) else (value if isinstance(value, str) else text(value)).encode()
    return base64.b64encode(data).decode()


def record(
    value: object,
    *,
    topic: str = "connxio.log",
    partition: int = 2,
    offset: int = 41,
    timestamp: int = RECORDED,
    key: bytes | None = None,
    headers: Iterable[tuple[str, bytes | None]] = (),
    adapter: Adapter = "auto",
) -> RawMessage:
    """A record of the tap: bytes and None stay as they are, a text becomes UTF-8, anything else JSON."""
    data = value if value is None or isinstance(value, bytes) else (value if isinstance(value, str) else text(value)).encode()
    return RawMessage(topic, partition, offset, timestamp, key, data, tuple(headers), "c1", "ZxQv0d3hT2mJ1y8nB4kL9w", adapter)


def archeo(body: object = ORDER, metadata: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """A log step of ConnXio's Archeo contract; `body` None: content logging off. A change to None takes the key out."""
    step = {
        "transactionId": INTERCHANGE,
        "transactionType": "Order",
        "messageType": "Inbound",
        "processed": "2025-11-30T10:00:05.1234567Z",
        "sender": "ERP",
        "receiver": "CRM",
        "status": "Success",
        "description": "Order from kari@example.org",
        "bodyContent": None if body is None else b64(body),
        "metadata": {"configCorrelationId": FLOW_ID, "started": "2025-11-30T10:00:00Z", "inboundFileName": "order_10042.json"}
        if metadata is None
        else metadata,
    }
    return _changed(step, changes)


def internal(body: object = ORDER, metadata: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """A log event of ConnXio's Internal contract, with its parties swapped as its own documentation has them."""
    event = {
        "interchangeId": INTERCHANGE,
        "transactionType": "Order",
        "eventOrigin": "InboundInteractionEngine",
        "eventFired": "2025-11-30T10:00:05.1234567Z",
        "senderId": "CRM",
        "receiverId": "ERP",
        "message": "Order from kari@example.org",
        "status": "Success",
        "fileName": "order_10042.json",
        "direction": "inbound",
        "logLevel": "Standard",
        "environment": "Production",
        "customTag": "orders",
        "order": 0,
        "useCustomDirectionalValues": False,
        "secondaryContent": None if body is None else b64(body),
        "logContentEncoding": "utf-8",
        "metadata": {"configCorrelationId": FLOW_ID, "started": "2025-11-30T10:00:00Z"} if metadata is None else metadata,
    }
    return _changed(event, changes)


def wrapper(body: object = ORDER, metadata: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """ConnXio's message wrapper for adapters without metadata of their own."""
    message = {
        "metadata": metadata_object() if metadata is None else metadata,
        "body": None if body is None else b64(body),
        "isTestRun": False,
        "interchangeId": INTERCHANGE,
    }
    return _changed(message, changes)


def metadata_object(**changes: Any) -> dict[str, Any]:
    """ConnXio's metadata object in full, with a looked-up person as JSON inside a string."""
    metadata = {
        "configCorrelationId": FLOW_ID,
        "transactionType": "Order",
        "interchangeId": INTERCHANGE,
        "started": "2025-11-30T10:00:00Z",
        "inboundFileName": "order_10042.json",
        "inboundEndpoint": "Topic: orders - Subscription: spor",
        "inboundAdapter": "ServiceBus",
        "outboundFileName": "kari@example.org.json",
        "outboundEndpoint": "https://crm.example.org/people?email=kari%40example.org",
        "outboundAdapter": "REST",
        "manualResendCount": 0,
        "dataCollection": text({"person": [{"name": "Kari Eksempel", "nationalIdentityNumber": SYNTHETIC_FNR}]}),
        "userDefinedProperties": {"customer": "Kari Eksempel"},
    }
    return _changed(metadata, changes)


def claim_check(**changes: Any) -> dict[str, Any]:
    """A Service Bus message whose content lies in a blob behind a signed URL."""
    message = {
        "SasUri": "https://store.blob.example.net/in/order_10042.json?sv=2024-11-04&sig=c2lnbmF0dXJl",
        "FileName": "order_10042.json",
        "InterchangeId": INTERCHANGE,
    }
    return _changed(message, changes)


def cma_run(payload: object = ORDER, **changes: Any) -> dict[str, Any]:
    """A ConnectMyApps run record."""
    run = {
        "id": "run-0001",
        "correlationId": "corr-0001",
        "flow": "shop-to-accounting",
        "documentType": "Customer",
        "sender": "Shop",
        "receiver": "Accounting",
        "status": "Completed",
        "startedAt": "2025-11-30T10:00:00Z",
        "endedAt": "2025-11-30T10:00:04Z",
        "level": "info",
        "message": "1 customer synced",
        "fileName": "customers.json",
        "properties": {"trigger": "updatedSince"},
        "payload": payload,
        "payloadEncoding": "json",
    }
    return _changed(run, changes)


def cloud_event(data: object, **changes: Any) -> dict[str, Any]:
    """A CloudEvent in the JSON format, structured mode."""
    event = {
        "specversion": "1.0",
        "id": "ce-0001",
        "source": "/shop/orders",
        "type": "org.example.order.created",
        "subject": "kari@example.org",
        "time": "2025-11-30T10:00:00Z",
        "datacontenttype": "application/json",
        "data": data,
    }
    return _changed(event, changes)


STRUCTURED = (("content-type", b"application/cloudevents+json; charset=UTF-8"),)


def binary_event_headers(**changes: str) -> tuple[tuple[str, bytes], ...]:
    """The headers of a CloudEvent in binary mode."""
    attributes = {
        "ce_specversion": "1.0",
        "ce_id": "ce-0001",
        "ce_source": "/shop/orders",
        "ce_type": "org.example.order.created",
        "ce_time": "2025-11-30T10:00:00Z",
        "content-type": "application/json",
    }
    return tuple((name, value.encode()) for name, value in (attributes | changes).items())


def pascal(value: Any) -> Any:
    """The same object with its keys in Pascal case, all the way down: the platforms' other casing."""
    if isinstance(value, dict):
        return {name[:1].upper() + name[1:]: pascal(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [pascal(inner) for inner in value]
    return value


def _changed(message: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in (message | changes).items() if value is not None}


CONTRACT_EXAMPLE = record(archeo())  # the worked example
