"""Every rule that a Flow can carry: for each a message that meets it and one that breaks it."""

from typing import Any

import pytest

from streams.inspect.words import Leaf, Word
from tests.inspect.tag.build import EMAIL, NAME, ORDER, PACK, Seen, flow, found, pack, policies, registry, rules, verdict

ENTRY = registry()
PURPOSE = "[{purpose: dpv:ServiceProvision, legal_basis: eu-gdpr:A6-1-b, subjects: [dpv:Customer], cite: §9"
COMPLIANT: dict[str, str] = {}


@pytest.mark.parametrize(
    ("says", "texts", "findings", "said", "expected"),
    [
        ("all is in order", (PACK, ENTRY), [EMAIL, NAME], {}, COMPLIANT),
        ("no personal data", (PACK, ENTRY), [], {}, COMPLIANT),
        ("an organisation number is no personal data", (PACK,), [("$.orgNr", "ORGANIZATION_NUMBER", {"category": None})], {}, COMPLIANT),
        # registry, contract, controller
        ("no entry", (PACK,), [EMAIL], {}, {"flow.unregistered": "gap"}),
        ("no entry, no personal data", (PACK,), [], {}, COMPLIANT),
        ("no pack of the controller", (registry(controller="other-no"),), [EMAIL], {}, {"controller.no-instructions": "gap"}),
        ("the pack is not valid yet", (PACK, ENTRY), [EMAIL], {"message_time": 1736377200000}, {"controller.no-instructions": "gap"}),
        ("a processor's pack gives no instructions", (registry(controller="connxio"),), [EMAIL], {}, {"controller.no-instructions": "gap"}),
        ("another receiver", (PACK, ENTRY), [EMAIL], {"receiver": "CRM"}, {"contract.party": "violation"}),
        ("another sender", (PACK, ENTRY), [EMAIL], {"sender": "CRM"}, {"contract.party": "violation"}),
        ("another receiver, no personal data", (PACK, ENTRY), [], {"receiver": "CRM"}, COMPLIANT),
        ("no receiver in the message", (PACK, ENTRY), [EMAIL], {"receiver": None}, COMPLIANT),
        ("the parties turned round", (PACK, ENTRY), [EMAIL], {"sender": "Carrier", "receiver": "ERP"}, {"contract.party": "violation"}),
        (
            "the parties turned round where they are unordered",
            (PACK, ENTRY),
            [EMAIL],
            {"sender": "Carrier", "receiver": "ERP", "unordered_parties": True},
            COMPLIANT,
        ),
        (
            "one party twice where they are unordered",
            (PACK, ENTRY),
            [EMAIL],
            {"sender": "ERP", "receiver": "ERP", "unordered_parties": True},
            {"contract.party": "violation"},
        ),
        (
            "no contract, and a recipient that nobody names",
            (PACK, registry(contract="")),
            [EMAIL],
            {},
            {"contract.unregistered": "gap", "recipient.undeclared": "gap"},
        ),
        (
            "no contract, and a recipient of the pack",
            (PACK, registry(contract="")),
            [EMAIL],
            {"receiver": "Carrier AS"},
            {"contract.unregistered": "gap"},
        ),
        (
            "a contract without names binds no party",
            (PACK, registry(contract="{pass_through: true}")),
            [EMAIL],
            {"receiver": "CRM"},
            COMPLIANT,
        ),
        # categories
        ("undeclared on a closed list", (PACK, ENTRY), ["DATE_OF_BIRTH"], {}, {"category.undeclared": "violation"}),
        (
            "undeclared on an open list",
            (pack(categories="{open: true, declared: [pd:Name]}"), ENTRY),
            ["DATE_OF_BIRTH"],
            {},
            {"category.undeclared": "gap"},
        ),
        (
            "a declared category covers its narrower ones",
            (pack(categories="{open: false, declared: [pd:Contact]}", purposes=PURPOSE + "}]"), ENTRY),
            [EMAIL, "PHONE_NUMBER"],
            {},
            COMPLIANT,
        ),
        (
            "and a narrower one does not cover its broader one",
            (pack(categories="{open: false, declared: [pd:EmailAddressWork]}", purposes=PURPOSE + "}]"), ENTRY),
            [EMAIL],
            {},
            {"category.undeclared": "violation"},
        ),
        ("declared, and no purpose lists it", (PACK, ENTRY), ["PHONE_NUMBER"], {}, {"purpose.unstated": "gap"}),
        (
            "its purposes are for other documents",
            (PACK, registry(match="{platform: connxio}")),
            [EMAIL],
            {"document_type": "Invoice"},
            {"purpose.not-for-context": "gap"},
        ),
        (
            "which a pack may raise",
            (pack(**{"raise": "[{rule: purpose.not-for-context, cite: §7}]"}), registry(match="{platform: connxio}")),
            [EMAIL],
            {"document_type": "Invoice"},
            {"purpose.not-for-context": "violation"},
        ),
        (
            "forbidden",
            (pack(categories="{open: false, declared: [pd:Name]}", forbidden="[{category: pd:Identifying, cite: §8}]"), ENTRY),
            [NAME],
            {},
            {"category.forbidden": "violation"},
        ),
        (
            "forbidden unless a purpose stands on the condition, and one does",
            (
                pack(
                    categories="{open: false, declared: [pd:HealthRecord]}",
                    purposes="[{purpose: dpv:HumanResourceManagement, legal_basis: eu-gdpr:A9-2-b}]",
                ),
                ENTRY,
            ),
            [("$.sick", "PERSON", {"category": "pd:HealthRecord"})],
            {},
            COMPLIANT,
        ),
        (
            "forbidden unless a purpose stands on the condition, and none does",
            (
                pack(
                    categories="{open: false, declared: [pd:HealthRecord]}",
                    purposes="[{purpose: dpv:HumanResourceManagement, legal_basis: eu-gdpr:A6-1-b, condition: eu-gdpr:A9-2-h}]",
                ),
                ENTRY,
            ),
            [("$.sick", "PERSON", {"category": "pd:HealthRecord"})],
            {},
            {"category.forbidden": "violation"},
        ),
        (
            "a special category without a condition",
            (pack(categories="{open: false, declared: [pd:Religion]}", purposes=PURPOSE + "}]"), ENTRY),
            [("$.x", "PERSON", {"category": "pd:Religion"})],
            {},
            {"special-category.no-condition": "gap"},
        ),
        (
            "a special category with one",
            (pack(categories="{open: false, declared: [pd:Religion]}", purposes=PURPOSE + ", condition: eu-gdpr:A9-2-d}]"), ENTRY),
            [("$.x", "PERSON", {"category": "pd:Religion"})],
            {},
            COMPLIANT,
        ),
        # secrets, tests, endpoints, coverage
        (
            "a password is declared and still a security finding",
            (pack(categories="{open: true, declared: [pd:Authenticating]}", purposes=PURPOSE + "}]"), ENTRY),
            ["PASSWORD"],
            {},
            {"secret.in-payload": "gap"},
        ),
        ("a password in an unknown flow", (), ["PASSWORD"], {}, {"flow.unregistered": "gap", "secret.in-payload": "gap"}),
        (
            "ftp in the contract",
            (
                PACK,
                registry(contract="{sender: ERP, receiver: Carrier, endpoints: [{host: ftp.carrier.example, country: NO, protocol: ftp}]}"),
            ),
            [EMAIL],
            {},
            {"endpoint.cleartext": "gap"},
        ),
        ("http on the message", (PACK, ENTRY), [EMAIL], {"endpoints": ("http://erp.example/in",)}, {"endpoint.cleartext": "gap"}),
        ("https on the message", (PACK, ENTRY), [EMAIL], {"endpoints": ("https://erp.example/in",)}, COMPLIANT),
        ("http without personal data", (PACK, ENTRY), [], {"endpoints": ("http://erp.example/in",)}, COMPLIANT),
        ("partial", (PACK, ENTRY), [EMAIL], {"scanned": "partial"}, {"coverage.partial": "gap"}),
        ("opaque, and nothing found", (PACK, ENTRY), [], {"scanned": "opaque"}, {"coverage.opaque": "gap"}),
        ("undecodable, and unknown", (), [], {"scanned": "undecodable"}, {"coverage.undecodable": "gap"}),
    ],
)
def test_a_message_is_judged(
    says: str, texts: tuple[str, ...], findings: list[Seen], said: dict[str, Any], expected: dict[str, str]
) -> None:
    made = flow(policies(*texts), found(*findings), **said)
    assert rules(made) == expected, says
    assert made.verdict == ("violation" if "violation" in expected.values() else "gap" if expected else "compliant")


