"""A lineage event: an OpenLineage 2-0-2 RunEvent, with OpenLineage's own facets where it has one and ours where it has none.

Fields are spelt as the specification spells them. Never a value of a message: paths, categories, codes and counts.
"""

from typing import Final, Literal

from pydantic import AliasGenerator, ConfigDict, Field
from pydantic.alias_generators import to_camel

from schemas.model import Model
from schemas.words import Anchor, Curie, Day, Ground, Level, Place, Score

PRODUCER: Final = "https://spor.example/"
OURS: Final = "https://spor.example/schemas/facets/1-0-0"
THEIRS: Final = "https://openlineage.io/spec"


class Camel(Model):
    """Written in OpenLineage's spelling: `event_time` is `eventTime`."""

    model_config = ConfigDict(alias_generator=AliasGenerator(alias=to_camel))


class Facet(Camel):
    producer: Literal["https://spor.example/"] = Field(PRODUCER, alias="_producer")
    schema_url: str = Field(alias="_schemaURL")


def _url(facet: str, version: str | None = None) -> str:
    base = f"{THEIRS}/facets/{version}" if version else OURS
    return f"{base}/{facet}.json#/$defs/{facet}"


# OpenLineage's own facets, as far as we fill them


class NominalTime(Facet):
    schema_url: str = Field(_url("NominalTimeRunFacet", "1-0-1"), alias="_schemaURL")
    nominal_start_time: str
    nominal_end_time: str  # excluded


class EmissionPattern(Camel):
    event_trigger: Literal["PERIODIC"] = "PERIODIC"
    event_content_mode: Literal["COMPLETE_SNAPSHOT"] = "COMPLETE_SNAPSHOT"
    window_duration: int = Field(ge=1)  # seconds


class JobType(Facet):
    schema_url: str = Field(_url("JobTypeJobFacet", "2-0-4"), alias="_schemaURL")
    processing_type: Literal["STREAMING"] = "STREAMING"
    integration: Literal["SPOR"] = "SPOR"
    job_type: Literal["INTEGRATION"] = "INTEGRATION"
    emission_pattern: EmissionPattern


class Owner(Camel):
    name: str
    type: Literal["controller", "processor"]


class Ownership(Facet):
    schema_url: str = Field(_url("OwnershipJobFacet", "1-0-1"), alias="_schemaURL")
    owners: tuple[Owner, ...]


class DatasetType(Facet):
    schema_url: str = Field(_url("DatasetTypeDatasetFacet", "1-0-1"), alias="_schemaURL")
    dataset_type: Literal["TOPIC", "SYSTEM"]


class SchemaField(Camel):
    name: str  # the path; with `place:` before it outside the body


class Schema(Facet):
    schema_url: str = Field(_url("SchemaDatasetFacet", "1-2-0"), alias="_schemaURL")
    fields: tuple[SchemaField, ...]


class DatasetTag(Camel):
    key: Literal["dpv:hasPersonalData"] = "dpv:hasPersonalData"
    value: Curie
    source: Literal["SPOR"] = "SPOR"


class FieldTag(DatasetTag):
    field: str  # a name of the schema facet


class DatasetTags(Facet):
    schema_url: str = Field(_url("TagsDatasetFacet", "1-0-0"), alias="_schemaURL")
    tags: tuple[FieldTag, ...] | tuple[DatasetTag, ...]


class InputStatistics(Facet):
    schema_url: str = Field(_url("InputStatisticsInputDatasetFacet", "1-0-0"), alias="_schemaURL")
    row_count: int


class OutputStatistics(Facet):
    schema_url: str = Field(_url("OutputStatisticsOutputDatasetFacet", "1-0-2"), alias="_schemaURL")
    row_count: int


# Ours


class FieldSummary(Camel):
    place: Place
    path: str
    category: Curie
    entity: str
    flows: int = Field(ge=1)
    count: int = Field(ge=1)  # findings
    masked: int = Field(ge=0)  # Flows with a masked value
    score: Score  # the highest


class PersonalDataDatasetFacet(Facet):
    """Which fields of a topic held which personal data in this window."""

    schema_url: str = Field(_url("PersonalDataDatasetFacet"), alias="_schemaURL")
    fields: tuple[FieldSummary, ...]
    truncated: bool  # more fields than one event takes; the first ones in order stand here


class CategoryFlow(Camel):
    category: Curie
    purpose: Curie | None  # null: nobody stated one
    flows: int = Field(ge=1)


