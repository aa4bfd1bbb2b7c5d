"""Put a UN/EDIFACT body's values into the leaves: a leaf for every component that is not blank, under its segment's tag and number."""

from schemas.words import Place
from streams.inspect.decode.interchange import read
from streams.inspect.decode.leaves import Leaves
from streams.inspect.words import Path


def read_edifact(text: str, leaves: Leaves, place: Place, path: Path) -> bool:
    """Always true: what is declared or begun as EDIFACT and is not well formed has its reason, and is a text where it is no segment."""
    leaves.document(place, path, read(text, leaves.budget.leaves, cut=leaves.cut))
    return True