@pytest.mark.parametrize(
    ("entity", "purpose", "grounded"),
    [
        ("NO_FODSELSNUMMER", "legal_basis: eu-gdpr:A6-1-b, categories: [pd:OfficialID]", True),  # the purpose names it: the need is stated
        ("NO_FODSELSNUMMER", "legal_basis: eu-gdpr:A6-1-b", False),  # nobody said that it is needed
        ("NO_FODSELSNUMMER", "legal_basis: eu-gdpr:A6-1-c", True),
        ("NL_BSN", "legal_basis: eu-gdpr:A6-1-b, categories: [pd:OfficialID]", False),  # a law has to say so
        ("NL_BSN", "legal_basis: eu-gdpr:A6-1-a, categories: [pd:OfficialID]", False),
        ("NL_BSN", "legal_basis: eu-gdpr:A6-1-c, categories: [pd:OfficialID]", True),
        ("DK_CPR", "legal_basis: eu-gdpr:A6-1-a-explicit-consent", True),
        ("DK_CPR", "legal_basis: eu-gdpr:A6-1-f, categories: [pd:OfficialID]", False),
        ("SE_PERSONNUMMER", "legal_basis: eu-gdpr:A6-1-f, categories: [pd:OfficialID]", True),
    ],
)
def test_a_national_identifier_needs_its_ground_in_national_law(entity: str, purpose: str, grounded: bool) -> None:
    text = pack(categories="{open: false, declared: [pd:OfficialID]}", purposes=f"[{{purpose: dpv:PersonnelPayment, {purpose}}}]")
    made = flow(policies(text, ENTRY), found(("$.id", entity)))
    assert rules(made) == ({} if grounded else {"national-id.no-ground": "gap"})


