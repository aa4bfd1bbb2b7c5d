"""Decode one body or one record, and look at the leaves by path: what the tests of decoding share."""

from typing import Any

from schemas.flow import Part
from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Body, Budget, Envelope, Message
from tests.messages import record

BUDGET = Budget()
ORDER_LEAVES = {
    "$.orderNumber": "SO-10042",
    "$.customer.name": "Kari Eksempel",
    "$.customer.email": "kari@example.org",
    "$.lines[0].gtin": "7038010009457",
    "$.lines[0].qty": "2",
}


def body(data: bytes | None, media_type: str | None = None, charset: str | None = None, budget: Budget = BUDGET, **more: Any) -> Message:
    return decode(Envelope(Part(index=0, of=1), more.pop("platform", "generic"), (), Body(data, media_type, charset), 0, **more), budget)


def whole(raw_value: object, **more: Any) -> Message:
    [envelope] = unwrap(record(raw_value, **more))
    return decode(envelope, BUDGET)


def leaves(message: Message, place: str = "body") -> dict[str, str]:
    return {render(leaf.path): leaf.text for leaf in message.leaves if leaf.place == place}
