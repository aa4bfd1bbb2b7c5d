"""What field names say of a person's traits: health, belief, union, origin, family, likeness. Most are special categories of GDPR art. 9.

The form is that of `terms`. A word that also names something of machines, food, books or markets stands under `person`.
"""

from typing import Final

from streams.inspect.detect.terms import Group

_ILLNESS: Final = """
    sick leave, sickness leave, sickness absence, medical leave, sykemelding, sykmelding, sykefravær, egenmelding, sjukmelding,
    sjukefråvær, eigenmelding, sjukskrivning, sjukfrånvaro, sygemelding, sygefravær, ziekmelding, ziekteverzuim, ziekteverlof,
    arbeidsongeschiktheid, krankmeldung, krankschreibung, arbeitsunfähigkeit, sairausloma, sairauspoissaolo, nedarbingumas"""
_SHARES: Final = "percent, percentage, prosent, procent"  # a department has them, too
_OF_IT: Final = "grade, grad, type, code, kode, kod, reason, årsak, orsak, reden, grund, days, dager"

# Whose value decides: what kind of absence it is. Not all is illness.
ABSENCE: Final = """
    absence, absence type, absence code, absence reason, absence category, absence cause, leave type, leave code, leave reason,
    leave category, time off type, time off reason, time off policy, time code, cause code, pay code, attendance code, reason for absence,
    absence name, leave name, policy type name, salary type, wage type, wage type name, pay type, pay type name, deduction,
    deduction type, deduction code, deduction name,
    lønnsart, lønnsartnavn, fradrag, fradragstype, trekktype, lønnstrekk, lønart, løndel, loonsoort, looncomponent, inhouding,
    lohnart, lohnartbezeichnung, palkkalaji, fravær, fraværstype, fraværskode, fraværsårsak, fraværsårsag, fråværstype,
        fråværskode, permisjonstype,
    permisjonskode, permisjonsårsak, tidkode,
    frånvaro, frånvarotyp, frånvarokod, frånvaroorsak, ledighetstyp, ledighetskod, tidkod, tidskod, löneart, orsakskod,
    fraværsgrund, verlofsoort, verloftype, verlofreden, verlofcode, verzuim, verzuimtype, verzuimsoort, verzuimreden, verzuimcode,
    afwezigheid, afwezigheidsreden, abwesenheit, abwesenheitsart, abwesenheitsgrund, abwesenheitstyp, fehlzeit, fehlzeitart,
    fehlzeitgrund, fehlzeitenart, ausfallschlüssel, ausfallgrund, poissaolo, poissaolon syy, poissaolotyyppi, poissaolokoodi,
    neatvykimo priežastis, neatvykimo tipas"""


def _with_tails(heads: str, tails: str) -> str:
    """Each head, and each head before each tail, as a field and its container spell them together."""
    names = [" ".join(head.split()) for head in heads.split(",")]
    return ", ".join([*names, *(f"{name} {tail.strip()}" for name in names for tail in tails.split(","))])


