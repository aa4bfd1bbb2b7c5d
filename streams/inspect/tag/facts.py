"""What a message itself says that the policy has to know: consent or not, the day of the purchase, a claim. Read, never guessed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo
from functools import lru_cache
from typing import Final, Literal, cast

from schemas.registry import Fact, Facts, FlowEntry
from streams.inspect.paths import ANY, parse
from streams.inspect.tag import events
from streams.inspect.tag.calendar import local_day
from streams.inspect.times import instant
from streams.inspect.words import NESTED, Line, Message, Path, Segment, Syntax

Reading = Literal["yes", "no", "unknown"]
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Told:
    """The answers of one message: questions, days of events, and whether a hold stands and on what part of the body."""

    answers: Mapping[str, Reading] = field(default_factory=dict)
    anchors: Mapping[str, date] = field(default_factory=dict)
    held: bool = False
    part: Path = ()  # of the body; () is all of it

    def answer(self, question: str) -> Reading:
        """`unknown` also for a question that the registry gives no place for."""
        return self.answers.get(question, "unknown")


def told(message: Message, entry: FlowEntry | None, zone: tzinfo) -> Told:
    """Read the facts of a registered flow where the registry says that they stand; for the rest, what the event itself is."""
    if entry is None:
        return Told()
    said, happened = events.answers(message.envelope), events.anchors(message.envelope, zone)
    if entry.facts == _NO_FACTS:
        return Told(said, happened)
    body = _Body(message)
    asked = entry.facts.asked()
    anchors: dict[str, date] = {name: day for name, path in entry.facts.anchors.items() if (day := body.day(path, zone)) is not None}
    hold = entry.facts.hold
    held = hold is not None and bool(body.texts(hold.path)) and body.day(hold.review, zone) is not None
    part = path_of(hold.part) if hold is not None and hold.part is not None else ()
    read: dict[str, Reading] = {name: body.reading(fact) for name, fact in asked.items()}
    return Told({**said, **read}, {**happened, **anchors}, held, part or ())


_NO_FACTS: Final = Facts()


class _Body:
    """The body's values by path, for as long as one message is tagged."""

    def __init__(self, message: Message) -> None:
        self.whole = message.scanned == "full"
        self.leaves = [(leaf.path, leaf.text) for leaf in message.leaves if leaf.place == "body"]

    def texts(self, path: str) -> set[str]:
        """The texts at a path or anywhere below it, without space around them; empty ones are nothing.

        An element's attributes count only where it has no text, or where the path names them.
        """
        wanted = path_of(path)
        if wanted is None:
            return set()
        there = [(at, text.strip()) for at, text in self.leaves if lies_in(at, wanted) and text.strip()]
        return {text for at, text in there if not _is_attribute(at)} or {text for _, text in there}

    def reading(self, fact: Fact) -> Reading:
        """Several different answers, or one that is neither: unknown. Absence can only be told of a body that was read whole."""
        texts = {text.casefold() for text in self.texts(fact.path)}
        yes, no = _meets(fact.yes, texts, self.whole), _meets(fact.no, texts, self.whole)
        if yes and no:
            return _by_value(fact)
        return "yes" if yes else "no" if no else "unknown"

    def day(self, path: str, zone: tzinfo) -> date | None:
        """The one day that stands at a path; None where there is none, or several different ones."""
        days = {_day(text, zone) for text in self.texts(path)}
        return days.pop() if len(days) == 1 else None


def _is_attribute(path: Path) -> bool:
    return Syntax.XML in path and isinstance(path[-1], str) and path[-1].startswith("@")


def _meets(answer: tuple[str, ...] | str, texts: set[str], whole: bool) -> bool:
    """Whether all that stands there is this answer."""
    if answer == "present":
        return bool(texts)
    if answer == "absent":
        return whole and not texts
    return bool(texts) and texts <= {word.strip().casefold() for word in answer}


def _by_value(fact: Fact) -> Reading:
    """Both answers hold, as with `yes: present, no: [false]`: the one that names the text is meant."""
    named_yes, named_no = not isinstance(fact.yes, str), not isinstance(fact.no, str)
    if named_yes is named_no:
        return "unknown"
    return "yes" if named_yes else "no"


def _day(text: str, zone: tzinfo) -> date | None:
    """A date stands for itself; a moment for its day in the pack's zone."""
    moment = instant(text)
    if moment is None:
        return None
    return date.fromisoformat(text) if _DAY.fullmatch(text) else local_day(moment, zone)


@lru_cache(maxsize=4_096)  # the registry's paths, read once and not once a message
def path_of(text: str) -> Path | None:
    """A registry's path as segments, `[*]` as any index; None for what is no path."""
    try:
        return parse(text, folded=True)
    except ValueError:
        return None


def lies_in(path: Path, part: Path) -> bool:
    """Whether a path is the part or lies below it. Compared by segments; `[*]` in the part is any index.

    In XML an index that the part leaves out is any, too, and an only sibling is the first. A table's rows are lines.
    """
    path, part = _by_line(path), _by_line(part)
    at, xml = 0, False
    for wanted in part:
        here = path[at] if at < len(path) else None
        if xml and isinstance(here, int) and not isinstance(wanted, int):
            at += 1
            here = path[at] if at < len(path) else None
        elif xml and wanted in (0, ANY) and not isinstance(here, int):
            continue
        if here is None or not _alike(here, wanted):
            return False
        xml = (xml or wanted is Syntax.XML) and wanted is not NESTED
        at += 1
    return True


def _by_line(path: Path) -> Path:
    return (Line(cast(int, path[1])), *path[2:]) if path[:1] == (Syntax.CSV,) and len(path) > 1 else path


def _alike(here: Segment, wanted: Segment) -> bool:
    if isinstance(wanted, int) and int(wanted) == ANY:
        return isinstance(here, int) and isinstance(here, Line) == isinstance(wanted, Line)
    return here == wanted
