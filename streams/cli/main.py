"""`spor`: the door. Each command stands in a file of its own; what is not built yet is not here."""

import sys
from pathlib import Path

import click
import typer

from schemas.model import SporError
from streams.cli.bench import bench
from streams.cli.bridge import bridge
from streams.cli.dashboard import dashboard
from streams.cli.demo import demo
from streams.cli.file import SettingsFileError, default_map
from streams.cli.lineage import lineage
from streams.cli.policy import policy
from streams.cli.policy_diff import diff, propose
from streams.cli.policy_explain import explain
from streams.cli.policy_import import importing
from streams.cli.policy_test import test
from streams.cli.record import record
from streams.cli.register import register
from streams.cli.replay import replay
from streams.cli.scan import scan
from streams.cli.status import status
from streams.cli.topics import topics
from streams.cli.traffic import traffic
from streams.cli.worker import worker

app = typer.Typer(
    name="spor",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(help="Follows personal data through the message traffic of integration platforms.")
def spor() -> None:
    """With a callback Typer keeps `spor` a group, however few its commands."""


app.command("demo")(demo)
app.command("scan")(scan)
app.command("record")(record)
app.command("replay")(replay)
app.command("traffic")(traffic)
app.command("worker")(worker)
app.command("bridge")(bridge)
app.command("status")(status)
app.command("lineage")(lineage)
app.command("register")(register)
app.add_typer(topics, name="topics")
app.command("dashboard")(dashboard)
app.add_typer(policy, name="policy")
app.add_typer(bench, name="bench")


policy.add_typer(importing, name="import")
policy.command("diff")(diff)
policy.command("propose")(propose)
policy.command("explain")(explain)
policy.command("test")(test)


def main() -> None:
    """Exit codes: 0 done, 1 found what the command exists to find, 2 wrong use, 3 could not finish."""
    command = typer.main.get_command(app)
    try:
        defaults = default_map(Path("spor.toml"), command)
        command(default_map=defaults)
    except SettingsFileError as wrong:
        sys.exit(_say(wrong, 2))
    except SporError as wrong:
        sys.exit(_say(wrong, 3))


def _say(wrong: SporError, code: int) -> int:
    click.echo(f"spor: {wrong}", err=True)
    return code


if __name__ == "__main__":
    main()
