"""Field names of published vocabularies that do not read as words: SAP, ISO 20022, UBL, FHIR, SCIM, national registers, platforms."""

from types import MappingProxyType
from typing import Final

from streams.inspect.detect.terms import Group

# A document's root element and a field of a general name: what the standard lets it hold.
OF_DOCUMENTS: Final = MappingProxyType(
    {
        ("auditfile", "sourceid"): "USERNAME",  # SAF-T: who posted the entry
        ("auditfile", "userid"): "USERNAME",
    }
)

# Attributes that SAML and JSON claims name by an object identifier (X.520, RFC 4524, inetOrgPerson, eduPerson, the Swedish eID framework)
_OID: Final = "urn:oid:"
OIDS: Final = MappingProxyType(
    {
        "0.9.2342.19200300.100.1.1": "uid",
        "0.9.2342.19200300.100.1.3": "mail",
        "0.9.2342.19200300.100.1.20": "homePhone",
        "0.9.2342.19200300.100.1.39": "homePostalAddress",
        "0.9.2342.19200300.100.1.41": "mobile",
        "0.9.2342.19200300.100.1.60": "jpegPhoto",
        "2.5.4.4": "surname",
        "2.5.4.9": "streetAddress",
        "2.5.4.12": "jobTitle",
        "2.5.4.16": "postalAddress",
        "2.5.4.17": "postalCode",
        "2.5.4.20": "telephoneNumber",
        "2.5.4.42": "givenName",
        "2.5.4.43": "initials",
        "1.3.6.1.5.5.7.9.1": "dateOfBirth",
        "1.3.6.1.5.5.7.9.2": "placeOfBirth",
        "1.3.6.1.5.5.7.9.3": "gender",
        "1.3.6.1.5.5.7.9.4": "citizenship",
        "2.16.840.1.113730.3.1.3": "employeeNumber",
        "2.16.840.1.113730.3.1.241": "fullName",
        "1.3.6.1.4.1.5923.1.1.1.6": "userPrincipalName",
        "1.3.6.1.4.1.5923.1.1.1.10": "edupersonTargetedId",
        "1.3.6.1.4.1.25178.1.2.3": "dateOfBirth",
        "1.2.752.29.4.13": "personnummer",
        "1.2.752.201.3.4": "pseudonym",
    }
)

