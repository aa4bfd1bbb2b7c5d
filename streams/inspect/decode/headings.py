"""Tell a row of column names from a row of values: in doubt it is values, so that nobody's name becomes a column's."""

import re
from collections.abc import Sequence
from typing import Final

_LONGEST: Final = 60  # characters of a column's name
_MOST_WORDS: Final = 7
_DATA: Final = re.compile(
    r"[^@]*@[^@]*\.[^@]*"  # an e-mail address
    r"|[-+]?[0-9][0-9 .,:/'\u00a0-]*(?:%|[A-Za-z€$£]{1,3})?"  # a number, date, time, amount
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}.*"
    r"|[A-Z]{2}[0-9]{2}[A-Z0-9 ]{10,32}"  # an IBAN
    r"|(?:\D*\d){6,}.*"  # long numbers of any kind
    r"|(?:https?|ftp|mailto|tel)[:/].*"
    r"|true|false|null|nan|yes|no|ja|nei|nej|nee|nein|n/?a|none|unknown|ukjent|ukendt|okänd|onbekend|unbekannt|mangler|saknas|ingen|inget|geen"
    r"|[-.?*x_]+",
    re.IGNORECASE | re.DOTALL,
)
_TYPED: Final = re.compile(
    r"[^@\s]+@[^@\s]+|[-+]?[0-9][0-9 .,:/'\u00a0-]*%?|[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[A-Z]{2}[0-9]{2}[A-Z0-9 ]{10,32}"
    r"|\+?[0-9()][0-9() /-]{5,20}|true|false|ja|nei|nej|nee|nein|yes|no|[JYN]",
    re.IGNORECASE | re.DOTALL,
)
_CODED: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+)+|[a-z]+(?:[A-Z][a-z0-9]+)+|(?:[A-Z][a-z0-9]+){2,}"
)  # FIRST_NAME, firstName
_NAME_LIKE: Final = re.compile(r"[^\W\d_][^\W\d_a-z]?[\w.'’-]*(?:,? +[^\W\d_][\w.'’-]*){1,3}")  # Kari Eksempel; Eksempel, Kari
_WORD: Final = re.compile(r"[^\W\d_]+")
_HUMPS: Final = re.compile(r"(?<=[a-zæøåäöü])(?=[A-ZÆØÅÄÖÜ])")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Words of column names in English, Norwegian, Swedish, Danish, Dutch and German; none that is a given name, family name or town.
_WORDS: Final = _listed(
    """
    id ids uuid guid key nr no number num nummer numer code kode kod type kind status state name names navn namn naam bezeichnung title
    tittel titel label description beskrivelse beskrivning omschrijving beschreibung text tekst note notes notat merknad bemerkning
    bemærkning anmärkning opmerking opmerkingen bemerkung bemerkungen comment comments kommentar kommentarer remark remarks value verdi
    värde værdi waarde wert field felt fält veld feld property date dato datum time tid tijd zeit timestamp created opprettet skapad
    oprettet aangemaakt erstellt updated changed modified endret ändrad ændret gewijzigd geändert start end from to fra til från till van
    tot von bis year år jaar jahr month måned månad maand monat day dag week uke vecka uge period periode first last given family middle
    full forename surname lastname firstname fullname fornavn etternavn mellomnavn förnamn efternamn efternavn voornaam achternaam
    tussenvoegsel vorname nachname familienname initials email mail epost post mejl phone telephone tel telefon telefoon tlf mobile mobil
    mobiel handy fax address adresse adress adres anschrift street gate gata gateadresse vei väg vej straat strasse straße house huisnummer
    hausnummer postal zip postcode postnr postnummer postort poststed plz city town by ort sted stad plaats woonplaats wohnort country land
    region county fylke kommune province state company firma bedrift bedrijf foretak företag virksomhed unternehmen organization
    organisation organisasjon org orgnr vat mva moms btw kvk customer kunde kund klant client debitor debtor creditor supplier leverandør
    leverantör leverancier lieferant vendor contact kontakt kontaktperson contactpersoon ansprechpartner employee ansatt anställd
    medarbejder medewerker mitarbeiter personal personell personalnr ansattnr anstnr person personnr personnummer fødselsnummer fnr ssn
    bsn cpr birthdate birth dob born født född geboren geburtsdatum geboortedatum fødselsdato födelsedatum gender sex kjønn kön køn
    geslacht geschlecht nationality nasjonalitet nationaliteit staatsangehörigkeit title stilling befattning functie funktion role rolle
    department avdeling avdelning afdeling abteilung manager leder chef salary lønn lön løn salaris gehalt wage rate stillingsprosent
    absence fravær frånvaro verzuim union tax skatt skat belasting steuer steuernummer religion konfession kirche schwerbehindert
    disability iban bic swift account konto kontonr kontonummer bankkonto rekening rekeningnummer bank kid ocr amount beløp belopp bedrag
    betrag sum total totalt totaal gesamt price pris prijs preis currency valuta valuta währung quantity qty antall antal aantal anzahl
    menge unit enhet enhed eenheid einheit discount rabatt net gross netto brutto order ordre orders ordrenr ordernr bestelling bestellung
    bestilling invoice faktura factuur rechnung item line linje rad linie regel position vare artikkel artikel product produkt sku ean
    gtin barcode category kategori categorie kategorie group gruppe grupp groep brand merke model color colour farge färg farve size weight
    vekt vikt vægt gewicht delivery levering leverans lieferung shipping ship carrier tracking payment betaling betalning zahlung due
    forfall paid betalt user username bruker användare bruger gebruiker benutzer login password passord ip url link website web host device
    serial imei latitude longitude lat lon lng speed event action source target message melding version reference ref referanse referens
    reference referentie referenz external ekstern internal intern active aktiv actief language språk sprog taal sprache consent samtykke
    consentement samtycke einwilligung newsletter nyhetsbrev category purpose reason årsak orsak grund reden count index row project
    prosjekt projekt activity task hours timer timmar uren stunden sequence batch file filename path size hash latitude score level class
    grade course student elev patient pasient diagnosis diagnose doctor unit team member medlem membership lid mitglied
    """
)
_ENDINGS: Final = (
    "name", "navn", "namn", "naam", "nummer", "number", "nr", "dato", "date", "datum", "adresse", "address", "adress", "adres", "kode",
    "code", "kod", "id", "type", "status", "post", "mail", "telefon", "phone", "mobil", "konto", "beløp", "belopp", "betrag", "bedrag",
    "tekst", "text", "land", "country", "pris", "price", "antall", "antal", "sum", "ref", "key", "tid", "time", "år", "prosent", "procent",
)  # fmt: skip
_SHORTEST_STEM: Final = 2  # letters in front of an ending


