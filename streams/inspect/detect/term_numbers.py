"""What field names say about numbers: accounts, orders, national identifiers, devices, places, organisations, and things.

The form is that of `terms`. The first entity of a group is what a value is taken for that no validator knows.
"""

from typing import Final

from streams.inspect.detect.terms import Group

IDENTIFIERS: Final[tuple[Group, ...]] = (
    ("USERNAME", "plain", """
        user name, username, user names, login, login name, login id, user login, logon, logon name, preferred username, user principal
        name, upn, sam account name, screen name, user handle, user alias, twitter handle, instagram handle, skype, skype name, skype
        id,
        mail nickname, nick, account username, remote user, auth user, db user,
        brukernavn, brukarnamn, brukernamn, brukerident, brukerid, pålogging, påloggingsnavn, innloggingsnavn, användarnamn,
        användarid,
        inloggningsnamn, brugernavn, brugerid, gebruikersnaam, gebruikers naam, inlognaam, gebruiker id, gebruikersid, benutzername,
        anmeldename, benutzerkennung, benutzerid, nutzername, naudotojo vardas, vartotojo vardas, käyttäjätunnus, käyttäjänimi, nazwa
        użytkownika"""),
    ("USERNAME", "strict", """
        user, user id, userid, uid, bruker, användare, bruger, gebruiker, benutzer, created by user, modified by user, operator,
        operator
        id"""),
    ("PASSWORD", "plain", """
        password, passwd, pwd, pass word, pass phrase, passphrase, user password, new password, old password,
        current password, password
        confirm, confirm password, password confirmation, repeat password, login password, temp password, temporary password, initial
        password, one time password, otp, secret answer, security answer, pin, pin code, pincode, ble pass, blepass,
        passord, nytt passord, gammelt passord, bekreft passord, engangspassord, pinkode, passordet, lösenord, nytt lösenord, gammalt
        lösenord, pinkod, engångslösenord, adgangskode, kodeord, ny adgangskode, password ny, wachtwoord, nieuw wachtwoord, oud
        wachtwoord, wachtwoord bevestigen, passwort, kennwort, neues passwort, altes passwort, slaptažodis, salasana, hasło"""),
    ("CUSTOMER_NUMBER", "plain", """
        customer number, customer no, customer nr, customer id, customer code, customer ref number, customer account number, customer
        key,
        customer external id, external customer id, client number, client no, client id number, client nr, debtor number, debtor no,
        debitor number, debitor no, member number, member no, member id, membership number, membership no, membership id, loyalty
        number,
        loyalty card number, loyalty id, subscriber number, subscriber id, subscription holder number, patient number, patient id,
        patient
        no, policy holder number, account customer number, cust no, cust nr, cust id, cust number, customer num, buyer customer number,
        person id, shopper id, guest id, traveller id, frequent flyer number, bonus number, buyer id, bonuskort,
        student number, student
        id, student no, pupil id, loyalty card, patron barcode, borrower number, guest number,
        kundenummer, kundenr, kunde nr, kunde no, kunde id, kundeid, kundekode, kundens nummer, debitornummer, debitornr, debitor nr,
        debitor id, medlemsnummer, medlemsnr, medlem nr, medlemsid, pasientnummer, pasientid, abonnentnummer, klientnummer,
        kundekontonummer, elev id, elevid, elevnummer, elevnr, studentnummer, studentnr, lånenummer, lånernummer, kundekort,
        medlemskort,
        kundnummer, kundnr, kund nr, kund id, kundid, kundkod, klubbnummer, patientnummer, abonnentnr, debitor nummer,
        medlemsnummer id,
        leerlingnummer, leerlingnr, leerling id, klantenkaart, klantkaart, klantkaartnummer, klantenkaartnummer, lidnr,
        klantnummer, klantnr, klant nr, klant id, klantid, klantcode, klant code, debiteurnummer, debiteurennummer,
        debiteurnr, debiteur
        nummer, lidnummer, lidmaatschapsnummer, patiëntnummer, relatienummer, relatie nummer, polishouder nummer,
        kundennummer, kundennr, kunden nr, kunden id, kundenid, debitorennummer, debitorennr, mitgliedsnummer, mitgliedsnr, mitglieds
        id,
        patientennummer, patienten id, kliento numeris, kliento kodas, asiakasnumero, asiakastunnus, numer klienta"""),
    ("ORDER_NUMBER", "plain", """
        order number, order no, order nr, order id, order code, order ref, order reference, order reference id, order reference number,
        order name, orderid, merchant reference, merchant order reference, customer order, customers order, sales order number,
        sales
        order no, sales order, sales order id, purchase order number, purchase order no, purchase order, purchase order id, po number,
        po
        no, po nr, customer order number, customer order no, customer order reference, customers order number, web order number, web
        order
        id, web order no, external order id, external order number, external order no, original order number, booking number, booking
        no,
        booking id, booking reference, booking ref, reservation number, reservation id, reservation code, reservation no, confirmation
        number, order confirmation number, merchant order id, shop order number, order num, order document number, your order number,
        our
        order number, order document id, order number external, increment id,
        ordrenummer, ordrenr, ordre nr, ordre id, ordreid, ordre no, bestillingsnummer, bestillingsnr, bestilling nr, bestillings id,
        bestillingsreferanse, innkjøpsordrenummer, innkjøpsordre nr, salgsordrenummer, salgsordre nr, ordrereferanse, kundeordrenummer,
        nettordrenummer, bookingnummer, reservasjonsnummer, tingingsnummer, bestellingsnummer, innkjøpsnummer,
        ordernummer, ordernr, beställningsnummer, beställningsnr, beställnings id, orderreferens, kundordernummer, inköpsordernummer,
        inköpsorder nr, bokningsnummer, bokningsnr, försäljningsordernummer, salgsordre id, indkøbsordrenummer, købsordrenummer, ordre
        nummer, reservationsnummer, bookingnr, bokningsreferens, kundeordrenr,
        bestelnummer, bestelnr, bestel nr, bestelling nr, bestelling id, bestelling nummer, bestellingnummer, bestelid,
        inkoopordernummer,
        verkoopordernummer, orderreferentie, boekingsnummer, boekingnummer, reserveringsnummer, inkoopordernr, verkooporder nummer,
        bestellnummer, bestellnr, bestell nr, bestell id, bestellung nr, bestellungs nr, auftragsnummer, auftragsnr, auftrags nr,
        auftrags
        id, kundenauftragsnummer, buchungsnummer, reservierungsnummer, bestellreferenz, užsakymo numeris, užsakymo nr, užsakymo id,
        tilausnumero, tilaus nro, numer zamówienia"""),
    ("NO_FODSELSNUMMER", "plain", """
        fødselsnummer, fødselsnr, fodselsnr, fnr, f nr, fødsels og personnummer, fødselsnummer eller d nummer, foedsels eller dnummer,
        fødsels eller d nummer, fødselseller dnummer, norwegian national id, norwegian identity number, d nummer, dnummer, d number,
        dnr,
        folkeregisteridentifikator, folkeregister id, norsk identitetsnummer, personidentifikator, personident, fnr dnr,
        norwegian birth
        number, birth number, birth no, h nummer"""),
    ("SE_PERSONNUMMER", "plain", """
        samordningsnummer, svenskt personnummer, swedish personal number, samordningsnr, pnr,
        swedish personal identity
        number, personnummer se"""),
    ("DK_CPR", "plain", """
        cpr, cpr nummer, cpr nr, cprnr, cpr no, cpr number, person civil registration identifier, civil registration number, cprnummer,
        dansk personnummer, danish personal number, cpr person"""),
    ("NL_BSN", "plain", """
        bsn, burgerservicenummer, bsn nummer, bsn nr, sofinummer, sofi nummer, sofi nr, burger service nummer, citizen service number,
        bsn
        number"""),
    ("LT_ASMENS_KODAS", "plain", "asmens kodas, asmenskodas, ak kodas, lithuanian personal code"),
    ("FI_PERSONAL_IDENTITY_CODE", "plain", """
        hetu, henkilötunnus, henkilotunnus, sosiaaliturvatunnus, personbeteckning, finnish personal identity code"""),
    ("PL_PESEL", "plain", "pesel, numer pesel, pesel number, nr pesel"),
    ("UK_NINO", "plain", "nino, national insurance number, national insurance no, ni number, ni no, nat ins number, ninumber"),
    ("UK_NHS", "plain", "nhs, nhs number, nhs no, nhs nr, national health service number"),
    ("DE_TAX_ID", "plain", """
        steuer id, steuerid, steuer identifikationsnummer, steueridentifikationsnummer, steuer idnr, idnr, steuerliche
        identifikationsnummer, german tax id"""),
    ("NO_FODSELSNUMMER SE_PERSONNUMMER DK_CPR", "plain", """
        personnummer, personnr, person nr, person number, person no, personnumber, personnummeret, cpr personnummer, personal identity
        number, personal identification number, person identifier number, person nummer"""),
    ("NO_FODSELSNUMMER SE_PERSONNUMMER DK_CPR FI_PERSONAL_IDENTITY_CODE NL_BSN LT_ASMENS_KODAS PL_PESEL DE_TAX_ID UK_NINO",
    "plain", """
        national id, national identity number, national identification number, national id number, national identifier, national
        insurance
        or id, nin, ssn, social security number, social security no, identity number, identity no, id number person, personal id,
        personal
        id number, personal code, personal identifier, person id number, citizen id, citizen number, citizen identifier, tax id, tax
        identification number, tin, social id, social number, civic number, civic registration number, nationalt id, nasjonal id,
        identitetsnummer, personlig identifikasjonsnummer, personnummer eller fødselsnummer, id nummer, legitimationsnummer,
        identificatienummer, persoonsnummer, persoonlijk nummer, sozialversicherungsnummer, personenkennzeichen, ausweisnummer steuer,
        taxvat, customer taxvat, private id, legal id person"""),
    ("BANK_ACCOUNT NO_BANK_ACCOUNT IBAN_CODE", "plain", """
        bank account, bank account number, bank account no, bank account nr, bank acc no, bank acct number, bankaccountnumber, bban,
        basic
        bank account number, account number bank, payout account, salary account, payee account, beneficiary account, debtor account,
        creditor account, payment account number, bank number account, account iban, iban or account,
        bankkonto, bankkontonummer, bankkontonr, bankkonto nr, lønnskonto, lønnskontonummer, utbetalingskonto, utbetalingskontonummer,
        bankkontonummer norsk, kontonummer, kontonr, konto nr, bankkontonummer for utbetaling, til konto, fra konto, kid konto,
        bankkontonummeret, skattetrekkskonto, depositumskonto, sparekonto, brukskonto, utbetales til, utbetal til, utbetales til konto,
        bankkontonr, lönekonto, lönekontonummer, bankgiro, plusgiro, bankgironummer, plusgironummer, clearing och kontonummer,
        clearingnummer kontonummer, postgiro, lønkonto, lønkontonummer, reg og kontonummer, nemkonto, bankkontonummer reg,
        rekeningnummer, rekeningnr, bankrekening, bankrekeningnummer, bankrekeningnr, bankrekening nummer, tegenrekening, rekening
        nummer,
        bankverbindung, kontonummer bank, konto nummer, bankkontonr de, banko sąskaita, sąskaitos numeris, sąskaita, tilinumero,
        pankkitili, numer konta, konto bankowe"""),
    ("BANK_ACCOUNT NO_BANK_ACCOUNT IBAN_CODE", "bank", """
        account, account number, account no, account nr, account id, acct no, number, nummer, nr, konto, rekening, acct,
        other id, id"""),
    ("IBAN_CODE", "plain", "iban, iban number, iban nummer, iban nr, iban code, iban kode, iban no, international bank account number"),
    ("CREDIT_CARD", "plain", """
        card, kort, kaart, karte, visa, mastercard, amex, card number, card no, card nr, credit card, credit card number, credit card
        no, debit card number, debit card, payment card
        number, payment card, primary account number, pan, cc number, ccnumber, ccnum, cc no, card pan, masked pan, masked card number,
        card num, credit card num, truncated pan,
        kortnummer, kortnr, kredittkort, kredittkortnummer, betalingskort, betalingskortnummer, bankkort, bankkortnummer, kreditkort,
        kreditkortsnummer, kontokort, kontokortsnummer, betalkort, dankort, dankortnummer, kreditkortnummer,
        kaartnummer, creditcard, creditcardnummer, creditcard nummer, betaalkaart, betaalpas, kreditkarte,
        kreditkartennummer,
        kartennummer, kortelės numeris, maksukortti"""),
    ("IMEI", "plain", "imei, imei number, imei nr, imei no, imei code, imei 1, imei 2, device imei, imeinummer, imsi, meid, imei sv"),
    ("IP_ADDRESS", "plain", """
        ip, ip address, ip adress, ip addr, ipv4, ipv6, client ip, remote ip, remote addr, remote address, source ip, browser ip, user
        ip,
        ipaddress, forwarded for, x forwarded for, x real ip, real ip, ip adresse, ip adres, ip adress klient, host ip, login ip, last
        ip"""),
    ("MAC_ADDRESS", "plain", """
        mac, mac address, mac adress, mac addr, mac adresse, mac adres, hardware address, ethernet address, wifi mac,
        bluetooth address,
        bssid, ble mac, bluetooth mac"""),
    ("GEO", "plain", """
        latitude, longitude, gps, gps position, gps coordinates, gps location, gps lat, gps lon, gps lng, geo location,
        geolocation, geo
        coordinates, geo point, geopoint, geo position, lat lon, lat lng, latlng, latlon, lat long, lon lat, coordinates, coordinate,
        coords, last known position, position lat, position lon, geo lat, geo lon, geo long, location lat, location lng,
        breddegrad, lengdegrad, koordinater, koordinat, gps posisjon, latitud, longitud, gps koordinater, breddgrad, längdgrad, bredde
        grad, længdegrad, breedtegraad, lengtegraad, coördinaten, coordinaten, gps coördinaten, breitengrad, längengrad, koordinaten,
        platuma, ilguma"""),
    ("GEO", "geo", """
        lat, lon, lng, long, latt, position, location, point, loc, posisjon, plassering, geometry, geo, last location, pos, center,
        current location, posisjoner, lokasjon"""),
    ("ORGANIZATION_NUMBER", "plain", """
        organization number, organisation number, organization no, organisation no, organisation nr, org number, org no, org nr, orgnr,
        org num, organization id number, organisation id number, company number, company no, company registration number, company reg
        no,
        company reg number, business registration number, registration number company, business number, business id, company id number,
        companyid, corporate id, company id, legal entity identifier, legal entity id, legal registration number,
        vat number, vat no, vat nr, vat id,
        vat reg no, vat registration number, vat identification number, vat code, tax number company, trade register number, chamber of
        commerce, chamber of commerce number, coc number, coc no, duns, duns number, supplier org number, enterprise number, corporate
        number, corporate identity number, corporate registration number, establishment number, party legal entity company id,
        organisasjonsnummer, organisasjonsnr, organisasjons nr, orgnummer, org nummer, foretaksnummer, foretaksregister nummer,
        bedriftsnummer, virksomhetsnummer, mva nummer, mva nr, mvanummer, enhetsnummer, orgno, underenhet nummer,
        organisasjonsnummeret,
        bedriftens organisasjonsnummer, hovedenhet orgnr, organisasjonsnummer til virksomhet,
        organisationsnummer, organisationsnr, organisations nr, orgnummer se, moms nummer, momsnummer, momsnr,
        moms registreringsnummer,
        momsregistreringsnummer, momsreg nr, bolagsnummer, företagsnummer, vat nummer, cvr, cvr nummer, cvr nr, cvrnr, cvr number, cvr
        no,
        se nummer, se nr, p nummer, pnummer, produktionsenhedsnummer, virksomhedsnummer, cvrnummer,
        kvk, kvk nummer, kvk nr, kvknummer, kvknr, kvk number, kvk no, kamer van koophandel nummer, kamer van koophandel, rsin, rsin
        nummer, rsin nr, fiscaal nummer, btw nummer, btw nr, btwnummer, btw id, btw identificatienummer, vestigingsnummer, vestigings
        nr,
        eherkenning rsin, eherkenning vestigingsnr, ondernemingsnummer, eherkenning intermediatekvk nr, eherkenning kvk nr,
        handelsregisternummer,
        handelsregister nr, ust id, ust idnr, ust id nr, umsatzsteuer id, umsatzsteuer identifikationsnummer, ustid, hrb, hrb nummer,
        hrb
        nr, lei, lei code, įmonės kodas, imones kodas, pvm kodas, y tunnus, ytunnus, nip, regon, orgnr mva"""),
)  # fmt: skip

