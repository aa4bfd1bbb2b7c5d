"""One message on its way through a platform: what every log record of it has in common."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import TypeAlias

from streams.traffic.documents import Document
from streams.traffic.identifiers import seeded
from streams.traffic.marks import Plant, compact, in_body, settle
from streams.traffic.persons import Person
from streams.traffic.routes import Route


@dataclass(frozen=True, slots=True)
class Run:
    """One message on its way: its route, the person in it, and when it started."""

    route: Route
    person: Person
    interchange: str
    started: int  # ms UTC
    step: str  # Inbound | Outbound
    at: int  # ms UTC, when this step was logged
    resend: int = 0


Logged: TypeAlias = tuple[bytes, tuple[Plant, ...]]
Shape: TypeAlias = Callable[[Random, Run], Logged]


def interchange_id(rng: Random) -> str:
    text = f"{rng.getrandbits(128):032x}"
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-8{text[17:20]}-{text[20:]}"


def document(run: Run) -> Document:
    """What the run carries: the same on each of its steps."""
    return run.route.build(seeded(run.interchange), run.person, f"{moment(run.started):%Y-%m-%d}")


def moment(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC)


def body_of(run: Run, encoding: str = "utf-8") -> Logged:
    plain, plants = settle(document(run), in_body)
    return compact(plain).encode(encoding), plants


def base64_text(data: bytes) -> str:
    return base64.b64encode(data).decode()
