"""What a YAML syntax error means for someone who writes questions, and the mended line.

The parser says where it gave up and what it was doing; the cause is read from the line. Each cause
has one function, which knows it or returns None; they are asked in the order of `_CAUSES`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yaml import YAMLError

from quizgen.bank.findings import Finding
from quizgen.bank.mending import (
    dashed,
    hash_quoted,
    quoted_value,
    requoted,
    shown,
    spaces,
    value_start,
)
from quizgen.core.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the parser gave up; lines and columns from 0, in the lines it was given.

    Attributes:
        doing: What the parser was doing, in its own words.
        begun: Line and column where that began.
    """

    lines: Sequence[str]
    before: int
    problem: str
    line: int
    column: int
    doing: str
    begun: tuple[int, int]

    @property
    def text(self) -> str:
        """The line on which the parser gave up."""
        return self.lines[self.line]

    def finding(
        self,
        code: str,
        message: str,
        at: tuple[int, int, int],
        *,
        why: str = "",
        help_: str = "",
        mended: str = "",
    ) -> Finding:
        """Return a finding at line, column and length; `mended` is that line and ends the help."""
        line, column, length = at
        span = Span(self.before + line + 1, column + 1, max(1, length))
        if not mended:
            return Finding(code, span, message, why, help_)
        help_ = f"{help_}: {shown(mended)}"
        return Finding(code, span, message, why, help_, (self.before + line, mended))


def explained(error: YAMLError, lines: Sequence[str], before: int) -> Finding:
    """Return the finding for an error in lines that stand after `before` lines of the file."""
    fault = _fault(error, lines, before)
    for cause in _CAUSES:
        finding = cause(fault)
        if finding is not None:
            return finding
    return _misplaced(fault)


def _fault(error: YAMLError, lines: Sequence[str], before: int) -> Fault:
    mark = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None) or mark
    line, column = _place(lines, mark)
    return Fault(
        lines=lines,
        before=before,
        problem=getattr(error, "problem", None) or "",
        line=line,
        column=column,
        doing=getattr(error, "context", None) or "",
        begun=_place(lines, begun),
    )


def _place(lines: Sequence[str], mark: object) -> tuple[int, int]:
    """A mark as line and column; one past the last line that has text is moved to its end."""
    last = next((n for n in range(len(lines) - 1, 0, -1) if lines[n].strip()), 0)
    line, column = getattr(mark, "line", 0), getattr(mark, "column", 0)
    if line > last:
        return last, len(lines[last].rstrip())
    return line, column


def _tab(fault: Fault) -> Finding | None:
    indent = re.match(r"[ ]*(?:-[ ]+)*\t[ \t]*|[ ]*(?:-[ ]*)+\t[ \t]*", fault.text)
    if indent is None:
        return None
    start = indent.group().index("\t")
    return fault.finding(
        "QG134",
        "a tab begins this line, where YAML takes only spaces",
        (fault.line, start, len(indent.group().rstrip(" ")) - start),
        help_="put spaces in its place",
        mended=fault.text.replace("\t", "  "),
    )


def _unknown_escape(fault: Fault) -> Finding | None:
    if "escape" not in fault.problem and "hexdecimal" not in fault.problem:
        return None
    at = (fault.line, max(0, fault.column - 1), 2)
    piece = fault.text[at[1] : at[1] + 2]
    help_ = "use single quotes, in which a backslash is a backslash"
    message = f"`{piece}` means nothing to YAML inside double quotes"
    return fault.finding("QG133", message, at, help_=help_)


def _unclosed_quote(fault: Fault) -> Finding | None:
    if fault.doing != "while scanning a quoted scalar":
        return None
    line, column = fault.begun
    text = fault.lines[line]
    quote = text[column : column + 1]
    return fault.finding(
        "QG133",
        "the quote that opens here is not closed",
        (line, column, len(text.rstrip()) - column),
        help_="close it",
        mended=text.rstrip() + quote,
    )


