"""A window as an OpenLineage event: a finished run with a complete snapshot, so that no other event is needed to read it.

The sending systems and the tapped topics are inputs, the receiving systems outputs. The same window gives the same event.
"""

import uuid
from collections.abc import Iterable
from typing import Any, Final

from schemas.lineage import (
    CategoryFlow,
    CoverageRunFacet,
    DatasetTag,
    DatasetTags,
    DatasetType,
    EmissionPattern,
    ExchangeDatasetFacet,
    FieldSummary,
    FieldTag,
    InputDataset,
    InputFacets,
    InputStatistics,
    Job,
    JobFacets,
    JobType,
    NominalTime,
    OffsetRange,
    OutputDataset,
    OutputFacets,
    OutputStatistics,
    Owner,
    Ownership,
    PersonalDataDatasetFacet,
    ProcessingJobFacet,
    RetentionPromise,
    RuleSummary,
    Run,
    RunEvent,
    RunFacets,
    Schema,
    SchemaField,
    SystemFacets,
    TopicFacets,
    VerdictsRunFacet,
)
from schemas.partial import Edge, ObservedField, SourceRange
from streams.ledger.times import rfc3339
from streams.ledger.windows import Window

RUNS: Final = uuid.uuid5(uuid.NAMESPACE_URL, "https://spor.example/run")


