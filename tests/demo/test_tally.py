"""What the closing picture counts."""

import io

from rich.console import Console

from schemas.records import SourcePartition, Span
from streams.demo.picture import picture
from streams.demo.tally import Tally
from streams.inspect.inspector import Inspector
from tests.messages import CONTRACT_EXAMPLE
from tests.river.conftest import flows, inspector  # noqa: F401  # fixtures


def _tally(inspector: Inspector) -> Tally:  # noqa: F811  # the fixture's value
    tally = Tally()
    for _ in range(2):
        for flow in inspector(CONTRACT_EXAMPLE):
            tally.add(flow)
    return tally


def test_a_flow_that_comes_twice_counts_once(inspector):  # noqa: F811  # the fixture
    tally = _tally(inspector)
    assert (tally.flows, tally.with_personal_data, len(tally.records)) == (1, 1, 1)
    assert tally.routes["orders-erp-to-carrier"].rules == {("violation", "contract.party"): 1}
    assert tally.purposes == {"dpv:FulfilmentOfContractualObligation": 1}


def test_integrations_behind_the_worst_are_one_row_with_their_totals():
    tally = Tally()
    for number in range(30):
        route = tally.routes[f"route-{number:02}"]
        route.flows, route.verdicts["gap"] = 10, 10 - number // 6
    console = Console(file=io.StringIO(), width=120)
    console.print(picture(tally, 300))
    shown = console.file.getvalue()
    assert "route-23" in shown
    assert "route-24" not in shown
    (rest,) = (line.split() for line in shown.splitlines() if "6 more" in line)
    assert rest == ["and", "6", "more", "·", "36", "·", "60"]


def test_spans_count_each_source_offset_once():
    tally = Tally()
    where = SourcePartition(cluster="", topic="t", topic_id="", partition=0)
    for start, end in ((0, 5), (3, 8)):
        tally.span(Span(kind="read", source=where, from_=start, to=end, records=end - start, flows=0, policies="p", detector="d"))
    assert len(tally.spanned) == 8


def test_the_picture_names_what_stands_out(inspector):  # noqa: F811  # the fixture
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(picture(_tally(inspector), 1))
    shown = console.export_text()
    assert "1 messages, 1 flows, 1 of them with personal data: 1 violation, 0 gap, 0 compliant" in shown
    assert "contract.party" in shown
