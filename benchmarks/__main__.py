"""`python -m benchmarks [--json] [--records N] [--only inspector|worker]`: figures beside the naive way, in one run."""

import argparse
import json
import platform
import sys
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import inspector, worker
from tests.kafka.broker import NoKafka, running


def main() -> int:
    options = _options()
    results: dict[str, Any] = {"machine": _machine()}
    if options.only in (None, "inspector"):
        results["inspector"] = _inspector(options.records)
    if options.only in (None, "worker"):
        try:
            with running() as broker:
                results["worker"] = worker.compare(broker.bootstrap, options.messages) | {"broker": broker.described}
        except NoKafka as why:
            results["worker"] = {"skipped": str(why)}
    if options.json:
        print(json.dumps(results))
    else:
        _show(results)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument("--records", type=int, default=1000, help="of each platform, for the inspector")
    parser.add_argument("--messages", type=int, default=20_000, help="on the broker, for the worker")
    parser.add_argument("--only", choices=("inspector", "worker"))
    return parser.parse_args()


def _machine() -> dict[str, Any]:
    import os  # noqa: PLC0415  # only here

    return {"python": platform.python_version(), "cores": os.cpu_count(), "machine": platform.machine()}


def _inspector(count: int) -> dict[str, Any]:
    ours, naive = inspector.compare(count)
    return {"ours": ours.as_json(), "naive": naive.as_json(), "times_as_fast": round(ours.rate / naive.rate, 1)}


def _show(results: dict[str, Any]) -> None:
    console = Console()
    console.print(" ".join(f"{k} {v}" for k, v in results["machine"].items()))
    if (figures := results.get("inspector")) is not None:
        _table(console, f"Inspector, one core: {figures['times_as_fast']} times as fast", [figures["ours"], figures["naive"]])
    if (figures := results.get("worker")) is not None:
        if "skipped" in figures:
            print(f"worker: skipped, {figures['skipped']}", file=sys.stderr)
        else:
            _table(console, f"Worker on {figures['broker']}", figures["ways"])


def _table(console: Console, title: str, rows: list[dict[str, Any]]) -> None:
    table = Table(title=title, title_justify="left")
    for name in rows[0]:
        table.add_column(name.replace("_", " "), justify="left" if name == "name" else "right")
    for row in rows:
        table.add_row(*(f"{value:,}" if isinstance(value, int | float) else str(value) for value in row.values()))
    console.print(table)


if __name__ == "__main__":
    sys.exit(main())
