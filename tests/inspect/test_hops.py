"""Two hops of one interchange in one record: a payload that changed on a pass-through route is told, any other is not."""

from collections.abc import Callable
from typing import Any

import pytest

from streams.inspect.inspector import Inspector
from streams.inspect.words import Budget, Finding, Findings, Message
from tests.inspect.tag.build import PACK, policies, registry, rules
from tests.messages import ORDER, archeo, record, text

THROUGH = registry(contract="{sender: [ERP], receiver: [CRM], pass_through: true}")
CHANGED = ORDER | {"note": "changed by hand"}


class Mails:
    """Finds the values with an at sign: enough for a Flow to have personal data."""

    version = "test"

    def find(self, message: Message, knows: Callable[[str], bool], budget: Budget) -> Findings:
        there = [(at, leaf) for at, leaf in enumerate(message.leaves) if "@" in leaf.text]
        found = (Finding(at, leaf.place, leaf.path, 0, 1, "EMAIL_ADDRESS", "pd:EmailAddress", 0.9) for at, leaf in there)
        return Findings(tuple(found), {}, {}, ())


def told(steps: list[dict[str, Any]], contract: str = THROUGH) -> list[dict[str, str]]:
    inspector = Inspector(Mails(), policies(PACK, contract))  # type: ignore[arg-type]  # has what an inspector uses
    return [rules(flow) for flow in inspector(record(text(steps).encode()))]


def step(kind: str, body: object = ORDER, **changes: Any) -> dict[str, Any]:
    return archeo(body, messageType=kind, description="", **({"sender": "ERP", "receiver": "CRM"} | changes))


def test_a_changed_payload_is_told_at_the_hop_where_it_differs() -> None:
    assert told([step("Inbound"), step("Outbound", CHANGED)]) == [{}, {"payload.changed": "violation"}]


@pytest.mark.parametrize(
    ("steps", "contract"),
    [
        ([step("Inbound"), step("Outbound")], THROUGH),
        ([step("Inbound"), step("Outbound", text(ORDER))], THROUGH),  # the same, as a text in the envelope
        ([step("Inbound"), step("Outbound", CHANGED)], registry(contract="{sender: [ERP], receiver: [CRM]}")),  # transforming is its job
        ([step("Inbound"), step("Outbound", CHANGED, transactionId="7d4e0000-0000-4000-8000-0000000000ff")], THROUGH),  # another run
        ([step("Inbound"), step("Outbound", None)], THROUGH),  # nothing of it is seen
        ([step("Outbound", CHANGED)], THROUGH),
    ],
    ids=["the same", "another wrapping", "not pass-through", "another interchange", "content switched off", "one hop alone"],
)
def test_what_did_not_change_or_cannot_be_compared_is_not_told(steps: list[dict[str, Any]], contract: str) -> None:
    assert [said for said in told(steps, contract) if "payload.changed" in said] == []


def test_without_personal_data_the_contract_does_not_speak() -> None:
    assert told([step("Inbound", {"sku": 1}), step("Outbound", {"sku": 2})]) == [{}, {}]


def test_the_verdict_cites_the_contract() -> None:
    inspector = Inspector(Mails(), policies(PACK, THROUGH))  # type: ignore[arg-type]  # has what an inspector uses
    _, second = inspector(record(text([step("Inbound"), step("Outbound", CHANGED)]).encode()))
    (said,) = second.verdicts
    assert (said.rule, said.source, said.citation, said.path) == ("payload.changed", "contract", "registry orders-erp-to-carrier", None)
