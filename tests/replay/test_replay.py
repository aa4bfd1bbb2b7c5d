"""Replay gives the same bytes on any number of children, survives what kills them, and writes all of its files or none."""

import zlib
from collections import defaultdict
from pathlib import Path

import orjson
import pytest

from streams.inspect.words import RawMessage
from streams.outfiles import OutFiles, file_name
from streams.recording import BrokenLine, read, record_line
from streams.replay import Plan, Summary, batches, replay
from tests.ledger.flows import MINUTE, WHEN

FACTORY = "tests.replay.inspectors:told"
OURS = ("spor.alerts", "spor.deadletter", "spor.flows", "spor.lineage", "spor.state")


def said(offset: int, partition: int = 0, topic: str = "orders", timestamp: int = WHEN, **says: object) -> RawMessage:
    value = orjson.dumps({"at": WHEN, **says})
    return RawMessage(topic, partition, offset, timestamp, b"k", value, (("h", b"1"), ("h", None)), cluster="c1")


MIXED = [
    said(0, violates=True),
    said(0, 1, at=WHEN + 30_000),
    said(3, timestamp=WHEN + 5, parts=3, at=WHEN + 2 * MINUTE),
    said(7, 1, topic="payroll", personal=False, integration="payroll"),
    said(8, 1, topic="payroll", violates=True, integration="payroll"),
    RawMessage("orders", 0, 9, WHEN, b"k", None),
    said(10, violates=True, at=WHEN + 10),
]


def written(directory: Path, raws: list[RawMessage]) -> Path:
    file = directory / "recording.ndjson"
    file.write_bytes(b"".join(record_line(raw) for raw in raws))
    return file


async def run(tmp_path: Path, raws: list[RawMessage], out: str = "out", **told: object) -> tuple[Path, Summary]:
    plan = Plan(written(tmp_path, raws), tmp_path / out, factory=FACTORY, **told)  # type: ignore[arg-type]  # fields by name
    return plan.out, await replay(plan)


async def test_one_and_four_children_write_the_same_bytes_twice_in_a_row(tmp_path: Path) -> None:
    many = [said(n, n % 3, parts=1 + n % 2, violates=n % 5 == 0, at=WHEN + n * 1000) for n in range(300)]
    outs = [(await run(tmp_path, many, out, processes=n, tagged=True))[0] for out, n in (("a", 1), ("b", 4), ("c", 1))]
    names = sorted(path.name for path in outs[0].iterdir())
    assert names == [f"{name}.ndjson" for name in (*OURS, "spor.tagged.orders")]
    for name in names:
        assert len({(out / name).read_bytes() for out in outs}) == 1, name


async def test_every_record_has_its_flows_in_the_recordings_order(tmp_path: Path) -> None:
    out, summary = await run(tmp_path, MIXED)
    flows = [orjson.loads(record.value or b"") for record in read(out / "spor.flows.ndjson")]
    places = [(f["source"]["topic"], f["source"]["offset"], f["part"]["index"]) for f in flows]
    assert places == [
        ("orders", 0, 0), ("orders", 0, 0), ("orders", 3, 0), ("orders", 3, 1), ("orders", 3, 2),
        ("payroll", 7, 0), ("payroll", 8, 0), ("orders", 9, 0), ("orders", 10, 0),
    ]  # fmt: skip
    assert (summary.records, summary.flows) == (7, 9)


@pytest.mark.parametrize("partitions", [1, 4, 7])
async def test_flows_lie_where_a_worker_puts_them_and_offsets_count_from_zero(tmp_path: Path, partitions: int) -> None:
    out, _ = await run(tmp_path, MIXED, partitions=partitions)
    for name in OURS:
        offsets: dict[int, list[int]] = defaultdict(list)
        for record in read(out / f"{name}.ndjson"):
            assert record.partition < partitions and record.topic == name
            offsets[record.partition].append(record.offset)
        assert all(found == list(range(len(found))) for found in offsets.values())
    for record in read(out / "spor.flows.ndjson"):
        source = orjson.loads(record.value or b"")["source"]
        assert record.partition == zlib.crc32(f"{source['topic']}/{source['partition']}".encode()) % partitions
        assert record.timestamp == source["timestamp"]
        assert record.headers == (("spor-spec", b"spor.flow/1"),)


async def test_partitions_do_not_change_what_alerts_and_lineage_end_at(tmp_path: Path) -> None:
    ends = []
    for partitions in (1, 2, 8):
        out, _ = await run(tmp_path, MIXED, f"out{partitions}", partitions=partitions)
        ends.append([sorted((r.key, r.value) for r in read(out / f"spor.{name}.ndjson")) for name in ("alerts", "lineage")])
    assert ends[0] == ends[1] == ends[2]
    assert [len(kind) for kind in ends[0]] == [5, 4]


async def test_an_alert_stands_once_per_key_and_window_with_its_final_totals(tmp_path: Path) -> None:
    out, _ = await run(tmp_path, MIXED)
    alerts = {record.key: (record, orjson.loads(record.value or b"")) for record in read(out / "spor.alerts.ndjson")}
    record, party = alerts[b"orders|contract.party||"]
    assert (party["data"]["count"], party["data"]["first"], party["data"]["last"]) == (2, WHEN, WHEN + 10)
    assert (party["type"], party["source"], party["time"]) == ("spor.alert.v1", "/spor/spor", "2025-11-30T10:00:00.010Z")
    assert record.timestamp == WHEN + 10
    assert b"orders|category.undeclared|pd:EmailAddress|$.customer.email" in alerts


