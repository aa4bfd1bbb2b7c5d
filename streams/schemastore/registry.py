"""Ask a schema registry over its REST interface, as Confluent documents it and Apicurio, Karapace and Redpanda speak it too.

What it says does not exist, does not exist; what it does not say, because it is away, busy or broken, is asked again by whoever
calls. No redirect is followed, no answer longer than a schema may be is read, and credentials are shown nowhere.
"""

import asyncio
from collections.abc import Iterable
from typing import Any, Final, Self
from urllib.parse import quote

import aiohttp
import orjson
import structlog
from yarl import URL

from schemas.model import SporError
from streams.inspect.words import Schema
from streams.schemastore import made
from streams.schemastore.access import Access
from streams.schemastore.made import Unanswered

TIMEOUT_S: Final = 10.0  # of one request
_MEDIA: Final = "application/vnd.schemaregistry.v1+json, application/vnd.schemaregistry+json, application/json"
_ABSENT: Final = frozenset({40401, 40402, 40403})  # subject, version, schema not found
_INVALID: Final = 422
_MOST_SUBJECTS: Final = 100
log: Final = structlog.get_logger("spor.schemas")


class RegistryRefused(SporError):
    """The registry does not let us read, or what answers there is none: asking again does not help."""


class _Absent(Exception):
    """The registry says that it has no such thing, or not in a form that can be used."""


class Registry:
    """`async with Registry(access) as registry: await registry.fetch("7")`."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._session: aiohttp.ClientSession

    async def __aenter__(self) -> Self:
        access = self._access
        timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
        headers = {"Accept": _MEDIA, **access.headers}
        connector = aiohttp.TCPConnector(ssl=access.tls()) if access.secure else None
        self._session = aiohttp.ClientSession(
            timeout=timeout, headers=headers, connector=connector, trust_env=False, cookie_jar=aiohttp.DummyCookieJar()
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def fetch(self, name: str) -> Schema | None:
        """The schema of a number or GUID with all that it refers to; None where there is none. Raises Unanswered and RegistryRefused."""
        by = "ids" if name.isdecimal() else "guids"
        try:
            answer = await self._get("schemas", by, name)
            kind, references = made.type_of(answer.get("schemaType")), dict[str, str]()
            if kind is None:
                raise _Absent
            await self._follow(answer, references, 0)
            return made.schema(name, kind, answer["schema"], references.items(), await self._subjects(by, name, answer))
        except _Absent:
            log.warning("schema.absent", schema=name)
            return None

    async def _follow(self, answer: dict[str, Any], found: dict[str, str], depth: int) -> None:
        """What an answer refers to, what is needed first standing first."""
        for reference in answer.get("references") or ():
            name, subject, version = _reference(reference)
            if name in found:
                continue
            if depth >= made.DEEPEST_REFERENCES or len(found) >= made.MOST_REFERENCES:
                raise _Absent
            inner = await self._get("subjects", subject, "versions", version)
            await self._follow(inner, found, depth + 1)
            found[name] = inner["schema"]
            if sum(map(len, found.values())) > made.LARGEST_WHOLE:
                raise _Absent

    async def _subjects(self, by: str, name: str, answer: dict[str, Any]) -> Iterable[str]:
        """Under which names the registry has it; not every registry can tell."""
        told = answer.get("subject")
        if isinstance(told, str) or by != "ids":
            return [told] if isinstance(told, str) else []
        try:
            versions = await self._asked("schemas", "ids", name, "versions")
        except (_Absent, RegistryRefused):
            return []
        names = [v.get("subject") for v in versions if isinstance(v, dict)] if isinstance(versions, list) else []
        return sorted({each for each in names if isinstance(each, str)})[:_MOST_SUBJECTS]

    async def _get(self, *path: str) -> dict[str, Any]:
        answer = await self._asked(*path)
        if not isinstance(answer, dict) or not isinstance(answer.get("schema"), str):
            raise Unanswered("an answer that is no schema")
        return answer

    async def _asked(self, *path: str) -> Any:
        """From the first of its addresses that answers."""
        trouble = Unanswered("no address")
        for address in self._access.addresses:
            try:
                return await self._request(address, path)
            except Unanswered as wrong:
                trouble = wrong
        raise trouble

    async def _request(self, address: str, path: tuple[str, ...]) -> Any:
        try:
            async with self._session.get(_url(address, path), allow_redirects=False) as response:
                data = await response.content.read(made.LARGEST + 1)
                while len(data) <= made.LARGEST and (more := await response.content.read(made.LARGEST + 1 - len(data))):
                    data += more
                return _told(response.status, response.headers.get("Retry-After", ""), data, path)
        except (aiohttp.ClientError, OSError, asyncio.TimeoutError) as wrong:  # noqa: UP041  # aiohttp's own is a subclass of it
            raise Unanswered(type(wrong).__name__) from None


def _told(status: int, wait: str, data: bytes, path: tuple[str, ...]) -> Any:
    """The answer, or what the status says instead."""
    if status == 200:
        if len(data) > made.LARGEST:
            raise _Absent
        try:
            return orjson.loads(data)
        except orjson.JSONDecodeError:
            raise Unanswered("an answer that is no JSON") from None
    if status in (408, 425, 429) or status >= 500:
        raise Unanswered(f"status {status}", float(wait) if wait.isdecimal() else 0.0)
    if status in (401, 403):
        raise RegistryRefused(f"the schema registry does not let us read (status {status}); check --schema-registry-config")
    if status == _INVALID or (status == 404 and (_code(data) in _ABSENT or path[1] == "guids")):
        raise _Absent
    raise RegistryRefused(f"what answers at --schema-registry is no schema registry (status {status}); check the address and its path")


def _code(data: bytes) -> Any:
    try:
        answer = orjson.loads(data)
    except orjson.JSONDecodeError:
        return None
    return answer.get("error_code") if isinstance(answer, dict) else None


def _reference(given: Any) -> tuple[str, str, str]:
    try:
        return str(given["name"]), str(given["subject"]), str(int(given["version"]))
    except (TypeError, KeyError, ValueError):
        raise _Absent from None


def _url(address: str, path: tuple[str, ...]) -> URL:
    """Every part of the path as one part, whatever it holds: a subject may have slashes and colons."""
    return URL("/".join((address, *(quote(part, safe="") for part in path))), encoded=True)
