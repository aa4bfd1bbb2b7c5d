"""The compose file as the tests read it, and the examples under the names that they are meant for."""

import shutil
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
OURS = {name: s for name, s in COMPOSE["services"].items() if s.get("image") == "spor"}


def copied(name: str, folder: Path) -> Path:
    """An example from the deploy folder."""
    return Path(shutil.copy(ROOT / "deploy" / f"{name}.example", folder / name))


def health_check(port: int) -> list[str]:
    """The bridge's, for a bridge on this port; its first word is the program."""
    kind, *words = OURS["bridge"]["healthcheck"]["test"]
    command = OURS["bridge"]["command"]
    told = command[command.index("--port") + 1]
    assert kind == "CMD" and told in words[-1]
    return [word.replace(told, str(port)) for word in words]
