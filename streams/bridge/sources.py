"""The sources file: who may call, how a caller proves it, and how much it may send. TOML or YAML; it holds no secret itself."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, field_validator, model_validator

from schemas.model import Model
from streams.configfile import ConfigFileError, HeaderName, read, told, wrong
from streams.policy.problems import Problem
from streams.policy.yaml import Document, Lines, parse

Kind = Literal["connxio", "connectmyapps", "superoffice", "generic"]
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")]  # also the end of a topic's name
BODY_BYTES: Final = 4 * 1024 * 1024  # a log record with a payload of 3 MB in base64
LARGEST_BODY_BYTES: Final = 64 * 1024 * 1024
DELIVERY_HEADERS: Final = ("X-Delivery-Id", "Idempotency-Key")
_HEADERS_OF: Final[Mapping[str, tuple[str, ...]]] = {"superoffice": ("X-SuperOffice-EventId",)}


class SourcesError(ConfigFileError):
    """The sources file cannot be used."""

    says = "the sources cannot be used"


class Credential(Model):
    """Where a secret is, never the secret: an environment variable, a file, or (of an API key) its SHA-256 in hex."""

    env: Annotated[str, Field(min_length=1)] | None = None
    file: Path | None = None  # relative to the sources file; white space at its end is no part of the secret
    sha256: Annotated[str, Field(pattern=r"^[0-9a-fA-F]{64}$")] | None = None

    @model_validator(mode="before")
    @classmethod
    def _is_a_reference(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            raise wrong("names where the secret is: {env = NAME} or {file = PATH}, or for a key {sha256 = HEX}; no secret stands here")
        return data

    @model_validator(mode="after")
    def _says_one(self) -> Self:
        if sum(given is not None for given in (self.env, self.file, self.sha256)) != 1:
            raise wrong("names exactly one of env, file and sha256")
        return self


class Signature(Model):
    """An HMAC over the bytes of the body as they were sent, in a header. The defaults are SuperOffice's."""

    secrets: Annotated[tuple[Credential, ...], Field(min_length=1)]
    header: HeaderName = "X-SuperOffice-Signature"
    algorithm: Literal["sha256", "sha512"] = "sha256"
    encoding: Literal["base64", "hex"] = "base64"
    prefix: Annotated[str, Field(max_length=40)] = ""  # what stands before it in the header, "sha256="

    @field_validator("secrets")
    @classmethod
    def _not_digests(cls, secrets: tuple[Credential, ...]) -> tuple[Credential, ...]:
        if any(secret.sha256 is not None for secret in secrets):
            raise wrong("need the secret itself, by env or file: no signature can be computed from a digest")
        return secrets


class Source(Model):
    """One caller: `POST /v1/<name>` goes to the topic `<prefix>.inbox.<name>`."""

    kind: Kind = "generic"
    keys: tuple[Credential, ...] = ()  # all valid at once
    key_header: HeaderName = "X-Api-Key"  # beside `Authorization: Bearer` and the password of `Authorization: Basic`
    signature: Signature | None = None
    delivery_id: tuple[HeaderName, ...] = DELIVERY_HEADERS  # headers that name a delivery; the first that is there counts
    body_limit: Annotated[int, Field(ge=1, le=LARGEST_BODY_BYTES)] = BODY_BYTES  # bytes, after unpacking too
    rate: Annotated[float, Field(gt=0, le=1e6)] = 1000.0  # calls a second, in the long run
    burst: Annotated[int, Field(ge=1, le=1_000_000)] = 2000  # calls at once
    split: bool = True  # a list of objects becomes a record for each
    repeat_window_s: Annotated[int, Field(ge=0, le=86_400)] = 600  # how long an acknowledged delivery is remembered; 0: not at all

    @model_validator(mode="after")
    def _has_one_way_in(self) -> Self:
        if bool(self.keys) == (self.signature is not None):
            raise wrong("needs either keys or a signature" + (", not both" if self.keys else ": nobody could call it"))
        return self

    @property
    def delivery_headers(self) -> tuple[str, ...]:
        return (*_HEADERS_OF.get(self.kind, ()), *self.delivery_id)


class SourcesFile(Model):
    """`sources` by name."""

    sources: Annotated[dict[Name, Source], Field(min_length=1, max_length=200)]


def load(path: Path) -> Mapping[str, Source]:
    """The sources of a file ending in .toml, .yaml or .yml. Raises SourcesError with every problem, of YAML with its line."""
    data = read(path, "--sources", SourcesError)
    file, _ = told(data, path.name, SourcesFile, SourcesError, _toml if path.suffix == ".toml" else parse)
    return file.sources


def _toml(data: bytes, name: str) -> Document:
    try:
        return Document(tomllib.loads(data.decode("utf-8-sig")), lines=Lines(0))  # its reader keeps no lines
    except UnicodeDecodeError:
        says = "not UTF-8; save the file as UTF-8"
    except tomllib.TOMLDecodeError as bad:
        says = f"not readable as TOML: {bad}"
    return Document(problems=[Problem(name, 0, says)])
