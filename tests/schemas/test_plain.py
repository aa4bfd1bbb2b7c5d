"""Every term that a policy may use has its plain words in three languages."""

import pytest

from schemas import dpv
from schemas.plain import LANGUAGES, Language, plain

LAW = dpv.LEGAL_BASES | dpv.CONDITIONS | dpv.SAFEGUARDS | dpv.RIGHTS
EVERY = sorted(dpv.PD | dpv.PURPOSES | dpv.SUBJECTS | dpv.PROCESSING | dpv.STORAGE | dpv.DURATIONS | LAW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_words_without_blanks_around_them_or_bars_in_them(language: Language) -> None:
    words = {term: plain(term, language) for term in EVERY}
    assert {term: said for term, said in words.items() if not said or said != said.strip() or "|" in said or said == "-"} == {}


@pytest.mark.parametrize(
    ("term", "en", "nb", "nl"),
    [
        ("pd:EmailAddress", "email address", "e-postadresse", "e-mailadres"),
        ("pd:IPAddress", "IP address", "IP-adresse", "IP-adres"),
        ("pd:GPSCoordinate", "GPS coordinate", "GPS-posisjon", "gps-positie"),
        ("dpv:CustomerCare", "customer service and support", "kundeservice og støtte", "klantenservice en ondersteuning"),
        ("dpv:Employee", "employee", "ansatt", "werknemer"),
        ("eu-gdpr:A6-1-f", "legitimate interest", "berettiget interesse", "gerechtvaardigd belang"),
        ("eu-gdpr:A15", "access", "innsyn", "inzage"),
        ("dpv:Store", "store", "lagre", "opslaan"),
        ("dpv:UntilEventDuration", "until an event", "til en hendelse", "tot een gebeurtenis"),
    ],
)
def test_a_term_in_plain_words(term: str, en: str, nb: str, nl: str) -> None:
    assert [plain(term, language) for language in LANGUAGES] == [en, nb, nl]


def test_a_term_that_no_table_has_is_its_own_words() -> None:
    assert plain("pd:SomethingNew", "nb") == "something new"


def test_the_tables_hold_the_vocabularys_terms_and_no_others() -> None:
    from schemas.plain import _table  # noqa: PLC0415  # only this sentence looks inside

    known = {tuple(term.split(":", 1)) for term in EVERY}
    assert set(_table()) == known
