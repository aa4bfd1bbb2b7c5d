"""The live stream: one picture for all pages, the newest always, heartbeats between, and an end when the server stops."""

import asyncio
from collections.abc import AsyncIterator

import orjson

from streams.dashboard.hub import Hub


async def _next(stream: AsyncIterator[bytes]) -> bytes:
    async with asyncio.timeout(5):
        return await anext(stream)


def _numbered(event: bytes) -> int:
    """The `n` of a picture."""
    lines = event.decode().rstrip("\n").split("\n")
    assert lines[0] == "event: overview"
    return int(orjson.loads(lines[2].removeprefix("data: "))["n"])


class Painter:
    def __init__(self) -> None:
        self.painted = 0

    def __call__(self) -> dict[str, int]:
        self.painted += 1
        return {"n": self.painted}


async def test_a_page_gets_the_picture_at_once_and_again_after_each_change() -> None:
    hub = Hub(Painter(), pace_s=0)
    stream = hub.stream()
    assert (await _next(stream)).startswith(b"retry: ")
    assert _numbered(await _next(stream)) == 1
    hub.changed()
    assert _numbered(await _next(stream)) == 2
    await stream.aclose()  # type: ignore[attr-defined]  # an async generator


async def test_a_page_that_falls_behind_gets_only_the_newest() -> None:
    hub = Hub(Painter(), pace_s=0)
    stream = hub.stream()
    await _next(stream)
    await _next(stream)
    for _ in range(100):
        hub.changed()
    assert _numbered(await _next(stream)) == 2
    waiting = asyncio.ensure_future(anext(stream))
    await asyncio.sleep(0)
    assert not waiting.done()
    hub.changed()
    assert _numbered(await waiting) == 3


async def test_many_pages_share_one_picture() -> None:
    painter = Painter()
    hub = Hub(painter, pace_s=0)
    pages = [hub.stream() for _ in range(20)]
    for page in pages:
        await _next(page)
    events = await asyncio.gather(*(_next(page) for page in pages))
    assert len(set(events)) == 1
    assert painter.painted == 1
    assert hub.pages == 20
    for page in pages:
        await page.aclose()  # type: ignore[attr-defined]  # an async generator
    assert hub.pages == 0


async def test_silence_is_filled_with_heartbeats() -> None:
    hub = Hub(Painter(), pace_s=0, heartbeat_s=0.01)
    stream = hub.stream()
    await _next(stream)
    await _next(stream)
    assert (await _next(stream)).startswith(b":")
    assert (await _next(stream)).startswith(b":")


async def test_closing_ends_every_stream() -> None:
    hub = Hub(Painter(), pace_s=0)
    stream = hub.stream()
    await _next(stream)
    await _next(stream)
    waiting = asyncio.ensure_future(anext(stream, b"ended"))
    await asyncio.sleep(0)
    hub.close()
    assert await asyncio.wait_for(waiting, 5) == b"ended"


async def test_a_painter_that_fails_once_is_asked_again() -> None:
    painter = Painter()

    def fails_first() -> dict[str, int]:
        picture = painter()
        if painter.painted == 1:
            raise OSError("the disk is away")
        return picture

    hub = Hub(fails_first)
    try:
        await hub.picture()
    except OSError:
        failed = True
    assert failed
    assert (await hub.picture())[1] == {"n": 2}
