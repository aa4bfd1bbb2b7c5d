"""Which registry entry a message belongs to: a look-up for each kind of entry, however many entries there are."""

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from math import prod
from operator import itemgetter
from typing import Any, Final

from schemas.registry import Match

Shown = tuple[str | None, ...]  # platform, flow id, topic, document type, step: as they stand in the message
FIELDS: Final = ("platform", "flow_id", "topic", "document_type", "step")
COMBINATIONS: Final = 256  # of an entry's lists; one that names more is held against each message by itself


class Index:
    """Entries by what they name. Of those that fit the one that names most is the first, of equals the earlier one."""

    def __init__(self, matches: Sequence[Match], same: Callable[[str], str]) -> None:
        """`same`: the form of a flow id in which two are compared."""
        self._kinds: list[tuple[int, Any, dict[Any, int]]] = []  # how many fields are named, which, and the first entry by their texts
        self._long: list[tuple[int, int, dict[int, frozenset[str]]]] = []  # how many are named, which entry, and the texts by field
        tables: dict[tuple[int, ...], dict[Any, int]] = {}
        for at, match in enumerate(matches):
            named = dict(_named(match, same))
            if prod(map(len, named.values())) > COMBINATIONS:
                self._long.append((len(named), at, {f: frozenset(texts) for f, texts in named.items()}))
                continue
            table = tables.setdefault(tuple(named), {})
            for texts in product(*named.values()):
                table.setdefault(texts if len(texts) != 1 else texts[0], at)
        for fields, table in tables.items():
            if fields:
                self._kinds.append((len(fields), itemgetter(*fields), table))
        self._kinds.sort(key=lambda kind: -kind[0])

    def first(self, shown: Shown) -> int | None:
        """The position of the entry, None where none fits. `shown` has its flow id in the form in which two are compared."""
        most, best = 0, None
        for named, texts, table in self._kinds:
            if named < most:
                break
            at = table.get(texts(shown))
            if at is not None and (best is None or at < best):
                most, best = named, at
        for named, at, wanted in self._long:
            if (best is None or (-named, at) < (-most, best)) and all(shown[f] in of for f, of in wanted.items()):
                most, best = named, at
        return best


def _named(match: Match, same: Callable[[str], str]) -> Iterator[tuple[int, list[str]]]:
    """The fields that it names, by their number, with the texts of which one is enough."""
    for number, name in enumerate(FIELDS):
        said = getattr(match, name)
        if said:
            texts = [said] if isinstance(said, str) else said
            yield number, list(dict.fromkeys(map(same, texts) if name == "flow_id" else texts))
