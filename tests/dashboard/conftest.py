"""Fixtures of the dashboard's tests: a read model in a file of its own, an embedded broker, and Chromium where there is one."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from confluent_kafka import Producer

from streams.dashboard.model import ReadModel
from streams.dashboard.queries import Reader


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "read-model.db"


@pytest.fixture
def model(db: Path) -> Iterator[ReadModel]:
    opened = ReadModel(db)
    yield opened
    opened.close()


@pytest.fixture
def reader(model: ReadModel) -> Reader:
    return Reader(model.path)


@pytest.fixture
def embedded() -> Iterator[str]:
    """Bootstrap servers of librdkafka's mock cluster: it lives as long as the producer that holds it."""
    holder = Producer({"bootstrap.servers": "", "test.mock.num.brokers": 1, "log_level": 0})
    broker = next(iter(holder.list_topics(timeout=10).brokers.values()))
    yield f"{broker.host}:{broker.port}"
    holder.flush()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser of this machine; nothing is downloaded. Without one the test is skipped with the reason; in CI it fails."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    why = "no Chromium on PATH (Debian: apt-get install chromium)"
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"in CI a browser has to be there: {why}", pytrace=False)
    pytest.skip(why)
