"""The command `quizgen`: its commands, and how each of its ends becomes an exit status.

0 clean, 1 problems found, 2 wrong use, 70 our fault, 129 hung up, 130 interrupted, 143 terminated.
A user never sees a traceback: ours goes to a log, whose place is told.
"""

import os
import signal
import sys
from typing import Annotated

import typer

from quizgen import __version__
from quizgen.cli import questions, today
from quizgen.cli.attempts import resume
from quizgen.cli.authoring import new, schema
from quizgen.cli.check import check
from quizgen.cli.history import history
from quizgen.cli.mock import mock
from quizgen.cli.practice import practice
from quizgen.cli.progress import progress
from quizgen.cli.regrade import regrade
from quizgen.cli.result import result
from quizgen.cli.show import show
from quizgen.cli.status import OUR_FAULT, PROBLEMS, WRONG_USE
from quizgen.cli.world import complain
from quizgen.core.errors import UserError

app = typer.Typer(
    name="quizgen",
    help="UPSC-style practice and timed mock tests in the terminal.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
app.command(rich_help_panel="Practise")(practice)
app.command(rich_help_panel="Practise")(mock)
app.command(rich_help_panel="Practise")(resume)
app.command(rich_help_panel="Practise")(result)
app.command(rich_help_panel="Practise")(regrade)
app.command(rich_help_panel="Practise")(progress)
app.add_typer(history, name="history", rich_help_panel="Practise")
app.command(rich_help_panel="Questions")(new)
app.command(rich_help_panel="Questions")(check)
app.command(rich_help_panel="Questions")(questions.add)
app.command("list", rich_help_panel="Questions")(questions.list_)
app.command(rich_help_panel="Questions")(show)
app.command(rich_help_panel="Questions")(questions.explain)
app.command(rich_help_panel="Questions")(schema)
app.command(rich_help_panel="Questions")(today.where)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"quizgen {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _today(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    del version  # its callback has printed it
    if context.invoked_subcommand is None:
        today.show_today()


def _reopen_closed_streams() -> None:
    """Give a stream that the caller closed the null device: it reads as empty and takes all."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(null, mode, encoding="utf-8", closefd=False))


def main() -> None:
    """Run the command line and end the process with its exit status."""
    _reopen_closed_streams()
    if hasattr(signal, "SIGPIPE"):
        # As other filters do: `quizgen list | head` ends without a word.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        app()
    except UserError as error:
        complain(error.message, error.why, error.help)
        sys.exit(WRONG_USE if error.wrong_use else PROBLEMS)
    except Exception as error:  # noqa: BLE001 - the last line of defence
        from quizgen.cli.crash import report

        report(error)
        sys.exit(OUR_FAULT)
