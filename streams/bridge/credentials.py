"""Who calls: API keys and signatures, compared in constant time, and the same work for a source that there is none of."""

import base64
import binascii
import contextlib
import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from starlette.datastructures import Headers

from streams.bridge.sources import Credential, Signature, Source, SourcesError
from streams.policy.problems import Problem

SHORTEST: Final = 16  # bytes of a key or secret; `openssl rand -base64 32` gives 44
_LONGEST: Final = 4096


@dataclass(frozen=True, slots=True, repr=False)
class _Signed:
    """How one source signs, with every secret that is valid."""

    how: Signature
    secrets: tuple[bytes, ...]

    def holds(self, given: str, body: bytes) -> bool:
        told = given.strip()
        if self.how.encoding == "hex":
            told = told[: len(self.how.prefix)] + told[len(self.how.prefix) :].lower()
        right = [hmac.compare_digest(told.encode("latin-1", "replace"), self._of(secret, body)) for secret in self.secrets]
        return any(right)

    def _of(self, secret: bytes, body: bytes) -> bytes:
        digest = hmac.digest(secret, body, self.how.algorithm)
        text = base64.b64encode(digest) if self.how.encoding == "base64" else digest.hex().encode()
        return self.how.prefix.encode() + text


@dataclass(frozen=True, slots=True, repr=False)
class _Keys:
    header: str
    digests: tuple[bytes, ...]

    def hold(self, given: Iterable[bytes]) -> bool:
        right = [hmac.compare_digest(hashlib.sha256(key).digest(), digest) for key in given for digest in self.digests]
        return any(right)


def _nobody() -> dict[str, _Signed]:
    return {}


@dataclass(frozen=True, slots=True, repr=False)
class Doorman:
    """Checks callers. A source that does not exist costs the same work as a wrong key or signature, and gives the same answer."""

    keys: Mapping[str, _Keys]
    signed: Mapping[str, _Signed]
    decoy: _Keys
    decoys: Mapping[str, _Signed] = field(default_factory=_nobody)  # by header name in lower case: the way of whoever uses that header

    @classmethod
    def of(cls, sources: Mapping[str, Source], path: Path) -> Self:
        """Reads every secret that the sources name, files relative to `path`. Raises SourcesError."""
        vault = _Vault(path)
        keys = {n: _Keys(s.key_header, vault.digests(n, s.keys)) for n, s in sources.items() if s.keys}
        signed = {n: _Signed(s.signature, vault.secrets(n, s.signature.secrets)) for n, s in sources.items() if s.signature}
        if vault.problems:
            raise SourcesError(vault.problems)
        most = max((len(k.digests) for k in keys.values()), default=1)
        decoy = _Keys("X-Api-Key", tuple(secrets.token_bytes(32) for _ in range(most)))
        return cls(keys, signed, decoy, {s.how.header.lower(): _Signed(s.how, (secrets.token_bytes(32),)) for s in signed.values()})

    def knows_key(self, source: str, headers: Headers) -> bool:
        """Whether the call bears a valid API key of this source."""
        keys = self.keys.get(source, self.decoy)
        return keys.hold(_given(headers, keys.header)) and source in self.keys

    def is_signed(self, headers: Headers) -> bool:
        """Whether the body is read before it is known who calls: the call bears a signature in a header that some source uses."""
        return any(name in headers for name in self.decoys)

    def knows_signature(self, source: str, headers: Headers, body: bytes) -> bool:
        """Whether the body is signed with a valid secret of this source."""
        if source in self.signed:
            check = self.signed[source]
            return check.holds(headers.get(check.how.header, ""), body)
        for name, check in self.decoys.items():
            if name in headers:
                check.holds(headers[name], body)
                break
        return False


def _given(headers: Headers, name: str) -> list[bytes]:
    """Every key that the call bears: in the source's header, as a bearer token, as the password of basic authentication."""
    found = [headers[name]] if name in headers else []
    scheme, _, rest = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        found.append(rest.strip())
    keys = [text.encode("latin-1", "replace") for text in found]
    if scheme.lower() == "basic":
        with contextlib.suppress(binascii.Error, ValueError):
            keys.append(base64.b64decode(rest.strip(), validate=True).partition(b":")[2])
    return keys or [b""]


@dataclass(slots=True)
class _Vault:
    """Fetches secrets from where the sources say they are, and keeps what is wrong."""

    path: Path
    problems: list[Problem] = field(default_factory=list)

    def digests(self, source: str, keys: Iterable[Credential]) -> tuple[bytes, ...]:
        found = []
        for index, key in enumerate(keys):
            if key.sha256 is not None:
                found.append(bytes.fromhex(key.sha256))
            else:
                found.append(hashlib.sha256(self._secret(f"sources.{source}.keys[{index}]", key)).digest())
        return tuple(found)

    def secrets(self, source: str, given: Iterable[Credential]) -> tuple[bytes, ...]:
        return tuple(self._secret(f"sources.{source}.signature.secrets[{i}]", one) for i, one in enumerate(given))

    def _secret(self, where: str, given: Credential) -> bytes:
        if given.env is not None:
            what = f"the environment variable {given.env}"
            text = os.environ.get(given.env)
            secret = None if text is None else os.fsencode(text)
            missing = "is not set"
        else:
            assert given.file is not None  # one of the three, and a digest is no secret
            what = f"the file {given.file}"
            secret, missing = _read(self.path.parent / given.file)
        if secret is None:
            says = missing
        elif not SHORTEST <= len(secret) <= _LONGEST:
            says = f"holds {len(secret)} bytes; a secret has {SHORTEST} to {_LONGEST}"
        else:
            return secret
        self.problems.append(Problem(self.path.name, 0, f"{where}: {what} {says}"))
        return b""


def _read(path: Path) -> tuple[bytes | None, str]:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST + 64).rstrip(), ""
    except OSError as bad:
        return None, f"cannot be read ({bad.strerror})"
