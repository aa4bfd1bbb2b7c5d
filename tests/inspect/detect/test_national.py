"""Examples of every national identifier: as it is written, with a wrong check digit, and what only looks like it.

The numbers are those of the issuers' own documents and of test populations, or follow the rule for a day and serial chosen here.
"""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.entities import NATIONAL_IDS
from streams.inspect.detect import national, passports, positions
from streams.inspect.detect.detector import Detector
from tests.inspect.detect.build import look, only


@dataclass(frozen=True)
class Examples:
    """`alone`: found in any field; `beside`: only in the field `key`; `wrong`: a check digit does not hold; `near`: never this one bare."""

    key: str
    alone: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


EXAMPLES = {
    "NO_FODSELSNUMMER": Examples(
        "fødselsnummer",
        ("02013299997", "020132 99997", "02.01.32 99997", "30108299920", "30108299939", "02013299903", "15021951940"),
        ("NO02013299997", "02.01.32.99997", "no02013299997"),
        wrong=("02013299998", "30108299929"),
        near=("02013299997123", "0201329999", "+4702013299997", "2.02013299997", "02133299997"),
    ),
    "SE_PERSONNUMMER": Examples(
        "personnummer",
        ("19121212-1212", "121212-1212", "121212+1212", "1212121212", "189001019802", "19900101-2385", "199001612390", "121212-T121"),
        ("121212T121", "1801012392", "SE121212-1212", "19121212 1212", "1912-12-12-1212", "201801012392"),
        ("19121212-1213", "19900101-2386"),
        ("20251130-1234", "0701012391", "121312-1212"),
    ),
    "DK_CPR": Examples(
        "cpr",
        ("010190-1234", "251248-9996"),
        ("0101901234", "610190-1234", "010190 1234", "DK010190-1234", "01.01.90-1234"),
        (),
        ("310290-1234", "010190-12345"),
    ),
    "NL_BSN": Examples(
        "bsn",
        (),
        ("111222333", "1112.22.333", "999993653", "111-222-333", "NL111222333"),
        ("111222334",),
        ("111222333B01",),
    ),
    "DE_TAX_ID": Examples(
        "steuerId", ("36574261809", "36 574 261 809", "02476291358"), (), ("36574261808", "02476291359"), ("12345678903", "11145678906")
    ),
    "DE_SOCIAL_SECURITY": Examples(
        "rvnr",
        ("15070649C103", "15 070649 C 103", "15070649c103"),
        ("15/070649/C/103", "15-070649-c-103"),
        ("15070649C104", "15070649D103"), ("15320649C103", "15071349C103")
    ),
    "DE_ID_CARD": Examples("personalausweisnummer", (), ("L01X00T471", "L01X00T47", "T220001293", "L01X00T471D"), (), ("AB1234567",)),
    "DE_PASSPORT": Examples("reisepassnummer", (), ("C01X00T478", "C01X00T47"), (), ("A01X00T47",)),
    "UK_NINO": Examples(
        "nino",
        ("AB 12 34 56 C",),
        ("AB123456C", "ab123456c", "AB-12-34-56-C", "AB123456"),
        (),
        ("BG123456C", "AB123456E", "QQ123456C"),
    ),
    "UK_NHS": Examples("nhsNumber", (), ("943 476 5919", "943-476-5919", "9434765919", "9990000018"), ("9434765918",), ()),
    "CH_AHV": Examples(
        "ahvNummer",
        ("756.9217.0769.85", "7569217076985", "756 9217 0769 85"),
        ("756-9217-0769-85",),
        ("756.9217.0769.84", "7569217076986"),
        ("757.9217.0769.85", "7602100000004"),
    ),
    "LT_ASMENS_KODAS": Examples("asmensKodas", ("33309240064", "50001018865"), ("93309240065",), ("33309240063",), ("33313240064",)),
    "LV_PERSONAS_KODS": Examples(
        "personasKods",
        ("161175-19997", "16117519997", "328673-00679"),
        ("328673-00677", "338673-00679"),
        ("161175-19998",),
        ("161375-19997",),
    ),
    "EE_ISIKUKOOD": Examples("isikukood", (), ("37605030299", "60001019906"), ("37605030291",), ()),
    "FI_PERSONAL_IDENTITY_CODE": Examples(
        "hetu",
        ("131052-308T", "131052Y308T", "131052U308T", "010106B9034", "131052-9041", "290200A248A", "131052-308t"),
        ("131052 -308T", "131052- 308t"),
        ("131052-308U",),
        ("310252-308Y", "131052G308T", "131052-001T"),
    ),
    "IS_KENNITALA": Examples(
        "kennitala", ("120174-3399", "1201743399", "010130-3019"), ("120174 3399", "120174-3389"), (), ("450401-3150", "120174-1339")
    ),
    "PL_PESEL": Examples("pesel", ("44051401359", "02070803628"), ("44851401357",), ("44051401358",), ("44131401359",)),
    "BE_NATIONAL_NUMBER": Examples(
        "rijksregisternummer",
        ("85.07.30-033.28", "85073003328", "85 07 30 033 28", "850730-033-28", "17.07.30-033.84", "98.47.28-997.65", "01490700185"),
        ("00000100195",),
        ("85.07.30-033.29", "85073003327"),
        ("85.13.30-033.28",),
    ),
    "FR_NIR": Examples(
        "nir",
        ("1 85 05 78 006 084 91", "185057800608491", "1850578006084 91",
         "2 95 10 99 126 111 93", "189112A06202362", "1 89 11 2A 062 023 62"),
        ("1850578006084", "785057800608410"),
        ("185057800608492",),
        ("585057800608491", "185137800608410"),
    ),
    "ES_NIF": Examples("dni", (), ("12345678Z", "12345678-Z", "12.345.678-Z", "54362315K"), ("12345678A",), ("123456789Z",)),
    "ES_NIE": Examples("nie", (), ("X2482300W", "X-2482300-W"), ("X2482300A",), ("W2482300W",)),
    "IT_FISCAL_CODE": Examples(
        "codiceFiscale",
        ("RCCMNL83S18D969H", "RCC MNL 83S18 D969H", "CNTCHR83T41D969D"),
        ("rccmnl83s18d969h",),
        ("RCCMNL83S18D969Q",),
        ("RCCMNL83S32D969H", "AEIBCD83S18D969H", "RCCMNL83I18D969H"),
    ),
    "IE_PPS": Examples("ppsn", (), ("1234567FA", "6433435F", "6433435OA"), ("6433435E",), ("643343F",)),
    "AT_SVNR": Examples("svnr", ("1237 010180",), ("1237010180",), ("1238 010180",), ("1237 310280",)),
    "PT_NIF": Examples("contribuinte", (), ("123456789", "123 456 789"), ("123456788",), ("501964843",)),
    "CZ_RODNE_CISLO": Examples(
        "rodneCislo", ("710319/2745", "715319/2740"), ("7103192745", "460319/274"), ("710319/2744",), ("711319/2745", "7103192745678")
    ),
}  # fmt: skip