def event(window: Window, namespace: str) -> RunEvent:
    """The event of one window; `namespace` is the job's."""
    ends = rfc3339(window.start + window.length)
    return RunEvent(
        event_time=ends,
        run=Run(
            run_id=run_id(namespace, window.integration, window.start),
            facets=RunFacets(
                nominal_time=NominalTime(nominal_start_time=rfc3339(window.start), nominal_end_time=ends),
                spor_verdicts=_verdicts(window),
                spor_coverage=_coverage(window),
            ),
        ),
        job=Job(
            namespace=namespace,
            name=window.integration,
            facets=JobFacets(
                job_type=JobType(emission_pattern=EmissionPattern(window_duration=max(1, window.length // 1000))),
                ownership=_ownership(window),
                spor_processing=_processing(window),
            ),
        ),
        inputs=(*_topics(window), *_senders(window, namespace)),
        outputs=tuple(_receivers(window, namespace)),
    )


def event_key(namespace: str, integration: str) -> bytes:
    """The key of the lineage topic: all events of one job in one partition, in order."""
    return f"run:{namespace}/{integration}".encode()


def run_id(namespace: str, integration: str, start: int) -> str:
    """Every window is a run of its own: sent again, it has the same id."""
    return str(uuid.uuid5(RUNS, f"{namespace}|{integration}|{start}"))


def _verdicts(window: Window) -> VerdictsRunFacet:
    flows = _counted(window, "verdict")
    return VerdictsRunFacet(
        violation=flows.get("violation", 0),
        gap=flows.get("gap", 0),
        compliant=flows.get("compliant", 0),
        rules=tuple(RuleSummary(**row.model_dump()) for row in _rows(window, "rules")),
        truncated=_truncated(window, "rules"),
    )


def _coverage(window: Window) -> CoverageRunFacet:
    assert window.first is not None and window.last is not None
    return CoverageRunFacet(
        flows=window.flows,
        subjects=window.subjects,
        first=rfc3339(window.first),
        last=rfc3339(window.last),
        scanned=_counted(window, "scanned"),
        reasons=_counted(window, "reason"),
        sources=tuple(OffsetRange(**row.model_dump()) for row in _rows(window, "sources")),
        detectors=tuple(_counted(window, "detector")),
        truncated=_truncated(window, "sources", "counts"),
    )


def _ownership(window: Window) -> Ownership:
    controllers = [Owner(name=f"controller:{name}", type="controller") for name in _counted(window, "controller")]
    processors = [Owner(name=f"processor:{name}", type="processor") for name in _counted(window, "processor")]
    return Ownership(owners=(*controllers, *processors))


def _processing(window: Window) -> ProcessingJobFacet:
    promises = _rows(window, "promises")
    return ProcessingJobFacet(
        controllers=tuple(_counted(window, "controller")),
        processors=tuple(_counted(window, "processor")),
        platforms=tuple(_counted(window, "platform")),
        purposes=_distinct(p.purpose for p in promises),
        legal_bases=_distinct(p.legal_basis for p in promises),
        categories=_distinct(f.category for f in _rows(window, "fields")),
        subject_kinds=tuple(_counted(window, "subject")),
        senders=tuple(_counted(window, "sender")),
        recipients=tuple(_counted(window, "receiver")),
        retention=tuple(RetentionPromise(earliest_until=p.until, **p.model_dump(exclude={"until"})) for p in promises),
        policies=tuple(_counted(window, "policy")),
        truncated=_truncated(window, "promises", "fields", "counts"),
    )


def _topics(window: Window) -> Iterable[InputDataset]:
    ranges: dict[tuple[str, str], list[SourceRange]] = {}
    for row in _rows(window, "sources"):
        ranges.setdefault((row.cluster, row.topic), []).append(row)
    fields: dict[tuple[str, str], list[ObservedField]] = {}
    for row in _rows(window, "fields"):
        fields.setdefault((row.cluster, row.topic), []).append(row)
    for (cluster, topic), rows in ranges.items():
        yield InputDataset(
            namespace=f"kafka://{cluster or 'unknown'}",
            name=topic,
            facets=_topic_facets(fields.get((cluster, topic), []), truncated=_truncated(window, "fields")),
            input_facets=InputFacets(input_statistics=InputStatistics(row_count=sum(row.flows for row in rows))),
        )


def _topic_facets(fields: list[ObservedField], *, truncated: bool) -> TopicFacets:
    names = {(f.place, f.path): f.path if f.place == "body" else f"{f.place}:{f.path}" for f in fields}
    tags = sorted({(names[f.place, f.path], f.category) for f in fields})
    return TopicFacets(
        dataset_type=DatasetType(dataset_type="TOPIC"),
        schema_=Schema(fields=tuple(SchemaField(name=name) for name in sorted(set(names.values())))),
        tags=DatasetTags(tags=tuple(FieldTag(field=name, value=category) for name, category in tags)),
        spor_personal_data=PersonalDataDatasetFacet(
            fields=tuple(FieldSummary(**f.model_dump(exclude={"cluster", "topic"})) for f in fields), truncated=truncated
        ),
    )


def _senders(window: Window, namespace: str) -> Iterable[InputDataset]:
    for name, flows in _counted(window, "sender").items():
        yield InputDataset(
            namespace=_systems(namespace),
            name=name,
            facets=_system_facets(window, [e for e in _rows(window, "edges") if e.sender == name]),
            input_facets=InputFacets(input_statistics=InputStatistics(row_count=flows)),
        )


def _receivers(window: Window, namespace: str) -> Iterable[OutputDataset]:
    for name, flows in _counted(window, "receiver").items():
        yield OutputDataset(
            namespace=_systems(namespace),
            name=name,
            facets=_system_facets(window, [e for e in _rows(window, "edges") if e.receiver == name]),
            output_facets=OutputFacets(output_statistics=OutputStatistics(row_count=flows)),
        )


def _system_facets(window: Window, edges: list[Edge]) -> SystemFacets:
    flows: dict[tuple[str, str | None], int] = {}
    for edge in edges:
        if edge.category is not None:
            flows[edge.category, edge.purpose] = flows.get((edge.category, edge.purpose), 0) + edge.flows
    exchanged = sorted(flows, key=lambda key: (key[0], key[1] or ""))
    return SystemFacets(
        dataset_type=DatasetType(dataset_type="SYSTEM"),
        tags=DatasetTags(tags=tuple(DatasetTag(value=category) for category in _distinct(c for c, _ in exchanged))),
        spor_exchange=ExchangeDatasetFacet(
            categories=tuple(CategoryFlow(category=c, purpose=p, flows=flows[c, p]) for c, p in exchanged),
            truncated=_truncated(window, "edges"),
        ),
    )


def _systems(namespace: str) -> str:
    """Sending and receiving systems are known by name only, and a name means something only beside its job's namespace."""
    return f"system://{namespace}"


def _rows(window: Window, table: str) -> tuple[Any, ...]:
    return window.tables[table].sorted_rows()


def _counted(window: Window, of: str) -> dict[str, int]:
    """What the Flows said of one thing, in code point order, with how many said it."""
    return {row.what: row.flows for row in _rows(window, "counts") if row.of == of}


def _truncated(window: Window, *tables: str) -> bool:
    return any(window.tables[table].cut is not None for table in tables)


def _distinct(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word is not None}))
