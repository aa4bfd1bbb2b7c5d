"""A worker as a process of its own, with inspectors for tests: `python -m tests.kafka.worker '{"taps": […], …}'`."""

import json
import sys
from pathlib import Path

from schemas.model import SporError
from streams import worker
from streams.settings import Settings, Tap


def main() -> int:
    given = json.loads(sys.argv[1])
    factory = given.pop("factory", "tests.tap.inspectors:mortal")
    given |= {name: Path(given[name]) for name in ("schemas", "policies", "last_good") if name in given}
    taps = tuple(Tap(*tap) for tap in given.pop("taps"))
    try:
        return worker.run(Settings(taps=taps, **given), factory=factory)
    except SporError as wrong:
        sys.stderr.write(f"spor: {wrong}\n")
        return 3


if __name__ == "__main__":
    sys.exit(main())
