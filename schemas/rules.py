"""The closed table of rules: what a verdict can say, how severe it is, and what it means to a person."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.words import Ground, Level


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    level: Level  # a pack may raise it to a violation
    source: Ground
    alerts: bool  # violations always alert; of the gaps those that say so
    says: str
    needs_persons: bool = True  # speaks only where there is personal data


_TABLE = (
    Rule("category.undeclared", "gap", "notice", True, "A category of personal data that the controller's pack does not declare."),
    Rule("category.forbidden", "violation", "notice", True, "A category that the pack forbids in this traffic."),
    Rule("contract.party", "violation", "contract", True, "A sender or receiver outside the registered contract."),
    Rule(
        "contract.unregistered",
        "gap",
        "contract",
        False,
        "The flow is registered without a contract: its parties cannot be held against anything.",
    ),
    Rule("flow.unregistered", "gap", "spor", True, "Personal data in a flow that the registry does not know."),
    Rule("controller.no-instructions", "gap", "contract", True, "No pack of the controller is valid on the message's date."),
    Rule("recipient.undeclared", "gap", "notice", True, "A recipient that neither a contract nor the notice names."),
    Rule("transfer.no-safeguard", "gap", "law", True, "A transfer outside the EEA for which nothing is named (GDPR art. 44)."),
    Rule("transfer.safeguard-void", "violation", "law", True, "The safeguard that is named was not valid on the message's date."),
    Rule(
        "location.outside-promise", "violation", "notice", True, "A store or sub-processor of the platform outside the place it promises."
    ),
    Rule("special-category.no-condition", "gap", "law", True, "A special category without a condition of GDPR art. 9(2)."),
    Rule("national-id.no-ground", "gap", "law", True, "A national identifier without its ground in national law (GDPR art. 87)."),
    Rule("secret.in-payload", "gap", "spor", True, "A password or token in a message: a security finding."),
    Rule("endpoint.cleartext", "gap", "notice", True, "Personal data over an endpoint without encryption."),
    Rule(
        "classification.mismatch",
        "gap",
        "spor",
        True,
        "The producer's own classification of the message says less than what was found in it.",
    ),
    Rule("test.real-person", "violation", "spor", True, "A real identifier in a flow that is marked as test."),
    Rule("payload.changed", "violation", "contract", True, "The payload changed on a route that is declared pass-through."),
    Rule("purpose.unstated", "gap", "notice", False, "A declared category that no purpose lists."),
    Rule("purpose.not-for-context", "gap", "notice", True, "A category whose purposes are for other contexts than this flow's."),
    Rule("requirement.refused", "violation", "law", True, "A purpose's requirement is answered with no: consent withdrawn, for example."),
    Rule("requirement.unknown", "gap", "notice", False, "A purpose's requirement cannot be read from the message."),
    Rule("subject.returned", "violation", "law", True, "Personal data of an erased or objecting person came back."),
    Rule("notice.defect", "gap", "notice", False, "The notice contradicts itself or the law; a finding about the notice.", False),
    Rule("coverage.partial", "gap", "spor", False, "Part of the message was not scanned.", False),
    Rule("coverage.opaque", "gap", "spor", False, "The content is binary or encrypted and was not scanned.", False),
    Rule("coverage.reference", "gap", "spor", False, "The content is elsewhere and was not scanned.", False),
    Rule("coverage.undecodable", "gap", "spor", False, "The content could not be decoded.", False),
    Rule("records.missed", "gap", "spor", True, "Records were removed by retention before they could be read.", False),
)
RULES: Final = MappingProxyType({rule.id: rule for rule in _TABLE})


def alerts(rule: str, level: Level) -> bool:
    """Whether a verdict of this rule goes to the alert topic: violations always, gaps where the table says so."""
    return level == "violation" or (level == "gap" and RULES[rule].alerts)
