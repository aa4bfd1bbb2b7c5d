"""ConnectMyApps's run records: whole records re-read on each sync, the payload as an object, as a text or as base64."""

from dataclasses import replace
from random import Random
from typing import Any, Final

from schemas.words import Place
from streams.inspect.words import Path
from streams.traffic.marks import Mixed, Personal, compact, in_body, settle, text
from streams.traffic.run import Logged, Run, Shape, base64_text, document, interchange_id, moment

_PLACES: Final[dict[str, Place]] = {"filename": "filename", "message": "status", "properties": "property"}


def run_record(rng: Random, run: Run) -> Logged:
    """One sync run. Now and then a page of records in its payload."""
    record = document(run)
    payload, planted = settle({"records": [record], "page": 1} if rng.random() < 0.2 else record, in_body)
    plain, beside = settle(_head(rng, run), _place)
    return compact(plain | _written(rng, payload)).encode(), planted + beside


def failed_run(rng: Random, run: Run) -> Logged:
    """A run that stopped: its message quotes the record that the receiver refused."""
    payload, planted = settle(document(run), in_body)
    said = text("422 from receiver: ", Personal(run.person.email, "EMAIL_ADDRESS"), " exists already") if run.route.talks else "timeout"
    plain, beside = settle(_head(rng, run) | {"status": "Error", "level": "error", "message": said}, _place)
    return compact(plain | _written(rng, payload)).encode(), planted + beside


def without_payload(rng: Random, run: Run) -> Logged:
    """A run whose payload is not logged."""
    plain, beside = settle(_head(rng, replace(run, step="Outbound")), _place)
    return compact(plain).encode(), beside


def _head(rng: Random, run: Run) -> dict[str, Any]:
    return {
        "id": f"run-{interchange_id(rng)[:13]}",
        "correlationId": run.interchange,
        "flow": run.route.flow,
        "documentType": run.route.document_type,
        "sender": run.route.sender,
        "receiver": run.route.receiver,
        "status": "Completed",
        "startedAt": _instant(run.started),
        "endedAt": _instant(run.at),
        "level": "info",
        "message": _said(rng, run),
        "fileName": f"{run.route.document_type.lower()}-{run.interchange[:8]}.json",
        "properties": _properties(rng, run),
    }


def _said(rng: Random, run: Run) -> Mixed | str:
    if run.route.talks and rng.random() < 0.15:
        return text("1 record read for ", Personal(run.person.email, "EMAIL_ADDRESS"))
    return "1 record read"


def _properties(rng: Random, run: Run) -> dict[str, Any]:
    properties: dict[str, Any] = {"trigger": "updatedSince"}
    if run.resend:
        properties["resend"] = str(run.resend)
    if run.route.talks and rng.random() < 0.1:
        properties["ownerEmail"] = Personal(run.person.email, "EMAIL_ADDRESS")
    return properties


def _written(rng: Random, payload: Any) -> dict[str, Any]:
    chance = rng.random()
    if chance < 0.5:
        return {"payload": payload, "payloadEncoding": "json"}
    if chance < 0.75:
        return {"payload": compact(payload), "payloadEncoding": "text"}
    return {"payload": base64_text(compact(payload).encode()), "payloadEncoding": "base64"}


def _place(path: Path) -> Place:
    return _PLACES.get(str(path[0]).lower(), "metadata")


def _instant(at: int) -> str:
    return f"{moment(at):%Y-%m-%dT%H:%M:%SZ}"


SHAPES: Final[tuple[tuple[Shape, int], ...]] = ((run_record, 93), (failed_run, 4), (without_payload, 3))
