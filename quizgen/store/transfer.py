"""The history out of quizgen and in again, as text.

JSON Lines hold everything and can be imported; see `response_lines`. CSV is for spreadsheets: the
same columns but `format`, marks as decimals, lists joined by semicolons.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from quizgen.core.history import Response, Sat
from quizgen.core.text import clean
from quizgen.store.history import History
from quizgen.store.response_lines import FIELDS, BadLine, Head, line_of, parse, sat_of

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet may take for the beginning of a formula, wide forms too."""

_CSV_BEGINS = "attempt,kind,"
_IS_CSV = (
    "this is an export for spreadsheets, which do not keep everything: "
    "export it again without --format csv"
)
_BATCH = 2_000
_PLACES = 4


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a line was not imported, by its number from 1; where it is its attempt, at its first."""

    line: int
    reason: str


@dataclass(slots=True)
class Imported:
    """What became of the lines of an import.

    Attributes:
        added: Attempts that are new here.
        responses: How many they have.
        regraded: Attempts that were here, and were regraded since: they are now as they came.
        known: Attempts that were here, and stay as they are.
        sat_here: Of the known, those that came regraded later, but whose journal is here.
    """

    added: int = 0
    responses: int = 0
    regraded: int = 0
    known: int = 0
    sat_here: int = 0
    refused: list[Refusal] = field(default_factory=list)


def export_jsonl(history: History) -> Iterator[str]:
    """Yield a line a response, with its line feed; attempts by their start, in paper order."""
    for sat, responses in history.records():
        for each in responses:
            yield line_of(sat, each) + "\n"


def export_csv(history: History) -> Iterator[str]:
    """Yield a head, then a row a response, each with its line feed; order as `export_jsonl`."""
    columns = [(name, value) for name, value in FIELDS.items() if name != "format"]
    yield _row(name for name, _ in columns)
    for sat, responses in history.records():
        for each in responses:
            yield _row(_cell(value(sat, each)) for _, value in columns)


def import_jsonl(history: History, lines: Iterable[str]) -> Imported:
    """Take in what `export_jsonl` wrote, and return what became of it.

    An attempt comes in once all of its lines are there, whole or not at all; those of several may
    be mixed. One that is here already stays as it is, unless it comes regraded later and was not
    sat here: a journal and its regradings are the truth.

    Raises:
        HistoryError: The attempts cannot be kept here.
    """
    importing = _Importing(history)
    for number, line in enumerate(lines, 1):
        if number == 1 and line.lstrip("\ufeff").startswith(_CSV_BEGINS):
            return Imported(refused=[Refusal(number, _IS_CSV)])
        if line.strip("\ufeff \t\r\n"):
            importing.read(number, line.lstrip("\ufeff"))
    importing.end()
    return importing.found


@dataclass(slots=True)
class _Part:
    """What was read so far of an attempt."""

    head: Head
    line: int
    responses: dict[int, Response] = field(default_factory=dict)


class _Importing:
    """Lines on their way in."""

    def __init__(self, history: History) -> None:
        self.found = Imported()
        self._history = history
        self._parts: dict[str, _Part] = {}
        self._done: set[str] = set()
        self._ready: list[tuple[Sat, list[Response]]] = []

    def read(self, number: int, line: str) -> None:
        try:
            head, response = parse(line)
            part = self._part(head, number)
            _check(part, head, response)
        except BadLine as error:
            self.found.refused.append(Refusal(number, str(error)))
            return
        part.responses[response.number] = response
        if len(part.responses) == head.questions:
            self._whole(part)

    def _part(self, head: Head, number: int) -> _Part:
        if head.attempt in self._done:
            raise BadLine(f"all of attempt {head.attempt} was there before")
        return self._parts.setdefault(head.attempt, _Part(head, number))

    def end(self) -> None:
        """Write what is left, and refuse attempts that were not whole."""
        self._write()
        for name, part in self._parts.items():
            here, whole = len(part.responses), part.head.questions
            self.found.refused.append(
                Refusal(part.line, f"of attempt {name} only {here} of {whole} responses are here")
            )
        self.found.refused.sort(key=lambda each: each.line)

    def _whole(self, part: _Part) -> None:
        name = part.head.attempt
        del self._parts[name]
        self._done.add(name)
        responses = [part.responses[number] for number in sorted(part.responses)]
        sat, here = sat_of(part.head, responses), self._history.attempt(name)
        if here is None:
            self.found.added += 1
            self.found.responses += len(responses)
        elif sat.regraded_ms <= here.regraded_ms or self._history.has_journal(name):
            self.found.known += 1
            self.found.sat_here += sat.regraded_ms > here.regraded_ms
            return
        else:
            self.found.regraded += 1
        self._history.keep(sat, responses, before=here)
        self._ready.append((sat, responses))
        if sum(len(each) for _, each in self._ready) >= _BATCH:
            self._write()

    def _write(self) -> None:
        self._history.add_all(self._ready)
        self._ready = []


def _check(part: _Part, head: Head, response: Response) -> None:
    if part.head != head:
        raise BadLine(f"it tells otherwise of attempt {head.attempt} than line {part.line}")
    if response.number in part.responses:
        raise BadLine(f"response {response.number} of attempt {head.attempt} is there already")


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case Fraction() | int():
            return _plain(value)
        case tuple() | list():
            return _text("; ".join(_plain(each) for each in value))
    return _text(str(value))


def _plain(value: object) -> str:
    match value:
        case Fraction():
            return f"{round(float(value), _PLACES):.{_PLACES}f}"
        case list():
            return ": ".join(value)
    return str(value)


def _text(value: str) -> str:
    shown = clean(value)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def _row(cells: Iterable[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()
