"""What field names and running text call the identifiers that a state gives, in the languages of the lexicon and the country's own.

The form is that of `terms`. The first entity of a group is what a value is taken for that no validator knows. Inflected forms
stand here too, since running text is full of them. These groups are read before all others.
"""

from typing import Final

from streams.inspect.detect.terms import Group

ANY: Final = (
    "NO_FODSELSNUMMER SE_PERSONNUMMER DK_CPR FI_PERSONAL_IDENTITY_CODE NL_BSN LT_ASMENS_KODAS PL_PESEL DE_TAX_ID UK_NINO IS_KENNITALA"
    " BE_NATIONAL_NUMBER FR_NIR IT_FISCAL_CODE CH_AHV ES_NIF ES_NIE LV_PERSONAS_KODS AT_SVNR DE_SOCIAL_SECURITY CZ_RODNE_CISLO IE_PPS"
    " PT_NIF EE_ISIKUKOOD"
)
TAXPAYERS: Final = (
    "NO_FODSELSNUMMER SE_PERSONNUMMER DK_CPR FI_PERSONAL_IDENTITY_CODE NL_BSN LT_ASMENS_KODAS PL_PESEL DE_TAX_ID UK_NINO IT_FISCAL_CODE"
    " ES_NIF ES_NIE"
)

