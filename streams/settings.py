"""What the machinery is told, read once at the door (`cli`) into frozen objects and handed down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from schemas.words import Adapter


@dataclass(frozen=True, slots=True)
class Tap:
    """One `--tap TOPIC[=ADAPTER]`; `*` in the topic is a pattern."""

    topic: str
    adapter: Adapter = "auto"


@dataclass(frozen=True, slots=True)
class Settings:
    """Flags, `SPOR_…` variables and `spor.toml`, in that order of precedence."""

    bootstrap_servers: str = "127.0.0.1:9092"
    kafka: Mapping[str, str] = field(default_factory=dict, repr=False)  # Java-style client properties of `--kafka-config`
    prefix: str = "spor"
    policies: Path | None = None
    policies_poll_s: float = 5.0  # between two looks at the policies of a running worker; 0: only on SIGHUP
    last_good: Path | None = None  # where the policies in force are kept, for a start at which the folder's do not hold good
    metrics: tuple[str, int] | None = None  # host and port
    log_level: str = "info"
    taps: tuple[Tap, ...] = ()
    group: str = "spor"
    start: str = "earliest"  # first position of a partition without a committed one: earliest, latest or an RFC 3339 time
    processes: int = 2  # inspector children
    tagged: bool = False
    window_s: int = 60  # of message time
    lineage_namespace: str = "spor"
    lateness_s: int = 30  # of record time
    idle_s: int = 30  # of wall clock
    references: Path | None = None  # what may be opened; None: nothing
    schemas: Path | None = None  # folder of the schemas that records name
    schema_registry: str | None = None  # addresses, comma-separated
    schema_registry_config: Mapping[str, str] = field(default_factory=dict, repr=False)  # its client properties
    nlp: Path | None = None  # the file of language models; None: none reads
    record_timeout_s: float = 30.0  # an inspector child that sits longer at one record is killed
    drain_s: float = 20.0  # how long SIGTERM may take
    delivery_deadline_s: float = 120.0  # past it a worker that cannot deliver ends, uncommitted

    def topic(self, name: str) -> str:
        """The full name of one of our topics: `flows` -> `spor.flows`."""
        return f"{self.prefix}.{name}"
