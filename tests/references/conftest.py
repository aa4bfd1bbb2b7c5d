"""Fixtures of the references: an authority, a server, and an opener that finds every name at that server."""

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from streams.inspect.words import Opened
from streams.references.opener import Opener
from streams.references.rules import Rules, load
from tests.messages import claim_check, record
from tests.references import hosts

LOOPBACK = ["127.0.0.0/8"]


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> hosts.Authority:
    return hosts.Authority.make(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def server(authority: hosts.Authority) -> Iterator[hosts.Server]:
    with hosts.running((authority.cert, authority.key)) as running:
        yield running


@dataclass
class Names:
    """A resolver: what it is told of a name, else this machine; it keeps what it was asked."""

    told: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)  # for each time that it is asked, the last for ever
    asked: list[str] = field(default_factory=list)

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        answers = self.told.get(host, [["127.0.0.1"]])
        return answers[min(self.asked.count(host), len(answers)) - 1]


@dataclass
class Desk:
    """Opens URLs one by one by a list that the test writes."""

    folder: Path
    authority: hosts.Authority
    stack: contextlib.ExitStack
    names: Names = field(default_factory=Names)
    opener: Opener | None = None

    def write(self, *entries: dict[str, Any], files: Sequence[Path] = (), **limits: Any) -> Path:
        """A references file with these hosts and folders."""
        path = self.folder / "references.yaml"
        listed = {"hosts": list(entries), "files": [{"root": str(root)} for root in files]}
        path.write_text(json.dumps({k: v for k, v in listed.items() if v} | ({"limits": limits} if limits else {})), "utf-8")
        return path

    def host(self, server: hosts.Server, name: str = "files.example.org", **more: Any) -> dict[str, Any]:
        """An entry for the test's server."""
        return {"host": name, "port": server.port, "addresses": LOOPBACK, "ca_file": str(self.authority.ca), **more}

    def lists(self, *entries: dict[str, Any], files: Sequence[Path] = (), **limits: Any) -> Rules:
        rules = load(self.write(*entries, files=files, **limits))
        self.opener = self.stack.enter_context(Opener(rules, resolve=self.names))
        return rules

    def open(self, *urls: str) -> list[Opened]:
        """What each leads to, asked for in one record each."""
        assert self.opener is not None
        return [opened for raw in self.opener.open([record(claim_check(SasUri=url)) for url in urls]) for opened in raw.opened]

    def reason(self, url: str) -> str:
        [opened] = self.open(url)
        assert (opened.data is not None) == (opened.reason == "reference.opened")
        return opened.reason


@pytest.fixture
def desk(tmp_path: Path, authority: hosts.Authority) -> Iterator[Desk]:
    with contextlib.ExitStack() as stack:
        yield Desk(tmp_path, authority, stack)


@pytest.fixture
def url(server: hosts.Server) -> Callable[..., str]:
    """A URL at the server."""
    return lambda path="/a", host="files.example.org", scheme="https": f"{scheme}://{host}:{server.port}{path}"
