"""Diagnostics as text: concise, full and JSON, and the lines that sum up a file.

Text from question files is cleaned on its way out, and is never read as markup.
"""

import json
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

from quizgen.core.diagnostics import Diagnostic, Severity
from quizgen.core.text import clean
from quizgen.show.words import count, listed, one_line

WIDTH = 80
_TAB = 4
_CUT = "..."
_BELOW = "    "
_BEHIND = 12  # cells kept for what follows the carets, where a line is cut
_COLOURS = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.ADVICE: "bold cyan",
}

Piece = tuple[str, str]
"""Text and its style."""


def concise(diagnostic: Diagnostic) -> str:
    """Return one line: `file:line:column: error[QG107]: message`."""
    return "".join(text for text, _ in _headline(diagnostic))


def full(diagnostic: Diagnostic, width: int = WIDTH) -> str:
    """Return message, line with carets, note and help, on several lines without colour."""
    return "\n".join("".join(text for text, _ in line) for line in _lines(diagnostic, width))


def coloured(diagnostic: Diagnostic, width: int = WIDTH) -> Text:
    """Return `full` in colour; the characters are the same."""
    pieces: list[Piece] = []
    for line in _lines(diagnostic, width):
        pieces += [*line, ("\n", "")]
    return Text.assemble(*pieces[:-1])


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a JSON list with an object for each; keys and their order are stable, all ASCII."""
    return json.dumps([_record(diagnostic) for diagnostic in diagnostics], indent=2)


def _record(diagnostic: Diagnostic) -> dict[str, str | int]:
    return {
        "file": diagnostic.file,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "length": diagnostic.span.length,
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "why": diagnostic.why,
        "help": diagnostic.help,
        "text": diagnostic.text,
        "item": diagnostic.item,
    }


def summary(
    name: str, errors: int, warnings: int, sound: int, advice: int = 0, models: int = 0
) -> str:
    """Return what came of a file: how many problems, and what of it will be asked.

    Args:
        sound: Written questions without an error.
        models: Item models without an error.
    """
    name = one_line(name)
    parts = [count(sound, "question")] if sound else []
    parts += [count(models, "item model")] if models else []
    asked = "no question can be asked"
    if parts:
        verb = "is" if sound + models == 1 else "are"
        asked = f"{listed(parts)} {verb} sound and will be asked"
    told = [count(errors, "error")] if errors else []
    told += [count(warnings, "warning")] if warnings else []
    told += [count(advice, "piece of advice", "pieces of advice")] if advice else []
    return f"{listed(told) if told else 'No problems'} in {name}; {asked}."


def gains(
    ids: int, explanations: int, sources: int, width: int = WIDTH, *, detailed: bool = False
) -> str:
    """Return what would make a file better, by how many questions lack it; empty if nothing.

    Args:
        detailed: Whether each of these questions is named above.
    """
    lacking = (("ids", ids), ("explanations", explanations), ("sources", sources))
    named = ", ".join(f"{name} ({number})" for name, number in lacking if number)
    if not named:
        return ""
    ways = ["quizgen check --fix writes ids"] if ids else []
    ways += [] if detailed else ["quizgen check --strict says where, and more"]
    last = f" {'; '.join(ways)}." if ways else ""
    return "\n".join(_folded(f"It would gain from: {named}.{last}", width))


def _headline(diagnostic: Diagnostic) -> list[Piece]:
    span = diagnostic.span
    return [
        (f"{one_line(diagnostic.file)}:{span.line}:{span.column}: ", "bold"),
        (f"{diagnostic.severity}[{diagnostic.code}]", _COLOURS[diagnostic.severity]),
        (f": {one_line(diagnostic.message)}", "bold"),
    ]


def _folded_headline(diagnostic: Diagnostic, width: int) -> Iterator[list[Piece]]:
    """The headline, folded within its message."""
    *lead, (message, style) = _headline(diagnostic)
    # As much as the lead takes, less the indentation that only the lines below have.
    room = "." * (sum(cell_len(text) for text, _ in lead) - len(_BELOW))
    first, *rest = _folded(f"{room}{message}", width - len(_BELOW))
    yield [*lead, (first[len(room) :], style)]
    for line in rest:
        yield [(f"{_BELOW}{line}", style)]


def _lines(diagnostic: Diagnostic, width: int) -> Iterator[list[Piece]]:
    yield from _folded_headline(diagnostic, width)
    number = str(diagnostic.span.line)
    gutter = " " * len(number)
    if diagnostic.text.strip():
        text, start, length = _window(diagnostic, width - len(number) - 3)
        colour = _COLOURS[diagnostic.severity]
        yield [(f"{gutter} |", "blue")]
        yield [(f"{number} | ", "blue"), (text, "")]
        yield [(f"{gutter} | ", "blue"), (" " * start, ""), ("^" * length, colour)]
    for name, said in (("note", diagnostic.why), ("help", diagnostic.help)):
        if said:
            yield from _said(name, said, gutter, width)


def _said(name: str, said: str, gutter: str, width: int) -> Iterator[list[Piece]]:
    lead = f"{gutter} = "
    label = f"{name}: "
    indent = " " * (len(lead) + len(label))
    room = max(20, width - len(indent))
    first, *rest = [line for part in said.split("\n") for line in _indented(part, room)]
    yield [(lead, "blue"), (label, "bold"), (first, "")]
    for line in rest:
        yield [(f"{indent}{line}", "")]


def _indented(text: str, room: int) -> list[str]:
    """One line of a note or a help, folded; its indentation is kept, as an example needs it."""
    indent = " " * (len(text) - len(text.lstrip(" ")))
    return [f"{indent}{line}" for line in _folded(one_line(text), room - len(indent))]


def _folded(text: str, room: int) -> list[str]:
    """The words in lines of so many cells; a longer word has a line of its own."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if lines[-1] and cell_len(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _window(diagnostic: Diagnostic, room: int) -> tuple[str, int, int]:
    """The part of the line that fits, and the cells before and under the carets."""
    line, begin = diagnostic.text, diagnostic.span.column - 1
    end = begin + diagnostic.span.length
    before = _expanded(line[:begin], 0)
    under = _expanded(line[begin:end], cell_len(before))
    after = _expanded(line[end:], cell_len(before + under))
    if cell_len(before + under + after) > room:
        behind = min(cell_len(after), _BEHIND)
        before = _last_cells(before, max(room // 3, room - cell_len(under) - behind))
        under = _first_cells(under, room - cell_len(before) - min(behind, len(_CUT)))
        after = _first_cells(after, room - cell_len(before + under))
    return f"{before}{under}{after}".rstrip(), cell_len(before), max(1, cell_len(under))


def _expanded(text: str, column: int) -> str:
    """The text made safe, with spaces for tabs; it begins in that column."""
    first, *rest = clean(text).split("\t")
    shown = [first]
    column += cell_len(first)
    for part in rest:
        gap = _TAB - column % _TAB
        shown += (" " * gap, part)
        column += gap + cell_len(part)
    return "".join(shown)


def _first_cells(text: str, room: int) -> str:
    """As much of the beginning as fits, with an ellipsis where it was cut."""
    if cell_len(text) <= room:
        return text
    text = text[:room]  # no character takes less than a cell, but for marks that join others
    while text and cell_len(text) > room - len(_CUT):
        text = text[:-1]
    return text + _CUT[:room]


def _last_cells(text: str, room: int) -> str:
    """As much of the end as fits, with an ellipsis where it was cut."""
    if cell_len(text) <= room:
        return text
    text = text[-room:]
    while text and cell_len(text) > room - len(_CUT):
        text = text[1:]
    return _CUT[:room] + text
