"""What many policies cost: `python -m benchmarks.policies [--packs N] [--flows N] [--json]`, beside the demo's in the same run.

The large folder holds the demo's packs and registry, so that both judge the same messages alike, and beside them packs as long as the
longest shipped one, and flows that are told by their id, by topic and document type, and by lists.
"""

import argparse
import gc
import json
import shutil
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from schemas.flow import Flow
from streams.inspect.detect.detector import Detector, standard
from streams.inspect.inspector import Inspector
from streams.inspect.tag.policy import Policy
from streams.inspect.tag.tag import tag
from streams.inspect.words import Findings, Message, RawMessage
from streams.policy.load import demo_policies, load, shipped_packs
from streams.traffic.generate import Load, traffic

PACKS, FLOWS = 200, 2_000
LOADS: Final = 3
MESSAGES: Final = 200
ROUNDS: Final = 9  # the quickest counts: what else the machine does only makes one slower
PER_FILE: Final = 250  # flows
Seen = tuple[RawMessage, Message, Findings]


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="spor-policies-") as work:
        large = Path(work) / "policies"
        shutil.copytree(demo_policies(), large)
        generate(large, options.packs, options.flows)
        results = {"demo": _loaded(demo_policies()), "large": _loaded(large)}
        results |= {"messages": _judged(load(demo_policies()), load(large))}
    print(json.dumps(results)) if options.json else _show(results)
    return 0


def generate(folder: Path, packs: int, flows: int) -> None:
    """Write so many packs and registry entries below a folder."""
    longest = max(shipped_packs().glob("*.yaml"), key=lambda path: path.stat().st_size)
    text = longest.read_text("utf-8")
    (folder / "many").mkdir(parents=True)
    for number in range(packs):
        named = text.replace(f"\npack: {longest.stem}\n", f"\npack: controller-{number}\n", 1)
        (folder / "many" / f"controller-{number}.yaml").write_text(named, "utf-8")
    for first in range(0, flows, PER_FILE):
        entries = "".join(_entry(number, packs) for number in range(first, min(first + PER_FILE, flows)))
        (folder / "many" / f"flows-{first}.yaml").write_text("flows:\n" + entries, "utf-8")


def match_of(number: int) -> dict[str, Any]:
    """How the flow of this number is told: every third one by its id, by topic and document type, by a list of ids."""
    uuid = f"6e1f0000-0000-4000-8000-{number:012d}"
    ways: list[dict[str, Any]] = [
        {"platform": "connxio", "flow_id": uuid, "document_type": "Order"},
        {"topic": "connxio.log", "document_type": f"Document-{number}"},
        {"flow_id": [uuid, f"flow-{number}"], "step": ["Inbound", "Outbound"]},
    ]
    return ways[number % 3]


def _entry(number: int, packs: int) -> str:
    return f"""\
  - id: many-{number}
    match: {json.dumps(match_of(number))}
    controller: {f"controller-{number % packs}" if packs else "undecided"}
    processor: connxio
    contract:
      sender: [Sender {number}]
      receiver: [Receiver {number}, Receiver {number} Test]
      endpoints: [{{host: sftp{number}.carrier.example, country: NO, protocol: sftp}}]
    facts:
      anchors: {{purchase: $.order.date}}
      consent: {{path: $.consents.newsletter, yes: ["true", granted], no: ["false", withdrawn]}}
    test: false
"""


def _loaded(folder: Path) -> dict[str, Any]:
    """Seconds to read, check and compile, the quickest of three loads; then the memory that is held, and the most on the way."""
    seconds, cpu = [], []
    for _ in range(LOADS):
        gc.collect()
        began, spent = time.perf_counter(), time.process_time()
        policy = load(folder)
        seconds.append(time.perf_counter() - began)
        cpu.append(time.process_time() - spent)
        counts = {"packs": len(policy.packs), "flows": len(policy.entries)}
        del policy
    held, peak = _weight(folder)
    size = sum(path.stat().st_size for path in folder.rglob("*.yaml"))
    counts["kilobytes_of_yaml"] = size // 1024
    return counts | {"load_s": round(min(seconds), 3), "load_cpu_s": round(min(cpu), 3), "megabytes": held, "megabytes_at_most": peak}


def _weight(folder: Path) -> tuple[float, float]:
    gc.collect()
    tracemalloc.start()
    policy = load(folder)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del policy
    return round(held / 1024**2, 1), round(peak / 1024**2, 1)


def _judged(small: Policy, large: Policy) -> dict[str, Any]:
    """Microseconds a message, of the judge alone and of the whole inspector with warm caches, both policies by turns."""
    detector = standard()
    raws = [sent.raw for sent in traffic(Load("connxio", MESSAGES, "bench"))]
    seen = [(raw, *one) for raw in raws for one in Inspector(detector, small).look(raw)]
    judge = _by_turns(*(_judge(seen, policy, detector) for policy in (small, large)))
    whole = _by_turns(*(_whole(raws, Inspector(detector, policy)) for policy in (small, large)))
    return {
        "judge_us": {"demo": _micro(judge[0], seen), "large": _micro(judge[1], seen)},
        "inspector_us": {"demo": _micro(whole[0], raws), "large": _micro(whole[1], raws)},
    }


def _judge(seen: Sequence[Seen], policy: Policy, detector: Detector) -> Callable[[], list[Flow]]:
    return lambda: [tag(raw, message, found, policy, detector.version) for raw, message, found in seen]


def _whole(raws: Sequence[RawMessage], inspector: Inspector) -> Callable[[], list[Flow]]:
    return lambda: [flow for raw in raws for flow in inspector(raw)]


def _by_turns(*ways: Callable[[], list[Flow]]) -> list[float]:
    """The quickest seconds of each. Raises SystemExit where they do not judge alike: then they did not do the same work."""
    first = [[(flow.verdict, flow.tags, flow.verdicts) for flow in way()] for way in ways]
    if any(answer != first[0] for answer in first):
        raise SystemExit("the large folder judges other than the demo's; its entries match what they must not")
    best = [float("inf")] * len(ways)
    for _ in range(ROUNDS):
        for number, way in enumerate(ways):
            began = time.perf_counter()
            way()
            best[number] = min(best[number], time.perf_counter() - began)
    return best


def _micro(seconds: float, messages: Sequence[object]) -> float:
    return round(seconds / len(messages) * 1e6, 1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.policies", description=__doc__)
    parser.add_argument("--packs", type=int, default=PACKS)
    parser.add_argument("--flows", type=int, default=FLOWS)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")
    return parser.parse_args()


def _show(results: dict[str, Any]) -> None:
    table = Table("", "demo", "large", title="Policies", title_justify="left")
    for name, demo, large in _rows(results):
        table.add_row(name, f"{demo:,}", f"{large:,}")
    Console().print(table)


def _rows(results: dict[str, Any]) -> Iterator[tuple[str, float, float]]:
    for name in results["demo"]:
        yield name.replace("_", " "), results["demo"][name], results["large"][name]
    for name, us in results["messages"].items():
        yield f"{name.removesuffix('_us')}, µs a message", us["demo"], us["large"]


if __name__ == "__main__":
    sys.exit(main())
