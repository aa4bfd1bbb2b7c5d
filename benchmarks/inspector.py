"""The inspector beside naive Presidio: messages a second on one core, and how much of what was planted each one finds."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain

from benchmarks.naive import Naive
from streams.build import build_inspector
from streams.inspect.decode.message import decode
from streams.inspect.paths import render
from streams.inspect.unwrap.record import unwrap
from streams.inspect.words import Budget
from streams.policy.load import shipped_packs
from streams.traffic.generate import Load, Sent, traffic

Spot = tuple[int, str, str]  # part, place, path: where something stands


@dataclass
class Figures:
    """What one way did with the same messages."""

    name: str
    messages: int = 0
    seconds: float = 0.0
    planted: int = 0
    found: int = 0  # planted spots with a finding
    spots: int = 0  # spots with a finding
    right: int = 0  # of them planted ones
    notes: dict[str, object] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        return self.messages / self.seconds

    def as_json(self) -> dict[str, object]:
        return {
            "name": self.name,
            "messages_per_s": round(self.rate, 1),
            "planted_found": round(self.found / self.planted, 4),
            "spots_that_are_planted": round(self.right / self.spots, 4) if self.spots else None,
            **self.notes,
        }


def compare(count: int) -> tuple[Figures, Figures]:
    """(inspector, naive) over `count` records of each platform, each from a cold start of its caches, one after the other."""
    records = list(chain(traffic(Load("connxio", count, "bench")), traffic(Load("connectmyapps", count, "bench"))))
    return _run("spor inspector", records, _inspector()), _run("naive Presidio", records, _naive())


Way = Callable[[Sent], tuple[int, set[Spot]]]


def _inspector() -> Way:
    """Unwrap, decode, detect and tag, as a worker does it; only looking at the findings is outside the clock."""
    inspector = build_inspector(shipped_packs().parent / "demo")

    def way(sent: Sent) -> tuple[int, set[Spot]]:
        spots: set[Spot] = set()
        flows = inspector(sent.raw)
        for flow in flows:
            spots |= {(flow.part.index, row.place, row.path) for row in flow.personal_data}
        return len(flows), spots

    return way


def _naive() -> Way:
    """The same leaves, unwrapped and decoded for it, each analysed."""
    engine = Naive()

    def way(sent: Sent) -> tuple[int, set[Spot]]:
        spots: set[Spot] = set()
        messages = [decode(envelope, Budget()) for envelope in unwrap(sent.raw)]
        for message in messages:
            part = message.envelope.part.index
            for leaf, _entity in engine.find(message.leaves):
                spots.add((part, leaf.place, render(leaf.path, folded=True, header=leaf.place == "header")))
        return len(messages), spots

    return way


def _run(name: str, records: Iterable[Sent], way: Way) -> Figures:
    figures = Figures(name)
    way(next(iter(traffic(Load("connxio", 1, "warm")))))  # imports and pattern compilation are start-up, not throughput
    for sent in records:
        began = time.perf_counter()
        messages, spots = way(sent)
        figures.seconds += time.perf_counter() - began
        planted = {(p.part, p.place, p.folded) for p in sent.plants}
        figures.messages += messages
        figures.planted += len(planted)
        figures.found += len(planted & spots)
        figures.spots += len(spots)
        figures.right += len(planted & spots)
    return figures
