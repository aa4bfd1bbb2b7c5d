"""`spor replay` and `spor scan` open references only when their command line says so, and say in the Flow that they did."""

import json
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from click.testing import Result
from typer.main import get_command
from typer.testing import CliRunner

from streams.cli.file import default_map
from streams.cli.main import app
from streams.inspect.words import RawMessage
from streams.recording import read, record_line
from tests.messages import ORDER, archeo, claim_check, record, text
from tests.references import hosts
from tests.references.conftest import Desk
from tests.references.hosts import moved, reply

Url = Callable[..., str]
SIGNATURE = "c2lnbmF0dXJlLW9mLXRoZS10ZXN0"
CONTENT = text({"note": "kari@example.org", "customer": {"name": "Oddrun Planteberg", "email": "oddrun.planteberg@example.org"}})


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """A worker that is run in this process takes its signals, which are the tests' own."""
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def claims(*urls: str) -> list[RawMessage]:
    return [record(claim_check(SasUri=f"{url}?sig={SIGNATURE}"), offset=n) for n, url in enumerate(urls)]


@pytest.fixture
def references(desk: Desk, server: hosts.Server) -> Path:
    """A list of the test's server, by the name that this machine finds it under."""
    server["/a"] = reply(CONTENT.encode(), Content_Type="application/json")
    server["/moved"] = moved(f"https://169.254.169.254/latest?sig={SIGNATURE}")
    return desk.write(desk.host(server, "localhost", addresses=["127.0.0.0/8", "::1/128"]))


@pytest.fixture
def recording(tmp_path: Path, url: Url) -> Path:
    here = {"host": "localhost"}
    urls = (url("/a", **here), url("/none", **here), url("/moved", **here), "https://unlisted.example.org/a")
    path = tmp_path / "recording.ndjson"
    path.write_bytes(b"".join(record_line(raw) for raw in [*claims(*urls), record(archeo(ORDER), offset=9)]))
    return path


def run(*arguments: object, env: dict[str, str] | None = None, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], env=env, input=given)


def flows(out: Path) -> list[dict[str, Any]]:
    found = [orjson.loads(each.value or b"") for each in read(out / "spor.flows.ndjson")]
    return sorted(found, key=lambda flow: flow["source"]["offset"])


def everything(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.is_file())


def test_a_replay_opens_what_it_is_told_to_and_the_flows_say_so(tmp_path: Path, references: Path, recording: Path) -> None:
    out = tmp_path / "opened"
    done = run("replay", recording, "--out", out, "--references", references, "--processes", 1, "--log-level", "debug")
    assert done.exit_code == 0, done.output
    opened, gone, redirected, unlisted, without = flows(out)
    assert (opened["coverage"]["scanned"], opened["coverage"]["reasons"], opened["reproducible"]) == ("full", ["reference.opened"], False)
    assert {(row["place"], row["path"]) for row in opened["personal_data"]} >= {("body", "$.customer.email"), ("body", "$.customer.name")}
    for flow, reason in ((gone, "gone"), (redirected, "refused"), (unlisted, "refused")):
        assert (flow["coverage"]["scanned"], flow["coverage"]["reasons"]) == ("reference", ["content.absent", f"reference.{reason}"])
        assert (flow["reproducible"], flow["verdict"]) == (False, "gap")
    assert (without["coverage"]["scanned"], without["reproducible"]) == ("full", True)
    said = everything(out) + done.output
    assert not re.search(rf"{SIGNATURE}|(?i:planteberg)|kari@example", said)

    plain = tmp_path / "plain"
    assert run("replay", recording, "--out", plain, "--processes", 1, env={"SPOR_REFERENCES": str(references)}).exit_code == 0
    assert [(f["coverage"]["reasons"], f["reproducible"]) for f in flows(plain)] == [(["content.absent"], True)] * 4 + [([], True)]
    assert [f["id"] for f in flows(plain)] == [f["id"] for f in flows(out)], "as many Flows, with the same ids"


@pytest.mark.parametrize(("given", "scanned", "found"), [(True, {"full": 1}, 3), (False, {"reference": 1}, 0)])
def test_a_scan_opens_references_when_its_command_line_says_so(
    tmp_path: Path, references: Path, url: Url, monkeypatch: pytest.MonkeyPatch, given: bool, scanned: dict[str, int], found: int
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("spor.toml").write_text(f'references = "{references}"\n', "utf-8")
    message = claims(url("/a", host="localhost"))[0].value
    flags = ["--references", references] if given else []
    done = run("scan", "--json", *flags, "-", env={"SPOR_REFERENCES": str(references)}, given=message)
    *lines, summary = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.exit_code, summary["scanned"]) == (0, scanned)
    body = [line for line in lines if line["place"] == "body"]
    assert len(body) == found
    assert SIGNATURE not in done.output and "planteberg" not in done.output.lower()


def test_a_scan_says_why_a_reference_stayed_closed_and_not_where_it_leads(tmp_path: Path, references: Path, url: Url) -> None:
    done = run("scan", "--json", "--references", references, "-", given=claims(url("/none", host="localhost"))[0].value)
    assert done.exit_code == 0
    assert done.stderr.splitlines() == ["spor: -: a reference was not opened (reference.gone): its host does not have it, or no longer"]


@pytest.mark.parametrize("command", [["scan", "-"], ["replay", "{recording}", "--out", "{out}"], ["worker", "--tap", "a"]])
def test_a_list_with_a_mistake_is_told_before_anything_starts(tmp_path: Path, recording: Path, command: list[str]) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("hosts:\n  - hots: a.example.org\n", "utf-8")
    words = [word.format(recording=recording, out=tmp_path / "out") for word in command]
    done = run(*words, "--references", wrong, given=b"{}")
    assert "wrong.yaml:2" in str(done.exception) and "did you mean" in str(done.exception)
    assert not (tmp_path / "out").exists()


def test_of_the_settings_file_the_worker_alone_takes_the_list(tmp_path: Path) -> None:
    (tmp_path / "spor.toml").write_text('references = "references.yaml"\n', "utf-8")
    told = default_map(tmp_path / "spor.toml", get_command(app))
    assert [name for name, settings in told.items() if settings.get("references")] == ["worker"]
