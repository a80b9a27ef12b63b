"""The history: what was ever answered, ready to be asked, in one SQLite file beside the attempts.

It is derived from the folder of attempts and may be deleted at any time. Rules that must stay true:

- Opening it brings it in step with the folder. Where no file came or went since the last look, the
  folder's own times tell so and no name is read.
- There is one way in: files that it does not know are read, a batch at a time, each batch one
  transaction with everything derived from it. To rebuild is to know none.
- An attempt counts as it was last regraded. How many regradings it has and which is the last, names
  alone tell: where these are not those it knows of, the attempt is read again.
- What cannot be read is passed over and named; it is tried again when the folder changes. Where
  that is a regrading, its attempt counts by the one before, so that no answer is lost.
- A damaged file is set aside, wherever the damage shows, and a new one filled.
- Times come from the caller. The clock tells only whether the folder changed just now, in which
  case its times are not relied upon.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self, TypeVar

from quizgen.core.history import Response, Sat
from quizgen.core.revision import DueFact, MissedItem
from quizgen.core.totals import EVER, Total
from quizgen.store import history_reading as reading
from quizgen.store.history_attempt import read_attempt
from quizgen.store.history_catching_up import (
    PassedOver,
    Progress,
    Way,
    catch_up,
    passed_over,
    unseen,
)
from quizgen.store.history_file import (
    DAMAGED,
    HistoryBusy,
    HistoryUnusable,
    Unsound,
    file_inode,
    meaning,
    open_file,
    rebuilt_from,
    set_aside,
    set_aside_files,
    unusable,
    writing,
)
from quizgen.store.history_folder import Folder
from quizgen.store.history_memories import Step
from quizgen.store.history_totals import totals
from quizgen.store.history_writing import Record, Rules, newer, remove, remove_all, renew

_T = TypeVar("_T")


def local_day(ms: int) -> str:
    """Return the day, `YYYY-MM-DD`, of a wall time where this computer is."""
    return time.strftime("%Y-%m-%d", time.localtime(ms / 1000))


@dataclass(frozen=True, slots=True)
class Opened:
    """What it took to open a history.

    Attributes:
        rebuilt: Why it was filled anew, as a clause (`it was damaged`); empty: it was not.
        added: How many attempts were taken in.
        removed: How many were taken out, their files being gone.
        behind: Whether another process kept it from catching up; what it tells may be old.
    """

    rebuilt: str = ""
    added: int = 0
    removed: int = 0
    behind: bool = False


class History:
    """The history of one user; a context manager. See `open`."""

    def __init__(self, home: Path, way: Way) -> None:
        self._home = home
        self._way = way
        self._database, why = open_file(home)
        self._inode = file_inode(home)
        self.opened = Opened(rebuilt=why)
        try:
            self._catch_up()
        except BaseException:
            self.close()
            raise
        if not self.opened.added:
            self.opened = replace(self.opened, rebuilt=rebuilt_from(self.opened.rebuilt))

    @classmethod
    def open(
        cls,
        home: Path,
        step: Step,
        *,
        schedule: str = "",
        day: Callable[[int], str] = local_day,
        progress: Progress = unseen,
        rescheduling: Progress = unseen,
        clock_ns: Callable[[], int] = time.time_ns,
    ) -> Self:
        """Open the history of the attempts below a folder, and bring it in step with them.

        Args:
            home: The data folder: it holds `attempts`; both need not exist yet.
            step: The memory of a fact after a review; None: before its first.
            schedule: Names the rules of `step`; under another name all facts are scheduled anew.
            day: The local day, `YYYY-MM-DD`, of a wall time in ms.
            progress: Told how many of the attempts to be taken in are read, and how many there are.
            rescheduling: Told how many facts are scheduled anew, and how many there are.

        Raises:
            HistoryNewer: It was written by a newer quizgen.
            HistoryBusy: Another process is just setting it up.
            HistoryUnusable: Folder or disk do not take it.
        """
        rules = Rules(step, day)
        folder = Folder(home / "attempts")
        return cls(home, Way(folder, rules, schedule, clock_ns, progress, rescheduling))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    # Attempts come and go.

    def add(self, sat: Sat, responses: Sequence[Response]) -> bool:
        """Take an attempt in, and return whether it is there now.

        One that is there is replaced if this one was regraded later, else it stays. If it is not
        there, another process is writing; the next opening takes it in from its file. One that has
        no file is taken out again at the next look through the folder: see `keep`.
        """
        return self.add_all([(sat, responses)])

    def add_all(self, records: Sequence[Record]) -> bool:
        """Take several attempts in at once; as `add`."""
        rules = self._way.rules
        try:
            self._write(lambda database: renew(database, newer(database, records), rules))
        except HistoryBusy:
            return False
        return True

    def take(self, path: Path) -> bool:
        """Take the attempt of a finished journal in, with its regradings; as `add`.

        Raises:
            JournalUnreadable: It, or its last regrading, is damaged or of a newer format.
        """
        return self.add(*read_attempt(path))

    def has_journal(self, attempt: str) -> bool:
        """Return whether an attempt of that id was sat here, so that its journal is the truth."""
        return self._way.folder.has_journal(attempt)

    def keep(self, sat: Sat, responses: Sequence[Response], before: Sat | None = None) -> None:
        """Write an attempt that has no journal here into a file, from which it is taken in.

        Args:
            before: The same attempt as it was kept before it was regraded.

        Raises:
            HistoryUnusable: Folder or disk do not take it.
        """
        try:
            self._way.folder.keep(sat, responses, before)
        except OSError as error:
            raise unusable(self._home, error.strerror or str(error)) from error

    def delete(self, attempt: str) -> bool:
        """Delete an attempt and its files, and return whether there was one of that id.

        Raises:
            HistoryUnusable: A file cannot be deleted; its journal is there still.
        """
        paths = self._looking(lambda: self._way.folder.paths(attempt))
        self._unlink(paths)
        step = self._way.rules.step
        try:
            removed = self._write(lambda database: remove(database, [attempt], step))
        except HistoryBusy:  # the next opening takes it out
            removed = 0
        return bool(paths or removed)

    def delete_all(self) -> int:
        """Delete every finished attempt with its files, and return how many there were.

        Histories that were set aside go too, and files of attempts that are gone. Attempts that are
        not finished stay.

        Raises:
            HistoryUnusable: A file cannot be deleted; those before it were.
        """
        deleted = len(self._looking(self._way.folder.regraded))
        self._unlink(self._every_path())
        with suppress(HistoryBusy):  # the next opening takes them out
            self._write(remove_all)
            with suppress(sqlite3.Error):
                self._database.execute("VACUUM")
        return deleted

    def leaves_files(self) -> bool:
        """Return whether there is any file that `delete_all` deletes."""
        return bool(self._every_path())

    def _every_path(self) -> list[Path]:
        return [*self._looking(self._way.folder.every_path), *set_aside_files(self._home)]

    # What it tells.

    def attempts(self, limit: int | None = None, offset: int = 0) -> list[Sat]:
        """Return attempts, the one that ended last first, without the first `offset` of them."""
        return self._do(lambda database: reading.attempts(database, limit, offset))

    def attempt_count(self) -> int:
        """Return how many attempts there are."""
        return self._do(reading.attempt_count)

    def attempt(self, attempt: str) -> Sat | None:
        """Return the attempt of an id; None if there is none."""
        return self._do(lambda database: reading.attempt(database, attempt))

    def records(self) -> Iterator[tuple[Sat, list[Response]]]:
        """Yield attempts, the one that started first first, with responses in paper order."""
        for sat in self._do(reading.attempts_by_start):
            yield sat, self.responses(sat.id)

    def responses(self, attempt: str) -> list[Response]:
        """Return the responses of an attempt in paper order."""
        return self._do(
            lambda database: [each for each, _ in reading.stored_responses(database, attempt)]
        )

    def due(self, now_ms: int, limit: int | None = None) -> list[DueFact]:
        """Return facts that are due, those sure but wrong first, then the longest overdue."""
        return self._do(lambda database: reading.due(database, now_ms, limit))

    def due_between(self, after_ms: int, until_ms: int) -> list[DueFact]:
        """Return the facts that become due after a moment and until another, the first first."""
        return self._do(lambda database: reading.due_between(database, after_ms, until_ms))

    def due_names(self, now_ms: int) -> list[str]:
        """Return the facts that are due, in no order."""
        return self._do(lambda database: reading.due_names(database, now_ms))

    def due_count(self, now_ms: int) -> int:
        """Return how many facts are due."""
        return self._do(lambda database: reading.due_count(database, now_ms))

    def next_due_ms(self, now_ms: int) -> int | None:
        """Return when the next fact becomes due that is not yet; None if none will."""
        return self._do(lambda database: reading.next_due_ms(database, now_ms))

    def missed(self, limit: int | None = None) -> list[MissedItem]:
        """Return items missed last time: sure but wrong, wrong, blank; the latest of each first."""
        return self._do(lambda database: reading.missed(database, limit))

    def fact_count(self) -> int:
        """Return how many facts have a memory."""
        return self._do(reading.fact_count)

    def totals(self) -> tuple[Total, ...]:
        """Return the totals of all time; their `day` is empty."""
        return self._do(lambda database: tuple(totals(database, EVER)))

    def daily(self, since: str) -> tuple[Total, ...]:
        """Return the totals of each day from `since` (`YYYY-MM-DD`) on, in order of days."""
        return self._do(lambda database: tuple(totals(database, max(since, "0"))))

    def days(self) -> list[tuple[str, int]]:
        """Return each day on which something was answered, and how much; the latest first."""
        return self._do(reading.days)

    def items(self) -> list[str]:
        """Return the names, `bank:id`, of all items that were ever asked, in order."""
        return self._do(reading.items)

    def passed_over(self) -> list[PassedOver]:
        """Return the files of attempts that could not be read, by name."""
        return self._do(passed_over)

    # How it stays sound.

    def _catch_up(self) -> None:
        try:
            added, removed = self._do(self._caught_up)
            before = self.opened  # a file renewed meanwhile has caught up already
            self.opened = replace(
                before, added=before.added + added, removed=before.removed + removed
            )
        except HistoryBusy:
            self.opened = replace(self.opened, behind=True)

    def _caught_up(self, database: sqlite3.Connection) -> tuple[int, int]:
        return self._looking(lambda: catch_up(database, self._way))

    def _write(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        def wholly(database: sqlite3.Connection) -> _T:
            with writing(database):
                return work(database)

        return self._do(wholly)

    def _do(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """Do some work on the file; if it turns out to be damaged, on a new one."""
        try:
            return work(self._database)
        except sqlite3.Error as error:
            found = meaning(error, self._home)
            if not isinstance(found, Unsound):
                raise found from error
        try:
            self._renew()
            return work(self._database)
        except sqlite3.Error as error:
            raise meaning(error, self._home) from error

    def _renew(self) -> None:
        set_aside(self._home, self._database, self._inode)
        self._database, _ = open_file(self._home)
        self._inode = file_inode(self._home)
        added, removed = self._caught_up(self._database)
        self.opened = Opened(DAMAGED, added, removed)

    def _looking(self, look: Callable[[], _T]) -> _T:
        """Look at the folder of attempts."""
        try:
            return look()
        except OSError as error:
            raise unusable(self._way.folder.path, error.strerror or str(error)) from error

    def _unlink(self, paths: Iterable[Path]) -> None:
        for path in paths:
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise HistoryUnusable(
                    f"cannot delete {path}: {error.strerror or error}",
                    help="delete it yourself; what is left of the history follows",
                ) from error
