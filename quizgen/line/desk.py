"""What practice and mock share: the candidate's desk, where lines are read and events happen.

- Every event goes through `Sitting.do`, so it is in the journal before the prompt returns.
- While a line is awaited, the sitting's heartbeat and deadlines are kept.
- A journal that cannot be written is told to the candidate, who can try again; nothing is lost.
"""

from enum import Enum

from rich.text import Text

from quizgen.core.events import Event
from quizgen.core.refusals import Refused
from quizgen.core.sitting import HEARTBEAT_MS, WARNINGS_MS, Sitting
from quizgen.core.state import Attempt, Phase
from quizgen.core.text import clean
from quizgen.line.reader import Reader
from quizgen.show.console import QuizConsole
from quizgen.show.layout import BLANK, Flow, safe_line
from quizgen.show.standing import interruption
from quizgen.show.words import capital, duration, one_line, sentence

_URGENCY = dict(zip(WARNINGS_MS, ("bold yellow", "bold red"), strict=True))


class End(Enum):
    """How a run ended.

    UNSAVED: Starting or handing in could not be written.
    """

    FINISHED = "finished"
    STOPPED = "stopped"
    INPUT_ENDED = "input ended"
    INTERRUPTED = "interrupted"
    UNSAVED = "unsaved"


class Desk:
    """A sitting, a console and a reader."""

    def __init__(self, sitting: Sitting, console: QuizConsole, reader: Reader) -> None:
        self.sitting = sitting
        self.console = console
        self.reader = reader
        self._troubled = False
        self._gaps_told = len(sitting.attempt.interruptions)

    @property
    def attempt(self) -> Attempt:
        """The attempt as of the last event."""
        return self.sitting.attempt

    @property
    def plain(self) -> bool:
        """Whether the console speaks plainly."""
        return self.console.plain

    def say(self, text: str) -> None:
        """Print a sentence."""
        self.console.show(Flow(safe_line(text)))

    def gap(self) -> None:
        """Print an empty line."""
        self.console.show(BLANK)

    def do(self, event: Event, remedy: str = "try again") -> bool:
        """Let an event happen; where it does not, say why and return False.

        Args:
            remedy: What the candidate can do where it could not be saved.
        """
        error = self._try(event)
        if error is not None:
            self._complain(error, remedy)
        return error is None

    def insist(self, event: Event) -> bool:
        """Let an event happen that nothing goes on without, as often as the candidate tries.

        Returns False where he gives up, or where the rules refuse it.
        """
        while (error := self._try(event)) is not None:
            self._complain(error, "try again")
            if isinstance(error, Refused) or self._asked_to_stop():
                return False
        return True

    def ask(self, prompt: str) -> str | None:
        """Return the next line; None if something closed while it was awaited.

        Raises:
            EOFError: There is no more input.
        """
        before = self.attempt
        self.console.prompt(prompt)
        while (line := self._read(self._wait_ms())) is None:
            news = self._news()
            closed = _closed(before, self.attempt)
            if news or closed:
                self.gap()
            for each in news:
                self.console.show(Flow(each))
            if closed:
                return None
            if news:
                # What was half typed stands above the news, unseen below it.
                self.reader.discard_typed_ahead()
                self.console.prompt(prompt)
        return line

    def _read(self, timeout_ms: int | None) -> str | None:
        """What is not typed on a terminal is shown, so that a transcript reads right."""
        try:
            line = self.reader.read(timeout_ms)
        except (EOFError, KeyboardInterrupt):
            self.gap()
            raise
        if line is not None and not self.reader.terminal:
            self.console.prompt(one_line(line))
            self.gap()
        return line

    def _try(self, event: Event) -> Refused | OSError | None:
        try:
            self.sitting.do(event)
        except Refused as refusal:
            return refusal
        except OSError as error:
            self._troubled = True
            return error
        self._troubled = False
        return None

    def _complain(self, error: Refused | OSError, remedy: str) -> None:
        if isinstance(error, OSError):
            self.say(f"Not saved: {_told(error)} What was saved before is safe; {remedy}.")
        else:
            self.say(_told(error))

    def _wait_ms(self) -> int | None:
        wait = self.sitting.wait_ms()
        if self._troubled and wait is not None:
            return max(wait, HEARTBEAT_MS)
        return wait

    def _news(self) -> list[Text]:
        """Let time pass, and return what the candidate must be told of it."""
        news: list[Text] = []
        try:
            self.sitting.tick()
        except OSError as error:
            if not self._troubled:
                news.append(
                    Text(f"The time cannot be saved: {_told(error)} Your answers are safe.")
                )
            self._troubled = True
        else:
            self._troubled = False
        news += [
            Text(interruption(gap.gap_ms, charged=gap.charged))
            for gap in self.attempt.interruptions[self._gaps_told :]
        ]
        self._gaps_told = len(self.attempt.interruptions)
        warning = self.sitting.warning_ms()
        if warning is not None and self.attempt.phase is Phase.RUNNING:
            news.append(Text(f"{duration(warning, spoken=True)} left.", _URGENCY[warning]))
        return news

    def _asked_to_stop(self) -> bool:
        self.console.prompt("Enter tries again, q gives up: ")
        try:
            line = self._read(None) or ""
        except EOFError:
            return True
        return line.strip().lower() == "q"


def _closed(before: Attempt, after: Attempt) -> bool:
    """Whether the question asked can no longer be answered where it stood."""
    return (
        after.phase is not before.phase
        or after.current != before.current
        or (after.open_entry.locked and not before.open_entry.locked)
    )


def _told(error: Exception) -> str:
    """An error in a sentence of its own, with its remedy if it brings one."""
    remedy = getattr(error, "help", "")
    what = (error.strerror if isinstance(error, OSError) else "") or str(error)
    parts = [what, remedy if isinstance(remedy, str) else ""]
    return " ".join(sentence(capital(clean(part))) for part in parts if part)
