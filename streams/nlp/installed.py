"""Where a language model is on this machine, and which one it is. Nothing is fetched: what is missing is said, and how to get it."""

import hashlib
import importlib
import importlib.util
import json
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, Final, Literal

from schemas.model import canonical

Kind = Literal["spacy", "stanza", "transformers"]
LIBRARIES: Final[Mapping[Kind, tuple[str, ...]]] = {  # whose code decides what an engine finds; the first is what the engine needs
    "spacy": ("spacy", "thinc"),
    "stanza": ("stanza", "torch", "spacy"),
    "transformers": ("transformers", "torch", "spacy"),
}
_CHUNK: Final = 1 << 20


class Finder:
    """Finds the models of one engine, folders relative to `base`, and keeps what each is for the version."""

    def __init__(self, engine: Kind, base: Path) -> None:
        self.engine: Kind = engine
        self._base = base
        self._models: list[str] = []
        self.names: dict[str, str] = {}  # by language, as a finding's evidence says them

    def lacking(self) -> Iterator[str]:
        """What the engine itself needs and is not installed."""
        for library in LIBRARIES[self.engine]:
            if importlib.util.find_spec(library) is None:
                yield f"the engine {self.engine} needs {library}, which is not installed: pip install {library}"

    def find(self, kind: Kind, language: str, name: str) -> str | None:
        """What the engine calls the model by: a package's name, a folder, a language's code. None: it is not here."""
        folder = self._stanza(name) if kind == "stanza" else self._package(name) or self._folder(name)
        if folder is None or not folder.is_dir():
            return None
        called, version = _meta(folder)
        if kind == self.engine:
            self.names[language] = called or Path(name).name
        self._models.append(f"{language}={called or Path(name).name}/{version or '-'}#{digest(folder)[:12]}")
        return name if kind == "stanza" or self._package(name) else str(folder)

    def how(self, kind: Kind, name: str) -> str:
        """What to do about a model that is not here."""
        if kind == "stanza":
            return (
                f"Stanza has no models of the language {name} here: fetch them where there is a network (stanza.download({name!r})) "
                "and copy the folder to STANZA_RESOURCES_DIR"
            )
        if kind == "transformers":
            return f"{name} is no folder with a model in it: fetch the model where there is a network, and name the folder of its copy here"
        return (
            f"the spaCy model {name} is not installed: install its wheel (pip install {name}-VERSION-py3-none-any.whl) "
            "or name the folder of a pipeline that you trained"
        )

    def version(self, settings: Mapping[str, Any]) -> str:
        """Engine, libraries, models with their digests, and a digest of the settings: whatever decides what is found."""
        libraries = " ".join(f"{name}/{metadata.version(name)}" for name in LIBRARIES[self.engine])
        told = hashlib.sha256(canonical(_texts(settings))).hexdigest()[:12]
        return f"nlp/{self.engine} {libraries} {' '.join(self._models)} settings/{told}"

    def _package(self, name: str) -> Path | None:
        try:
            metadata.distribution(name)
        except (metadata.PackageNotFoundError, ValueError):
            return None
        spec = importlib.util.find_spec(name) if name.isidentifier() else None
        return Path(spec.origin).parent if spec and spec.origin else None

    def _folder(self, name: str) -> Path | None:
        folder = self._base / name
        return folder.resolve() if (folder / "config.cfg").is_file() or (folder / "config.json").is_file() else None

    @staticmethod
    def _stanza(name: str) -> Path | None:
        resources = Path(importlib.import_module("stanza.resources.common").DEFAULT_MODEL_DIR)
        return resources / name if name.isalpha() else None


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all that a folder holds, wherever it lies; compiled Python files left out. In hex."""
    state = hashlib.sha256()
    files = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    for name, path in sorted(files.items()):
        state.update(f"{len(name)} {name} {path.stat().st_size}\n".encode())
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                state.update(chunk)
    return state.hexdigest()


def _meta(folder: Path) -> tuple[str, str]:
    """Name and version that a pipeline gives itself; empty where it gives none. An installed one keeps them a folder further down."""
    for meta in sorted([folder / "meta.json", *folder.glob("*/meta.json")]):
        try:
            said = json.loads(meta.read_bytes())
        except (OSError, ValueError):
            continue
        if isinstance(said, dict):
            lang, name, version = (str(said.get(key) or "") for key in ("lang", "name", "version"))
            return "_".join(filter(None, (lang, name))) if name else "", version
    return "", ""


def _texts(value: Any) -> Any:
    """Figures as text: canonical JSON has no fractions."""
    if isinstance(value, Mapping):
        return {key: _texts(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_texts(each) for each in value]
    return repr(value) if isinstance(value, float) else value
