"""What business systems call a field, by language: the names that personal data goes under."""

from typing import Final

from streams.traffic.persons import Language

_TABLE: Final = """
concept         | nb             | sv             | da             | nl                | en
customer_number | kundenummer    | kundnummer     | kundenummer    | klantnummer       | customerNumber
order_number    | ordrenummer    | ordernummer    | ordrenummer    | bestelnummer      | orderNumber
first_name      | fornavn        | förnamn        | fornavn        | voornaam          | firstName
last_name       | etternavn      | efternamn      | efternavn      | achternaam        | lastName
name            | navn           | namn           | navn           | naam              | name
email           | epost          | epost          | email          | emailadres        | email
phone           | mobil          | mobiltelefon   | mobil          | telefoonnummer    | mobilePhone
street          | gateadresse    | gatuadress     | vejnavn        | straat            | addressLine1
town            | poststed       | postort        | by             | woonplaats        | city
born            | fødselsdato    | födelsedatum   | fødselsdato    | geboortedatum     | dateOfBirth
national_id     | fødselsnummer  | personnummer   | cpr            | bsn               | nationalIdentityNumber
account         | kontonummer    | iban           | iban           | iban              | bankAccountNumber
username        | brukernavn     | användarnamn   | brugernavn     | gebruikersnaam    | username
password        | passord        | lösenord       | adgangskode    | wachtwoord        | password
job             | stilling       | befattning     | stilling       | functie           | jobTitle
salary          | årslønn        | årslön         | løn            | salaris           | salary
ip              | ipAdresse      | ipAdress       | ipAdresse      | ipAdres           | ipAddress
customer        | kunde          | kund           | kunde          | klant             | customer
employee        | ansatt         | anställd       | ansat          | werknemer         | employee
address         | adresse        | adress         | adresse        | adres             | address
recipient       | mottaker       | mottagare      | modtager       | ontvanger         | recipient
contacts        | kontakter      | kontakter      | kontakter      | contacten         | contacts
lines           | linjer         | rader          | linjer         | regels            | lines
note            | merknad        | anmärkning     | bemærkning     | opmerking         | comment
call | Ring meg på tlf. {} | Ring mig på tel. {} | Ring til mig på tlf. {} | Bel mij op tel. {} | Call me, tel. {}
write | eller skriv til {}. | eller skriv till {}. | eller skriv til {}. | of mail naar {}. | or write to {}.
"""


def _read(table: str) -> dict[str, dict[str, str]]:
    head, *rows = ([cell.strip() for cell in line.split("|")] for line in table.strip().splitlines())
    return {language: {row[0]: row[column] for row in rows} for column, language in enumerate(head) if column}


_NAMES: Final = _read(_TABLE)


def names(language: Language) -> dict[str, str]:
    """Concept to field name, in one language."""
    return _NAMES[language]
