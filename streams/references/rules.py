"""The references file: which hosts and folders may be opened, and how much that may cost. YAML; it holds no secret itself."""

import hashlib
import ipaddress
import os
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, field_validator, model_validator

from schemas.model import Model
from streams.configfile import ConfigFileError, HeaderName, read, told, wrong
from streams.policy.problems import Problem
from streams.policy.yaml import parse

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST: Final = re.compile(rf"(?:\*\.{_LABEL}\.)?(?:{_LABEL}\.)*{_LABEL}|[0-9a-f:]*:[0-9a-f:.]*")  # a suffix has two labels or more; or IPv6
_OURS: Final = ("host", "content-length", "transfer-encoding", "connection", "accept-encoding", "cookie", "range", "te", "upgrade")
_SECRET_BYTES: Final = 4096
_IN_HAND: Final = 512 * 1024**2  # bytes of contents; an inspector has four times that in all


class ReferencesError(ConfigFileError):
    """The references file cannot be used."""

    says = "the references file cannot be used"


class Secret(Model):
    """Where a secret is, never the secret: an environment variable or a file."""

    env: Annotated[str, Field(min_length=1)] | None = None
    file: Path | None = None  # relative to the references file; white space at its end is no part of the secret

    @model_validator(mode="before")
    @classmethod
    def _is_a_place(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            raise wrong("names where the secret is, {env: NAME} or {file: PATH}; no secret stands here")
        return data

    @model_validator(mode="after")
    def _says_one(self) -> Self:
        if (self.env is None) == (self.file is None):
            raise wrong("names either env or file")
        return self


class Host(Model):
    """A host that may be asked. Only what is written here is allowed: its scheme, its port, its addresses."""

    host: str  # in lower case: a name, `*.suffix` for all names below one, or an address
    scheme: Literal["https", "http"] = "https"
    port: Annotated[int, Field(ge=1, le=65535)] | None = None  # None: the scheme's own
    addresses: tuple[Network, ...] = ()  # that it may have although they are not public ones
    ca_file: Path | None = None  # PEM; in place of the system's authorities. Relative to the references file
    bearer: Secret | None = None  # sent as `Authorization: Bearer`
    headers: Mapping[HeaderName, Secret] = {}

    @field_validator("host")
    @classmethod
    def _is_a_host(cls, host: str) -> str:
        if not _HOST.fullmatch(host):
            raise wrong("wants a name in lower case, *.example.org for all names below one, or an address; no scheme, port or path")
        return host

    @model_validator(mode="after")
    def _fits(self) -> Self:
        credentials = self.bearer is not None or bool(self.headers)
        if credentials and self.host.startswith("*"):
            raise wrong("a secret goes to one host: name it in full, without *")
        if credentials and self.scheme == "http":
            raise wrong("a secret does not travel unencrypted: take scheme: http or the secret away")
        if self.ca_file is not None and self.scheme == "http":
            raise wrong("ca_file is for https")
        if taken := [name for name in self.headers if name.lower() in _OURS]:
            raise wrong(f"headers: {taken[0]} is not to be set")
        return self

    @property
    def at(self) -> int:
        """The port."""
        return self.port or (443 if self.scheme == "https" else 80)

    def covers(self, name: str) -> bool:
        """Whether a host's name, in lower case, is this one or below this suffix."""
        return name.endswith(self.host[1:]) and len(name) >= len(self.host) if self.host.startswith("*") else name == self.host


class Folder(Model):
    """A folder whose regular files may be read, wherever in it they lie."""

    root: Path

    @field_validator("root")
    @classmethod
    def _is_whole(cls, root: Path) -> Path:
        if not root.is_absolute() or ".." in root.parts or root == Path("/"):
            raise wrong("wants an absolute path below /, without ..")
        return root


class Limits(Model):
    """What one reference, one record and one batch may cost."""

    bytes: Annotated[int, Field(ge=1, le=64 * 1024**2)] = 8 * 1024**2  # of one content, as it is sent
    connect_s: Annotated[float, Field(gt=0, le=60)] = 3.0  # to find, reach and greet a host
    total_s: Annotated[float, Field(gt=0, le=60)] = 5.0  # of one reference, redirects included
    batch_s: Annotated[float, Field(gt=0, le=300)] = 10.0  # of all references of the records that an inspector is given at once
    redirects: Annotated[int, Field(ge=0, le=10)] = 2
    at_once: Annotated[int, Field(ge=1, le=32)] = 8
    per_record: Annotated[int, Field(ge=1, le=256)] = 16
    failures: Annotated[int, Field(ge=1, le=10)] = 5  # of a host's last ten answers, after which it is left alone …
    pause_s: Annotated[float, Field(gt=0, le=3600)] = 30.0  # … for so long

    @model_validator(mode="after")
    def _fits_an_inspector(self) -> Self:
        if self.bytes * (self.at_once + self.per_record) > _IN_HAND:
            raise wrong(f"bytes, times at_once and per_record together, is more than the {_IN_HAND // 1024**2} MiB that may be in hand")
        return self


class ReferencesFile(Model):
    """The whole file: what is in neither list is not opened."""

    hosts: Annotated[tuple[Host, ...], Field(max_length=500)] = ()
    files: Annotated[tuple[Folder, ...], Field(max_length=100)] = ()
    limits: Limits = Limits()

    @model_validator(mode="after")
    def _lists_something(self) -> Self:
        if not self.hosts and not self.files:
            raise wrong("lists neither hosts nor files: nothing could be opened")
        return self


@dataclass(frozen=True, slots=True, repr=False)
class Listed:
    """A host of the list with what its file only points to."""

    rule: Host
    tls: ssl.SSLContext | None = None  # None: with the system's authorities
    headers: Mapping[str, str] = field(default_factory=dict)  # secrets in them


@dataclass(frozen=True, slots=True, repr=False)
class Rules:
    """The list as it is in force. `digest`: of the file's bytes."""

    hosts: tuple[Listed, ...]
    roots: tuple[Path, ...]
    limits: Limits
    digest: str

    def host(self, scheme: str, name: str, port: int) -> Listed | None:
        """The entry that allows this host; a full name before a suffix, a longer suffix before a shorter one."""
        found = [h for h in self.hosts if (h.rule.scheme, h.rule.at) == (scheme, port) and h.rule.covers(name)]
        return max(found, key=lambda h: (not h.rule.host.startswith("*"), len(h.rule.host)), default=None)


def load(path: Path) -> Rules:
    """The rules of a file, with the secrets and authorities that it names. Raises ReferencesError with every problem and its line."""
    data = read(path, "--references", ReferencesError)
    file, document = told(data, path.name, ReferencesFile, ReferencesError, parse)
    vault = _Vault(path)
    hosts = tuple(vault.listed(h, document.line(("hosts", index))) for index, h in enumerate(file.hosts))
    if vault.problems:
        raise ReferencesError(vault.problems)
    return Rules(hosts, tuple(f.root for f in file.files), file.limits, hashlib.sha256(data).hexdigest())


@dataclass(slots=True)
class _Vault:
    """Fetches what entries point to, and keeps what is wrong."""

    path: Path
    problems: list[Problem] = field(default_factory=list)

    def listed(self, host: Host, line: int) -> Listed:
        headers = {name: self._secret(secret, line) for name, secret in host.headers.items()}
        if host.bearer is not None:
            headers["Authorization"] = f"Bearer {self._secret(host.bearer, line)}"
        return Listed(host, self._tls(host.ca_file, line) if host.ca_file is not None else None, headers)

    def _tls(self, file: Path, line: int) -> ssl.SSLContext | None:
        authorities = self._read(file, line)
        try:
            return ssl.create_default_context(cadata=authorities) if authorities else None
        except (ssl.SSLError, ValueError):
            self._wrong(line, f"the file {file} holds no certificates in PEM")
            return None

    def _secret(self, secret: Secret, line: int) -> str:
        if secret.env is not None:
            what, text = f"the environment variable {secret.env}", os.environ.get(secret.env, "")
        else:
            assert secret.file is not None  # one of the two
            what, text = f"the file {secret.file}", self._read(secret.file, line).rstrip()
        if not text or len(text) > _SECRET_BYTES or not (text.isascii() and text.isprintable()):
            self._wrong(line, f"{what} holds no secret: 1 to {_SECRET_BYTES} visible ASCII characters on one line")
        return text

    def _read(self, file: Path, line: int) -> str:
        try:
            return (self.path.parent / file).read_text("utf-8")
        except OSError as bad:
            self._wrong(line, f"the file {file} cannot be read ({bad.strerror})")
        except UnicodeDecodeError:
            self._wrong(line, f"the file {file} is no text")
        return ""

    def _wrong(self, line: int, says: str) -> None:
        self.problems.append(Problem(self.path.name, line, says))
