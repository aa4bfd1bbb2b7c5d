"""What all tests share: the real Kafka, started once when the first test asks for it, and named on screen at the end."""

import logging
import os
from collections.abc import AsyncIterator, Iterator

import pytest
import structlog

from tests.kafka import broker as brokers
from tests.kafka.harness import Site

_KAFKA = pytest.StashKey[str]()


@pytest.fixture(scope="session")
def kafka_broker(request: pytest.FixtureRequest) -> Iterator[brokers.Broker]:
    """A real broker for the whole run. Without one the test is skipped with the reason on screen; in CI it fails."""
    try:
        broker = brokers.start()
    except brokers.NoKafka as why:
        request.config.stash[_KAFKA] = f"none: {why}"
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(f"in CI a broker has to be there: {why}", pytrace=False)
        pytest.skip(str(why))
    request.config.stash[_KAFKA] = broker.described
    yield broker
    broker.stop()


@pytest.fixture(scope="session")
def kafka(kafka_broker: brokers.Broker) -> str:
    """Bootstrap servers of a real Apache Kafka."""
    return kafka_broker.bootstrap


@pytest.fixture
async def site(kafka: str) -> AsyncIterator[Site]:
    """A prefix of the test's own on the shared broker, with our topics made; its workers are ended with the test."""
    made = await Site.make(kafka)
    yield made
    await made.close()


@pytest.fixture(autouse=True)
def _logs_as_they_were() -> Iterator[None]:
    """A command that a test runs in this process sets up the logs of the process: the next test finds them as before."""
    root, told, loud = logging.getLogger(), structlog.get_config(), logging.raiseExceptions
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], logging.raiseExceptions = handlers, loud
    root.setLevel(level)
    structlog.configure(**told)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever asks for the broker is marked: `-m "not kafka"` leaves it out."""
    for item in items:
        if "kafka_broker" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.kafka)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if (which := config.stash.get(_KAFKA, None)) is not None:
        terminalreporter.write_line(f"Kafka: {which}")
