"""Which Flows a question means, and that each comes once."""

import pytest

from schemas.flow import Flow
from streams.ledger.select import Once, Wanted
from tests.ledger.flows import EMAIL, WHEN, flow, row, tag, verdict

ORDER = flow(0, rows=[row(EMAIL)], tags=[tag(EMAIL[0], "dpv:Marketing")], verdicts=[verdict("contract.party")])
NAMELESS = flow(0, sender=None, receiver=None)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Wanted(), True),
        (Wanted(integration="orders-erp-to-carrier"), True),
        (Wanted(integration="orders-*"), True),
        (Wanted(integration="orders"), False),
        (Wanted(sender="ERP", receiver="Carrier"), True),
        (Wanted(sender="ERP", receiver="ERP"), False),
        (Wanted(sender="erp"), False),
        (Wanted(category="pd:EmailAddress"), True),
        (Wanted(category="pd:Email*"), True),
        (Wanted(category="pd:Name"), False),
        (Wanted(purpose="dpv:Marketing"), True),
        (Wanted(purpose="dpv:Market"), False),
        (Wanted(verdict="violation"), True),
        (Wanted(verdict="gap"), False),
        (Wanted(since=WHEN), True),
        (Wanted(since=WHEN + 1), False),
        (Wanted(until=WHEN + 1), True),
        (Wanted(until=WHEN), False),
        (Wanted(sender="[E]RP"), False),
        (Wanted(sender="ER?"), False),
    ],
)
def test_every_condition_has_to_hold_and_only_a_star_is_a_pattern(asked: Wanted, found: bool) -> None:
    assert asked(ORDER) is found


@pytest.mark.parametrize("asked", [Wanted(sender="*"), Wanted(receiver="*"), Wanted(category="*"), Wanted(purpose="*")])
def test_what_a_flow_does_not_say_is_of_no_pattern(asked: Wanted) -> None:
    assert not asked(NAMELESS)


def test_second_copies_are_dropped_and_parts_and_revisions_are_not() -> None:
    def seen(*several: Flow) -> list[bool]:
        once = Once()
        return [once(one) for one in several]

    redone = flow(5).model_copy(update={"revision": 1})
    copies = [flow(4), flow(5), flow(5, part=1), flow(4), flow(5), flow(5, part=1), flow(5, part=2), flow(5, partition=1), redone, redone]
    assert seen(*copies) == [True, True, True, False, False, False, True, True, True, False]
