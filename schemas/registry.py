"""The flow registry: whose a flow is, which contract it was registered with, and where its messages say what the policy must know."""

from typing import Any

from pydantic import ConfigDict, Field

from schemas.policy import PolicyModel, Retention
from schemas.terms import Answer, Country, Name, Text, Truth, Words
from schemas.words import Anchor, Platform


class Match(PolicyModel):
    """What is named must match; the entry that names most wins, then file order. Of a list one is enough."""

    platform: Platform | None = None
    flow_id: Words = ()
    topic: Words = ()
    document_type: Words = ()
    step: Words = ()

    def named(self) -> int:
        """How many of the keys are named."""
        return sum(map(bool, (self.platform, self.flow_id, self.topic, self.document_type, self.step)))


class Endpoint(PolicyModel):
    host: Text
    country: Country | None = None  # where the party said that it processes; a host's country is no proof of residency
    protocol: Text | None = None


class Contract(PolicyModel):
    """The registered data contract: who may send, who may receive, over which endpoints. No parties named: none are held against it."""

    sender: Words = ()
    receiver: Words = ()
    endpoints: tuple[Endpoint, ...] = ()
    pass_through: Truth = False
    retention: tuple[Retention, ...] = ()  # figures agreed with the processor; they override its standard ones, store by store


class Fact(PolicyModel):
    """A question that the message answers: at `path` stands one of these texts, or something (`present`), or nothing (`absent`)."""

    path: Text
    yes: Answer = ()
    no: Answer = ()


class Hold(PolicyModel):
    """A claim suspends erasure where the message names the claim and the day on which the hold is reviewed."""

    path: Text
    review: Text
    part: Text | None = None  # only what lies below this path


class Facts(PolicyModel):
    """`anchors` and `hold`; every other name is a question that packs ask by that name (consent, customer …)."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Fact] = Field(init=False)

    anchors: dict[Anchor, Text] = Field(default_factory=dict)
    hold: Hold | None = None

    def asked(self) -> dict[str, Fact]:
        """The questions by name."""
        return dict(self.__pydantic_extra__)


class FlowEntry(PolicyModel):
    id: Name
    match: Match
    controller: Name  # the id of the controller's pack
    processor: Name | None = None
    contract: Contract | None = None
    context: Text | None = None
    facts: Facts = Facts()
    test: Truth = False


class Store(PolicyModel):
    """A host that is a processor's own store or sub-processor, and the country where it stands."""

    host: Text  # "*.blob.example" for all below it
    country: Country
    processor: Name


class Registry(PolicyModel):
    flows: tuple[FlowEntry, ...] = ()
    stores: tuple[Store, ...] = ()


def strings(entry: FlowEntry) -> set[str]:
    """The texts of an entry that a message may carry unmasked."""
    match, contract = entry.match, entry.contract
    known: set[Any] = {entry.id, entry.controller, entry.processor, entry.context, match.platform}
    known.update(match.flow_id, match.topic, match.document_type, match.step)
    if contract:
        known.update(contract.sender, contract.receiver)
    return {text for text in known if text}
