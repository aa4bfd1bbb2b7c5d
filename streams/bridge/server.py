"""The web server under the bridge: uvicorn without a log of its own, on a socket that is bound before anything else starts."""

import contextlib
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import uvicorn

from schemas.model import SporError

KEEP_ALIVE_S: Final = 30  # an idle connection is kept open: webhooks come in runs
BACKLOG: Final = 512


class AddressError(SporError):
    """The bridge cannot listen where, or as, it was told to."""


@dataclass(frozen=True, slots=True)
class Tls:
    """Certificate chain and private key, PEM."""

    certificate: Path
    key: Path


class _Server(uvicorn.Server):
    """Signals belong to whoever started us."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def server(app: object, drain_s: float, tls: Tls | None) -> uvicorn.Server:
    """Without an access log (ours has no queries) and without trust in forwarding headers. Raises AddressError for broken TLS files."""
    config = uvicorn.Config(
        app,  # type: ignore[arg-type]  # uvicorn wants its own ASGI types, of the same shape
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=max(1, round(drain_s)),
        ssl_certfile=tls.certificate if tls else None,
        ssl_keyfile=tls.key if tls else None,
    )
    try:
        config.load()
    except (OSError, ssl.SSLError) as wrong:
        raise AddressError(f"the TLS files cannot be used ({wrong.strerror or wrong}); check --tls-cert and --tls-key") from None
    return _Server(config)


@contextlib.contextmanager
def listen(host: str, port: int) -> Iterator[socket.socket]:
    """A listening socket. Raises AddressError."""
    try:
        family = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as wrong:
        raise AddressError(f"cannot listen on {host} port {port} ({wrong.strerror or wrong}); give another --port or --host") from None
    with listening:
        yield listening
