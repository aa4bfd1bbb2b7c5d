"""ConnXio definitions for tests: one that is in order, and ways to change it. Hosts are example.* ones or invented cloud names."""

import json
from pathlib import Path
from typing import Any

from schemas.registry import FlowEntry
from streams.policy.connxio import imported
from streams.policy.read import Read, read
from streams.policy.static import StaticFinding, findings
from streams.policy.written import written

FLOW_ID = "5d0c0000-0000-4000-8000-0000000000a1"
SECRET = "Zq8-hemmelig-nøkkel"
Json = dict[str, Any]


def adapter(kind: str, **properties: Any) -> Json:
    """A connection with its properties as JSON inside a string, as the platform has them."""
    return {"adapterType": kind, "adapterId": "a", "connectionProperties": json.dumps(properties)}


def step(kind: str, **properties: Any) -> Json:
    return {"transformationType": kind, "transformationName": "step", "properties": json.dumps(properties)}


def webhook(url: str | None = "https://log.eu-north-1.amazonaws.com/hook", **changes: Any) -> Json:
    return {"contract": 0, "endpointURL": url, "logLevel": 2, "logMessageContent": True, "logMetaData": True, "enabled": True} | changes


def sub(**changes: Any) -> Json:
    return {
        "subIntegrationId": "66f8d203-0000-4000-8000-000000000000",
        "subintegrationName": "Orders to CRM",
        "transformations": [],
        "outboundConnections": [adapter("REST", endpointURL="https://api.crm.example/orders")],
        "messageOutboundFormat": "json",
        "messageOutboundEncoding": "utf-8",
        "enabled": True,
    } | changes


def definition(*subs: Json, **changes: Any) -> Json:
    return {
        "configCorrelationId": FLOW_ID,
        "name": "Orders",
        "transactionType": "Order",
        "sender": "ERP",
        "receiver": "CRM",
        "messageInboundFormat": "json",
        "messageInboundEncoding": "utf-8",
        "enabled": True,
        "archived": False,
        "inboundConnection": adapter("Api"),
        "internalLoggingOptions": {"logLevel": 2, "logMessageContent": False, "logMetaData": True},
        "loggingWebhooks": [webhook()],
        "subIntegrations": list(subs) or [sub()],
    } | changes


def text_of(*definitions: Json) -> str:
    """The registry that an export becomes."""
    return written(imported(json.dumps(list(definitions)).encode()))


def entries(text: str) -> list[FlowEntry]:
    """The registry as our reader has it, without a problem."""
    taken = Read()
    read(text.encode(), "registry.yaml", taken)
    assert taken.problems == []
    return [found.value for found in taken.flows]


def entry(*subs: Json, **changes: Any) -> FlowEntry:
    """The first entry of one definition."""
    return entries(text_of(definition(*subs, **changes)))[0]


def notes(*subs: Json, **changes: Any) -> list[str]:
    return [note for flow in imported(json.dumps(definition(*subs, **changes)).encode()) for note in flow.notes]


def seen(*texts: str) -> list[StaticFinding]:
    """The static findings of policy files."""
    taken = Read()
    for at, text in enumerate(texts):
        read(text.encode(), f"{at}.yaml", taken)
    assert taken.problems == []
    return findings(taken)


def saved(path: Path, *definitions: Json) -> Path:
    path.write_text(json.dumps(list(definitions)), "utf-8")
    return path
