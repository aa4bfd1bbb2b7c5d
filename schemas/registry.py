"""The flow registry: whose a flow is, which contract it was registered with, and where its messages say what the policy must know."""

from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from schemas.policy import PolicyModel, Retention
from schemas.terms import Answer, Country, Name, Text, Truth, Words
from schemas.words import Anchor, Platform


def _nothing(word: str) -> BeforeValidator:
    """A word that stands for nothing, so that a file says aloud what is not known."""
    return BeforeValidator(lambda value: None if value == word else value)


Where = Annotated[Country | None, _nothing("unknown")]
Decided = Annotated[Name | None, _nothing("undecided")]
LogLevel = Literal["off", "error", "minimum", "standard", "verbose"]


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
    country: Where = None  # where the party said that it processes; a country-code domain is no proof of residency
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


class Adapter(PolicyModel):
    """A connection of the platform's own definition: where messages are fetched or delivered."""

    direction: Literal["inbound", "outbound"]
    type: Text  # the platform's word: SFTP, REST, ServiceBus …
    host: Text | None = None  # null: the definition does not name it as a constant
    country: Where = None
    protocol: Text | None = None
    flow_id: Text | None = None  # of a redirect: the flow that the message is handed to


class LogWebhook(PolicyModel):
    """A receiver of the platform's log events. Below `minimum` no message is logged, errors only or nothing at all."""

    host: Text | None = None
    country: Where = None
    protocol: Text | None = None
    level: LogLevel = "standard"
    content: Truth = False
    metadata: Truth = False
    enabled: Truth = True

    def active(self) -> bool:
        """Whether messages, and not only errors, are told to it."""
        return self.enabled and self.level not in ("off", "error")


class Logging(PolicyModel):
    """What the platform logs of the flow: in its own log (`level`, `content`, `metadata`), and to webhooks."""

    level: LogLevel = "off"
    content: Truth = False
    metadata: Truth = False
    webhooks: tuple[LogWebhook, ...] = ()


class Enrichment(PolicyModel):
    """A step that adds looked-up records to the message."""

    kind: Literal["data-collection", "rest", "dataverse", "blob"]
    host: Text | None = None
    country: Where = None
    protocol: Text | None = None
    entity: Text | None = None  # the table that is asked
    fields: Words = ()  # the columns that are asked for; none named: all that the service answers


class FlowEntry(PolicyModel):
    id: Name
    match: Match
    controller: Decided  # the id of the controller's pack; `undecided` until a person has decided
    processor: Name | None = None
    contract: Contract | None = None
    context: Text | None = None
    facts: Facts = Facts()
    test: Truth = False
    readers: Words = ()  # consumer groups that may read the flow's topics, for `spor policy diff`; no message is judged by it
    # what a definition says before any traffic, for `spor policy check`: no message is judged by it
    sensitive: Truth = False  # a person's word that its content is sensitive, whatever the pack declares
    state: Literal["active", "disabled", "archived"] = "active"
    adapters: tuple[Adapter, ...] = ()
    logging: Logging | None = None
    enriches: tuple[Enrichment, ...] = ()


NOT_JUDGED: Final = frozenset({"readers", "sensitive", "state", "adapters", "logging", "enriches"})  # no part of a registry's digest


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
