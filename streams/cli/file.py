"""`spor.toml`: what flags and `SPOR_…` variables leave open. Top-level keys hold for every command, `[command]` tables for one."""

import difflib
import tomllib
from pathlib import Path
from typing import Any

from schemas.model import SporError


class SettingsFileError(SporError):
    """`spor.toml` cannot be read or names something that no command has."""


def default_map(path: Path, root: Any) -> dict[str, Any]:
    """Click's default map: `{command: {parameter: value}}`. A missing file gives none. Raises SettingsFileError."""
    if not path.is_file():
        return {}
    try:
        settings = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise SettingsFileError(f"{path}: not readable as TOML ({wrong}); mend it or move it away") from None
    return _spread(settings, root, path)


def _spread(settings: dict[str, Any], group: Any, path: Path) -> dict[str, Any]:
    commands = group.commands
    known = {p.name for c in _leaves(group) for p in c.params if p.name}
    common: dict[str, Any] = {}
    tables: dict[str, dict[str, Any]] = {}
    for key, value in settings.items():
        name = key.replace("-", "_")
        if isinstance(value, dict) and key in commands:
            tables[key] = value
        elif name in known:
            common[name] = value
        else:
            close = difflib.get_close_matches(name, [*known, *commands], 1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            raise SettingsFileError(f"{path}: {key!r} is no setting of any command{hint}")
    return {name: _for(command, common, tables.get(name, {}), path) for name, command in commands.items()}


def _for(command: Any, common: dict[str, Any], own: dict[str, Any], path: Path) -> dict[str, Any]:
    if hasattr(command, "commands"):
        return _spread(
            {**{k: v for k, v in common.items() if any(k == p.name for c in _leaves(command) for p in c.params)}, **own}, command, path
        )
    params = {p.name for p in command.params}
    named = {key.replace("-", "_"): value for key, value in own.items()}
    for name in named.keys() - params:
        close = difflib.get_close_matches(name, [p for p in params if p], 1)
        hint = f"; did you mean {close[0]!r}?" if close else ""
        raise SettingsFileError(f"{path}: [{command.name}] has no setting {name!r}{hint}")
    return {**{k: v for k, v in common.items() if k in params}, **named}


def _leaves(command: Any) -> list[Any]:
    """The commands under a group. Typer brings its own copy of click, so a group is what has `commands`."""
    if hasattr(command, "commands"):
        return [leaf for c in command.commands.values() for leaf in _leaves(c)]
    return [command]
