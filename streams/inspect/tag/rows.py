"""Fold findings into rows: one per field, every index written `[*]`. From here on nothing knows a value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from schemas.entities import TEST_POPULATIONS
from schemas.flow import PersonalData, Verdict
from schemas.words import Place
from streams.inspect.paths import render
from streams.inspect.words import Finding, Path

NOBODY: Final = "test-population"  # evidence that a number belongs to nobody
TOUCHED: Final = "schema:Changes"  # evidence that only the name of a changed column was seen, and no value of it
Traits = tuple[str, str, bool, bool, bool]


@dataclass(slots=True)
class Row:
    """A field that holds personal data; findings are added to it."""

    place: Place
    path: str
    category: str
    entity: str
    count: int = 0
    score: float = 0.0
    evidence: tuple[str, ...] = ()  # of all its findings, sorted, each once
    clear: bool = False  # one of its values at least is not masked
    held: bool = False  # one of its findings at least is of a value, not of a changed column's name
    real: bool = False  # one of its values at least is a real person's, as far as the number itself tells

    def add(self, finding: Finding) -> None:
        self.count += 1
        self.score = max(self.score, finding.score)
        if self.evidence != finding.evidence:  # as most findings of a field have
            self.evidence = tuple(sorted({*self.evidence, *finding.evidence}))
        of_value = TOUCHED not in finding.evidence
        self.held = self.held or of_value
        if finding.state == "clear":
            self.clear = True
            self.real = self.real or (of_value and self.entity in TEST_POPULATIONS and NOBODY not in finding.evidence)

    def key(self) -> tuple[str, str, str, str]:
        """The order of rows."""
        return (self.place, self.path, self.category, self.entity)

    @property
    def traits(self) -> Traits:
        """All that a verdict on it can depend on."""
        return (self.category, self.entity, self.held, self.clear, self.real)

    def judged(self, verdicts: Iterable[Verdict]) -> PersonalData:
        """The row as it stands in a Flow. `verdicts` sorted, as they are of every row with its traits."""
        return PersonalData(
            place=self.place,
            path=self.path,
            category=self.category,
            entity=self.entity,
            count=self.count,
            score=f"{min(max(self.score, 0.0), 1.0):.2f}",
            evidence=self.evidence,
            state="clear" if self.clear else "masked",
            verdicts=tuple(Verdict(verdict=v.verdict, rule=v.rule, source=v.source, citation=v.citation, path=self.path) for v in verdicts),
        )


def fold(findings: Iterable[Finding], keys: Mapping[str, str]) -> tuple[Row, ...]:
    """One row per (place, folded path, category, entity), sorted so. What is told apart and not personal is no row."""
    rows: dict[tuple[str, str, str, str], Row] = {}
    last: Path | None = None
    place, path = "", ""
    for finding in findings:
        if finding.category is None:
            continue
        if finding.path is not last or finding.place != place:  # several in one value stand behind one another
            last, place = finding.path, finding.place
            path = render(last, keys, folded=True, header=place == "header")
        key = (finding.place, path, finding.category, finding.entity)
        row = rows.get(key)
        if row is None:
            row = rows[key] = Row(finding.place, path, finding.category, finding.entity)
        row.add(finding)
    return tuple(rows[key] for key in sorted(rows))