def test_a_pack_can_name_the_law_that_grounds_an_identifier() -> None:
    text = pack(
        categories="{open: false, declared: [pd:OfficialID]}",
        purposes=PURPOSE + "}]",
        grounds="[{entity: NL_BSN, law: Wet op het BSN art. 10}]",
    )
    assert rules(flow(policies(text, ENTRY), found(("$.id", "NL_BSN")))) == {}


CONSENT = PURPOSE + ", requires: {consent: yes}}]"
BY_CUSTOMER = (
    "[{purpose: dpv:CustomerCare, legal_basis: eu-gdpr:A6-1-b, when: {fact: {customer: yes}}, cite: §1}, "
    "{purpose: dpv:Marketing, legal_basis: eu-gdpr:A6-1-f, when: {fact: {customer: no}}, cite: §1}]"
)


@pytest.mark.parametrize(
    ("purposes", "body", "expected", "used"),
    [
        (CONSENT, {"consents": {"newsletter": True}}, {}, ["dpv:ServiceProvision"]),
        (CONSENT, {"consents": {"newsletter": "Granted "}}, {}, ["dpv:ServiceProvision"]),
        (CONSENT, {"consents": {"newsletter": False}}, {"requirement.refused": "violation"}, ["dpv:ServiceProvision"]),
        (CONSENT, {"consents": {"newsletter": "maybe"}}, {"requirement.unknown": "gap"}, ["dpv:ServiceProvision"]),
        (CONSENT, {"consents": {"newsletter": None}}, {"requirement.unknown": "gap"}, ["dpv:ServiceProvision"]),
        (CONSENT, {}, {"requirement.unknown": "gap"}, ["dpv:ServiceProvision"]),
        (BY_CUSTOMER, {"customerNumber": "10042"}, {}, ["dpv:CustomerCare"]),
        (BY_CUSTOMER, {"customerNumber": ""}, {}, ["dpv:Marketing"]),
        (BY_CUSTOMER, {}, {}, ["dpv:Marketing"]),
    ],
)
def test_facts_are_read_from_the_message(purposes: str, body: dict[str, Any], expected: dict[str, str], used: list[str]) -> None:
    made = flow(policies(pack(purposes=purposes), ENTRY), found(EMAIL), body=ORDER | body)
    assert (rules(made), list(made.purposes)) == (expected, used)


