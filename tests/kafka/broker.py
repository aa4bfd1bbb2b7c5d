"""A real Apache Kafka of one node: started from Maven's jars with Java 17, by Docker, or one that is given."""

import contextlib
import hashlib
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

POM = Path(__file__).with_name("kafka.pom.xml")
VERSION = re.search(r"kafka_2\.13</artifactId>\s*<version>([^<]+)", POM.read_text("utf-8")).group(1)  # type: ignore[union-attr]  # the POM says it
CACHE = Path(__file__).parents[2] / "target" / "kafka"
STARTUP_S = 60  # 3.5 s on a quiet machine
HEAP = ("-Xms512m", "-Xmx1g")  # less than 1 GB meets KAFKA-19890


class NoKafka(Exception):
    """No broker can be had on this machine; the message says what was tried."""


@dataclass
class Broker:
    """A broker that answers. `stop` ends what was started here and leaves a given broker alone."""

    bootstrap: str
    described: str  # for people: which Kafka this is
    process: subprocess.Popen[bytes] | None = None
    container: str | None = None
    work: Path | None = None
    command: tuple[str, ...] = ()

    def stop(self) -> None:
        if self.process is not None:
            self.kill()
        if self.container is not None:
            subprocess.run(["docker", "rm", "-f", self.container], check=False, capture_output=True)
        if self.work is not None:
            shutil.rmtree(self.work, ignore_errors=True)

    def kill(self) -> None:
        """SIGKILL, as a machine that loses its power; `start` brings it back on the same port and files."""
        assert self.process is not None, "only a broker started here can be killed"
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()

    def start(self) -> None:
        assert self.work is not None
        self.process = _spawn(self.command, self.work)
        _await_answer(self)


def start() -> Broker:
    """The broker that KAFKA_BOOTSTRAP_SERVERS names, else Maven and Java, else Docker. Raises NoKafka."""
    if given := os.environ.get("KAFKA_BOOTSTRAP_SERVERS"):
        broker = Broker(given, f"the Kafka given at {given}")
        _await_answer(broker)
        return broker
    tried = []
    for way in (_from_jars, _from_docker):
        try:
            return way()
        except NoKafka as why:
            tried.append(str(why))
    raise NoKafka("no Kafka: KAFKA_BOOTSTRAP_SERVERS is not set; " + "; ".join(tried))


@contextlib.contextmanager
def running() -> Iterator[Broker]:
    """`with running() as broker:` for programs that are no tests."""
    broker = start()
    try:
        yield broker
    finally:
        broker.stop()


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on now; a fresh one each time, since a killed one's may stay taken for a while."""
    sockets = [socket.socket() for _ in range(count)]
    for s in sockets:
        s.bind(("127.0.0.1", 0))
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


def jars() -> Path:
    """The folder of Kafka's jars, fetched once per content of the POM. Raises NoKafka."""
    home = CACHE / hashlib.sha256(POM.read_bytes()).hexdigest()[:16]
    if home.is_dir():
        return home
    if not shutil.which("mvn"):
        raise NoKafka("Maven is not installed")
    CACHE.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=CACHE, prefix="fetch-"))
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={fresh}"]
    done = subprocess.run(["mvn", "-q", "-B", "-f", str(POM), *goal], check=False, capture_output=True, text=True)
    if done.returncode:
        shutil.rmtree(fresh, ignore_errors=True)
        raise NoKafka(f"Maven could not fetch Kafka's jars: {done.stdout.strip()[-300:]}")
    with contextlib.suppress(OSError):  # another run was first
        fresh.rename(home)
    shutil.rmtree(fresh, ignore_errors=True)
    return home


def _from_jars() -> Broker:
    java = shutil.which("java")
    if not java:
        raise NoKafka("Java is not installed")
    version = subprocess.run([java, "-version"], check=False, capture_output=True, text=True).stderr
    found = re.search(r'version "(\d+)', version)
    if not found or int(found.group(1)) < 17:
        raise NoKafka("Java is older than 17")
    classpath = f"{jars()}/*"
    work = Path(tempfile.mkdtemp(prefix="spor-kafka-"))
    port, controller = free_ports(2)
    config = work / "server.properties"
    config.write_text("".join(f"{k}={v}\n" for k, v in _properties(port, controller, str(work / "data")).items()), "utf-8")
    storage = [java, "-cp", classpath, "kafka.tools.StorageTool"]
    cluster = subprocess.run([*storage, "random-uuid"], check=True, capture_output=True, text=True).stdout.strip()
    subprocess.run([*storage, "format", "--standalone", "-t", cluster, "-c", str(config)], check=True, capture_output=True)
    command = (java, *HEAP, "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", classpath, "kafka.Kafka", str(config))
    broker = Broker(f"127.0.0.1:{port}", f"Apache Kafka {VERSION} (KRaft, one node, from Maven's jars)", work=work, command=command)
    broker.start()
    return broker


