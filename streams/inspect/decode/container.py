"""Read an Avro object container file: a row per record, by the schema that stands in the file."""

from streams.inspect.decode.leaves import Leaves
from streams.inspect.encoded.avro_file import MAGIC, read_file
from streams.inspect.words import Line


def is_container(data: bytes) -> bool:
    return data.startswith(MAGIC)


def read_container(data: bytes, leaves: Leaves) -> bool:
    """Put the records into `leaves`, each at its number; whether any was read."""
    file = read_file(data, 2 * leaves.budget.bytes)
    if file.schema is not None:
        leaves.schemas.append(file.schema)
    read = False
    for number, row in enumerate(file.rows):
        leaves.tree("body", (Line(number),), row)
        read = True
        if leaves.spent:
            break
    leaves.reasons |= file.reasons
    return read or not file.reasons
