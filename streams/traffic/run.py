"""One message on its way through a platform: what every log record of it has in common."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from random import Random
from typing import Any, Final, TypeAlias

from streams.traffic.documents import Build, Day
from streams.traffic.formats.elements import Xml
from streams.traffic.identifiers import seeded
from streams.traffic.marks import Format, Plant, in_body, written
from streams.traffic.persons import Person, person
from streams.traffic.routes import Route

JSON: Final = "application/json"
_SUFFIXES: Final = {
    JSON: "json",
    "application/xml": "xml",
    "text/csv": "csv",
    "application/edifact": "edi",
    "text/html": "html",
    "application/x-ndjson": "ndjson",
    "text/plain": "txt",
    "application/x-www-form-urlencoded": "form",
}


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


@dataclass(frozen=True, slots=True)
class Logged:
    """A record's value as a platform writes it, with headers of that platform's own."""

    value: bytes
    plants: tuple[Plant, ...]
    headers: tuple[tuple[str, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A document as bytes. `charset` is what they are in, whatever they say themselves."""

    data: bytes
    plants: tuple[Plant, ...]
    media_type: str
    charset: str

    @property
    def text(self) -> str:
        return self.data.decode(self.charset)

    @property
    def glued(self) -> bool:
        """Whether it can still be told where it begins when another text stands in front of it."""
        return self.media_type in (JSON, "application/xml")


Shape: TypeAlias = Callable[[Random, Run], Logged]


def interchange_id(rng: Random) -> str:
    text = f"{rng.getrandbits(128):032x}"
    return f"{text[:8]}-{text[8:12]}-4{text[13:16]}-8{text[17:20]}-{text[20:]}"


def document(run: Run) -> Any:
    """What the run carries: the same on each of its steps."""
    return run.route.build(seeded(run.interchange), run.person, Day.of(moment(run.started)))


def moment(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC)


def body_of(run: Run, charset: str | None = None) -> Body:
    """The run's document as bytes: in its format's own charset, or in that one; in UTF-8 where it does not hold every letter."""
    made = document(run)
    media_type = made.media_type if isinstance(made, Format) else JSON
    own = made.charset if isinstance(made, Format) else "utf-8"
    wanted = own if charset is None or (isinstance(made, Xml) and charset != "utf-8") else charset
    words, plants = written(made, in_body)
    try:
        return Body(words.encode(wanted), plants, media_type, wanted)
    except UnicodeEncodeError:
        return Body(words.encode(), plants, media_type, "utf-8")


def file_suffix(run: Run) -> str:
    """What the name of the run's file ends in."""
    return _SUFFIXES[_media_type(run.route.build)]


@lru_cache(maxsize=256)
def _media_type(build: Build) -> str:
    """What this kind of document is, whoever it is about."""
    made = build(seeded("sample"), person("sample", 1, "nb"), Day.of(moment(0)))
    return made.media_type if isinstance(made, Format) else JSON


def base64_text(data: bytes) -> str:
    return base64.b64encode(data).decode()
