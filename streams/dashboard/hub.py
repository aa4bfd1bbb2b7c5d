"""One picture of the read model for all open pages: made when something changed and somebody looks, at most twice a second."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any, Final

import orjson

PACE_S: Final = 0.5  # between two pictures
HEARTBEAT_S: Final = 15.0  # a comment line that keeps proxies and the browser from giving the stream up
RETRY_MS: Final = 2_000  # what the browser waits before it connects again
PAGES: Final = 64  # open streams at most

Picture = dict[str, Any]


class Hub:
    """Pages subscribe; the consumer calls `changed`. A page that falls behind gets the newest picture, never a queue of old ones."""

    def __init__(self, paint: Callable[[], Picture], pace_s: float = PACE_S, heartbeat_s: float = HEARTBEAT_S) -> None:
        self._paint, self._pace_s, self._heartbeat_s = paint, pace_s, heartbeat_s
        self._version = 1  # counts changes
        self._painted = 0  # the version that the picture shows
        self._picture: Picture = {}
        self._one_painter = asyncio.Lock()
        self._news = asyncio.Event()  # replaced at each change
        self._closed = False
        self.pages = 0

    def changed(self) -> None:
        self._version += 1
        news, self._news = self._news, asyncio.Event()
        news.set()

    def close(self) -> None:
        """Ends every stream, so that a server can stop."""
        self._closed = True
        self.changed()

    async def picture(self) -> tuple[int, Picture]:
        """The newest picture and its number; painted in a thread, once for all who ask at the same time."""
        async with self._one_painter:
            if self._painted < self._version:
                version = self._version
                self._picture = await asyncio.to_thread(self._paint)
                self._painted = version
            return self._painted, self._picture

    async def stream(self) -> AsyncIterator[bytes]:
        """Server-sent events: the whole picture at first and after each change, heartbeats between. Ends at `close`."""
        self.pages += 1
        try:
            shown = 0
            yield f"retry: {RETRY_MS}\n\n".encode()
            while not self._closed:
                news = self._news
                if shown < self._version:
                    shown, picture = await self.picture()
                    yield b"event: overview\nid: %d\ndata: %b\n\n" % (shown, orjson.dumps(picture))
                    await asyncio.sleep(self._pace_s)
                    continue
                try:
                    await asyncio.wait_for(news.wait(), self._heartbeat_s)
                except TimeoutError:
                    yield b": still here\n\n"
        finally:
            self.pages -= 1
