"""The only door to Presidio: its predefined recognizers, unmodified, under one pseudo-language, without a network and without a log."""

import logging
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from streams.inspect.detect.matching import matches_of
from streams.inspect.detect.phoneplans import country_of, spans

LANGUAGE: Final = "xx"  # one pseudo-language: identifiers are looked for in every text, whatever tongue it is in
REGIONS: Final = ("NO", "SE", "DK", "NL", "DE", "GB", "FI", "LT")  # whose national phone formats are read
LONGEST_PIECE: Final = 4096  # code points handed to a recognizer at once; callers cut longer values into windows

LEFT_OUT: Final = MappingProxyType(  # what Presidio could find and is not asked for, and why
    {
        "URL": "an address of a document or service, not of a person; and its pattern takes seconds for a few kilobytes of dots",
        "UUID": "an id of a machine's making; every message carries some",
        "DATE_TIME": "a date alone is nobody's; birth dates are told by their field",
        "CRYPTO": "no wallet addresses in this traffic, and base64 looks like them",
        "PERSON": "needs a language model; names are told by their field",
        "LOCATION": "needs a language model; addresses are told by their field",
        "NRP": "needs a language model",
        "MEDICAL_LICENSE": "a licence of the United States",
        "US_*": "the United States: fires on any 8 to 17 digits (2,878 driving licences in 420 European messages)",
        "AU_* CA_* IN_* KR_* NG_* PH_* SG_* TH_* TR_* ZA_*": "countries that this traffic does not serve",
        "ES_NIF ES_NIE IT_FISCAL_CODE DE_SOCIAL_SECURITY DE_HEALTH_INSURANCE DE_ID_CARD DE_PASSPORT": "read by our own rules",
        "ES_PASSPORT IT_DRIVER_LICENSE IT_IDENTITY_CARD IT_PASSPORT IT_VAT_CODE": "no checksum, or a company's number",
        "DE_BSNR DE_LANR DE_HANDELSREGISTER DE_VAT_ID": "identifiers of organisations or practices; the first is true of any nine digits",
        "DE_KFZ DE_PLZ DE_FUEHRERSCHEIN DE_TAX_NUMBER": "no checksum, or one that shorter codes pass",
        "SE_ORGANISATIONSNUMMER": "organisations are told apart by our own recognizer",
        "UK_POSTCODE UK_PASSPORT UK_DRIVING_LICENCE UK_VEHICLE_REGISTRATION": "no checksum: product codes look like them",
    }
)  # fmt: skip
TAKEN: Final = (
    "EmailRecognizer", "IbanRecognizer", "CreditCardRecognizer", "IpRecognizer", "MacAddressRecognizer", "SePersonnummerRecognizer",
    "UkNinoRecognizer", "NhsRecognizer", "FiPersonalIdentityCodeRecognizer", "PlPeselRecognizer", "DeTaxIdRecognizer",
)  # fmt: skip
PHONE: Final = "PhoneRecognizer"  # of all regions; with a + behind it of any, by country code
MAIL: Final = "EmailRecognizer"
PLAIN_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?")  # an address that the recognizer's pattern takes …
PLAIN_DOMAIN: Final = re.compile(r"[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*(?:\.[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*)+")  # … and tldextract, as a whole
SILENCED: Final = ("presidio-analyzer", "presidio_analyzer", "tldextract")
MODEL_LOGS: Final = ("spacy", "stanza", "transformers", "huggingface_hub", "thinc")


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of one recognizer."""

    entity: str
    start: int
    end: int
    score: float


class Silence(logging.Filter):
    """Lets nothing through: the IBAN recognizer logs what it could not validate."""

    def filter(self, record: logging.LogRecord) -> bool:
        return False


class Presidio:
    """Presidio's recognizers by class name. Building one imports spaCy and phonenumbers (about two seconds); nothing is downloaded."""

    def __init__(self) -> None:
        hush()
        stay_offline()
        recognizers = _recognizers()
        self._matches = {name: (r.supported_entities[0], found) for name, r in recognizers.items() if (found := matches_of(r, timeout()))}
        self._likely = _plans()
        self._phone_score: float = recognizers[PHONE].SCORE
        self._is_domain = lru_cache(maxsize=4_096)(self._is_domain_of_mail)
        self._whole = lru_cache(maxsize=16_384)(self._is_whole)
        self.find = lru_cache(maxsize=16_384)(self._find)
        self.versions = versions()

    def _find(self, recognizer: str, text: str) -> tuple[Hit, ...]:
        """What one recognizer finds in a text of at most LONGEST_PIECE code points, by position."""
        text = text[:LONGEST_PIECE]
        if recognizer == PHONE:
            return self._phones(text)
        if recognizer == PHONE + "+":
            return self._numbers(((0, len(text)),) if country_of(text) else spans(text, REGIONS[0]))  # of any region, by its country code
        if recognizer == MAIL and (known := self.is_address(text)) is not None:
            return (Hit("EMAIL_ADDRESS", 0, len(text), 1.0),) if known else ()
        entity, matches = self._matches[recognizer]
        return tuple([Hit(entity, start, end, score) for start, end, score in matches(text)])

    def is_address(self, text: str) -> bool | None:
        """Whether the recognizer takes a plain address; None of a text that is no plain address and nothing else."""
        local, _, domain = text.partition("@")
        known = self._is_domain(domain)
        return known if known is None or PLAIN_LOCAL.fullmatch(local) else None

    def _is_domain_of_mail(self, domain: str) -> bool | None:
        """What the recognizer thinks of a plain address rests on its domain alone. None of a domain that is not plain."""
        return bool(self._matches[MAIL][1](f"a@{domain}")) if PLAIN_DOMAIN.fullmatch(domain) else None

    def _phones(self, text: str) -> tuple[Hit, ...]:
        """As the recognizer with all regions finds them, one region after the other, the likeliest first.

        A number that is the whole text in one region holds whatever another would find in it, so that the others need not be asked.
        """
        found: set[Hit] = set()
        for region in self._likely(text):
            hits = self._numbers(spans(text, region))
            if any(hit.start == 0 and hit.end == len(text) for hit in hits):
                return hits
            found.update(hits)
        return tuple(h for h in sorted(found, key=_by_position) if not any(_holds(other, h) for other in found))

    def _numbers(self, found: Sequence[tuple[int, int]]) -> tuple[Hit, ...]:
        return tuple([Hit("PHONE_NUMBER", start, end, self._phone_score) for start, end in found])

    def whole(self, recognizer: str, piece: str) -> bool:
        """Whether the recognizer takes the whole piece for its entity."""
        return self._whole(recognizer, piece)

    def _is_whole(self, recognizer: str, piece: str) -> bool:
        return any(h.start == 0 and h.end == len(piece) for h in self.find(recognizer, piece))


