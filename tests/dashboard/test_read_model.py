"""The read model counts each Flow once: under any redelivery, over crashes, and through recomputed revisions."""

import sqlite3
import stat
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.flow import Flow
from streams.dashboard.model import ReadModel
from streams.dashboard.queries import Reader, Wanted
from streams.dashboard.schema import MIGRATIONS, ReadModelError, open_writer
from streams.dashboard.store import FlowStore
from tests.dashboard.samples import FULFILMENT, T0, alert, dead_letter, expected, flow, records, shown, span

NOW = T0 + 60_000
ROUTES = ("orders", "invoices", "payroll")


@st.composite
def partition_of_flows(draw: st.DrawFn, partition: int) -> list[Flow]:
    """All Flows of one source partition in order: offsets with holes, records of several messages."""
    flows = []
    offset = draw(st.integers(0, 3))
    for _ in range(draw(st.integers(0, 5))):
        parts = draw(st.integers(1, 3))
        for part in range(parts):
            flows.append(
                flow(
                    offset,
                    partition=partition,
                    part=part,
                    of=parts,
                    integration=draw(st.sampled_from(ROUTES)),
                    categories=draw(st.sets(st.sampled_from(["pd:Name", "pd:EmailAddress", "pd:OfficialID"]))),
                    purposes=draw(st.sets(st.sampled_from([FULFILMENT, "dpv:ServiceProvision"]))),
                    verdict=draw(st.sampled_from(["violation", "gap", "compliant"])),
                )
            )
        offset += draw(st.integers(1, 3))
    return flows


@st.composite
def delivered(draw: st.DrawFn, flows: Sequence[Flow]) -> list[Flow]:
    """The Flows as a worker that is killed now and then writes them: it goes back, and repeats from there, in order."""
    stream: list[Flow] = []
    at = 0
    while at < len(flows):
        stream.append(flows[at])
        at += 1
        if draw(st.booleans()) and len(stream) < 60:
            at = draw(st.integers(0, at))
    return stream


@st.composite
def interleaved(draw: st.DrawFn, streams: Sequence[Sequence[Flow]]) -> list[Flow]:
    left = [list(stream) for stream in streams if stream]
    merged = []
    while left:
        one = draw(st.sampled_from(left))
        merged.append(one.pop(0))
        left = [stream for stream in left if stream]
    return merged


def recomputed(old: Flow, revision: int) -> Flow:
    at = old.source
    return flow(
        at.offset, partition=at.partition, part=old.part.index, of=old.part.of, revision=revision, integration="again", verdict="gap"
    )


@st.composite
def traffic(draw: st.DrawFn) -> tuple[list[Flow], list[Flow]]:
    """(what there is, what is delivered): some Flows recomputed, with another route and verdict; the highest revision is what there is."""
    per_partition = [draw(partition_of_flows(n)) for n in range(2)]
    streams = [draw(delivered(flows)) for flows in per_partition]
    truth = {(f.source.partition, f.source.offset, f.part.index): f for flows in per_partition for f in flows}
    for revision in (1, 2):
        again = [recomputed(f, revision) for flows in per_partition for f in flows if draw(st.booleans())]
        for n in range(2):
            streams.append(draw(delivered([f for f in again if f.source.partition == n])))
        truth |= {(f.source.partition, f.source.offset, f.part.index): f for f in again}
    return list(truth.values()), draw(interleaved(streams))


@settings(max_examples=40, deadline=None)
@given(traffic(), st.data())
def test_any_order_of_redeliveries_gives_the_counts_of_each_flow_once(both: tuple[list[Flow], list[Flow]], data: st.DataObject) -> None:
    truth, stream = both
    with TemporaryDirectory() as directory:
        path = Path(directory) / "model.db"
        model = ReadModel(path)
        coming = records("flows", stream)
        while coming:
            size = data.draw(st.integers(1, len(coming)), label="batch")
            model.apply(coming[:size], NOW)
            if data.draw(st.booleans(), label="restart"):
                model.close()
                model = ReadModel(path)
                model.apply(coming[:size], NOW)  # the same offsets again: kept before, dropped now
            coming = coming[size:]
        overview = Reader(path).overview()
        assert shown(overview) == expected(truth)
        assert overview["flows"] == len(truth)
        assert sum(row["violation"] + row["gap"] + row["compliant"] for row in overview["minutes"]) == len(truth)
        stored, _ = Reader(path).flows(Wanted(limit=500))
        assert {f.id for f in stored} == {f.id for f in truth}
        model.close()