def _inner_quote(fault: Fault) -> Finding | None:
    start = value_start(fault.text)
    value = fault.text[start:]
    if value[:1] not in ("'", '"') or fault.column <= start:
        return None
    rest = fault.text[fault.column :].rstrip()
    if not rest or rest.startswith(":"):
        return None
    return fault.finding(
        "QG133",
        "the quotes end before the text does",
        (fault.line, fault.column, len(rest)),
        why="a quote inside the text closes the one that opened it",
        help_="use the other kind of quotes",
        mended=requoted(fault.text),
    )


_EATEN = re.compile(r"\S( #.*)")


def _eaten(fault: Fault) -> Finding | None:
    """A text that goes on after a line of which ` #` has taken the rest."""
    for number in range(fault.line, max(-1, fault.begun[0] - 1, fault.line - 3), -1):
        text = fault.lines[number]
        match = _EATEN.search(text, value_start(text))
        if match and text[value_start(text)] not in "\"'#[{" and number < fault.line:
            at = (number, match.start(1) + 1, len(match[1].rstrip()) - 1)
            return eaten_finding(fault.before, at, text)
    return None


def eaten_finding(before: int, at: tuple[int, int, int], text: str) -> Finding:
    """Return the finding for text that YAML reads as a comment, at line, column and length."""
    start = value_start(text)
    mended = hash_quoted(text, start) if text[start : start + 1] in _CLOSING else quoted_value(text)
    return Finding(
        "QG131",
        Span(before + at[0] + 1, at[1] + 1, at[2]),
        "the text after ` #` is lost: YAML reads it as a comment",
        help=f"put the text in quotes: {shown(mended)}",
        mended=(before + at[0], mended),
    )


_CLOSING = {"[": "]", "{": "}"}


_SPECIAL = "@`%*&!|>?,]}["


def _special(fault: Fault) -> Finding | None:
    start = value_start(fault.text)
    first = fault.text[start : start + 1]
    after_key = fault.text[:start].rstrip().endswith(":")
    dash = after_key and fault.text[start : start + 2] in ("- ", "? ")
    bracket = first in ("[", "{") and _closed_early(fault.text[start:])
    if not dash and not bracket and (not first or first not in _SPECIAL.replace("[", "")):
        return None
    return fault.finding(
        "QG135",
        f"a text that begins with `{first}` means something else to YAML",
        (fault.line, start, 1),
        help_="write a list on the lines below its field, each entry with its dash"
        if dash
        else "put the text in quotes",
        mended="" if dash else quoted_value(fault.text),
    )


def _closed_early(value: str) -> bool:
    """Whether a value in brackets has text after them: `[sic] and so on`."""
    return re.fullmatch(r"\[[^\[\]]*\]\s*[^\s#].*|\{[^{}]*\}\s*[^\s#].*", value) is not None


def _open_bracket(fault: Fault) -> Finding | None:
    if "flow" not in fault.doing:
        return None
    line, column = fault.begun
    text = fault.lines[line]
    bracket = text[column : column + 1]
    closing = _CLOSING.get(bracket)
    if closing is None:
        return None
    eaten = _EATEN.search(text, column)
    if eaten and closing in eaten[1] and column == value_start(text):
        at = (line, eaten.start(1) + 1, len(eaten[1].rstrip()) - 1)
        return eaten_finding(fault.before, at, text)
    return fault.finding(
        "QG007",
        f"the `{bracket}` that opens here is not closed, or not as it should be",
        (line, column, 1),
        help_=f"close it with `{closing}`, or write one entry to a line, each with a dash",
    )


def _stray_colon(fault: Fault) -> Finding | None:
    if "mapping values are not allowed" not in fault.problem:
        return None
    start = value_start(fault.text)
    words = fault.text[: fault.column].strip().lstrip("- ")
    name = " " not in words and not words[:1].isupper()
    if fault.column <= start and name:
        return None
    after_mark = fault.text[:start].rstrip().endswith((":", "-")) and fault.column > start
    return fault.finding(
        "QG132",
        "a colon inside a text makes YAML read it as a field",
        (fault.line, fault.column, 1),
        help_="put the text in quotes"
        if after_mark
        else "put the whole text in quotes, or begin it with `|` on a line of its own",
        mended=quoted_value(fault.text) if after_mark else "",
    )


