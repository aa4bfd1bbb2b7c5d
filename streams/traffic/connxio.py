"""ConnXio's log webhook as it comes: both contracts, the wrapper, claim checks, and the traps of each."""

import gzip
from dataclasses import replace
from random import Random
from typing import Any, Final

from schemas.words import Place
from streams.inspect.words import Path
from streams.traffic.marks import Inside, Mixed, Personal, Plant, compact, in_body, settle, text
from streams.traffic.persons import Person
from streams.traffic.run import Logged, Run, Shape, base64_text, body_of, interchange_id, moment

_PLACES: Final[dict[str, Place]] = {  # by the lower-case name of a field of the message or of its metadata
    "inboundfilename": "filename",
    "outboundfilename": "filename",
    "filename": "filename",
    "inboundendpoint": "url",
    "outboundendpoint": "url",
    "sasuri": "url",
    "errormessage": "error",
    "description": "status",
    "message": "status",
    "datacollection": "lookup",
    "userdefinedproperties": "property",
}
_UNDECLARED: Final = 0.01  # bodies in Latin-1 that say nothing of it
_TRACE: Final = (
    "ConnXio.Engine.DeliveryException: receiver answered 422: duplicate contact ",
    "\n   at ConnXio.Engine.Rest.SendAsync(Message message) in Rest.cs:line 88\n   at ConnXio.Engine.Run(String id)",
)


def archeo(rng: Random, run: Run) -> Logged:
    """One log step of the Archeo contract; now and then in the other casing."""
    step, plants = _archeo_step(rng, run)
    return compact(step).encode(), plants


def archeo_list(rng: Random, run: Run) -> Logged:
    """Several log steps in one call: a split's children, each a message of its own."""
    steps: list[dict[str, Any]] = []
    plants: list[Plant] = []
    for _child in range(rng.randint(2, 4)):
        step, own = _archeo_step(rng, replace(run, interchange=interchange_id(rng)))
        plants += [replace(p, part=len(steps)) for p in own]
        steps.append(step)
    return compact(steps).encode(), tuple(plants)


def metadata_only(rng: Random, run: Run) -> Logged:
    """Content logging switched off: what people run who log more than 10,000 messages a day."""
    step, plants = settle(_head(rng, run) | {"metadata": _metadata(rng, run, lookup=False)}, _place)
    return compact(step).encode(), plants


def failed(rng: Random, run: Run) -> Logged:
    """A step that went wrong, its stack trace quoting the record: in the metadata, or glued in front of the content where that is off."""
    trace = text(*_TRACE[:1], Personal(run.person.email, "EMAIL_ADDRESS"), *_TRACE[1:]) if run.route.personal else "".join(_TRACE)
    body, planted = body_of(run)
    step = _head(rng, run) | {"status": "Error"}
    if rng.random() < 0.5:
        plain, beside = settle(step | {"metadata": _metadata(rng, run) | {"ErrorMessage": trace}}, _place)
        return compact(plain | {"bodyContent": base64_text(body)}).encode(), planted + beside
    plain, beside = settle(step, _place)
    said, quoted = settle(trace, in_body)
    return compact(plain | {"bodyContent": base64_text(f"{said}\n".encode() + body)}).encode(), quoted + planted + beside


def internal(rng: Random, run: Run) -> Logged:
    """The Internal contract, whose parties are not to be told apart: its own documentation has them swapped."""
    parties = [run.route.sender, run.route.receiver]
    if rng.random() < 0.5:
        parties.reverse()
    latin = rng.random() < 0.15
    body, planted = body_of(run, "iso-8859-1" if latin else "utf-8")
    event = {
        "interchangeId": run.interchange,
        "transactionType": run.route.document_type,
        "eventOrigin": f"{run.step}InteractionEngine",
        "eventFired": _seven_digits(rng, run.at),
        "senderId": parties[0],
        "receiverId": parties[1],
        "message": _said(rng, run),
        "status": "Success",
        "direction": run.step.lower(),
        "logLevel": rng.choice(("Standard", "Minimum", "Verbose")),
        "environment": "Production",
        "metadata": _metadata(rng, run),
    }
    plain, beside = settle(event, _place)
    content = {"secondaryContent": base64_text(body), "logContentEncoding": "iso-8859-1" if latin else "utf-8"}
    return compact(plain | content).encode(), planted + beside


def wrapper(rng: Random, run: Run) -> Logged:
    """The message wrapper of adapters without metadata; its body at times gzipped, at times behind a byte order mark."""
    body, planted = body_of(run)
    if rng.random() < 0.3:
        body = gzip.compress(body, mtime=0)
    elif rng.random() < 0.3:
        body = b"\xef\xbb\xbf" + body
    metadata, beside = settle({"metadata": _metadata(rng, run)}, _place)
    message = metadata | {"body": base64_text(body), "isTestRun": False, "interchangeId": run.interchange}
    return compact(message).encode(), planted + beside


def claim_check(rng: Random, run: Run) -> Logged:
    """The content lies in a blob behind a signed URL, which is a credential."""
    name = _file_name(rng, run)
    message = {
        "SasUri": f"https://store.blob.example.net/in/{run.interchange}.json?sv=2024-11-04&sig={base64_text(rng.randbytes(24))}",
        "FileName": name,
        "InterchangeId": run.interchange,
    }
    plain, plants = settle(message, _place)
    return compact(plain).encode(), plants


