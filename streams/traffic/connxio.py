"""ConnXio's log webhook as it comes: both contracts and the wrapper, and the traps of each."""

import gzip
from dataclasses import replace
from random import Random
from typing import Any, Final

from streams.traffic import connxio_bus as bus
from streams.traffic.connxio_metadata import head, metadata, place_of, said, seven_digits
from streams.traffic.marks import Personal, Plant, compact, in_body, settle, text
from streams.traffic.run import Logged, Run, Shape, base64_text, body_of, interchange_id

_UNDECLARED: Final = 0.01  # bodies in Latin-1 that say nothing of it
_AS_RECEIVED: Final = 0.3  # logged before the engine made UTF-8 of them
_MISSPELT: Final = 0.03  # the platform's own misspelling of a key
_TRACE: Final = (
    "ConnXio.Engine.DeliveryException: receiver answered 422: duplicate contact ",
    "\n   at ConnXio.Engine.Rest.SendAsync(Message message) in Rest.cs:line 88\n   at ConnXio.Engine.Run(String id)",
)


def archeo(rng: Random, run: Run) -> Logged:
    """One log step of the Archeo contract; now and then in the other casing."""
    step, plants = _archeo_step(rng, run)
    return Logged(compact(step).encode(), plants)


def archeo_list(rng: Random, run: Run) -> Logged:
    """Several log steps in one call, each a message of its own."""
    steps: list[dict[str, Any]] = []
    plants: list[Plant] = []
    for _child in range(rng.randint(2, 4)):
        step, own = _archeo_step(rng, replace(run, interchange=interchange_id(rng)))
        plants += [replace(p, part=len(steps)) for p in own]
        steps.append(step)
    return Logged(compact(steps).encode(), tuple(plants))


def metadata_only(rng: Random, run: Run) -> Logged:
    """Content logging switched off: what people run who log more than 10,000 messages a day."""
    step, plants = settle(head(rng, run) | {"metadata": metadata(rng, run, lookup=False)}, place_of)
    return Logged(compact(step).encode(), plants)


def failed(rng: Random, run: Run) -> Logged:
    """A step that went wrong, its stack trace quoting the record: in the metadata, or glued in front of the content where that is off."""
    trace = text(*_TRACE[:1], Personal(run.person.email, "EMAIL_ADDRESS"), *_TRACE[1:]) if run.route.personal else "".join(_TRACE)
    body = body_of(run, "utf-8")
    step = head(rng, run) | {"status": "Error"}
    if rng.random() < 0.5 or not body.glued:
        plain, beside = settle(step | {"metadata": metadata(rng, run) | {"ErrorMessage": trace}}, place_of)
        return Logged(compact(plain | {"bodyContent": base64_text(body.data)}).encode(), body.plants + beside)
    plain, beside = settle(step, place_of)
    said, quoted = settle(trace, in_body)
    content = base64_text(f"{said}\n".encode() + body.data)
    return Logged(compact(plain | {"bodyContent": content}).encode(), quoted + body.plants + beside)


def internal(rng: Random, run: Run) -> Logged:
    """The Internal contract, whose parties are not to be told apart: its own documentation has them swapped."""
    parties = [run.route.sender, run.route.receiver]
    if rng.random() < 0.5:
        parties.reverse()
    body = body_of(run, rng.choices((None, "iso-8859-1", "windows-1252"), (80, 15, 5))[0])
    event = {
        "interchangeId": run.interchange,
        "transactionType": run.route.document_type,
        "eventOrigin": f"{run.step}InteractionEngine",
        "eventFired": seven_digits(rng, run.at),
        "senderId": parties[0],
        "recieverId" if rng.random() < _MISSPELT else "receiverId": parties[1],
        "message": said(rng, run),
        "status": "Success",
        "direction": run.step.lower(),
        "logLevel": rng.choice(("Standard", "Minimum", "Verbose")),
        "environment": "Production",
        "metadata": metadata(rng, run),
    }
    plain, beside = settle(event, place_of)
    content = {"secondaryContent": base64_text(body.data), "logContentEncoding": body.charset.removesuffix("-sig")}
    return Logged(compact(plain | content).encode(), body.plants + beside)


def wrapper(rng: Random, run: Run) -> Logged:
    """The message wrapper of adapters without metadata; its body at times gzipped, at times behind a byte order mark."""
    body = body_of(run)
    data = body.data
    if rng.random() < 0.3:
        data = gzip.compress(data, mtime=0)
    elif rng.random() < 0.3 and body.charset == "utf-8":
        data = b"\xef\xbb\xbf" + data
    told, beside = settle({"metadata": metadata(rng, run)}, place_of)
    message = told | {"body": base64_text(data), "isTestRun": False, "interchangeId": run.interchange}
    return Logged(compact(message).encode(), body.plants + beside)


SHAPES: Final[tuple[tuple[Shape, int], ...]] = (  # and how often each comes, in thousandths
    (archeo, 510),
    (internal, 220),
    (archeo_list, 60),
    (wrapper, 70),
    (metadata_only, 50),
    (failed, 20),
    (bus.claim_check, 25),
    (bus.service_bus, 30),
    (bus.status_event, 10),
    (bus.resend_request, 5),
)


def _archeo_step(rng: Random, run: Run) -> tuple[dict[str, Any], tuple[Plant, ...]]:
    body = body_of(run, rng.choices(("iso-8859-1", None, "utf-8"), (_UNDECLARED, _AS_RECEIVED, 1 - _UNDECLARED - _AS_RECEIVED))[0])
    step = head(rng, run) | {"metadata": metadata(rng, run)}
    if rng.random() < 0.1:
        step = _pascal(step)
        plain, beside = settle(step, place_of)
        return plain | {"BodyContent": base64_text(body.data)}, body.plants + beside
    plain, beside = settle(step, place_of)
    return plain | {"bodyContent": base64_text(body.data)}, body.plants + beside


def _pascal(value: Any) -> Any:
    """The other casing: the step's and its metadata's own keys, not those of documents inside."""
    if isinstance(value, dict):
        return {f"{k[:1].upper()}{k[1:]}": _pascal(v) if k == "metadata" else v for k, v in value.items()}
    return value
