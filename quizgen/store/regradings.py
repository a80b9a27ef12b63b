"""The regradings of finished attempts: a file each, in `regradings` beside the journals.

`ATTEMPT.N.json` holds one JSON object: `format`, `attempt`, and the fields of a `Regrading`. N is
its wall time in ms, or one more than the last where the clock went back. Rules that must stay true:

- A file is written whole or not at all, onto the disk, and never over another one.
- No number is given twice, not even after its file was deleted: names alone tell which regradings
  there are.
- No journal is touched: what an attempt was first marked by stays on record.
- Who adds one has seen all that are there, since each takes the place of those before it.
- A newer format is refused, and damage told; neither is guessed at.
"""

import json
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from quizgen.core.paper import Paper, VoidPolicy
from quizgen.core.record import answer_from, record
from quizgen.core.regrading import Regrading
from quizgen.store.journal import (
    LAST_MS,
    Header,
    JournalUnreadable,
    Recorded,
    StoreError,
    line_of,
    moment,
    unwritable,
)
from quizgen.store.lock import try_lock
from quizgen.store.whole import force_folder, write_whole

FORMAT = 1
FOLDER = "regradings"
_ENDING = ".json"
_NAME = re.compile(r"(.+)\.(\d{1,15})\.json", re.ASCII)


class RegradingUnreadable(JournalUnreadable):
    """The file of a regrading, `path`, is damaged or of a newer format."""

    def __init__(self, path: Path, message: str, help: str) -> None:
        super().__init__(message, help=help)
        self.path = path


class RegradedMeanwhile(StoreError):
    """Somebody else regrades the attempt, or did so since it was read."""


def regrading_files(folder: Path) -> dict[str, list[Path]]:
    """Return the files of regradings by the id of their attempt, the oldest first.

    Args:
        folder: Of the finished attempts; it need not exist yet.

    Raises:
        OSError: A folder is there and cannot be listed.
    """
    found: dict[str, list[tuple[int, Path]]] = {}
    for name in names_in(folder / FOLDER):
        match = _NAME.fullmatch(name)
        if match and int(match[2]) <= LAST_MS:
            found.setdefault(match[1], []).append((int(match[2]), folder / FOLDER / name))
    return {attempt: [path for _, path in sorted(files)] for attempt, files in found.items()}


def number_of(path: Path) -> int:
    """Return the number in the name of one of `regrading_files`."""
    return int(path.stem.rpartition(".")[2])


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder, in no order; none if it is not there; `OSError` as above."""
    try:
        return [entry.name for entry in os.scandir(folder)]
    except FileNotFoundError:
        return []


def regradings_of(folder: Path, attempt: str) -> Sequence[Path]:
    """Return the files of an attempt's regradings; `JournalUnreadable` where none can be seen."""
    try:
        return regrading_files(folder).get(attempt, ())
    except OSError as error:
        raise JournalUnreadable(f"cannot read {folder / FOLDER}: {error.strerror}") from error


def regradings(recorded: Recorded) -> tuple[Regrading, ...]:
    """Return the regradings of a finished attempt, the oldest first.

    Raises:
        JournalUnreadable: They cannot be looked for.
        RegradingUnreadable: One of them is damaged or of a newer format.
    """
    paths = regradings_of(recorded.path.parent, recorded.header.id)
    return tuple(read_regrading(path, recorded.header) for path in paths)


def read_regrading(path: Path, header: Header) -> Regrading:
    """Return what a file holds, of the attempt of that header; raises `RegradingUnreadable`."""
    try:
        found = json.loads(path.read_bytes())
        version = found["format"]
        if isinstance(version, int) and version > FORMAT:
            raise RegradingUnreadable(path, _newer(path, version), "update quizgen to open it")
        return _regrading(found, header)
    except OSError as error:
        raise RegradingUnreadable(path, f"cannot read {path}: {error.strerror}", _HELP) from error
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        what = f"{path} is damaged: it is not a regrading of attempt {header.id}"
        raise RegradingUnreadable(path, what, _HELP) from error


def add_regrading(recorded: Recorded, regrading: Regrading) -> Path:
    """Write one more regrading of a finished attempt, and return where.

    Raises:
        RegradedMeanwhile: The attempt has others than `recorded`, or is just given one.
        JournalUnreadable: One that it has cannot be read.
        JournalUnwritable: The folder or the disk does not take it.
        ValueError: The regrading is of another paper.
    """
    _check(regrading, recorded.header.paper)
    told = {"format": FORMAT, "attempt": recorded.header.id, **record(regrading)}
    try:
        with recorded.path.open("r+b", buffering=0) as journal:
            if not try_lock(journal) or regradings(recorded) != recorded.regradings:
                raise RegradedMeanwhile(
                    f"attempt {recorded.header.id} was regraded in another window meanwhile",
                    help="look at its marks again; regrade it once more if need be",
                )
            path = _next(recorded, regrading.at_ms)
            write_whole(path, line_of(told))
    except OSError as error:
        raise unwritable(recorded.path.parent / FOLDER, error) from error
    force_folder(path.parent)
    return path


def _regrading(found: Mapping[str, Any], header: Header) -> Regrading:
    version, answers = found["version"], found.get("answers", ())
    undoes = found.get("undoes", False)
    flags = {undoes, *(answer.get("void", False) for _, answer in answers)}
    if found["attempt"] != header.id or not isinstance(version, str) or flags - {False, True}:
        raise ValueError(found)
    regrading = Regrading(
        moment(found["at_ms"]),
        version,
        VoidPolicy(found["policy"]),
        answers=tuple((index, answer_from(answer)) for index, answer in answers),
        by_hand=tuple(found.get("by_hand", ())),
        undoes=undoes,
    )
    _check(regrading, header.paper)
    return regrading


def _check(regrading: Regrading, paper: Paper) -> None:
    """Raise `ValueError` or `LookupError` where its answers are not those of a paper."""
    indices = [index for index, _ in regrading.answers]
    if indices != sorted(set(indices)) or not set(indices) <= set(range(len(paper.questions))):
        raise ValueError(indices)
    if not set(regrading.by_hand) <= set(indices):
        raise ValueError(regrading.by_hand)
    for index, answer in regrading.answers:
        paper.questions[index].option(answer.key)


def _next(recorded: Recorded, at_ms: int) -> Path:
    folder, attempt = recorded.path.parent, recorded.header.id
    last = max(map(number_of, regradings_of(folder, attempt)), default=0)
    return folder / FOLDER / f"{attempt}.{max(at_ms, last + 1)}{_ENDING}"


_HELP = "delete the file to go back to the marks before it, then regrade the attempt again"


def _newer(path: Path, version: int) -> str:
    return f"{path} was written by a newer quizgen (format {version}, this one reads {FORMAT})"
