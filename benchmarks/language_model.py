"""What a small language model costs and finds: trains one on invented sentences, saves it, and inspects others with and without it.

`python -m benchmarks.language_model [--keep DIR] [--json]`. A minute on one core. The sentences are ours, so the recall is no measure
of real text: it shows that the lane works. The cost is measured, and is that of a pipeline of four megabytes.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import orjson
import spacy
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from streams.build import build_inspector
from streams.inspect.inspector import Inspector
from streams.inspect.words import RawMessage

SEED: Final = 7
TRAINED: Final = (  # N: a name
    "jeg snakket med N i går om den nye avtalen.", "N ringte og ville ha igjen pengene.", "kan du be N om å sende skjemaet på nytt?",
    "vi venter på svar fra N før vi går videre.", "saken er overført til N på lager.", "N har ikke fått varene som ble bestilt.",
    "det var N som tok imot pakken hos oss.", "hei N, takk for hyggelig samtale i dag.", "møtet med N er flyttet til neste uke.",
    "regningen skal sendes til N og ikke til oss.", "N og N var begge til stede under befaringen.", "etter avtale med N er ordren stoppet.",
    "N er syk i dag, og N tar over.", "skriv til N hvis det er noe mer.", "bilen ble hentet av N klokken ti.",
    "varene er sendt fra lageret i dag.", "ordren er klar til henting hos oss.", "fakturaen er betalt og saken er lukket.",
    "systemet var nede en time i natt.", "prisen gjelder til og med neste uke.",
)  # fmt: skip
HELD_BACK: Final = (
    "nøkkelen ligger hos N til i morgen.", "vi fikk beskjed av N om at døren var åpen.", "N mener at beløpet er feil.",
    "kunden heter N og bor like ved.", "er det N som skal signere for dette?",
)  # fmt: skip
NOBODY: Final = (
    "vi har ikke mottatt noe svar om dette ennå.", "lageret i Bergen er stengt på mandag.", "ny leverandør fra og med neste måned.",
    "Leveringen er forsinket på grunn av uvær.", "Kontoret på Hamar har fått nytt nummer.",
)  # fmt: skip
HEADS: Final = ("Bra", "Dru", "Flo", "Gni", "Kva", "Mje", "Pry", "Sku", "Tvo", "Zel")
MIDDLES: Final = ("ba", "do", "fi", "ke", "lu", "mo", "ni", "ru", "ta", "vy")
TAILS: Final = ("bor", "dak", "fim", "gul", "kep", "nof", "rit", "sum", "tov", "zek")


@dataclass(frozen=True, slots=True)
class Result:
    """Figures of one run. Recall over sentences with a name, alarms over those without, speed over messages of one text each."""

    megabytes: float
    train_s: float
    load_s: float
    recall_lists: float
    recall_with_model: float
    alarms_lists: int
    alarms_with_model: int
    nameless: int
    messages: int
    characters: int  # of one message's text, mean
    per_s_lists: float
    per_s_with_model: float
    milliseconds_a_kilobyte: float  # that the model adds


def name(chance: random.Random) -> str:
    """Of somebody that no list knows."""
    return " ".join(chance.choice(HEADS) + chance.choice(MIDDLES) + chance.choice(TAILS) for _ in range(2))


def filled(templates: Sequence[str], count: int, chance: random.Random) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Sentences, and where in them names stand."""
    for at in range(count):
        text, spans = "", []
        for index, part in enumerate(templates[at % len(templates)].split("N")):
            if index:
                said = name(chance)
                spans.append((len(text), len(text) + len(said)))
                text += said
            text += part
        yield text, spans


def train(folder: Path, *, sentences: int = 600, rounds: int = 8) -> None:
    """A pipeline with one part, which tells persons; saved where `--nlp` can name it."""
    fix_random_seed(SEED)
    chance = random.Random(SEED)
    nlp = spacy.blank("nb", meta={"name": "invented_persons", "version": "1.0.0"})
    nlp.add_pipe("ner")
    examples = [
        Example.from_dict(nlp.make_doc(text), {"entities": [(start, end, "PER") for start, end in spans]})
        for text, spans in filled(TRAINED, sentences, chance)
    ]
    nlp.initialize(lambda: examples)
    for _ in range(rounds):
        chance.shuffle(examples)
        for batch in minibatch(examples, 16):
            nlp.update(batch, drop=0.2)
    nlp.to_disk(folder)


def measure(folder: Path) -> Result:
    """Trains into the folder, and looks at messages with the lists alone and with the model beside them."""
    started = time.perf_counter()
    train(folder / "model")
    trained = time.perf_counter()
    file = folder / "nlp.yaml"
    file.write_text("nlp_engine_name: spacy\nmodels:\n  - lang_code: nb\n    model_name: model\n", "utf-8")
    plain = build_inspector(None)
    loading = time.perf_counter()
    model = build_inspector(None, file)
    loaded = time.perf_counter()
    chance = random.Random(SEED + 1)
    named = list(filled(HELD_BACK, 300, chance))
    traffic = [f"{' '.join(text for text, _ in filled((*TRAINED, *HELD_BACK), 4, chance))} Ordre {i}." for i in range(600)]
    slow, fast = _seconds(model, traffic), _seconds(plain, traffic)
    size = sum(len(text.encode()) for text in traffic)
    return Result(
        round(sum(p.stat().st_size for p in (folder / "model").rglob("*") if p.is_file()) / 1e6, 1),
        round(trained - started, 1),
        round(loaded - loading, 1),
        round(_recall(plain, named), 2),
        round(_recall(model, named), 2),
        _alarms(plain),
        _alarms(model),
        len(NOBODY),
        len(traffic),
        size // len(traffic),
        round(len(traffic) / fast),
        round(len(traffic) / slow),
        round((slow - fast) * 1e6 / size, 2),
    )


def _persons(inspector: Inspector, text: str) -> list[tuple[int, int]]:
    raw = RawMessage("notes", 0, 0, 0, None, orjson.dumps({"note": text}))
    return [(f.start, f.end) for _, found in inspector.look(raw) for f in found.findings if f.entity == "PERSON"]


def _recall(inspector: Inspector, named: Sequence[tuple[str, list[tuple[int, int]]]]) -> float:
    found = sum(span in _persons(inspector, text) for text, spans in named for span in spans)
    return found / sum(len(spans) for _, spans in named)


def _alarms(inspector: Inspector) -> int:
    return sum(bool(_persons(inspector, text)) for text in NOBODY)


def _seconds(inspector: Inspector, texts: Sequence[str]) -> float:
    _persons(inspector, "varm opp med en setning som ingen andre har, og en til.")
    started = time.process_time()
    for text in texts:
        _persons(inspector, text)
    return time.process_time() - started


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.language_model", description="What a small language model costs and finds.")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="Keep the pipeline and its file of --nlp there.")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args(arguments)
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        result = measure(given.keep)
    else:
        with tempfile.TemporaryDirectory() as folder:
            result = measure(Path(folder))
    figures: dict[str, Any] = asdict(result)
    said = orjson.dumps(figures).decode() if given.json else "\n".join(f"{key:26} {value}" for key, value in figures.items())
    sys.stdout.write(said + "\n")


if __name__ == "__main__":
    main()
