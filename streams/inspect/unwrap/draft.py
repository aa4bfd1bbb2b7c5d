"""An envelope in the making: what each wrapper adds on the way in, outermost first."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Final, Self

from schemas.flow import Part, SchemaRef
from schemas.words import Place, Platform
from streams.inspect.jsontree import Node, walk
from streams.inspect.unwrap.content import Content
from streams.inspect.unwrap.fields import Fields
from streams.inspect.unwrap.places import place_of
from streams.inspect.words import NESTED, Body, Budget, Envelope, Leaf, Opened, Path, Syntax, Word

_LEAVES: Final = Budget().leaves
_LONGEST_URL: Final = 2048  # characters of an endpoint that is kept


@dataclass(slots=True)
class Draft:
    """Words that are set stay set: the outer wrapper's win. `spare` ones (a CloudEvent's) give way to any platform's own."""

    recorded: int  # the record's timestamp, ms UTC
    platform: Platform = "generic"
    steps: tuple[str, ...] = ()
    words: dict[str, Word] = field(default_factory=dict)
    spare: list[tuple[str, Word, Place]] = field(default_factory=list)
    first: tuple[Leaf, ...] = ()  # key and headers: they stand in part 0 alone
    beside: list[Leaf] = field(default_factory=list)
    endpoints: list[str] = field(default_factory=list)
    reasons: set[str] = field(default_factory=set)
    schemas: tuple[SchemaRef, ...] = ()  # that key and body were decoded with
    started: int | None = None
    happened: int | None = None
    resend: int | None = None
    unordered_parties: bool = False
    test: bool = False
    body: Body = field(default_factory=lambda: Body(None))
    opened: tuple[Opened, ...] = ()  # what the record's references led to
    reference: str | None = None

    def copy(self) -> Self:
        """One for each message of a record that holds several."""
        copied = object.__new__(type(self))  # field by field: `dataclasses.replace` takes six times as long
        for name in _FIELDS:
            value = getattr(self, name)
            setattr(copied, name, value.copy() if type(value) in (dict, list, set) else value)
        return copied

    def enter(self, step: str | None, platform: Platform) -> None:
        """One wrapper further in; the outermost platform is the message's."""
        if step is not None:
            self.steps = (*self.steps, step)
        if self.platform == "generic":
            self.platform = platform

    def claim(self, word: str, fields: Fields, *names: str) -> None:
        """An envelope word from the first of these names, unless an outer wrapper has said it."""
        if word not in self.words:
            found = fields.word(*names)
            if found is not None:
                self.words[word] = found

    def scan(self, rest: Iterable[tuple[Path, Node]], default: Place = "metadata") -> None:
        """What is left of a wrapper, as leaves with their places; the URLs among them are endpoints."""
        for root, tree in rest:
            for path, text, kind in walk(tree, root):
                if len(self.beside) >= _LEAVES:
                    self.reasons.add("budget.leaves")
                    return
                place = place_of(_names(path), default)
                self.beside.append(Leaf(place, path, text, kind))
                if place == "url":
                    self.went_over(text)

    def went_over(self, url: str) -> None:
        """An endpoint of the message. Query, fragment and user are cut: in a signed URL they are credentials."""
        scheme, mark, where = url.strip().partition("://")
        if not mark or not scheme.isalnum() or len(url) > _LONGEST_URL * 4:
            return
        host, slash, path = where.partition("?")[0].partition("#")[0].partition("/")
        self.endpoints.append(f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"[:_LONGEST_URL])

    def absent(self) -> None:
        """The content is elsewhere, or its logging is switched off."""
        self.reasons.add("content.absent")
        self.body = Body(None, absent=True)

    def elsewhere(self, reference: tuple[Path, Node] | None) -> Content | None:
        """The content behind a reference, if it was opened; else it is absent, and known where it lies."""
        url = reference[1] if reference is not None else None
        if reference is None or not isinstance(url, str) or not url.strip():
            self.absent()
            return None
        self.reference = self.reference or str(url)
        found = next((each for each in self.opened if each.url == url), None)
        if found is not None:
            self.reasons.add(found.reason)
        if found is None or found.data is None:
            self.absent()
            return None
        return Content(found.data, found.media_type, found.charset, path=(*reference[0], NESTED), fetched=True)

    def envelope(self, part: Part) -> Envelope:
        """The draft as it stands, as one message of the record."""
        words, unused = dict(self.words), []
        for name, word, place in self.spare:
            if words.setdefault(name, word) is not word and (place != "header" or part.index == 0):
                unused.append(Leaf(place, word.path, word.text))
        return Envelope(
            part=part,
            platform=self.platform,
            steps=self.steps,
            body=self.body,
            message_time=next((t for t in (self.started, self.happened) if t is not None), self.recorded),
            beside=(*self.beside, *unused, *(self.first if part.index == 0 else ())),
            resend=self.resend,
            unordered_parties=self.unordered_parties,
            test=self.test,
            endpoints=tuple(dict.fromkeys(self.endpoints)),
            reference=self.reference,
            reasons=tuple(sorted(self.reasons)),
            schemas=self.schemas,
            **words,
        )


_FIELDS: Final = tuple(each.name for each in fields(Draft))


def _names(path: Path) -> Path:
    """Without the name of a root element: what a whole document is called says nothing of a value in it."""
    if Syntax.XML not in path:
        return path
    at = path.index(Syntax.XML)
    return path[:at] + path[at + 2 :]
