"""What detection must never do: reach a network, write a value into a log, load Presidio at import, or depend on chance."""

import logging
import os
import socket
import subprocess
import sys
import traceback
from typing import Any

import pytest

from streams.inspect.detect import names, presidio, terms
from streams.inspect.detect.detector import Detector, standard
from streams.inspect.detect.version import digest
from streams.inspect.words import Budget
from tests.inspect.detect.build import look, message
from tests.inspect.detect.corpus import PAYLOADS, TEXTS, unmarked


def test_no_socket_is_opened_from_building_to_the_first_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*args: Any, **kwargs: Any) -> Any:
        raise AssertionError("a socket was asked for")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    fresh = standard()
    assert look(fresh, {"note": "mail fresh.address@some-new-domain.example.co.uk"}).findings


class Kept(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=0)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage() + str(record.exc_info or ""))


def test_no_value_reaches_a_log(detector: Detector, caplog: pytest.LogCaptureFixture) -> None:
    kept, root = Kept(), logging.getLogger()
    before = root.level
    loggers = [logging.getLogger(name) for name in presidio.SILENCED]
    root.addHandler(kept)
    root.setLevel(0)
    for logger in loggers:
        logger.addHandler(kept)
        logger.setLevel(0)
    try:
        for text in ("IBAN NO93 8601 1117 94\u212a7", "IBAN NO93 8601 1117 948", "kari@example.org", *TEXTS):
            look(detector, {"note": text}, "error")
        engine = presidio.Presidio()
        engine.find("IbanRecognizer", "AB12 34\u00b256 7890 1234 5678")
    finally:
        root.removeHandler(kept)
        root.setLevel(before)
        for logger in loggers:
            logger.removeHandler(kept)
            logger.setLevel(0)
    values = ("8601", "kari", "01819010001", "912 34 567", "Eksempel", "3456")
    assert not [line for line in kept.lines if any(value in line for value in values)]


def test_importing_the_detector_loads_nothing_heavy() -> None:
    heavy = ("presidio_analyzer", "spacy", "phonenumbers", "tldextract")
    code = f"import sys, streams.inspect.detect.detector; print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def shown(detector: Detector) -> str:
    """The version and everything that is found in the corpus."""
    found = [f"{name} {[(f, f.score) for f in look(detector, unmarked(PAYLOADS[name])).findings]}" for name in sorted(PAYLOADS)]
    return "\n".join([detector.version, *found, ""])


def test_another_process_with_another_hash_seed_finds_the_same(detector: Detector) -> None:
    code = "from tests.inspect.detect.test_walls import shown, standard; print(shown(standard()), end='')"
    seed = "4711" if os.environ.get("PYTHONHASHSEED") != "4711" else "1"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment).stdout.decode()
    assert other == shown(detector)


def test_caches_and_order_change_nothing(detector: Detector) -> None:
    names = sorted(PAYLOADS)
    first = {name: look(detector, unmarked(PAYLOADS[name])) for name in names}
    fresh = standard()
    again = {name: look(fresh, unmarked(PAYLOADS[name])) for name in reversed(names)}
    for name in names:
        assert first[name].findings == again[name].findings
        assert [f.score for f in first[name].findings] == [f.score for f in again[name].findings]


def test_no_representation_shows_a_value(detector: Detector) -> None:
    seen = look(detector, {"customer": {"name": "Kari Eksempel", "email": "kari@example.org"}})
    assert "kari@" not in repr(seen)
    assert not any("Eksempel" in repr(f) or "kari@" in repr(f) for f in seen.findings)


def test_an_error_from_within_quotes_nothing(detector: Detector, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = message({"note": "kari@example.org \ud800 \x00 \uffff 01819010001"}, "error")
    try:
        findings = detector.find(odd, lambda text: False, Budget()).findings
    except Exception:
        assert "kari" not in traceback.format_exc()
        raise
    assert {f.entity for f in findings} == {"EMAIL_ADDRESS", "NO_FODSELSNUMMER"}


def test_the_version_names_all_that_decides(detector: Detector) -> None:
    for part in ("spor-detect/", "presidio-analyzer/2.2.366", "phonenumbers/", "python-stdnum/", "tldextract/", f"tables/{digest()[:12]}"):
        assert part in detector.version


def test_a_change_of_any_table_changes_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    monkeypatch.setattr(names, "NOT_NAMES", names.NOT_NAMES | {"zaphod"})
    changed = digest()
    monkeypatch.setattr(terms, "PEOPLE", terms.PEOPLE[1:])
    assert len({before, changed, digest()}) == 3
