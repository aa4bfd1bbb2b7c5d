"""Read delimited text (CSV in all its dialects): a leaf for every cell that is not empty, under its row and its column's name."""

from schemas.words import Place
from streams.inspect.decode.cells import declared
from streams.inspect.decode.leaves import Leaves
from streams.inspect.words import Path


def read_table(text: str, leaves: Leaves, place: Place, path: Path) -> bool:
    """Put the table's cells, and what stands in front of it (a title) as text at `path`. False where there is not one row."""
    table = declared(text)
    if table is None:
        return False
    leaves.document(place, path, table)
    return True
