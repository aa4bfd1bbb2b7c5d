"""Numbers of any length in bytes, for records and schemas that are written by hand."""


def varint(number: int) -> bytes:
    """A whole number as Protobuf and Avro write it, seven bits a byte."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*out, number))
