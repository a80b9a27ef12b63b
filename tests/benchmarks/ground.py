"""Where the rows are measured: banks in one folder, each with the home it is indexed in.

A million responses take about three minutes to be made, once for all rows that ask for them.
"""

import sys
import sysconfig
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

from tests.benchmarks.banks import write_bank
from tests.benchmarks.histories import write_history
from tests.benchmarks.timing import environment, until_exit, until_output

IMPORTS = (sys.executable, "-c", "import typer, rich.console")
"""What a start is measured against: the packages that any command of quizgen needs."""

_RECENT_S = 2.1

FIRST_OPTION = b"(a) "
"""What is printed of a question before anything may be answered."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much is measured.

    Attributes:
        bank: Questions of a bank; the papers of the screen have a hundred of them.
        answers: That a run writes.
        moves: To the next question, each with an answer, that a run makes on the screen.
        history: Responses of someone new, whole attempts of them.
        long_history: Of someone who has practised for years.
        journals: Attempts from which a history is made anew; beside them, eight times as many.
        idle_s: Seconds that a run watches a screen on which nothing is pressed; a journal gets two
            heartbeats in ten.
    """

    bank: int = 10_000
    large_bank: int = 100_000
    answers: int = 50
    moves: int = 30
    history: int = 100
    long_history: int = 1_000_000
    journals: int = 100
    idle_s: float = 10


@dataclass(frozen=True, slots=True)
class Bank:
    """Question files, and the home of a user who asks them."""

    files: tuple[Path, ...]
    home: Path

    @property
    def data(self) -> Path:
        """Where attempts and the history lie."""
        return self.home / "data"

    @property
    def folder(self) -> Path:
        """Where the files lie."""
        return self.files[0].parent


@dataclass(frozen=True, slots=True)
class Ground:
    """A folder to measure in; banks are made when first asked for.

    Attributes:
        folder: On the kind of disk that answers are kept on.
    """

    folder: Path
    sizes: Sizes
    _banks: dict[int, Bank] = field(default_factory=dict)
    _practised: dict[int, Bank] = field(default_factory=dict)

    def bank(self, count: int) -> Bank:
        """Return a bank of that many questions."""
        if count not in self._banks:
            files = write_bank(self.folder / f"bank-{count}", count)
            self._banks[count] = Bank(tuple(files), self.folder / f"home-{count}")
        return self._banks[count]

    def indexed(self, count: int) -> Bank:
        """Return a bank of that many questions whose index knows all of them."""
        bank = self.bank(count)
        if not bank.home.exists():
            bank.home.mkdir()
            _settle(bank)
            checked(bank)
        return bank

    def practised(self, responses: int) -> Bank:
        """Return a bank, known to its index, in the home of a user with so long a history."""
        if responses not in self._practised:
            folder = self.folder / "bank-of-facts"
            if not folder.exists():
                write_bank(folder, self.sizes.bank, facts=True)
            bank = Bank(tuple(sorted(folder.iterdir())), self.folder / f"home-of-{responses}")
            write_history(bank.data, responses, self.sizes.bank, _yesterday_ms())
            _settle(bank)
            checked(bank)
            self._practised[responses] = bank
        return self._practised[responses]


def _settle(bank: Bank) -> None:
    """Wait until a file, once indexed, need not be read again in later runs."""
    newest = max(path.stat().st_ctime for path in bank.files)
    time.sleep(max(newest + _RECENT_S - time.time(), 0))


def _yesterday_ms() -> int:
    return (int(time.time()) - 24 * 60 * 60) * 1000


def checked(bank: Bank) -> float:
    """Return the seconds `quizgen check` takes for a bank, from start to end."""
    return until_exit([*quizgen(), "check", str(bank.folder)], environment(bank.home))


def first_question(bank: Bank, seed: int) -> float:
    """Return the seconds `quizgen practice` takes to the options of its first question."""
    command = [*quizgen(), "practice", "--bank", str(bank.folder), "--seed", str(seed)]
    return until_output(command, environment(bank.home), FIRST_OPTION)


def imports(ground: Ground) -> float:
    """Return the seconds the imports take that every start needs."""
    return until_exit(IMPORTS, environment(ground.folder))


def quizgen() -> Sequence[str]:
    """Return the command as installed beside this Python; `-m` costs more than a user pays."""
    script = which("quizgen", path=sysconfig.get_path("scripts"))
    return [script] if script else [sys.executable, "-m", "quizgen"]