def rows(of: str) -> list[tuple[str, str, str]]:
    return [(entity, examples.key, value) for entity, examples in EXAMPLES.items() for value in getattr(examples, of)]


def taken(detector: Detector, value: str, key: str = "x1") -> set[str]:
    return {f.entity for f in look(detector, {key: value}).findings if f.category}


def test_every_national_identifier_has_its_examples() -> None:
    assert set(EXAMPLES) == NATIONAL_IDS
    assert all((e.alone or e.beside) and (e.near or e.wrong) for e in EXAMPLES.values())


@pytest.mark.parametrize(("entity", "key", "value"), rows("alone"))
def test_a_strong_one_is_found_in_any_field_as_it_is_written(entity: str, key: str, value: str, detector: Detector) -> None:
    finding = only(detector, {"x1": value})
    assert finding is not None
    assert (finding.entity, finding.start, finding.end) == (entity, 0, len(value))
    assert taken(detector, value, key) == {entity}


@pytest.mark.parametrize(("entity", "key", "value"), rows("beside"))
def test_a_weak_one_is_found_in_its_field_only(entity: str, key: str, value: str, detector: Detector) -> None:
    assert entity not in taken(detector, value)
    finding = only(detector, {key: value})
    assert finding is not None
    assert (finding.entity, finding.start, finding.end) == (entity, 0, len(value))


@pytest.mark.parametrize(("entity", "key", "value"), rows("wrong"))
def test_a_wrong_check_digit_is_nobodys_but_where_the_field_says_so(entity: str, key: str, value: str, detector: Detector) -> None:
    assert entity not in taken(detector, value)
    finding = only(detector, {key: value})
    assert finding is not None
    assert "checksum" not in finding.evidence
    assert finding.score <= 0.85


@pytest.mark.parametrize(("entity", "key", "value"), rows("near"))
def test_a_near_miss_is_not_taken_for_one(entity: str, key: str, value: str, detector: Detector) -> None:
    assert entity not in taken(detector, value)


TESTS = [
    "189001019802", "19900101-2385", "121212-1212", "251248-9996", "02476291358", "756.9217.0769.85", "50001018865", "131052-9041",
    "010106B9034", "010130-3019",
]  # fmt: skip