def test_a_crash_before_the_commit_leaves_neither_rows_nor_offsets(
    model: ReadModel, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = [*records("flows", [flow(0), flow(1)]), *records("spans", [span(0, 2)]), *records("alerts", [alert()])]
    with monkeypatch.context() as broken:
        broken.setattr(FlowStore, "finish", _dies)
        with pytest.raises(sqlite3.OperationalError):
            model.apply(batch, NOW)
    assert model.offsets() == {}
    assert reader.overview()["flows"] == 0
    assert reader.overview()["coverage"] == []
    model.apply(batch, NOW)
    assert model.offsets() == {("flows", 0): 2, ("spans", 0): 1, ("alerts", 0): 1}
    assert reader.overview()["flows"] == 2


def _dies(self: FlowStore) -> None:
    raise sqlite3.OperationalError("disk I/O error")


def test_a_process_that_ends_without_closing_leaves_whole_batches(db: Path) -> None:
    first = ReadModel(db)
    first.apply(records("flows", [flow(0), flow(1)]), NOW)
    first._db.execute("BEGIN IMMEDIATE")
    first._db.execute("DELETE FROM flows")  # what a kill in the middle of a transaction leaves behind
    first._db.close()
    second = ReadModel(db)
    assert second.offsets() == {("flows", 0): 2}
    assert Reader(db).overview()["flows"] == 2
    second.close()


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(b"", id="no bytes"),
        pytest.param(b"{", id="broken JSON"),
        pytest.param(b"\xff\xfe", id="not UTF-8"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"spec":"spor.flow/2"}', id="a later version"),
        pytest.param(
            flow(3).canonical().replace(b'"message_time":1764496800000', b'"message_time":9223372036854775808'), id="beyond 64 bits"
        ),
        pytest.param(flow(3).canonical().replace(b'"message_time":1764496800000', b'"message_time":1e30'), id="beyond any integer column"),
        pytest.param(flow(3).canonical().replace(b'"verdict":"compliant"', b'"verdict":"fine"'), id="a word that is none of ours"),
        pytest.param(flow(3).canonical().replace(b'"offset":3', b'"offset":-3'), id="a negative offset"),
    ],
)
def test_an_unreadable_flow_is_counted_and_passed_over(model: ReadModel, reader: Reader, value: bytes) -> None:
    model.apply(records("flows", [flow(0), value, flow(1)]), NOW)
    overview = reader.overview()
    assert overview["flows"] == 2
    assert overview["left_out"] == [{"topic": "flows", "reason": "unreadable", "records": 1}]
    assert model.offsets() == {("flows", 0): 3}


def test_what_an_unreadable_record_holds_is_in_no_log_line(model: ReadModel, capsys: pytest.CaptureFixture[str]) -> None:
    model.apply(records("flows", [b'{"kari@example.org": "Kari Eksempel"}']), NOW)
    said = capsys.readouterr()
    assert "Kari" not in said.out + said.err and "kari" not in said.out + said.err
    assert "record_skipped" in said.out + said.err


def test_a_span_that_ends_before_it_begins_is_unreadable(model: ReadModel, reader: Reader) -> None:
    backwards = span(0, 5).canonical().replace(b'"to":5', b'"to":0').replace(b'"from":0', b'"from":5')
    model.apply(records("spans", [backwards]), NOW)
    assert reader.overview()["left_out"][0]["records"] == 1


def test_a_tombstone_moves_the_offset_on_and_is_nothing_else(model: ReadModel, reader: Reader) -> None:
    model.apply(records("alerts", [None]), NOW)
    assert model.offsets() == {("alerts", 0): 1}
    assert reader.overview()["left_out"] == []


def test_a_later_copy_of_an_alert_takes_the_earlier_ones_place(model: ReadModel, reader: Reader) -> None:
    model.apply(records("alerts", [alert(1, count=1), alert(2, count=1), alert(1, count=7, last=T0 + 9)]), NOW)
    feed, more = reader.alerts(10)
    assert [(row["id"], row["count"]) for row in feed] == [("alert-1", 7), ("alert-2", 1)]
    assert more is None
    assert feed[0]["says"] == "A sender or receiver outside the registered contract."


