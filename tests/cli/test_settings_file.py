"""`spor.toml` stands behind flags and variables, and a name that nothing has is told, not ignored."""

from pathlib import Path

import click
import pytest

from streams.cli.file import SettingsFileError, default_map


@pytest.fixture
def root() -> click.Group:
    """A root with one plain command and one group, as `spor` has them."""
    option = [click.Option(["--prefix"]), click.Option(["--log-level"])]
    worker = click.Command("worker", params=[*option, click.Option(["--tap"], multiple=True)])
    create = click.Command("create", params=[option[0]])
    return click.Group("spor", commands={"worker": worker, "topics": click.Group("topics", commands={"create": create})})


def written(folder: Path, text: str) -> Path:
    path = folder / "spor.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_missing_file_leaves_every_default_alone(tmp_path: Path, root: click.Group) -> None:
    assert default_map(tmp_path / "spor.toml", root) == {}


def test_a_top_level_key_holds_for_every_command_that_has_it(tmp_path: Path, root: click.Group) -> None:
    path = written(tmp_path, 'prefix = "audit"\nlog-level = "debug"')
    assert default_map(path, root) == {"worker": {"prefix": "audit", "log_level": "debug"}, "topics": {"create": {"prefix": "audit"}}}


def test_a_commands_own_table_wins_over_the_top_level(tmp_path: Path, root: click.Group) -> None:
    path = written(tmp_path, 'prefix = "audit"\n[worker]\nprefix = "mine"\ntap = ["a", "b=connxio"]')
    assert default_map(path, root)["worker"] == {"prefix": "mine", "tap": ["a", "b=connxio"]}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('prefx = "x"', "did you mean 'prefix'"),
        ('[worker]\nlog_levl = "x"', "did you mean 'log_level'"),
        ("prefix = ", "not readable as TOML"),
    ],
)
def test_what_cannot_be_meant_is_told_with_a_hint(tmp_path: Path, root: click.Group, text: str, says: str) -> None:
    with pytest.raises(SettingsFileError, match=says):
        default_map(written(tmp_path, text), root)
