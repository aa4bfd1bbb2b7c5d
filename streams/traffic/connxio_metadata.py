"""What ConnXio says of a message beside its content: the log step's own fields and the metadata object that travels with every message."""

from random import Random
from typing import Any, Final

from schemas.words import Place
from streams.inspect.words import Path
from streams.traffic.crm import person_record
from streams.traffic.marks import Inside, Mixed, Personal, text
from streams.traffic.persons import Person
from streams.traffic.run import Run, file_suffix, moment

_STATUSES: Final = ("Success", "Warning", "Terminated", "Received", "Processed")  # the last two are a customer's own
_MISSPELT: Final = 0.03  # the platform's own misspelling of a key
_PLACES: Final[dict[str, Place]] = {  # by the lower-case name of a field of the message or of its metadata
    "inboundfilename": "filename",
    "outboundfilename": "filename",
    "filename": "filename",
    "inboundendpoint": "url",
    "outboundendpoint": "url",
    "sasuri": "url",
    "errormessage": "error",
    "error": "error",
    "deadlettererrordescription": "error",
    "description": "status",
    "message": "status",
    "datacollection": "lookup",
    "userdefinedproperties": "property",
}


def head(rng: Random, run: Run) -> dict[str, Any]:
    return {
        "transactionId": run.interchange,
        "transactionType": run.route.document_type,
        "messageType": run.step,
        "processed": seven_digits(rng, run.at),
        "sender": run.route.sender,
        "receiver": run.route.receiver,
        "status": rng.choices(_STATUSES, (92, 3, 2, 2, 1))[0],
        "description": said(rng, run),
    }


def metadata(rng: Random, run: Run, *, lookup: bool = True) -> dict[str, Any]:
    """The metadata object; its flow id at times under the misspelt key."""
    found: dict[str, Any] = {
        "configCorrelatioId" if rng.random() < _MISSPELT else "configCorrelationId": run.route.flow,
        "transactionType": run.route.document_type,
        "interchangeId": run.interchange,
        "started": _started(rng, run),
        "inboundFileName": file_name(rng, run),
        **_inbound(run),
        "outboundEndpoint": _endpoint(rng, run),
        "outboundAdapter": "Sftp" if run.route.endpoint.startswith(("sftp", "ftp")) else "Rest",
        "outboundBlobName": f"{run.interchange}_{run.interchange[:8]}.{file_suffix(run)}",
        "manualResendCount": str(run.resend) if run.resend or rng.random() < 0.5 else None,
    }
    if lookup and run.route.personal and rng.random() < 0.15:
        found["dataCollection"] = _looked_up(rng, run.person)
    if run.route.personal and rng.random() < 0.1:
        own = {"notifyEmail": Personal(run.person.email, "EMAIL_ADDRESS"), "region": "north"}
        found["userDefinedProperties"] = own if rng.random() < 0.5 else Inside(own)
    return found


def _inbound(run: Run) -> dict[str, str]:
    """How the message came in, by what it is: files by SFTP, mails by IMAP, forms by the interface, the rest over a queue."""
    kind, sender = run.route.document_type.lower(), run.route.sender.lower().replace(" ", "-")
    ways = dict.fromkeys(("csv", "edi", "ndjson", "txt"), ("Sftp", f"sftp://sftp.{sender}.example/out"))
    ways |= {"html": ("Email", f"imap.{sender}.example"), "form": ("Api", f"POST /v3/messages/{run.route.flow}")}
    adapter, endpoint = ways.get(file_suffix(run), ("ServiceBus", f"Topic: {kind} - Subscription: connxio"))
    return {"inboundEndpoint": endpoint, "inboundAdapter": adapter}


def _looked_up(rng: Random, p: Person) -> Inside:
    """Records that an enrichment step fetched: JSON in a string, at times with another string of JSON in it; some bring too much."""
    if rng.random() < 0.15:
        return Inside([person_record(rng, p)])
    record = {"firstName": Personal(p.first, "PERSON"), "mobilePhone": Personal(p.phone, "PHONE_NUMBER")}
    if rng.random() < 0.2:
        record["nationalIdentityNumber"] = Personal(p.national_id, p.national_entity)
    return Inside({"person": Inside({"answer": Inside(record)}) if rng.random() < 0.3 else [record]})


def said(rng: Random, run: Run) -> Mixed | str:
    if run.route.personal and rng.random() < 0.2:
        return text(f"{run.route.document_type} from ", Personal(run.person.email, "EMAIL_ADDRESS"), f" {run.step.lower()}")
    return f"{run.route.document_type} {run.step.lower()}"


def file_name(rng: Random, run: Run) -> Mixed | str:
    kind = run.route.document_type.lower()
    if run.route.personal and rng.random() < 0.12:
        return text(f"{kind}_", Personal(run.person.email, "EMAIL_ADDRESS"), f".{file_suffix(run)}")
    return f"{kind}_{run.interchange[:8]}.{file_suffix(run)}"


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


def seven_digits(rng: Random, at: int) -> str:
    return f"{moment(at):%Y-%m-%dT%H:%M:%S}.{at % 1000:03}{rng.randrange(10_000):04}Z"


def place_of(path: Path) -> Place:
    """What a field of the message or of its metadata is; the rest of the metadata is `metadata`."""
    for name in path:
        if isinstance(name, str) and (place := _PLACES.get(name.lower())):
            return place
    return "metadata"
