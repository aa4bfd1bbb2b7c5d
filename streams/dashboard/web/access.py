"""The guard before every page: the right host name, reading methods only, and a token that is never repeated anywhere."""

import hashlib
import hmac
import ipaddress
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from schemas.model import SporError
from streams.dashboard.web.templates import page

TOKEN_CHARS: Final = 16  # of a token that an operator sets: at least
COOKIE_S: Final = 30 * 86_400
OPEN_PATHS: Final = ("/static/", "/healthz")  # nothing of the data
PROGRAM_PATHS: Final = ("/api/", "/events")  # answered with a status, not with a form
LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
CSP: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class TokenError(SporError):
    """The token that was set cannot be used."""


@dataclass(frozen=True)
class Access:
    """Who may look: a bearer of the token, by a host name that is ours (a name that is not would be DNS rebinding)."""

    token: str = field(repr=False)
    host: str = "127.0.0.1"
    allowed: frozenset[str] = frozenset()
    cookie: str = "spor_dashboard"

    def __post_init__(self) -> None:
        if len(self.token) < TOKEN_CHARS or not self.token.isascii() or not self.token.isprintable() or " " in self.token:
            raise TokenError(
                f"the dashboard's token needs at least {TOKEN_CHARS} printable ASCII characters without spaces; set a longer one"
            )

    @property
    def session(self) -> str:
        """What the cookie holds: derived from the token, so that a stolen cookie jar does not give the token away."""
        return hmac.new(self.token.encode(), b"spor-dashboard-session/1", hashlib.sha256).hexdigest()

    def knows_host(self, header: str | None) -> bool:
        name = host_name(header or "")
        if name in LOOPBACK or name in self.allowed or name == self.host.lower():
            return True
        return is_wildcard(self.host) and _is_address(name)  # bound to every address: an address cannot be rebound, a name can

    def is_token(self, text: str) -> bool:
        return secrets.compare_digest(text.encode("utf-8", "replace"), self.token.encode())

    def admits(self, connection: HTTPConnection) -> bool:
        scheme, _, bearer = connection.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.is_token(bearer.strip()):
            return True
        held = connection.cookies.get(self.cookie, "")
        return secrets.compare_digest(held.encode("utf-8", "replace"), self.session.encode())


class Guard:
    """ASGI middleware: every answer carries the headers; only what may pass reaches the application."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app, self._access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return  # no web sockets here: the server closes what nobody accepts
        request = Request(scope, receive)
        refused = self._refusal(request)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-cache" if scope["path"].startswith("/static/") else "no-store")
            await send(message)

        await (refused or self._app)(scope, receive, guarded)

    def _refusal(self, request: Request) -> Response | None:
        """The answer instead of the page; None where the request may pass."""
        if not self._access.knows_host(request.headers.get("host")):
            return PlainTextResponse("This host name is not the dashboard's. Start it with --allow-host to add one.", 421)
        if request.method not in ("GET", "HEAD"):
            return PlainTextResponse("The dashboard is read only.", 405, headers={"allow": "GET, HEAD"})
        path = request.url.path
        programs = path.startswith(PROGRAM_PATHS)
        if path.startswith(OPEN_PATHS):
            return None
        if "token" in request.query_params and not programs:
            return self._entry(request)
        return None if self._access.admits(request) else _token_needed(programs)

    def _entry(self, request: Request) -> Response:
        """A right token becomes a cookie, and the address is cleaned of it."""
        if not self._access.is_token(request.query_params["token"]):
            return page("login.html", status=401, wrong=True)
        rest = urlencode([(k, v) for k, v in parse_qsl(request.url.query, keep_blank_values=True) if k != "token"])
        path = "/" + request.url.path.lstrip("/\\")  # `//host` would lead elsewhere
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        answer.set_cookie(self._access.cookie, self._access.session, max_age=COOKIE_S, httponly=True, samesite="strict", path="/")
        return answer


def _token_needed(programs: bool) -> Response:
    if programs:
        return JSONResponse({"error": "a token is needed: Authorization: Bearer …"}, 401, headers={"www-authenticate": "Bearer"})
    return page("login.html", status=401, wrong=False)


def host_name(header: str) -> str:
    """The name of a Host header without its port, in lower case, brackets off."""
    text = header.strip().lower()
    if text.startswith("["):
        return text[1:].partition("]")[0]
    name, colon, port = text.rpartition(":")
    return name.rstrip(".") if colon and port.isdigit() else text.rstrip(".")


def is_wildcard(host: str) -> bool:
    return host in ("", "*") or (_is_address(host) and ipaddress.ip_address(host).is_unspecified)


def is_loopback(host: str) -> bool:
    return host.lower() in LOOPBACK or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def allowed_hosts(names: Iterable[str]) -> frozenset[str]:
    return frozenset(host_name(name) for name in names)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
