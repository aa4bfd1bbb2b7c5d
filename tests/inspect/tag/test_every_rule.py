"""Each rule of the table, in the table's order: a message that it speaks of, and the nearest one that it does not."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from schemas.flow import Flow
from schemas.rules import RULES
from streams.inspect.tag.tag import tag
from streams.inspect.words import Leaf, Word
from streams.policy.guidance import GUIDANCE
from tests.inspect.tag.build import EMAIL, NAME, ORDER, PACK, Seen, found, message, pack, policies, raw, registry, rules

HTTP = "http://hook.example/in"
STORES = "stores: [{host: '*.blob.example', country: %s, processor: connxio}]"


@dataclass(frozen=True)
class At:
    """A message, and what is in force: the worked example unless told otherwise."""

    seen: tuple[Seen, ...] = (EMAIL, NAME)
    entry: str = registry()
    pack: str = PACK
    beside: Iterable[Leaf] = ()
    said: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    changed: bool = False

    def made(self) -> Flow:
        policy = policies(self.pack, *filter(None, (self.entry,)))
        hop = replace(message(self.body or ORDER, beside=self.beside, **self.said), changed=self.changed)
        return tag(raw(), hop, found(*self.seen), policy, "test-detector")


def contract(**fields: str) -> str:
    parties = {"sender": "[ERP]", "receiver": "[Carrier]"} | fields
    return registry(contract="{" + ", ".join(f"{name}: {value}" for name, value in parties.items()) + "}")


def over(url: str) -> dict[str, Any]:
    return {"said": {"endpoints": (url,)}, "beside": [Leaf("url", ("uri",), url)]}


def asking(consent: str) -> At:
    purpose = "[{purpose: dpv:DirectMarketing, legal_basis: eu-gdpr:A6-1-a, requires: {consent: yes}, cite: §9}]"
    return At(pack=pack(purposes=purpose), body=ORDER | {"consents": {"newsletter": consent}})


ONLY_NAMES = "[{purpose: dpv:ServiceProvision, categories: [pd:Name], cite: §9}]"
OTHER_TIMES = "[{purpose: dpv:ServiceProvision, when: {document_type: [Complaint]}, cite: §9}]"
EMPLOYMENT = "[{purpose: dpv:PersonnelManagement, condition: eu-gdpr:A9-2-b, categories: [pd:Health], cite: §9}]"
US = "[{host: api.other.example, country: US, protocol: https}]"
HEALTH: Seen = ("$.note", "HEALTH")
BSN: Seen = ("$.bsn", "NL_BSN")
REAL: Seen = ("$.fnr", "NO_FODSELSNUMMER")
SYNTHETIC: Seen = ("$.fnr", "NO_FODSELSNUMMER", {"evidence": ("test-population",)})
TAKING = pack(categories="{open: true, declared: [pd:Name, pd:EmailAddress, pd:OfficialID, pd:Health]}", forbidden="[]")
SPOKEN: dict[str, tuple[At, At]] = {
    "category.undeclared": (At((("$.born", "DATE_OF_BIRTH"),)), At()),
    "category.forbidden": (At((("$.h", "HEALTH", {"category": "pd:HealthRecord"}),)), At((HEALTH,))),
    "contract.party": (At(said={"receiver": "CRM"}), At()),
    "contract.unregistered": (At(entry=registry(contract="")), At()),
    "flow.unregistered": (At(entry=""), At()),
    "controller.no-instructions": (At(entry=registry(controller="nobody-no")), At()),
    "recipient.undeclared": (At(entry=registry(contract="")), At(entry=registry(contract=""), said={"receiver": "Carrier AS"})),
    "transfer.no-safeguard": (At(entry=contract(endpoints=US)), At(entry=contract(endpoints=US.replace("US", "GB")))),
    "transfer.safeguard-void": (
        At(entry=contract(endpoints=US), pack=pack(transfers="[{country: US, instrument: 2016/1250}]")),
        At(entry=contract(endpoints=US), pack=pack(transfers="[{country: US, instrument: 2021/914}]")),
    ),
    "location.outside-promise": (
        At(entry=registry() + "\n" + STORES % "US", **over("https://a.blob.example/in")),
        At(entry=registry() + "\n" + STORES % "NL", **over("https://a.blob.example/in")),
    ),
    "special-category.no-condition": (
        At((HEALTH,), pack=TAKING),
        At((HEALTH,), pack=pack(purposes=EMPLOYMENT)),
    ),
    "national-id.no-ground": (
        At((BSN,), pack=TAKING),
        At((BSN,), pack=TAKING + "\ngrounds: [{entity: NL_BSN, law: Wet algemene bepalingen burgerservicenummer, cite: §9}]"),
    ),
    "secret.in-payload": (At((("$.p", "PASSWORD"),)), At((("$.p", "PASSWORD", {"state": "masked"}),))),
    "endpoint.cleartext": (At(**over(HTTP)), At(**over(HTTP.replace("http", "https")))),
    "classification.mismatch": (
        At(said={"data_classification": Word("public", ("ce_dataclassification",))}),
        At(said={"data_classification": Word("confidential", ("ce_dataclassification",))}),
    ),
    "test.real-person": (At((REAL,), entry=registry(test="true")), At((SYNTHETIC,), entry=registry(test="true"))),
    "payload.changed": (At(entry=contract(pass_through="true"), changed=True), At(entry=contract(), changed=True)),
    "purpose.unstated": (At(pack=pack(purposes=ONLY_NAMES)), At((NAME,), pack=pack(purposes=ONLY_NAMES))),
    "purpose.not-for-context": (At(pack=pack(purposes=OTHER_TIMES)), At(pack=pack(purposes=OTHER_TIMES.replace("Complaint", "Order")))),
    "requirement.refused": (asking("withdrawn"), asking("granted")),
    "requirement.unknown": (asking("perhaps"), asking("granted")),
    "coverage.partial": (At(said={"scanned": "partial", "reasons": ("budget.leaves",)}), At()),
    "coverage.opaque": (At(said={"scanned": "opaque", "reasons": ("format.unsupported",)}), At()),
    "coverage.reference": (At(said={"scanned": "reference", "reasons": ("content.absent",)}), At()),
    "coverage.undecodable": (At(said={"scanned": "undecodable", "reasons": ("json.invalid",)}), At()),
}
# Not of messages: a static finding of `spor policy check`, an alert about a source partition, and what docs/policies.md says is not built.
ELSEWHERE = {"notice.defect", "records.missed", "subject.returned"}


def test_every_rule_is_spoken_here_or_said_to_be_elsewhere() -> None:
    assert SPOKEN.keys() | ELSEWHERE == RULES.keys() == GUIDANCE.keys()
    assert SPOKEN.keys() & ELSEWHERE == set()


@pytest.mark.parametrize("rule", SPOKEN)
def test_a_rule_speaks_of_what_breaks_it_and_of_nothing_else(rule: str) -> None:
    broken, kept = SPOKEN[rule]
    said = [v for v in broken.made().every_verdict() if v.rule == rule]
    assert {v.source for v in said} <= {"law", "contract", "notice", "spor"}
    assert said
    assert rule not in rules(kept.made())


@pytest.mark.parametrize("rule", [rule for rule in SPOKEN if RULES[rule].needs_persons])
def test_a_rule_about_persons_is_silent_where_there_are_none(rule: str) -> None:
    broken, _ = SPOKEN[rule]
    made = At((), broken.entry, broken.pack, broken.beside, broken.said, broken.body, broken.changed).made()
    assert rule not in rules(made)