def is_header(first: Sequence[str], table: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns of the rows below it.

    It does if no cell of it looks like a value, and half its cells are words that columns are called by, or are written as codes are
    (`FIRST_NAME`), or if a column below is all numbers, dates or addresses while the row itself, with nothing that could be a person's
    name, is none.
    """
    cells = [cell.strip() for cell in first]
    named = [cell for cell in cells if cell]
    if not named or any(_is_value(cell) for cell in named) or _is_list_of_pairs(cells, table):
        return False
    if are_names(named):
        return True
    return len(set(named)) == len(named) and _differs(cells, table) and not any(_could_be_somebody(cell) for cell in named)


def are_names(cells: Sequence[str]) -> bool:
    """Half of the cells are words that columns are called by, or are written as codes are."""
    return 2 * sum(_is_known(cell) or _CODED.fullmatch(cell) is not None for cell in cells) >= len(cells)


def _is_value(cell: str) -> bool:
    return len(cell) > _LONGEST or "\n" in cell or len(cell.split()) > _MOST_WORDS or _DATA.fullmatch(cell) is not None


def _is_list_of_pairs(cells: Sequence[str], table: Sequence[Sequence[str]]) -> bool:
    """`Navn;Kari Eksempel`, `Telefon;…`: the names stand in the first column, a value beside each."""
    if len(cells) != 2 or _is_known(cells[1]) or not _is_known(cells[0]):
        return False
    return all(len(row) == 2 and _is_known(row[0].strip()) for row in table)


def _is_known(cell: str) -> bool:
    words = [word.lower() for word in _WORD.findall(_HUMPS.sub(" ", cell))]
    return any(_is_word(word) for word in (*words[:1], *words[-1:]))


def _is_word(word: str) -> bool:
    if word in _WORDS:
        return True
    return any(word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM for ending in _ENDINGS)


def _differs(cells: Sequence[str], table: Sequence[Sequence[str]]) -> bool:
    """Whether some column is of one kind below and not of it in this row."""
    for at, cell in enumerate(cells):
        below = [row[at].strip() for row in table if at < len(row) and row[at].strip()]
        if cell and below and all(_TYPED.fullmatch(value) for value in below):
            return True
    return False


def _could_be_somebody(cell: str) -> bool:
    """Two to four words with capitals, none of which columns are called by."""
    return _NAME_LIKE.fullmatch(cell) is not None and all(word[0].isupper() for word in _WORD.findall(cell)) and not _is_known(cell)
