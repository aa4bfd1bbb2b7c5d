"""Where the registry says that a message tells something: paths of every format, exact or with any index."""

from zoneinfo import ZoneInfo

import pytest

from schemas.flow import Part
from schemas.registry import Fact, Facts, FlowEntry
from streams.inspect.decode.message import decode
from streams.inspect.paths import parse
from streams.inspect.tag.facts import lies_in, path_of, told
from streams.inspect.words import Body, Budget, Envelope, Message

OSLO = ZoneInfo("Europe/Oslo")
INVOICE = b"""<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><IssueDate>2025-11-30</IssueDate>
<InvoiceLine><Note>a</Note></InvoiceLine><InvoiceLine><Note>b</Note><Paid currency="NOK">yes</Paid></InvoiceLine></Invoice>"""


def read(data: bytes) -> Message:
    return decode(Envelope(Part(index=0, of=1), "generic", (), Body(data), 0), Budget())


def entry(facts: Facts) -> FlowEntry:
    return FlowEntry.model_validate({"id": "f", "match": {"topic": "t"}, "controller": "c", "facts": facts.model_dump(exclude_none=True)})


def test_an_anchor_s_day_is_read_from_an_element() -> None:
    made = told(read(INVOICE), entry(Facts(anchors={"purchase": "/Invoice/IssueDate"})), OSLO)
    assert made.anchors["purchase"].isoformat() == "2025-11-30"


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/Invoice/InvoiceLine/Paid", "yes"),
        ("/Invoice/InvoiceLine[2]/Paid", "yes"),
        ("/Invoice/InvoiceLine[*]/Paid", "yes"),
        ("/Invoice[1]/InvoiceLine/Paid", "yes"),
        ("/Invoice/InvoiceLine[1]/Paid", "unknown"),
        ("/Invoice/Paid", "unknown"),
    ],
)
def test_a_question_is_answered_by_an_element_folded_or_exact(path: str, answer: str) -> None:
    made = told(read(INVOICE), entry(Facts(customer=Fact(path=path, yes=("yes",), no=("no",)))), OSLO)
    assert made.answer("customer") == answer


@pytest.mark.parametrize(
    ("path", "part", "lies"),
    [
        ("[3].a", "[*].a", True),
        ("[3].a", "[2].a", False),
        ("DTM[5]/1.2", "DTM/1.2", True),
        ("DTM[5]/1.2", "DTM[5]/1", True),
        ("DTM[5]/1.2", "DTM[4]/1.2", False),
        ("$.note!/a[2]/@b", "$.note!/a/@b", True),
        ("/a[2]!$[0].b", "/a!$[*].b", True),
        ("/a[2]!$[0].b", "/a!$.b", False),
        ("[7].#2", "[*].#2", True),
        ("/a/b", "/a/b/c", False),
    ],
)
def test_a_path_lies_in_a_part(path: str, part: str, lies: bool) -> None:
    wanted = path_of(part)
    assert wanted is not None
    assert lies_in(parse(path), wanted) is lies
