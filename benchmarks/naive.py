"""Presidio as it comes: all predefined English recognizers, no language model, each leaf analysed with its field name as context."""

import logging
from collections.abc import Iterable, Iterator

import tldextract.tldextract
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import NoOpNlpEngine

from streams.inspect.words import Leaf


class Naive:
    """One engine. Its findings carry Presidio's entity names, also those of the United States that nobody asked for."""

    def __init__(self) -> None:
        logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
        tldextract.tldextract.TLD_EXTRACTOR = tldextract.tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)  # no download
        engine = NoOpNlpEngine(models=[{"lang_code": "en", "model_name": "none"}])
        registry = RecognizerRegistry(supported_languages=["en"])
        registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
        self.recognizers = len(registry.recognizers)
        self._analyzer = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])

    def find(self, leaves: Iterable[Leaf]) -> Iterator[tuple[Leaf, str]]:
        """(leaf, entity) for every finding."""
        for leaf in leaves:
            context = [leaf.names[-1]] if leaf.names else None
            if leaf.text:
                for result in self._analyzer.analyze(leaf.text, language="en", context=context):
                    yield leaf, result.entity_type
