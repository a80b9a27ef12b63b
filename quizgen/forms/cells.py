"""Rows written on one line, their columns parted by ` | `."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from quizgen.core.chance import fingerprint
from quizgen.core.diagnostics import Problem
from quizgen.forms.shared import Path, one_line
from quizgen.forms.specs.pairs import PairSpec, PairsSpec

TWO, THREE = 2, 3
_BAR = re.compile(r"(?:^|(?<= ))\|(?=$| )")


def cells(text: str) -> tuple[str, ...]:
    """Return the cells of a row; one alone if no bar with a space on each side parts it."""
    return tuple([cell.strip() for cell in _BAR.split(one_line(text))])


def table_problems(spec: PairsSpec) -> Iterable[Problem]:
    """Yield what is wrong with the columns of rows that all have a text."""
    rows = [cells(pair.words) for pair in spec.pairs]
    found = [
        tuple(_cell_problems(row, _place(number, pair)))
        for number, (pair, row) in enumerate(zip(spec.pairs, rows, strict=True))
    ]
    for problems in found:
        yield from problems
    heads = cells(spec.heads) if spec.heads else ()
    wrong_heads = tuple(_cell_problems(heads, ("heads",))) if heads else ()
    yield from wrong_heads
    if not any(found) and not wrong_heads:
        yield from _number_problems(spec, rows, heads)
    for number, (pair, row) in enumerate(zip(spec.pairs, rows, strict=True)):
        if not found[number]:
            yield from _match_problems(pair, row, ("pairs", number))


def _place(number: int, pair: PairSpec) -> Path:
    return ("pairs", number, "matched" if pair.matched else "mismatched")


def _cell_problems(row: Sequence[str], path: Path) -> Iterable[Problem]:
    """Yield what is wrong with one row by itself."""
    told = "the heads" if path == ("heads",) else "this row"
    close = next((cell for cell in row if "|" in cell), "")
    if close:
        mended = " | ".join(part.strip() for cell in row for part in cell.split("|") if part)
        yield Problem(
            "QG123",
            path,
            "a bar without a space on each side does not part columns",
            help=f"write it as `{mended}`",
            piece=close,
        )
    elif len(row) == 1:
        help_ = "write the columns with a bar between spaces: `Tashkent Declaration | Tashkent`"
        message = f"there is no ` | ` in {told}, so there is only one column"
        yield Problem("QG123", path, message, help=help_)
    elif not all(row):
        message = f"a column of {told} is empty"
        yield Problem("QG123", path, message, help="write its text, or remove the bar beside it")
    elif len(row) > THREE:
        message = f"{told} {'have' if path == ('heads',) else 'has'} {len(row)} columns"
        help_ = "a question has rows of two or three columns"
        yield Problem("QG123", path, message, help=help_, piece=row[THREE])


def _number_problems(
    spec: PairsSpec, rows: Sequence[Sequence[str]], heads: Sequence[str]
) -> Iterable[Problem]:
    """Yield which of the rows, or else the heads, have another number of columns."""
    lengths = Counter(len(row) for row in rows)
    if len(lengths) == 1:
        columns = len(rows[0])
        if heads and len(heads) != columns:
            message = f"there are {len(heads)} heads, but the rows have {columns} columns"
            yield Problem("QG123", ("heads",), message, help=f"write {_SAID[columns]} heads")
        return
    columns = len(heads) or lengths.most_common(1)[0][0]
    others = f"the heads name {columns}" if heads else f"others have {columns}"
    for number, (pair, row) in enumerate(zip(spec.pairs, rows, strict=True)):
        if len(row) != columns:
            message = f"this row has {len(row)} columns, but {others}"
            yield Problem(
                "QG123", _place(number, pair), message, help=f"write {_SAID[columns]} columns"
            )


_SAID = {TWO: "two", THREE: "three"}


def _match_problems(pair: PairSpec, row: Sequence[str], path: Path) -> Iterable[Problem]:
    """Yield what is wrong with what a row should say after its first column."""
    if pair.matched:
        if pair.match:
            help_ = "remove it, or write the row as `mismatched`"
            message = "this row is matched, so it has no other `match`"
            yield Problem("QG124", (*path, "match"), message, help=help_, at_key=True)
        return
    match = cells(pair.match)
    if not pair.match.strip():
        message = f"a mismatched row needs `match`: what goes with `{row[0]}`"
        help_ = "add `match:` with what it should say after its first column"
        yield Problem("QG101", (*path, "match"), message, help=help_)
    elif any("|" in cell for cell in match) or not all(match):
        yield from _cell_problems(match, (*path, "match"))
    elif len(match) != len(row) - 1:
        message = f"`match` has {_columns(len(match))}, but the row has {_columns(len(row) - 1)}"
        help_ = f"write all that should stand after `{row[0]}`"
        yield Problem("QG123", (*path, "match"), f"{message} after its first", help=help_)
    elif fingerprint(*match) == fingerprint(*row[1:]):
        yield Problem(
            "QG124",
            (*path, "match"),
            f"`match` says what the row says: `{' | '.join(match)}`",
            why="so the row would be matched",
            help="mend one of the two, or write the row as `matched`",
        )


def torn_problems(spec: PairsSpec) -> Iterable[Problem]:
    """Yield each row about what an earlier one is about, if another match is right for it.

    Rows are sound by themselves.
    """
    rows = [cells(pair.words) for pair in spec.pairs]
    if len({first.casefold() for first, *_ in rows}) == len(rows):
        return
    seen: dict[str, tuple[int, str]] = {}
    for number, (pair, (first, *rest)) in enumerate(zip(spec.pairs, rows, strict=True)):
        right = fingerprint(*(rest if pair.matched else cells(pair.match)))
        place, known = seen.setdefault(fingerprint(first), (number, right))
        if known != right:
            yield Problem(
                "QG120",
                _place(number, pair),
                f"two rows are about `{first}`, and each says that something else matches it",
                why="a candidate could hold either for the right one",
                help="keep one of the two, or mend what matches",
                other=_place(place, spec.pairs[place]),
            )


def _columns(number: int) -> str:
    return "one column" if number == 1 else f"{number} columns"
