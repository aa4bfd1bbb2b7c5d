"""The closed lists of the house: places, platforms, verdicts, states. Literals, so that mypy and pydantic both hold them."""

from typing import Annotated, Literal, get_args

from pydantic import Field

Place = Literal["body", "metadata", "lookup", "property", "filename", "url", "status", "error", "header", "key", "object_key", "envelope"]
Platform = Literal["connxio", "connectmyapps", "connectis", "conneqtech", "superoffice", "generic"]
Adapter = Literal["auto", "connxio", "connectmyapps", "connectis", "conneqtech", "superoffice", "debezium", "cloudevents", "raw"]
Scanned = Literal["full", "partial", "opaque", "reference", "undecodable"]
Level = Literal["violation", "gap", "compliant"]
Ground = Literal["law", "contract", "notice", "spor"]  # what a verdict stands on
ValueState = Literal["clear", "masked"]
Clock = Literal["running", "open", "unstated", "held"]
Anchor = Literal[
    "message", "contract-end", "last-activity", "withdrawal", "account-closure", "purchase",
    "contact", "collection", "fiscal-year-end", "handled", "external",
]  # fmt: skip
SchemaType = Literal["AVRO", "PROTOBUF", "JSON"]  # as a schema registry names them
Stage = Literal["unwrap", "decode", "detect", "tag", "inspector"]
FileType = Literal[  # of contents that are no text, by their first bytes; `ole`: old office files; `binary`: none of the others
    "pdf", "png", "jpeg", "gif", "tiff", "webp", "heic", "zip", "docx", "xlsx", "pptx", "odf", "epub", "ole", "7z", "rar", "bzip2",
    "xz", "zstd", "lz4", "gzip", "avro", "parquet", "audio", "video", "program", "binary",
]  # fmt: skip

Curie = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9-]*$")]  # "pd:EmailAddress", "eu-gdpr:A6-1-b"
Score = Annotated[str, Field(pattern=r"^[01]\.[0-9][0-9]$")]  # text with two decimals, "0.00" to "1.00"
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]  # a calendar date in the pack's time zone

PLACES: tuple[str, ...] = get_args(Place)
PLATFORMS: tuple[str, ...] = get_args(Platform)
SEVERITY: dict[str, int] = {"violation": 0, "gap": 1, "compliant": 2}  # the order of verdicts, worst first
