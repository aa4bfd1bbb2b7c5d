"""`python -m benchmarks.hostile [--json] [--slowest N]`: seconds and memory of every hostile message, read alone and inspected whole.

Each case runs in a process forked from a warm one, so that neither start-up nor another case is in its figures. Seconds are CPU time;
memory is the peak of resident memory above what the process had with the message in it.
"""

import argparse
import json
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from streams.build import build_inspector
from streams.collector import settle
from streams.inspect.inspector import Inspector
from streams.inspect.words import Message
from tests.hostile.case import Case
from tests.hostile.reading import Died, Read, cases, raw, read


@dataclass(frozen=True, slots=True)
class Row:
    case: Case
    read: Read  # unwrapped and decoded
    inspected: Read | None  # to its Flows; None: the process died

    @property
    def cost(self) -> float:
        """Seconds in whole; endless where the process died."""
        return self.inspected.seconds if self.inspected else float("inf")

    def as_json(self) -> dict[str, Any]:
        whole = self.inspected
        return {
            "case": self.case.name,
            "bytes": self.case.size,
            "reasons": list(self.read.reasons),
            "read_s": round(self.read.seconds, 3),
            "read_mb": round(self.read.megabytes, 1),
            "inspected_s": None if whole is None else round(whole.seconds, 3),
            "inspected_mb": None if whole is None else round(whole.megabytes, 1),
        }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object per case instead of a table")
    parser.add_argument("--slowest", type=int, metavar="N", help="only the N cases that take longest")
    options = parser.parse_args()
    inspector = build_inspector(None)
    settle()  # as an inspector process does
    rows = sorted((_row(case, inspector) for case in cases()), key=lambda row: -row.cost)[: options.slowest]
    if options.json:
        for row in rows:
            print(json.dumps(row.as_json()))
    else:
        Console().print(_table(rows))


def _row(case: Case, inspector: Inspector) -> Row:
    def whole(one: Case) -> list[Message]:
        inspector(raw(one))
        return []

    try:
        inspected = read(case, whole)
    except Died:
        inspected = None
    return Row(case, read(case), inspected)


def _table(rows: list[Row]) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False)
    for name in ("case", "MB sent", "read s", "read MB", "inspected s", "inspected MB", "reasons"):
        table.add_column(name, justify="left" if name in ("case", "reasons") else "right", overflow="fold")
    for row in rows:
        whole = ("died", "") if row.inspected is None else (f"{row.inspected.seconds:.2f}", f"{row.inspected.megabytes:.0f}")
        figures = (f"{row.case.size / 1e6:.2f}", f"{row.read.seconds:.2f}", f"{row.read.megabytes:.0f}", *whole)
        table.add_row(row.case.name, *figures, ", ".join(row.read.reasons))
    return table


if __name__ == "__main__":
    main()