def _several_documents(fault: Fault) -> Finding | None:
    if "another document" not in fault.problem and "document start" not in fault.problem:
        return None
    at = (fault.line, 0, len(fault.text.rstrip()))
    message = "a second document begins here, and a question file holds one"
    return fault.finding("QG011", message, at, help_="remove the line, or make it another file")


_DASHED = re.compile(r"( *)-(?:[ ]|$)")
_ENTRY = re.compile(r"( *)- +([\w-]+):(?: |$)")
_FARTHEST = 3  # columns a dash may be off its list


def _dashes_above(fault: Fault) -> list[int]:
    """The columns of the dashes that begin lines above, the nearest first."""
    matches = (_DASHED.match(line) for line in reversed(fault.lines[: fault.line]))
    return [len(match[1]) for match in matches if match]


def _dash_without_space(fault: Fault) -> Finding | None:
    for line in (fault.begun[0], fault.line):
        text = fault.lines[line]
        match = re.match(r"( *)-(?=[^\s-])", text)
        if match and len(match[1]) in _dashes_above(fault):
            column = len(match[1])
            return fault.finding(
                "QG141",
                "the dash of this line has no space after it",
                (line, column, len(text.strip())),
                help_="put a space there",
                mended=dashed(text, column),
            )
    return None


def _dash_out_of_line(fault: Fault) -> Finding | None:
    match = _DASHED.match(fault.text)
    above = _dashes_above(fault) if match else []
    if match is None or not above:
        return None
    column, meant = len(match[1]), above[0]
    inner = meant > min(above)
    near = abs(column - meant) == 1 or (inner and 0 < column - meant <= _FARTHEST)
    if not near:
        meant = _like_above(fault)
    if meant < 0 or column in above:
        return None
    return fault.finding(
        "QG007",
        "this line does not fit the lines above it",
        (fault.line, column, len(fault.text.strip())),
        why="the entries of a list have their dashes in the same column",
        help_=f"give it the indentation of the entry above, {spaces(meant)}",
        mended=dashed(fault.text, meant),
    )


def _like_above(fault: Fault) -> int:
    """The column of the nearest dash above with the same field after it; -1 if there is none."""
    begins = _ENTRY.match(fault.text)
    if begins is None:
        return -1
    matches = (_ENTRY.match(line) for line in reversed(fault.lines[: fault.line]))
    return next((len(match[1]) for match in matches if match and match[2] == begins[2]), -1)


_CAUSES: tuple[Callable[[Fault], Finding | None], ...] = (
    _tab,
    _several_documents,
    _unknown_escape,
    _unclosed_quote,
    _inner_quote,
    _eaten,
    _special,
    _open_bracket,
    _dash_without_space,
    _dash_out_of_line,
    _stray_colon,
)


def _misplaced(fault: Fault) -> Finding:
    """What remains: a line that does not fit the lines around it."""
    text = fault.text
    start = len(text) - len(text.lstrip())
    at = (fault.line, start, len(text.strip()))
    above = next((n for n in range(fault.line - 1, -1, -1) if fault.lines[n].strip()), None)
    if "mapping values" in fault.problem and above is not None:
        line = fault.lines[above]
        if ":" not in line:
            at = (above, len(line) - len(line.lstrip()), len(line.strip()))
            help_ = "write it as `field: text`, or put it in one line with the text above"
            return fault.finding("QG007", "this line has no field", at, help_=help_)
    if "could not find expected" in fault.problem and fault.begun[0] < fault.line:
        line = fault.lines[fault.begun[0]]
        at = (fault.begun[0], fault.begun[1], len(line.rstrip()) - fault.begun[1])
        help_ = "write it as `field: text`, or indent it like the text above"
        return fault.finding("QG007", "this line has no field", at, help_=help_)
    if ":" not in text and text.strip() and not text.lstrip().startswith("-"):
        help_ = "write it as `field: text`, or indent it like the text above"
        return fault.finding("QG007", "this line has no field", at, help_=help_)
    return fault.finding(
        "QG007",
        "this line does not fit the lines above it",
        at,
        why="fields of one question begin in the same column",
        help_="move it left or right until it is in line with its neighbours",
    )