@pytest.mark.parametrize("value", TESTS)
def test_a_number_of_a_test_population_says_so(value: str, detector: Detector) -> None:
    finding = only(detector, {"x1": value})
    assert finding is not None
    assert "test-population" in finding.evidence


@pytest.mark.parametrize("value", ["36574261809", "131052-308T", "010190-1234", "120174-3399", "33309240064", "44051401359"])
def test_a_number_that_may_be_somebodys_says_no_such_thing(value: str, detector: Detector) -> None:
    assert all("test-population" not in f.evidence for f in look(detector, {"x1": value}).findings)


SENTENCES = [  # each language of the lexicon, and the country's own
    ("Fødselsnummeret er 30108299939", "NO_FODSELSNUMMER"),
    ("Fødselsnummeret hennar er 02013299903.", "NO_FODSELSNUMMER"),
    ("Personnumret är 121212-1212", "SE_PERSONNUMMER"),
    ("Borgerens CPR-nummer er 0101901234", "DK_CPR"),
    ("Het burgerservicenummer van de klant is 111222333.", "NL_BSN"),
    ("Seine Steuer-ID lautet 36 574 261 809", "DE_TAX_ID"),
    ("Die Rentenversicherungsnummer: 15 070649 C 103", "DE_SOCIAL_SECURITY"),
    ("Personalausweis Nr. L01X00T471", "DE_ID_CARD"),
    ("Reisepass C01X00T478", "DE_PASSPORT"),
    ("Asiakkaan henkilötunnus on 131052-308T", "FI_PERSONAL_IDENTITY_CODE"),
    ("Asmens kodas: 33309240064", "LT_ASMENS_KODAS"),
    ("His national insurance number is AB123456C", "UK_NINO"),
    ("NHS number 943 476 5919", "UK_NHS"),
    ("BSN of the applicant: 111222333", "NL_BSN"),
    ("Numéro AVS 756.9217.0769.85", "CH_AHV"),
    ("Personas kods 328673-00677", "LV_PERSONAS_KODS"),
    ("Isikukood 37605030299", "EE_ISIKUKOOD"),
    ("kt. 120174-3389", "IS_KENNITALA"),
    ("numer PESEL 44051401359", "PL_PESEL"),
    ("Rijksregisternummer 85.07.30-033.28", "BE_NATIONAL_NUMBER"),
    ("Numéro national : 85073003328", "BE_NATIONAL_NUMBER"),
    ("numéro de sécurité sociale 1 85 05 78 006 084 91", "FR_NIR"),
    ("con DNI 12345678Z", "ES_NIF"),
    ("NIE X2482300W", "ES_NIE"),
    ("codice fiscale RCCMNL83S18D969H", "IT_FISCAL_CODE"),
    ("PPS number 1234567FA", "IE_PPS"),
    ("Sozialversicherungsnummer 1237 010180", "AT_SVNR"),
    ("número de contribuinte 123 456 789", "PT_NIF"),
    ("rodné číslo 710319/2745", "CZ_RODNE_CISLO"),
]


@pytest.mark.parametrize(("sentence", "entity"), SENTENCES)
def test_the_word_before_a_number_is_its_witness(sentence: str, entity: str, detector: Detector) -> None:
    found = [f for f in look(detector, {"note": sentence}).findings if f.entity == entity]
    assert len(found) == 1
    assert any(e.startswith("text:") for e in found[0].evidence)


def test_every_national_identifier_is_named_in_some_sentence() -> None:
    assert {entity for _, entity in SENTENCES} == NATIONAL_IDS


@given(st.text(alphabet="0123456789 -+./ABCDEFXYZTU<ab", max_size=60))
def test_every_proposal_lies_in_the_text_and_no_reader_fails(text: str) -> None:
    for search in (national.numbers, national.codes, passports.zones, positions.positions):
        assert all(0 <= c.start < c.end <= len(text) for c in search(text))
    for entity in national.BESIDE:
        assert all(0 <= c.start < c.end <= len(text) and not (c.alone and c.score < 0.8) for c in national.beside(entity, text))


@given(
    st.sampled_from([value for _, _, value in rows("alone")]),
    st.sampled_from(["", " ", "(", ": ", "\n"]),
    st.sampled_from(["", " ", ")", ".", ",", "\n"]),
)
def test_what_stands_around_a_number_does_not_hide_it(value: str, before: str, after: str) -> None:
    text = before + value + after
    plain = {(c.entity, c.end - c.start) for c in (*national.numbers(value), *national.codes(value))}
    assert plain <= {(c.entity, c.end - c.start) for c in (*national.numbers(text), *national.codes(text))}
