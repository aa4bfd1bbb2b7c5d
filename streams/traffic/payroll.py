"""The payroll office's documents with their personal values marked."""

from random import Random

from streams.traffic.documents import Document, address, named, reach, who
from streams.traffic.fields import names
from streams.traffic.marks import Personal
from streams.traffic.persons import Person


def _identified(p: Person) -> Document:
    return {names(p.language)["national_id"]: Personal(p.national_id, p.national_entity)}


def _paid_to(p: Person) -> Document:
    return {names(p.language)["account"]: Personal(p.account, p.account_entity)}


def _salary(p: Person) -> Document:
    return {names(p.language)["salary"]: Personal(p.salary, "SALARY", number=True)}


def payroll_run(rng: Random, p: Person, day: str) -> Document:
    """What payroll needs of one employee; one in ten leaves, and the end date starts the clock."""
    leaving = {"endDate": day} if rng.random() < 0.1 else {}
    return {"period": day[:7], "employee": {**who(p), **_identified(p), **_paid_to(p), **_salary(p), **leaving}}


def payment(rng: Random, p: Person, _day: str) -> Document:
    """What the bank needs; one in twelve carries a national identifier that it does not."""
    return {"employee": {**named(p), **_paid_to(p), **_salary(p), **(_identified(p) if rng.random() < 0.08 else {})}}


def tax_report(_rng: Random, p: Person, day: str) -> Document:
    return {"month": day[:7], "employee": {**named(p), **_identified(p), **_salary(p)}}


def employee(rng: Random, p: Person, _day: str) -> Document:
    """A new employee on the way to the access control; one in eight with a bank account that it has no use for."""
    n = names(p.language)
    known = {**who(p), **reach(p), n["job"]: Personal(p.job, "JOB_TITLE")}
    return {"employee": {**known, **(_paid_to(p) if rng.random() < 0.12 else {})}}


def payslip(_rng: Random, p: Person, day: str) -> Document:
    n = names(p.language)
    person = {**named(p), n["email"]: Personal(p.email, "EMAIL_ADDRESS"), n["address"]: address(p)}
    return {"period": day[:7], "employee": {**person, **_paid_to(p), **_salary(p)}}


def timesheet(rng: Random, p: Person, day: str) -> Document:
    return {"week": day[:7], "employee": {**who(p), **_identified(p)}, "hours": [round(rng.uniform(4, 9), 1) for _ in range(5)]}


def master(_rng: Random, p: Person, _day: str) -> Document:
    """All that is known of an employee."""
    n = names(p.language)
    born, job = {n["born"]: Personal(p.born, "DATE_OF_BIRTH")}, {n["job"]: Personal(p.job, "JOB_TITLE")}
    return {"employee": {**who(p), **_identified(p), **born, **reach(p), **job, **_paid_to(p), n["address"]: address(p)}}
