"""The demo's registry shows every outcome that it says it shows."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from streams.inspect.tag.policy import Policy
from streams.policy.check import errors, warnings
from streams.policy.load import gather, load
from tests.inspect.tag.build import EMAIL, NAME, NUMBER, Seen, flow, found, rules

DEMO = Path(__file__).parents[2] / "policies/demo"
FNR = ("$.employee.fnr", "NO_FODSELSNUMMER", {"evidence": ("checksum", "test-population")})
REAL_FNR = ("$.employee.fnr", "NO_FODSELSNUMMER", {"evidence": ("checksum",)})
ACCOUNT, SALARY = ("$.employee.account", "NO_BANK_ACCOUNT"), ("$.employee.salary", "SALARY")


@cache
def demo() -> Policy:
    return load(DEMO)


def test_only_the_controller_that_is_meant_to_lack_a_pack_lacks_one() -> None:
    read = gather(DEMO)
    assert errors(read) == []
    assert [p.says for p in warnings(read)] == ["supplier-contacts: no pack of controller supplier-as; its personal data will be a gap"]


def number(n: str) -> str:
    return f"5d0c0000-0000-4000-8000-00000000000{n}"


@pytest.mark.parametrize(
    ("n", "kind", "parties", "seen", "body", "expected"),
    [
        ("1", "Order", ("ERP", "Carrier"), [EMAIL, NAME, NUMBER], {}, {}),
        ("1", "Order", ("ERP", "CRM"), [EMAIL], {}, {"contract.party": "violation"}),
        ("2", "Shipment", ("Carrier", "ERP"), [NAME, "PHONE_NUMBER", "LOCATION"], {}, {}),
        ("3", "Customer", ("ERP", "CRM"), [NAME, "CUSTOMER_NUMBER"], {}, {}),
        ("3", "Customer", ("ERP", "CRM"), ["DATE_OF_BIRTH"], {}, {"category.undeclared": "violation"}),
        ("4", "Invoice", ("ERP", "Accounting"), [NAME, NUMBER], {}, {}),
        ("5", "Return", ("Webshop", "ERP"), [NAME], {}, {"contract.unregistered": "gap", "recipient.undeclared": "gap"}),
        ("6", "Subscription", ("CRM", "Mailer Inc"), [EMAIL], {"consents": {"newsletter": True}}, {}),
        ("6", "Subscription", ("CRM", "Mailer Inc"), [EMAIL], {"consents": {"newsletter": False}}, {"requirement.refused": "violation"}),
        ("6", "Subscription", ("CRM", "Mailer Inc"), [EMAIL], {}, {"requirement.unknown": "gap"}),
        ("7", "PickingList", ("ERP", "Warehouse"), [NAME], {}, {"endpoint.cleartext": "gap"}),
        ("8", "Supplier", ("Supplier portal", "ERP"), [NAME], {}, {"controller.no-instructions": "gap"}),
        ("9", "Order", ("ERP", "Carrier"), [NAME], {}, {}),
        ("a", "Timesheet", ("HR", "Payroll"), [NAME, FNR], {}, {}),
        ("b", "Backup", ("Payroll", "Vault Corp"), [NAME], {}, {"transfer.safeguard-void": "violation"}),
        ("f", "Order", ("ERP", "Carrier"), [NAME], {}, {"flow.unregistered": "gap"}),
    ],
)
def test_a_flow_over_connxio(
    n: str, kind: str, parties: tuple[str, str], seen: list[Seen], body: dict[str, Any], expected: dict[str, str]
) -> None:
    made = flow(demo(), found(*seen), body=body, flow_id=number(n), document_type=kind, sender=parties[0], receiver=parties[1])
    assert rules(made) == expected


@pytest.mark.parametrize(
    ("name", "kind", "parties", "seen", "expected"),
    [
        ("customer-sync", "Customer", ("CRM", "ERP"), [NAME, EMAIL, "CUSTOMER_NUMBER"], {}),
        ("order-sync", "Order", ("Webshop", "ERP"), [NAME, NUMBER], {}),
        ("review-sync", "Review", ("Webshop", "Reviews Ltd"), [NAME], {"contract.unregistered": "gap", "recipient.undeclared": "gap"}),
        ("payroll-export", "PayrollRun", ("HR", "Payroll"), [NAME, FNR, ACCOUNT, SALARY, "JOB_TITLE"], {}),
        ("salary-payment", "Payment", ("Payroll", "Bank"), [NAME, ACCOUNT, SALARY], {}),
        (
            "salary-payment",
            "Payment",
            ("Payroll", "Bank"),
            [FNR],
            {"purpose.not-for-context": "violation", "national-id.no-ground": "gap"},
        ),
        ("tax-report", "AMelding", ("Payroll", "Tax authority"), [NAME, FNR, SALARY], {}),
        ("employee-sync", "Employee", ("HR", "Directory"), [NAME, EMAIL, "JOB_TITLE"], {}),
        ("employee-sync", "Employee", ("HR", "Directory"), [SALARY], {"purpose.not-for-context": "violation"}),
        ("payslip-delivery", "Payslip", ("Payroll", "Bank"), [NAME, SALARY], {"contract.unregistered": "gap"}),
        ("price-sync", "PriceList", ("ERP", "Webshop"), [], {}),
    ],
)
def test_a_flow_over_connectmyapps(name: str, kind: str, parties: tuple[str, str], seen: list[Seen], expected: dict[str, str]) -> None:
    said = {"platform": "connectmyapps", "steps": ("connectmyapps.run",), "flow_id": name, "document_type": kind}
    made = flow(demo(), found(*seen), sender=parties[0], receiver=parties[1], **said)
    assert rules(made) == expected


def test_a_real_identifier_in_the_test_flow_is_a_violation() -> None:
    made = flow(demo(), found(REAL_FNR), flow_id=number("9"))
    assert rules(made)["test.real-person"] == "violation"


def test_the_payrolls_clocks_run_from_the_fiscal_year_and_wait_for_the_end_of_the_contract() -> None:
    said = {"platform": "connectmyapps", "flow_id": "payroll-export", "document_type": "PayrollRun", "sender": "HR", "receiver": "Payroll"}
    made = flow(demo(), found(SALARY), body={"employee": {"salary": "1"}}, **said)
    assert {t.store: (t.until, t.state) for t in made.tags if t.pack == "payroll-no"} == {
        "engine": ("2026-02-28", "running"),
        "payroll": ("2030-12-31", "running"),
        "personnel-file": (None, "open"),
    }
    ended = flow(demo(), found(SALARY), body={"employee": {"salary": "1", "endDate": "2025-11-30"}}, **said)
    assert ("personnel-file", "2026-11-30") in {(t.store, t.until) for t in ended.tags}
