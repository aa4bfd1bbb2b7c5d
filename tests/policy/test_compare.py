"""Declared against observed, and the draft that comes of it."""

import json
import weakref
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from schemas.flow import Flow
from streams.cli.main import app
from streams.cli.policy_diff import _consumed
from streams.inspect.words import RawMessage
from streams.ledger.observed import observed
from streams.policy.compare import Difference, differences, readers
from streams.policy.propose import DECIDE, proposal
from streams.policy.read import Read, read
from streams.recording import record_line
from streams.settings import Settings
from tests.inspect.tag.build import EMAIL, NAME, PACK, REGISTRY, Seen, found, policies
from tests.inspect.tag.build import flow as build

OPEN = PACK.replace("open: false", "open: true")
POLICY = policies(OPEN, REGISTRY)


def flow(*seen: Seen, **said: object) -> Flow:
    return build(POLICY, found(*seen), **said)


def told(*flows: Flow, state: str) -> list[tuple[str, str, str | None]]:
    return [(d.kind, d.what, d.integration) for d in differences(POLICY, observed(flows)) if d.state == state]


def test_what_is_declared_and_occurs_is_no_difference() -> None:
    assert told(flow(EMAIL, NAME), state="undeclared") == []


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (flow(EMAIL, "DATE_OF_BIRTH"), ("category", "pd:BirthDate", "orders-erp-to-carrier")),
        (flow(EMAIL, sender="Warehouse"), ("sender", "Warehouse", "orders-erp-to-carrier")),
        (flow(EMAIL, receiver="Elsewhere"), ("receiver", "Elsewhere", "orders-erp-to-carrier")),
        (flow(EMAIL, flow_id="new-flow"), ("flow", "new-flow", "new-flow")),
    ],
)
def test_what_occurs_and_nobody_declared_is_told(message: Flow, expected: tuple[str, str, str]) -> None:
    assert told(message, flow(EMAIL, NAME), state="undeclared") == [expected]


def test_what_is_declared_and_never_occurs_is_told() -> None:
    assert told(flow(EMAIL), state="unseen") == [
        ("category", "pd:AccountIdentifier", None),
        ("category", "pd:Name", None),
        ("category", "pd:PhysicalAddress", None),
        ("category", "pd:TelephoneNumber", None),
        ("category", "pd:Transaction", None),
        ("recipient", "Carrier AS", None),
    ]
    assert ("flow", "orders-erp-to-carrier", "orders-erp-to-carrier") in told(state="unseen")
    assert ("receiver", "Carrier", "orders-erp-to-carrier") in told(flow(EMAIL, receiver=None), state="unseen")
    unused = build(POLICY, found("IP_ADDRESS"))
    assert ("purpose", "dpv:FulfilmentOfContractualObligation", None) in told(unused, state="unseen")


def test_a_narrower_category_is_an_occurrence_of_the_broader_one() -> None:
    narrow = ("$.work", "EMAIL", {"category": "pd:EmailAddressWork"})
    assert ("category", "pd:EmailAddress", None) not in told(flow(narrow), state="unseen")
    assert told(flow(narrow), state="undeclared") == []


def test_where_no_contract_is_registered_a_receiver_has_to_be_a_recipient() -> None:
    bare = REGISTRY[: REGISTRY.index("    contract:")] + "    context: order\n"
    policy = policies(OPEN, bare)
    seen = observed([build(policy, receiver="Elsewhere"), build(policy, receiver="Carrier AS")])
    assert [(d.kind, d.what) for d in differences(policy, seen) if d.state == "undeclared"] == [("recipient", "Elsewhere")]
    assert "Carrier AS" not in {d.what for d in differences(policy, seen)}


def test_another_name_of_a_recipient_is_the_recipient() -> None:
    bare = REGISTRY[: REGISTRY.index("    contract:")] + "    context: order\n"
    policy = policies(OPEN.replace("{name: Carrier AS,", "{name: Carrier AS, also: [Parcel Portal],"), bare)
    seen = observed([build(policy, receiver="parcel portal")])
    assert [d for d in differences(policy, seen) if d.kind == "recipient"] == []


def test_a_controller_without_a_pack_is_told_once() -> None:
    policy = policies(REGISTRY)
    (only,) = [d for d in differences(policy, observed([build(policy), build(policy)])) if d.state == "undeclared"]
    assert (only.kind, only.what, only.row()["flows"]) == ("controller", "webshop-no", 2)


def test_groups_that_no_entry_names_are_undeclared_recipients() -> None:
    registry = REGISTRY.replace("    test: false", "    test: false\n    readers: [billing]").replace(
        "document_type: Order}", "topic: orders}"
    )
    policy = policies(OPEN, registry)
    found_ = readers(policy, {"orders": ["billing", "analytics"], "other": ["billing"]})
    assert [(d.kind, d.what, d.row()["paths"]) for d in found_] == [("reader", "analytics", ["orders"]), ("reader", "billing", ["other"])]


