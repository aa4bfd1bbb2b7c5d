"""Run the ways side by side over the same messages, in turns, and compare their speed and their findings."""

import platform
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from streams.bench.bodies import HOPS, Body, bodies, hops
from streams.bench.ways import WAYS, Run
from streams.collector import settle

TURN: Final = 10  # messages that one way does before the next: what else the machine does falls on all alike
SLOW: Final = frozenset({"naive", "joined"})  # of every turn they do the first messages only
SHARE: Final = 5  # one in so many
WHOLE: Final = 0.9  # of what was planted is found in a message that was read to its end
WARM_UP: Final = 400  # messages of other persons before the clock: imports, compilation, the paths of such traffic; of slow ways 3
PASSES: Final = {
    "cold": "every message is new",
    "again": "the same messages a second time",
    "hops": f"each message at {HOPS} taps, in a row",
}


@dataclass
class Figures:
    """What one way did with one load. Seconds are of processor time."""

    way: str
    load: str
    messages: int = 0
    bytes: int = 0
    seconds: float = 0.0
    findings: int = 0
    planted: int = 0
    found: int = 0  # planted places with a finding

    @property
    def rate(self) -> float:
        return self.messages / self.seconds if self.seconds else 0.0

    def as_json(self) -> dict[str, Any]:
        return {
            "way": self.way,
            "load": self.load,
            "messages": self.messages,
            "messages_per_s": round(self.rate, 2),
            "us_per_kb": round(self.seconds * 1e6 / (self.bytes / 1024), 1) if self.bytes else None,
            "findings": self.findings,
            "planted_found": round(self.found / self.planted, 4) if self.planted else None,
        }


@dataclass
class Comparison:
    """All figures of one run, and how far parity is from naive: findings of either that the other has not."""

    figures: list[Figures] = field(default_factory=list)
    compared: int = 0  # findings of naive
    differences: int = 0

    def rate(self, way: str, load: str) -> float:
        return next((f.rate for f in self.figures if (f.way, f.load) == (way, load)), 0.0)

    def per_kb(self, way: str) -> list[float]:
        """Seconds a byte at each size; a message that a limit of the reader cuts short costs less, and is left out."""
        cold = [f for f in self.figures if f.way == way and f.load.startswith("cold") and f.bytes]
        return [f.seconds / f.bytes for f in cold if f.found >= WHOLE * f.planted]

    def as_json(self) -> dict[str, Any]:
        return {
            "machine": {"python": platform.python_version(), "machine": platform.machine()},
            "ways": {name: way.runs for name, way in WAYS.items()},
            "loads": PASSES,
            "figures": [f.as_json() for f in self.figures],
            "ratios": self.ratios(),
            "parity_against_naive": {"findings": self.compared, "differences": self.differences},
        }

    def ratios(self) -> dict[str, float | None]:
        """Of messages a second at the smallest size; `cost_per_kb` is the dearest size of `resolved` by its cheapest."""
        small = next((f.load.partition(" ")[2] for f in self.figures), "")
        cold, again, thrice = f"cold {small}", f"again {small}", f"hops {small}"
        costs = self.per_kb("resolved")
        return {
            "resolved_times_naive": _by(self.rate("resolved", cold), self.rate("naive", cold)),
            "parity_times_naive": _by(self.rate("parity", cold), self.rate("naive", cold)),
            "joined_times_naive": _by(self.rate("joined", cold), self.rate("naive", cold)),
            "resolved_cold_of_floor": _by(self.rate("resolved", cold), self.rate("floor", cold)),
            "resolved_again_of_floor": _by(self.rate("resolved", again), self.rate("floor", again)),
            "resolved_hops_times_cold": _by(self.rate("resolved", thrice), self.rate("resolved", cold)),
            "resolved_cost_per_kb": _by(max(costs, default=0.0), min(costs, default=0.0)),
        }


def compare(sizes: Mapping[str, tuple[int, int]], ways: Sequence[str], told: Callable[[str], None] = lambda text: None) -> Comparison:
    """`sizes`: of each load's name its messages' bytes and their number. The first size is also run again, and at three hops."""
    comparison = Comparison()
    for at, (name, (size, count)) in enumerate(sizes.items()):
        told(f"{name}: {count} messages")
        runs = _made(ways, size)
        fresh = bodies(count, size, f"bench {name}")
        _loaded(comparison, runs, fresh, f"cold {name}")
        if at == 0:
            _loaded(comparison, runs, fresh, f"again {name}")
            _loaded(comparison, _made([w for w in ways if w not in SLOW], size), hops(fresh, "hops"), f"hops {name}")
    return comparison


def _made(ways: Sequence[str], size: int) -> dict[str, Run]:
    """Each way with empty caches, warmed up by other messages."""
    runs = {way: WAYS[way].make() for way in ways if size <= WAYS[way].largest}
    for number, body in enumerate(bodies(WARM_UP, 1024, "warm-up")):
        for way, run in runs.items():
            if number < 3 or way not in SLOW:
                run(body.data)
    settle()  # as the children of the tap do
    return runs


def _loaded(comparison: Comparison, runs: Mapping[str, Run], several: Sequence[Body], load: str) -> None:
    figures = {way: Figures(way, load) for way in runs}
    for turn in _turns(several):
        written: dict[str, list[bytes]] = {}
        for way, run in runs.items():
            written[way] = _turn(figures[way], run, turn[: max(1, len(turn) // SHARE)] if way in SLOW else turn)
        if "naive" in written and "parity" in written:
            for theirs, ours in zip(written["naive"], written["parity"], strict=False):
                one, other = _found(theirs), _found(ours)
                comparison.compared += len(one)
                comparison.differences += len(one ^ other)
    comparison.figures += figures.values()


def _turns(several: Sequence[Body]) -> Iterator[Sequence[Body]]:
    return (several[at : at + TURN] for at in range(0, len(several), TURN))


def _turn(figures: Figures, run: Run, turn: Sequence[Body]) -> list[bytes]:
    began = time.process_time()
    written = [run(body.data) for body in turn]
    figures.seconds += time.process_time() - began
    for body, out in zip(turn, written, strict=True):
        figures.messages += 1
        figures.bytes += len(body.data)
        rows = orjson.loads(out)
        if isinstance(rows, list):  # a Flow folds its rows: its places are not the others'
            figures.findings += len(rows)
            figures.planted += len(body.planted)
            figures.found += len(body.planted & {row["path"] for row in rows})
        else:
            figures.findings += sum(row["count"] for row in rows["personal_data"])
    return written


def _found(written: bytes) -> set[tuple[Any, ...]]:
    return {tuple(row[name] for name in ("path", "entity", "start", "end", "score")) for row in orjson.loads(written)}


def _by(one: float, other: float) -> float | None:
    return round(one / other, 3) if other else None