TRAITS: Final[tuple[Group, ...]] = (
    ("HEALTH", "plain", _with_tails(_ILLNESS, _OF_IT)),
    ("HEALTH", "person", _with_tails(_ILLNESS, _SHARES) + ", sykefraværsprosent, arbeidsongeschiktheidspercentage, sjukfrånvaroprocent"),
    ("HEALTH UNION", "plain", ABSENCE),
    ("HEALTH", "plain", """
        sickness, illness, sick days, sick day, sick hours, sick note, sick pay, on sick leave, medical condition, medical conditions,
        medical history, medical record, medical notes, medical certificate, diagnosis code, diagnosis codes, primary diagnosis,
        secondary diagnosis, personal injury, injury type, injury description, personskade, icd code, icd 10, icd 10 code, icpc code,
        icpc 2, health condition, health conditions, health notes,
        health status of person, chronic illness, chronic disease, vaccination status, immunization status, heart rate, heart rate bpm,
        resting heart rate, average heart rate, avg heart rate, max heart rate, heartrate, avg heartrate, max heartrate, pulse rate,
        blood pressure, blood glucose, is pregnant, pregnancy, pregnancy week,
        sykmeldt, sykemeldt, sykedager, sykefraværsdager, egenmeldingsdager, sykepenger, sykdom, sykdommer,
        diagnosekode, hoveddiagnose, bidiagnose, hoveddiagnoser, bidiagnoser, yrkesskade, arbeidsskade, occupational injury,
        occupational disease, arbetsskada, arbejdsskade, arbeitsunfall, berufskrankheit, bedrijfsongeval, beroepsziekte,
        helseopplysninger, helsetilstand, arbeidsuførhet, vaksinestatus, gravid, graviditet,
        svangerskap, sjukmeld, sjukmeldt, sjukdom, sjukepengar, legeerklæring,
        sjukskriven, sjukdagar, sjukdag, sjuklön, sjukpenning, sjukanmälan, sjukperiod, läkarintyg, karensdag, karensavdrag, diagnoskod,
        huvuddiagnos, hälsotillstånd, hälsouppgifter, vaccinationsstatus,
        sygemeldt, sygedage, sygedagpenge, sygdom, sygdomme, helbredsoplysninger, helbredstilstand,
        ziekgemeld, ziek, ziekte, ziektedagen, ziekteuren, ziekengeld, arbeidsongeschikt,
        verzuimmelding,
        diagnosecode, gezondheidstoestand, medische gegevens, zwanger, zwangerschap,
        krank, krankgemeldet, krankgeschrieben, krankheit, krankheitstage, kranktage, krankenstand, krankengeld, arbeitsunfähig,
        au bescheinigung, diagnoseschlüssel, hauptdiagnose, gesundheitszustand, gesundheitsdaten, vorerkrankungen, schwanger,
        schwangerschaft,
        sairaus, sairaudet, sairauspäivät, diagnoosi, diagnoosikoodi, terveystiedot, terveydentila, raskaus, työkyvyttömyys,
        nedarbingumo lapelis, nedarbingumo pažymėjimas, diagnozė, diagnozės kodas, sveikatos būklė, nėštumas"""),
    ("HEALTH", "person", """
        diagnosis, diagnoses, symptoms, medication, medications, allergies, allergy, treatment, condition, illnesses, pregnant,
        diagnose, diagnoser, symptomer, medisiner, medisinering, allergier, behandling, diagnos, mediciner, medicinering, medicin,
        medicijnen, medicatie, allergieën, behandeling, medikamente, allergien, lääkitys, allergiat, vaistai, alergijos"""),
    ("DISABILITY", "plain", """
        disability, disabilities, disability status, disability type, disability degree, disability percentage, handicap, handicapped,
        funksjonsnedsettelse, funksjonshemming, funksjonshemmet, handikap, uføregrad, uføretrygd, uføreprosent, ufør,
        funktionsnedsättning, funktionshinder, handikapp, handicapgrad, invaliditetsgrad, invaliditet,
        schwerbehindert, schwerbehinderung, schwerbehinderte, schwerbehindertenausweis, behinderung, behindert, behinderungsgrad,
        grad der behinderung, gleichgestellt, arbeidshandicap, vammaisuus, vamma aste, neįgalumas, neįgalumo lygis"""),
    ("BLOOD_TYPE", "plain", """
        blood type, blood group, blodtype, blodgruppe, blodgrupp, bloedgroep, bloedtype, blutgruppe, veriryhmä, kraujo grupė"""),
    ("RELIGION", "plain", """
        religion, religious affiliation, religious belief, religious beliefs, religious denomination, church tax, church membership,
        livssyn, trossamfunn, kirkemedlem, kirkemedlemskap, religionstilhørighet,
        religionstillhörighet, trossamfund, kyrkoavgift, kyrkotillhörighet, kyrkomedlem,
        trosretning, folkekirkemedlem, kirkeskat, kirkeskattepligtig, medlem af folkekirken,
        religie, geloofsovertuiging, godsdienst, kerkgenootschap, kerkelijke gezindte, levensovertuiging,
        konfession, konfessionszugehörigkeit, religionszugehörigkeit, religionsgemeinschaft, kirchensteuer, kirchensteuermerkmal,
        kirchensteuerpflicht, kirchensteuerpflichtig, kirchenzugehörigkeit, kist merkmal,
        uskonto, uskontokunta, kirkon jäsenyys, kirkollisvero, religija, tikyba, religinė priklausomybė"""),
    ("RELIGION", "person", "faith, denomination, church, confession, geloof, kirche, kerk"),
    ("UNION", "plain", """
        trade union, trade union membership, trade union member, trade union name, trade union dues, labor union, labour union,
        union membership, union member, union member number, union dues, union fee, union affiliation, union deduction, is union member,
        fagforening, fagforeninger, fagforbund, fagforeningsnavn, fagforeningskontingent, fagforeningstrekk, fagforeningsmedlem,
        fagforeningsmedlemskap, fagorganisert, fagorganisasjon, trekk fagforening, fagleg organisert,
        fackförening, fackförbund, facktillhörighet, facklig tillhörighet, fackavgift, fackföreningsavgift, fackmedlem,
        fackmedlemskap, fackligt medlemskap, facklig organisation,
        vakbond, vakbondslid, vakbondslidmaatschap, vakbondscontributie, vakbondsbijdrage, lid vakbond, vakvereniging,
        gewerkschaft, gewerkschaftsmitglied, gewerkschaftsmitgliedschaft, gewerkschaftsbeitrag, gewerkschaftszugehörigkeit,
        ammattiliitto, ammattiliiton jäsenyys, ammattiliiton jäsenmaksu, ay jäsenmaksu, ay maksu,
        profsąjunga, profsąjungos narys, profesinė sąjunga"""),
    ("UNION", "person", "union, union name, union code"),
    ("ETHNICITY", "plain", """
        ethnicity, ethnic origin, ethnic group, ethnic background, racial origin, race ethnicity, etnisitet, etnisk bakgrunn,
        etnisk opprinnelse, etnisk tilhørighet, etnicitet, etnisk tillhörighet, etniskt ursprung, etnisk oprindelse, etniciteit,
        etnische afkomst, etnische achtergrond, ethnische herkunft, ethnie, etninen tausta, etninen alkuperä, tautybė"""),
    ("ETHNICITY", "person", "race"),
    ("POLITICS", "plain", """
        political opinion, political opinions, political views, political affiliation, politisk oppfatning, politisk tilhørighet,
        partitilhørighet, partimedlemskap, politisk åsikt, politisk tillhörighet, partitillhörighet, politisk overbevisning,
        partitilhørsforhold, politieke voorkeur, politieke overtuiging, politische meinung, politische überzeugung,
        parteizugehörigkeit, puoluekanta, poliittinen kanta, politinės pažiūros"""),
    ("POLITICS", "person", "political party, party affiliation, politisk parti, politieke partij"),
    ("SEXUAL_ORIENTATION", "plain", """
        sexual orientation, sexual preference, seksuell orientering, seksuell legning, sexuell läggning, sexuell orientering,
        seksuel orientering, seksuele geaardheid, seksuele voorkeur, sexuelle orientierung, sexuelle ausrichtung,
        seksuaalinen suuntautuminen, seksualinė orientacija"""),
    ("BIOMETRIC", "plain", """
        biometric, biometrics, biometric data, biometric template, fingerprint template, fingerprint image, face template,
        face embedding, face encoding, faceprint, face print, facial template, voiceprint, voice print, iris scan, iris template,
        iris code,
        retina scan, fingeravtrykk, biometriske data, fingeravtryck, biometrisk data, fingeraftryk, vingerafdruk, biometrische gegevens,
        fingerabdruck, biometrische daten, gesichtsabdruck, sormenjälki, sormenjäljet, piršto atspaudas, pirštų atspaudai"""),
    ("AGE", "plain", "18 or older, 16 or older, 21 or older, age in years, age of person, leeftijd, patient age, customer age"),
    ("AGE", "person", "age, alder, ålder, alter, ikä, amžius"),
    ("PHOTO", "plain", """
        photo, portrait, avatar, profile photo, profile picture, profile image, passport photo, id photo, employee photo, face image,
        thumbnail photo, jpeg photo, user photo, selfie, headshot,
        profilbilde, ansattbilde, passbilde, passfoto, portrett, portrettbilde, profilbild, passbild, porträtt, personbild, profilbillede,
        pasfoto, profilfoto, profielfoto, lichtbild, profiilikuva, passikuva, profilio nuotrauka, asmens nuotrauka"""),
    ("PHOTO", "person", "picture, image, foto, bilde, bild, billede, kuva, nuotrauka"),
    ("CRIMINAL_RECORD", "person", "crime, crimes, offence, offense, forbrytelse, brott, forbrydelse, misdrijf, straftat"),
    ("CRIMINAL_RECORD", "plain", """
        criminal record, criminal records, criminal history, criminal conviction, criminal convictions, criminal offences,
        politiattest, vandelsattest, straffeattest, strafferegister, straffbare forhold, belastningsregister, brottsregister,
        belastningsregisterutdrag, strafblad, justitiële gegevens, führungszeugnis, vorstrafen, vorstrafe, rikosrekisteri,
        rikosrekisteriote, teistumas"""),
    ("MARITAL_STATUS", "plain", """
        marital status, marital status code, marital state, civil status, civil state, sivilstand, sivilstatus, sivilstandskode,
        civilstånd, civilstatus, civilstand, ægteskabelig status, burgerlijke staat, huwelijkse staat, familienstand, zivilstand,
        siviilisääty, šeimyninė padėtis, šeiminė padėtis, civilinė būklė"""),
    ("NATIONALITY", "plain", """
        nationality, nationalities, nationality code, nationality country, citizenship, citizenships, citizenship code,
        country of citizenship, citizenship country, citizen of, nasjonalitet, nasjonalitetskode, statsborgerskap, statsborger,
        statsborgerland, statsborgarskap, medborgarskap, medborgarskapskod, nationalitet, nationalitetskod, statsborgerskab,
        nationaliteit, nationaliteitscode, nationaliteit code, staatsburgerschap, staatsangehörigkeit, nationalität, staatsbürgerschaft,
        kansalaisuus, kansalaisuuskoodi, pilietybė"""),
)  # fmt: skip
