"""Reads a file that a reference names: a regular one below its root, whatever links lie on the way."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from streams.references.locate import REFUSED, Local, NotOpened

_DIRECTORY: Final = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC  # a pipe is not waited for


def read_file(local: Local, limit: int) -> bytes:
    """The file's bytes, at most `limit`. Raises NotOpened.

    (1) Links are resolved, and the result has to lie below the root; (2) that place is opened name by name without following any
    link, so that nobody can put one there in between; (3) what is open has to be a regular file.
    """
    try:
        root = local.root.resolve(strict=True)
        real = root.joinpath(*local.names).resolve(strict=True)
        if not real.is_relative_to(root) or real == root:
            raise NotOpened(REFUSED)
        with _opened(root, real.relative_to(root).parts) as file:
            status = os.fstat(file)
            if not stat.S_ISREG(status.st_mode):
                raise NotOpened(REFUSED)
            if status.st_size > limit:
                raise NotOpened("reference.too-large")
            with open(file, "rb", closefd=False) as reader:  # a descriptor has no path
                data = reader.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise NotOpened("reference.gone") from None
    except PermissionError:
        raise NotOpened("reference.denied") from None
    except RuntimeError:  # links that go round
        raise NotOpened(REFUSED) from None
    except (OSError, ValueError):
        raise NotOpened("reference.unavailable") from None
    if len(data) > limit:
        raise NotOpened("reference.too-large")
    return data


@contextlib.contextmanager
def _opened(root: Path, names: tuple[str, ...]) -> Iterator[int]:
    here = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for name in names[:-1]:
            below = os.open(name, _DIRECTORY, dir_fd=here)
            os.close(here)
            here = below
        file = os.open(names[-1], _FILE, dir_fd=here)
    finally:
        os.close(here)
    try:
        yield file
    finally:
        os.close(file)
