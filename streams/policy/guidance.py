"""What each rule means to a person, and what to do about it: the long form of `schemas.rules`, for `spor policy explain`."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Guidance:
    """Sentences for a data protection officer or a platform engineer. `law` names what the rule leans on, where it is law."""

    means: str
    do: tuple[str, ...]
    law: str | None = None


_COVERAGE_DO: Final = "Until then nothing may be concluded from the silence of this message: it counts as undecided, never as clean."

GUIDANCE: Final = MappingProxyType(
    {
        "category.undeclared": Guidance(
            "The message carries a kind of personal data that the controller's pack does not declare. With an open list (such as …) that"
            " is undecided; with a closed one it is against the notice.",
            (
                "Look at the path: is the field needed for the purpose of this flow?",
                "If it is, declare the category in the pack and in the notice, with its purpose; a person decides both.",
                "If it is not, have the sender leave the field out (GDPR art. 5(1)(c)).",
            ),
            "GDPR art. 5(1)(c), 13, 14",
        ),
        "category.forbidden": Guidance(
            "The pack says that this kind of personal data may not occur here, and it does.",
            (
                "Stop the field at its source, or at the mapping of the integration.",
                "Find where it was stored before it was seen: `spor lineage --category …` lists the flows.",
                "If it is allowed under a condition, the purpose in the pack has to name that legal basis or condition.",
            ),
        ),
        "contract.party": Guidance(
            "The message came from, or went to, a party that the registered data contract does not name.",
            (
                "Ask the platform engineer whether the route is meant.",
                "If it is, have the contract changed first, then the registry entry.",
                "If it is not, stop the route; whether it is a personal data breach is for the officer to say (GDPR art. 33).",
            ),
            "GDPR art. 28(3)(a)",
        ),
        "contract.unregistered": Guidance(
            "The registry knows the flow and its controller, and no contract: sender, receiver and country cannot be judged.",
            ("Add `contract:` to the entry: sender, receiver, endpoints with host and country.",),
            "GDPR art. 28(3)",
        ),
        "flow.unregistered": Guidance(
            "Personal data goes through an integration that the flow registry does not know, so nobody can say whose it is or for what.",
            (
                "Add an entry to the registry: match, controller, contract. For ConnXio `spor policy import connxio FILE` drafts it.",
                "Then see `spor policy check` for what the entry itself shows.",
            ),
            "GDPR art. 30",
        ),
        "controller.no-instructions": Guidance(
            "The registry names the controller, and no pack of that controller was in force on the message's own date.",
            (
                "Add the controller's pack, or a version of it whose `valid_from` lies before the message.",
                "Purpose and legal basis are the controller's to say; Spor never fills them.",
            ),
            "GDPR art. 28(3)(a), 29",
        ),
        "recipient.undeclared": Guidance(
            "No contract is registered, and the controller's pack does not name the receiver among its recipients.",
            ("Register the contract, or name the recipient in the notice and in the pack.",),
            "GDPR art. 13(1)(e), 30(1)(d)",
        ),
        "transfer.no-safeguard": Guidance(
            "An endpoint lies outside the EEA, no adequacy decision covers its country on that day, and the pack names nothing for it.",
            (
                "Find the instrument that the transfer stands on and add it under `transfers`, with its number.",
                "If there is none, the transfer has no basis: stop it, or move the endpoint.",
            ),
            "GDPR art. 44-49",
        ),
        "transfer.safeguard-void": Guidance(
            "The pack names a safeguard for this transfer, and that safeguard was not valid on the message's own date: the Privacy Shield"
            " after 2020-07-15, the clauses of 2001 and 2010 after 2022-12-27.",
            (
                "Replace the instrument: the clauses of Decision (EU) 2021/914, or the Data Privacy Framework for a certified recipient.",
                "Messages sent in between stay violations: they are judged by the law of their own day.",
            ),
            "GDPR art. 44-46, CJEU C-311/18",
        ),
        "location.outside-promise": Guidance(
            "The platform promises where its own stores and sub-processors are, and the message went through one that is elsewhere.",
            (
                "Ask the platform; the store's country stands in the registry under `stores`.",
                "Destinations that a customer registered are not meant.",
            ),
            "GDPR art. 28(3)",
        ),
        "special-category.no-condition": Guidance(
            "Health, religion, union membership or another special category, and no purpose of this flow names a condition of art. 9(2).",
            (
                "If the data is needed, the controller names the condition in the pack (`condition: eu-gdpr:A9-2-b` …).",
                "If it is not, have it left out at the source.",
            ),
            "GDPR art. 9",
        ),
        "national-id.no-ground": Guidance(
            "A national identifier goes through a flow for which no ground in its country's law is named.",
            (
                "Find the law that allows it and name it in the pack under `grounds`.",
                "Else replace it by a customer or employee number of your own.",
            ),
            "GDPR art. 87 and national law",
        ),
        "secret.in-payload": Guidance(
            "A password or another secret stands in the message. Whoever reads the platform's log can use it.",
            ("Change the secret now.", "Move it to the connection's settings or a vault, and switch content logging off until then."),
            "GDPR art. 32",
        ),
        "endpoint.cleartext": Guidance(
            "Personal data goes over an endpoint without encryption (http://, ftp://, an unencrypted broker).",
            (
                "Switch the endpoint to its encrypted form (https, sftp, ftps).",
                "Who chose the endpoint is responsible: the verdict names it.",
            ),
            "GDPR art. 32",
        ),
        "classification.mismatch": Guidance(
            "The producer classified the event itself, and its classification says less than what was found in it.",
            (
                "Have the producer correct the classification, or remove the data.",
                "Consumers that trust it have treated the data as harmless.",
            ),
        ),
        "test.real-person": Guidance(
            "The flow is marked as test, and an identifier in it is not of a test population: it may be a real person's.",
            ("Use the tax administration's synthetic persons instead.", "If the data is real, delete it from the test systems."),
            "GDPR art. 5(1)(b), 32",
        ),
        "payload.changed": Guidance(
            "The route is declared pass-through, and the payload differs between two hops of one interchange that stand in the same record."
            " Hops in different records are not compared.",
            ("Ask the platform who or what changed it; `pass_through: false` if a transformation is meant.",),
        ),
        "purpose.unstated": Guidance(
            "The pack declares the category, and no purpose lists it: it is collected for nothing that anybody said.",
            ("Add the category to the purpose that it serves, or take it out of the declaration and of the traffic.",),
            "GDPR art. 5(1)(b)",
        ),
        "purpose.not-for-context": Guidance(
            "The category is declared for other situations than this one: location on one portal and not on another.",
            (
                "Check the context of the entry (`context:`) or how the pack tells it.",
                "If the context is right, the field does not belong here.",
            ),
            "GDPR art. 5(1)(b)",
        ),
        "requirement.refused": Guidance(
            "The purpose needs something that the message itself answers with no: consent that was refused or withdrawn.",
            ("Stop this processing for this person; other purposes of the message may go on.", "Find what was sent after the withdrawal."),
            "GDPR art. 7(3)",
        ),
        "requirement.unknown": Guidance(
            "Whether the purpose may be followed depends on a fact, and the message does not tell it.",
            ("Name the place of the fact in the registry (`facts:`), or have the sender include it.",),
        ),
        "subject.returned": Guidance(
            "Personal data of somebody who was erased, objected or withdrew has come back. Not built: no message is judged by it yet.",
            ("Find the source that still has it, erase it there, and tell the recipients (GDPR art. 19).",),
            "GDPR art. 17, 19, 21",
        ),
        "notice.defect": Guidance(
            "The notice contradicts itself or the law. This is about the document, not about traffic.",
            ("Give it to whoever writes the notice; `spor policy check` and `defects:` in the pack say where it stands.",),
            "GDPR art. 12",
        ),
        "coverage.partial": Guidance(
            "Part of the message could not be read: a budget was reached, or a part is broken. `coverage.reasons` says which.",
            ("See docs/coverage.md for the reason.", _COVERAGE_DO),
        ),
        "coverage.opaque": Guidance(
            "The content is binary, encrypted or an image.",
            ("Decide per flow whether such content may go there unread.", _COVERAGE_DO),
        ),
        "coverage.reference": Guidance(
            "The content lies elsewhere, or logging of it is switched off: only the reference was seen.",
            ("Let Spor open references from hosts that you list, or tap the place where the content is.", _COVERAGE_DO),
        ),
        "coverage.undecodable": Guidance(
            "The record could not be decoded, or its inspector ended over it.",
            ("See the dead letter for coordinates and reason.", _COVERAGE_DO),
        ),
        "records.missed": Guidance(
            "Retention of the source topic removed records before they were read.",
            ("Lengthen the topic's retention or add workers; `spor status` shows the slack.", "What was in them cannot be known any more."),
            "GDPR art. 5(2)",
        ),
    }
)
