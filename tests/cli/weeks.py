"""Three weeks of practice through the command line, by someone whose clock and chance are ours."""

import json
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizgen.cli.world import SystemClock
from tests.bank.modelled import timeline
from tests.cli.run import Ended, quizgen

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
MIDNIGHT_MS = 1_792_953_000_000
"""Where the user is, in India: the start of 26 October 2026."""
LEFT_OUT = frozenset((4, 11, 12, 17))
"""Days without practice."""
VOIDED, CORRECTED = 9, 14
"""The days in whose evening a question is found to be void, and a key to be wrong."""

SUBJECTS = ("Treaty dates", "SCO membership", "Indus waters")
COUNT = 30
"""Written questions of each."""


def write_bank(folder: Path) -> str:
    """Write questions of four forms on facts they share, and a model; return the paths of them."""
    for subject in SUBJECTS:
        text = f"bank: weeks\ntitle: {subject}\ntopic: {subject}\nquestions:\n"
        text += "".join(_question(subject, number) for number in range(COUNT))
        (folder / f"{subject[:3].lower()}.yaml").write_text(text, encoding="utf-8")
    timeline(folder, "years.yaml", bank="weeks", years=range(1950, 1980), topic=SUBJECTS[-1])
    names = [*(f"{subject[:3].lower()}.yaml" for subject in SUBJECTS), "years.yaml"]
    return os.pathsep.join(str(folder / name) for name in names)


def questions() -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield the name, topic, form and facts of each written question."""
    for subject in SUBJECTS:
        for number in range(COUNT):
            name = f"weeks:{subject[:3].lower()}-{number}"
            yield name, subject, _FORMS[number % 6], _facts(subject, number)


_FORMS = ("D", "D", "D", "S2", "SN", "H")
"""Three questions on a fact each, and three on two or all of these."""


def _facts(subject: str, number: int) -> list[str]:
    head, block = subject[:3].lower(), number // 6 * 3
    parts = [number % 6] if number % 6 < 3 else range(2 if number % 6 == 3 else 3)
    return [f"{head}-fact-{block + part}" for part in parts]


def _question(subject: str, number: int) -> str:
    facts, form = _facts(subject, number), _FORMS[number % 6]
    head = f"  - id: {subject[:3].lower()}-{number}\n"
    if form == "D":
        return (
            f"{head}    question: What is {subject} {number}?\n"
            f"    options: [alpha, beta, gamma, delta]\n"
            f"    answer: a\n    shuffle: false\n    facts: [{facts[0]}]\n"
        )
    ask = "    ask: how-many\n" if form == "H" else ""
    told = "".join(
        f"      - {'correct' if (number + part) % 2 else 'incorrect'}: Statement {part} of "
        f"{subject} {number}.\n        facts: [{fact}]\n        id: part-{part}\n"
        for part, fact in enumerate(facts)
    )
    return f"{head}    about: {subject} {number}\n{ask}    statements:\n{told}"


class Times:
    """The clock of a user: wherever it is asked for, a few seconds have passed."""

    def __init__(self, seed: int) -> None:
        self.now_ms = MIDNIGHT_MS
        self._chance = random.Random(seed)

    def passes(self) -> int:
        """Return the time, some of which has passed since it was last asked for."""
        self.now_ms += self._chance.choice((400, 2_000, 9_000, 45_000))
        return self.now_ms


class Aspirant:
    """Someone in India who practises, by a clock of his own.

    What he types is a matter of chance, the same from the same seed.
    """

    def __init__(self, folder: Path, seed: int = 1) -> None:
        self.times = Times(seed)
        self._chance = random.Random(seed)
        self._settings = {
            "QUIZGEN_HOME": str(folder / "home"),
            "QUIZGEN_BANK": write_bank(folder),
            "TZ": "Asia/Kolkata",
        }

    def does(self, *args: str, typed: str = "") -> Ended:
        """Run a command at this moment."""
        with self._at_home():
            ended = quizgen(*args, typed=typed)
        assert ended.status == 0, ended.err
        return ended

    @contextmanager
    def _at_home(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in self._settings.items():
                patch.setenv(name, value)
            time.tzset()
            patch.setattr(SystemClock, "wall_ms", lambda _: self.times.now_ms)
            patch.setattr(SystemClock, "monotonic_ms", lambda _: self.times.passes())
            yield
        time.tzset()

    def three_weeks(self) -> None:
        """Practise up to three times a day, not every day, and come again the morning after."""
        for day in range(21):
            if day not in LEFT_OUT:
                for session in range(1 + self._chance.randrange(3)):
                    self.comes(day, 7 + 6 * session)
                    self.sits(day, session)
            if day == VOIDED:
                self.does("regrade", "1", "--void", "1,2")
            if day == CORRECTED:
                self._corrects()
        self.comes(21, 7)

    def _corrects(self) -> None:
        """Correct the keys of the first subject's direct questions, and regrade all attempts."""
        path = Path(self._settings["QUIZGEN_BANK"].split(os.pathsep)[0])
        text = path.read_text(encoding="utf-8").replace("answer: a", "answer: b")
        path.write_text(text, encoding="utf-8")
        lines = [json.loads(line) for line in self.does("history", "export").out.splitlines()]
        for attempt in dict.fromkeys(line["attempt"] for line in lines):
            self.does("regrade", attempt)

    def comes(self, day: int, hour: int) -> None:
        """Let it be that hour of that day."""
        self.times.now_ms = MIDNIGHT_MS + day * DAY_MS + hour * HOUR_MS

    def sits(self, day: int, session: int) -> None:
        """Practise once, or sit a mock."""
        seed = ("--seed", str(100 * day + session))
        way = self._chance.choice(("", "", "--due", "--missed", "--weak", "mock", "mock"))
        if way == "mock":
            declining = self._chance.choice(((), ("--marking", "rpsc-ras")))
            typed = self._mock(10, "aaaaabcde." if declining else "aaaaabcd.")
            self.does("mock", "--line", "-n", "10", *declining, *seed, typed=typed)
        else:
            timed = self._chance.choice(((), ("--seconds", "72")))
            options = (*([way] if way else []), *timed, "-n", "8", *seed)
            self.does("practice", *options, typed=self._practice(8))

    def _practice(self, count: int) -> str:
        """An answer to each question, or none, said to be sure or not."""
        return "".join(self._certainty() + self._answer("s") for _ in range(count))

    def _mock(self, count: int, letters: str) -> str:
        """A mock submitted before its end."""
        acts = (self._answer("", letters) + self._certainty() + "n\n" for _ in range(count))
        return f"\n{''.join(acts)}submit\ny\n"

    def _answer(self, none: str, letters: str = "aaaaabcd.") -> str:
        letter = self._chance.choice(letters)
        return f"{none if letter == '.' else letter}\n"

    def _certainty(self) -> str:
        return self._chance.choice(("", "", "sure\n", "sure\n", "unsure\n", "guess\n"))
