"""What practice and mock share: the desk of a candidate who reads and types lines.

- Every event goes through the desk of `core`, so it is in the journal before the prompt returns.
- While a line is awaited, the sitting's heartbeat and deadlines are kept.
- A journal that cannot be written is told to the candidate, who can try again; nothing is lost.
"""

from quizgen.core.desk import Desk
from quizgen.core.events import Event
from quizgen.core.refusals import Refused
from quizgen.core.sitting import Sitting
from quizgen.core.state import Attempt
from quizgen.line.reader import Reader
from quizgen.show.console import QuizConsole
from quizgen.show.layout import BLANK, Flow, safe_line
from quizgen.show.told import happened, news, trouble
from quizgen.show.words import one_line


class LineDesk:
    """A sitting, a console and a reader."""

    def __init__(self, sitting: Sitting, console: QuizConsole, reader: Reader) -> None:
        self._desk = Desk(sitting)
        self.sitting = sitting
        self.console = console
        self.reader = reader

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

    def is_echo(self, line: str) -> bool:
        """Return whether a line is a second press of the Enter that started the paper."""
        return self.reader.terminal and not line and self._desk.start_echoes

    def gap(self) -> None:
        """Print an empty line."""
        self.console.show(BLANK)

    def do(self, event: Event, remedy: str = "try again") -> bool:
        """Let an event happen; where it does not, say why and return False.

        Args:
            remedy: What the candidate can do where it could not be saved.
        """
        done = self._try(event, remedy)
        self._tell_saved_again()
        return done

    def act(self, event: Event) -> bool:
        """Let an event happen and say what it did; where it does not, say why and return False."""
        before = self.attempt
        done = self._try(event)
        if done and (told := happened(before, event)):
            self.say(told)
        self._tell_saved_again()
        return done

    def insist(self, event: Event) -> bool:
        """Let an event happen that nothing goes on without, as often as the candidate tries.

        Returns False where he gives up, or where the rules refuse it.
        """
        while (error := self._desk.do(event)) is not None:
            self.say(trouble(error))
            if isinstance(error, Refused) or self._asked_to_stop():
                return False
        self._tell_saved_again()
        return True

    def agrees(self, prompt: str, otherwise: str) -> bool:
        """Wait for Enter; return False if the candidate types q instead.

        Args:
            otherwise: What is said of anything else.
        """
        while typed := (self.ask(prompt) or "").strip():
            if typed.lower() == "q":
                return False
            self.say(otherwise)
        return True

    def ask(self, prompt: str) -> str | None:
        """Return the next line; None if something closed while it was awaited.

        Raises:
            EOFError: There is no more input.
        """
        before = self.attempt
        self.console.prompt(prompt)
        while (line := self._read(self._desk.wait_ms())) is None:
            told = self._desk.news()
            closed = _closed(before, self.attempt)
            if told or closed:
                self.gap()
            for each in told:
                self.console.show(Flow(news(each, plain=self.plain)))
            if closed:
                return None
            if told:
                # What was half typed stands above the news, unseen below it.
                self.reader.discard_typed_ahead()
                self.console.prompt(prompt)
        return line

    def _try(self, event: Event, remedy: str = "try again") -> bool:
        error = self._desk.do(event)
        if error is not None:
            self.say(trouble(error, remedy))
        return error is None

    def _tell_saved_again(self) -> None:
        for each in self._desk.saved_again():
            self.console.show(Flow(news(each)))

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
