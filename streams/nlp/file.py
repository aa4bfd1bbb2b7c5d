"""The file of `--nlp`: which language models read running texts, in the form that Presidio's engines are configured in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from schemas.dpv import did_you_mean
from schemas.entities import ENTITY_CATEGORY
from schemas.model import Model
from streams.configfile import ConfigFileError, read, told, wrong
from streams.inspect.detect.models import Setup
from streams.nlp.installed import Finder, Kind
from streams.policy.problems import Problem
from streams.policy.yaml import parse

Words = Annotated[tuple[str, ...], BeforeValidator(lambda said: said or ()), Field(max_length=1_000)]
Name = Annotated[str, Field(min_length=1, max_length=500)]
_TAKEN: Final = ("PERSON",)  # a model's places are towns and countries, and no person's address
_CHARACTERS: Final = 20_000


class NlpError(ConfigFileError):
    """The file of language models cannot be used, or what it names is not installed."""

    says = "the file of language models cannot be used; nothing was scanned, nothing is downloaded"


class Both(Model):
    """Of the engine `transformers`: a spaCy pipeline that makes the words, and the network that reads them."""

    spacy: Name
    transformers: Name


class LanguageModel(Model):
    """One model and the language that it is for."""

    lang_code: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]  # as spaCy and Stanza name it; xx: of no one language
    model_name: Both | Name


class Ner(Model):
    """How the engine reads a model's answer: Presidio's `NerModelConfiguration`. What is left out is as Presidio has it."""

    labels_to_ignore: Words | None = None
    aggregation_strategy: Literal["simple", "first", "average", "max"] | None = None
    stride: Annotated[int, Field(ge=0, le=512)] | None = None
    alignment_mode: Literal["strict", "contract", "expand"] | None = None
    default_score: Annotated[float, Field(ge=0, le=1)] | None = None
    model_to_presidio_entity_mapping: Annotated[Mapping[str, str], Field(max_length=1_000)] | None = None
    low_score_entity_names: Words | None = None
    low_confidence_score_multiplier: Annotated[float, Field(ge=0, le=1)] | None = None


class Ours(Model):
    """What Presidio has no word for."""

    characters: Annotated[int, Field(ge=1, le=1_000_000)] = _CHARACTERS  # code points of running text of one message that are read
    entities: Annotated[tuple[str, ...], Field(min_length=1)] = _TAKEN  # that are taken from the models

    @model_validator(mode="after")
    def _are_personal(self) -> Self:
        known = [entity for entity, category in ENTITY_CATEGORY.items() if category]
        for entity in self.entities:
            if entity not in known:
                raise wrong(f'entities: "{entity}" is no personal entity{did_you_mean(entity, known)}')
        return self


class NlpFile(Model):
    """The whole file."""

    nlp_engine_name: Literal["spacy", "stanza", "transformers"]
    models: Annotated[tuple[LanguageModel, ...], Field(min_length=1, max_length=20)]
    ner_model_configuration: Ner | None = None
    spor: Ours = Ours()

    @model_validator(mode="after")
    def _fits(self) -> Self:
        codes = [model.lang_code for model in self.models]
        if len(set(codes)) < len(codes):
            raise wrong("models: one language stands twice")
        for model in self.models:
            if isinstance(model.model_name, Both) != (self.nlp_engine_name == "transformers"):
                raise wrong("model_name: {spacy: …, transformers: …} for the engine transformers, a name for the others")
        return self


def load(path: Path) -> Setup:
    """What the file asks for, found on this machine. Raises NlpError with every problem and its line."""
    file, document = told(read(path, "--nlp", NlpError), path.name, NlpFile, NlpError, parse)
    finder = Finder(file.nlp_engine_name, path.parent)
    problems = [Problem(path.name, document.line(("nlp_engine_name",)), says) for says in finder.lacking()]
    models: list[dict[str, Any]] = []
    for index, model in enumerate(file.models if not problems else ()):
        said = model.model_name
        wanted: dict[Kind, str] = (
            {"spacy": said.spacy, "transformers": said.transformers} if isinstance(said, Both) else {finder.engine: said}
        )
        where: dict[Kind, str] = {}
        for kind, name in wanted.items():
            found = finder.find(kind, model.lang_code, name)
            if found is None:
                problems.append(Problem(path.name, document.line(("models", index, "model_name")), finder.how(kind, name)))
            else:
                where[kind] = found
        models.append({"lang_code": model.lang_code, "model_name": where if isinstance(said, Both) else where.get(finder.engine)})
    if problems:
        raise NlpError(problems)
    ner = file.ner_model_configuration.model_dump(mode="json", exclude_none=True) if file.ner_model_configuration else {}
    return Setup(
        {"nlp_engine_name": file.nlp_engine_name, "models": models, **({"ner_model_configuration": ner} if ner else {})},
        finder.names,
        frozenset(file.spor.entities),
        file.spor.characters,
        finder.version(file.model_dump(mode="json", include={"ner_model_configuration", "spor"})),
    )
