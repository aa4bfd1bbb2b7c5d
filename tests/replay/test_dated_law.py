"""Traffic of other years through `spor replay`: each message is judged by the law and the notices of its own day."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from streams.cli.main import app
from streams.recording import read, record_line
from tests.messages import record

# What a controller names for its recipient in the United States, and elsewhere: one pack for each instrument.
OWN = {
    "shield": "{country: US, safeguard: eu-gdpr:A45-3, instrument: 2016/1250, recipient: Mailer Inc, cite: §5}",
    "clauses-2010": "{country: US, safeguard: eu-gdpr:A46-2-c, instrument: 2010/87, recipient: Mailer Inc, cite: §5}",
    "clauses-2021": "{country: US, safeguard: eu-gdpr:A46-2-c, instrument: 2021/914, recipient: Mailer Inc, cite: §5}",
    "certified": "{country: US, instrument: 2023/1795, recipient: Mailer Inc, cite: §5}",
    "uncertified": "{country: US, instrument: 2023/1795, recipient: Somebody Else Inc, cite: §5}",
    "nothing": "",
}
PACK = """\
pack: {name}
version: 2018-05-25
role: controller
categories: {{declared: [pd:Name, pd:EmailAddress], cite: §1}}
purposes: [{{purpose: dpv:DirectMarketing, legal_basis: eu-gdpr:A6-1-a, cite: §2}}]
transfers: [{transfers}]
valid_from: 2018-05-25
"""
FLOW = """\
  - id: {name}-{country}
    match: {{topic: {name}-{country}}}
    controller: {pack}
    context: {context}
    contract: {{receiver: [{receiver}], endpoints: [{{host: api.mailer.example, country: {country}, protocol: https}}]}}
    facts:
      consent: {{path: $.consent, yes: present}}
      source-consent: {{path: $.consent, yes: present}}
      customer: {{path: $.consent, yes: present}}
"""
VOID, NONE, UNINSTRUCTED = "transfer.safeguard-void", "transfer.no-safeguard", "controller.no-instructions"
SHIELD_FELL = "2016/1250, EU-US Privacy Shield: CJEU C-311/18"
OLD_CLAUSES = "2010/87, standard clauses, controller to processor: Decision (EU) 2021/914 art. 4"

# Flow, day, what speaks. The last part of a flow's name is the country that it goes to.
CASES: list[tuple[str, str, set[str]]] = [
    ("shield-US", "2019-06-01", set()),
    ("shield-US", "2020-07-15", set()),
    ("shield-US", "2020-07-16", {VOID}),
    ("shield-US", "2021-06-01", {VOID}),
    ("shield-US", "2024-06-01", {VOID}),  # the framework of 2023 is not the shield's: nobody named it
    ("clauses-2010-US", "2019-06-01", set()),
    ("clauses-2010-US", "2021-06-01", set()),
    ("clauses-2010-US", "2022-12-27", set()),
    ("clauses-2010-US", "2022-12-28", {VOID}),
    ("clauses-2021-US", "2021-06-26", {VOID}),
    ("clauses-2021-US", "2021-06-27", set()),
    ("clauses-2021-US", "2024-06-01", set()),
    ("certified-US", "2021-06-01", {VOID}),
    ("certified-US", "2023-07-09", {VOID}),
    ("certified-US", "2023-07-10", set()),
    ("certified-US", "2024-06-01", set()),
    ("uncertified-US", "2024-06-01", {NONE}),  # another's certificate
    ("nothing-US", "2019-06-01", {NONE}),
    ("nothing-US", "2024-06-01", {NONE}),
    ("nothing-GB", "2019-06-01", set()),  # a member, then the bridge, then the decision
    ("nothing-GB", "2021-06-27", set()),
    ("nothing-GB", "2021-06-28", set()),
    ("nothing-GB", "2024-06-01", set()),
    ("nothing-KR", "2021-06-01", {NONE}),
    ("nothing-KR", "2024-06-01", set()),
    ("nothing-CH", "2019-06-01", set()),
    ("nothing-NO", "2019-06-01", set()),
    # the five notices: before one of them there were no instructions, and then nothing was named either
    ("connectis-US", "2018-05-24", {UNINSTRUCTED, NONE}),
    ("connectis-US", "2019-06-01", set()),
    ("connectis-US", "2020-07-15", set()),
    ("connectis-US", "2021-06-01", {VOID}),
    ("connectis-US", "2024-06-01", {VOID}),
    ("conneqtech-US", "2019-06-01", {UNINSTRUCTED, NONE}),
    ("conneqtech-US", "2021-06-01", {UNINSTRUCTED, NONE}),
    ("conneqtech-US", "2024-06-01", set()),  # binding rules and clauses stand; the shield beside them is the notice's defect
    ("superoffice-US", "2019-06-01", {NONE}),
    ("superoffice-US", "2024-06-01", {NONE}),
    ("superoffice-GB", "2021-06-01", set()),
    ("connectmyapps-own-US", "2021-06-01", {UNINSTRUCTED, NONE}),
    ("connectmyapps-own-US", "2024-06-01", {NONE}),
    ("connxio-own-US", "2021-06-01", {UNINSTRUCTED, NONE}),
    ("connxio-own-US", "2024-06-01", {NONE}),
]
CONTEXTS = {
    "connectis": "contact-form",
    "conneqtech": "newsletter",
    "superoffice": "marketing",
    "connectmyapps-own": "enquiry",
    "connxio-own": "inquiry",
}
RECEIVERS = {"connectis": "Google LLC", "conneqtech": "The Rocket Science Group LLC (Mailchimp)"}


def policies(folder: Path) -> Path:
    folder.mkdir()
    for name, transfers in OWN.items():
        (folder / f"{name}.yaml").write_text(PACK.format(name=name, transfers=transfers), "utf-8")
    flows = ["flows:\n"]
    for topic in sorted({flow for flow, _, _ in CASES}):
        name, _, country = topic.rpartition("-")
        receiver = RECEIVERS.get(name, "Mailer Inc")
        flows.append(FLOW.format(name=name, country=country, pack=name, context=CONTEXTS.get(name, "any"), receiver=receiver))
    (folder / "flows.yaml").write_text("".join(flows), "utf-8")
    return folder


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The Flow of each case, in their order."""
    folder = tmp_path_factory.mktemp("dated")
    body = json.dumps({"name": "Kari Eksempel", "email": "kari@example.org", "consent": "yes"}).encode()
    at = [int(datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC).timestamp() * 1000) for _, day, _ in CASES]
    lines = [record_line(record(body, topic=topic, offset=n, timestamp=at[n])) for n, (topic, _, _) in enumerate(CASES)]
    (folder / "old.ndjson").write_bytes(b"".join(lines))
    given = [
        "replay",
        str(folder / "old.ndjson"),
        "--out",
        str(folder / "out"),
        "--policies",
        str(policies(folder / "policies")),
        "--processes",
        "1",
    ]
    assert CliRunner().invoke(app, given).exit_code == 0
    flows = [json.loads(raw.value or b"") for raw in read(folder / "out" / "spor.flows.ndjson")]
    by_offset = {flow["source"]["offset"]: flow for flow in flows}
    return [by_offset[n] for n in range(len(CASES))]


