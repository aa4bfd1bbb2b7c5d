"""`python -m benchmarks.acceptance [--records N] [--kills N] [--json]`: the full figures, on a real broker."""

import argparse
import asyncio
import json
import sys

from rich.console import Console
from rich.table import Table

from tests.acceptance.river import Report, run
from tests.kafka.broker import NoKafka, running


def main() -> int:
    options = _options()
    try:
        with running() as broker:
            print(broker.described, file=sys.stderr)
            report = asyncio.run(run(broker.bootstrap, options.records, options.kills))
    except NoKafka as why:
        print(f"acceptance needs a broker: {why}", file=sys.stderr)
        return 3
    if options.json:
        print(json.dumps({"figures": report.figures, "troubles": report.troubles}))
    else:
        _show(report)
    return int(bool(report.troubles))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.acceptance", description=__doc__)
    parser.add_argument("--records", type=int, default=10_000, help="of each platform that logs; an eighth of that of each source system")
    parser.add_argument("--kills", type=int, default=12, help="SIGKILLs of workers and inspector children")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    return parser.parse_args()


def _show(report: Report) -> None:
    console, table = Console(), Table(title="Acceptance", title_justify="left")
    table.add_column("figure")
    table.add_column("value")
    for name, value in report.figures.items():
        table.add_row(name, f"{value:,}" if isinstance(value, int) else str(value))
    console.print(table)
    for trouble in report.troubles:
        console.print(f"does not hold: {trouble}", style="red", highlight=False)
    if not report.troubles:
        console.print("everything holds")


if __name__ == "__main__":
    sys.exit(main())
