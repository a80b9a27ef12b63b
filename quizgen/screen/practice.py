"""Practice on the screen: each question is judged, and explained, as soon as it is closed."""

from collections.abc import Sequence

from rich.text import Text

from quizgen.core.end import End
from quizgen.core.events import Clear, Event, Select, Submit, Visit
from quizgen.core.keys import Action, Command, letters
from quizgen.core.moves import next_open
from quizgen.core.result import row
from quizgen.screen.exam import Exam
from quizgen.screen.frame import Hint
from quizgen.screen.question import View, question_views
from quizgen.show.layout import BLANK
from quizgen.show.question import about
from quizgen.show.verdict import explanation, judged, verdict


class Practice(Exam):
    """Asks every question that is still open, the first one first; Enter opens the next."""

    has_palette = False

    @property
    def closed(self) -> bool:
        """Whether the question that is seen can no longer be answered."""
        return self.attempt.open_entry.locked

    def views(self) -> list[View]:
        """Return the open question, and once it is closed what became of it."""
        attempt, look = self.attempt, self.session.look
        if not self.closed:
            return list(question_views(attempt, look, self.cursor))
        answer = self.session.answers[attempt.current]
        judged = row(attempt, answer, attempt.current)
        asked = question_views(attempt, look, None, answer.key)
        return [*asked, BLANK, verdict(judged, attempt.paper), BLANK, explanation(judged)]

    def place(self) -> Text:
        """Return number, topic and difficulty."""
        attempt = self.attempt
        number = f"Question {attempt.current + 1} of {len(attempt.entries)}"
        topic = about(attempt.paper.questions[attempt.current])
        return Text.assemble((number, "bold"), f"   {topic}")

    def hints(self) -> Sequence[Hint]:
        """Return the keys of an open question, or of a closed one."""
        stop = (Hint("q", "stop", Command.STOP), Hint("?", "keys", Command.HELP))
        if self.closed:
            last = next_open(self.attempt) is None
            onward = "the score" if last else f"next question{self._starts_a_clock}"
            return (Hint("Enter", onward, Command.NOTHING), *stop)
        answer = letters(self.options).replace(" to ", "-")
        return (
            Hint(answer, "answer", Command.HELP),
            Hint("s", "skip", Command.SKIP),
            Hint("h", "how sure", Command.HOW_SURE),
            *stop,
        )

    @property
    def _starts_a_clock(self) -> str:
        timed = self.attempt.paper.timing.question_ms is not None
        return " and its clock" if timed else ""

    def press(self, key: str, typed: str) -> None:
        """Answer; of a closed question, only Enter goes on, so that nothing typed late counts."""
        if self.closed and key in {"enter", "right"}:
            self.follow(Command.NOTHING)
        elif self.closed and key in {"up", "down"}:
            self.canvas.scrolled_by(key)
        else:
            super().press(key, typed)

    def follow(self, asked: Action) -> None:
        """Go on to the next question, stop, or do as in the exam."""
        if asked is Command.STOP:
            self._stop()
        elif self.closed and asked is not Command.HELP:
            if asked is Command.NOTHING:
                self._go_on()
            else:
                self.say("This question is closed: Enter opens the next one.")
        else:
            super().follow(asked)

    def happen(self, event: Event) -> bool:
        """Let an event happen; what became of an answer is told below the question."""
        done = super().happen(event)
        if done and isinstance(event, (Select, Clear)):
            self.call_after_refresh(self._say_verdict)
        return done

    def _say_verdict(self) -> None:
        """Say what became of an answer where the window is too low to show it."""
        if self.is_current and self.closed:
            answer = self.session.answers[self.attempt.current]
            head, _ = judged(row(self.attempt, answer, self.attempt.current), self.attempt.paper)
            if self.canvas.hides_more_below:
                self.say(f"{head.rstrip(':, ')}: the answer and its reasons stand below.")

    def _go_on(self) -> None:
        following = next_open(self.attempt)
        self.happen(Submit() if following is None else Visit(following))

    def _stop(self) -> None:
        """Show the score so far; where there is none, leave."""
        answered = any(entry.locked for entry in self.attempt.entries)
        if self.happen(Submit()) and not answered:
            self.session.leave(End.STOPPED)
