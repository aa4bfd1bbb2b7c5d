"""Find wanted values in a form: names and values percent-encoded between `&` and `=`."""

from collections import Counter
from collections.abc import Iterator

from streams.inspect.decode.form import PAIRS
from streams.inspect.decode.locate.percent import field
from streams.inspect.decode.locate.spelling import Spelling
from streams.inspect.decode.locate.wanted import Wanted
from streams.inspect.words import Path


def values(text: str, wanted: Wanted) -> Iterator[tuple[Wanted, Spelling]]:
    """Each wanted value, and each wanted name that stands alone."""
    pairs = list(_pairs(text))
    names = [field(text, start, middle).text if middle < end else "" for start, middle, end in pairs]
    repeated = {name for name, count in Counter(names).items() if count > 1}
    seen: Counter[str] = Counter()
    for (start, middle, end), name in zip(pairs, names, strict=True):
        path: Path = ()
        if middle < end:
            path = (name, seen[name]) if name in repeated else (name,)
            seen[name] += 1
        if path and (known := wanted.below.get(name)) and known.name:
            yield known.name, field(text, start, middle)
        step = wanted.find(path)
        if step is not None:
            yield step, field(text, middle + 1 if path else start, end)


def _pairs(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, equals sign and end of each pair; where there is no sign it is the end."""
    at = len(text) - len(text.lstrip())
    for pair in text.strip().split("&", PAIRS):
        end, equals = at + len(pair), pair.find("=")
        if pair:
            yield at, end if equals < 0 else at + equals, end
        at = end + 1
