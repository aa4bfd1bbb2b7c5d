"""The record of processing activities: what it says, in each form, and that no cell of it is ever run."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from streams.cli.main import app
from streams.kafka.topics import TABLE
from streams.ledger.observed import observed
from streams.policy.load import load
from streams.register.files import comma_separated, harmless, markdown, workbook
from streams.register.layout import LAYOUTS, Sheet
from streams.register.made import FORMS, NoSuchController, Register, Role, made
from tests.inspect.tag.build import EMAIL, NAME, PACK, REGISTRY, flow, found, policies

POLICY = policies(PACK, REGISTRY)
TRAFFIC = observed([flow(POLICY, found(EMAIL, NAME)), flow(POLICY, found("DATE_OF_BIRTH"), sender="Warehouse")])


def register(role: Role = "controller", controller: str | None = "webshop-no") -> Register:
    return made(POLICY, TRAFFIC, role, controller, "spor")


def main_rows(told: Register, layout: str = "art30") -> list[dict[str, str]]:
    sheet = told.sheets(layout, "en")[0]
    return [dict(zip(sheet.headings, row, strict=True)) for row in sheet.rows]


def test_a_controllers_row_says_what_its_pack_says() -> None:
    (row,) = main_rows(register())
    assert row["Purpose of processing"] == "performing a contract (dpv:FulfilmentOfContractualObligation)"
    assert row["Legal basis"] == "contract (eu-gdpr:A6-1-b)"
    assert row["Categories of data subjects"] == "customer (dpv:Customer)"
    assert row["Third countries"] == "US"
    assert row["Safeguards"] == "US (Mailer Inc): standard contractual clauses, 2021/914"
    assert row["Time limits for erasure"] == "engine: P3M from message; accounting: P5Y from fiscal-year-end"
    assert row["Security measures"] == "unstated"
    assert row["Integrations"] == "orders-erp-to-carrier"


def test_what_is_ours_and_not_the_notices_is_marked() -> None:
    (row,) = [r for r in made(load(None), {}, "controller", "connectis", "spor").rows if r.contexts == ("access-request",)]
    assert row.inferred
    cell = {r["Situation"]: r["Legal basis"] for r in main_rows(made(load(None), {}, "controller", "connectis", "spor"))}
    assert cell["access-request"] == "legal obligation (eu-gdpr:A6-1-c) [inferred]"
    assert cell["analytics"] == "unstated"


def test_a_processors_row_has_neither_purposes_nor_periods() -> None:
    rows = {row["Controller"]: row for row in main_rows(register("processor", None))}
    (row,) = rows.values()
    assert row["Controller"] == "Nettbutikken AS, processing register extract"
    assert row["Integrations"] == "orders-erp-to-carrier"
    assert row["Own location promised"] == "EEA"
    assert not [heading for heading in row if "urpose" in heading or "erasure" in heading]


def test_what_was_seen_stands_in_the_annex_and_nowhere_else() -> None:
    main, annex, _ = register().sheets("art30", "en")
    seen = {row[2]: dict(zip(annex.headings, row, strict=True)) for row in annex.rows}
    assert seen["birth date (pd:BirthDate)"]["Senders"] == "ERP; Warehouse"
    assert seen["birth date (pd:BirthDate)"]["Messages"] == "1"
    assert "contract.party" in seen["birth date (pd:BirthDate)"]["Rules that spoke"]
    assert not [cell for row in main.rows for cell in row if "BirthDate" in cell or "Warehouse" in cell]


def test_spor_itself_stands_in_its_own_register_with_every_topic() -> None:
    sheet = register().sheets("art30", "en")[2]
    topics = {row[0]: row for row in sheet.rows}
    assert {f"spor.{name}" for name in TABLE} <= topics.keys()
    assert topics["spor.flows"][3] == "P365D"
    assert topics["spor.partials"][3] == "the latest row per key, at most P7D"
    assert "spor.inbox.*" in topics


@pytest.mark.parametrize(("layout", "columns"), [("art30", 17), ("ico", 30), ("cnil", 11), ("cnpd", 7)])
def test_each_layout_has_its_authoritys_columns(layout: str, columns: int) -> None:
    sheet = register().sheets(layout, "en")[0]
    assert len(sheet.headings) == columns == len(LAYOUTS[layout])
    assert all(len(row) == columns for row in sheet.rows)


@pytest.mark.parametrize(
    ("language", "word", "kept"),
    [
        ("nb", "oppfylle avtale", "engine: P3M fra meldingen; accounting: P5Y fra regnskapsårets slutt"),
        ("nl", "een overeenkomst uitvoeren", "engine: P3M vanaf het bericht; accounting: P5Y vanaf het einde van het boekjaar"),
    ],
)
def test_terms_and_periods_are_said_in_the_readers_language(language: str, word: str, kept: str) -> None:
    sheet = register().sheets("art30", language)[0]  # type: ignore[arg-type]  # one of the three
    assert {f"{word} (dpv:FulfilmentOfContractualObligation)", kept} <= set(sheet.rows[0])


@pytest.mark.parametrize("form", FORMS)
def test_the_same_register_gives_the_same_bytes(form: str) -> None:
    assert register().written(form) == register().written(form)  # type: ignore[arg-type]  # one of FORMS


def test_linked_data_says_what_the_row_says() -> None:
    (process,) = [node for node in json.loads(register().written("json-ld"))["@graph"] if "dpv:hasPurpose" in node]
    assert process["dpv:hasPurpose"] == {"@id": "dpv:FulfilmentOfContractualObligation"}
    assert process["dpv:hasLegalBasis"] == [{"@id": "eu-gdpr:A6-1-b"}]
    assert process["dpv:hasThirdCountry"] == [{"@id": "loc:US"}]
    engine, accounting = process["dpv:hasStorageCondition"]
    assert (engine["@type"], engine["dpv:hasDuration"]["rdf:value"]["@value"]) == ("dpv:StorageDuration", "P3M")
    assert (accounting["dct:description"], accounting["dpv:hasDuration"]["@type"]) == (
        "accounting: P5Y from fiscal-year-end",
        "dpv:TemporalDuration",
    )


@pytest.mark.parametrize(
    ("retention", "kind", "value"),
    [
        ("{store: a, period: P2W, anchor: contact}", "dpv:TemporalDuration", "P14D"),
        ("{store: a, period: P0D, anchor: withdrawal}", "dpv:UntilEventDuration", "P0D"),
        ("{store: a, period: null, note: a reasonable time}", "dpv:IndeterminateDuration", None),
    ],
)
def test_how_long_a_store_keeps_is_a_kind_of_duration(retention: str, kind: str, value: str | None) -> None:
    pack = PACK.replace("{store: engine, period: P3M, anchor: message}", retention)
    told = made(policies(pack, REGISTRY), {}, "controller", "webshop-no", "spor")
    duration = next(
        n
        for n in walk(json.loads(told.written("json-ld")))
        if isinstance(n, dict) and n.get("@type", "").endswith("Duration") and n["@type"] != "dpv:StorageDuration"
    )
    assert (duration["@type"], duration.get("rdf:value", {}).get("@value")) == (kind, value)


def test_rights_are_terms_in_every_form() -> None:
    told = made(
        policies(PACK.replace("raise: []", "raise: []\nrights: {rights: [access, copy, erasure, a copy by post]}")),
        {},
        "controller",
        "webshop-no",
        "spor",
    )
    assert main_rows(told)[0]["Rights"] == "access (eu-gdpr:A15); erasure (eu-gdpr:A17); a copy by post"
    (process,) = [node for node in json.loads(told.written("json-ld"))["@graph"] if "dpv:hasPurpose" in node]
    assert process["dpv:hasRight"] == [{"@id": "eu-gdpr:A15"}, {"@id": "eu-gdpr:A17"}]
    assert yaml.safe_load(told.written("fideslang"))["system"][0]["meta"] == {"data_subject_rights": "Access, Erasure"}


def test_what_a_processor_does_is_what_its_pack_says() -> None:
    (row,) = main_rows(register("processor", None))
    assert row["Categories of processing"].startswith("collect (dpv:Collect); transform (dpv:Transform); transmit (dpv:Transmit); store")


def walk(value: object):  # type: ignore[no-untyped-def]  # every node below
    yield value
    for below in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(below)


def test_a_manifest_has_a_system_per_controller_and_spor_itself() -> None:
    told = yaml.safe_load(register().written("fideslang"))
    assert [system["fides_key"] for system in told["system"]] == ["webshop-no", "spor"]
    (declared,) = told["system"][0]["privacy_declarations"]
    assert (declared["data_use"], declared["legal_basis_for_processing"]) == ("essential.service", "Contract")
    assert declared["data_categories"] == ["user.behavior.purchase_history", "user.contact.address", "user.contact.email", "user.name"]


@pytest.mark.parametrize("bait", ["=1+1", "+49 30", "-2", "@SUM(A1)", "\tx", "\r=1", '=HYPERLINK("x")', "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula_in_any_form(bait: str) -> None:
    sheet = Sheet("Bait", (bait,), ((bait,),))
    cells = [row[0] for row in csv.reader(io.StringIO(comma_separated([sheet]), newline=""))][1:]
    assert len(cells) == 2
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    with zipfile.ZipFile(io.BytesIO(workbook([sheet]))) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "hyperlink" not in page
    assert page.count('t="s"') == 2


@given(st.text())
def test_a_harmless_cell_begins_with_nothing_that_a_spreadsheet_runs(text: str) -> None:
    assert harmless(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert harmless(text).removeprefix("'") == text.removeprefix("'") or harmless(text) == text


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_whatever_stands_in_a_cell_a_table_of_markdown_keeps_its_columns(rows: list[list[str]]) -> None:
    page = markdown([Sheet("Any", ("a", "b"), tuple(map(tuple, rows)))])  # type: ignore[arg-type]  # two cells each
    lines = [line for line in page.split("\n") if line.startswith("|")]
    assert len(lines) == (len(rows) + 2 if rows else 0)
    assert {line.replace("\\\\", "").replace("\\|", "").count("|") for line in lines} <= {3}


def test_a_cell_longer_than_a_workbook_takes_is_cut_and_says_so() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook([Sheet("Long", ("a",), (("x" * 40_000,),))]))) as book:
        assert "x…" in book.read("xl/sharedStrings.xml").decode()


def test_a_controller_that_nobody_knows_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(NoSuchController, match=r"no pack and no flow of a controller shop; known are .*webshop-no"):
        register(controller="shop")


def test_the_command_writes_a_file_and_prints_a_page(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(PACK, "utf-8")
    (tmp_path / "flows.yaml").write_text(REGISTRY, "utf-8")
    given_ = ["register", "--declared-only", "--policies", str(tmp_path), "--controller", "webshop-no"]
    page = CliRunner().invoke(app, given_)
    assert (page.exit_code, page.stdout.startswith("# Record of processing activities")) == (0, True)
    file = tmp_path / "register.xlsx"
    assert CliRunner().invoke(app, [*given_, "--format", "xlsx", "--out", str(file)]).exit_code == 0
    assert zipfile.is_zipfile(file)
