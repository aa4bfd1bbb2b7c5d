"""What the registry shows before any traffic, finding by finding, and how `spor policy check` says it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner, Result

from schemas.law import EEA
from streams.cli.policy import policy
from streams.policy.check import errors, warnings
from streams.policy.load import gather, load
from streams.policy.static import STATIC
from tests.inspect.tag.build import PACK, REGISTRY, flow, policies
from tests.inspect.tag.build import rules as rules_of
from tests.policy.definitions import Json, adapter, definition, seen, step, sub, text_of, webhook

HEALTH = PACK.replace("pd:AccountIdentifier,", "pd:AccountIdentifier, pd:HealthRecord,").replace(
    "categories: [pd:Name, pd:EmailAddress, pd:PhysicalAddress, pd:Transaction]", "categories: [pd:Name, pd:HealthRecord]"
)
ENDPOINTS = {"endpoints": [{"host": "a.example", "country": "NO", "protocol": "https"}]}


def registry(**more: Any) -> str:
    """A registry of one flow, with what a definition says of it."""
    fields = {"id": "f", "match": {"platform": "connxio", "flow_id": "x"}, "controller": "webshop-no", "contract": ENDPOINTS} | more
    return yaml.safe_dump({"flows": [fields]}, sort_keys=False)


def rules(*texts: str) -> list[tuple[str, str]]:
    return [(f.rule, f.level) for f in seen(*texts)]


def hook(**changes: Any) -> Json:
    return {"host": "log.example", "country": "NO", "level": "standard", "content": False, "metadata": True} | changes


def log(*hooks: Json, **own: Any) -> Json:
    return {"logging": {"level": "off", "webhooks": list(hooks or [hook()])} | own}


def test_a_flow_whose_definition_shows_nothing_wrong_has_no_finding() -> None:
    assert rules(registry(**log()), PACK) == []
    assert rules(REGISTRY, PACK) == []


@pytest.mark.parametrize(
    ("more", "pack", "found"),
    [
        (log(hook(content=True)), HEALTH, 1),
        (log(hook(content=True)), PACK, 0),
        (log(hook(content=True)) | {"sensitive": True}, PACK, 1),
        (log(hook(content=False)) | {"sensitive": True}, PACK, 0),
        (log(content=True, level="standard"), HEALTH, 1),
        (log(content=True, level="off"), HEALTH, 0),
        (log(hook(content=True, level="error"), hook()), HEALTH, 1),  # failures are logged with their content
        (log(hook(content=True, enabled=False), hook()), HEALTH, 0),
        (log(hook(content=True), content=True, level="verbose"), HEALTH, 2),
        (log(hook(content=True)), PACK.replace("pd:AccountIdentifier,", "pd:OfficialID,"), 0),  # declared, and no purpose's
        (log(hook(content=True)), HEALTH.replace("pd:HealthRecord", "pd:Passport"), 1),
        (log(hook(content=True)), HEALTH.replace("pd:HealthRecord", "pd:Password"), 1),
        (log(hook(content=True)) | {"match": {"platform": "connxio", "document_type": "Invoice"}}, HEALTH, 0),  # the purpose is for orders
        (log(hook(content=True)) | {"match": {"platform": "connxio", "document_type": "Order"}}, HEALTH, 1),
    ],
)
def test_content_is_logged_of_a_flow_that_is_sensitive(more: Json, pack: str, found: int) -> None:
    said = rules(registry(**more), pack)
    assert said.count(("logging.content-sensitive", "gap")) == found


def test_a_purpose_for_another_context_does_not_make_a_flow_sensitive() -> None:
    pack = HEALTH.replace("when: {document_type: [Order, Shipment]}", "when: {context: order}")
    content = log(hook(content=True))
    assert rules(registry(**content, context="order"), pack) == [("logging.content-sensitive", "gap")]
    assert rules(registry(**content, context="other"), pack) == []
    assert rules(registry(**content, match={"platform": "connxio", "document_type": "Order"}), pack) == [
        ("logging.content-sensitive", "gap")
    ]


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("NO", []),
        ("EU", []),
        ("unknown", [("logging.country-unknown", "gap")]),
        ("IN", [("logging.outside-eea", "violation")]),
        ("GB", [("logging.outside-eea", "gap")]),  # an adequacy decision, whose dates are held against messages
        ("US", [("logging.outside-eea", "gap")]),  # the pack names clauses
    ],
)
def test_a_log_webhook_outside_the_eea(country: str, expected: list[tuple[str, str]]) -> None:
    assert rules(registry(**log(hook(country=country))), PACK) == expected
    off = [("logging.no-tap", "gap")]
    assert rules(registry(**log(hook(country=country, level="off"))), PACK) == off


def test_without_a_pack_nothing_covers_a_log_outside_the_eea() -> None:
    assert rules(registry(**log(hook(country="US")), controller="undecided")) == [("logging.outside-eea", "violation")]


@pytest.mark.parametrize(
    ("hooks", "state", "found"),
    [
        ([], "active", True),
        ([hook(level="off")], "active", True),
        ([hook(level="error")], "active", True),
        ([hook(enabled=False)], "active", True),
        ([hook(enabled=False), hook(level="minimum")], "active", False),
        ([], "disabled", False),
        ([], "archived", False),
    ],
)
def test_no_tap_at_all(hooks: list[Json], state: str, found: bool) -> None:
    said = rules(registry(logging={"webhooks": hooks}, state=state), PACK)
    assert (("logging.no-tap", "gap") in said) is found


def test_a_flow_that_was_written_by_hand_is_not_asked_for_its_logging() -> None:
    assert rules(registry(), PACK) == []


CLOSED = PACK
OPEN = PACK.replace("open: false", "open: true")


@pytest.mark.parametrize(
    ("enriches", "pack", "expected"),
    [
        ({"kind": "dataverse", "entity": "contact"}, CLOSED, [("enrichment.unbounded", "gap")]),
        ({"kind": "data-collection", "host": "a.example"}, CLOSED, [("enrichment.unbounded", "gap")]),
        ({"kind": "rest", "host": "a.example", "fields": ["status"]}, CLOSED, []),
        ({"kind": "dataverse", "fields": ["emailaddress1", "telephone1", "contactid"]}, CLOSED, []),
        ({"kind": "dataverse", "fields": ["fullname", "birthdate"]}, CLOSED, [("enrichment.undeclared", "violation")]),
        ({"kind": "dataverse", "fields": ["fullname", "birthdate"]}, OPEN, [("enrichment.undeclared", "gap")]),
    ],
)
def test_a_look_up_that_can_bring_undeclared_categories(enriches: Json, pack: str, expected: list[tuple[str, str]]) -> None:
    assert rules(registry(enriches=[enriches]), pack) == expected


@pytest.mark.parametrize(
    "more",
    [
        {"contract": {"endpoints": [{"host": "a.example", "country": "NO", "protocol": "ftp"}]}},
        {"adapters": [{"direction": "inbound", "type": "SFTP", "host": "a.example", "protocol": "FTP"}]},
        {"enriches": [{"kind": "rest", "host": "a.example", "protocol": "http", "fields": ["status"]}]},
        log(hook(protocol="http")),
    ],
)
def test_cleartext_is_found_wherever_it_stands(more: Json) -> None:
    assert rules(registry(**more), PACK) == [("endpoint.cleartext", "gap")]


def test_an_endpoint_whose_country_nobody_knows_is_said() -> None:
    assert rules(registry(contract={"endpoints": [{"host": "a.example", "country": "unknown"}]}), PACK) == [
        ("endpoint.country-unknown", "gap")
    ]


def test_unknown_and_undecided_are_nothing_and_not_a_country_or_a_controller() -> None:
    text = registry(contract={"endpoints": [{"host": "a.example", "country": "unknown"}]}, controller="undecided")
    (made,) = policies(text).entries
    assert made.controller is None and made.contract is not None and made.contract.endpoints[0].country is None
    assert "unknown" not in EEA


def test_what_a_definition_says_beside_the_contract_is_no_part_of_the_registrys_digest() -> None:
    plain, told = policies(registry(), PACK), policies(registry(**log(), sensitive=True, state="disabled"), PACK)
    assert (plain.digest, plain.registry_digest) == (told.digest, told.registry_digest)
    assert policies(registry(test=True), PACK).digest != plain.digest


def test_personal_data_of_an_undecided_flow_is_a_gap_and_nobodys() -> None:
    made = flow(policies(registry(controller="undecided", match={"platform": "connxio"}), PACK))
    assert (made.controller, rules_of(made)["controller.no-instructions"]) == (None, "gap")


def folder(root: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (root / f"{name}.yaml").write_text(text, "utf-8")
    return root


def test_an_undecided_controller_is_a_warning_and_a_pack_may_not_be_called_so(tmp_path: Path) -> None:
    root = folder(tmp_path, r=registry(controller="undecided"))
    assert ["a person has to decide" in p.says for p in warnings(gather(root))] == [True]
    assert load(root).entries[0].controller is None
    folder(root, p="pack: undecided\nversion: 1\nrole: controller\n")
    assert any("choose another id" in p.says for p in errors(gather(root)))


def test_an_entry_that_another_one_always_beats_is_a_warning_once_they_judge_differently(tmp_path: Path) -> None:
    text = text_of(definition(sub(), sub(subintegrationName="Copy")))
    assert [p.says for p in warnings(gather(folder(tmp_path, r=text))) if "matches the same" in p.says] == []
    before, after = text.rsplit("controller: undecided", 1)
    folder(tmp_path, r=f"{before}controller: shop{after}")
    (said,) = [p.says for p in warnings(gather(tmp_path)) if "matches the same" in p.says]
    assert said.endswith("orders-to-crm, which comes first and judges them all")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(policy, ["check", *arguments])


@pytest.fixture
def imported_folder(tmp_path: Path) -> Path:
    """An import with a log in Sweden, an ftp source, a look-up without bounds, and a log in India."""
    made = definition(
        sub(transformations=[step("Dataverse", Operation=1, EntityName="contact")]),
        inboundConnection=adapter("SFTP", Url="ftp://in.erp.example"),
        loggingWebhooks=[webhook(), webhook("https://logs.ap-south-1.amazonaws.com/x")],
    )
    return folder(tmp_path, imported=text_of(made))


def test_the_check_prints_findings_with_file_line_level_and_rule(imported_folder: Path) -> None:
    result = check(str(imported_folder))
    assert result.exit_code == 0
    lines = (imported_folder / "imported.yaml").read_text("utf-8").split("\n")
    found = re.findall(r"imported\.yaml:(\d+): (gap|violation): ([a-z.-]+): (\S+): (.+)", result.stdout)
    there = {rule: lines[int(line) - 1] for line, _, rule, _, _ in found}
    assert there.keys() == {"endpoint.country-unknown", "endpoint.cleartext", "enrichment.unbounded", "logging.outside-eea"}
    assert "ap-south-1" in there["logging.outside-eea"] and "dataverse" in there["enrichment.unbounded"]
    assert "in.erp.example" in there["endpoint.cleartext"] and "api.crm.example" in there["endpoint.country-unknown"]
    assert f"{4 + result.stdout.count(': notice.defect: pack connxio: ')} static findings" in result.stdout


@pytest.mark.parametrize(("level", "code"), [("violation", 1), ("gap", 1)])
def test_findings_fail_the_check_only_where_asked_to(imported_folder: Path, level: str, code: int) -> None:
    assert check(str(imported_folder), "--fail-on", level).exit_code == code


def test_a_gap_is_no_violation(tmp_path: Path) -> None:
    root = folder(tmp_path, r=registry(**log(hook(country="unknown"))), p=PACK)
    assert (check(str(root), "--fail-on", "violation").exit_code, check(str(root), "--fail-on", "gap").exit_code) == (0, 1)


def test_programs_read_findings_as_lines_of_json(imported_folder: Path) -> None:
    lines = [json.loads(line) for line in check(str(imported_folder), "--json").stdout.splitlines()]
    found = [line for line in lines if "rule" in line]
    assert lines[-1]["findings"] == len(found)
    assert len([line for line in found if line["rule"] != "notice.defect"]) == 4
    assert all(line.keys() == {"file", "line", "flow", "rule", "level", "message"} for line in found)


CONTRADICTS = PACK + 'defects: [{says: Kept for ever and for a year., cite: "§4"}, {says: No basis is named.}]\n'


def test_a_notices_own_faults_are_told_of_the_packs_that_govern_a_flow(tmp_path: Path) -> None:
    told = [(f.flow, f.level, f.message) for f in seen(CONTRADICTS, registry()) if f.rule == "notice.defect"]
    assert told == [("pack webshop-no", "gap", "Kept for ever and for a year. (§4)"), ("pack webshop-no", "gap", "No basis is named.")]
    assert [f for f in seen(CONTRADICTS) if f.rule == "notice.defect"] == []  # of no flow
    tenant = "flows: [{id: hooks, match: {platform: superoffice}, controller: tenant}]"
    own = CONTRADICTS.replace("pack: webshop-no", "pack: superoffice")
    assert [f for f in seen(own, tenant) if f.rule == "notice.defect"] == []  # a controller's notice is not the platform's
    root = folder(tmp_path, r=registry(), p=CONTRADICTS)
    assert check(str(root), "--fail-on", "gap").exit_code == 0  # it is not for the registry to mend


PAGE = (Path(__file__).parents[2] / "docs/policies.md").read_text("utf-8")


def test_every_static_finding_stands_on_the_page_about_policies() -> None:
    assert [rule for rule in STATIC if f"| `{rule}` |" not in PAGE] == []


def test_the_pages_imported_entry_is_one() -> None:
    (block,) = re.findall(r"```\n(  - id: .*?)```", PAGE, re.DOTALL)
    (made,) = policies("flows:\n" + block).entries
    assert made.logging is not None and made.logging.webhooks[0].content and made.enriches[0].fields == ("emailaddress1",)
