"""A value in disguise is found, and the finding spans all of what is written: every identifier in every disguise."""

import base64
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.inspect.detect.detector import Detector
from streams.inspect.detect.hidden import joined, unencoded, unescaped
from streams.inspect.detect.view import View
from tests.inspect.detect.build import look

VALUES = {
    "NO_FODSELSNUMMER": ("se", "01819010001"),
    "SE_PERSONNUMMER": ("se", "19121212-1212"),
    "DK_CPR": ("se", "010190-1234"),
    "NL_BSN": ("BSN", "999993653"),
    "FI_PERSONAL_IDENTITY_CODE": ("se", "131052-308T"),
    "DE_TAX_ID": ("se", "36574261809"),
    "CH_AHV": ("se", "756.9217.0769.85"),
    "PL_PESEL": ("se", "44051401359"),
    "UK_NHS": ("NHS number", "943 476 5919"),
    "UK_NINO": ("se", "AB 12 34 56 C"),
    "IT_FISCAL_CODE": ("se", "RSSMRA85T10A562S"),
    "IBAN_CODE": ("se", "NO9386011117947"),
    "CREDIT_CARD": ("kortnummer", "4111111111111111"),
    "EMAIL_ADDRESS": ("se", "kari.eksempel@example.org"),
    "PHONE_NUMBER": ("se", "+47 912 34 567"),
    "IP_ADDRESS": ("se", "192.0.2.44"),
    "MAC_ADDRESS": ("se", "00:1A:2B:3C:4D:5E"),
    "IMEI": ("IMEI", "490154203237518"),
    "VIN": ("se", "1HGCM82633A004352"),
}
Disguise = Callable[[str, int], str]  # the value, and where in it


def put(what: str) -> Disguise:
    return lambda value, at: value[:at] + what + value[at:]


def through(what: str) -> Disguise:
    return lambda value, _: what.join(value)


def digits(zero: int) -> Disguise:
    return lambda value, _: "".join(chr(zero + int(char)) if char.isdecimal() else char for char in value)


def each(written: str) -> Disguise:
    return lambda value, _: "".join(written.format(ord(char)) for char in value)


LIKE_LATIN = str.maketrans("ABCEHIKMOPSTXacepoxi", "АВСЕНІКМОРЅТХасероxі")


def cut(value: str, at: int) -> str:
    """In two lines; not between two letters of a word, which may be two words."""
    around = value[:at].rpartition(" ")[2] + value[at:].partition(" ")[0]
    told = value[at - 1] != " " != value[at] and any(char.isdigit() or char == "@" for char in around)
    return f"{value[:at]}\n{value[at:]}" if told else value


DISGUISES: dict[str, Disguise] = {
    **{f"U+{ord(char):04X}": put(char) for char in "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202e\u061c\ufe0f\u034f\u3164"},
    **{f"U+{ord(char):04X} everywhere": through(char) for char in "\u200b\u00ad\u0301\u0336\ufe0f"},
    "right to left": lambda value, _: f"\u202e{value}\u202c",
    "full width": lambda value, _: "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in value),
    "no-break spaces": lambda value, _: value.replace(" ", "\u00a0"),
    "thin spaces": lambda value, _: value.replace(" ", "\u2009"),
    "en dashes": lambda value, _: value.replace("-", "\u2013"),
    "Arabic-Indic digits": digits(0x660),
    "Persian digits": digits(0x6F0),
    "Devanagari digits": digits(0x966),
    "bold digits": digits(0x1D7CE),
    "letters of another script": lambda value, _: value.translate(LIKE_LATIN),
    "percent": lambda value, _: quote(value, safe=""),
    "percent twice": lambda value, _: quote(quote(value, safe=""), safe=""),
    "character references": each("&#{};"),
    "hexadecimal references": each("&#x{:x};"),
    "escapes of JSON": each("\\u{:04x}"),
    "escapes of C": each("\\x{:02x}"),
    "base64": lambda value, _: base64.b64encode(value.encode()).decode(),
    "base64 of a sentence": lambda value, _: base64.urlsafe_b64encode(f"[{value}]\n".encode()).decode(),
    "the end of a line": cut,
    "the end of a line in quoted-printable": put("=\r\n"),
    "a tag": put("<b></b>"),
    "a comment": put("<!-- x -->"),
}  # fmt: skip


@pytest.mark.parametrize("disguise", DISGUISES)
@settings(max_examples=12)
@given(entity=st.sampled_from(sorted(VALUES)), where=st.floats(0, 1, exclude_max=True))
def test_every_value_is_found_in_every_disguise_and_where_it_stands(disguise: str, entity: str, where: float, detector: Detector) -> None:
    word, value = VALUES[entity]
    written = DISGUISES[disguise](value, 1 + int(where * (len(value) - 1)))
    text = f"{word} {written} takk"
    spans = [(f.start, f.end) for f in look(detector, {"note": text}).findings if f.entity == entity]
    marks = len(written) - len(written.strip("\u202e\u202c\u0301\u0336\ufe0f\u200b"))  # at the ends they belong to nobody
    begin = len(word) + 1
    assert any(begin <= start <= begin + marks and begin + len(written) - marks <= end <= begin + len(written) for start, end in spans), (
        text
    )


@given(st.text(alphabet=st.sampled_from("ab1 =\r\n\t\\ux04@.-é"), max_size=60))
def test_every_code_point_of_every_other_reading_comes_from_the_text(text: str) -> None:
    for read in (joined, unescaped, unencoded):
        if (view := read(View(text))) is not None:
            spans = [view.origin(at, at + 1) for at in range(len(view.text))]
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert spans == sorted(spans)


@pytest.mark.parametrize(
    "text",
    [
        "Antall\n018190\n10001",  # a column of numbers in a text
        "Sak 4711 er lukket.\n\n01 Varer\n8190 stk\n10001",
        "Bygg QWxsIGlzIHdlbGw4 er ferdig",  # a token whose words are nobody's
        "nøkkel 5d0c0000400080000000000000000001 og Leveringsadresseendring",
        r"C:\users\x01\u0030",
    ],
)  # fmt: skip
def test_what_is_only_near_a_disguise_is_nobodys(text: str, detector: Detector) -> None:
    assert not [f.entity for f in look(detector, {"note": text}).findings if f.category]
