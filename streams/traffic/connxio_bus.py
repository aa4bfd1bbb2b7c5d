"""ConnXio's other messages: claim checks, Service Bus messages, status events of test runs, and requests to send a message again."""

from random import Random
from typing import Any

from streams.traffic.connxio_metadata import file_name, head, metadata, place_of, said, seven_digits
from streams.traffic.marks import Personal, compact, settle, text
from streams.traffic.run import Logged, Run, base64_text, body_of, interchange_id


def claim_check(rng: Random, run: Run) -> Logged:
    """The content lies in a blob behind a signed URL, which is a credential; at times that URL is the whole message."""
    if rng.random() < 0.3:
        return Logged(_signed(rng, run).encode(), (), (("InterchangeId", run.interchange.encode()),))
    message = {"SasUri": _signed(rng, run), "FileName": file_name(rng, run), "InterchangeId": run.interchange}
    plain, plants = settle(message, place_of)
    return Logged(compact(plain).encode(), plants)


def service_bus(rng: Random, run: Run) -> Logged:
    """A queue's message with what the queue knows of it ("keep properties"); a dead letter quotes the record in its description."""
    body = body_of(run, "utf-8")
    message: dict[str, Any] = {
        "MessageId": interchange_id(rng),
        "ContentType": body.media_type,
        "Subject": run.route.document_type,
        "DeliveryCount": rng.randint(1, 4),
        "SequenceNumber": rng.randrange(10**6),
        "EnqueuedTime": seven_digits(rng, run.at),
        "ApplicationProperties": {"InterchangeId": run.interchange, "tenant": "north"},
    }
    if run.route.talks and rng.random() < 0.2:
        message["DeadLetterErrorDescription"] = text("duplicate contact ", Personal(run.person.email, "EMAIL_ADDRESS"))
    plain, plants = settle(message, place_of)
    return Logged(compact(plain | {"BodyContent": base64_text(body.data)}).encode(), body.plants + plants)


def status_event(rng: Random, run: Run) -> Logged:
    """What became of a step of a test run: its error quotes what it failed on."""
    said_of_it = text("row refused: ", Personal(run.person.email, "EMAIL_ADDRESS")) if run.route.talks else "row refused"
    event = {
        "StatusEventResult": "Error",
        "StatusEventOriginType": "Transformation",
        "Message": said(rng, run),
        "Error": {"ErrorName": said_of_it, "ErrorCode": 4220, "HttpStatusCode": 422, "ExceptionName": "ConnXio.Engine.MapException"},
        "ConfigCorrelationId": run.route.flow,
        "SubIntegrationId": interchange_id(rng),
        "ActionId": interchange_id(rng),
        "EventTime": seven_digits(rng, run.at),
        "IsTestRun": True,
        "Metadata": metadata(rng, run, lookup=False),
    }
    plain, plants = settle(event, place_of)
    return Logged(compact(plain).encode(), plants)


def resend_request(rng: Random, run: Run) -> Logged:
    """A log step to be sent again by hand; its receiver's name under the platform's own misspelling."""
    step = head(rng, run)
    request = {
        "TransactionId": run.interchange,
        "ContentSasUri": _signed(rng, run),
        "ResendDateTime": seven_digits(rng, run.at),
        "LogStepMetaData": {
            "TransactionId": run.interchange,
            "Description": step["description"],
            "TransactionTypeName": run.route.document_type,
            "MessageTypeName": run.step,
            "SenderName": run.route.sender,
            "RecieverName": run.route.receiver,
            "StatusName": "Resendable",
            "FileName": file_name(rng, run),
            "Processed": seven_digits(rng, run.started),
            "Metadata": metadata(rng, run, lookup=False),
        },
    }
    plain, plants = settle(request, place_of)
    return Logged(compact(plain).encode(), plants)


def _signed(rng: Random, run: Run) -> str:
    return f"https://store.blob.example.net/in/{run.interchange}.json?sv=2024-11-04&sig={base64_text(rng.randbytes(24))}"
