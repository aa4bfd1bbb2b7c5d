"""What a producer says of its message itself (CloudEvents' data classification), repeated and held against what was found in it.

Only a label that says less than what was found is a mismatch. One that says more is not: it is meant for all events of its type, and
a message without personal data that was read in full stays compliant.
"""

from collections.abc import Callable, Iterator
from typing import Final

from schemas.dpv import is_special
from schemas.flow import DeclaredClassification, Verdict
from streams.inspect.paths import render
from streams.inspect.tag.case import Case

# The labels that the extension's text recommends, and their near spellings; labels outside these lists say nothing here.
PUBLIC: Final = frozenset({"public", "open"})  # less than any personal data is, whatever stands beside it
UNRESTRICTED: Final = frozenset({"internal", "unclassified", "none"})  # less, unless a regulation or category owns up to it
IMPERSONAL: Final = frozenset({"non-pii", "no-pii", "none", "non-personal", "not-personal", "no-personal-data", "non-personal-data"})
ORDINARY: Final = frozenset({"non-sensitive", "standard", "non-sensitive-pii", "personal", "personal-data", "pii"})
SPECIAL: Final = frozenset({"sensitive", "special-category", "special-categories", "special", "sensitive-pii", "phi"})
_LABELS: Final = ("data_classification", "data_regulation", "data_category")
GDPR: Final = "GDPR"  # also in UK-GDPR
CITATION: Final = "CloudEvents data classification"


def declared(case: Case, shown: Callable[[str], str]) -> DeclaredClassification | None:
    """The producer's labels as a Flow may carry them, None where it gave none; `shown` bounds their length."""
    if not any(getattr(case.envelope, name) for name in _LABELS):
        return None
    said = {name: _shown(case, name) for name in _LABELS}
    if not any(said.values()):
        return None
    return DeclaredClassification(
        classification=_bounded(said["data_classification"], shown),
        regulations=tuple(dict.fromkeys(shown(each) for each in _listed(said["data_regulation"]))),
        category=_bounded(said["data_category"], shown),
    )


def mismatches(case: Case) -> Iterator[Verdict]:
    """For each label that says less than what was found. Asked only where personal data was found."""
    if not any(getattr(case.envelope, name) for name in _LABELS):
        return
    level, category = _label(case, "data_classification"), _label(case, "data_category")
    regulations = [each.upper() for each in _listed(case.word("data_regulation"))]
    regulated = any(GDPR in each for each in regulations)
    if level in PUBLIC or (level in UNRESTRICTED and not (regulated or category in ORDINARY | SPECIAL)):
        yield _mismatch(case, "data_classification")
    if regulations and not regulated:
        yield _mismatch(case, "data_regulation")
    if category in IMPERSONAL or (category in ORDINARY and any(is_special(found) for found in case.categories)):
        yield _mismatch(case, "data_category")


def _mismatch(case: Case, name: str) -> Verdict:
    path = getattr(case.envelope, name).path
    in_header = path[0].lower().startswith("ce_")  # no attribute's own name may have the underscore
    return case.say("classification.mismatch", CITATION, path=render(path, case.findings.keys, header=in_header))


def _label(case: Case, name: str) -> str:
    return "-".join((case.word(name) or "").strip().lower().replace("_", " ").split())


def _shown(case: Case, name: str) -> str | None:
    word = getattr(case.envelope, name)
    return None if word is None else case.findings.words.get(name, word.text)


def _listed(text: str | None) -> list[str]:
    """The entries of a comma-delimited list, without the spaces around them."""
    return [each for part in (text or "").split(",") if (each := part.strip())]


def _bounded(text: str | None, shown: Callable[[str], str]) -> str | None:
    return shown(text) if text is not None else None
