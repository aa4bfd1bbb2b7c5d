"""Many records at once: what their references cost is bounded, and a record without any is left as it is."""

import gzip
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from streams.inspect.decode.message import decode
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget, RawMessage
from streams.references.opener import NOBODY, Opener
from streams.references.web import Web
from tests.messages import ORDER, archeo, claim_check, record, text
from tests.references import hosts
from tests.references.conftest import Desk, Names
from tests.references.hosts import never, reply

Url = Callable[..., str]
CONTENT = text(ORDER).encode()


def refers(*urls: str) -> RawMessage:
    return record([archeo(None, contentURI=url) for url in urls])


def reasons(raws: Sequence[RawMessage]) -> list[str]:
    return [opened.reason for raw in raws for opened in raw.opened]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "claims"
    folder.mkdir()
    for n in range(100):
        (folder / str(n)).write_bytes(CONTENT)
    return folder


def test_records_come_back_in_order_and_those_without_references_untouched(desk: Desk, root: Path) -> None:
    desk.lists(files=[root], at_once=2)
    raws = [refers(f"file://{root}/{n}") if n % 3 == 0 else record(ORDER, offset=n) for n in range(20)]
    assert desk.opener is not None
    out = list(desk.opener.open(raws))
    assert [raw.value for raw in out] == [raw.value for raw in raws]
    assert all((after is before) == (n % 3 != 0) for n, (before, after) in enumerate(zip(raws, out, strict=True)))
    assert reasons(out) == ["reference.opened"] * 7


def test_no_more_contents_are_in_hand_than_are_fetched_at_once(desk: Desk, server: hosts.Server, url: Url) -> None:
    desk.lists(desk.host(server), at_once=4)
    for n in range(40):
        server[f"/{n}"] = reply(CONTENT)
    assert desk.opener is not None
    for n, _ in enumerate(desk.opener.open([refers(url(f"/{n}")) for n in range(40)])):
        assert len(server.asked) <= n + 4


def test_the_marker_says_which_record_is_looked_at_and_nobody_while_hosts_are_waited_for(desk: Desk, root: Path) -> None:
    desk.lists(files=[root], at_once=2)
    marks: list[int] = []
    assert desk.opener is not None
    for index, _ in enumerate(desk.opener.open([refers(f"file://{root}/{n}") for n in range(5)], marks.append)):
        marks.append(100 + index)
    assert marks == [0, 1, NOBODY, 100, 101, 2, 3, NOBODY, 102, 103, 4, NOBODY, 104]


def test_of_one_record_only_so_many_are_opened(desk: Desk, root: Path) -> None:
    desk.lists(files=[root], per_record=5)
    assert desk.opener is not None
    [raw] = desk.opener.open([refers(*(f"file://{root}/{n}" for n in range(8)))])
    assert reasons([raw]) == ["reference.opened"] * 5 + ["reference.too-many"] * 3
    scanned = [decode(envelope, Budget()).scanned for envelope in unwrap(raw)]
    assert scanned == ["full"] * 5 + ["reference"] * 3


def test_a_host_that_never_answers_is_left_alone_and_the_others_are_opened(
    desk: Desk, server: hosts.Server, authority: hosts.Authority, url: Url
) -> None:
    with hosts.running((authority.cert, authority.key)) as slow:
        desk.lists(desk.host(server), desk.host(slow), total_s=0.2, batch_s=60, at_once=4, failures=3, redirects=0)
        slow["/a"] = never()
        server["/a"] = reply(CONTENT)
        assert desk.opener is not None
        raws = list(desk.opener.open([refers(f"https://files.example.org:{slow.port}/a?{n}") for n in range(60)] + [refers(url())]))
        assert reasons(raws) == ["reference.unavailable"] * 60 + ["reference.opened"]
        assert len(slow.asked) <= 4 + 3, "those under way when it was noticed, and no more"


def test_when_a_batch_has_had_its_time_the_rest_is_unavailable_and_no_host_is_blamed(desk: Desk, server: hosts.Server, url: Url) -> None:
    rules = desk.lists(desk.host(server))
    server["/a"] = reply(CONTENT)
    with Opener(rules, patience_s=0.0, resolve=Names()) as opener:
        assert reasons(list(opener.open([refers(url(f"/a?{n}")) for n in range(30)]))) == ["reference.unavailable"] * 30
        assert server.asked == []
        opener._batch_s = 60.0
        assert reasons(list(opener.open([refers(url())]))) == ["reference.opened"]


def test_what_a_library_stumbles_over_is_named_and_not_quoted(
    desk: Desk, server: hosts.Server, url: Url, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    async def stumbles(self: Web, first: object) -> None:
        raise RuntimeError("kari@example.org sig=c2lnbmF0dXJl")

    monkeypatch.setattr(Web, "fetch", stumbles)
    desk.lists(desk.host(server))
    assert desk.reason(url("/a?sig=c2lnbmF0dXJl")) == "reference.unavailable"
    written = "".join(capfd.readouterr())
    assert "RuntimeError" in written
    assert "kari" not in written and "sig=" not in written


def test_a_bomb_behind_a_reference_is_read_as_far_as_the_budget_goes(desk: Desk, server: hosts.Server, url: Url) -> None:
    desk.lists(desk.host(server))
    server["/a"] = reply(gzip.compress(b'{"a":"' + b"x" * 60_000_000), Content_Encoding="gzip", Content_Type="application/json")
    assert desk.opener is not None
    [raw] = desk.opener.open([record(claim_check(SasUri=url()))])
    [envelope] = unwrap(raw)
    message = decode(envelope, Budget())
    assert (message.scanned, message.reasons) == ("partial", ("budget.bytes", "reference.opened"))


def test_nothing_is_fetched_where_nothing_is_referred_to(desk: Desk, server: hosts.Server) -> None:
    desk.lists(desk.host(server))
    assert desk.opener is not None
    raws = [record(ORDER), record(archeo(None)), record(None), record(b"")]
    assert list(desk.opener.open(raws)) == raws
    assert desk.names.asked == []