def _properties(port: int, controller: int, data: str) -> dict[str, Any]:
    return {
        "process.roles": "broker,controller",
        "node.id": 1,
        "controller.quorum.bootstrap.servers": f"127.0.0.1:{controller}",
        "listeners": f"PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}",
        "advertised.listeners": f"PLAINTEXT://127.0.0.1:{port}",
        "controller.listener.names": "CONTROLLER",
        "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "log.dir": data,
        **_COMMON,
    }


_COMMON: Mapping[str, Any] = {
    "num.partitions": 4,
    "auto.create.topics.enable": "false",
    "group.initial.rebalance.delay.ms": 0,
    "broker.session.timeout.ms": 3000,  # a killed broker is ready again after 6 s, not 13
    "broker.heartbeat.interval.ms": 500,
    "offsets.topic.replication.factor": 1,
    "offsets.topic.num.partitions": 1,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.min.isr": 1,
    "transaction.state.log.num.partitions": 1,
    "share.coordinator.state.topic.replication.factor": 1,
    "share.coordinator.state.topic.min.isr": 1,
    "log.cleaner.backoff.ms": 200,  # compaction within a test's patience
    "log.initial.task.delay.ms": 100,
}


def _from_docker() -> Broker:
    if not shutil.which("docker") or subprocess.run(["docker", "info"], check=False, capture_output=True).returncode:
        raise NoKafka("Docker is not running")
    port, name = free_ports(1)[0], f"spor-kafka-{os.getpid()}"
    settings = _properties(port, 9093, "/tmp/kafka-data") | {
        "listeners": f"PLAINTEXT://:{port},CONTROLLER://:9093",
        "controller.quorum.voters": "1@127.0.0.1:9093",
    }
    del settings["controller.quorum.bootstrap.servers"]
    env = [flag for k, v in settings.items() for flag in ("-e", f"KAFKA_{k.upper().replace('.', '_')}={v}")]
    image = f"apache/kafka:{VERSION}"
    run = ["docker", "run", "-d", "--name", name, "-p", f"127.0.0.1:{port}:{port}", *env, image]
    done = subprocess.run(run, check=False, capture_output=True, text=True)
    if done.returncode:
        raise NoKafka(f"Docker could not run {image}: {done.stderr.strip()[-200:]}")
    broker = Broker(f"127.0.0.1:{port}", f"Apache Kafka {VERSION} (Docker)", container=name)
    _await_answer(broker)
    return broker


# Whoever started the broker holds a pipe; when that closes, also because a test run crashed, the broker is killed.
_GUARD = 'exec 3<&0; "$@" 3<&- & broker=$!; (read -r _ <&3; kill -9 $broker) 2>/dev/null & wait $broker'


def _spawn(command: tuple[str, ...], work: Path) -> subprocess.Popen[bytes]:
    log: IO[bytes]
    with (work / "kafka.log").open("ab") as log:
        guarded = ["sh", "-c", _GUARD, "sh", *command]
        return subprocess.Popen(guarded, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.PIPE, start_new_session=True)


def _await_answer(broker: Broker) -> None:
    """A port that listens is no broker that answers: ask it for its topics until it does."""
    admin = AdminClient({"bootstrap.servers": broker.bootstrap, "log_level": 0, "socket.timeout.ms": 2000})
    until = time.monotonic() + STARTUP_S
    while time.monotonic() < until:
        if broker.process is not None and broker.process.poll() is not None:
            break
        try:
            admin.list_topics(timeout=1)
            return
        except KafkaException:
            time.sleep(0.1)
    said = (broker.work / "kafka.log").read_text("utf-8", "replace")[-2000:] if broker.work else ""
    broker.stop()
    raise NoKafka(f"{broker.described} did not answer at {broker.bootstrap}: {said}")
