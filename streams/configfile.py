"""What the bridge's and the opener's files have in common: how one is read, how it says what is wrong, and what a header's name is."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final, TypeVar

from pydantic import BaseModel, Field, ValidationError
from pydantic_core import PydanticCustomError

from schemas.model import SporError
from streams.policy.explain import problems
from streams.policy.problems import Problem
from streams.policy.yaml import Document

HeaderName = Annotated[str, Field(pattern=r"^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$")]  # a token of RFC 9110
_MOST_BYTES: Final = 1024 * 1024
_SHOWN: Final = 10

M = TypeVar("M", bound=BaseModel)
Parser = Callable[[bytes, str], Document]


class ConfigFileError(SporError):
    """A file that cannot be used. `problems` holds all that was found; no secret stands in them."""

    says = "the file cannot be used"

    def __init__(self, found: list[Problem]) -> None:
        self.problems = tuple(found)
        rest = f"\n  - and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        super().__init__(f"{self.says}:\n" + "\n".join(f"  - {p}" for p in found[:_SHOWN]) + rest)


def wrong(message: str) -> PydanticCustomError:
    """An error of such a file in its own words."""
    return PydanticCustomError("policy", message)


def read(path: Path, option: str, error: type[ConfigFileError]) -> bytes:
    """The file's bytes, 1 MiB of them at most. `option`: the flag that named it."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as bad:
        raise error([Problem(path.name, 0, f"cannot be read ({bad.strerror}); check {option}")]) from None
    if len(data) > _MOST_BYTES:
        raise error([Problem(path.name, 0, f"larger than 1 MiB; this is no file for {option}")])
    return data


def told(data: bytes, name: str, model: type[M], error: type[ConfigFileError], parse: Parser) -> tuple[M, Document]:
    """What the file says, and the document for its lines."""
    document = parse(data, name)
    if document.problems:
        raise error(document.problems)
    try:
        return model.model_validate(document.data if document.data is not None else {}), document
    except ValidationError as bad:
        raise error(problems(bad, model, document, name, ())) from None
