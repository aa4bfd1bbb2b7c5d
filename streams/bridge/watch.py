"""Notice that files have changed, also where they are replaced under a link, as mounted secrets are."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

Mark = tuple[tuple[str, int, int, int], ...]


class Watch:
    """Calls `changed` when one of `files` is another one than at the last look. The list itself may change."""

    def __init__(self, files: Callable[[], Iterable[Path]], changed: Callable[[], Awaitable[object]]) -> None:
        self._files, self._changed = files, changed
        self._last = mark(files())

    async def run(self, pause_s: float) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(pause_s)
            await self.look()

    async def look(self) -> bool:
        """Whether something had changed. A file that is away for the moment is no change: it is being replaced."""
        now = await asyncio.to_thread(mark, list(self._files()))
        if now == self._last:
            return False
        self._last = now
        await self._changed()
        self._last = await asyncio.to_thread(mark, list(self._files()))
        return True


def mark(files: Iterable[Path]) -> Mark:
    """What tells these files from others under the same names."""
    found = []
    for path in files:
        try:
            state = path.stat()
        except OSError:
            found.append((str(path), 0, 0, 0))
        else:
            found.append((str(path), state.st_ino, state.st_mtime_ns, state.st_size))
    return tuple(found)
