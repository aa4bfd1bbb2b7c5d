"""The dated law that packs lean on: who is in the EEA, which acts carry a transfer on which day, and what allows a national identifier.

Days are `YYYY-MM-DD` and compared as text; `to` is the last day on which the act held. Each row names its source.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from schemas.dpv import same_basis

ALWAYS: Final = "0001-01-01"
FOREVER: Final = "9999-12-31"

# EU members, and Iceland, Liechtenstein and Norway by the EEA Agreement (Joint Committee Decision 154/2018 took the GDPR in)
_EEA: Final = (
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK "
    "AX BL GF GP MF MQ RE SJ YT "  # parts of members that have an ISO code of their own (Svalbard follows Norwegian law)
    "EU EEA"  # as notices write it
)
EEA: Final = frozenset(_EEA.split())


@dataclass(frozen=True, slots=True)
class Act:
    """An act that a transfer can stand on, by its number."""

    number: str  # "2016/1250"
    names: str
    held_from: str
    held_to: str
    ended_by: str  # what ended it, for the citation
    certified_only: bool = False  # covers only the recipients that certified themselves

    def holds(self, day: str) -> bool:
        return self.held_from <= day <= self.held_to


@dataclass(frozen=True, slots=True)
class Adequacy:
    """A decision of the Commission that a country protects personal data adequately (GDPR art. 45(3))."""

    country: str  # ISO 3166-1
    decision: str
    held_from: str
    held_to: str = FOREVER

    def holds(self, day: str) -> bool:
        return self.held_from <= day <= self.held_to


INSTRUMENTS: Final = MappingProxyType(
    {
        act.number: act
        for act in (
            Act("2000/520", "Safe Harbour", "2000-07-26", "2015-10-05", "CJEU C-362/14"),
            Act("2016/1250", "EU-US Privacy Shield", "2016-07-12", "2020-07-15", "CJEU C-311/18", certified_only=True),
            Act("2001/497", "standard clauses, controller to controller", "2001-06-15", "2022-12-27", "Decision (EU) 2021/914 art. 4"),
            Act("2004/915", "standard clauses, alternative set", "2005-04-01", "2022-12-27", "Decision (EU) 2021/914 art. 4"),
            Act("2010/87", "standard clauses, controller to processor", "2010-05-15", "2022-12-27", "Decision (EU) 2021/914 art. 4"),
            Act("2021/914", "standard contractual clauses", "2021-06-27", FOREVER, ""),
            Act("2023/1795", "EU-US Data Privacy Framework", "2023-07-10", FOREVER, "", certified_only=True),
        )
    }
)

ADEQUATE: Final = (
    Adequacy("CH", "2000/518", "2000-07-26"),
    Adequacy("CA", "2002/2", "2001-12-20"),  # recipients under PIPEDA
    Adequacy("AR", "2003/490", "2003-06-30"),
    Adequacy("GG", "2003/821", "2003-11-21"),
    Adequacy("IM", "2004/411", "2004-04-28"),
    Adequacy("JE", "2008/393", "2008-05-08"),
    Adequacy("FO", "2010/146", "2010-03-05"),
    Adequacy("AD", "2010/625", "2010-10-19"),
    Adequacy("IL", "2011/61", "2011-01-31"),
    Adequacy("UY", "2012/484", "2012-08-21"),
    Adequacy("NZ", "2013/65", "2012-12-19"),
    Adequacy("JP", "2019/419", "2019-01-23"),
    Adequacy("KR", "2022/254", "2021-12-17"),
    # a member until the end of the transition, then the bridge of the Trade and Cooperation Agreement, then adequacy
    Adequacy("GB", "EU law, then TCA art. 782", ALWAYS, "2021-06-27"),
    Adequacy("GB", "2021/1772", "2021-06-28", "2031-12-27"),
    Adequacy("BR", "2026/179", "2026-01-26"),
)


def adequacy(country: str, day: str) -> Adequacy | None:
    """The decision that covers a country on a day, or None."""
    return next((a for a in ADEQUATE if a.country == country and a.holds(day)), None)


def known_adequacy(country: str) -> bool:
    """Whether the table has a decision for the country, on whatever day."""
    return any(a.country == country for a in ADEQUATE)


@dataclass(frozen=True, slots=True)
class NationalIdLaw:
    """What lets a national identifier be processed in its country (GDPR art. 87 leaves it to national law)."""

    law: str
    bases: tuple[str, ...]  # legal bases that carry it by themselves; finer forms included
    stated_need: bool  # whether a purpose that names the identifier itself is enough: the law asks for an objective need


_BY_LAW: Final = ("eu-gdpr:A6-1-c", "eu-gdpr:A6-1-e")
_OR_CONSENT: Final = (*_BY_LAW, "eu-gdpr:A6-1-a")

NATIONAL_ID_LAW: Final = MappingProxyType(
    {
        "NO_FODSELSNUMMER": NationalIdLaw("personopplysningsloven § 12", _BY_LAW, True),  # saklig behov for sikker identifisering
        "SE_PERSONNUMMER": NationalIdLaw("lag (2018:218) 3 kap. 10 §", _OR_CONSENT, True),  # samtycke, eller klart motiverat
        "DK_CPR": NationalIdLaw("databeskyttelsesloven § 11", _OR_CONSENT, False),  # lov eller samtykke, for private
        "NL_BSN": NationalIdLaw("UAVG art. 46", _BY_LAW, False),  # only where a law says so
        "FI_PERSONAL_IDENTITY_CODE": NationalIdLaw("tietosuojalaki 29 §", _OR_CONSENT, True),  # yksilöiminen tärkeää
        "LT_ASMENS_KODAS": NationalIdLaw("ADTAĮ art. 3", _OR_CONSENT, True),
        "DE_TAX_ID": NationalIdLaw("AO § 139b", _BY_LAW, False),  # only for the tasks that a law names
        "PL_PESEL": NationalIdLaw("GDPR art. 87", _OR_CONSENT, True),
        "UK_NINO": NationalIdLaw("GDPR art. 87", _OR_CONSENT, True),
        "UK_NHS": NationalIdLaw("GDPR art. 87", _OR_CONSENT, True),
        "DE_SOCIAL_SECURITY": NationalIdLaw("SGB IV § 18f", _BY_LAW, False),  # bodies of social security, and others by law
        "DE_ID_CARD": NationalIdLaw("PAuswG § 20", _OR_CONSENT, False),  # the serial number is no key to files
        "DE_PASSPORT": NationalIdLaw("PassG § 18", _OR_CONSENT, False),
        "CH_AHV": NationalIdLaw("AHVG art. 153c", _BY_LAW, False),  # systematic use by whom a law entitles
        "IS_KENNITALA": NationalIdLaw("lög nr. 90/2018, 13. gr.", _BY_LAW, True),  # an objective purpose, and necessary
        "LV_PERSONAS_KODS": NationalIdLaw("GDPR art. 87", _OR_CONSENT, True),
        "EE_ISIKUKOOD": NationalIdLaw("GDPR art. 87", _OR_CONSENT, True),
        "BE_NATIONAL_NUMBER": NationalIdLaw("wet van 8 augustus 1983, art. 8", _BY_LAW, False),  # by law, or authorised
        "FR_NIR": NationalIdLaw("loi n° 78-17, art. 30", _BY_LAW, False),  # categories that a decree names
        "ES_NIF": NationalIdLaw("GDPR art. 87", _OR_CONSENT, True),
        "ES_NIE": NationalIdLaw("GDPR art. 87", _OR_CONSENT, True),
        "IT_FISCAL_CODE": NationalIdLaw("GDPR art. 87", _OR_CONSENT, True),
        "IE_PPS": NationalIdLaw("Social Welfare Consolidation Act 2005, s. 262", _BY_LAW, False),  # specified bodies
        "AT_SVNR": NationalIdLaw("GDPR art. 87", _OR_CONSENT, True),
        "PT_NIF": NationalIdLaw("GDPR art. 87", _OR_CONSENT, True),
        "CZ_RODNE_CISLO": NationalIdLaw("zákon č. 133/2000 Sb., § 13c", _OR_CONSENT, False),  # by law or with consent
    }
)


def carries(law: NationalIdLaw, basis: str | None, names_it: bool) -> bool:
    """Whether a purpose is a ground: by its legal basis, or by naming the identifier where the law asks for a stated need."""
    return (law.stated_need and names_it) or any(same_basis(basis, wanted) for wanted in law.bases)
