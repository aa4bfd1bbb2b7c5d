"""Transfers out of the EEA: what is named for whom, judged by the law of the message's day."""

import pytest

from tests.inspect.tag.build import EMAIL, at, flow, found, pack, policies, registry, verdict

TO_US = "{sender: [ERP], receiver: [Mailer Inc, Other Inc], endpoints: [{host: api.mailer.example, country: US, protocol: https}]}"
SHIELD = "{country: US, safeguard: eu-gdpr:A45-3, instrument: 2016/1250, recipient: Mailer Inc}"
OLD_CLAUSES = '{country: US, safeguard: eu-gdpr:A46-2-c, instrument: "Decision 2010/87/EU", recipient: Mailer Inc}'


@pytest.mark.parametrize(
    ("transfers", "country", "receiver", "day", "expected"),
    [
        ("[]", "US", "Mailer Inc", "2025-06-01", "transfer.no-safeguard"),
        (f"[{SHIELD}]", "US", "Mailer Inc", "2020-07-15", None),
        (f"[{SHIELD}]", "US", "Mailer Inc", "2020-07-16", "transfer.safeguard-void"),
        (f"[{SHIELD}, {OLD_CLAUSES}]", "US", "Mailer Inc", "2020-07-16", None),  # one of two still holds
        (f"[{OLD_CLAUSES}]", "US", "Mailer Inc", "2022-12-27", None),
        (f"[{OLD_CLAUSES}]", "US", "Mailer Inc", "2022-12-28", "transfer.safeguard-void"),
        ("[{country: US, instrument: 2023/1795, recipient: Mailer Inc}]", "US", "Mailer Inc", "2023-07-09", "transfer.safeguard-void"),
        ("[{country: US, instrument: 2023/1795, recipient: Mailer Inc}]", "US", "Mailer Inc", "2023-07-10", None),
        ("[{country: US, instrument: 2021/914, valid_from: 2023-01-01}]", "US", "Mailer Inc", "2022-12-31", "transfer.safeguard-void"),
        ("[{country: US, instrument: 2021/914, valid_from: 2023-01-01}]", "US", "Mailer Inc", "2023-01-01", None),
        ("[{country: US, safeguard: eu-gdpr:A46-2-b, instrument: approved 2024 rules}]", "US", "Mailer Inc", "2025-01-01", None),
        (f"[{SHIELD}, {{country: US, instrument: 2021/914, recipient: Other Inc}}]", "US", "Other Inc", "2025-01-01", None),
        (
            f"[{SHIELD}, {{country: US, instrument: 2021/914, recipient: Other Inc}}]",
            "US",
            "Mailer Inc",
            "2025-01-01",
            "transfer.safeguard-void",
        ),
        ("[{country: US, instrument: 2023/1795, recipient: Other Inc}]", "US", "Mailer Inc", "2025-01-01", "transfer.no-safeguard"),
        ("[{country: US, instrument: 2021/914, recipient: MAILER Corp.}]", "US", "Mailer Inc", "2025-01-01", None),
        ("[{country: IN, instrument: 2021/914}]", "US", "Mailer Inc", "2025-01-01", "transfer.no-safeguard"),
        ("[]", "NO", "Mailer Inc", "2025-01-01", None),
        ("[]", "IS", "Mailer Inc", "2025-01-01", None),
        ("[]", "CH", "Mailer Inc", "2025-01-01", None),  # adequate
        ("[]", "GB", "Mailer Inc", "2020-06-01", None),
        ("[]", "GB", "Mailer Inc", "2031-12-27", None),
        ("[]", "GB", "Mailer Inc", "2031-12-28", "transfer.no-safeguard"),
        ("[]", "KR", "Mailer Inc", "2021-12-16", "transfer.no-safeguard"),
        ("[]", "BR", "Mailer Inc", "2026-01-26", None),
        ("[{country: IN, safeguard: eu-gdpr:A45-3}]", "IN", "Mailer Inc", "2025-01-01", "transfer.safeguard-void"),  # there is no decision
    ],
)
def test_a_transfer_is_judged_by_the_law_of_its_day(transfers: str, country: str, receiver: str, day: str, expected: str | None) -> None:
    text = pack(transfers=transfers, valid_from="2018-05-25")
    entry = registry(contract=TO_US.replace("country: US", f"country: {country}"))
    made = flow(policies(text, entry), found(EMAIL), receiver=receiver, message_time=at(f"{day}T12:00:00+00:00"))
    assert [v.rule for v in made.verdicts] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("receiver", "host", "expected"),
    [
        ("Google", "api.example", "transfer.safeguard-void"),
        ("Google Analytics", "api.example", "transfer.safeguard-void"),
        ("GA", "www.google-analytics.example", "transfer.safeguard-void"),  # the host says whose it is
        ("Googol LLC", "api.example", "transfer.no-safeguard"),  # another party: nothing is named for it
        (None, "api.example", "transfer.safeguard-void"),  # nobody says whose it is: what is named for the country
    ],
)
def test_a_safeguard_is_its_recipients(receiver: str | None, host: str, expected: str) -> None:
    text = pack(transfers="[{country: US, instrument: 2016/1250, recipient: Google LLC}]")
    entry = registry(contract=f"{{endpoints: [{{host: {host}, country: US}}]}}")
    made = flow(policies(text, entry), found(EMAIL), receiver=receiver)
    assert [v.rule for v in made.verdicts] == [expected]


def test_a_void_safeguard_is_cited_by_what_ended_it() -> None:
    made = flow(policies(pack(transfers=f"[{SHIELD}]"), registry(contract=TO_US)), found(EMAIL), receiver="Mailer Inc")
    void = verdict(made, "transfer.safeguard-void")
    assert (void.verdict, void.source, void.path) == ("violation", "law", None)
    assert void.citation == "2016/1250, EU-US Privacy Shield: CJEU C-311/18"


def test_a_pack_may_raise_a_transfer_without_safeguard() -> None:
    text = pack(transfers="[]", **{"raise": "[{rule: transfer.no-safeguard, cite: §6}]"})
    raised = verdict(flow(policies(text, registry(contract=TO_US)), found(EMAIL), receiver="Mailer Inc"), "transfer.no-safeguard")
    assert (raised.verdict, raised.source, raised.citation) == ("violation", "notice", "§6")
