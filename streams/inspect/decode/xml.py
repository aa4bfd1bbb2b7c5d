"""Put an XML body's values into the leaves: texts, attributes, comments, instructions, each at its element's path."""

from schemas.words import Place
from streams.inspect.decode.leaves import Leaves
from streams.inspect.words import Path


def read_xml(text: str, leaves: Leaves, place: Place, path: Path) -> bool:
    """Always true: what is declared or begun as XML and is not well formed has its reason, and is one leaf, as it stands."""
    elements = leaves.open.xml(text, cut=leaves.cut)
    if elements.valid:
        leaves.document(place, path, elements)
        return True
    leaves.reasons.update(elements.reasons or ("xml.invalid",))
    leaves.put(place, path, text)
    return True