NATIONAL: Final[tuple[Group, ...]] = (
    ("NO_FODSELSNUMMER", "plain", """
        fødselsnummeret, fødselsnumre, fødselsnumra, fødselsnumrene, d nummeret, fh nummer, hjelpenummer, felles hjelpenummer,
        nødnummer pasient, norskt födelsenummer, norsk fødselsnummer, norwegian fodselsnummer, norwegian personal number,
        norwegische personennummer, noors persoonsnummer, norjalainen henkilötunnus, norvegijos asmens kodas, npin"""),
    ("NO_FODSELSNUMMER CZ_RODNE_CISLO", "plain", "birth number, birth no"),
    ("SE_PERSONNUMMER", "plain", """
        personnumret, samordningsnumret, interimspersonnummer, interimsnummer, interimspnr, reservnummer patient, svensk personnummer,
        swedish personnummer, swedish coordination number, coordination number person, schwedische personennummer,
        zweeds persoonsnummer, ruotsalainen henkilötunnus, švedijos asmens kodas"""),
    ("DK_CPR", "plain", """
        cpr nummeret, cprnummeret, cpr numre, erstatningspersonnummer, erstatnings cpr, danskt personnummer, dänische personennummer,
        deens persoonsnummer, tanskalainen henkilötunnus, danijos asmens kodas, dansk cpr nummer, danish cpr"""),
    ("NL_BSN", "plain", """
        burgerservicenummers, nederländskt personnummer, nederlandsk personnummer, nederlandsk bsn, dutch bsn, niederländische bsn,
        onderwijsnummer, persoonsgebonden nummer, pgn"""),
    ("FI_PERSONAL_IDENTITY_CODE", "plain", """
        henkilötunnuksen, henkilötunnukseni, henkilötunnuksesi, hetun, sotu, finsk personbeteckning, personbeteckningen,
        finsk personnummer, finskt personnummer, finnisches personenkennzeichen, fins persoonsnummer"""),
    ("NO_FODSELSNUMMER SE_PERSONNUMMER DK_CPR", "plain", """
        personnummer, personnr, personnummeret, personnummer id"""),
    ("IS_KENNITALA", "plain", """
        kennitala, kennitölu, kennitalan, kennitöluna, kennitölur, kt, kerfiskennitala, islandsk kennitala, isländsk kennitala,
        icelandic id, icelandic kennitala, icelandic national id, isländische kennitala"""),
    ("LT_ASMENS_KODAS", "plain", "a k, asm k, asmens kodo, asmens kodą, asmens kodu, litauisk personkode, litauische personennummer"),
    ("LV_PERSONAS_KODS", "plain", """
        personas kods, personas koda, personas kodu, personas kodam, latvian personal code, latvian id, latvisk personkode,
        lettische personennummer, lettisk personkod"""),
    ("EE_ISIKUKOOD", "plain", """
        isikukood, isikukoodi, isikukoodiga, isiku kood, estonian personal code, estonian id code, estisk personkode, estnisk personkod,
        estnische personennummer"""),
    ("LT_ASMENS_KODAS EE_ISIKUKOOD LV_PERSONAS_KODS", "plain", "personkod baltikum, baltic personal code"),
    ("PL_PESEL", "plain", "peselu, numeru pesel, numerem pesel, polsk pesel, polish pesel, polnische pesel"),
    ("CZ_RODNE_CISLO", "plain", """
        rodné číslo, rodného čísla, rodným číslom, rodným číslem, rodne cislo, rodnecislo, rc osoby, czech birth number,
        slovak birth number, tsjekkisk fødselsnummer, tschechische geburtsnummer"""),
    ("DE_TAX_ID", "plain", """
        steuer idnummer, steuerid nummer, steuerliche identifikationsnummer, steuerlichen identifikationsnummer, identnummer steuer,
        persönliche identifikationsnummer steuer, tysk skatte id, tyskt skatte id, duits belastingnummer, steuer ident nr, id nr steuer"""),
    ("DE_SOCIAL_SECURITY", "plain", """
        rentenversicherungsnummer, rentenversicherungsnr, rentenversicherungs nr, rvnr, rv nummer, rv nr, vsnr, versicherungsnummer rente,
        sozialversicherungsausweis, german social security number, tysk trygdenummer, german pension insurance number,
        deutsche rentenversicherung"""),
    ("DE_SOCIAL_SECURITY AT_SVNR CH_AHV", "plain", """
        sozialversicherungsnummer, sozialversicherungsnr, sozialversicherungs nr, sv nummer, svnummer, sv nr, svnr, sozial vers nr,
        versicherungsnummer person, sv number"""),
    ("DE_HEALTH_INSURANCE", "plain", """
        krankenversichertennummer, krankenversichertennr, kvnr, versichertennummer, versichertennr, versicherten nr, versicherten id,
        krankenversicherungsnummer, egk nummer, german health insurance number,
        health insurance number, health insurance no, health insurance id"""),
    ("DE_ID_CARD ID_CARD", "plain", """
        personalausweis, personalausweisnummer, personalausweisnr, personalausweis nr, ausweisnummer, ausweisnr, ausweis nr,
        seriennummer ausweis, german id card"""),
    ("DE_PASSPORT PASSPORT", "plain", "reisepass, reisepassnummer, reisepassnr, reisepass nr, passnummer deutsch, german passport"),
    ("CH_AHV", "plain", """
        ahv, ahv nummer, ahvnummer, ahv nr, ahvnr, ahvn13, ahvn 13, ahv13, ahv number, neue ahv nummer, navs13, avs nummer, avs number,
        numéro avs, numero avs, no avs, n avs, numéro ahv, swiss social security number, sveitsisk ahv nummer, versichertennummer ahv"""),
    ("AT_SVNR", "plain", "österreichische sozialversicherungsnummer, austrian social security number, vers nr österreich, ecard nummer"),
    ("BE_NATIONAL_NUMBER", "plain", """
        rijksregisternummer, rijksregisternr, rijksregister nummer, rijksregister, insz, insz nummer, insz nr, identificatienummer van
        de sociale zekerheid, bisnummer, bis nummer, numéro national, numero national, numéro de registre national, numero de registre
        national, registre national, niss, numéro niss, numero niss, numéro bis, rrn, rr nummer, nationaal nummer, belgian national number,
        nationalregisternummer, belgisk nasjonalt nummer, nn belgium"""),
    ("FR_NIR", "plain", """
        nir, nss, numéro nir, numéro de sécurité sociale, numero de securite sociale, no sécurité sociale, n sécurité sociale,
        sécurité sociale, num sécu, numéro sécu, numero secu, no secu, numéro insee, insee number, numéro d inscription au répertoire,
        french social security number, fransk personnummer, französische sozialversicherungsnummer, immatriculation sécurité sociale"""),
    ("ES_NIF ES_NIE", "plain", """
        dni, dni nie, dni nif, nif nie, nif dni, número de dni, numero de dni, documento nacional de identidad, documento de identidad,
        documento identidad,
        numero documento identidad, spanish dni, spansk dni, spanische dni, nif titular, dni titular"""),
    ("ES_NIE ES_NIF", "plain", """
        nie, nie nummer, número de identidad de extranjero, numero de identidad de extranjero, número nie, numero nie, spanish nie,
        tarjeta de extranjero"""),
    ("ES_NIF ES_NIE PT_NIF ORGANIZATION_NUMBER", "plain", "nif, número nif, numero nif, nif number, numero de identificacion fiscal"),
    ("PT_NIF ORGANIZATION_NUMBER", "plain", """
        contribuinte, número de contribuinte, numero de contribuinte, n contribuinte, nr contribuinte, número fiscal, numero fiscal,
        número de identificação fiscal, numero de identificacao fiscal, nif contribuinte, portuguese nif, portugisisk nif"""),
    ("IT_FISCAL_CODE", "plain", """
        codice fiscale, cod fiscale, codicefiscale, cod fisc, c fiscale, codice fiscale persona, italian fiscal code, fiscal code,
        italiensk skattekode, italienischer steuercode, italiaanse belastingcode"""),
    ("IE_PPS", "plain", "pps, ppsn, pps number, pps no, pps nr, personal public service number, irish pps, rsi number, uimhir psp"),
    ("UK_NINO", "plain", "nat insurance number, n i number, national insurance nr, ni nr, uk national insurance, britisk ni nummer"),
    ("UK_NHS", "plain", "nhs id, nhs patient number, nhsno, nhs num"),
    (TAXPAYERS, "plain", "tax id, tax identification number, tin, taxvat, customer taxvat, personal tax id, tax file person"),
    (ANY, "plain", """
        national id, national identity number, national identification number, national id number, national identifier, national number,
        nin, ssn, social security number, social security no, social security nr, identity number, identity no, id number person,
        personal id, personal id number, personal code,
        personal identity code, personal identifier, person id number, citizen id, citizen number,
        citizen identifier, social id, social number, civic number, civic registration number, national registration number,
        nationalt id, nasjonal id, identitetsnummer, personlig identifikasjonsnummer, id nummer, legitimationsnummer, trygdenummer,
        nationellt id, personlig kod, identificatienummer, persoonsnummer, persoonlijk nummer, nationaal identificatienummer,
        personenkennzeichen, personenkennziffer, nationale identifikationsnummer, personkode, personkod, socialt sikringsnummer,
        henkilönumero kansallinen, kansallinen tunniste, identiteetti numero, nacionalinis identifikatorius, private id,
        legal id person, numéro d identité, numero identificacion, numero di identificazione"""),
)  # fmt: skip
