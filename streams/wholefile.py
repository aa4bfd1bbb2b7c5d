"""A file that appears whole or not at all, whoever reads it meanwhile and wherever a machine stops."""

import os
import tempfile
from pathlib import Path


def put(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Write it beside its place and move it there in one step; what was there before is replaced. Raises OSError."""
    handle, fresh = tempfile.mkstemp(prefix=".fresh-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).chmod(mode)
        Path(fresh).replace(path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