async def test_lineage_closes_every_window_at_its_end(tmp_path: Path) -> None:
    out, _ = await run(tmp_path, MIXED, lineage_namespace="acme")
    records = list(read(out / "spor.lineage.ndjson"))
    said = [(r.key, orjson.loads(r.value or b"")["eventTime"], r.timestamp) for r in records]
    assert said == [
        (b"run:acme/orders", "2025-11-30T10:01:00.000Z", WHEN + MINUTE),
        (b"run:acme/orders-erp-to-carrier", "2025-11-30T10:01:00.000Z", WHEN + MINUTE),
        (b"run:acme/payroll", "2025-11-30T10:01:00.000Z", WHEN + MINUTE),
        (b"run:acme/orders", "2025-11-30T10:03:00.000Z", WHEN + 3 * MINUTE),
    ]


async def test_tagged_copies_keep_bytes_partition_timestamp_and_headers(tmp_path: Path) -> None:
    raws = [
        *MIXED,
        RawMessage("orders", 0, 11, WHEN, None, None),
        RawMessage("orders", 2, 5, WHEN, b"\xff", b'{"at":"1"}', (("x", b"\xfe"),)),
    ]
    out, _ = await run(tmp_path, raws, tagged=True)
    copies = list(read(out / "spor.tagged.orders.ndjson"))
    originals = [raw for raw in raws if raw.topic == "orders" and (raw.key, raw.value) != (None, None)]
    assert len(copies) == len(originals) == 6
    for copy, original in zip(copies, originals, strict=True):
        assert (copy.key, copy.value, copy.partition, copy.timestamp) == (
            original.key,
            original.value,
            original.partition,
            original.timestamp,
        )
        assert copy.headers[: len(original.headers)] == original.headers
        assert [name for name, _ in copy.headers[len(original.headers) :]] == [
            "spor-purpose", "spor-legal-basis", "spor-retain-until", "spor-categories", "spor-verdict", "spor-flow-id", "spor-policy",
        ]  # fmt: skip


@pytest.mark.parametrize("processes", [1, 2])
async def test_a_payload_that_kills_the_inspector_costs_itself_only(tmp_path: Path, processes: int) -> None:
    out, summary = await run(tmp_path, [said(0), said(1, dies=True), said(2)], processes=processes)
    flows = [orjson.loads(record.value or b"") for record in read(out / "spor.flows.ndjson")]
    assert [(f["source"]["offset"], f["coverage"]["scanned"], f["reproducible"]) for f in flows] == [
        (0, "full", True),
        (1, "undecodable", False),
        (2, "full", True),
    ]
    (dead,) = read(out / "spor.deadletter.ndjson")
    assert orjson.loads(dead.value or b"")["reason"] == "inspector.died"
    assert summary.dead_letters == 1


async def test_a_broken_line_leaves_no_file_behind_and_old_ones_untouched(tmp_path: Path) -> None:
    out, _ = await run(tmp_path, MIXED)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    broken = tmp_path / "broken.ndjson"
    broken.write_bytes(b"".join(record_line(said(n)) for n in range(900)) + b"kari@example.org\n")
    with pytest.raises(BrokenLine) as said_of_it:
        await replay(Plan(broken, out, factory=FACTORY))
    assert said_of_it.value.number == 901 and "kari" not in str(said_of_it.value)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


async def test_an_empty_recording_gives_empty_files(tmp_path: Path) -> None:
    out, summary = await run(tmp_path, [])
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {f"{name}.ndjson": b"" for name in OURS}
    assert summary.records == 0


async def test_progress_ends_at_the_files_size(tmp_path: Path) -> None:
    heard: list[int] = []
    file = written(tmp_path, [said(n) for n in range(1200)])
    await replay(Plan(file, tmp_path / "out", factory=FACTORY), heard.append)
    assert heard == sorted(heard) and heard[-1] == file.stat().st_size and len(heard) > 1


def test_batches_are_bounded_by_number_and_by_bytes() -> None:
    small, large = RawMessage("t", 0, 0, 0, None, b"x"), RawMessage("t", 0, 0, 0, None, b"x" * 5_000_000)
    assert [len(batch) for batch in batches([small] * 1030)] == [512, 512, 6]
    assert [len(batch) for batch in batches([large, large, large, small])] == [1, 1, 2]


@pytest.mark.parametrize("topic", ["../../etc/passwd", "a/b", "", "é" * 300, "x" * 249, "spor.tagged." + "y" * 249])
def test_no_topic_name_leads_out_of_the_directory(tmp_path: Path, topic: str) -> None:
    with OutFiles(tmp_path) as files:
        files.put(RawMessage(topic, 0, 0, 0, b"k", b"v"))
    (path,) = tmp_path.iterdir()
    assert path.name == file_name(topic)
    assert next(iter(read(path))).topic == topic


def test_more_topics_than_open_files_lose_nothing(tmp_path: Path) -> None:
    with OutFiles(tmp_path) as files:
        for n in range(400):
            files.put(RawMessage(f"t{n % 100}", 0, 0, 0, None, b"%d" % n))
    assert sorted(len(list(read(path))) for path in files.paths()) == [4] * 100
