"""How to reach one Kafka cluster: bootstrap servers and client properties, in the words of each client library."""

import difflib
import logging
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Self

from schemas.model import SporError
from streams.settings import Settings

if TYPE_CHECKING:
    from faust.auth import SASLCredentials, SSLCredentials

PROTOCOLS: Final = ("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL")
MECHANISMS: Final = ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")
EMBEDDED: Final = "spor.embedded"  # ours: the broker is librdkafka's mock cluster
KNOWN: Final = frozenset(
    {
        "client.id",
        "security.protocol",
        "sasl.mechanism",
        "sasl.username",
        "sasl.password",
        "sasl.jaas.config",
        "ssl.ca.location",
        "ssl.certificate.location",
        "ssl.key.location",
        "ssl.key.password",
        "ssl.truststore.location",
        "ssl.truststore.type",
        "ssl.keystore.location",
        "ssl.keystore.type",
        "ssl.endpoint.identification.algorithm",
        "session.timeout.ms",
        "heartbeat.interval.ms",
        EMBEDDED,
    }
)
_JAAS: Final = re.compile(r'(username|password)\s*=\s*"((?:\\.|[^"\\])*)"')
_SESSION_MS: Final = 10_000  # a killed worker's partitions are taken over after this
_EMBEDDED_SESSION_MS: Final = 6_000  # on the mock cluster a change of members waits this long less a second
_RETRY_BACKOFF_MS: Final = 500  # aiokafka's own 100 ms write a log line each during an outage


class ClusterError(SporError):
    """The client properties cannot be used; the message names the property and never its value."""


