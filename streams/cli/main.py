"""`spor`: the door. Each command stands in a file of its own; what is not built yet is not here."""

import typer

app = typer.Typer(
    name="spor",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Follows personal data through message traffic.",
)


def main() -> None:
    """Exit codes: 0 done, 1 found what the command exists to find, 2 wrong use, 3 could not finish."""
    app()
