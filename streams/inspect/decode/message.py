"""Decode an envelope to its leaves: (place, path, text) for every value of the body and of what stands beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from schemas.reasons import REASONS
from schemas.words import Scanned
from streams.inspect.decode.body import read_body
from streams.inspect.decode.leaves import Leaves
from streams.inspect.decode.outline import Outlines, outlined
from streams.inspect.jsontree import Pairs
from streams.inspect.words import Budget, Envelope, Leaf, Likeness, Message

_MANY: Final = 10_000  # leaves from which what they were read from, a tree twice their size, is given back
_OUTLINES: Final = Outlines()


def decode(envelope: Envelope, budget: Budget) -> Message:
    """The message's leaves, body first; what could not be read is in `reasons`, and `scanned` is the word for it.

    What stands beside the body is read first, so that no body however large keeps file names and keys from being scanned.
    """
    leaves = _beside(envelope.beside, budget)
    beside = leaves.take()
    if len(beside) > _MANY:
        envelope = replace(envelope, beside=())
    outline = outlined(envelope.body, budget)
    count, size = leaves.room()
    known = _OUTLINES.recall(outline, count, size) if outline is not None else None
    likeness: Likeness | None
    if known is not None:
        (found, likeness), read = known, True
    else:
        read = read_body(envelope.body, leaves, glued=envelope.platform == "connxio")
        found = leaves.take()
        likeness = _OUTLINES.keep(outline, found, size - leaves.room()[1]) if outline is not None and leaves.whole() else None
    if leaves.schemas:
        envelope = replace(envelope, schemas=(*envelope.schemas, *leaves.schemas))
    reasons = leaves.reasons.union(leaves.open.reasons, envelope.reasons)
    if len(found) > _MANY and envelope.body.tree is not None:
        envelope = replace(envelope, body=replace(envelope.body, tree=Pairs()))
    said = tuple(sorted(reasons))
    return Message(envelope, found + beside, _scanned(reasons, read=read), said, tuple(leaves.attachments), likeness=likeness)


def _beside(beside: Sequence[Leaf], budget: Budget) -> Leaves:
    """All at once where the budget lasts, and no schema says anything of them."""
    leaves = Leaves(budget)
    if all(type(leaf.text) is str and not leaf.hints for leaf in beside):
        leaves.several(beside)
        if not leaves.spent:
            return leaves
        leaves = Leaves(budget)
    for leaf in beside:
        leaves.value(leaf.place, leaf.path, leaf.text, leaf.kind)
    return leaves


def _scanned(reasons: Iterable[str], *, read: bool) -> Scanned:
    """`partial` if some of the body was read, another word only if none was."""
    words = {REASONS[reason].scanned for reason in reasons} - {None}
    if not words:
        return "full"
    if not read:
        for word in ("undecodable", "opaque", "reference"):
            if word in words:
                return word
    return "partial"