def hush() -> None:
    """Nothing of Presidio or its helpers reaches a log: their messages quote values."""
    for name in SILENCED:
        logger = logging.getLogger(name)
        if not any(isinstance(f, Silence) for f in logger.filters):
            logger.addFilter(Silence())


def stay_offline() -> None:
    """E-mail domains are judged by the suffix list in tldextract's wheel; by default it would fetch today's."""
    import tldextract.tldextract as module  # noqa: PLC0415 - heavy, and only a built detector needs it

    module.TLD_EXTRACTOR = module.TLDExtract(suffix_list_urls=(), cache_dir=None)


def versions() -> str:
    """The packages that decide what is found, with versions."""
    names = ("presidio-analyzer", "phonenumbers", "python-stdnum", "tldextract")
    return " ".join(f"{name}/{version(name)}" for name in names)


def timeout() -> float:
    """Seconds after which a recognizer gives a pattern up."""
    from presidio_analyzer.pattern_recognizer import REGEX_TIMEOUT_SECONDS  # noqa: PLC0415 - heavy, and only a built detector needs it

    return float(REGEX_TIMEOUT_SECONDS)


def _recognizers() -> dict[str, Any]:
    from presidio_analyzer import predefined_recognizers  # noqa: PLC0415 - heavy, and only a built detector needs it

    taken = {name: getattr(predefined_recognizers, name)(supported_language=LANGUAGE) for name in TAKEN}
    taken[PHONE] = predefined_recognizers.PhoneRecognizer(supported_language=LANGUAGE, supported_regions=REGIONS)
    return taken


def _plans() -> Callable[[str], Sequence[str]]:
    """The regions in the order in which a text's digits fit their numbering plans; those of equal fit as REGIONS has them."""
    from phonenumbers import PhoneMetadata  # noqa: PLC0415 - heavy, and only a built detector needs it

    plans: list[tuple[str, Callable[[str], Any]]] = []
    for region in REGIONS:
        plan: Any = PhoneMetadata.metadata_for_region(region)
        prefix = f"(?:{plan.national_prefix})?" if plan.national_prefix else ""
        plans.append((region, re.compile(f"{prefix}(?:{plan.general_desc.national_number_pattern})").fullmatch))

    def likely(text: str) -> Sequence[str]:
        if "+" in text:
            return REGIONS  # the region is said
        digits = "".join(filter(str.isdigit, text))
        fitting = [region for region, fits in plans if fits(digits)]
        return (*fitting, *(region for region in REGIONS if region not in fitting))

    return likely


