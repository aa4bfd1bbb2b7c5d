"""What field names say about numbers of staff, of identity papers, of vehicles, and about what a vehicle and an identity broker tell.

The form is that of `terms`. The first entity of a group is what a value is taken for that no validator knows.
"""

from typing import Final

from streams.inspect.detect.terms import Group

PAPERS: Final[tuple[Group, ...]] = (
    ("EMPLOYEE_NUMBER", "plain", """
        employee number, employee no, employee nr, employee id, employee code, employee key, employee ref, staff number, staff no,
        staff id, staff code, personnel number, personnel no, personnel id, worker id, worker number, payroll number, payroll no,
        payroll id, associate id, associate number, assoc id, pernr,
        ansattnummer, ansattnr, ansatt nr, ansatt id, ansattid, ansattkode, arbeidstakernummer, arbeidstaker id, medarbeidernummer,
        medarbeidernr, medarbeider id, lønnsnummer, lønnstakernummer, tilsettnummer, tilsett nr, tilsett id,
        anställningsnummer, anställningsnr, anställnings nr, anställningsid, anställd id, anställd nr, anstid, anst id, anstnr, anst nr,
        anstnummer, medarbetarnummer, medarbetar id, löntagarnummer,
        medarbejdernummer, medarbejdernr, medarbejder id, medarbejderkode, lønnummer, ansættelsesnummer, personalenummer, tjenestenummer,
        personeelsnummer, personeelsnr, personeels id, medewerkernummer, medewerkernr, medewerker id, medewerker code, medewerkerscode,
        werknemersnummer, werknemernummer, werknemer id, werknemernr,
        mitarbeiternummer, mitarbeiternr, mitarbeiter id, arbeitnehmernummer,
        henkilönumero, henkilöstönumero, työntekijänumero, työntekijä id, darbuotojo numeris, darbuotojo kodas, darbuotojo id,
        tabelio numeris, manager id, manager number, supervisor id, supervisor number, leder id, leidinggevende id, vorgesetzter id,
        reports to employee id"""),
    ("SE_PERSONNUMMER EMPLOYEE_NUMBER", "plain", "pers nr, persnr"),
    # a state's number in English, an employer's in German and Norwegian: the value decides
    ("NO_FODSELSNUMMER SE_PERSONNUMMER DK_CPR EMPLOYEE_NUMBER", "plain", "personal number, personalnummer, personalnr"),
    ("PASSPORT", "plain", """
        passport, passport number, passport no, passport nr, passport id, passport code, travel document number, travel document no,
        mrz, mrz line, machine readable zone, passnummer, passnr, pass nummer, reisedokumentnummer, resehandling nummer,
        rejsedokumentnummer, paspoort, paspoortnummer, paspoortnr, paspoort nr, reisdocumentnummer,
        passinumero, passin numero, paso numeris, paso nr, pasas"""),
    ("CREDIT_CARD PASSPORT", "plain", "pasnummer, pas nr"),  # a card's in Dutch, a passport's in Danish
    ("ID_CARD", "plain", """
        international id number, internasjonalt id, internasjonal identifikator, utenlandsk id, utenlandsk identifikasjonsnummer,
        identity card number, identity card no, identity card, id card number, id card no, id card, national id card number,
        identity document number, id document number, id kortnummer, id kort nummer, id kort nr, id kort, legitimasjonsnummer,
        identitetskort, identitetskortnummer, legitimationskort,
        identiteitskaart, identiteitskaartnummer, id kaart, id kaartnummer, id kaart nummer, henkilökortti, henkilökortin numero,
        asmens tapatybės kortelė, asmens tapatybės kortelės numeris"""),
    ("DRIVING_LICENCE", "plain", """
        driving licence, driving licence number, driving licence no, driving license, driving license number, driver license,
        driver license number, driver licence number, drivers license, drivers license number, drivers licence, drivers licence number,
        førerkort, førerkortnummer, førerkort nr, körkort, körkortsnummer, körkort nr, kørekort, kørekortnummer, kørekort nr,
        rijbewijs, rijbewijsnummer, rijbewijs nr, führerschein, führerscheinnummer, führerschein nr, ajokortti, ajokortin numero,
        vairuotojo pažymėjimas, vairuotojo pažymėjimo numeris"""),
    ("LICENSE_PLATE", "plain", """
        license plate, licence plate, license plate number, licence plate number, number plate, plate number, plate no,
        registration plate,
        vehicle registration, vehicle registration number, vehicle reg no, car registration, car registration number, car plate,
        registration number vehicle, vehicle reg, vehicle reg number, car reg, car reg number, bilnummer, bilskilt, skiltnummer,
        kjennemerke, registreringsskilt, kjøretøy registreringsnummer,
        kjøretøyets registreringsnummer, registreringsskylt, fordonets registreringsnummer, fordon registreringsnummer, nummerplade,
        nummerpladen, bilens registreringsnummer, kenteken, kentekennummer, kentekenplaat, kennzeichen, kfz kennzeichen, nummernschild,
        amtliches kennzeichen, autokennzeichen, rekisterinumero, rekisteritunnus, rekisterikilpi, valstybinis numeris"""),
    ("VIN", "plain", """
        vin, vin number, vin code, vin no, vehicle identification number, vehicle identification no, chassis number, chassis no,
        understellsnummer, chassisnummer, chassinummer, stelnummer, vognens stelnummer, fahrgestellnummer,
        fahrzeug identifizierungsnummer, fahrzeugidentifikationsnummer, fin nummer, alustanumero, valmistenumero, kėbulo numeris"""),
    # Conneqtech's pedal sensors by their own names; the words that mean something else elsewhere are in `platforms`
    ("FITNESS", "plain", "dpedpow, dpedcad, pedal power, rider power, rider cadence, pedal cadence, calories burned, burned calories"),
    # brokers of identity: eHerkenning (Afsprakenstelsel Elektronische Toegangsdiensten), SAML, OpenID Connect
    ("PSEUDONYM", "plain", """
        pseudonym, pseudonyms, specific pseudonym, persistent pseudonym, acting subject id, acting subject, acting entity id,
        consumer bin, idp id, eherkenning pseudo,
        eherkenning pseudo id, pseudo id, polymorphic pseudonym, polymorphic identity, eduperson targeted id, pairwise id, pairwise sub,
        subject pseudonym, pseudonyem, pseudoniem, pseudo, name identifier"""),
)  # fmt: skip
