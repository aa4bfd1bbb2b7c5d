"""Does a value look like somebody's name? Shape only: no list of names, but a list of what is not one."""

import re
from typing import Final

from streams.inspect.detect.blocks import words
from streams.inspect.detect.shapes import is_machine_made, is_stamp, says_nothing

CAPITAL, SMALL = "A-ZÀ-ÖØ-ÞĀ-Ž", "a-zà-öø-ÿā-ž"
WORD: Final = (
    rf"(?:(?:Dr|Mr|Mrs|Ms|Prof|Hr|Dhr|Mw|Mevr)\.|[{CAPITAL}][{SMALL}]+(?:['’\-][{CAPITAL}]?[{SMALL}]+)*|[{CAPITAL}]\.|[{CAPITAL}][{SMALL}]?['’][{CAPITAL}][{SMALL}]+"
    rf"|Mc[{CAPITAL}][{SMALL}]+)"
)
PARTICLE: Final = (
    r"(?:van|von|der|den|de|het|'t|ten|ter|te|af|av|of|la|le|du|da|dos|del|di|el|al|bin|zu|zur|zum|y|i|v\.d\.|v\.|vd|op|in|onder)"
)
INITIAL: Final = rf"[{CAPITAL}](?= [{CAPITAL}][{SMALL}])"  # Kari N Nordmann
CAPITALISED: Final = re.compile(rf"(?:{WORD}|{PARTICLE})(?:[ ,]+(?:{WORD}|{PARTICLE}|{INITIAL}))*")
GENERATIONS: Final = ("Jr", "Sr", "II", "III", "IV")
GENERATION: Final = re.compile(rf",? (?:{'|'.join(GENERATIONS)})\.?$")
CAPITALS: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’\-]+(?:[ ,]+[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]*){1,4}")
LETTERED: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .,'’`´\-()])*")
COMPANY: Final = re.compile(
    r"(?:^|[ ,./(\-])(?:as|asa|a/s|ab|aps|i/s|ivs|b\.?v\.?|n\.?v\.?|gmbh|ag|kg|ohg|ug|e\.v\.|ltd|limited|llc|llp|inc|corp|corporation|plc"
    r"|oy|oyj|uab|sia|oü|s\.?a\.?|s\.?r\.?l\.?|sarl|hb|ans|nuf|vof|v\.o\.f\.|c\.v\.|(?-i:sa|SA|DA|BA|CV|SE|KB|EK|eK|EG|eG|CO|Co\.)"
    r"|s\.?à\.? ?r\.?l|eurl|sasu|s\.a\.s|snc|selarl|bvba|sprl|asbl|vzw|s\.?p\.?a|s\.r\.o|d\.o\.o|sp\. ?z ?o\. ?o|s\.l\.u?|lda|ltda|kft"
    r"|zrt|nyrt|mbh|gesmbh|pty|pte|k/s|p/s|a\.m\.b\.a|ehf|ohf|(?-i:SAS|SCI|SL|SLU|SRL|AD|KS|OG|MB|VšĮ|EOOD|OOD|HF|hf|Ky|AE))\.?\)?$",
    re.IGNORECASE,
)
ENDS_OF_COMPANIES: Final = words("""
    as asa ab aps ivs bv nv gmbh ag kg ohg ug ltd limited llc llp inc corp corporation plc oy oyj uab sia oü sa srl sarl hb ans nuf vof
    da ba cv se kb ek eg co rl sàrl eurl sasu snc selarl bvba sprl asbl vzw spa sl slu lda ltda kft zrt nyrt mbh gesmbh pty pte ehf ohf
    sas sci ad ks og mb všį eood ood hf ky ae
""")  # the last words that `COMPANY` takes, where no dot or stroke stands in them
FORMS: Final = words("""
    GmbH AG KG SARL Sàrl SAS EURL Ltd LLC Inc PLC ApS A/S AS ASA AB BV B.V. NV N.V. Oy OÜ UAB SIA SpA S.p.A. S.A. S.r.l. s.r.o.
""")  # that stand before a company's name or in it as well: `UAB Pavyzdys`, `Kunden AG Mitte`
COMPANY_WORDS: Final = words("""
    project prosjekt projekt order ordre bestilling avtale avtal contract kontrakt campaign kampanje company companies group gruppen
    gruppe holding holdings international norge norway sverige sweden danmark denmark nederland netherlands deutschland germany europe
    nordic nordics bank banken sparebank forsikring försäkring assurance insurance verzekeringen kommune kommun fylkeskommune gemeente
    municipality university universitet universitetet universiteit universität høgskole skole skola school schule barnehage hospital
    sykehus sjukhus ziekenhuis klinikk klinik kliniek clinic klubb klubben club forening foreningen förening föreningen vereniging
    stichting stiftelse stiftelsen verein foundation association institute institutt institut transport transporter transporten
    logistikk logistik logistics logistiek spedisjon spedition freight shipping service services solutions systems system consulting
    consult konsult konsulent rådgivning technologies technology tech teknikk teknik software data digital media design studio studios
    bygg bygghandel entreprenør elektro eiendom fastigheter eiendommer vastgoed immobilien auto bil motor energi energy energie
    olje oil gas invest investment capital kapital finans finance partners partner regnskap revisjon revision redovisning
    accountants accounting advokat advokatfirma advokatbyrå advocaten handel handelsbolag trading trade import export engros grossist
    groothandel butikk butikken butik butikken shop store nettbutikk webshop webbutik webwinkel winkel supermarkt supermarked market
    marked senter center centrum centre hotel hotell restaurant kafe café cafe bakeri bageri bakkerij apotek apoteket apotheek
    legesenter tannlege tandarts team support avdeling avdelning afdeling department kundeservice kundservice kundeservice
    klantenservice customer kunde kund klant faktura fakturaavdeling invoice post posten postnord bring dhl ups verksted verkstad
    werkstatt ministry departementet direktoratet etat etaten myndighet agency authority tilsynet vesenet forvaltning sameie
    borettslag brf bostadsrättsförening vve grunneierlag velforening gård farm seafood foods food drikke industri industrier
    industries industrie industry produksjon production produktion manufacturing mek mekaniske maskin maskiner machinery equipment
    utstyr security vakt renhold cleaning storage lager warehouse terminal academy college council trust
    fund federation agencies associates enterprises brothers bros airlines airways laboratory labs networks telecom communications
    publishing products materials retail wholesale distribution engineering construction properties pharmacy bakery factory utilities
    engine motors société societe banque compagnie cie établissements ets groupe entreprise entreprises assurances mutuelle crédit caisse
    mairie préfecture université hôpital clinique école lycée fondation plateforme logistique boutique boulangerie pharmacie cabinet agence
    syndicat fédération ministère commune transports travaux
    gesellschaft genossenschaft sparkasse volksbank raiffeisenbank landesbank versicherung versicherungen krankenkasse stadtwerke
    gemeinde landkreis bundesamt finanzamt amtsgericht universität hochschule krankenhaus praxis apotheke bäckerei metzgerei autohaus
    werke bauunternehmen verlag druckerei verband
    banco banca caja sociedad compañía empresa grupo fundación universidad ayuntamiento farmacia hermanos società cassa comune
    università ospedale impresa ditta gruppo consorzio cooperativa sociedade companhia spółka przedsiębiorstwo fundacja szpital
    uniwersytet pankki osakeyhtiö osuuskunta kaupunki yliopisto säätiö yhdistys seurakunta vakuutus bankas įmonė universitetas
""")
THING_WORDS: Final = words("""
    config configuration configurations preset presets debug release build builds compiler toolchain generator template multi default
    settings options option mode profile version edition beta alpha preview module plugin runtime framework library package packages
    buyer seller supplier vendor client fournisseur lieferant markt
    accounts receivable payable income tax taxes expense expenses revenue revenues earnings receipts contributions assets liabilities
    equity inventory depreciation wages salaries refunds proceeds deposits
""")  # in the titles that software gives its own things, in those of a ledger's accounts, and in names that stand for whoever it is
COMPANY_ENDINGS: Final = tuple(  # of compounds: Snekkerservice, Rörtransport, Bokhandel
    sorted(
        words("""
    service tjenester tjänster bygg transport handel butikk butik winkel bedrijf firma verksted senter gruppen groep bureau byrå
    kontor klinikk skole forening teknikk teknik techniek eiendom entreprenør forsikring partner konsult rådgivning installasjon
    montasje systems solutions gmbh markt
""")
    )
)
NOT_NAMES: Final = words("""
    system systems admin administrator administrators root integration integrasjon service services api bot batch job import export
    sync scheduler worker anonymous guest user users bruker brukere public everyone default unknown ukjent okänd onbekend unbekannt
    none null test tester testing demo example sample dummy noreply no-reply post info kontakt contact support helpdesk kundeservice
    salg sales ordre order orders webshop nettbutikk butikk shop company firma bedrift kunde customer kund klant client person name
    navn namn naam owner mottaker recipient crm erp web portal app application automatic automatisk automatiskt automatisch manual
    manuell self online offline internal external intern ekstern private privat business primary secondary active inactive aktiv
    inaktiv pending success failed error ok yes no true false work home mobile office billing shipping delivery invoice main other
    both all any new old open closed high low medium normal standard basic premium gold silver owner-operator dear kjære hei hello hi
    shopify magento woocommerce hubspot salesforce superoffice visma tripletex fortnox poweroffice xledger sap microsoft dynamics
    azure google amazon connxio connectmyapps klarna vipps stripe adyen paypal swish monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december safari chrome firefox edge opera
    android ios iphone ipad windows macos linux norway sweden denmark netherlands norge sverige danmark nederland
    admins github gitlab bitbucket world folks everybody anyone someone somebody verden allesammen allihop
""")
NAMED_LIKE_NOTHING: Final = frozenset({"Tom", "TOM", "Nan", "Nil"})  # given names that are a placeholder in small letters
ROBOT_WORDS: Final = words("""
    system integration integrasjon service api bot batch job import sync robot workflow scheduler gateway server connector adapter webhook
    process application noreply admin
""")
ROBOTS: Final = re.compile(rf"\b(?:{'|'.join(sorted(ROBOT_WORDS))}|automat\w*)\b", re.IGNORECASE)