@dataclass(frozen=True)
class Cluster:
    """Bootstrap servers and Java-style client properties. Raises ClusterError for a property that no client here has."""

    bootstrap_servers: str
    properties: Mapping[str, str] = field(default_factory=dict, repr=False)  # holds passwords

    def __post_init__(self) -> None:
        for name in self.properties:
            if name not in KNOWN:
                close = difflib.get_close_matches(name, KNOWN, 1)
                hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(sorted(KNOWN))}"
                raise ClusterError(f"client property {name!r} is not supported; {hint}")
        _one_of("security.protocol", self.protocol, PROTOCOLS)
        if self.sasl:
            _one_of("sasl.mechanism", self.properties.get("sasl.mechanism", ""), MECHANISMS)
            if not all(self._login()):
                raise ClusterError(f"security.protocol {self.protocol} needs sasl.username and sasl.password (or sasl.jaas.config)")
        for store in ("truststore", "keystore"):
            kind = self.properties.get(f"ssl.{store}.type", "JKS")
            if f"ssl.{store}.location" in self.properties and kind.upper() != "PEM":
                raise ClusterError(f"ssl.{store}.location: only PEM is read; convert it and set ssl.{store}.type=PEM")

    @classmethod
    def of(cls, settings: Settings) -> Self:
        return cls(settings.bootstrap_servers, dict(settings.kafka))

    @property
    def protocol(self) -> str:
        return self.properties.get("security.protocol", "PLAINTEXT").upper()

    @property
    def sasl(self) -> bool:
        return self.protocol.startswith("SASL")

    @property
    def embedded(self) -> bool:
        """librdkafka's mock cluster: no topic ids, no topic settings, no checksums on markers, no real transactions."""
        return self.properties.get(EMBEDDED, "false").lower() == "true"

    @property
    def session_ms(self) -> int:
        return self._number("session.timeout.ms", _EMBEDDED_SESSION_MS if self.embedded else _SESSION_MS)

    @property
    def heartbeat_ms(self) -> int:
        return self._number("heartbeat.interval.ms", self.session_ms // 6)

    def aiokafka(self) -> dict[str, Any]:
        """What both AIOKafkaConsumer and AIOKafkaProducer take: servers and security."""
        common: dict[str, Any] = {
            "bootstrap_servers": self.bootstrap_servers,
            "security_protocol": self.protocol,
            "retry_backoff_ms": _RETRY_BACKOFF_MS,
            "client_id": self.properties.get("client.id", "spor"),
        }
        if context := self.ssl_context():
            common["ssl_context"] = context
        if self.sasl:
            common["sasl_mechanism"] = self.properties["sasl.mechanism"]
            common["sasl_plain_username"], common["sasl_plain_password"] = self._login()
        return common

    def reader(self) -> dict[str, Any]:
        """What an AIOKafkaConsumer of ours takes: committed records only, positions and commits by hand, nothing skipped silently."""
        return {
            **self.aiokafka(),
            "isolation_level": "read_committed",
            "enable_auto_commit": False,
            "auto_offset_reset": "none",
            "check_crcs": not self.embedded,
            "session_timeout_ms": self.session_ms,
            "heartbeat_interval_ms": self.heartbeat_ms,
        }

    def confluent(self) -> dict[str, Any]:
        """What confluent-kafka's clients take. Its own log goes to the logger `librdkafka`, not to stderr."""
        config: dict[str, Any] = {
            "bootstrap.servers": self.bootstrap_servers,
            "security.protocol": self.protocol.lower(),
            "client.id": self.properties.get("client.id", "spor"),
            "logger": logging.getLogger("librdkafka"),
            "reconnect.backoff.ms": _RETRY_BACKOFF_MS,
        }
        if self.sasl:
            config["sasl.mechanism"] = self.properties["sasl.mechanism"]
            config["sasl.username"], config["sasl.password"] = self._login()
        if self.protocol.endswith("SSL"):
            ca, certificate, key = self._pem()
            named = {"ssl.ca.location": ca, "ssl.certificate.location": certificate, "ssl.key.location": key}
            config |= {name: value for name, value in named.items() if value}
            if password := self.properties.get("ssl.key.password"):
                config["ssl.key.password"] = password
            config["ssl.endpoint.identification.algorithm"] = "https" if self._checks_host_name() else "none"
        return config

    def faust(self) -> dict[str, Any]:
        """What `faust.App` takes: `broker`, `broker_credentials` and the session's times."""
        return {
            "broker": [f"kafka://{server.strip()}" for server in self.bootstrap_servers.split(",")],
            "broker_credentials": self._faust_credentials(),
            "broker_session_timeout": self.session_ms / 1000,
            "broker_heartbeat_interval": self.heartbeat_ms / 1000,
            "broker_check_crcs": not self.embedded,
        }

    def ssl_context(self) -> ssl.SSLContext | None:
        """None where the protocol has no TLS. Raises ClusterError where a file cannot be used."""
        if not self.protocol.endswith("SSL"):
            return None
        ca, certificate, key = self._pem()
        try:
            context = ssl.create_default_context(cafile=ca)
            if certificate:
                context.load_cert_chain(certificate, key, self.properties.get("ssl.key.password"))
        except (OSError, ssl.SSLError) as wrong:
            raise ClusterError(f"the TLS files cannot be used ({wrong}); check ssl.ca.location and ssl.certificate.location") from None
        context.check_hostname = self._checks_host_name()
        return context

    def _faust_credentials(self) -> "SASLCredentials | SSLCredentials | None":
        from faust.auth import SASLCredentials, SSLCredentials  # noqa: PLC0415  # half a second that only the worker has to wait

        if self.sasl:
            username, password = self._login()
            mechanism = self.properties["sasl.mechanism"]
            return SASLCredentials(username=username, password=password, ssl_context=self.ssl_context(), mechanism=mechanism)
        return SSLCredentials(self.ssl_context()) if self.protocol == "SSL" else None

    def _login(self) -> tuple[str | None, str | None]:
        jaas = {name: re.sub(r"\\(.)", r"\1", value) for name, value in _JAAS.findall(self.properties.get("sasl.jaas.config", ""))}
        return (
            self.properties.get("sasl.username", jaas.get("username")),
            self.properties.get("sasl.password", jaas.get("password")),
        )

    def _pem(self) -> tuple[str | None, str | None, str | None]:
        """CA file, certificate file, key file. A PEM key store holds key and certificate in one."""
        given = self.properties.get
        store = given("ssl.keystore.location")
        return (
            given("ssl.ca.location") or given("ssl.truststore.location"),
            given("ssl.certificate.location") or store,
            given("ssl.key.location") or store,
        )

    def _checks_host_name(self) -> bool:
        return self.properties.get("ssl.endpoint.identification.algorithm", "https").lower() == "https"

    def _number(self, name: str, default: int) -> int:
        try:
            return int(self.properties.get(name, default))
        except ValueError:
            raise ClusterError(f"client property {name} is not a whole number of milliseconds") from None


def _one_of(name: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ClusterError(f"client property {name} is not one of {', '.join(allowed)}")
