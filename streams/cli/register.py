"""`spor register`: the record of processing activities (GDPR art. 30), from packs, registry and traffic."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from schemas.model import SporError
from streams.cli.options import Bootstrap, KafkaConfig, LogLevel, Policies, Prefix
from streams.cli.policy_diff import FlowsFile, connection, traffic_of
from streams.logs import configure
from streams.policy.load import load
from streams.register.made import made


class For(StrEnum):
    controller = "controller"
    processor = "processor"


class Format(StrEnum):
    xlsx = "xlsx"
    csv = "csv"
    json_ld = "json-ld"
    fideslang = "fideslang"
    md = "md"


class Layout(StrEnum):
    art30 = "art30"
    ico = "ico"
    cnil = "cnil"
    cnpd = "cnpd"


class Words(StrEnum):
    en = "en"
    nb = "nb"
    nl = "nl"


class Unwritable(SporError):
    """The file that was asked for cannot be made."""


def register(
    whose: Annotated[For, typer.Option("--for", help="Whose register: art. 30(1) or 30(2).")] = For.controller,
    controller: Annotated[str | None, typer.Option("--controller", metavar="ID", help="Only this pack's rows; left out: all.")] = None,
    fmt: Annotated[Format, typer.Option("--format", help="A workbook, a table, or linked data.")] = Format.md,
    layout: Annotated[Layout, typer.Option("--layout", help="Columns of the law, or of an authority's template.")] = Layout.art30,
    language: Annotated[Words, typer.Option("--language", help="Plain words beside the terms.")] = Words.en,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write here instead of standard output.")] = None,
    flows: FlowsFile = None,
    observed: Annotated[bool, typer.Option("--observed/--declared-only", help="With the annex of what traffic showed.")] = True,
    policies: Policies = None,
    bootstrap_servers: Bootstrap = "127.0.0.1:9092",
    kafka_config: KafkaConfig = None,
    prefix: Prefix = "spor",
    log_level: LogLevel = "warning",
) -> None:
    """Print the record of processing activities: what packs and registry declare, an annex of what traffic showed, and Spor's own part.

    What a document does not say reads `unstated`; what is ours and not the document's is marked inferred.

    Example: spor register --for controller --controller webshop-no --flows replayed/spor.flows.ndjson --format xlsx --out register.xlsx
    """
    configure(log_level)
    policy, settings = load(policies), connection(bootstrap_servers, kafka_config, prefix)
    traffic = traffic_of(settings, flows) if observed else {}
    data = made(policy, traffic, whose.value, controller, prefix).written(fmt.value, layout.value, language.value)
    if out is None:
        sys.stdout.buffer.write(data)
        return
    try:
        out.write_bytes(data)
    except OSError as wrong:
        raise Unwritable(f"{out}: cannot be written: {wrong.strerror}; name another file with --out") from None
