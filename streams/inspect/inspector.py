"""The inspector: unwrap, decode, detect, tag. The one object that says the order; the values stop here."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from schemas.flow import Flow
from streams.inspect.decode.message import decode
from streams.inspect.detect.detector import Detector
from streams.inspect.hops import Hops
from streams.inspect.tag.policy import Policy
from streams.inspect.tag.tag import tag
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget, Findings, Message, RawMessage


@dataclass(frozen=True)
class Inspector:
    """`RawMessage -> Flows`, pure: no clock, no random, no network. One Flow per message of the record, in part order."""

    detector: Detector
    policy: Policy
    budget: Budget = field(default_factory=Budget)

    def __call__(self, raw: RawMessage) -> tuple[Flow, ...]:
        return tuple(tag(raw, message, found, self.policy, self.detector.version) for message, found in self.look(raw))

    def look(self, raw: RawMessage) -> Iterator[tuple[Message, Findings]]:
        """Each message of the record with what was found in it: what `spor scan` prints, before any policy."""
        envelopes, hops = deque(unwrap(raw)), Hops()
        several = len(envelopes) > 1
        while envelopes:
            message = decode(envelopes.popleft(), self.budget)  # which holds what is left of the envelope: a large body's tree is not
            if several and hops.changed(message):
                message = replace(message, changed=True)
            yield message, self.detector.find(message, self.policy.knows, self.budget)