SHAPES: Final[tuple[tuple[Shape, int], ...]] = (  # and how often each comes
    (archeo, 52),
    (internal, 22),
    (archeo_list, 8),
    (wrapper, 7),
    (metadata_only, 5),
    (claim_check, 3),
    (failed, 3),
)


def _archeo_step(rng: Random, run: Run) -> tuple[dict[str, Any], tuple[Plant, ...]]:
    body, planted = body_of(run, "iso-8859-1" if rng.random() < _UNDECLARED else "utf-8")
    step = _head(rng, run) | {"metadata": _metadata(rng, run)}
    if rng.random() < 0.1:
        step = _pascal(step)
        plain, beside = settle(step, _place)
        return plain | {"BodyContent": base64_text(body)}, planted + beside
    plain, beside = settle(step, _place)
    return plain | {"bodyContent": base64_text(body)}, planted + beside


def _head(rng: Random, run: Run) -> dict[str, Any]:
    return {
        "transactionId": run.interchange,
        "transactionType": run.route.document_type,
        "messageType": run.step,
        "processed": _seven_digits(rng, run.at),
        "sender": run.route.sender,
        "receiver": run.route.receiver,
        "status": "Success",
        "description": _said(rng, run),
    }


def _metadata(rng: Random, run: Run, *, lookup: bool = True) -> dict[str, Any]:
    """The metadata object; its flow id at times under the misspelt key."""
    found: dict[str, Any] = {
        "configCorrelatioId" if rng.random() < 0.03 else "configCorrelationId": run.route.flow,
        "transactionType": run.route.document_type,
        "interchangeId": run.interchange,
        "started": _started(rng, run),
        "inboundFileName": _file_name(rng, run),
        "inboundEndpoint": f"Topic: {run.route.document_type.lower()} - Subscription: connxio",
        "inboundAdapter": "ServiceBus",
        "outboundEndpoint": _endpoint(rng, run),
        "outboundAdapter": "Sftp" if run.route.endpoint.startswith(("sftp", "ftp")) else "Rest",
        "manualResendCount": str(run.resend) if run.resend or rng.random() < 0.5 else None,
    }
    if lookup and run.route.personal and rng.random() < 0.15:
        found["dataCollection"] = _looked_up(rng, run.person)
    if run.route.personal and rng.random() < 0.1:
        own = {"notifyEmail": Personal(run.person.email, "EMAIL_ADDRESS"), "region": "north"}
        found["userDefinedProperties"] = own if rng.random() < 0.5 else Inside(own)
    return found


def _looked_up(rng: Random, p: Person) -> Inside:
    """Records that an enrichment step fetched: JSON in a string, at times with another string of JSON in it; some bring too much."""
    record = {"firstName": Personal(p.first, "PERSON"), "mobilePhone": Personal(p.phone, "PHONE_NUMBER")}
    if rng.random() < 0.2:
        record["nationalIdentityNumber"] = Personal(p.national_id, p.national_entity)
    return Inside({"person": Inside({"answer": Inside(record)}) if rng.random() < 0.3 else [record]})


def _said(rng: Random, run: Run) -> Mixed | str:
    if run.route.personal and rng.random() < 0.2:
        return text(f"{run.route.document_type} from ", Personal(run.person.email, "EMAIL_ADDRESS"), f" {run.step.lower()}")
    return f"{run.route.document_type} {run.step.lower()}"


def _file_name(rng: Random, run: Run) -> Mixed | str:
    kind = run.route.document_type.lower()
    if run.route.personal and rng.random() < 0.12:
        return text(f"{kind}_", Personal(run.person.email, "EMAIL_ADDRESS"), ".json")
    return f"{kind}_{run.interchange[:8]}.json"


def _endpoint(rng: Random, run: Run) -> Mixed | str:
    if run.route.personal and run.route.endpoint.startswith("http") and rng.random() < 0.1:
        return Mixed((f"{run.route.endpoint}?email=", Personal(run.person.email, "EMAIL_ADDRESS")), url=True)
    return run.route.endpoint


def _started(rng: Random, run: Run) -> str:
    """Four ways to write an instant, and the null date where the adapter knows none."""
    chance = rng.random()
    if chance < 0.05:
        return "0001-01-01T00:00:00"
    if chance < 0.15:
        day = moment(run.started)
        return f"{day.month}/{day.day}/{day.year} {day.strftime('%I').lstrip('0')}:{day.strftime('%M:%S %p')}"
    if chance < 0.5:
        return moment(run.started).strftime("%Y-%m-%dT%H:%M:%S")
    return moment(run.started).strftime("%Y-%m-%dT%H:%M:%SZ")


def _seven_digits(rng: Random, at: int) -> str:
    return f"{moment(at):%Y-%m-%dT%H:%M:%S}.{at % 1000:03}{rng.randrange(10_000):04}Z"


def _place(path: Path) -> Place:
    """What a field of the message or of its metadata is; the rest of the metadata is `metadata`."""
    for name in path:
        if isinstance(name, str) and (place := _PLACES.get(name.lower())):
            return place
    return "metadata"


def _pascal(value: Any) -> Any:
    """The other casing: the step's and its metadata's own keys, not those of documents inside."""
    if isinstance(value, dict):
        return {f"{k[:1].upper()}{k[1:]}": _pascal(v) if k == "metadata" else v for k, v in value.items()}
    return value
