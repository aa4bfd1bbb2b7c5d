"""The detector's version: ours, those of the libraries that decide, and a digest of every table."""

import hashlib
from typing import Final

from schemas.entities import ENTITY_CATEGORY
from streams.inspect.detect import lexicon, named, prose, shapes, values
from streams.inspect.detect.presidio import LEFT_OUT, REGIONS, TAKEN
from streams.inspect.detect.resolve import HIGHEST, OVERRULES, WITNESSED

RULES: Final = "1"  # goes up with every change of a rule that no table holds


def version(libraries: str) -> str:
    """`spor-detect/1 presidio-analyzer/2.2.366 … tables/0f…`: changes when anything that decides a finding does."""
    tables = repr(
        (
            sorted(ENTITY_CATEGORY.items()),
            lexicon.digest(),
            sorted((entity, shape.pattern) for entity, shape in named.SHAPES.items()),
            sorted(shapes.NOTHING_SAID),
            sorted(values.SEXES),
            prose.GREETINGS,
            prose.STREETS,
            sorted(LEFT_OUT),
            TAKEN,
            REGIONS,
            (HIGHEST, OVERRULES, WITNESSED),
        )
    )
    return f"spor-detect/{RULES} {libraries} tables/{hashlib.sha256(tables.encode()).hexdigest()[:12]}"
