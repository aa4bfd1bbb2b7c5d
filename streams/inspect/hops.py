"""The hops of one interchange within a record, and whether the payload is the same at each.

A log list holds an interchange's inbound and outbound message side by side. Only there can two hops be compared: a Flow is made of one
record alone, and carries no digest of content to be compared later (a digest of a short body is as good as the body).
"""

import hashlib
from dataclasses import dataclass, field

from streams.inspect.paths import render
from streams.inspect.words import Message


@dataclass(slots=True)
class Hops:
    """Asked for each message of a record in order; remembers digests, and only for as long as the record is looked at."""

    _first: dict[tuple[str, str, str], bytes] = field(default_factory=dict)

    def changed(self, message: Message) -> bool:
        """Whether the body's values differ from those of the first hop seen. What was not read in full is not compared."""
        envelope = message.envelope
        if envelope.interchange is None or message.scanned != "full":
            return False
        body = [text for leaf in message.leaves if leaf.place == "body" for text in (render(leaf.path), leaf.text)]
        if not body:
            return False
        digest = hashlib.sha256()
        for text in body:
            data = text.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big") + data)
        flow = envelope.flow_id.text if envelope.flow_id is not None else ""
        key = (envelope.platform, flow, envelope.interchange.text)
        return self._first.setdefault(key, digest.digest()) != digest.digest()
