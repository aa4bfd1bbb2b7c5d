"""The readers of text formats other than JSON: each puts a format's values into the leaves, field by field."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from schemas.words import Place
from streams.inspect.decode.edifact import read_edifact
from streams.inspect.decode.form import read_form
from streams.inspect.decode.formats import TextFormat
from streams.inspect.decode.html import read_html
from streams.inspect.decode.leaves import Leaves
from streams.inspect.decode.sie import read_sie
from streams.inspect.decode.table import read_table
from streams.inspect.decode.xml import read_xml
from streams.inspect.words import Path

Reader = Callable[[str, Leaves, Place, Path], bool]
"""`(text, leaves, place, path)`: whether the text was of this format after all; if not, nothing has been put. What of it could not be
read goes to `leaves.reasons`. `path` is where the document stands; its own `Syntax` segment comes first behind it."""

READERS: Final[Mapping[TextFormat, Reader]] = MappingProxyType(
    {
        "xml": read_xml,
        "html": read_html,
        "csv": read_table,
        "edifact": read_edifact,
        "form": read_form,
        "fields": read_sie,
    }
)
