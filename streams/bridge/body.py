"""Read a call's body within its bounds, and unpack it where it is packed."""

import asyncio
import zlib
from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Final

from starlette.requests import ClientDisconnect

from streams.bridge.refusal import Refused, too_large

READ_S: Final = 30.0  # a caller that takes longer for its body is cut off
_GZIP: Final = 16 + zlib.MAX_WBITS
_MOST_MEMBERS: Final = 1000  # gzip files behind one another


async def read(stream: AsyncIterator[bytes], limit: int, declared: int | None, patience_s: float = READ_S) -> bytes:
    """The body, byte for byte. Raises Refused: 413 above `limit`, 408 when it does not come, 400 when the caller leaves."""
    if declared is not None and declared > limit:
        raise too_large("the body", limit)
    chunks, size = [], 0
    try:
        async with asyncio.timeout(patience_s):
            async for chunk in stream:
                size += len(chunk)
                if size > limit:
                    raise too_large("the body", limit)
                chunks.append(chunk)
    except TimeoutError:
        raise Refused(HTTPStatus.REQUEST_TIMEOUT, "slow", f"the body did not come within {patience_s:.0f} s") from None
    except ClientDisconnect:
        raise Refused(HTTPStatus.BAD_REQUEST, "gone", "the caller left before its body was whole") from None
    return b"".join(chunks)


def is_packed(encoding: str | None) -> bool:
    """Whether Content-Encoding says gzip. Raises Refused (415) for an encoding that is not unpacked here."""
    told = (encoding or "identity").strip().lower()
    if told in ("gzip", "x-gzip"):
        return True
    if told in ("identity", ""):
        return False
    detail = "this Content-Encoding is not unpacked; send gzip, or none"
    raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "encoding", detail, {"Accept-Encoding": "gzip"})


def unpacked(data: bytes, limit: int) -> bytes | None:
    """What a gzip body holds; None where it is broken. Raises Refused (413) as soon as it passes `limit` bytes."""
    out: list[bytes] = []
    room = limit
    for _ in range(_MOST_MEMBERS):
        member = zlib.decompressobj(_GZIP)
        try:
            piece = member.decompress(data, room + 1)
        except zlib.error:
            return None
        if len(piece) > room:
            raise too_large("the unpacked body", limit)
        if not member.eof:
            return None
        out.append(piece)
        room -= len(piece)
        data = member.unused_data
        if not data.strip(b"\0"):
            return b"".join(out)
    return None
