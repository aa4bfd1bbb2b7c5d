"""What the fields of an object say outright of whose it is: its legal form, and a yes or no to being a person or a company."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, Literal

from streams.inspect.detect.blocks import words
from streams.inspect.detect.tokens import folded

Kind = Literal["person", "organisation"]

FORM_KEYS: Final = words("""
    companytype organisationform organizationform organisasjonsform orgform orgformkode legalform rechtsform rechtsvorm bolagsform
    foretagsform virksomhedsform companyform customertype kundetype kundtype klanttype type businesstype entitytype partytype
    selskapsform foretaksform companytypecode organisasjonsformkode juridiskform ondernemingsvorm virksomhedstype legalentitytype
    category kind organizationtype organisationtype customercategory contacttype ownertype suppliertype enterprisetype typeofcustomer
    yritysmuoto yhtiomuoto teisineforma rechtsformtext virksomhedsformtekst
""")
SOLE_TRADERS: Final = words("""
    enk enkeltpersonforetak enkeltmannsforetak enskildfirma enskildnaringsidkare enskild ef enkeltmandsvirksomhed enkeltmandsfirma
    personligtejetvirksomhed eenmanszaak zzp zzper soletrader soleproprietor soleproprietorship einzelunternehmen einzelunternehmer
    einzelfirma freelancer selfemployed individualcompany individualenterprise naringsdrivende selvstendignaringsdrivende
    toiminimi tmi yksityinenelinkeinonharjoittaja elinkeinonharjoittaja pmv personligtejetmindrevirksomhed individualiveikla fie
    fuusilisestisikustettevotja jednoosobowadzialalnoscgospodarcza eingetragenerkaufmann eingetragenekauffrau autonomo autoentrepreneur
    entrepreneurindividuel entrepriseindividuelle dittaindividuale samnieciskadarbinieks individualaiskomersants
""")
PRIVATE: Final = words("""
    private privat privatperson privatkunde privatkund person individual consumer naturalperson fysiskperson natuurlijkpersoon
    particulier privatindividual b2c privateperson konsument forbruker forbruger consument privateindividual human physicalperson
    fysisk natural privatemployee
""")
COMPANIES: Final = words("""
    as asa ab aps bv nv gmbh ag kg ltd limited oy uab sia llc inc company business organization organisation organisasjon corporate
    corporation firma bedrift foretag bolag virksomhed virksomhet selskap bedrijf zakelijk b2b legalperson legalentity juridiskperson
    juridisk rechtspersoon ans da nuf sam stiftelse aktiebolag aksjeselskap aktieselskab handelsbolag kommanditbolag anpartsselskab
    enterprise institution government kommune org ks hb kb orgl flI samvirke vof maatschap cooperatie stichting
""")
OF_FORMS: Final = SOLE_TRADERS | PRIVATE | COMPANIES
FORM_OBJECTS: Final = ("organisasjonsform", "organisationsform", "legalForm", "companyForm", "virksomhedsform", "rechtsvorm")
FORM_CODES: Final = ("kode", "code", "kod", "value", "id", "name", "beskrivelse", "kortbeskrivelse", "langbeskrivelse")
OF_PERSONS: Final = words("""
    isperson isprivate isindividual privateperson isnaturalperson isprivateperson erperson erprivat privatperson isprivateindividual
    isconsumer
""")
OF_ORGANISATIONS: Final = words("""
    iscompany isorganization isorganisation isbusiness iscorporate erbedrift erfirma islegalentity arforetag isbusinesscustomer
""")
YES: Final = words("true 1 yes ja y t")
NO: Final = words("false 0 no nei nej nee n f")
OF_IDOCS: Final = frozenset({"LF", "SP", "BK", "LS"})  # PARVW, SAP's partner functions: vendor, forwarder, bank, a system
PARTNER: Final = "parvw"  # of SAP's IDocs: which of its functions a partner has
LONGEST: Final = 60  # code points of a form that are looked at
TELLING: Final = FORM_KEYS | OF_PERSONS | OF_ORGANISATIONS | {PARTNER}  # names of fields, evened out, of which one may say it


@lru_cache(maxsize=4_096)
def _evened(text: str) -> str:
    return "".join(c for c in folded(text).lower() if c.isalnum())


def partner_of(fields: Mapping[str, str]) -> str | None:
    """The form of a partner of SAP's IDocs whose function only an organisation has."""
    return "organization" if PARTNER in fields and fields[PARTNER].strip() in OF_IDOCS else None


def form_of(fields: Mapping[str, str], keys: Iterable[str]) -> str | None:
    """What the first of these fields that says a form says, evened out."""
    return next((said for key in keys if (said := _evened(fields[key][:LONGEST])) in OF_FORMS), None)


def flagged(fields: Mapping[str, str], flags: Sequence[str]) -> Kind | None:
    """What a yes or no says: isPerson, isCompany. `flags`: those that there are, in the order of the fields."""
    for name in flags:
        answer = fields[name].strip().lower()
        if answer in YES or answer in NO:
            return "person" if (name in OF_PERSONS) == (answer in YES) else "organisation"
    return None


def formed(form: str | None) -> Kind | None:
    """Whose a form is; a sole trader's is neither."""
    if form is None:
        return None
    if form in PRIVATE:
        return "person"
    return "organisation" if form in COMPANIES else None