def test_a_row_says_since_when_and_how_often() -> None:
    (difference,) = [d for d in differences(POLICY, observed([flow("DATE_OF_BIRTH")])) if d.state == "undeclared"]
    assert difference.row() == {
        "state": "undeclared",
        "kind": "category",
        "what": "pd:BirthDate",
        "controller": "webshop-no",
        "integration": "orders-erp-to-carrier",
        "cite": None,
        "flows": 1,
        "findings": 1,
        "first": "2025-11-30T10:00:00.000Z",
        "last": "2025-11-30T10:00:00.000Z",
        "paths": ["$.x"],
    }


def test_a_draft_is_a_registry_that_loads_and_leaves_the_decisions_open() -> None:
    odd = flow(EMAIL, flow_id="nightly: {export} #7", sender="CRM", receiver="Big 'Box'")
    draft = proposal(POLICY, observed([odd, flow("DATE_OF_BIRTH"), flow(EMAIL, sender="Warehouse")]))
    taken = Read()
    read(draft.encode(), "draft", taken)
    assert taken.problems == []
    (entry,) = [found_.value for found_ in taken.flows]
    assert (entry.controller, entry.match.flow_id) == (None, ("nightly: {export} #7",))
    assert entry.contract is not None
    assert (entry.contract.sender, entry.contract.receiver) == (("CRM",), ("Big 'Box'",))
    assert f"#     - purpose: {DECIDE}" in draft
    assert f"#       legal_basis: {DECIDE}" in draft
    assert "#     - pd:BirthDate    # orders-erp-to-carrier: 1 messages since 2025-11-30, at $.x" in draft
    assert "#     - orders-erp-to-carrier: sender Warehouse    # 1 messages since 2025-11-30" in draft


def test_a_registered_draft_is_no_difference_any_more() -> None:
    odd = flow(EMAIL, flow_id="nightly-export")
    draft = proposal(POLICY, observed([odd])).replace("controller: undecided", "controller: webshop-no")
    later = policies(OPEN, REGISTRY, draft)
    assert [
        d for d in differences(later, observed([build(later, found(EMAIL), flow_id="nightly-export")])) if d.state == "undeclared"
    ] == []


def test_nothing_to_draft_is_an_empty_registry() -> None:
    taken = Read()
    read(proposal(POLICY, {}).encode(), "draft", taken)
    assert (taken.problems, taken.flows) == ([], [])


@pytest.fixture
def replayed(tmp_path: Path) -> Path:
    """The Flows of two messages as a replay writes them, one of them twice."""
    flows = [flow("DATE_OF_BIRTH"), flow("DATE_OF_BIRTH")]
    lines = [record_line(RawMessage("spor.flows", 0, n, 0, made.id.encode(), made.canonical())) for n, made in enumerate(flows)]
    (tmp_path / "spor.flows.ndjson").write_bytes(b"".join(lines))
    (tmp_path / "pack.yaml").write_text(OPEN, "utf-8")
    (tmp_path / "flows.yaml").write_text(REGISTRY, "utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    given = ["--flows", str(folder / "spor.flows.ndjson"), "--policies", str(folder)]
    result = CliRunner().invoke(app, ["policy", *arguments, *given], env={"COLUMNS": "200"})
    return result.exit_code, result.stdout


def test_the_command_counts_a_second_copy_once_and_fails_where_it_is_told_to(replayed: Path) -> None:
    code, said = run(replayed, "diff", "--json", "--fail")
    rows = [json.loads(line) for line in said.splitlines()]
    assert code == 1
    assert [(row["what"], row["flows"]) for row in rows[:-1] if row["state"] == "undeclared"] == [("pd:BirthDate", 1)]
    assert (rows[-1]["summary"], rows[-1]["undeclared"]) == (True, 1)
    assert run(replayed, "diff")[0] == 0


def test_the_command_prints_a_table_and_a_draft(replayed: Path) -> None:
    _, table = run(replayed, "diff")
    assert "category pd:BirthDate" in table
    assert "1 integrations: 1 undeclared" in table
    assert "flows: []" in run(replayed, "propose")[1]


def test_differences_have_an_order_of_their_own() -> None:
    found_ = differences(POLICY, observed([flow("DATE_OF_BIRTH"), flow(EMAIL, flow_id="b"), flow(EMAIL, flow_id="a")]))
    assert found_ == sorted(found_, key=Difference.order)


async def test_no_flow_of_the_topic_is_kept_longer_than_it_takes_to_count_it(monkeypatch: pytest.MonkeyPatch) -> None:
    alive: list[weakref.ref[Flow]] = []
    most = 0

    async def flows(settings: Settings, *, follow: bool) -> AsyncIterator[tuple[Flow, bytes]]:
        nonlocal most
        for number in range(20):
            made = flow(EMAIL, sender=f"ERP-{number % 3}")
            alive.append(weakref.ref(made))
            yield made, b""
            del made
            most = max(most, sum(ref() is not None for ref in alive))

    monkeypatch.setattr("streams.flows.flows", flows)
    (seen,) = (await _consumed(Settings())).values()
    assert (seen.all.flows, len(seen.senders)) == (20, 3)
    assert most <= 2  # the one that the loop has in hand
