"""Running text, log lines, URLs and file names: spans are exact, and hard negatives stay silent."""

import pytest

from streams.inspect.detect.detector import Detector
from tests.inspect.detect.build import look
from tests.inspect.detect.corpus import TEXTS, parts


@pytest.mark.parametrize("place", ["status", "error", "url", "filename", "body"])
@pytest.mark.parametrize("marked", TEXTS)
def test_the_marked_spans_are_found_and_nothing_else(marked: str, place: str, detector: Detector) -> None:
    text, spans = parts(marked)
    findings = look(detector, {"description": text}, place).findings  # type: ignore[arg-type]  # one of the places
    assert [(f.start, f.end, f.entity) for f in findings if f.category] == spans


def test_a_text_of_many_windows_gives_the_same_findings_moved(detector: Detector) -> None:
    filler = "Ordinary words stand here and say nothing of anybody at all. "
    for marked in TEXTS[:30]:
        text, spans = parts(marked)
        for count in (66, 67, 131, 200):
            ahead = filler * count
            findings = look(detector, {"description": f"{ahead}{text}\n{filler * 80}"}, "error").findings
            assert [(f.start - len(ahead), f.end - len(ahead), f.entity) for f in findings if f.category] == spans, (marked, count)


def test_the_evidence_is_the_lexicons_word_and_never_the_messages(detector: Detector) -> None:
    (finding,) = look(detector, {"Kari Eksempels mobilNR": "91234567"}).findings
    assert finding.evidence == ("key:mobilnummer", "pattern")
