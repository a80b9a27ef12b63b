"""The commands for people who write questions: new and schema."""

import json
from pathlib import Path
from typing import Annotated

import typer

from quizgen.core.errors import UserError
from quizgen.core.text import clean

STARTER = Path(__file__).with_name("starter.yaml")


class AlreadyThere(UserError):
    """A file of that name exists."""

    wrong_use = False


def new(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", dir_okay=False, help="The file to write.")
    ],
) -> None:
    """Write a question file to begin with: one question of each kind, and what each field means.

    Example: quizgen new my-questions.yaml
    """
    from quizgen.cli.files import read_file, replace_file

    if file.exists():
        raise AlreadyThere(
            f"there is a file `{file}` already", help="give another name, or remove it first"
        )
    replace_file(file, read_file(STARTER))
    typer.echo(clean(f"Wrote {file}. Change its questions, then: quizgen check {file}"))


def schema(
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            dir_okay=False,
            help="Write it to a file, not to standard output.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of question files, for editors that complete and check as you type.

    Such an editor finds it by a first line: `# yaml-language-server: $schema=quizgen.json`.

    Example: quizgen schema -o quizgen.json
    """
    from quizgen.bank.json_schema import file_schema

    text = json.dumps(file_schema(), indent=2, ensure_ascii=False) + "\n"
    if output is None:
        typer.echo(text, nl=False)
        return
    from quizgen.cli.files import replace_file

    replace_file(output, text.encode())
    typer.echo(
        clean(f"Wrote {output}. First line of a question file beside it:\n")
        + clean(f"# yaml-language-server: $schema={output.name}")
    )
