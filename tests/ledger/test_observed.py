"""What Flows say together: counts, first and last, and examples of paths, whatever the order they come in."""

from hypothesis import given
from hypothesis import strategies as st

from schemas.flow import Flow
from streams.ledger.observed import NAMES, PATHS, observed
from tests.inspect.tag.build import EMAIL, NAME, PACK, REGISTRY, at, flow, found, policies

POLICY = policies(PACK, REGISTRY)


def made(day: int, sender: str = "ERP", paths: int = 1, **said: object) -> Flow:
    seen = [(f"$.people.p{n:03}", "PERSON") for n in range(paths)]
    return flow(POLICY, found(EMAIL, *seen), sender=sender, message_time=at(f"2025-11-{day:02}T10:00:00+00:00"), **said)


def test_messages_findings_first_and_last_are_counted_per_category() -> None:
    seen = observed([made(3), made(1, paths=2), made(2)])["orders-erp-to-carrier"]
    name, email = seen.categories["pd:Name"], seen.categories["pd:EmailAddress"]
    assert (name.flows, name.findings, email.findings) == (3, 4, 3)
    assert (name.first, name.last) == (at("2025-11-01T10:00:00+00:00"), at("2025-11-03T10:00:00+00:00"))
    assert name.paths == {"$.people.p000", "$.people.p001"}
    assert (set(seen.purposes), set(seen.kinds), seen.registered) == ({"dpv:FulfilmentOfContractualObligation"}, {"dpv:Customer"}, True)


def test_a_party_outside_the_contract_is_kept_apart() -> None:
    seen = observed([made(1), made(2, sender="Warehouse")])["orders-erp-to-carrier"]
    assert set(seen.senders) == {"ERP", "Warehouse"}
    assert set(seen.outside["sender"]) == {"Warehouse"}


def test_a_message_without_personal_data_counts_and_names_no_party() -> None:
    seen = observed([flow(POLICY, found())])["orders-erp-to-carrier"]
    assert (seen.all.flows, seen.personal.flows, seen.senders) == (1, 0, {})


def test_names_without_end_fill_no_memory() -> None:
    seen = observed(made(1, sender=f"S{n}") for n in range(NAMES + 10))["orders-erp-to-carrier"]
    assert (len(seen.senders), seen.overflowed) == (NAMES, True)


@given(st.permutations([made(1, paths=PATHS), made(2, paths=PATHS + 5), made(3), made(4, sender="Warehouse")]))
def test_the_order_of_reading_changes_nothing(flows: list[Flow]) -> None:
    assert observed(flows) == observed(sorted(flows, key=lambda f: f.message_time))


def test_integrations_are_kept_apart() -> None:
    other = flow(POLICY, found(NAME), flow_id="5d0c0000-0000-4000-8000-0000000000ff")
    assert set(observed([made(1), other])) == {"orders-erp-to-carrier", "5d0c0000-0000-4000-8000-0000000000ff"}
    assert not observed([other])["5d0c0000-0000-4000-8000-0000000000ff"].registered
