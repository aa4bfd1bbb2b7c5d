"""What business systems call a field, by language: the names that personal data goes under."""

from typing import Final

from streams.traffic.persons import Language

_NORTH: Final = """
concept         | nb            | nn            | sv                 | da
customer_number | kundenummer   | kundenummer   | kundnummer         | kundenummer
employee_number | ansattnummer  | tilsettnummer | anställningsnummer | medarbejdernummer
order_number    | ordrenummer   | ordrenummer   | ordernummer        | ordrenummer
first_name      | fornavn       | førenamn      | förnamn            | fornavn
last_name       | etternavn     | etternamn     | efternamn          | efternavn
name            | navn          | namn          | namn               | navn
email           | epost         | epost         | epost              | email
phone           | mobil         | mobil         | mobiltelefon       | mobil
street          | gateadresse   | gateadresse   | gatuadress         | vejnavn
town            | poststed      | poststad      | postort            | by
born            | fødselsdato   | fødselsdato   | födelsedatum       | fødselsdato
national_id     | fødselsnummer | fødselsnummer | personnummer       | cpr
account         | kontonummer   | kontonummer   | iban               | iban
username        | brukernavn    | brukarnamn    | användarnamn       | brugernavn
password        | passord       | passord       | lösenord           | adgangskode
job             | stilling      | stilling      | befattning         | stilling
salary          | årslønn       | årsløn        | årslön             | løn
ip              | ipAdresse     | ipAdresse     | ipAdress           | ipAdresse
customer        | kunde         | kunde         | kund               | kunde
employee        | ansatt        | tilsett       | anställd           | ansat
address         | adresse       | adresse       | adress             | adresse
recipient       | mottaker      | mottakar      | mottagare          | modtager
contacts        | kontakter     | kontaktar     | kontakter          | kontakter
lines           | linjer        | linjer        | rader              | linjer
note            | merknad       | merknad       | anmärkning         | bemærkning
call | Ring meg på tlf. {} | Ring meg på tlf. {} | Ring mig på tel. {} | Ring til mig på tlf. {}
write | eller skriv til {}. | eller skriv til {}. | eller skriv till {}. | eller skriv til {}.
"""
_SOUTH: Final = """
concept         | nl               | de                | fi               | lt                | en
customer_number | klantnummer      | kundennummer      | asiakasnumero    | klientoNumeris    | customerNumber
employee_number | personeelsnummer | personalnummer    | työntekijänumero | darbuotojoNumeris | employeeNumber
order_number    | bestelnummer     | bestellnummer     | tilausnumero     | užsakymoNumeris   | orderNumber
first_name      | voornaam         | vorname           | etunimi          | vardas            | firstName
last_name       | achternaam       | nachname          | sukunimi         | pavardė           | lastName
name            | naam             | name              | nimi             | vardasPavardė     | name
email           | emailadres       | email             | sähköposti       | elPaštas          | email
phone           | telefoonnummer   | telefon           | puhelinnumero    | telefonas         | mobilePhone
street          | straat           | straße            | katuosoite       | gatvė             | addressLine1
town            | woonplaats       | wohnort           | postitoimipaikka | miestas           | city
born            | geboortedatum    | geburtsdatum      | syntymäaika      | gimimoData        | dateOfBirth
national_id     | bsn              | steuerId          | henkilötunnus    | asmensKodas       | nationalIdentityNumber
account         | iban             | iban              | iban             | iban              | bankAccountNumber
username        | gebruikersnaam   | benutzername      | käyttäjätunnus   | vartotojoVardas   | username
password        | wachtwoord       | passwort          | salasana         | slaptažodis       | password
job             | functie          | berufsbezeichnung | tehtävänimike    | pareigos          | jobTitle
salary          | salaris          | jahresgehalt      | vuosipalkka      | atlyginimas       | salary
ip              | ipAdres          | ipAdresse         | ipOsoite         | ipAdresas         | ipAddress
customer        | klant            | kunde             | asiakas          | klientas          | customer
employee        | werknemer        | mitarbeiter       | työntekijä       | darbuotojas       | employee
address         | adres            | anschrift         | osoite           | adresas           | address
recipient       | ontvanger        | empfänger         | vastaanottaja    | gavėjas           | recipient
contacts        | contacten        | kontakte          | yhteyshenkilöt   | kontaktai         | contacts
lines           | regels           | positionen        | rivit            | eilutės           | lines
note            | opmerking        | bemerkung         | huomautus        | pastaba           | comment
call | Bel mij op tel. {} | Rufen Sie mich an: Tel. {} | Soita minulle, puh. {} | Skambinkite tel. {} | Call me, tel. {}
write | of mail naar {}. | oder schreiben Sie an {}. | tai kirjoita {}. | arba rašykite {}. | or write to {}.
"""


def _read(table: str) -> dict[str, dict[str, str]]:
    head, *rows = ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines())
    return {language: {row[0]: row[column] for row in rows} for column, language in enumerate(head) if column}


_NAMES: Final = _read(_NORTH) | _read(_SOUTH)


def names(language: Language) -> dict[str, str]:
    """Concept to field name, in one language."""
    return _NAMES[language]
