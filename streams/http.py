"""The web server under the page and the bridge: uvicorn without a log of its own, on a socket that is bound before anything else starts."""

import contextlib
import socket
from collections.abc import Iterator
from typing import Any

import uvicorn

from schemas.model import SporError


class AddressError(SporError):
    """A server cannot listen where, or as, it was told to."""


class Server(uvicorn.Server):
    """Signals belong to whoever started us: other parts stop with us."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def config(app: object, **more: Any) -> uvicorn.Config:
    """No access log (a query may hold a secret), no banner, no trust in forwarding headers. `more`: what one server needs besides."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # uvicorn wants its own ASGI types, of the same shape
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        **more,
    )


@contextlib.contextmanager
def listen(host: str, port: int, backlog: int | None = None) -> Iterator[socket.socket]:
    """A listening socket. Raises AddressError."""
    try:
        family = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=backlog)
    except OSError as wrong:
        raise AddressError(f"cannot listen on {host} port {port} ({wrong.strerror or wrong}); give another --port or --host") from None
    with listening:
        yield listening
