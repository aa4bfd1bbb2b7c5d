"""Retention of whole Flows against slow, obvious calendars: local days, several purposes, events that come or do not, resends."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.flow import Flow
from streams.inspect.tag.calendar import local_day
from streams.inspect.unwrap.record import unwrap
from streams.policy.zones import zone
from tests.inspect.tag.build import EMAIL, NAME, at, flow, found, policies
from tests.inspect.tag.test_calendar import slow_after, slow_fiscal_end
from tests.messages import STARTED, archeo, metadata_object, record, text

HOUR = timedelta(hours=1)
ANCHORS = ("purchase", "contact", "withdrawal", "contract-end", "last-activity", "account-closure", "handled", "collection")
DAYS = st.dates(date(2018, 5, 25), date(2030, 12, 31))
MOMENTS = st.datetimes(datetime(1996, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))
ZONES = ("Europe/Oslo", "Europe/Amsterdam")
ENDS = ("12-31", "06-30", "02-29", "03-31")


def last_sunday(year: int, month: int) -> date:
    """Walk back from the month's last day."""
    day = date(year, month, 31)
    while day.isoweekday() != 7:
        day -= timedelta(days=1)
    return day


def slow_local_day(moment: datetime) -> date:
    """The calendar on a wall in Oslo or Amsterdam: an hour ahead of UTC, two between the last Sundays of March and October, 01:00 UTC."""
    begins, ends = (datetime.combine(last_sunday(moment.year, month), datetime.min.time(), UTC) + HOUR for month in (3, 10))
    return (moment + (2 * HOUR if begins <= moment < ends else HOUR)).date()


@given(MOMENTS, st.sampled_from(ZONES))
def test_the_local_day_is_the_one_on_the_wall(moment: datetime, name: str) -> None:
    tz = zone(name)
    assert tz is not None
    assert local_day(int(moment.timestamp()) * 1000, tz) == slow_local_day(moment)


@pytest.mark.parametrize("year", [2019, 2021, 2024, 2025])
@pytest.mark.parametrize("month", [3, 10])
@pytest.mark.parametrize("name", ZONES)
def test_no_hour_of_a_day_on_which_clocks_change_belongs_to_another_day(year: int, month: int, name: str) -> None:
    tz = zone(name)
    assert tz is not None
    start = datetime.combine(last_sunday(year, month), datetime.min.time(), UTC) - 3 * HOUR
    for half in range(60):
        moment = start + half * HOUR / 2
        assert local_day(int(moment.timestamp() * 1000), tz) == slow_local_day(moment), moment


def pack(kept: list[dict[str, Any]], ends: str, name: str) -> str:
    """A purpose for each promise, each with a store of its own."""
    purposes = [
        f"  - {{purpose: dpv:ServiceProvision, legal_basis: eu-gdpr:A6-1-b, cite: '§{n}', retention: [{{store: s{n}, "
        f"period: {k['period']}, anchor: {k['anchor']}}}]}}"
        for n, k in enumerate(kept)
    ]
    head = f"pack: own\nversion: 1\nrole: controller\ntimezone: {name}\nfiscal_year_end: {ends}\n"
    head += "categories: {declared: [pd:EmailAddress]}\n"
    return head + "purposes:\n" + "\n".join(purposes)


_ANCHORS = ", ".join(f"{name}: $.{name}" for name in ANCHORS)
ENTRY = f"flows: [{{id: f, match: {{platform: generic}}, controller: own, contract: {{}}, facts: {{anchors: {{{_ANCHORS}}}}}}}]"
PROMISES = st.lists(
    st.fixed_dictionaries(
        {
            "years": st.integers(0, 12),
            "months": st.integers(0, 18),
            "days": st.integers(0, 120),
            "anchor": st.sampled_from(["message", "fiscal-year-end", *ANCHORS]),
        }
    ),
    min_size=1,
    max_size=6,
)


