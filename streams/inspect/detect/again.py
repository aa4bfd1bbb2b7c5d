"""Messages that come again: deliveries are at least once, and a message passes several taps. Their findings are remembered whole."""

from collections.abc import Mapping
from typing import Final

from streams.inspect.detect.bounded import Bounded
from streams.inspect.plain import plain
from streams.inspect.words import Finding, Message

REMEMBERED: Final = 2_048  # messages
LARGEST: Final = 8_192  # code points of a message's values and names together: at most some 40 MB in all
MOST: Final = 128  # leaves

Key = tuple[str, int, tuple[str, ...], tuple[object, ...]]  # the values apart, all else of the leaves behind them


@plain
class Told:
    """All that a message gave away but for its envelope's words, which the policy has a say in."""

    findings: tuple[Finding, ...]
    keys: Mapping[str, str]
    reasons: tuple[str, ...]


class Again:
    """`recall` and `keep`: a message is the same if its leaves are, and whatever else its findings rest on.

    It is compared as a whole, not by a digest: an answer is never another message's.
    """

    def __init__(self) -> None:
        self._known = Bounded[Key, Told](REMEMBERED)

    def key(self, message: Message, candidates: int) -> Key | None:
        """None for a message that is too large to be kept, or has files in it."""
        if len(message.leaves) > MOST or message.attachments:
            return None
        kind = message.envelope.document_type
        texts = tuple([leaf.text for leaf in message.leaves])
        roots = [type(leaf.path[0]) if leaf.path else None for leaf in message.leaves]  # a header's name equals a key's
        rest = [(leaf.place, leaf.path, leaf.kind, leaf.hints, root) for leaf, root in zip(message.leaves, roots, strict=True)]
        return kind.text if kind else "", candidates, texts, tuple(rest)

    def recall(self, key: Key | None) -> Told | None:
        return self._known.get(key) if key is not None else None

    def keep(self, key: Key, told: Told, names: int) -> None:
        """`names`: code points of the names on the way to its leaves, each counted for each leaf."""
        values = sum(map(len, key[2]))
        if names + values <= LARGEST:
            self._known.put(key, told)