def test_alerts_are_paged_newest_first_without_loss_where_times_are_equal(model: ReadModel, reader: Reader) -> None:
    model.apply(records("alerts", [alert(n, last=T0 + n // 3) for n in range(10)]), NOW)
    seen: list[str] = []
    page, more = reader.alerts(3)
    while more is not None:
        seen += [row["id"] for row in page]
        page, more = reader.alerts(3, more)
    seen += [row["id"] for row in page]
    assert len(seen) == len(set(seen)) == 10
    assert seen[0] == "alert-9"


def test_dead_letters_stand_beside_their_flow_and_are_counted_once(model: ReadModel, reader: Reader) -> None:
    about = flow(4)
    model.apply(records("deadletter", [dead_letter(about), dead_letter(about), dead_letter(flow(5), "utf8.invalid")]), NOW)
    assert reader.overview()["dead_letters"] == [{"reason": "json.invalid", "records": 1}, {"reason": "utf8.invalid", "records": 1}]
    assert reader.dead_letters_of(about.id) == [{"stage": "decode", "reason": "json.invalid", "size": 17}]


def test_a_recreated_topic_is_read_anew_and_the_others_stay(model: ReadModel, reader: Reader) -> None:
    assert model.incarnation("flows", "c1", "old-id")
    model.apply([*records("flows", [flow(0), flow(1)]), *records("alerts", [alert()])], NOW)
    assert model.incarnation("flows", "c1", "old-id")
    assert model.incarnation("flows", "", "")  # unknown contradicts nothing, and is not remembered
    assert not model.incarnation("flows", "c1", "new-id")
    assert model.offsets() == {("alerts", 0): 1}
    assert reader.overview()["flows"] == 0
    model.apply(records("flows", [flow(0)]), NOW)  # its watermark went with it
    assert reader.overview()["flows"] == 1
    assert model.incarnation("flows", "c1", "new-id")


def test_another_cluster_under_the_same_address_is_read_anew(model: ReadModel, reader: Reader) -> None:
    assert model.incarnation("flows", "c1", "")
    model.apply(records("flows", [flow(0)]), NOW)
    assert not model.incarnation("flows", "c2", "")
    assert reader.overview()["flows"] == 0


def test_records_of_ours_that_expired_unread_are_counted(model: ReadModel, reader: Reader) -> None:
    model.apply(records("flows", [flow(0), flow(1)]), NOW)
    model.jump("flows", 0, 10)
    assert reader.overview()["left_out"] == [{"topic": "flows", "reason": "expired", "records": 8}]
    assert model.offsets()["flows", 0] == 10


def test_flows_are_found_by_every_filter_and_paged(model: ReadModel, reader: Reader) -> None:
    model.apply(
        records(
            "flows",
            [
                flow(0, integration="a", sender="S", receiver="R", verdict="gap", timestamp=T0),
                flow(1, integration="b", sender="S", categories=["pd:OfficialID"], purposes=["dpv:LegalCompliance"], timestamp=T0 + 1000),
                flow(2, integration="a", receiver="Q", categories=[], timestamp=T0 + 2000),
            ],
        ),
        NOW,
    )

    def offsets(**filters: object) -> list[int]:
        return [f.source.offset for f in reader.flows(Wanted(**filters))[0]]  # type: ignore[arg-type]  # one table of all filters

    assert offsets() == [2, 1, 0]
    assert offsets(integration="a") == [2, 0]
    assert offsets(sender="S") == [1, 0]
    assert offsets(receiver="Q") == [2]
    assert offsets(verdict="gap") == [0]
    assert offsets(category="pd:OfficialID") == [1]
    assert offsets(purpose="dpv:LegalCompliance") == [1]
    assert offsets(since=T0 + 1000) == [2, 1]
    assert offsets(until=T0 + 1000) == [0]
    assert offsets(integration="a", verdict="gap", until=T0 + 1) == [0]
    page, more = reader.flows(Wanted(limit=2))
    assert more is not None
    rest, end = reader.flows(Wanted(limit=2, cursor=more))
    assert [f.source.offset for f in [*page, *rest]] == [2, 1, 0]
    assert end is None


def test_a_source_clock_that_runs_ahead_does_not_move_the_chart(model: ReadModel, reader: Reader) -> None:
    model.apply(records("flows", [flow(0, timestamp=NOW), flow(1, timestamp=NOW + 10**12), flow(2, timestamp=-1)]), NOW)
    assert [row["minute"] for row in reader.overview()["minutes"]] == [NOW // 60_000]


def test_the_file_is_for_its_owner_alone(model: ReadModel) -> None:
    assert stat.S_IMODE(model.path.stat().st_mode) == 0o600


def test_a_file_of_a_newer_version_is_refused_and_untouched(db: Path) -> None:
    made = sqlite3.connect(db)
    made.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    made.close()
    with pytest.raises(ReadModelError, match="upgrade"):
        ReadModel(db)


def test_a_file_that_is_no_database_is_refused_with_its_name(db: Path) -> None:
    db.write_bytes(b"not a database at all, and long enough to be looked at" * 20)
    with pytest.raises(ReadModelError, match=r"read-model\.db"):
        ReadModel(db)


def test_migrations_run_once_and_a_second_opening_finds_them_done(db: Path) -> None:
    open_writer(db).close()
    again = open_writer(db)
    assert again.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    assert again.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    again.close()
