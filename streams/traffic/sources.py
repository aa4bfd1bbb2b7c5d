"""Source systems that send their own documents: SuperOffice's webhooks, Conneqtech's gateway, Connectis's broker."""

from dataclasses import replace
from random import Random
from typing import Any, Final

from streams.traffic.identifiers import seeded
from streams.traffic.marks import Marker, Several, compact, in_body
from streams.traffic.run import JSON, Logged, Run, Shape, body_of, document


def bare(_rng: Random, run: Run) -> Logged:
    """The document as it is, or a list of which each element is a message; its media type in a header."""
    made = document(run)
    if isinstance(made, Several):
        return _listed(made)
    body = body_of(run)
    return Logged(body.data, body.plants, (("content-type", f"{body.media_type}; charset={body.charset}".encode()),))


def webhook(_rng: Random, run: Run) -> Logged:
    """A SuperOffice event with the headers of its delivery; a delivery that failed comes again with the same id, up to three times."""
    made = document(run)
    logged = bare(_rng, run)
    if "Event" not in made:
        return logged
    named = tuple(replace(p, place="envelope") for p in logged.plants if p.path == "$.WebhookName")  # a word of the envelope, too
    told = {
        "X-SuperOffice-Event": made["Event"],
        "X-SuperOffice-EventId": made["EventId"],
        "X-SuperOffice-Signature": f"{seeded(run.interchange, 'signature').getrandbits(256):064x}",
        "X-SuperOffice-Retry": str(run.resend),
    }
    return Logged(logged.value, logged.plants + named, (*logged.headers, *((name, value.encode()) for name, value in told.items())))


def cloud_event(_rng: Random, run: Run) -> Logged:
    """The same as a CloudEvent in binary mode, as a gateway writes it that speaks the standard."""
    logged = bare(_rng, run)
    told = {
        "ce_specversion": "1.0",
        "ce_id": run.interchange,
        "ce_source": "/gateways/eu-1",
        "ce_type": f"bike.{run.route.document_type}",
    }
    return Logged(logged.value, logged.plants, (*logged.headers, *((name, value.encode()) for name, value in told.items())))


def _listed(made: Several) -> Logged:
    plain: list[Any] = []
    plants = []
    for part, each in enumerate(made.documents):
        marker = Marker(in_body, part=part)
        plain.append(marker.plain(each, ()))
        plants += marker.plants
    return Logged(compact(plain).encode(), tuple(plants), (("content-type", JSON.encode()),))


SUPEROFFICE: Final[tuple[tuple[Shape, int], ...]] = ((webhook, 1),)
CONNEQTECH: Final[tuple[tuple[Shape, int], ...]] = ((bare, 9), (cloud_event, 1))
CONNECTIS: Final[tuple[tuple[Shape, int], ...]] = ((bare, 1),)
