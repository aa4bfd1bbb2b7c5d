"""Unpack what gzip, zlib and raw deflate hold, never more of it than one may have."""

import zlib
from typing import Final

_PIECE: Final = 16 * 1024  # bytes unpacked at a time, so that what stands before a broken place is kept
_MEMBERS: Final = 1000  # gzip files behind one another in one body
_SAMPLE: Final = 512  # bytes from which zlib is told
METHODS: Final = (b"x\x01", b"x^", b"x\x9c", b"x\xda")  # zlib's two bytes with a window of 32 KiB (RFC 1950 §2.2)


def is_gzip(data: bytes) -> bool:
    return data.startswith(b"\x1f\x8b")


def gunzip(data: bytes, limit: int) -> tuple[bytes, bool, bool]:
    """What a gzip file holds, at most `limit` bytes; whether it is whole as far as it was read; whether the limit cut it."""
    out = bytearray()
    at, members, member = 0, 1, zlib.decompressobj(wbits=31)
    while at < len(data):
        piece = data[at : at + _PIECE]
        try:
            out += member.decompress(piece, limit + 1 - len(out))
        except zlib.error:
            return bytes(out), False, False
        if len(out) > limit or members > _MEMBERS:
            del out[limit:]
            return bytes(out), True, True
        at += len(piece) - len(member.unused_data)
        if member.eof:
            at += _padding(data, at)
            if at < len(data):
                members, member = members + 1, zlib.decompressobj(wbits=31)
    return bytes(out), member.eof, False


def _padding(data: bytes, at: int) -> int:
    """Zero bytes may stand between and behind the members of a gzip file."""
    return len(data) - at if not data[at:].strip(b"\0") else 0


def is_packed(data: bytes) -> bool:
    """Begun as gzip, or as zlib and unpacked so far; `x^` alone is text."""
    if is_gzip(data):
        return True
    if not data.startswith(METHODS):
        return False
    try:
        return bool(zlib.decompressobj().decompress(data[:_SAMPLE], _SAMPLE))
    except zlib.error:
        return False


def unpack(data: bytes, limit: int) -> tuple[bytes, bool, bool]:
    """What gzip or zlib holds, as `gunzip` gives it."""
    if is_gzip(data):
        return gunzip(data, limit)
    return _inflated(zlib.decompressobj(), data, limit)


def inflate(data: bytes, limit: int) -> bytes | None:
    """What raw deflate holds (RFC 1951, in SAML's redirects); it has no mark, so only a whole one within the limit is taken for it."""
    out, whole, full = _inflated(zlib.decompressobj(-15), data, limit)
    return out if whole and not full else None


def _inflated(unpacker: "zlib._Decompress", data: bytes, limit: int) -> tuple[bytes, bool, bool]:
    out = bytearray()
    for at in range(0, len(data), _PIECE):
        try:
            out += unpacker.decompress(data[at : at + _PIECE], limit + 1 - len(out))
        except zlib.error:
            return bytes(out), False, False
        if len(out) > limit:
            del out[limit:]
            return bytes(out), True, True
        if unpacker.eof:
            break
    return bytes(out), unpacker.eof, False