def _by_position(hit: Hit) -> tuple[int, int, float]:
    return hit.start, -hit.end, -hit.score


def _holds(one: Hit, other: Hit) -> bool:
    return one != other and one.start <= other.start and other.end <= one.end and other.score <= one.score


def parity() -> Callable[[str], Sequence[Hit]]:
    """Presidio as its users run it (registry, engine, no-op NLP) over the recognizers that we take: the oracle of our prefilters."""
    analyze = _engine([recognizer for name, recognizer in _recognizers().items() if name in (*TAKEN, PHONE)])
    return lambda text: analyze(text, None)


def naive() -> Callable[[str, str | None], Sequence[Hit]]:
    """`AnalyzerEngine.analyze` over everything that `predefined` gives, the field's name as context: Presidio as it comes."""
    return _engine(predefined())


def predefined() -> list[Any]:
    """Every recognizer that Presidio ships for any country and that needs neither a model nor a service, under one language."""
    from presidio_analyzer import predefined_recognizers  # noqa: PLC0415 - heavy, and only a built detector needs it
    from presidio_analyzer.predefined_recognizers.generic.phone_recognizer import PhoneRecognizer  # noqa: PLC0415 - as above

    hush()
    stay_offline()
    shipped = (getattr(predefined_recognizers, name) for name in sorted(vars(predefined_recognizers)))
    kinds = [kind for kind in shipped if isinstance(kind, type) and (_has_patterns(kind) or issubclass(kind, PhoneRecognizer))]
    return [kind(supported_language=LANGUAGE) for kind in dict.fromkeys(kinds)]


def _has_patterns(kind: type) -> bool:
    from presidio_analyzer import PatternRecognizer  # noqa: PLC0415 - heavy, and only a built detector needs it

    return issubclass(kind, PatternRecognizer) and kind is not PatternRecognizer


def _engine(recognizers: list[Any]) -> Callable[[str, str | None], Sequence[Hit]]:
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # noqa: PLC0415 - heavy, and only a built detector needs it
    from presidio_analyzer.nlp_engine import NoOpNlpEngine  # noqa: PLC0415 - heavy, and only a built detector needs it

    hush()
    stay_offline()
    engine = AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=recognizers, supported_languages=[LANGUAGE]),
        nlp_engine=NoOpNlpEngine(models=[{"lang_code": LANGUAGE, "model_name": "none"}]),
        supported_languages=[LANGUAGE],
    )

    def analyze(text: str, name: str | None) -> Sequence[Hit]:
        found = engine.analyze(text, language=LANGUAGE, context=[name] if name else None)
        return [Hit(r.entity_type, r.start, r.end, r.score) for r in found]

    return analyze


def language_engine(configuration: Mapping[str, Any]) -> Any:
    """One of Presidio's NLP engines with its models: from what is installed, on the processor alone, and never from a network.

    Raises LookupError where engine or model is not here, and whatever a pipeline raises that cannot be loaded.
    """
    from presidio_analyzer import nlp_engine  # noqa: PLC0415 - heavy, and only who switches a model on needs it

    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_OFFLINE="1")  # what pipelines themselves would fetch
    nlp_engine.device_detector.get_device = lambda: "cpu"  # another device adds up in another order, and Flows must not depend on it

    class Spacy(nlp_engine.SpacyNlpEngine):  # type: ignore[misc]  # Presidio has no types
        _download_spacy_model_if_needed = staticmethod(_must_be_here)

    class Stanza(nlp_engine.StanzaNlpEngine):  # type: ignore[misc]  # as above
        def __init__(self, **given: Any) -> None:
            super().__init__(**given, download_if_missing=False)

    class Transformers(nlp_engine.TransformersNlpEngine):  # type: ignore[misc]  # as above
        _download_spacy_model_if_needed = staticmethod(_must_be_here)

    name = configuration["nlp_engine_name"]
    provider = nlp_engine.NlpEngineProvider(nlp_engines=(Spacy, Stanza, Transformers), nlp_configuration=dict(configuration))
    if name not in provider.nlp_engines:
        raise LookupError(f"{name} is not installed")
    engine = provider.create_engine()
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)  # an inspector has one core; and sums come out in one order
    for each in MODEL_LOGS:
        logging.getLogger(each).setLevel(logging.CRITICAL + 1)  # those below them too; they set their own level when they are loaded
    return engine


def _must_be_here(name: str) -> None:
    """Stands where Presidio downloads."""
    from spacy.util import is_package  # noqa: PLC0415 - as above

    if not (is_package(name) or Path(name).is_dir()):
        raise LookupError(f"model {name} is not installed")