NUMBERS_OF_THINGS: Final = """
    airline operator, aircraft operator, network operator, fleet operator, tour operator, grid operator,
        gtin, ean, ean code, ean13, upc, isbn, issn, sku, barcode, bar code, strekkode, streckkod, gln, sscc, article number, article
        no,
        articleno, item number, item no, item nr, item id, item code, product number, product no, product id, product code, material
        number, material no, part number, part no, serial number, serial no, serial, serienummer, serienr, batch number, batch, batch
        no,
        lot number, lot no,
        artikkelnummer, artikkelnr, artikelnummer, artikelnr, varenummer, varenr, vare nr, produktnummer, produktnr, produkt id,
        produktkod, produktkode, vareid, productnummer, productcode, materialnummer,
        invoice number, invoice no, invoice nr, invoice id, fakturanummer, fakturanr, faktura nr, faktura id, factuurnummer, factuurnr,
        rechnungsnummer, rechnungsnr, voucher number, voucher no, bilagsnummer, bilagsnr, verifikationsnummer, receipt number, receipt
        no,
        kvitteringsnummer, kid, kid nummer, kid number, ocr, ocr number, ocr nummer, payment reference, betalingsreferanse,
        betalingsreferentie, betalningsreferens, transaction id, transaction number, transaction no, payment id, journal number, ledger
        account, gl account, account code, ledger number, delivery note number, despatch number, consignment number, consignment id,
        shipment number, shipment id, shipment no, parcel number, sendingsnummer, sendings nr, kollinummer, sändningsnummer, kollinr,
        zendingnummer, sendungsnummer,
        tracking number, tracking no, tracking id, tracking code, track and trace, track trace code, sporingsnummer, spårningsnummer,
        trackingnummer, waybill, waybill number, awb, container number, license number, licence number, case number, case id,
        saksnummer,
        saksnr, sak nr, ärendenummer, ärendenr, sagsnummer, sagsnr, zaaknummer, aktenzeichen, vorgangsnummer, ticket number, ticket id,
        ticket no, contract number, contract no, contract id, avtalenummer, avtalsnummer, aftalenummer, contractnummer, vertragsnummer,
        project number, project no, project id, prosjektnummer, prosjektnr, projektnummer, projektnr, projectnummer, cost center, cost
        centre, kostnadssted, department number, avdelingsnummer, ansvarsnummer, agreement number,
        amount, total, price, sum, quantity, qty, count, balance, cost, fee, discount, tax, vat, rate, weight, height, width, length,
        size, volume, percent, percentage, beløp, belop, pris, antall, antal, aantal, bedrag, prijs, betrag, preis, menge, anzahl, mva,
        moms, btw, total amount, belopp, summa, saldo, rabatt, vekt, vikt, gewicht, kosten,
        timestamp, time, date, datetime, created, updated, modified, epoch, unix time, created at, updated at, ts, tidspunkt, dato,
        datum,
        tidsstempel, tijd, zeit, duration, expires, expiry, version, revision, build, oid, hash, checksum, md5, sha1, sha256, etag,
        digest, signature, nonce, token, trace id, span id, request id, correlation id, session id, message id, event id, sequence,
        sequence number, seq, offset, partition, index, line number, line no, line id, bic, swift, swift code, bic code, row, row
        number,
        position number, port, pid, thread, status code, error code, code, http status, bytes, file size, content length, config id,
        guid,
        uuid, key id, run id, job id, kilometer, odometer, mileage, frame number, key number, chassis number, vin, registration number
        vehicle, reg nr, meter number, målernummer, målepunkt, mpan, ean nummer,
        serial number device, firmware, fw ver, hardware id, device number, model number, modell, model, interchange id, control
        reference, control number, message reference, legal subject id, intermediate subject id,
        sender id, receiver id, endpoint id, party id, location code, store number, store
        id, butikknummer, warehouse number, employee count, phone count, country code, language code, currency code, postcode range,
        year,
        month, år, måned, jaar, jahr"""  # fmt: skip
