"""Messages that come again: deliveries are at least once, and a message passes several taps. Their findings are remembered whole.

What each passage adds, an id and an instant of its own, makes no other message of it: where a path claims nothing of its value, one UUID
is as good as another, and an instant as another of its length. No rule looks further into them, and what stands beside does not ask
which they are.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Final

from streams.inspect.detect.bounded import Bounded
from streams.inspect.plain import plain
from streams.inspect.stamps import SHORTEST, STAMP
from streams.inspect.words import Finding, Leaf, Likeness, Message

REMEMBERED: Final = 2_048  # messages
LARGEST: Final = 8_192  # code points of a message's values and names together: at most some 40 MB in all
MOST: Final = 128  # leaves

Text = str | int  # an int stands for any stamp of a kind
First = tuple[str, int, Likeness | None, tuple[Text, ...]]
_rest: Final[Callable[[Leaf], object]] = attrgetter("place", "kind", "hints", "path")


@plain
class Told:
    """All that a message gave away but for its envelope's words, which the policy has a say in."""

    findings: tuple[Finding, ...]
    keys: Mapping[str, str]
    reasons: tuple[str, ...]


@plain
class Key:
    """`first` finds a message in memory, and its leaves tell whether it is the one: paths take long to hash, and are quick to compare.

    Of a body that is like one that was read before its likeness says all, and the leaves are those beside it.
    """

    first: First
    leaves: tuple[Leaf, ...]
    size: int  # code points of the values, or more


class Again:
    """`recall` and `keep`: a message is the same if its leaves are, and whatever else its findings rest on.

    It is compared as a whole, not by a digest: an answer is never another message's. `idle`: of a leaf and the document's type, whether
    its path by itself claims nothing of its value.
    """

    def __init__(self, idle: Callable[[Leaf, str], bool]) -> None:
        self._idle = idle
        self._like = Bounded[tuple[Likeness, str], bool](REMEMBERED)
        self._known = Bounded[First, tuple[tuple[Leaf, ...], Told]](REMEMBERED)

    def key(self, message: Message, candidates: int) -> Key | None:
        """None for a message that is too large to be kept, or has files in it."""
        leaves, like = message.leaves, message.likeness
        if len(leaves) > MOST or message.attachments:
            return None
        kind = message.envelope.document_type
        root = kind.text if kind else ""
        if like is not None and self._may_be_like(leaves, like, root):
            beside = leaves[like.count :]
            return self._key(beside, like, root, candidates, like.size + sum([len(leaf.text) for leaf in beside]))
        return self._key(leaves, None, root, candidates, sum([len(leaf.text) for leaf in leaves]))

    def _key(self, leaves: tuple[Leaf, ...], like: Likeness | None, root: str, candidates: int, size: int) -> Key | None:
        if size > LARGEST:
            return None
        even = self._even
        texts = [text if len(text := leaf.text) < SHORTEST or (text[10] != "T" and text[8] != "-") else even(leaf, root) for leaf in leaves]
        return Key((root, candidates, like, tuple(texts)), leaves, size)

    def _may_be_like(self, leaves: tuple[Leaf, ...], like: Likeness, root: str) -> bool:
        """Whether the stamps of such bodies stand where any other might: of all of them, or of none."""
        told = self._like.get((like, root))
        if told is None:
            told = all(self._idle(leaves[at], root) for at in like.stamps)
            self._like.put((like, root), told)
        return told

    def _even(self, leaf: Leaf, root: str) -> Text:
        """1 for a UUID that is as good as any other, its length for such an instant; else the text."""
        stamp = STAMP.fullmatch(leaf.text)
        if stamp is None or leaf.hints or not self._idle(leaf, root):
            return leaf.text
        return len(leaf.text) if stamp[1] is None else leaf.text if leaf.text.upper() == leaf.text else 1

    def recall(self, key: Key | None) -> Told | None:
        known = self._known.get(key.first) if key is not None else None
        return known[1] if known is not None and key is not None and _alike(known[0], key.leaves) else None

    def keep(self, key: Key, told: Told, names: int) -> None:
        """`names`: code points of the names on the way to its leaves, each counted for each leaf."""
        if names + key.size <= LARGEST:
            self._known.put(key.first, (key.leaves, told))


def _alike(some: tuple[Leaf, ...], others: tuple[Leaf, ...]) -> bool:
    """All but their texts."""
    return [*map(_rest, some)] == [*map(_rest, others)] and _beside(some) == _beside(others)


def _beside(leaves: tuple[Leaf, ...]) -> list[type | None]:
    """Of what the paths of leaves beside the body begin with: a header's name equals a key's."""
    return [type(leaf.path[0]) if leaf.path else None for leaf in leaves if leaf.place != "body"]
