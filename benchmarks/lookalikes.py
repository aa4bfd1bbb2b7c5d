"""`python -m benchmarks.lookalikes [--count N] [--json]`: of each identifier how many look-alikes are taken, and valid ones found."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from random import Random
from typing import Final

from benchmarks.issuers import alike
from benchmarks.specimens import SPECIMENS, Specimen, strangers
from schemas.flow import Part
from streams.inspect.detect.detector import Detector, standard
from streams.inspect.words import Body, Budget, Envelope, Leaf, Message

SILENT: Final = "x1"  # a field's name that says nothing


@dataclass(frozen=True, slots=True)
class Shares:
    """Percentages, of one identifier. `taken`: random look-alikes taken for it in a field that says nothing; `for_anybody`: for any."""

    entity: str
    name: str
    alone: bool
    taken: float
    for_anybody: float
    broken: float | None  # valid ones with a wrong check digit, taken for it in the same field
    bare: float  # valid ones found there
    beside_field: float
    beside_word: float


def main() -> int:
    options = _options()
    detector = standard()
    shares = [measure(detector, specimen, options.count) for specimen in SPECIMENS]
    nobody = others(detector, options.count)
    if options.json:
        print(json.dumps({"identifiers": [asdict(s) for s in shares], "others": nobody}))
    else:
        print("\n".join(table(shares)))
        print(f"\nof dates, stamps, order numbers, GTINs, amounts and pieces of UUIDs {nobody:.2f} % are taken for anybody's")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lookalikes", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000, help="look-alikes of each identifier; a hundredth of it valid ones")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    return parser.parse_args()


def measure(detector: Detector, specimen: Specimen, count: int) -> Shares:
    """The same shares for the same count, on every machine: the seed is the identifier's name."""
    rng = Random(specimen.name)  # repeatable by intent
    random = [entities(detector, SILENT, alike(specimen.shape, rng)) for _ in range(count)]
    valid = [specimen.valid(rng) for _ in range(max(100, count // 100))]
    own = specimen.entity
    return Shares(
        own,
        specimen.name,
        specimen.alone,
        _share(own in found for found in random),
        _share(bool(found) for found in random),
        _share(own in entities(detector, SILENT, broken(value, specimen.check)) for value in valid) if specimen.check else None,
        _share(own in entities(detector, SILENT, value) for value in valid),
        _share(own in entities(detector, specimen.key, value) for value in valid),
        _share(own in entities(detector, SILENT, f"{rng.choice(specimen.words)} {value}") for value in valid),
    )


def others(detector: Detector, count: int) -> float:
    """The share of things that are nobody's and are taken for somebody's all the same."""
    rng = Random("others")  # repeatable by intent
    made = [value for _ in range(count // 10) for value in strangers(rng)]
    return _share(bool(entities(detector, SILENT, value)) for value in made)


def broken(number: str, check: int) -> str:
    """The number with another character of the same kind where its check digit stands."""
    at = len(number) + check if number[check:].isalnum() else len(number) + check - 1  # a hyphen or space between is passed over
    return number[:at] + _another(number[at]) + number[at + 1 :]


def _another(char: str) -> str:
    return chr((ord(char) - 64) % 26 + 65) if char.isalpha() else str((int(char) + 1) % 10)


def entities(detector: Detector, key: str, value: str) -> set[str]:
    """What is found in a message of one field, and is somebody's."""
    envelope = Envelope(Part(index=0, of=1), "generic", (), Body(None), 0)
    message = Message(envelope, (Leaf("body", (key,), value),), "full", ())
    return {f.entity for f in detector.find(message, lambda _: False, Budget()).findings if f.category is not None}


def _share(held: Iterable[bool]) -> float:
    results = list(held)
    return round(100 * sum(results) / len(results), 2)


def table(shares: Iterable[Shares]) -> Iterator[str]:
    """Lines of Markdown."""
    yield "| identifier | entity | alone | look-alikes taken | for anybody | wrong check | valid, bare | in its field | after its word |"
    yield "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for s in shares:
        figures = (s.taken, s.for_anybody, s.broken, s.bare, s.beside_field, s.beside_word)
        written = " | ".join("" if figure is None else f"{figure:.2f}" for figure in figures)
        yield f"| {s.name} | `{s.entity}` | {'yes' if s.alone else 'no'} | {written} |"


if __name__ == "__main__":
    sys.exit(main())
