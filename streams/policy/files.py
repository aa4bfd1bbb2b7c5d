"""The YAML files of a policies folder as bytes: one look at them, told apart by a digest, kept, and laid out again for a reader."""

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Self

from schemas.model import SporError
from streams import wholefile
from streams.policy.load import MAX_FILES, paths
from streams.policy.problems import PolicyError, Problem
from streams.policy.read import Read, read
from streams.policy.yaml import MAX_BYTES

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the zip format's first day: the same files give the same archive


class NotKept(SporError):
    """Kept policies that cannot be read back or written."""


@dataclass(frozen=True, slots=True)
class Files:
    """Each file's bytes by its path below the folder, in the order that they are read in. A file that is too large is cut there."""

    held: Mapping[str, bytes]
    digest: str

    @classmethod
    def made(cls, held: Mapping[str, bytes]) -> Self:
        said = (b"%s\0%s" % (name.encode(), hashlib.sha256(data).digest()) for name, data in held.items())
        return cls(held, "sha256:" + hashlib.sha256(b"".join(said)).hexdigest())

    @classmethod
    def of(cls, folder: Path) -> Self:
        """What stands in the folder now. Raises PolicyError where it is not there, or not all of it can be read."""
        if not folder.is_dir():
            raise PolicyError([Problem(str(folder), 0, "is no folder, or is not there")])
        found = paths(folder)
        if len(found) > MAX_FILES:
            raise PolicyError([Problem(str(folder), 0, f"holds {len(found)} YAML files, more than {MAX_FILES}; is this the right folder?")])
        held = {}
        for path in found:
            name = path.relative_to(folder).as_posix()
            if not name.isprintable():  # nor is a name that is no UTF-8
                raise PolicyError([Problem(str(folder), 0, "holds a file whose name cannot be printed; rename it")])
            try:
                with path.open("rb") as file:
                    held[name] = file.read(MAX_BYTES + 1)
            except OSError as bad:
                raise PolicyError([Problem(str(path), 0, f"cannot be read: {bad.strerror}")]) from None
        return cls.made(held)

    def read(self, folder: Path) -> Read:
        """All that they hold; problems call them by their place in `folder`."""
        into = Read()
        for name, data in self.held.items():
            read(data, str(folder / name), into)
        return into

    @contextmanager
    def laid_out(self) -> Iterator[Path]:
        """A folder with these files, for as long as it takes somebody to read them."""
        with tempfile.TemporaryDirectory(prefix="spor-policies-", ignore_cleanup_errors=True) as made:
            folder = Path(made)
            for name, data in self.held.items():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            yield folder

    def keep(self, path: Path) -> None:
        """Write them as one archive, which replaces the one before in one step. Raises NotKept."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.held.items():
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
        try:
            wholefile.put(path, packed.getvalue())
        except OSError as bad:
            raise NotKept(
                f"{path}: the policies in force cannot be kept there ({bad.strerror}); mend the folder's rights or its space"
            ) from None

    @classmethod
    def kept(cls, path: Path) -> Self:
        """What was kept there. Raises NotKept."""
        held = {}
        try:
            with zipfile.ZipFile(path) as archive:
                infos = archive.infolist()
                if len(infos) > MAX_FILES:
                    raise NotKept(f"{path}: holds more than {MAX_FILES} files")
                for info in infos:
                    with archive.open(info) as file:
                        held[_below(info.filename, path)] = file.read(MAX_BYTES + 1)
        except OSError as bad:
            raise NotKept(f"{path}: no policies are kept there ({bad.strerror})") from None
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, ValueError):
            raise NotKept(f"{path}: is no archive of kept policies; remove it, a worker writes it anew") from None
        return cls.made(held)


def _below(name: str, path: Path) -> str:
    """The name, if it stays below the folder that it is laid out in."""
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or not parts.parts:
        raise NotKept(f"{path}: names a file outside the folder; remove it, a worker writes it anew")
    return name
