"""Terms and times as people read them."""

import pytest

from streams.dashboard.labels import instant, moment, term


@pytest.mark.parametrize(
    ("curie", "words"),
    [
        ("pd:EmailAddress", "Email address"),
        ("pd:OfficialID", "Official ID"),
        ("pd:IPAddress", "IP address"),
        ("pd:GPSCoordinate", "GPS coordinate"),
        ("dpv:FulfilmentOfContractualObligation", "Fulfilment of contractual obligation"),
        ("eu-gdpr:A6-1-b", "GDPR Art. 6(1)(b)"),
        ("eu-gdpr:A9-2-b", "GDPR Art. 9(2)(b)"),
        ("eu-gdpr:A46-2-c", "GDPR Art. 46(2)(c)"),
        ("eu-gdpr:A44", "GDPR Art. 44"),
        ("eu-gdpr:Consent", "Consent"),
        ("no curie", "no curie"),
        ("pd:", "pd:"),
        ("", ""),
    ],
)
def test_a_term_is_said_in_words(curie: str, words: str) -> None:
    assert term(curie) == words


@pytest.mark.parametrize(
    ("ms", "text"),
    [(1764496800999, "2025-11-30T10:00:00Z"), (0, "1970-01-01T00:00:00Z"), (-1000, "1969-12-31T23:59:59Z"), (2**62, str(2**62))],
)
def test_an_instant_is_utc_to_the_second_or_stays_a_number(ms: int, text: str) -> None:
    assert instant(ms) == text
    assert moment(ms) == text.replace("T", " ").replace("Z", " UTC")
