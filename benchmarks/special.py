"""Payroll tables with columns of special categories, as offices of nine languages call them: what says something, and what says nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

ROWS: Final = 24  # of each table
HEALTH, DISABILITY, RELIGION, UNION = "pd:Health", "pd:Disability", "pd:Religion", "pd:TradeUnionMembership"


@dataclass(frozen=True, slots=True)
class Column:
    """`says`: values that tell it of somebody; `silent`: values that tell it of nobody, and that stand in the same column."""

    name: str
    category: str
    says: tuple[str, ...]
    silent: tuple[str, ...]


COLUMNS: Final = (
    Column("Konfession", RELIGION, ("rk", "ev", "evangelisch", "römisch-katholisch"), ("", "keine Angabe")),
    Column("Kirchensteuermerkmal", RELIGION, ("rk", "ev", "lt"), ("", "keine")),
    Column("Schwerbehindert", DISABILITY, ("ja", "J"), ("nein", "N", "")),
    Column("Grad der Behinderung", DISABILITY, ("50", "80", "100"), ("0", "")),
    Column("Abwesenheitsart", HEALTH, ("Krankheit", "Krank ohne Attest", "Mutterschutz"), ("Urlaub", "Gleitzeit", "Homeoffice")),
    Column("Gewerkschaft", UNION, ("IG Metall", "ver.di", "ja"), ("nein", "keine", "")),
    Column("fraværskode", HEALTH, ("Egenmelding", "Sykemelding", "Sykt barn"), ("Ferie", "Avspasering", "Kurs")),
    Column("fagforening", UNION, ("Fagforbundet", "NITO", "Tekna"), ("ingen", "nei", "")),
    Column("fagforeningstrekk", UNION, ("345,00", "512"), ("0", "")),
    Column("frånvaroorsak", HEALTH, ("SJK", "VAB", "Sjukdom"), ("SEM", "Semester", "ARB")),
    Column("tidkod", HEALTH, ("SJK", "VAB"), ("SEM", "ARB")),
    Column("fackförbund", UNION, ("Unionen", "Kommunal"), ("nej", "")),
    Column("fraværsårsag", HEALTH, ("Sygdom", "Barns første sygedag"), ("Ferie", "Omsorgsdag")),
    Column("fagforbund", UNION, ("HK", "3F"), ("nej", "")),
    Column("verzuimreden", HEALTH, ("Ziek", "Zwangerschap"), ("Vakantie", "Verlof")),
    Column("vakbond", UNION, ("FNV", "CNV"), ("nee", "")),
    Column("poissaolon syy", HEALTH, ("Sairaus", "Sairausloma"), ("Loma", "")),
    Column("absenceReason", HEALTH, ("Sick leave", "Illness"), ("Holiday", "Annual leave")),
    Column("religion", RELIGION, ("Muslim", "Catholic"), ("not specified", "")),
    Column("unionMember", UNION, ("yes", "Unite"), ("no", "")),
    Column("disability", DISABILITY, ("yes", "hearing impaired"), ("no", "none", "")),
)  # fmt: skip


def tables() -> Iterator[tuple[Column, str, int]]:
    """Of each column a table with one value in it that says something, or, last, none: the file, and how often it was said."""
    for column in COLUMNS:
        rng = Random(column.name)  # repeatable by intent
        for values in (column.says, column.silent):
            cells = [rng.choice(values) for _ in range(ROWS)]
            lines = (f"{1000 + at};2025-03-{at % 28 + 1:02};{cell};37,5" for at, cell in enumerate(cells))
            yield column, "\r\n".join((f"anstnr;datum;{column.name};timer", *lines)), ROWS if values is column.says else 0