def test_absence_cannot_be_told_of_a_body_that_was_not_read_whole() -> None:
    made = flow(policies(pack(purposes=BY_CUSTOMER), ENTRY), found(EMAIL), scanned="partial")
    assert rules(made) == {"requirement.unknown": "gap", "coverage.partial": "gap"}
    assert made.purposes == ()


def test_a_question_that_the_registry_gives_no_place_for_is_unknown() -> None:
    made = flow(policies(pack(purposes=CONSENT), registry(facts="")), found(EMAIL))
    unknown = verdict(made, "requirement.unknown")
    assert (unknown.verdict, unknown.citation, unknown.path) == ("gap", "§9", None)


def test_a_requirement_says_where_it_is_answered() -> None:
    refused = verdict(
        flow(policies(pack(purposes=CONSENT), ENTRY), body=ORDER | {"consents": {"newsletter": False}}), "requirement.refused"
    )
    assert (refused.path, refused.citation) == ("$.consents.newsletter", "§9")


@pytest.mark.parametrize(
    ("evidence", "state", "test", "expected"),
    [
        (("checksum",), "clear", "true", True),
        (("checksum", "test-population"), "clear", "true", False),
        (("checksum",), "masked", "true", False),
        (("checksum",), "clear", "false", False),
    ],
)
def test_a_real_person_in_a_test_flow_is_a_violation(evidence: tuple[str, ...], state: str, test: str, expected: bool) -> None:
    seen = ("$.fnr", "NO_FODSELSNUMMER", {"evidence": evidence, "state": state})
    made = flow(policies(PACK, registry(test=test)), found(seen))
    assert ("test.real-person" in rules(made)) == expected


def test_one_real_person_among_test_persons_is_enough() -> None:
    seen = [(f"$.people[{i}].fnr", "NO_FODSELSNUMMER", {"evidence": ("test-population",) if i else ()}) for i in range(3)]
    assert rules(flow(policies(PACK, registry(test="true")), found(*seen)))["test.real-person"] == "violation"


def test_names_cannot_tell_whether_they_are_real() -> None:
    assert "test.real-person" not in rules(flow(policies(PACK, registry(test="true")), found(NAME, EMAIL)))


STORES = "stores: [{host: '*.blob.example', country: US, processor: connxio}, {host: eu.blob.example, country: NL, processor: connxio}]"


@pytest.mark.parametrize(
    ("url", "outside"), [("https://us.blob.example/x", True), ("https://EU.blob2.example/x", False), ("https://[", False)]
)
def test_a_store_outside_the_promised_place(url: str, outside: bool) -> None:
    made = flow(policies(PACK, ENTRY, STORES), found(EMAIL), endpoints=(url,))
    assert rules(made) == ({"location.outside-promise": "violation"} if outside else {})