STANDARDS: Final[tuple[Group, ...]] = (
    # SAP (KNA1, ADRC, PA0002, VBAK and their IDocs)
    ("PERSON", "strict", "emftx"),  # the owner of an account
    ("PERSON", "strict", "namev, name_text, namelast, namefirst, bname, ansprechp, ernam, aenam, koinh, parnrname, ihrez, unsez, ablad"),
    ("PERSON", "plain", "vorna, nachn, nachna, name_first, name_last, rufnm, midnm, namzu, gbnam, cname, ename"),
    ("LOCATION", "plain", """
        stras, ort01, ort02, pstlz, pfach, city1, city2, post_code1, post_code2, house_num1, house_num2, str_suppl1, str_suppl2,
        str_suppl3,
        po_box, locat, hausn, gbort"""),
    ("PHONE_NUMBER", "plain", """
        telf1, telf2, telfx, telnr, tel_number, mob_number, fax_number, telbx, tel_extens, mobnr, cellphone_number"""),
    ("EMAIL_ADDRESS", "plain", "smtp_addr, usrid_long, emailaddr, e_mail"),
    ("DATE_OF_BIRTH", "plain", "gbdat, gbpas"),
    ("GENDER", "plain", "gesch"),
    ("CUSTOMER_NUMBER", "plain", "kunnr, kunag, kunwe, kunre, kunrg"),
    ("ORDER_NUMBER", "plain", "vbeln_va, bstnk, bstkd, aufnr, ebeln, vbelnva"),
    ("BANK_ACCOUNT NO_BANK_ACCOUNT IBAN_CODE", "plain", "bankn, bankn35, zbnkn"),
    ("ORGANIZATION_NUMBER", "plain", "stceg, stcd1, stcd2, stcd3, stkzu"),
    ("USERNAME", "strict", "usnam, usrid, uname"),
    ("SALARY", "plain", "betrg, bet01, ansal"),
    ("JOB_TITLE", "plain", "stltx, plstx"),
    ("NATIONALITY", "plain", "natio, nati2, nati3"),
    ("MARITAL_STATUS", "plain", "famst"),
    ("RELIGION", "plain", "konfe"),
    ("DISABILITY", "plain", "sbgru, sbpro"),  # infotype 0004: challenge group and degree
    ("DE_SOCIAL_SECURITY NO_FODSELSNUMMER SE_PERSONNUMMER DK_CPR NL_BSN", "plain", "perid"),  # infotype 0002: the country's own
    # ISO 20022 (pain, camt)
    ("PERSON", "person", "nm"),
    ("PERSON", "plain", "nm pfx, ctct nm"),
    ("LOCATION", "plain", """
        strt nm, bldg nb, bldg nm, pst cd, pst bx, twn nm, twn lctn nm, dstrct nm, adr line, pstl adr, city of birth, prvc of birth"""),
    ("PHONE_NUMBER", "plain", "phne nb, mob nb, fax nb, phne"),
    ("EMAIL_ADDRESS", "plain", "email adr"),
    ("DATE_OF_BIRTH", "plain", "birth dt"),
    ("JOB_TITLE", "plain", "job titl"),
    # UBL 2.1, PEPPOL BIS 3, EHF; SAF-T
    ("LOCATION", "plain", """
        postal zone, building name, additional address detail,
        street additional, plot identification, citysubdivision name, city subdivision name"""),
    ("PHONE_NUMBER", "plain", "telephone, telefax, complete number"),
    ("EMAIL_ADDRESS", "plain", "electronic mail"),
    ("PERSON", "plain", """
        last name prefix, salutation name, person given name, person surname name, person middle name, person name full, addressee name"""),
    ("USERNAME", "strict", "source id user"),
    ("PERSON", "strict", "bank account name"),
    ("PERSON", "person", "registration name"),
    ("CUSTOMER_NUMBER", "plain", "supplier assigned account id"),
    ("CREDIT_CARD", "plain", "primary account number, primary account number id"),
    # FHIR R4, HL7 v2 words; SCIM 2.0; OpenID Connect
    ("LOCATION", "plain", "postal code, street address, locality, address country locality"),
    ("DATE_OF_BIRTH", "plain", "birth date, birthdate, multiple birth date"),
    ("PERSON", "plain", """
        honorific prefix name, name given, name family, preferred name, legal first name, legal last name, preferred first name"""),
    # AFAS Profit (UpdateConnector KnPerson, KnBasicAddressAdr)
    ("PERSON", "plain", "fi nm, la nm, se nm, birth nm, bi nm"),
    ("NL_BSN", "plain", "so se"),
    ("DATE_OF_BIRTH", "plain", "da bi"),
    ("GENDER", "plain", "vi ge"),
    ("PHONE_NUMBER", "plain", "te nr, mb nr, te n2"),
    ("EMAIL_ADDRESS", "plain", "em ad, em a2"),
    ("LOCATION", "plain", "zp cd, hm nr"),
    ("LOCATION", "address", "ad, rs"),
    # HL7 v2 as JSON: fields of PID, components of XPN, XCN, XAD and XTN
    ("PERSON", "plain", "xpn 1, xpn 2, xpn 3, xcn 2, xcn 3"),
    ("LOCATION", "plain", "xad 1, xad 3, xad 5"),
    ("DATE_OF_BIRTH", "plain", "pid 7"),
    ("GENDER", "plain", "pid 8"),
    ("PHONE_NUMBER", "plain", "pid 13, pid 14, xtn 1"),
    # national registers: Folkeregisteret, CPR and OIO, BRP, XÖV
    ("LOCATION", "plain", """
        adressenavn, adressekode, bruksenhetsnummer, husbokstav, co adressenavn, postboks nummer, street building identifier, post code
        identifier,
        district name, floor identifier, suite identifier, district subdivision identifier, municipality name, gemeente van
        inschrijving, locatiebeschrijving,
        verblijfplaats adres, wohnungsgeber anschrift, ortsteil, postalisch adres"""),
    ("NO_FODSELSNUMMER", "plain", "foedselsellerdnummer, foedselsnummer, identifikasjonsnummer, norskidentifikator, personid no"),
    # payroll and HR: PAXml, a-melding, AGI, HR Open
    ("PERSON", "plain", "formatted name, person given, person family, employee full name, norsk navn"),
    ("SE_PERSONNUMMER", "plain", "betalningsmottagarid, specifikations person, personid se"),
    ("SALARY", "plain", "manadslon, timlon, kontant bruttoloen, avlonad belopp, loennsbeloep, fastlonn, lonn belop, brutto bedrag"),
    ("JOB_TITLE", "plain", "stillingsprosent tittel, position title, job title text, befattningskod text"),
    # the Dutch wage return (loonaangifte)
    ("PERSON", "plain", "signnm, voorl, voorv"),
    ("GENDER", "plain", "gesl"),
    ("SALARY", "plain", "lnlbph, lnsv, lnwg"),
    ("NATIONALITY", "person", "nat"),
    # SIE 4
    ("PERSON", "strict", "kontakt"),
    # shops and CRM: Shopify, Magento, HubSpot, Salesforce, SuperOffice
    ("PERSON", "plain", """
        firstname, lastname, middlename, shipto firstname, billto lastname, contact firstname, contact lastname, associate full name,
        full name associate"""),
    ("EMAIL_ADDRESS", "plain", "person email, owner email, contact email, customer email, hs email, email value"),
    ("PHONE_NUMBER", "plain", """
        mobilephone, homephone, otherphone, assistantphone, hs phone, phone mobile, phone direct, direct phone, phone number mobile,
        phone number home, phone number work"""),
    ("LOCATION", "plain", """
        mailingstreet, mailingcity, mailingpostalcode, billingstreet, billingcity, shippingstreet, shippingcity, region city, ip city"""),
    ("MARITAL_STATUS", "plain", "family status, family status code, relationship status"),
    ("DATE_OF_BIRTH", "plain", "personbirthdate, customer dob, mrsbirthdate, day of birth"),
    ("JOB_TITLE", "plain", "jobtitle, persontitle"),
    ("IP_ADDRESS", "plain", "browser ip, remote ip, customer ip, x client ip, x remote addr, cf connecting ip, true client ip"),
    ("CUSTOMER_NUMBER", "plain", "customernumber, sold to number, ship to number, customer account, partn"),
)  # fmt: skip


def spoken(name: str) -> str:
    """A field's name in words, where it is an object identifier that a standard gives one; else as it is."""
    return OIDS.get(name[len(_OID) :], name) if name[: len(_OID)].lower() == _OID else name