@pytest.mark.parametrize(("number", "case"), [pytest.param(n, case, id=f"{case[0]} on {case[1]}") for n, case in enumerate(CASES)])
def test_a_transfer_of_another_year_is_judged_by_that_years_law(
    judged: list[dict[str, Any]], number: int, case: tuple[str, str, set[str]]
) -> None:
    topic, day, expected = case
    flow = judged[number]
    assert (flow["source"]["topic"], flow["controller"]) == (topic, topic.rpartition("-")[0])
    said = {v["rule"]: v for v in flow["verdicts"]}
    assert set(said) == expected, day
    assert [row["verdicts"] for row in flow["personal_data"]] == [[], []]
    assert flow["verdict"] == ("violation" if VOID in expected else "gap" if expected else "compliant")
    assert {said[rule]["source"] for rule in expected & {VOID, NONE}} <= {"law"}


@pytest.mark.parametrize(
    ("topic", "day", "citation"),
    [
        ("shield-US", "2020-07-16", SHIELD_FELL),
        ("connectis-US", "2024-06-01", SHIELD_FELL),
        ("clauses-2010-US", "2022-12-28", OLD_CLAUSES),
        ("clauses-2021-US", "2021-06-26", "2021/914, standard contractual clauses: not before 2021-06-27"),
        ("certified-US", "2023-07-09", "2023/1795, EU-US Data Privacy Framework: not before 2023-07-10"),
        ("nothing-US", "2019-06-01", "GDPR art. 44"),
    ],
)
def test_a_verdict_of_another_year_cites_what_held_then(judged: list[dict[str, Any]], topic: str, day: str, citation: str) -> None:
    (number,) = [n for n, case in enumerate(CASES) if case[:2] == (topic, day)]
    assert [v["citation"] for v in judged[number]["verdicts"]] == [citation]


def test_the_version_of_a_pack_is_the_one_of_the_messages_day(judged: list[dict[str, Any]]) -> None:
    held = {case[:2]: {p["id"] for p in flow["policies"]} for case, flow in zip(CASES, judged, strict=True)}
    assert "conneqtech" not in held["conneqtech-US", "2021-06-01"]
    assert "conneqtech" in held["conneqtech-US", "2024-06-01"]
