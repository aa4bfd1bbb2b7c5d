"""Replay: a recording through the same inspectors and the same fold as a worker's, with no broker, into files.

All or nothing: the files appear when the whole recording has been read. The same recording gives the same bytes on any number
of inspector children.
"""

import asyncio
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from schemas.flow import Flow
from schemas.partial import AlertPartial, WindowPartial
from schemas.records import State
from streams.inspect.words import RawMessage
from streams.ledger import alerts, windows
from streams.ledger.fold import Fold, Row
from streams.ledger.ids import key_partition, partition_of
from streams.ledger.openlineage import event, event_key
from streams.ledger.outputs import FLOW_HEADERS, Headers, Keyed, Outputs
from streams.ledger.state import state_key
from streams.outfiles import OutFiles
from streams.recording import records
from streams.schemastore.store import Store
from streams.tap.pool import FACTORY, InspectorPool

BATCH_RECORDS: Final = 512
BATCH_BYTES: Final = 8 * 1024 * 1024
TOPICS: Final = ("flows", "deadletter", "alerts", "lineage", "state")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a replay is told."""

    recording: Path
    out: Path
    policies: Path | None = None
    processes: int = 1
    tagged: bool = False
    partitions: int = 4  # of spor.flows and our other topics
    window_s: int = 60
    lineage_namespace: str = "spor"
    prefix: str = "spor"
    record_timeout_s: float = 30.0
    references: Path | None = None  # what may be opened; None: nothing, and a replay gives the same bytes each time
    schemas: Path | None = None  # folder of the schemas that records name
    nlp: Path | None = None  # the file of language models; None: none reads
    factory: str = FACTORY  # of the inspectors, as `module:function`


@dataclass(slots=True)
class Summary:
    """What came out: how many records and Flows, how they were judged and how far they were scanned."""

    records: int = 0
    flows: int = 0
    dead_letters: int = 0
    alerts: int = 0
    windows: int = 0
    with_personal_data: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    scanned: Counter[str] = field(default_factory=Counter)
    files: tuple[str, ...] = ()


async def replay(plan: Plan, progress: Callable[[int], None] = lambda _: None) -> Summary:
    """Read the whole recording and write the files into `plan.out`. `progress` hears how many bytes were read so far.

    Raises BrokenLine, PolicyError and InspectorUnavailable; then no file has appeared.
    """
    plan.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".replay-", dir=plan.out) as unfinished:
        with OutFiles(Path(unfinished)) as files:
            for name in TOPICS:
                files.open(f"{plan.prefix}.{name}")
            summary = await _Replay(plan, files).run(progress)
        for path in files.paths():
            path.replace(plan.out / path.name)
        summary.files = tuple(path.name for path in files.paths())
    return summary


class _Replay:
    def __init__(self, plan: Plan, files: OutFiles) -> None:
        self._plan = plan
        self._files = files
        self._folds = [Fold(partition, plan.window_s * 1000, kept=None) for partition in range(plan.partitions)]
        self._summary = Summary()

    async def run(self, progress: Callable[[int], None]) -> Summary:
        plan = self._plan
        async with InspectorPool(
            plan.processes, plan.policies, plan.record_timeout_s, factory=plan.factory, references=plan.references, nlp=plan.nlp
        ) as pool:
            with self._plan.recording.open("rb") as file:
                schemas = Store.of(plan.schemas)
                async for batch, answers in _inspected(pool, schemas, batches(records(file))):
                    for raw, answer in zip(batch, answers, strict=True):
                        self._write(raw, answer)
                    progress(file.tell())
        self._close_windows()
        return self._summary

    def _write(self, raw: RawMessage, answer: Outputs) -> None:
        """What a worker writes for one record, and its Flows into the fold."""
        partition = partition_of(raw.topic, raw.partition, self._plan.partitions)
        place = (partition, raw.timestamp)
        for keyed in answer.flows:
            self._count(self._put("flows", place, keyed, FLOW_HEADERS), partition, Flow.read(keyed[1]))
        for keyed in answer.dead:
            self._put("deadletter", place, keyed)
        if self._plan.tagged and not (raw.key is None and raw.value is None):  # Kafka takes no record without both
            topic = f"{self._plan.prefix}.tagged.{raw.topic}"
            self._files.put(RawMessage(topic, raw.partition, 0, raw.timestamp, raw.key, raw.value, (*raw.headers, *answer.tags)))
        self._summary.records += 1
        self._summary.dead_letters += len(answer.dead)

    def _count(self, offset: int, partition: int, flow: Flow) -> None:
        self._folds[partition].add(offset, flow)
        self._summary.flows += 1
        self._summary.with_personal_data += bool(flow.personal_data)
        self._summary.verdicts[flow.verdict] += 1
        self._summary.scanned[flow.coverage.scanned] += 1

    def _close_windows(self) -> None:
        """All windows end with the recording."""
        rows = [row for fold in self._folds for row in fold.rows()]
        self._write_states(rows)
        self._write_alerts(rows)
        self._write_lineage(rows)

    def _write_states(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if isinstance(row, State):
                self._put("state", (row.partition, row.last), (state_key(row), row.canonical()))

    def _write_alerts(self, rows: Iterable[Row]) -> None:
        parts: dict[tuple[int, bytes], list[AlertPartial]] = {}
        for row in rows:
            if isinstance(row, AlertPartial):
                parts.setdefault((row.start, alerts.alert_key(row)), []).append(row)
        for (_, key), partials in sorted(parts.items()):
            whole = alerts.merged(partials)
            place = (key_partition(key, self._plan.partitions), whole.last)
            self._put("alerts", place, (key, alerts.alert(whole, self._plan.prefix).canonical()), alerts.ALERT_HEADERS)
            self._summary.alerts += 1

    def _write_lineage(self, rows: Iterable[Row]) -> None:
        parts: dict[tuple[int, str], list[WindowPartial]] = {}
        for row in rows:
            if isinstance(row, WindowPartial):
                parts.setdefault((row.start, row.integration), []).append(row)
        for (start, integration), partials in sorted(parts.items()):
            window = windows.merged(partials)
            key = event_key(self._plan.lineage_namespace, integration)
            place = (key_partition(key, self._plan.partitions), start + window.length)
            self._put("lineage", place, (key, event(window, self._plan.lineage_namespace).canonical()))
            self._summary.windows += 1

    def _put(self, name: str, place: tuple[int, int], keyed: Keyed, headers: Headers = ()) -> int:
        """One record of a topic of ours: partition and timestamp, key and value; its offset comes back."""
        (partition, timestamp), (key, value) = place, keyed
        return self._files.put(RawMessage(f"{self._plan.prefix}.{name}", partition, 0, timestamp, key, value, headers))


def batches(raws: Iterable[RawMessage]) -> Iterator[list[RawMessage]]:
    """The records in batches that are bounded by number and by bytes; a record that is larger stands alone."""
    batch: list[RawMessage] = []
    size = 0
    for raw in raws:
        more = len(raw.value or b"") + len(raw.key or b"")
        if batch and (len(batch) >= BATCH_RECORDS or size + more > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(raw)
        size += more
    if batch:
        yield batch


async def _inspected(
    pool: InspectorPool, schemas: Store, pending: Iterable[list[RawMessage]]
) -> AsyncIterator[tuple[list[RawMessage], list[Outputs]]]:
    """Batch by batch in order, the next one with the children already while the caller writes this one."""
    ahead: tuple[list[RawMessage], asyncio.Task[list[Outputs]]] | None = None
    try:
        for batch in pending:
            under_way = batch, asyncio.create_task(pool.inspect(await schemas.fill(batch)))
            if ahead is not None:
                before, ahead = ahead, under_way
                yield before[0], await before[1]
            ahead = under_way
        if ahead is not None:
            yield ahead[0], await ahead[1]
    finally:
        if ahead is not None and not ahead[1].done():
            ahead[1].cancel()
            await asyncio.gather(ahead[1], return_exceptions=True)
