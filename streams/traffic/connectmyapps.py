"""ConnectMyApps's run records: whole records re-read on each sync, the payload as an object, as a text or as base64."""

from dataclasses import replace
from random import Random
from typing import Any, Final

from schemas.words import Place
from streams.inspect.words import Path
from streams.traffic.marks import Format, Mixed, Personal, Plant, compact, in_body, settle, text
from streams.traffic.run import Logged, Run, Shape, base64_text, body_of, document, file_suffix, interchange_id, moment

_PLACES: Final[dict[str, Place]] = {"filename": "filename", "message": "status", "properties": "property"}


def run_record(rng: Random, run: Run) -> Logged:
    """One sync run. Now and then a page of records in its payload."""
    plain, beside = settle(_head(rng, run), _place)
    payload, planted = _payload(rng, run, paged=rng.random() < 0.2)
    return Logged(compact(plain | payload).encode(), planted + beside)


def failed_run(rng: Random, run: Run) -> Logged:
    """A run that stopped: its message quotes the record that the receiver refused."""
    said = text("422 from receiver: ", Personal(run.person.email, "EMAIL_ADDRESS"), " exists already") if run.route.talks else "timeout"
    plain, beside = settle(_head(rng, run) | {"status": "Error", "level": "error", "message": said}, _place)
    payload, planted = _payload(rng, run)
    return Logged(compact(plain | payload).encode(), planted + beside)


def without_payload(rng: Random, run: Run) -> Logged:
    """A run whose payload is not logged."""
    plain, beside = settle(_head(rng, replace(run, step="Outbound")), _place)
    return Logged(compact(plain).encode(), beside)


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
        "fileName": f"{run.route.document_type.lower()}-{run.interchange[:8]}.{file_suffix(run)}",
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


def _payload(rng: Random, run: Run, *, paged: bool = False) -> tuple[dict[str, Any], tuple[Plant, ...]]:
    """The payload as an object, as a text or as base64; a document that is not JSON as one of the last two."""
    made = document(run)
    chance = rng.random()
    if isinstance(made, Format):
        body = body_of(run)
        if chance < 0.5:
            return {"payload": body.text, "payloadEncoding": "text"}, body.plants
        kind = f"{body.media_type}; charset={body.charset.removesuffix('-sig')}"
        return {"payload": base64_text(body.data), "payloadEncoding": "base64", "contentType": kind}, body.plants
    plain, planted = settle({"records": [made], "page": 1} if paged else made, in_body)
    if chance < 0.5:
        return {"payload": plain, "payloadEncoding": "json"}, planted
    if chance < 0.75:
        return {"payload": compact(plain), "payloadEncoding": "text"}, planted
    return {"payload": base64_text(compact(plain).encode()), "payloadEncoding": "base64"}, planted


def _place(path: Path) -> Place:
    return _PLACES.get(str(path[0]).lower(), "metadata")


def _instant(at: int) -> str:
    return f"{moment(at):%Y-%m-%dT%H:%M:%SZ}"


SHAPES: Final[tuple[tuple[Shape, int], ...]] = ((run_record, 95), (failed_run, 2), (without_payload, 3))
