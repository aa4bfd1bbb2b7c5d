"""Fetches a content over HTTPS: hop by hop, each host held against the list, each connection to the addresses that were checked."""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import aiohttp
import structlog
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from streams.inspect.unwrap.content import content_type
from streams.references.addresses import may_be_asked
from streams.references.breaker import Breaker
from streams.references.locate import REFUSED, NotOpened, Remote, locate
from streams.references.rules import Rules

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
UNAVAILABLE: Final = "reference.unavailable"
_DENIED: Final = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
_GONE: Final = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_AS_THEY_ARE: Final = ("", "identity", "gzip", "x-gzip")  # gzip is unpacked where the work is counted, not here
_HEADERS: Final = {"User-Agent": "spor", "Accept": "*/*", "Accept-Encoding": "identity"}
_PIECE: Final = 64 * 1024  # bytes
log: Final = structlog.get_logger("spor.references")


@dataclass(frozen=True, slots=True, repr=False)
class Fetched:
    """A content as it was sent."""

    data: bytes
    media_type: str | None = None
    charset: str | None = None


class _HostFailed(NotOpened):
    """The host is in trouble, not this one reference."""

    def __init__(self) -> None:
        super().__init__(UNAVAILABLE)


async def system(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, as this machine finds them. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


class Web:
    """Fetches within the limits of the rules, each host at its own risk."""

    def __init__(self, rules: Rules, breaker: Breaker, resolve: Resolve = system) -> None:
        self._rules, self._breaker, self._resolve = rules, breaker, resolve
        self._system: ssl.SSLContext | None = None

    async def fetch(self, first: Remote) -> Fetched:
        """The content. Secrets of the list go to the host that was named, and to none that it sends us on to. Raises NotOpened."""
        remote = first
        for _ in range(self._rules.limits.redirects + 1):
            answer = await self._watched(remote, secrets=remote.origin == first.origin)
            if isinstance(answer, Fetched):
                return answer
            remote = self._next(remote, answer)
        raise NotOpened(REFUSED)

    def _next(self, remote: Remote, location: str) -> Remote:
        """Where a redirect leads: a host of the list again, and never from https to http."""
        try:
            text = str(remote.url.join(URL(location, encoded=True)))
        except ValueError:
            raise NotOpened(REFUSED) from None
        found = locate(text, self._rules)
        if not isinstance(found, Remote) or (remote.url.scheme == "https" and found.url.scheme != "https"):
            raise NotOpened(REFUSED)
        return found

    async def _watched(self, remote: Remote, *, secrets: bool) -> Fetched | str:
        """One hop, and what it says of its host."""
        if not self._breaker.allows(remote.key):
            raise NotOpened(UNAVAILABLE)
        good = False
        try:
            answer = await self._hop(remote, secrets=secrets)
            good = True
        except _HostFailed:
            raise
        except NotOpened:
            good = True
            raise
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError):  # their texts name hosts and URLs
            raise NotOpened(UNAVAILABLE) from None
        finally:
            if self._breaker.answered(remote.key, good):
                log.warning("references.host-paused", listed=remote.listed.rule.host, seconds=self._rules.limits.pause_s)
        return answer

    async def _hop(self, remote: Remote, *, secrets: bool) -> Fetched | str:
        """Ask one host: its content, or where else it says that it is."""
        limits, host = self._rules.limits, remote.url.raw_host or ""
        async with asyncio.timeout(limits.connect_s):
            addresses = await self._resolve(host, remote.listed.rule.at)
        if not addresses or not all(may_be_asked(address, remote.listed.rule.addresses) for address in addresses):
            raise NotOpened(REFUSED)
        connector = aiohttp.TCPConnector(resolver=_Pinned(host, addresses), use_dns_cache=False, force_close=True, limit=1)
        session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            trust_env=False,  # no proxy and no netrc of the environment
            timeout=aiohttp.ClientTimeout(total=None, connect=limits.connect_s),
        )
        headers = {**_HEADERS, **(remote.listed.headers if secrets else {})}
        async with session, session.get(remote.url, headers=headers, allow_redirects=False, ssl=self._tls(remote)) as response:
            return await _answer(response, limits.bytes)

    def _tls(self, remote: Remote) -> ssl.SSLContext | bool:
        if remote.url.scheme != "https":
            return True
        if remote.listed.tls is None and self._system is None:
            self._system = ssl.create_default_context()
        return remote.listed.tls or self._system or True


async def _answer(response: aiohttp.ClientResponse, limit: int) -> Fetched | str:
    status = response.status
    if status in _REDIRECTS and "Location" in response.headers:
        return response.headers["Location"]
    if status != HTTPStatus.OK:
        if status in _DENIED or status in _GONE:
            raise NotOpened("reference.denied" if status in _DENIED else "reference.gone")
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS:
            raise _HostFailed
        raise NotOpened(UNAVAILABLE)
    if response.headers.get("Content-Encoding", "").strip().lower() not in _AS_THEY_ARE:
        raise NotOpened(UNAVAILABLE)
    if (response.content_length or 0) > limit:
        raise NotOpened("reference.too-large")
    data = bytearray()
    async for piece in response.content.iter_chunked(_PIECE):
        data += piece
        if len(data) > limit:
            raise NotOpened("reference.too-large")
    return Fetched(bytes(data), *content_type(response.headers.get("Content-Type")))


class _Pinned(AbstractResolver):
    """Gives the addresses that were checked, however the name may resolve by now."""

    def __init__(self, host: str, addresses: Iterable[str]) -> None:
        self._host, self._addresses = host, tuple(addresses)

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC) -> list[ResolveResult]:
        if host != self._host:
            raise OSError("another host than the one that was checked")
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in self._addresses
        ]

    async def close(self) -> None:
        """Nothing is held."""
