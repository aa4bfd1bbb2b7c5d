"""`spor bridge` that is killed between the N-th call's acknowledgement and its answer: `python -m tests.bridge.dying N bridge …`."""

import os
import signal
import sys
from collections.abc import Sequence

from streams.bridge.writer import Writer
from streams.cli.main import main
from streams.tap.delivery import Record


def install(calls: int) -> None:
    acknowledged = 0
    write = Writer.write

    async def fatal(self: Writer, records: Sequence[Record]) -> None:
        nonlocal acknowledged
        await write(self, records)
        acknowledged += 1
        if acknowledged >= calls:
            os.kill(os.getpid(), signal.SIGKILL)

    Writer.write = fatal  # type: ignore[method-assign]  # what this program is for


if __name__ == "__main__":
    install(int(sys.argv.pop(1)))
    main()
