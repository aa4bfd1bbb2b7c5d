"""How a schema registry is reached: its addresses, and the properties that Confluent's own clients know for credentials and TLS."""

import base64
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, Self
from urllib.parse import urlsplit

from schemas.model import SporError

_PREFIX: Final = "schema.registry."
_KNOWN: Final = frozenset(
    {
        *("basic.auth.user.info", "basic.auth.credentials.source", "bearer.auth.token", "bearer.auth.credentials.source"),
        *("bearer.auth.logical.cluster", "bearer.auth.identity.pool.id"),
        *("ssl.ca.location", "ssl.certificate.location", "ssl.key.location", "ssl.key.password"),
    }
)
_SENT: Final = MappingProxyType(
    {"bearer.auth.logical.cluster": "target-sr-cluster", "bearer.auth.identity.pool.id": "Confluent-Identity-Pool-Id"}
)


class AccessError(SporError):
    """The registry's address or properties cannot be used; names are said, and never a value."""


@dataclass(frozen=True, slots=True)
class Access:
    """`addresses` are tried in order. Made by `of`; shows no credentials."""

    addresses: tuple[str, ...]
    properties: Mapping[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, addresses: str, properties: Mapping[str, str]) -> Self:
        """From the flag's text, comma-separated, and the properties file's content. Raises AccessError."""
        given = tuple(address.strip().rstrip("/") for address in addresses.split(",") if address.strip())
        if not given:
            raise AccessError("--schema-registry: no address; give one such as https://registry.example:8081")
        for address in given:
            parts = urlsplit(address)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise AccessError("--schema-registry: not an address; give one such as https://registry.example:8081")
            if parts.username or parts.password or parts.query or parts.fragment:
                raise AccessError(
                    "--schema-registry: an address without user, query or fragment; put credentials into --schema-registry-config"
                )
        plain = {name.removeprefix(_PREFIX): value for name, value in properties.items()}
        if unknown := sorted(plain.keys() - _KNOWN):
            raise AccessError(f"--schema-registry-config: {unknown[0]!r} is not known; known are {', '.join(sorted(_KNOWN))}")
        if "basic.auth.user.info" in plain and "bearer.auth.token" in plain:
            raise AccessError("--schema-registry-config: give basic.auth.user.info or bearer.auth.token, not both")
        return cls(given, plain)

    @property
    def name(self) -> str:
        """What tells this registry from another: its first address."""
        return self.addresses[0]

    @property
    def secure(self) -> bool:
        return any(address.startswith("https://") for address in self.addresses)

    @property
    def headers(self) -> dict[str, str]:
        """What each request carries: credentials among them."""
        found = {header: self.properties[name] for name, header in _SENT.items() if name in self.properties}
        if (token := self.properties.get("bearer.auth.token")) is not None:
            found["Authorization"] = f"Bearer {token}"
        if (user := self.properties.get("basic.auth.user.info")) is not None:
            found["Authorization"] = f"Basic {base64.b64encode(user.encode()).decode()}"  # `user:password`, as RFC 7617 joins them
        return found

    def tls(self) -> ssl.SSLContext:
        """The registry's certificate is always checked: against the given authority, else the system's. Raises AccessError."""
        told = self.properties
        try:
            context = ssl.create_default_context(cafile=told.get("ssl.ca.location"))
            if certificate := told.get("ssl.certificate.location"):
                context.load_cert_chain(certificate, told.get("ssl.key.location"), told.get("ssl.key.password", ""))
        except (OSError, ssl.SSLError):
            files = ", ".join(sorted(name for name in told if name.endswith(".location") and not Path(told[name]).is_file()))
            raise AccessError(f"--schema-registry-config: TLS files cannot be read ({files or 'not in PEM'})") from None
        return context