def test_category_rules_stand_in_their_rows_and_the_others_at_the_flow() -> None:
    made = flow(policies(PACK, ENTRY), found(EMAIL, "DATE_OF_BIRTH", "PASSWORD"), receiver="CRM", scanned="partial")
    assert [v.rule for v in made.verdicts] == ["contract.party", "coverage.partial"]
    by_row = {row.entity: [(v.rule, v.path) for v in row.verdicts] for row in made.personal_data}
    assert by_row == {
        "EMAIL_ADDRESS": [],
        "DATE_OF_BIRTH": [("category.undeclared", "$.x")],
        "PASSWORD": [("category.undeclared", "$.x"), ("secret.in-payload", "$.x")],
    }


def test_a_masked_party_is_outside_every_contract() -> None:
    made = flow(policies(PACK, ENTRY), found(EMAIL, words={"receiver": "<PERSON>"}))
    assert rules(made) == {"contract.party": "violation"}
    assert made.integration.receiver == "<PERSON>"


def test_a_cleartext_endpoint_is_named_with_where_it_stood() -> None:
    url = Leaf("url", ("metadata", "outboundEndpoint"), "ftp://files.example/in?<cut>")
    made = flow(policies(PACK, ENTRY), found(EMAIL), endpoints=("ftp://files.example/in",), beside=[url])
    clear = verdict(made, "endpoint.cleartext")
    assert (clear.path, clear.citation) == ("$.metadata.outboundEndpoint", "§5")
    registered = registry(contract="{endpoints: [{host: ftp.carrier.example, protocol: FTP}]}")
    assert verdict(flow(policies(PACK, registered), found(EMAIL)), "endpoint.cleartext").citation == (
        "registry orders-erp-to-carrier, FTP://ftp.carrier.example"
    )


def test_the_registry_names_the_context_else_the_pack_tells_it() -> None:
    text = pack(
        contexts="{order: {document_type: [Order]}, other: {}}",
        purposes="[{purpose: dpv:ServiceProvision, when: {context: order}}, {purpose: dpv:Marketing, when: {context: other}}]",
    )
    told, named = policies(text, registry(context="")), policies(text, registry(context="other"))
    assert flow(told, found(EMAIL)).purposes == ("dpv:ServiceProvision",)
    assert flow(named, found(EMAIL)).purposes == ("dpv:Marketing",)


def test_a_word_of_the_message_that_is_no_text_matches_nothing() -> None:
    assert rules(flow(policies(PACK, ENTRY), found(EMAIL), document_type=None)) == {"flow.unregistered": "gap"}
    assert rules(flow(policies(PACK, ENTRY), found(EMAIL), sender=Word("  ", ("sender",)))) == {}


@pytest.mark.parametrize(
    ("answers", "expected"),
    [([True, True], {}), ([True, False], {"requirement.unknown": "gap"}), ([True, "maybe"], {"requirement.unknown": "gap"})],
)
def test_several_answers_are_one_only_where_they_agree(answers: list[Any], expected: dict[str, str]) -> None:
    entry = registry(facts="{consent: {path: '$.people[*].consent', yes: ['true'], no: ['false']}}")
    body = ORDER | {"people": [{"consent": answer} for answer in answers]}
    assert rules(flow(policies(pack(purposes=CONSENT), entry), found(EMAIL), body=body)) == expected


def test_what_is_a_violation_already_keeps_its_own_source_and_citation() -> None:
    raising = {"raise": "[{rule: category.undeclared, cite: §7}]"}
    closed = pack(categories="{open: false, declared: [pd:Name], cite: §1}", **raising)
    opened = pack(categories="{open: true, declared: [pd:Name], cite: §1}", **raising)
    said = [verdict(flow(policies(text, ENTRY), found("DATE_OF_BIRTH")), "category.undeclared") for text in (closed, opened)]
    assert [(v.verdict, v.citation) for v in said] == [("violation", "§1"), ("violation", "§7")]
