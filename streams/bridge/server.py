"""The web server under the bridge: kept-open connections, a bound on draining, and TLS where it is asked for."""

import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import uvicorn

from streams.http import AddressError, Server, config

KEEP_ALIVE_S: Final = 30  # an idle connection is kept open: webhooks come in runs
BACKLOG: Final = 512


@dataclass(frozen=True, slots=True)
class Tls:
    """Certificate chain and private key, PEM."""

    certificate: Path
    key: Path


def server(app: object, drain_s: float, tls: Tls | None) -> uvicorn.Server:
    """Without an access log (ours has no queries) and without trust in forwarding headers. Raises AddressError for broken TLS files."""
    told = config(
        app,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=max(1, round(drain_s)),
        ssl_certfile=tls.certificate if tls else None,
        ssl_keyfile=tls.key if tls else None,
    )
    try:
        told.load()
    except (OSError, ssl.SSLError) as wrong:
        raise AddressError(f"the TLS files cannot be used ({wrong.strerror or wrong}); check --tls-cert and --tls-key") from None
    return Server(told)
