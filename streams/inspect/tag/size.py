"""Keep a Flow under its size: rows are dropped from the end, and the Flow says so."""

from collections.abc import Callable, Sequence

from schemas.flow import FLOW_BYTES, Flow, PersonalData

Build = Callable[[Sequence[PersonalData], Sequence[PersonalData]], Flow]  # (rows kept, rows dropped) -> Flow

_ROW_FRAME = 400  # bytes of a row beside its texts, its field names included
_ESCAPED = 6  # bytes that one code point can take in JSON: \u0000


def fitted(build: Build, rows: Sequence[PersonalData]) -> Flow:
    """The Flow with as many rows from the start as fit. Sizes are measured only where they could matter."""
    flow = build(rows, ())
    if _at_most(rows) < FLOW_BYTES // 2 or len(flow.canonical()) < FLOW_BYTES:
        return flow
    keep = len(rows)
    while keep:
        excess = len(flow.canonical()) - FLOW_BYTES + 1
        if excess <= 0:
            return flow
        while keep and excess > 0:
            keep -= 1
            excess -= len(rows[keep].canonical()) + 1
        flow = build(rows[:keep], rows[keep:])
    return flow


def _at_most(rows: Sequence[PersonalData]) -> int:
    """An upper bound of what the rows take."""
    texts = (
        len(row.path) + sum(map(len, row.evidence)) + sum(_ROW_FRAME + len(v.path or "") + len(v.citation or "") for v in row.verdicts)
        for row in rows
    )
    return sum(_ROW_FRAME + _ESCAPED * size for size in texts)
