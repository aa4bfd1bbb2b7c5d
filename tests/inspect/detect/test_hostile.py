"""Hostile strings: the work is bounded, and what they hide is found all the same."""

from itertools import pairwise

import pytest

from streams.inspect.detect import mail
from streams.inspect.detect.detector import Detector
from streams.inspect.detect.presidio import LONGEST_PIECE, Hit
from streams.inspect.detect.texts import windows
from tests.inspect.detect.build import look

LONG = 50_000
NEEDLE = " kari@example.org "

STRINGS = {
    "hyphens before an at": "a-" * LONG + "@",
    "hyphens before an address": "a-" * LONG + "@x.no",
    "dots": "." * LONG,
    "w and dots": "w." * LONG,
    "digits and slashes": "1/" * LONG,
    "plus one": "+1" * LONG,
    "pairs of digits": "12 34 " * (LONG // 3),
    "digits": "1" * LONG,
    "ats": "@" * LONG,
    "a at a": "a@a" * LONG,
    "labels": "a@" + "b-" * LONG + ".no",
    "colons": "::" * LONG,
    "hex and colons": "ab:" * LONG,
    "stars": "*" * LONG,
    "stars and ats": "**@" * (LONG // 3),
    "percent": "%2525" * (LONG // 5),
    "zero width": "a\u200b" * LONG,
    "equals": "a=b=" * LONG,
    "tags": "<a " * LONG,
    "open brackets": "(" * LONG,
    "capitals": "Aa " * LONG,
    "streets": "Storgata " * (LONG // 5),
    "keys": "kunde: " * (LONG // 5),
    "iban heads": "AA00 AAAA " * (LONG // 5),
    "base64": "Ab1" * LONG,
    "camels": "aB" * LONG,
    "dots before a domain": "." * LONG + "a.no",
    "hyphens and dots": "a-.." * (LONG // 2) + "@a",
    "slashes and a one": "/1" * LONG,
    "houses without end": "gate 55555 " * (LONG // 10),
    "greetings": "hei " * (LONG // 3),
    "greetings of nobody": "hilsen,\n" * (LONG // 8),
    "keys of nothing": "a b c: " * (LONG // 5),
    "equal signs": "=" * LONG,
    "hex": "0a" * LONG,
    "references": "&#97;" * (LONG // 5),
    "open comments": "<!--" * (LONG // 4),
    "colons of addresses": "fe80:" * (LONG // 5),
    "long words": "a" * LONG + " " + "B" * LONG,
    "names": "Kari Van Der " * (LONG // 10),
}


@pytest.mark.parametrize("name", STRINGS)
@pytest.mark.timeout(20)
def test_a_hostile_string_is_read_to_its_end(name: str, detector: Detector) -> None:
    seen = look(detector, {"note": STRINGS[name] + NEEDLE}, "error")
    assert any(f.entity == "EMAIL_ADDRESS" and f.end == len(STRINGS[name]) + len(NEEDLE) - 1 for f in seen.findings)


@pytest.mark.parametrize("name", STRINGS)
@pytest.mark.timeout(20)
def test_a_hostile_key_is_read_too(name: str, detector: Detector) -> None:
    look(detector, {STRINGS[name]: "x", "y": {STRINGS[name]: 1}})


@pytest.mark.parametrize("name", STRINGS)
def test_what_recognizers_are_given_grows_with_the_text_and_no_faster(
    name: str, detector: Detector, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[int] = []
    presidio = detector._texts._patterns._presidio

    def counted(recognizer: str, text: str) -> tuple[Hit, ...]:
        given.append(len(text))
        return ()

    monkeypatch.setattr(presidio, "find", counted)
    monkeypatch.setattr(presidio, "whole", lambda recognizer, piece: bool(counted(recognizer, piece)))
    text = STRINGS[name][:64_000]
    look(detector, {"note": text}, "error")
    views_of_it = 4  # as it is, without markup, two rounds of percent-decoding
    assert sum(given) <= 16 * views_of_it * (len(text) + LONGEST_PIECE)
    assert max(given, default=0) <= LONGEST_PIECE


class Counted:
    """Presidio, counting what its e-mail recognizer is given."""

    def __init__(self) -> None:
        self.given: list[int] = []

    def find(self, recognizer: str, text: str) -> tuple[Hit, ...]:
        self.given.append(len(text))
        return ()


@pytest.mark.parametrize("name", STRINGS)
def test_the_email_pattern_sees_the_neighbourhood_of_an_at_and_no_more(name: str) -> None:
    counted = Counted()
    list(mail.mails(STRINGS[name], counted))  # type: ignore[arg-type]  # a small real thing in Presidio's place
    assert all(length <= mail.LOCAL + 1 + mail.DOMAIN for length in counted.given)
    assert len(counted.given) <= (1 + mail.ENDINGS) * STRINGS[name].count("@")


@pytest.mark.parametrize("length", [0, 1, LONGEST_PIECE, LONGEST_PIECE + 1, 3 * LONGEST_PIECE + 17, 100_000])
def test_windows_tile_the_text_and_are_few(length: int) -> None:
    text = "x" * length
    cut = list(windows(text))
    assert cut[0][2] == 0
    assert cut[-1][3] > length
    assert all(a[3] == b[2] for a, b in pairwise(cut))
    assert all(len(piece) <= LONGEST_PIECE for _, piece, _, _ in cut)
    assert len(cut) <= 1 + length / (LONGEST_PIECE / 2)