def made(kept: list[dict[str, Any]], ends: str, name: str, moment: datetime, body: dict[str, Any], **said: Any) -> Flow:
    promised = [k | {"period": f"P{k['years']}Y{k['months']}M{k['days']}D"} for k in kept]
    policy = policies(pack(promised, ends, name), ENTRY)
    started = int(moment.timestamp()) * 1000
    return flow(policy, found(EMAIL), body=body, platform="generic", document_type="Any", message_time=started, **said)


@settings(max_examples=60, deadline=None)
@given(
    PROMISES,
    st.sampled_from(ENDS),
    st.sampled_from(ZONES),
    MOMENTS,
    st.dictionaries(st.sampled_from(ANCHORS), DAYS),
)
def test_each_purpose_lapses_on_its_own_day_or_waits_for_its_own_event(
    kept: list[dict[str, Any]], ends: str, name: str, moment: datetime, happened: dict[str, date]
) -> None:
    told = made(kept, ends, name, moment, {event: day.isoformat() for event, day in happened.items()})
    today = slow_local_day(moment)
    starts = {"message": today, "fiscal-year-end": slow_fiscal_end(today, ends)} | happened
    expected = {}
    for number, k in enumerate(kept):
        start = starts.get(k["anchor"])
        until = slow_after(start, k["years"] * 12 + k["months"], k["days"]).isoformat() if start else None
        expected[f"s{number}"] = (until, "running" if until else "open")
    assert {tag.store: (tag.until, tag.state) for tag in told.tags} == expected
    assert told.retain_until == min((until for until, _ in expected.values() if until), default=None)


@given(st.integers(0, 10**9), st.integers(1, 9))
def test_a_resend_does_not_restart_a_clock(later: int, resend: int) -> None:
    started = metadata_object(started="2025-11-30T10:00:00Z")
    first, again = record(text(archeo(metadata=started)).encode()), record(text(archeo(metadata=started | {"resend": resend})).encode())
    times = [unwrap(raw)[0].message_time for raw in (first, replace(again, timestamp=again.timestamp + later))]
    assert times == [STARTED, STARTED]


def test_a_ten_year_invoice_does_not_carry_the_position_with_it() -> None:
    entry = ENTRY.replace("controller: own", "controller: conneqtech, context: CONTEXT")
    seen = found(NAME, ("$.lat", "GEO"), ("$.iban", "IBAN_CODE"))

    def clocks(context: str) -> dict[str, set[tuple[str | None, str | None]]]:
        said: dict[str, Any] = {"platform": "generic", "document_type": "Any", "message_time": at("2024-03-01T12:00:00+00:00")}
        told = flow(policies(entry.replace("CONTEXT", context)), seen, body={"purchase": "2024-02-29"}, **said)
        kept: dict[str, set[tuple[str | None, str | None]]] = {}
        for tag in told.tags:
            kept.setdefault(tag.category, set()).add((tag.store, tag.until))
        return kept

    assert clocks("order") == {"pd:BankAccount": {("financial", "2034-02-28")}, "pd:Name": {("financial", "2034-02-28")}}
    assert clocks("fmv-portal")["pd:GPSCoordinate"] == {("account", None), ("profile", None), ("research", None)}


def test_the_same_payload_under_two_controllers_has_two_outcomes_and_without_one_no_purpose() -> None:
    shop = pack([{"period": "P3M", "anchor": "message"}], "12-31", "Europe/Oslo")
    club = shop.replace("pack: own", "pack: club").replace("ServiceProvision", "DirectMarketing").replace("A6-1-b", "A6-1-a")
    club = club.replace("declared: [pd:EmailAddress]", "declared: [pd:Name], open: false")

    def outcome(controller: str) -> tuple[Any, ...]:
        told = flow(policies(shop, club, ENTRY.replace("controller: own", f"controller: {controller}")), found(EMAIL), platform="generic")
        return told.purposes, told.legal_bases, [v.rule for v in told.every_verdict()], told.retain_until, told.verdict

    assert outcome("own") == (("dpv:ServiceProvision",), ("eu-gdpr:A6-1-b",), [], "2026-02-28", "compliant")
    assert outcome("club") == ((), (), ["category.undeclared"], None, "violation")
    assert outcome("nobody") == ((), (), ["controller.no-instructions"], None, "gap")
