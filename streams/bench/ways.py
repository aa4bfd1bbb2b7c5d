"""The ways, each from a JSON message's bytes to its findings as canonical JSON: a list of path, entity, start, end, score."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import orjson

from schemas.flow import Part
from streams.bench.floor import Floor, flat
from streams.build import build_inspector
from streams.inspect.decode.message import decode
from streams.inspect.detect.detector import standard
from streams.inspect.detect.parity import Parity
from streams.inspect.detect.presidio import Hit, naive
from streams.inspect.paths import render
from streams.inspect.words import Body, Budget, Envelope, RawMessage
from streams.ledger.outputs import outputs

Run = Callable[[bytes], bytes]
ROOMY: Final = Budget(leaves=10**7, bytes=10**9, candidates=10**7)  # large messages are read as far as the reader of JSON goes


@dataclass(frozen=True, slots=True)
class Way:
    """`make` gives it with empty caches; `runs` says exactly what it is; `largest`: bytes beyond which it is not run."""

    make: Callable[[], Run]
    runs: str
    largest: int = 10**9


def _naive() -> Run:
    analyze = naive()

    def run(data: bytes) -> bytes:
        return _written((path, hit) for path, text in flat(orjson.loads(data)) if text for hit in analyze(text, leaf_name(path)))

    return run


def _joined() -> Run:
    analyze = naive()

    def run(data: bytes) -> bytes:
        values = list(flat(orjson.loads(data)))
        return _written(("$", hit) for hit in analyze("\n".join(text for _, text in values), None))

    return run


def _parity() -> Run:
    parity = Parity()

    def run(data: bytes) -> bytes:
        values = [(path, text) for path, text in flat(orjson.loads(data)) if text]
        found = parity.find([(text, leaf_name(path)) for path, text in values])
        return _written((path, hit) for (path, _), hits in zip(values, found, strict=True) for hit in hits)

    return run


def _resolved() -> Run:
    detector = standard()

    def run(data: bytes) -> bytes:
        message = decode(Envelope(Part(index=0, of=1), "generic", (), Body(data, "application/json"), 0), ROOMY)
        found = detector.find(message, lambda text: False, ROOMY)
        rows = [
            {"path": render(f.path, found.keys), "entity": f.entity, "start": f.start, "end": f.end, "score": f"{f.score:.2f}"}
            for f in found.findings
        ]
        return orjson.dumps(rows, option=orjson.OPT_SORT_KEYS)

    return run


def _inspector() -> Run:
    inspector = build_inspector(None)

    def run(data: bytes) -> bytes:
        flows = inspector(RawMessage("bench", 0, 0, 0, None, data, adapter="raw"))
        return b"".join(value for _, value in outputs(flows, len(data)).flows)

    return run


def _written(found: Any) -> bytes:
    rows = [{"path": path, "entity": h.entity, "start": h.start, "end": h.end, "score": f"{h.score:.2f}"} for path, h in _hits(found)]
    return orjson.dumps(rows, option=orjson.OPT_SORT_KEYS)


def _hits(found: Any) -> Sequence[tuple[str, Hit]]:
    return list(found)


def leaf_name(path: str) -> str | None:
    """The field's name, which Presidio's users hand to it as context; None at the root."""
    name = path.rpartition(".")[2].partition("[")[0]
    return name if name != "$" else None


WAYS: Final[Mapping[str, Way]] = MappingProxyType(
    {
        "naive": Way(
            _naive,
            "AnalyzerEngine.analyze per value, its field's name as context: all of Presidio's pattern and phone recognizers of every"
            " country, no language model",
            200_000,
        ),
        "joined": Way(
            _joined, "the same engine, one analyze per message over its values joined by line feeds, without field names", 200_000
        ),
        "parity": Way(_parity, "the findings of naive (entity, span, score), by one pass of all patterns and only the pairs that it flags"),
        "resolved": Way(
            _resolved, "the detector as the worker runs it: decode, detect (fields, witnesses, one winner per span), serialise"
        ),
        "inspector": Way(_inspector, "the whole inspector: unwrap, decode, detect, tag, the Flow as canonical JSON", 4_000_000),
        "floor": Way(Floor, "the floor program: orjson parse, flatten, one pass, the validators on the flagged pairs, serialise"),
    }
)
