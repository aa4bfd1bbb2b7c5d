"""Keep a Flow under its size: rows are dropped from the end, and the Flow says so."""

from collections.abc import Callable, Sequence
from itertools import accumulate, islice
from typing import Final

from schemas.flow import FLOW_BYTES, Flow, PersonalData
from schemas.model import Model
from streams.inspect.tag.rows import Row

Judge = Callable[[Row], PersonalData]
Build = Callable[[Sequence[PersonalData], Sequence[Row]], Flow]  # (rows kept, rows dropped) -> Flow

_ROW_FRAME: Final = 400  # bytes of a row beside its texts, its field names included, at most
_LEAST: Final = len(
    '{"category":"","count":1,"entity":"","evidence":[],"path":"","place":"key","score":"0.00","state":"clear","verdicts":[]}'
)
_FEW: Final = 200  # rows that are made without asking whether they can fit
_ESCAPED: Final = 6  # bytes that one code point can take in JSON: \u0000


def fitted(build: Build, rows: Sequence[Row], judge: Judge) -> Flow:
    """The Flow with as many rows from the start as fit. Sizes are measured only where they could matter, and a row that cannot fit,
    however little the others take, is not made."""
    within = len(rows) if len(rows) <= _FEW else sum(1 for size in accumulate(map(_at_least, rows)) if size < FLOW_BYTES)
    shown = [judge(row) for row in rows[:within]]
    if within == len(rows) and _at_most(shown) < FLOW_BYTES // 2:
        return build(shown, ())
    keep = _fitting(build, rows, shown, judge)
    while True:
        flow = build(shown[:keep], rows[keep:])
        excess = size_of(flow) - FLOW_BYTES + 1
        if excess <= 0 or not keep:
            return flow
        while keep and excess > 0:
            keep -= 1
            excess -= size_of(shown[keep]) + 1


def _fitting(build: Build, rows: Sequence[Row], shown: Sequence[PersonalData], judge: Judge) -> int:
    """How many rows fit beside what the Flow says of all of them: it is measured with one row of each kind."""
    some = [judge(row) for row in {row.traits: row for row in rows}.values()]
    beside = size_of(build(some, ())) - sum(size_of(row) + 1 for row in some)
    return sum(1 for size in islice(accumulate((size_of(row) + 1 for row in shown), initial=beside), 1, None) if size < FLOW_BYTES)


def size_of(record: Model) -> int:
    """Bytes of the record in canonical JSON: their order of fields changes nothing of that, and takes a tree of all that it holds."""
    return len(record.model_dump_json(by_alias=True).encode())


def _at_least(row: Row) -> int:
    """A lower bound of what the row takes."""
    return _LEAST + len(row.path) + len(row.category) + len(row.entity) + sum(map(len, row.evidence)) + 2 * len(row.evidence)


def _at_most(rows: Sequence[PersonalData]) -> int:
    """An upper bound of what the rows take."""
    texts = (
        len(row.path) + sum(map(len, row.evidence)) + sum(_ROW_FRAME + len(v.path or "") + len(v.citation or "") for v in row.verdicts)
        for row in rows
    )
    return sum(_ROW_FRAME + _ESCAPED * size for size in texts)
