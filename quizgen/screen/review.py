"""Every question of a result, one at a time, with the keys of the exam."""

from collections.abc import Hashable, Sequence

from rich.text import Text

from quizgen.core.keys import GoTo
from quizgen.core.marking import Outcome
from quizgen.core.only import Only
from quizgen.core.result import Result, Row
from quizgen.core.rows import rows_of
from quizgen.core.topics import slug
from quizgen.screen.canvas import Canvas
from quizgen.screen.choices import Choice, Choices
from quizgen.screen.frame import Hint
from quizgen.screen.number import Number
from quizgen.screen.page import Page, Session
from quizgen.show.layout import Flow
from quizgen.show.questions_list import known_by
from quizgen.show.review import nothing, reviewed
from quizgen.show.words import capital, topic_name

_KEYS = {
    "enter": "next",
    "n": "next",
    "right": "next",
    "p": "back",
    "left": "back",
    "g": "go to",
    "f": "filter",
    "l": "list",
    "v": "list",
    "escape": "score",
    "q": "score",
}
_MARKS = {
    Outcome.RIGHT: ("+", "green"),
    Outcome.WRONG: ("-", "red"),
    Outcome.UNANSWERED: (".", "dim"),
    Outcome.DECLINED: (".", "dim"),
    Outcome.VOID: ("/", "dim"),
}
_ONLY = {
    Only.ALL: "all",
    Only.WRONG: "wrong",
    Only.UNANSWERED: "unanswered",
    Only.MARKED: "marked for review",
    Only.GUESSED: "guessed",
    Only.SURE_BUT_WRONG: "sure but wrong",
    Only.CHANGED: "answer changed",
}


class ReviewPage(Page):
    """Goes through the questions that are wanted; `f` chooses which."""

    timed = False

    def __init__(self, session: Session, found: Result, only: Only = Only.ALL) -> None:
        super().__init__(session)
        self._result = found
        self._only, self._topic = only, ""
        self._rows = rows_of(found, only)
        self._at = 0
        self._shown: Row | None = None
        self._number = Number()
        self._words = known_by(found.attempt.paper)

    def place(self) -> Text:
        """Return which questions these are, and the place among them."""
        wanted = _ONLY[self._only]
        if self._topic:
            wanted = f"{wanted}, {topic_name(self._topic)}"
        at = f"{self._at + 1} of {len(self._rows)}" if self._rows else "none"
        return Text.assemble(("Result", "bold"), f"   {wanted}: {at}")

    def hints(self) -> Sequence[Hint]:
        """Return the keys."""
        if self._number.asked:
            return self._number.hints()
        return (
            Hint("Enter", "next", "next"),
            Hint("p", "back", "back"),
            Hint("g", "go to", "go to"),
            Hint("f", "filter", "filter"),
            Hint("l", "list", "list"),
            *([Hint("PgDn", "reads on", "pagedown")] if self._has_more else []),
            Hint("q", "score", "score"),
        )

    @property
    def _has_more(self) -> bool:
        return self.query_one(Canvas).hides_more_below

    def on_canvas_scrolled(self) -> None:
        """Say whether there is more to read."""
        self.draw_keys()

    def draw(self) -> None:
        """Draw the question, or that there is none."""
        row = self._rows[self._at] if self._rows else None
        paper = self._result.attempt.paper
        none = Flow(Text(nothing(self._only, self._topic)))
        view = reviewed(row, paper, self._result.was(row)) if row else none
        self.query_one(Canvas).show([view], from_top=row is not self._shown)
        self._shown = row
        super().draw()

    def press(self, key: str, typed: str) -> None:
        """Move, filter, scroll or go back to the score."""
        if self._number.asked:
            number = self._number.press(key, typed)
            if number is not None:
                self._go_to(number - 1)
            self.draw()
            return
        self.say("")
        asked = _KEYS.get(typed) or _KEYS.get(key)
        if asked:
            self.pick(asked)
        elif not self.query_one(Canvas).scrolled_by(key):
            self.say("Enter next, p back, g go to, f filter, l list, q the score.")

    def pick(self, asked: object) -> None:
        """Do what was chosen."""
        match asked:
            case "next" | "back":
                self._step(1 if asked == "next" else -1)
            case "go to":
                self._number.ask()
                self.draw()
            case "filter":
                self.app.push_screen(self._filters())
            case "list":
                self.app.push_screen(self._list())
            case "score":
                self.app.pop_screen()
            case str():
                self.query_one(Canvas).scrolled_by(asked)
            case _:
                pass

    def _step(self, step: int) -> None:
        at = self._at + step
        if 0 <= at < len(self._rows):
            self._at = at
            self.draw()
        else:
            which = "last" if step > 0 else "first"
            self.say(f"This is the {which} of them; f chooses others, q goes back to the score.")

    def _go_to(self, index: int) -> bool:
        """Open a question of the paper, among all where it is not among those wanted."""
        if not any(row.number == index + 1 for row in self._result.rows):
            self.say(f"There is no question {index + 1} in this result.")
            return False
        if not any(row.number == index + 1 for row in self._rows):
            self._want(Only.ALL, "")
        self._at = [row.number for row in self._rows].index(index + 1)
        self.draw()
        return True

    def _want(self, only: Only, topic: str) -> None:
        self._only, self._topic, self._at = only, topic, 0
        self._rows = rows_of(self._result, only, topic)

    def _list(self) -> Choices:
        here = self._rows[self._at].number - 1 if self._rows else 0
        return Choices(
            self.session,
            f"Questions: {_ONLY[self._only]}",
            lambda: [self._choice(row) for row in self._rows or self._result.rows],
            GoTo(here),
            lambda _, asked: isinstance(asked, GoTo) and self._go_to(asked.question),
            verb="opens it",
            opened_by="l",
            timed=False,
        )

    def _choice(self, row: Row) -> Choice:
        shape, style = _MARKS[row.outcome]
        digits = len(str(len(self._result.attempt.entries)))
        label = Text.assemble(f"{row.number:>{digits}} ", (shape, style), f" {row.outcome:<11}  ")
        return Choice(label, self._words[row.number - 1], GoTo(row.number - 1))

    def _filters(self) -> Choices:
        return Choices(
            self.session,
            "Which questions?",
            self._wants,
            (self._only, self._topic),
            self._take,
            verb="shows them",
            opened_by="f",
            timed=False,
        )

    def _wants(self) -> list[Choice]:
        choices = [self._want_choice(only, "") for only in Only]
        topics = {slug(group.topic): group.topic for group in self._result.topics}
        choices += [self._want_choice(Only.ALL, topic) for topic in topics.values() if topic]
        choices += [self._want_choice(Only.WRONG, topic) for topic in topics.values() if topic]
        return choices

    def _want_choice(self, only: Only, topic: str) -> Choice:
        number = len(rows_of(self._result, only, topic))
        what = capital(_ONLY[only])
        words = f"{what}, {topic_name(topic)}" if topic else what
        return Choice(Text(f"{number:>4}  "), words, (only, topic), shut=not number)

    def _take(self, _: Choices, asked: Hashable) -> bool:
        match asked:
            case (Only() as only, str() as topic):
                self._want(only, topic)
                return True
            case _:
                return False
