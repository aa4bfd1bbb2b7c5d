"""Load policies: the shipped packs and a folder of the user's own, read, checked as a whole and compiled."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Final

from streams.inspect.tag.policy import Policy, compiled
from streams.policy.check import errors
from streams.policy.problems import PolicyError, Problem
from streams.policy.read import Read, read_file
from streams.policy.zones import zone

MAX_FILES: Final = 5_000
_YAML: Final = frozenset({".yaml", ".yml"})


def load(directory: Path | None) -> Policy:
    """The shipped packs plus a folder's. A folder replaces all shipped versions of a pack id that it holds. Raises PolicyError."""
    with no_collection():
        return policy_of(gather(directory))


def policy_of(read: Read) -> Policy:
    """What was read, checked as a whole and compiled. Raises PolicyError."""
    wrong = errors(read)
    if wrong:
        raise PolicyError(wrong)
    packs = [found.value for found in read.packs]
    zones = {name: tz for name in {pack.timezone for pack in packs} if (tz := zone(name)) is not None}
    return compiled(packs, [f.value for f in read.flows], [s.value for s in read.stores], zones)


@contextmanager
def no_collection() -> Iterator[None]:
    """Reading makes many objects and no cycles: the collector would look through them over and over, half of the time spent."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def gather(directory: Path | None) -> Read:
    """All files that count, read and not yet checked together. Problems stand in the result."""
    return with_shipped(read_folder(directory) if directory is not None else Read())


def with_shipped(own: Read) -> Read:
    """A folder's own policies, and the shipped packs that they do not replace."""
    shipped = read_folder(shipped_packs())
    held = {found.value.pack for found in own.packs}
    return Read(
        packs=[found for found in shipped.packs if found.value.pack not in held] + own.packs,
        flows=own.flows,
        stores=own.stores,
        problems=shipped.problems + own.problems,
    )


def read_folder(folder: Path) -> Read:
    """Every YAML file below a folder, in order of its path; hidden files and folders are left aside."""
    read = Read()
    files = paths(folder)
    if len(files) > MAX_FILES:
        read.problems.append(Problem(str(folder), 0, f"holds {len(files)} YAML files, more than {MAX_FILES}; is this the right folder?"))
        return read
    for path in files:
        read_file(path, str(path), read)
    return read


def paths(folder: Path) -> list[Path]:
    """Its YAML files, in the order in which they are read."""
    return sorted(p for p in folder.rglob("*") if p.suffix in _YAML and p.is_file() and not _hidden(p.relative_to(folder)))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def shipped_packs() -> Path:
    """The packs that every policy starts from."""
    return _shipped("packs")


def demo_policies() -> Path:
    """Packs and registry of the demo's invented controllers: in force only where they are given as the folder."""
    return _shipped("demo")


def _shipped(folder: str) -> Path:
    """Inside the installed package, else beside it in a checkout."""
    package = Path(str(resources.files("streams")))
    inside = package / "policies" / folder
    return inside if inside.is_dir() else package.parent / "policies" / folder
