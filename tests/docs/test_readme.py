"""What the README tells a person to type exists, and what it points to is there."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from streams.cli.main import app

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "deploy" / "README.md"]
README = PAGES[0].read_text("utf-8")


def _calls() -> Iterator[str]:
    """Every `spor …` in code, in a line of its own or between backticks."""
    for page in PAGES:
        text = page.read_text("utf-8")
        for code in re.findall(r"`(spor [^`…]+)`", text) + re.findall(r"^(?:\$ )?(?:\.venv/bin/)?(spor [^\n#]+)", text, re.MULTILINE):
            yield code.strip()


@pytest.mark.parametrize("call", sorted(set(_calls())))
def test_a_command_in_the_readme_exists_with_its_flags(call):
    words = shlex.split(call.partition(" < ")[0])[1:]
    command = get_command(app)
    while words and hasattr(command, "commands"):
        assert words[0] in command.commands, call
        command = command.commands[words.pop(0)]
    flags = {flag for parameter in command.params for flag in (*parameter.opts, *parameter.secondary_opts)} | {"--help"}
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= flags


def test_every_command_is_in_the_readme():
    assert not [name for name in get_command(app).commands if f"spor {name}" not in README]


def test_every_make_target_is_in_the_readme_or_in_make_s_own_help():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[1].split()) - {"help"}
    assert not [t for t in targets if f"make {t}" not in README + makefile.partition("demo: ")[0]]
    assert {call for call in re.findall(r"make ([a-z]+)", README) if call in targets} >= {"demo", "test", "check", "bench", "acceptance"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_links_inside_the_project_lead_somewhere(page):
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")) if not link.startswith("http")]
    assert not [link for link in links if not (page.parent / link).exists()]


def test_the_first_screen_has_a_sentence_a_picture_and_two_commands():
    first = README.partition("## ")[0]
    assert re.search(r"^!\[.+\]\(.+\.png\)$", first, re.MULTILINE)
    assert [line for line in first.splitlines() if line.startswith("$ ")] == [
        "$ make demo",
        "$ make test",
    ]
