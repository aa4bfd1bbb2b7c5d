"""The whole table, entity to category: what the detector may find, and what kind of personal data it is.

Entities carry Presidio's name where it ships one, else `CC_NAME` for a country's own. Categories are terms of the W3C
Data Privacy Vocabulary's personal data extension (https://w3id.org/dpv/pd, version 2.3), the nearest broader one where it
lacks the thing itself. An entity without a category is told apart, and is never a row of a Flow.
"""

from types import MappingProxyType
from typing import Final

ENTITY_CATEGORY: Final = MappingProxyType(
    {
        # persons and how to reach them
        "PERSON": "pd:Name",
        "EMAIL_ADDRESS": "pd:EmailAddress",
        "PHONE_NUMBER": "pd:TelephoneNumber",
        "LOCATION": "pd:PhysicalAddress",
        "DATE_OF_BIRTH": "pd:BirthDate",
        "GENDER": "pd:Gender",
        "JOB_TITLE": "pd:Job",
        "NATIONALITY": "pd:Nationality",
        "MARITAL_STATUS": "pd:MaritalStatus",
        "AGE": "pd:Age",
        "PHOTO": "pd:Picture",
        "PRIVACY_PREFERENCE": "pd:PrivacyPreference",  # consent, objection to mailings
        # identifiers that a state gives
        "NO_FODSELSNUMMER": "pd:OfficialID",
        "SE_PERSONNUMMER": "pd:OfficialID",
        "DK_CPR": "pd:OfficialID",
        "NL_BSN": "pd:OfficialID",
        "LT_ASMENS_KODAS": "pd:OfficialID",
        "FI_PERSONAL_IDENTITY_CODE": "pd:OfficialID",
        "PL_PESEL": "pd:OfficialID",
        "UK_NINO": "pd:OfficialID",
        "UK_NHS": "pd:OfficialID",
        "DE_TAX_ID": "pd:OfficialID",
        "DE_SOCIAL_SECURITY": "pd:OfficialID",
        "DE_ID_CARD": "pd:OfficialID",
        "DE_HEALTH_INSURANCE": "pd:OfficialID",
        "CH_AHV": "pd:OfficialID",
        "IS_KENNITALA": "pd:OfficialID",
        "LV_PERSONAS_KODS": "pd:OfficialID",
        "EE_ISIKUKOOD": "pd:OfficialID",
        "BE_NATIONAL_NUMBER": "pd:OfficialID",
        "FR_NIR": "pd:OfficialID",
        "ES_NIF": "pd:OfficialID",
        "ES_NIE": "pd:OfficialID",
        "IT_FISCAL_CODE": "pd:OfficialID",
        "IE_PPS": "pd:OfficialID",
        "AT_SVNR": "pd:OfficialID",
        "PT_NIF": "pd:OfficialID",
        "CZ_RODNE_CISLO": "pd:OfficialID",
        "DE_PASSPORT": "pd:Passport",
        "SOLE_TRADER_NUMBER": "pd:OfficialID",
        "PASSPORT": "pd:Passport",
        "ID_CARD": "pd:OfficialID",
        "DRIVING_LICENCE": "pd:OfficialID",
        # accounts and money
        "IBAN_CODE": "pd:BankAccount",
        "NO_BANK_ACCOUNT": "pd:BankAccount",
        "BANK_ACCOUNT": "pd:BankAccount",
        "CREDIT_CARD": "pd:PaymentCardNumber",
        "SALARY": "pd:Salary",
        "CUSTOMER_NUMBER": "pd:AccountIdentifier",
        "EMPLOYEE_NUMBER": "pd:AccountIdentifier",
        "ORDER_NUMBER": "pd:Transaction",
        "USERNAME": "pd:Username",
        "PSEUDONYM": "pd:UID",  # what an identity broker calls somebody
        "PASSWORD": "pd:Password",
        # devices and places
        "IP_ADDRESS": "pd:IPAddress",
        "MAC_ADDRESS": "pd:MACAddress",
        "IMEI": "pd:DeviceBased",
        "GEO": "pd:GPSCoordinate",
        # vehicles, and what they tell of their riders
        "LICENSE_PLATE": "pd:VehicleLicense",
        "VIN": "pd:Vehicle",
        "VEHICLE_ID": "pd:Vehicle",  # a bike's frame or key number, a platform's id of it
        "RIDE": "pd:VehicleUsage",  # how far, how fast
        "FITNESS": "pd:Behavioural",  # pedal power, cadence, calories: of an activity, and no measurement of health by itself
        # special categories (GDPR art. 9) and criminal matters (art. 10)
        "HEALTH": "pd:Health",
        "DISABILITY": "pd:Disability",
        "BLOOD_TYPE": "pd:BloodType",
        "RELIGION": "pd:Religion",
        "UNION": "pd:TradeUnionMembership",
        "ETHNICITY": "pd:EthnicOrigin",
        "POLITICS": "pd:PoliticalOpinion",
        "SEXUAL_ORIENTATION": "pd:SexualPreference",
        "BIOMETRIC": "pd:Biometric",
        "CRIMINAL_RECORD": "pd:Criminal",
        # told apart, not personal
        "ORGANIZATION_NUMBER": None,
    }
)

SECRETS: Final = frozenset({"PASSWORD"})  # a finding of these is `secret.in-payload`
NATIONAL_IDS: Final = frozenset(  # a finding of these needs a ground in law (GDPR art. 87 and national law)
    {
        "NO_FODSELSNUMMER",
        "SE_PERSONNUMMER",
        "DK_CPR",
        "NL_BSN",
        "LT_ASMENS_KODAS",
        "FI_PERSONAL_IDENTITY_CODE",
        "PL_PESEL",
        "UK_NINO",
        "UK_NHS",
        "DE_TAX_ID",
        "DE_SOCIAL_SECURITY",
        "DE_ID_CARD",
        "DE_PASSPORT",
        "CH_AHV",
        "IS_KENNITALA",
        "LV_PERSONAS_KODS",
        "EE_ISIKUKOOD",
        "BE_NATIONAL_NUMBER",
        "FR_NIR",
        "ES_NIF",
        "ES_NIE",
        "IT_FISCAL_CODE",
        "IE_PPS",
        "AT_SVNR",
        "PT_NIF",
        "CZ_RODNE_CISLO",
    }
)
TEST_POPULATIONS: Final = frozenset(  # their numbers tell whether they belong to nobody: evidence "test-population"
    {"NO_FODSELSNUMMER", "SE_PERSONNUMMER", "NL_BSN", "FI_PERSONAL_IDENTITY_CODE", "DE_TAX_ID", "UK_NHS"}
)


def category_of(entity: str) -> str | None:
    """The pd: term of an entity; None where it is told apart and not personal. KeyError for a name outside the table."""
    return ENTITY_CATEGORY[entity]
