"""quizgen as its user meets it: a process of its own, in a real terminal or on a pipe."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pexpect
import pytest

QUIZGEN = (sys.executable, "-m", "quizgen")
PATIENCE_S = 20
"""For what happens at once on a machine that is not busy."""

_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def bank_text(count: int, topic: str = "numbers") -> str:
    """Return a question file of `q1`, `q2`...; the first of four options is right, and stays so."""
    questions = "".join(
        f"  - id: q{number}\n"
        f"    question: What is q{number}?\n"
        f"    options: [alpha, beta, gamma, delta]\n"
        f"    answer: a\n"
        f"    shuffle: false\n"
        f"    explanation: It is the first of q{number}.\n"
        for number in range(1, count + 1)
    )
    return f"title: Numbers\nbank: numbers\ntopic: {topic}\nquestions:\n{questions}"


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a user whose home is this folder, and nothing of the tests' own.

    What measures coverage is let through. A variable set to nothing is left out.
    """
    kept = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
    found = {
        **kept,
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "QUIZGEN_HOME": str(home),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONWARNINGS": "error",
        **(more or {}),
    }
    return {name: value for name, value in found.items() if value}


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with a home folder and a question file, who runs quizgen.

    Attributes:
        env: What his environment has besides `environment`.
    """

    home: Path
    bank: Path
    env: Mapping[str, str]

    def with_env(self, **more: str) -> "User":
        """Return the same user with other variables set."""
        return User(self.home, self.bank, {**self.env, **more})

    @property
    def environ(self) -> dict[str, str]:
        """His environment."""
        return environment(self.home, {"QUIZGEN_BANK": str(self.bank), **self.env})

    @property
    def journals(self) -> list[Path]:
        """The files of his unfinished attempts."""
        return sorted((self.home / "data/attempts/open").glob("*.jsonl"))

    def pipe(self, *args: str, typed: str = "", status: int = 0) -> str:
        """Run quizgen on a pipe to its end and return what it printed, errors too."""
        done = subprocess.run(
            [*QUIZGEN, *args],
            input=typed.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environ,
            cwd=self.home,
            timeout=PATIENCE_S,
            check=False,
        )
        shown = done.stdout.decode()
        assert done.returncode == status, shown
        return shown

    def open_pipe(self, *args: str) -> "subprocess.Popen[bytes]":
        """Start quizgen on a pipe."""
        return subprocess.Popen(
            [*QUIZGEN, *args],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environ,
            cwd=self.home,
            bufsize=0,
        )

    def terminal(self, *args: str, size: tuple[int, int] = (24, 80)) -> "Terminal":
        """Start quizgen in a terminal of so many rows and columns."""
        return Terminal([*QUIZGEN, *args], self, size)


class Terminal:
    """A pseudo-terminal and the process in it; ends with the block it is used in."""

    def __init__(self, command: Sequence[str], user: User, size: tuple[int, int]) -> None:
        self.log = io.StringIO()
        self.child = pexpect.spawn(
            command[0],
            list(command[1:]),
            env=user.environ,
            cwd=str(user.home),
            dimensions=size,
            timeout=PATIENCE_S,
            encoding="utf-8",
        )
        self.child.delaybeforesend = None
        self.child.logfile_read = self.log

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.close(force=True)

    @property
    def shown(self) -> str:
        """All that was shown so far, without escape codes."""
        return _ESCAPE.sub("", self.log.getvalue()).replace("\r\n", "\n")

    @property
    def raw(self) -> str:
        """All that was shown so far, as it was sent."""
        return self.log.getvalue()

    @property
    def pid(self) -> int:
        """The process's."""
        assert self.child.pid is not None
        return self.child.pid

    def sees(self, *texts: str) -> None:
        """Wait until each text is shown, in this order."""
        for text in texts:
            if self.child.expect_exact([text, pexpect.TIMEOUT, pexpect.EOF]) > 0:
                tail = "\n".join(self.shown.splitlines()[-24:])
                pytest.fail(f"{text!r} was not shown; the screen:\n{tail}", pytrace=False)

    def types(self, line: str) -> None:
        """Type a line."""
        self.child.send(f"{line}\r")

    def presses(self, keys: str) -> None:
        """Type without Enter."""
        self.child.send(keys)

    def answers(self, *lines: str, prompt: str = "? help): ") -> None:
        """Type each line at the next prompt."""
        for line in lines:
            self.sees(prompt)
            self.types(line)

    def goes_on(self) -> None:
        """Read an explanation of practice, and open the next question."""
        self.sees("(q stops): ")
        self.types("")

    def leaves(self) -> int:
        """Read the score of a mock without its questions, and return the exit status."""
        self.sees("with its reasons (q leaves): ")
        self.types("q")
        return self.ends()

    def ends(self) -> int:
        """Wait for the end and return the exit status, 128 and the signal if one killed it."""
        self.child.expect(pexpect.EOF)
        self.child.wait()
        if self.child.signalstatus is not None:
            return 128 + self.child.signalstatus
        assert self.child.exitstatus is not None
        return self.child.exitstatus

    def goes_away(self) -> int:
        """Close the window, as its user would, and return the exit status."""
        self.child.ptyproc.fileobj.close()  # type: ignore[attr-defined]  # pexpect is untyped
        return int(self.child.wait())
