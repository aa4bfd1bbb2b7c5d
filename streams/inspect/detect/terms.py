"""What field names say about people: words of Norwegian, Swedish, Danish, Dutch, English, some German, Lithuanian and Finnish, to entities.

Written as people write them; compounds, casing, marks and number words (nr, no, nummer) are evened out by `lexicon`. Each
group says when its words count:
`plain` always · `strict` if the value looks like a person's name · `person` inside something that is a person, or may be one ·
`address` inside an address or a person · `bank` inside something of a bank · `geo` inside a position or beside its other half.
"""

from typing import Final, Literal

When = Literal["plain", "strict", "person", "address", "bank", "geo"]
Group = tuple[str, When, str]  # entities (several: the value decides), when, words

PEOPLE: Final[tuple[Group, ...]] = (
    ("PERSON", "plain", """
        first name, additional name, last name at birth, given name, given names, forename, fore name, christian name, last name,
        surname, sur name, family name, middle
        name,
        middle names, full name, maiden name, birth name, legal name of person, person name, persons name, name given,
        name family, name
        first,
        name last, first names, last names, second name, name prefix, name suffix, initials, fname, lname, mname, firstname lastname,
        nick
        name,
        contact name, contact person, contact person name, employee name, patient name, user full name, real name, next of kin,
        emergency contact name, guardian name, driver name, passenger name, guest name, student name, applicant name, candidate name,
        cardholder, cardholder name, card holder name, name on card, child name, spouse name, mothers name, fathers name, visitor name,
        attendee name, participant name, member name, signer name, author name, tenant name, family name infix, given nm, first nm,
        second last name, identity name, fully qualified name, last nm, full nm, middle nm, resource name, respondent name,
        reviewer name, donor name,
        fornavn, etternavn, mellomnavn, fullt navn, fullt namn, fulltnavn, førenavn, fornamn, etternamn, mellomnamn, pikenavn,
        personnavn, forkortet navn, givernavn,
        kontaktperson, kontaktnavn, kontakt navn, kontaktnamn, ansattnavn, pasientnavn, foresatt navn, pårørende, pårørende navn,
        kallenavn,
        førenamn, ansattes navn, medarbeidernavn, fornavn etternavn, navn på kunde, navn kontakt,
        förnamn, efternamn, mellannamn, tilltalsnamn, fullständigt namn, hela namnet, kontaktpersons namn, anställds namn, patientnamn,
        personnamn, flicknamn, smeknamn,
        efternavn, mellemnavn, fulde navn, fuldt navn, kaldenavn, medarbejdernavn, patientnavn, kontaktpersonnavn, pigenavn,
        voornaam, voornamen, achternaam, tussenvoegsel, voorvoegsel, voorvoegsels, roepnaam, geslachtsnaam, voorletters,
        volledige naam,
        contactpersoon, contactpersoon naam, naam contactpersoon, meisjesnaam, geboortenaam, persoonsnaam, medewerkernaam, patiëntnaam,
        vorname, vornamen, nachname, familienname, zuname, rufname, geburtsname, vollständiger name, ansprechpartner, ansprechperson,
        kontaktperson name, mädchenname, vor und nachname, mitarbeitername, patientenname,
        vardas, pavardė, vardas pavardė, kontaktinis asmuo, mergautinė pavardė,
        etunimi, sukunimi, koko nimi, kutsumanimi, yhteyshenkilö, imię, nazwisko, imię i nazwisko, eesnimi, perekonnanimi,
        prénom, nom de famille, apellido, apellidos, cognome"""),
    ("PERSON", "strict", """
        display name, formatted name, name formatted, contact, customer, customer name, client name, client, buyer, buyer name,
        shopper name, subscriber name, holder name, holder, account holder, account holder name, account name, beneficiary, beneficiary
        name,
        payer name, payee name, debtor name, creditor name, recipient name, recipient, receiver name, consignee name, consignee, sender
        name,
        ship to name, shipto name, bill to name, billto name, delivery name, shipping name, billing name, attention, attn, att,
        for the attention of, care of, co address, your reference, your ref, our reference, our ref, customer reference, buyer
        reference,
        reference person,
        requested by, ordered by, signed by, approved by, created by, created by name, modified by name, updated by name, approved by
        name, updated by, modified by, changed by, last modified by, entered by,
        handled by, assigned to, assignee, reported by, reporter, author, owner, owner name, responsible, responsible person, account
        manager,
        sales person, salesperson, sales rep, sales rep name, seller name, manager, manager name, line manager, supervisor,
        supervisor name, employee,
        patient, driver, passenger, guest, applicant, candidate, student, teacher, teacher name, doctor, doctor name, physician, agent
        name,
        managing director, chief executive officer,
        person, persons, user real name, case worker, caseworker, signatory, signatory name, insured, insured name, policy holder,
        policyholder,
        approver, requester, requestor, coordinator, project manager, team leader, leader, contact info, spouse, partner name, received
        by,
        delivered to, deliver to, posted by, initiated by, performed by, completed by, verified by, closed by, submitted by, sales man,
        salesman, reviewer, reviewed by, cashier, dentist, nurse, therapist, instructor, coach, trainer, general practitioner, donor,
        responder, attention to, print on check name, address shipping name, address billing name, organizer, contact id,
        tenant, landlord, witness,
        kunde, kundenavn, kundes navn, kundenamn, mottaker, mottakernavn, mottakers navn, mottakar, avsendernavn, innehaver,
        kontoinnehaver,
        kortholder, kontoeier, eier, eiers navn, betaler navn, deres ref, deres referanse, vår ref, vår referanse, kundereferanse,
        saksbehandler,
        ansvarlig, leder, selger, ansatt, pasient, elev, søker, foresatt, opprettet av, endret av, bestilt av, godkjent av, utført av,
        registrert av,
        attestert av, anvist av, rekvirent, bestiller, besteller, sjåfør, mor, far, attestant, fullmektig, verge, deltaker, medlem,
        prosjektleder, nærmeste leder, henviser, kasserer, kassør, ekspeditør, lærer, kontaktlærer, klasselærer, faglærer,
        lege, fastlege, tannlege, behandler,
        instruktør, trener, giver, anmelder, utleier, leietaker, vitne, montør, tekniker,
        kund, kundnamn, mottagare, mottagarnamn, mottagarens namn, ägare, kontoinnehavare, kortinnehavare, er referens, vår referens,
        handläggare, ansvarig, säljare, anställd, sökande, vårdnadshavare, skapad av, ändrad av, beställd av, godkänd av, beställare,
        förare, närmaste chef, chef, läkare, tandläkare, lärare, kassör, kassörska, instruktör, tränare, recensent,
        hyresgäst, hyresvärd,
        modtager, modtagernavn, modtagers navn, ejer, ejers navn, kontohaver, jeres ref, jeres reference, sagsbehandler, ansvarlig
        person,
        sælger, medarbejder, ansøger, værge, oprettet af, ændret af, bestilt af, godkendt af, chauffør, att person, læge,
        tandlæge, kasserer dk, bidragyder, lejer, udlejer,
        klant, klantnaam, naam klant, ontvanger, naam ontvanger, ontvangernaam, eigenaar, rekeninghouder, kaarthouder, uw referentie,
        onze
        referentie,
        huisarts, arts, tandarts, leidinggevende, verwijzer, kassier, docent, leraar, leerkracht, mentor, instructeur,
        huurder, verhuurder, recensent nl,
        behandelaar, verantwoordelijke, verkoper, medewerker, werknemer, aanvrager, voogd, aangemaakt door, gewijzigd door, besteld
        door,
        goedgekeurd door, chauffeur, bestuurder, ter attentie van, tav, afzender naam, naam rekeninghouder, tenaamstelling, ten name
        van,
        kunde name, kundenname, empfänger, empfängername, kontoinhaber, inhaber, karteninhaber, sachbearbeiter, bearbeiter,
        verantwortlicher,
        geschäftsführer, geschäftsleiter, prokurist, daglig leder, styreleder, administrerende direktør, verkställande direktör,
        zaakvoerder, directeur, gérant,
        verkäufer, mitarbeiter, antragsteller, erstellt von, geändert von, bestellt von, fahrer, zu händen, zhd, ihr zeichen,
        gavėjas, savininkas, pirkėjas, darbuotojas, asiakas, vastaanottaja"""),
    ("PERSON", "person", """
        name, names, name 1, name 2, navn, namn, naam, nimi, name text, name full, family, given, prefix, last, first, middle,
        formatted,
        party name,
        name line, alias, known as, label name, displayname, legal name, fullname, name of, display, cn, sn"""),
    ("EMAIL_ADDRESS", "plain", """
        email, e mail, mail, emails, email address, email adress, mail address, mail adress, email addr, mail addr, smtp, smtp address,
        smtp addr,
        reply to, reply to address, electronic mail, electronic mail address, electronicmail, contact email, internet address, work
        email,
        user mail, upn email,
        epost, e post, epostadresse, e postadresse, mailadresse, e mailadresse, e postadresse, epostadr, epostarb, epostpriv, epost
        privat, elektronisk postadresse, post adresse elektronisk,
        e postadress, epostadress, mejl, mejladress, mailadress, emailadresse, emailadress, emailadres, e mailadres, mailadres,
        elektronisk post,
        el paštas, el pašto adresas, elpastas, elektroninis paštas, sähköposti, sähköpostiosoite, adres email, courriel, correo"""),
    ("PHONE_NUMBER", "plain", """
        phone, phones, phone number, phone numbers, telephone, telephone number, tel, tel no, mobile, mobile phone, mobile number,
        mobile
        telephone,
        cell, cell phone, cellphone, cell number, home phone, work phone, business phone, contact phone, contact number, fax, fax
        number,
        facsimile, telefax,
        msisdn, sms, sms number, gsm, direct dial, direct phone, phone mobile, phone home, phone work, phone ext, whatsapp, whatsapp
        number, caller id, ani,
        wa id, free form number, ph nr, stripped phone, phone private, tel number, mob, mob number, mob no, landline,
        switchboard, hotline, emergency phone, day phone, evening phone,
        phone nr,
        telefon, telefonnummer, tlf, tlf nr, telefonnr, mobil, mobilnummer, mobiltelefon, mobiltelefonnummer, mobiltlf, mobilnr, tlf
        mobil, tlf privat,
        tlf arbeid, telefon privat, telefon mobil, telefon arbeid, telefon hjem, telefon jobb, hjemmetelefon, arbeidstelefon,
        fasttelefon,
        faksnummer, faks,
        telefonnumre, telefoner, mobiltelefonnr, sms nummer, privattelefon, direktenummer, sentralbord,
        telefon hem, telefon arbete, hemtelefon, arbetstelefon, mobiltel, telefonnr, faxnummer, mobilnr, direktnummer, telefon bostad,
        telefon dagtid,
        arbejdstelefon, privat telefon, telefonnummer mobil, mobil nr, tlfnr, telefon nummer,
        telefoon, telefoonnummer, telefoonnr, telnr, mobiel, mobiel nummer, mobiele telefoon, mobiele nummer, gsm nummer, gsmnummer,
        vaste
        telefoon,
        telefoon mobiel, telefoon privé, telefoon werk, telefoon thuis, telefoonnummers, mobielnummer, mobieltelefoonnummer, faxnr,
        telefoon vast,
        telefoonnr privé,
        telefonnummern, handy, handynummer, mobilfunk, mobilfunknummer, mobilrufnummer, rufnummer, festnetz, festnetznummer, durchwahl,
        telefon geschäftlich,
        telefonas, telefono numeris, mobilus telefonas, mob tel, puhelin, puhelinnumero, matkapuhelin, telefono, téléphone, numer
        telefonu"""),
    ("LOCATION", "plain", """
        street, street name, street address, street adress, street line, street 1, street 2, additional street name,
        house number, house
        no, building number, house number suffix,
        house letter, house nr, apartment, apartment number, apt, flat number, unit number, address, adress, addresses, address line,
        address lines, full address, mailing street, other street, billing street, shipping street,
        postal address, home address, residential address, visiting address, delivery address, shipping address, billing address,
        invoice
        address, mail address line, work address,
        mailing address, permanent address, current address, ship to address, bill to address, street no, street number, road, road
        name,
        stadt, wohnadresse strasse, addr ln, addr line, zip cd, post cd, addr, addr 1, addr 2, address text,
        formatted address, address formatted, pickup address, dropoff address, pick up address, residence, place of residence, place of
        birth, birth place, birthplace, city of birth, mailing city, mailing postal code,
        post office, zip, zip code, zipcode, postcode, post code, postal code, postalcode, postal zone, city, city name,
        town, town name, locality,
        post town, municipality name, suburb, postbox, po box, city zip, zip city, postal code city, district name,
        gate, gateadresse, gatenavn, gatenummer, gate nr, gatenr, veinavn, vegnavn, veiadresse, adresse, adresser, postadresse,
        hjemmeadresse, bostedsadresse, besøksadresse, leveringsadresse, fakturaadresse,
        adresselinje, adresselinjer, adressenavn, adressetekst, husnummer, husbokstav, bruksenhetsnummer, bolignummer, leilighet,
        postnummer, postnr, poststed, poststad, poststedsnavn, postboks, bosted, folkeregistrert adresse,
        privatadresse, adr, forretningsadresse, fødested, fødselssted, vegadresse, adresse 1, adresse 2, utleveringsadresse, hentested
        adresse, stedsnavn,
        gata, gatuadress, gatuaddress, gatunamn, gatunummer, postadress, hemadress, bostadsadress, besöksadress, leveransadress,
        fakturaadress, faktureringsadress, utdelningsadress, folkbokföringsadress,
        adressrad, postort, bostadsort, lägenhetsnummer, portkod, födelseort, födelsehemort, adresser rad, husnr, postbox nummer,
        gade, gadenavn, vejnavn, vejadresse, husnr, etage, bopæl, bopælsadresse, postdistrikt, bynavn, leveringsby,
        faktureringsadresse,
        stednavn, lokalitet, fødeby, hjemadresse, adresseringsnavn,
        straat, straatnaam, straatnaam en huisnummer, huisnummer, huisnr, huisletter, huisnummertoevoeging, huisnummer toevoeging,
        toevoeging, adres, adressen, adresregel, woonadres, bezoekadres, afleveradres, factuuradres, bezorgadres, verzendadres,
        thuisadres, postadres,
        plaatsnaam, woonplaats, woonplaatsnaam, geboorteplaats, correspondentieadres, vestigingsadres, openbareruimtenaam, openbare
        ruimte
        naam, postbus,
        straße, strasse, straßenname, hausnummer, hausnr, strasse hausnummer, strasse und hausnummer, anschrift, wohnanschrift,
        wohnadresse, lieferadresse, lieferanschrift, rechnungsadresse, rechnungsanschrift, adresszeile, adresszusatz,
        postleitzahl, plz,
        wohnort, ortsname, geburtsort, postfach, heimatadresse, plz ort,
        adresas, gatvė, namo numeris, miestas, pašto kodas, gyvenamoji vieta, osoite, katuosoite, lähiosoite, postinumero,
        postitoimipaikka, kaupunki, kod pocztowy, ulica, miasto, dirección, rue, code postal"""),
    ("LOCATION", "address", """
        line, lines, line 1, line 2, line 3, number, nr, floor, door, door number, stairs, entrance, suffix, province, region name, by,
        ort, sted, stad, plaats, place, box, unit, care of name, building, block, suite,
        addition, letter, number addition, street 3, extra, zone, street2, district, sub locality, sted navn, vei, veg, väg, vej, weg,
        kommune navn, municipality, area, toevoegsel, etasje, våning, oppgang"""),
    ("DATE_OF_BIRTH", "plain", """
        date of birth, birth date, birthdate, dob, birthday, bday, born, born date, born on, day of birth, birth day, birth dt, year of
        birth, birth year, birth time, date birth, d o b, customer dob, bdate,
        fødselsdato, fødselsdag, fødselsår, født, født dato, fødtdato, fødselstid, foedt, fødd, fødselsdatoen, fdato, f dato,
        födelsedatum, födelsedag, födelseår, född, födelsetid, fødselsdag dato, fødselår, fødedato,
        geboortedatum, geboortedag, geboortejaar, geboren, geboren op, datum geboorte, geb datum, gebdatum,
        geburtsdatum, geburtstag, geburtsjahr, geb dat, gimimo data, gimimo diena, syntymäaika, syntymäpäivä, data urodzenia, date de
        naissance, fecha de nacimiento"""),
    ("GENDER", "plain", """
        gender, sex, gender code, sex code, gender identity, administrative gender, person gender, gender type, kjønn, kjønnskode,
        kjonn,
        kön, könskod, køn, kønskode, geslacht, geslachtsaanduiding, geslachtscode,
        geschlecht, lytis, sukupuoli, płeć"""),
    ("JOB_TITLE", "plain", """
        job title, job title description, job position, job name, occupation, profession, work title, position title,
        position name, employee title, employment
        title, job function, person title, job role, job description title, professional title, job code text,
        stilling, stillingstittel, stillingsbetegnelse, stillingsbenevnelse, yrke, yrkestittel, yrkesbetegnelse, jobbtittel,
        arbeidstittel, tittel stilling, stillingskode navn,
        befattning, befattningstitel, yrkestitel, tjänstetitel, jobbtitel, arbetstitel, yrkeskategori, stillingsbetegnelse titel,
        jobtitel, erhverv, arbejdstitel,
        functie, functietitel, functienaam, functieomschrijving, beroep, berufsbezeichnung, beruf, stellenbezeichnung, tätigkeit,
        berufstitel, pareigos, ammatti, tehtävänimike"""),
    ("JOB_TITLE", "person", "title, position, tittel, titel, role title, function, rolle navn, department role"),
    ("SALARY", "plain", """
        salary, base salary, annual salary, monthly salary, yearly salary, gross salary, net salary, salary amount, basic salary, wage,
        wages, hourly wage, wage amount, hourly pay, base pay, gross pay, net pay, pay rate, hourly rate pay, annual income, income,
        gross
        income,
        monthly income, yearly income, current salary, expected salary, salary expectation, desired salary, payslip gross amount,
        payslip net amount, payslip amount, salary rate, remuneration, total compensation, payroll amount,
        lønn, månedslønn, årslønn, timelønn, grunnlønn, fastlønn, bruttolønn, nettolønn, lønnsbeløp, lønnsats, lønn per år, lønn per
        måned, inntektsbeløp, inntekt beløp, lønn beløp, inntekt, årsinntekt, bruttoinntekt, utbetalt lønn, netto utbetalt,
        brutto lønn, timesats lønn, løn, årsløn, månedsløn,
        timeløn, bruttoløn, nettoløn, grundløn, indkomst,
        lön, månadslön, årslön, timlön, grundlön, bruttolön, nettolön, manlon, timlon, lönebelopp, inkomst, årsinkomst, kontantlön,
        utbetald lön,
        salaris, brutosalaris, bruto salaris, nettosalaris, netto salaris, maandsalaris, maandloon, jaarsalaris, uurloon, brutoloon,
        nettoloon, bruto loon, loon, jaarinkomen, inkomen, basissalaris,
        gehalt, bruttogehalt, nettogehalt, monatsgehalt, jahresgehalt, grundgehalt, stundenlohn, lohn, bruttolohn, nettolohn,
        monatslohn,
        einkommen, jahreseinkommen, atlyginimas, darbo užmokestis, palkka, kuukausipalkka, vuosipalkka, wynagrodzenie"""),
)  # fmt: skip