class ExchangeDatasetFacet(Facet):
    """Which categories a system sent or received in this window, for which purposes."""

    schema_url: str = Field(_url("ExchangeDatasetFacet"), alias="_schemaURL")
    categories: tuple[CategoryFlow, ...]
    truncated: bool


class RetentionPromise(Camel):
    category: Curie
    purpose: Curie | None
    legal_basis: Curie | None
    store: str | None
    period: str | None  # ISO 8601 duration
    anchor: Anchor | None
    earliest_until: Day | None
    pack: str
    citation: str | None
    flows: int = Field(ge=1)


class ProcessingJobFacet(Facet):
    """For whom, for what and for how long: what the packs in force promise for what was seen."""

    schema_url: str = Field(_url("ProcessingJobFacet"), alias="_schemaURL")
    controllers: tuple[str, ...]  # pack ids
    processors: tuple[str, ...]
    platforms: tuple[str, ...]
    purposes: tuple[Curie, ...]
    legal_bases: tuple[Curie, ...]
    categories: tuple[Curie, ...]
    subject_kinds: tuple[Curie, ...]
    senders: tuple[str, ...]
    recipients: tuple[str, ...]
    retention: tuple[RetentionPromise, ...]
    policies: tuple[str, ...]  # id@version
    truncated: bool


class RuleSummary(Camel):
    rule: str
    verdict: Level
    source: Ground
    flows: int = Field(ge=1)


class VerdictsRunFacet(Facet):
    """How many Flows came out how, and by which rules."""

    schema_url: str = Field(_url("VerdictsRunFacet"), alias="_schemaURL")
    violation: int = Field(ge=0)
    gap: int = Field(ge=0)
    compliant: int = Field(ge=0)
    rules: tuple[RuleSummary, ...]
    truncated: bool


class OffsetRange(Camel):
    """The source offsets that a window drew on; other windows may lie between them."""

    cluster: str
    topic: str
    topic_id: str
    partition: int = Field(ge=0)
    flows: int = Field(ge=1)
    first: int = Field(ge=0)
    last: int = Field(ge=0)


class CoverageRunFacet(Facet):
    """What of the window was read: how many messages, how far each was scanned, and from which offsets."""

    schema_url: str = Field(_url("CoverageRunFacet"), alias="_schemaURL")
    flows: int = Field(ge=1)
    subjects: int = Field(ge=0)  # person containers, added up over messages
    first: str  # message times
    last: str
    scanned: dict[str, int]  # full, partial, opaque, reference, undecodable
    reasons: dict[str, int]
    sources: tuple[OffsetRange, ...]
    detectors: tuple[str, ...]
    truncated: bool


# The event


class RunFacets(Camel):
    nominal_time: NominalTime
    spor_verdicts: VerdictsRunFacet = Field(alias="spor_verdicts")
    spor_coverage: CoverageRunFacet = Field(alias="spor_coverage")


class Run(Camel):
    run_id: str
    facets: RunFacets


class JobFacets(Camel):
    job_type: JobType
    ownership: Ownership
    spor_processing: ProcessingJobFacet = Field(alias="spor_processing")


class Job(Camel):
    namespace: str
    name: str
    facets: JobFacets


class TopicFacets(Camel):
    dataset_type: DatasetType
    schema_: Schema = Field(alias="schema")
    tags: DatasetTags
    spor_personal_data: PersonalDataDatasetFacet = Field(alias="spor_personalData")


class SystemFacets(Camel):
    dataset_type: DatasetType
    tags: DatasetTags
    spor_exchange: ExchangeDatasetFacet = Field(alias="spor_exchange")


class InputFacets(Camel):
    input_statistics: InputStatistics


class OutputFacets(Camel):
    output_statistics: OutputStatistics


class InputDataset(Camel):
    namespace: str
    name: str
    facets: TopicFacets | SystemFacets
    input_facets: InputFacets


class OutputDataset(Camel):
    namespace: str
    name: str
    facets: SystemFacets
    output_facets: OutputFacets


class RunEvent(Camel):
    event_time: str  # the window's end
    event_type: Literal["COMPLETE"] = "COMPLETE"
    producer: Literal["https://spor.example/"] = PRODUCER
    schema_url: str = Field(f"{THEIRS}/2-0-2/OpenLineage.json#/$defs/RunEvent", alias="schemaURL")
    run: Run
    job: Job
    inputs: tuple[InputDataset, ...]
    outputs: tuple[OutputDataset, ...]