def is_somebodys_name(value: str) -> bool:
    """Could be, where the field says that it is: letters, no company's ending, no system's word."""
    if not LETTERED.fullmatch(value) or len(value) > 100 or len(value.split()) > 8:
        return False
    if (says_nothing(value) and value not in NAMED_LIKE_NOTHING) or is_machine_made(value) or is_stamp(value):
        return False
    return value.lower() not in NOT_NAMES and not is_company(value) and not ROBOTS.search(value)


def is_person_like(value: str) -> bool:
    """Looks like first and last name, written with capitals, where the field itself leaves it open."""
    value = GENERATION.sub("", value)
    if not is_somebodys_name(value) or not 2 <= len(re.split(r"[ ,]+", value)) <= 6:
        return False
    if not (CAPITALISED.fullmatch(value) or CAPITALS.fullmatch(value)):
        return False
    words = {w.strip(".,").lower() for w in value.split()}
    if "-" in value:
        words.update(part for word in tuple(words) for part in word.split("-"))
    return words.isdisjoint(NOT_NAMES) and words.isdisjoint(COMPANY_WORDS) and words.isdisjoint(THING_WORDS)


def is_partys_name(value: str) -> bool:
    """Could be a person's where a company's may stand as well: not the one word `Kommune`."""
    lower = value.lower()
    return (
        is_somebodys_name(value)
        and lower not in COMPANY_WORDS
        and not lower.endswith(COMPANY_ENDINGS)
        and THING_WORDS.isdisjoint(lower.split())
    )


def is_company(value: str) -> bool:
    """Ends as companies do (AS, AB, BV, GmbH …), has such a form in it, or a word that only organisations have."""
    if " " not in value:
        return False
    if COMPANY.search(value) or not (FORMS.isdisjoint(value.split()) or value.isupper()):
        return True
    parts = {w.strip(".,()").lower() for w in value.split()}
    return len(parts) > 1 and (not parts.isdisjoint(COMPANY_WORDS) or any(w.endswith(COMPANY_ENDINGS) for w in parts))
