"""A folder of schemas: what a person put there, and what a worker fetched and keeps.

    ids/7.avsc  ids/7.proto  ids/7.desc  ids/7.json   by the number that records name (.desc: a FileDescriptorSet; .json: a JSON
                                                      Schema, or a registry's own answer as it stands)
    guids/<guid>.avsc  …                              by GUID, in lower case
    subjects/<subject>/<version>.avsc  …              what a registry's answer refers to by subject and version
    references/<name>                                 what a plain file refers to by name: `common/address.proto`, `com.acme.Address.avsc`
    objects/<sha256>.json                             what a worker keeps, whole, under its digest; ids and guids point to it

Files appear whole or not at all, so that workers may share a folder. Nothing in it is ever run.
"""

import base64
import stat
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

import orjson
import structlog

from schemas.model import SporError, canonical
from schemas.words import SchemaType
from streams import wholefile
from streams.inspect.words import Schema
from streams.schemastore import made

LARGEST_FOLDER: Final = 1024**3  # bytes that a worker fills it with
_TYPES: Final = MappingProxyType[str, SchemaType]({".avsc": "AVRO", ".proto": "PROTOBUF", ".desc": "PROTOBUF", ".json": "JSON"})
_OWNER: Final = "registry.json"
_MODE: Final = 0o644
log: Final = structlog.get_logger("spor.schemas")


class SchemaFolderError(SporError):
    """A folder of schemas cannot be used."""


class Folder:
    """`get` what is there; `put` what was fetched. Reading never raises: what cannot be read is not there, and said."""

    def __init__(self, root: Path, largest: int = LARGEST_FOLDER) -> None:
        self._root = root
        self._largest = largest
        self._size: int | None = None

    def get(self, name: str) -> Schema | None:
        """The schema of a number or GUID."""
        kind = "ids" if name.isdecimal() else "guids"
        found = self._file(self._root / kind, name)
        if found is None:
            return None
        try:
            return self._schema(name, *found)
        except (OSError, ValueError, KeyError, TypeError, _Unusable):
            log.warning("schema.unreadable", file=found[0].name, folder=kind)
            return None

    def put(self, schema: Schema) -> None:
        """Keep a schema that was fetched. Raises SchemaFolderError where that cannot be done."""
        data = made.written(schema)
        kind = "ids" if schema.id.isdecimal() else "guids"
        pointer = canonical({"object": schema.digest, "subjects": list(schema.subjects)})
        self._grow(len(data) + len(pointer))
        try:
            _write(self._root / "objects" / f"{schema.digest}.json", data)
            _write(self._root / kind / f"{schema.id}.json", pointer)
        except OSError as wrong:
            raise SchemaFolderError(f"{self._root}: a schema cannot be kept ({wrong.strerror}); make room or mend its rights") from None

    def claim(self, registry: str) -> None:
        """Say whose schemas the folder holds; numbers mean something in one registry only. Raises SchemaFolderError."""
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            owner = self._root / _OWNER
            if not owner.exists():
                _write(owner, canonical({"registry": registry}))
            holds = orjson.loads(owner.read_bytes())
        except (OSError, orjson.JSONDecodeError):
            raise SchemaFolderError(f"{self._root}: cannot be read and written; check --schemas and its rights") from None
        if holds != {"registry": registry}:
            raise SchemaFolderError(f"{self._root}: holds the schemas of another registry; give each registry a folder of its own")

    def _schema(self, name: str, path: Path, data: bytes) -> Schema:
        answer = _answer(path, data)
        if answer is None:
            kind = _TYPES[path.suffix]
            text = base64.b64encode(data).decode() if path.suffix == ".desc" else data.decode()
            return made.schema(name, kind, text, self._by_name(text, {}, 0).items())
        if "object" in answer:
            digest = str(answer["object"])
            kept = made.read(name, _bytes(self._root / "objects" / f"{_safe(digest)}.json"), digest, answer["subjects"])
            if kept is None:
                raise _Unusable
            return kept
        subjects = [answer["subject"]] if "subject" in answer else []
        references: dict[str, str] = {}
        self._by_subject(answer, references, 0)
        kind = made.type_of(answer.get("schemaType")) or _unusable()
        return made.schema(name, kind, answer["schema"], references.items(), subjects)

    def _by_subject(self, answer: dict[str, Any], found: dict[str, str], depth: int) -> None:
        """What a registry's answer refers to, what is needed first standing first."""
        for reference in answer.get("references") or ():
            name = str(reference["name"])
            if name in found:
                continue
            _bounded(found, depth)
            there = self._file(self._root / "subjects" / _safe(reference["subject"]), str(int(reference["version"])))
            if there is None:
                raise _Unusable
            inner = _answer(*there)
            if inner is not None:
                self._by_subject(inner, found, depth + 1)
            found[name] = there[1].decode() if inner is None else inner["schema"]

    def _by_name(self, text: str, found: dict[str, str], depth: int) -> dict[str, str]:
        """The files under `references` whose name stands in the text between quotes; an Avro type's without its ending."""
        for name, path in self._references():
            if name not in found and (f'"{name}"' in text or f"'{name}'" in text):
                _bounded(found, depth)
                inner = _bytes(path).decode()
                found[name] = ""  # so that files may name one another
                self._by_name(inner, found, depth + 1)
                del found[name]
                found[name] = inner
        return found

    def _references(self) -> Iterator[tuple[str, Path]]:
        root = self._root / "references"
        for path in sorted(root.rglob("*")):
            if path.is_file():
                yield path.relative_to(root).as_posix().removesuffix(".avsc"), path

    def _file(self, folder: Path, name: str) -> tuple[Path, bytes] | None:
        for suffix in _TYPES:
            path = folder / f"{name}{suffix}"
            try:
                return path, _bytes(path)
            except FileNotFoundError:
                continue
            except (OSError, _Unusable):
                log.warning("schema.unreadable", file=path.name, folder=folder.name)
        return None

    def _grow(self, size: int) -> None:
        if self._size is None:
            self._size = sum(_size(path) for path in self._root.rglob("*"))
        self._size += size
        if self._size > self._largest:
            raise SchemaFolderError(f"{self._root}: holds {self._largest} bytes of schemas, which is all it may; give another --schemas")


class _Unusable(Exception):
    """A schema that is there and cannot be used."""


def _unusable() -> SchemaType:
    raise _Unusable


def _bounded(found: dict[str, str], depth: int) -> None:
    if depth >= made.DEEPEST_REFERENCES or len(found) >= made.MOST_REFERENCES or sum(map(len, found.values())) > made.LARGEST_WHOLE:
        raise _Unusable


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(made.LARGEST_WHOLE + 1)
    if len(data) > made.LARGEST_WHOLE:
        raise _Unusable
    return data


def _size(path: Path) -> int:
    """Bytes of a file; 0 for a folder, and for what another worker is just putting in its place."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0


def _answer(path: Path, data: bytes) -> dict[str, Any] | None:
    """A registry's answer, or what points to an object; None for a schema that stands in the file itself."""
    if path.suffix != ".json":
        return None
    answer = orjson.loads(data)
    told = isinstance(answer, dict) and (isinstance(answer.get("schema"), str) or "object" in answer)
    return answer if told else None


def _safe(name: Any) -> str:
    """A name as one part of a path, whatever it holds."""
    return quote(str(name), safe=" ").replace("..", "%2E%2E") or "%"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    wholefile.put(path, data, _MODE)
