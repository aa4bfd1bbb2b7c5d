"""A language model's part: persons (or what else it is asked for) in running text, by whatever engine Presidio configures."""

import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from schemas.model import SporError
from streams.inspect.detect.bounded import Bounded
from streams.inspect.detect.candidate import Candidate
from streams.inspect.detect.presidio import language_engine

RECOGNIZER: Final = "LanguageModel"
HIGHEST: Final = 0.9  # a model guesses: what a check digit says weighs more
FEWEST_LETTERS: Final = 2
REMEMBERED: Final = 2_048  # texts
LONGEST: Final = 4_096  # code points of a text that is remembered
SURROGATE: Final = re.compile(r"[\ud800-\udfff]")  # half a character: no tokenizer takes it
WORD: Final = re.compile(r"[^\W\d_]+")
MOST_WORDS: Final = 200  # of a text, by which its language is told


class ModelUnavailable(SporError):
    """A language model that was asked for cannot be used; nothing is downloaded in its place."""


@dataclass(frozen=True, slots=True)
class Setup:
    """Which engine with which models, as far as somebody has found them on this machine."""

    configuration: Mapping[str, Any]  # as Presidio reads it; every model an installed package or a folder
    names: Mapping[str, str]  # language -> the model's own name, for evidence; the first is asked where nothing tells the language
    entities: frozenset[str]  # of schemas.entities that are taken from it
    characters: int  # code points of one message that it reads
    version: str  # engine, libraries, models and a digest of all that decides


class Models:
    """`read(text)`: what the models say of one text. Loading one takes seconds; nothing is fetched."""

    def __init__(self, setup: Setup) -> None:
        """Raises ModelUnavailable."""
        self.characters = setup.characters
        self.version = setup.version
        self._setup = setup
        self._known = Bounded[str, tuple[Candidate, ...]](REMEMBERED)
        try:
            self._engine = language_engine(setup.configuration)
        except MemoryError:
            raise
        except Exception as wrong:  # whatever a pipeline's own code raises
            reason = str(wrong).strip().partition("\n")[0][:200] or type(wrong).__name__
            raise ModelUnavailable(f"the language model cannot be loaded: {reason}; nothing was scanned, nothing is downloaded") from None

    def read(self, text: str) -> tuple[Candidate, ...] | None:
        """Candidates by position; None where the model failed at the text. The same text gives the same answer."""
        if len(text) > LONGEST:
            return self._read(text)
        known = self._known.get(text)
        if known is None and (known := self._read(text)) is not None:
            self._known.put(text, known)
        return known

    def _read(self, text: str) -> tuple[Candidate, ...] | None:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # theirs quote the text
                return tuple(self._found(SURROGATE.sub("\ufffd", text)))
        except MemoryError:
            raise
        except Exception:  # a pipeline's own code; what it raises may quote the text
            return None

    def _found(self, text: str) -> Iterator[Candidate]:
        language = self._language(text)
        evidence = (f"model:{self._setup.names[language]}",)
        with self._engine.nlp[language].memory_zone():  # else every word that is new stays for ever
            said = self._engine.process_text(text, language)
            spans = [(e.start_char, e.end_char, e.label_, float(s)) for e, s in zip(said.entities, said.scores, strict=True)]
        for start, end, entity, score in sorted(spans):
            if entity in self._setup.entities and (at := _trimmed(text, start, end, entity)):
                yield Candidate(*at, entity, RECOGNIZER, round(min(HIGHEST, max(0.0, score)), 2), evidence, True)

    def _language(self, text: str) -> str:
        """The language whose small words the text has most of; the first, where that leaves it open."""
        languages = list(self._setup.names)
        if len(languages) == 1:
            return languages[0]
        said = {word.lower() for word in WORD.findall(text)[:MOST_WORDS]}
        return max(languages, key=lambda each: len(said & self._engine.nlp[each].Defaults.stop_words))  # of equals the first


def _trimmed(text: str, start: int, end: int, entity: str) -> tuple[int, int] | None:
    """The span without the white space and signs at its ends; None where it cannot be what the model says."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "."):
        end -= 1
    said = text[start:end]
    if sum(map(str.isalpha, said)) < FEWEST_LETTERS or (entity == "PERSON" and ("@" in said or any(map(str.isdigit, said)))):
        return None
    return start, end
