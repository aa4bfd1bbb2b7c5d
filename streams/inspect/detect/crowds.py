"""Numbers in a crowd: where one field holds many numbers of a length, a few that pass some check are no more than chance."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from streams.inspect.words import Finding, Leaf

CROWD: Final = 20  # numbers of one length in one field of a message, from which on chance can be told
CHANCE: Final = 0.05  # of a crowd: well above what all identifiers of one length together take of random numbers (1.7 %)
OF_DAYS: Final = 0.2  # the same for running numbers that begin with their day: one in ten has the Luhn digit of a personnummer

Field = tuple[object, ...]  # place, path without its indices, and how many digits


def without_chance(findings: list[Finding], leaves: Sequence[Leaf]) -> list[Finding]:
    """The findings but for bare numbers that nothing but a check digit speaks for, where they are a few among many of their kind."""
    unsupported = {
        f.leaf for f in findings if not f.start and f.leaf >= 0 and leaves[f.leaf].text.isdecimal() and _is_unsupported(f, leaves)
    }
    if not unsupported:
        return findings
    taken = Counter(_field(leaves[at]) for at in unsupported)
    crowds = Counter(field for leaf in leaves if leaf.text.isdecimal() and (field := _field(leaf)) in taken)
    dated = {_field(leaves[f.leaf]) for f in findings if f.leaf in unsupported and f.entity == "SE_PERSONNUMMER"}
    most = {field: OF_DAYS if field in dated else CHANCE for field in taken}
    chance = {field for field, count in taken.items() if crowds[field] >= CROWD and count <= most[field] * crowds[field]}
    return [f for f in findings if f.leaf not in unsupported or _field(leaves[f.leaf]) not in chance]


def _is_unsupported(finding: Finding, leaves: Sequence[Leaf]) -> bool:
    """Of a value of digits the whole, personal by its check digit alone: no field, word or record is in the evidence."""
    if finding.category is None or finding.end != len(leaves[finding.leaf].text):
        return False
    return not any(":" in code for code in finding.evidence)


def _field(leaf: Leaf) -> Field:
    return (leaf.place, len(leaf.text), *(segment for segment in leaf.path if isinstance(segment, str)))
