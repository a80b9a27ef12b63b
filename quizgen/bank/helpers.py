"""Work on many files shared with helper processes, where that is safe and worth their while.

A helper is a fork of this process, so that it has all that is loaded already; it does its share and
leaves what it made in memory that both see. What a helper does not deliver, for whatever reason,
this process does itself: helpers make things quicker, never other.
"""

import os
import pickle
import select
import signal
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST = 4
"""Processes at once, this one included."""

_PATIENCE_S = 60.0  # a helper's share is no larger than our own, which is done by then


def processes() -> int:
    """Return how many processes may work at once; 1 where a fork is not safe.

    It is safe where no other thread may hold a lock that nobody would release in the fork.
    """
    if sys.platform != "linux":
        return 1
    with suppress(OSError):
        threads = list(Path("/proc/self/task").iterdir())
        if len(threads) == 1:
            return min(len(os.sched_getaffinity(0)), MOST)
    return 1


def shares(items: Sequence[T], size: Callable[[T], int], count: int) -> list[list[T]]:
    """Return the items in so many shares of about the same size, their order kept in each."""
    found: list[list[int]] = [[] for _ in range(count)]
    sums = [0] * count
    for number in sorted(range(len(items)), key=lambda one: -size(items[one])):
        least = sums.index(min(sums))
        found[least].append(number)
        sums[least] += size(items[number])
    return [[items[number] for number in sorted(share)] for share in found if share]


def worked(
    work: Callable[[T], R], parts: Sequence[Sequence[T]]
) -> Generator[tuple[T, R], None, None]:
    """Yield each item with what work makes of it; each part but the first is a helper's.

    To be closed where it is not read to its end: then no helper outlives it.
    """
    own = [*parts[:1]]
    helpers: list[_Helper[T, R]] = []
    try:
        for part in parts[1:]:
            try:
                helpers.append(_Helper(work, part))
            except OSError:  # too many processes, or no memory
                own.append(part)
        yield from ((item, work(item)) for part in own for item in part)
        for helper in helpers:
            made = helper.result()
            if made is None:
                yield from ((item, work(item)) for item in helper.part)
            else:
                yield from zip(helper.part, made, strict=True)
    finally:
        for helper in helpers:
            helper.end()


class _Helper(Generic[T, R]):
    """A fork of this process that works on a part."""

    def __init__(self, work: Callable[[T], R], part: Sequence[T]) -> None:
        self.part = part
        self._made = os.memfd_create("quizgen")
        self._over, over = os.pipe()  # its other end closes with the helper
        # From the first moment on Ctrl-C ends the helper, and does not run through our own code.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._pid = os.fork()
            if self._pid == 0:
                signal.signal(signal.SIGINT, signal.SIG_DFL)
                signal.pthread_sigmask(signal.SIG_SETMASK, mask)
                _work(work, part, self._made)
        except OSError:
            os.close(self._made)
            os.close(self._over)
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            os.close(over)

    def result(self) -> list[R] | None:
        """Return what it made of each item, once it is done; None if it did not."""
        if not select.select([self._over], [], [], _PATIENCE_S)[0]:
            return None
        _, status = os.waitpid(self._pid, 0)
        self._pid = 0
        if status:
            return None
        os.lseek(self._made, 0, os.SEEK_SET)
        with os.fdopen(os.dup(self._made), "rb") as stream:
            made: list[R] = pickle.load(stream)  # noqa: S301 - our own fork wrote it
        return made

    def end(self) -> None:
        """Leave nothing behind."""
        if self._pid:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        os.close(self._over)
        os.close(self._made)


def _work(work: Callable[[T], R], part: Sequence[T], made: int) -> None:
    """Be the helper; nothing of this process's own is written, told or tidied up."""
    status = 1
    try:
        with os.fdopen(made, "wb") as stream:
            pickle.dump([work(item) for item in part], stream, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
