"""Pages that open over the exam, and close again: palette, question list, keys, submitting."""

from collections.abc import Callable, Iterator, Sequence

from rich.text import Text
from textual.app import ComposeResult

from quizgen.core.attempt import can_open
from quizgen.core.events import EndSection, Visit
from quizgen.core.keys import Action, Command, GoTo, keys_of, letters
from quizgen.core.moves import Notice, finishing, move
from quizgen.core.palette import Standing, standings
from quizgen.core.paper import Feedback, Paper
from quizgen.screen.canvas import Canvas, Target
from quizgen.screen.choices import Choice, Choices
from quizgen.screen.frame import Hint
from quizgen.screen.grid import Grid, Legend
from quizgen.screen.page import Page, Session
from quizgen.show.layout import BLANK, Flow, numbered
from quizgen.show.palette import before_submitting
from quizgen.show.questions_list import listed_words
from quizgen.show.standing import section_line

_BACK, _READ_ON, _SUBMIT, _UNANSWERED = "back", "read on", "submit", "next unanswered"


class Over(Page):
    """A page over the exam: Esc, or the key that opened it, closes it."""

    opened_by = ""

    def hints(self) -> Sequence[Hint]:
        """Return the way back, and that there is more to read."""
        back = Hint("Esc", "back", _BACK)
        canvas = next(iter(self.query(Canvas)), None)
        more = canvas is not None and canvas.hides_more_below
        return (Hint("PgDn", "reads on", _READ_ON), back) if more else (back,)

    def on_canvas_scrolled(self) -> None:
        """Say whether there is more to read."""
        self.draw_keys()

    def press(self, key: str, typed: str) -> None:
        """Close, scroll, or move."""
        if key == "escape" or (typed and typed == self.opened_by):
            self.close()
        elif not self.moved(key, typed) and not self.query_one(Canvas).scrolled_by(key):
            self.say("Esc goes back to the question.")

    def moved(self, key: str, typed: str) -> bool:
        """Do what this page has a key for; return whether it has."""
        del key, typed
        return False

    def pick(self, asked: object) -> None:
        """Close, or open the question asked for."""
        if asked == _BACK:
            self.close()
        elif asked == _READ_ON:
            self.query_one(Canvas).scrolled_by("pagedown")
        elif isinstance(asked, GoTo):
            self.open(asked.question)

    def close(self, said: str = "") -> None:
        """Go back to the question, and say something there."""
        self.app.pop_screen()
        if said:
            self.session.page().say(said)

    def open(self, question: int) -> None:
        """Open a question, where that is allowed, and close the page."""
        if self.happen(Visit(question)):
            self.close()


class PalettePage(Over):
    """Every question with its status; arrows point, Enter opens."""

    opened_by = "l"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._cursor = session.attempt.current

    def body(self) -> ComposeResult:
        """Yield grid and legend."""
        yield Grid(self.session.look, self.session.attempt)
        yield Legend(self.session.look)

    def place(self) -> Text:
        """Return its name."""
        return Text("Palette", style="bold")

    def hints(self) -> Sequence[Hint]:
        """Return arrows, Enter, and the way back."""
        number = self._cursor + 1
        return (
            Hint("Enter", f"opens question {number}", GoTo(self._cursor)),
            Hint("arrows", "choose", None),
            *super().hints(),
        )

    def draw(self) -> None:
        """Draw where the attempt stands."""
        self.query_one(Grid).show(self.session.attempt, self._cursor)
        self.query_one(Legend).show(self.session.attempt)
        super().draw()

    def press(self, key: str, typed: str) -> None:
        """Point, open or close."""
        grid, last = self.query_one(Grid), len(self.session.attempt.entries) - 1
        match key:
            case "enter" | "space":
                self.open(self._cursor)
            case "escape":
                self.close()
            case "left":
                self._point(max(self._cursor - 1, 0))
            case "right":
                self._point(min(self._cursor + 1, last))
            case "up" | "down":
                self._point(grid.neighbour(-1 if key == "up" else 1))
            case "home" | "end":
                self._point(0 if key == "home" else last)
            case "pageup" | "pagedown":
                rows = max(grid.size.height - 1, 1)
                self._point(grid.neighbour(-rows if key == "pageup" else rows))
            case _ if typed == self.opened_by:
                self.close()
            case _:
                self.say("Arrows choose a question, Enter opens it, Esc goes back.")

    def _point(self, question: int) -> None:
        self._cursor = question
        self.say("")
        self.draw()


def questions(session: Session) -> Choices:
    """Return the page of all questions, a line or two each."""

    def choices() -> list[Choice]:
        rows = zip(standings(session.attempt), listed_words(session.attempt), strict=True)
        return [_question(session, index, *row) for index, row in enumerate(rows)]

    def take(page: Page, asked: object) -> bool:
        return isinstance(asked, GoTo) and page.happen(Visit(asked.question))

    return Choices(
        session,
        "All questions",
        choices,
        GoTo(session.attempt.current),
        take,
        verb="opens it",
        opened_by="v",
        timed=True,
    )


def _question(session: Session, index: int, standing: Standing, words: str) -> Choice:
    attempt = session.attempt
    shape, style = session.look.shapes[standing]
    digits = len(str(len(attempt.entries)))
    label = Text.assemble(f"{index + 1:>{digits}} ", (shape, f"not dim {style}"), "  ")
    shut = attempt.paper.locked and not can_open(attempt, index)
    return Choice(label, words, GoTo(index), shut)


class HelpPage(Over):
    """Every key."""

    opened_by = "?"

    def place(self) -> Text:
        """Return its name."""
        return Text("Keys", style="bold")

    def draw(self) -> None:
        """Draw the keys of this paper, and those that only a screen has."""
        attempt = self.session.attempt
        options = len(attempt.paper.questions[attempt.current].options)
        final = attempt.paper.feedback is Feedback.IMMEDIATE
        rows = [(f"{letters(options)}, 1 to {options}", Text(_FINAL if final else _CHOOSE))]
        rows += [(key.pressed, Text(key.does)) for key in keys_of(attempt.paper) if key.pressed]
        rows += [(shown, Text(does)) for shown, does in _screen_keys(attempt.paper)]
        self.query_one(Canvas).show([*numbered(rows), BLANK, Flow(Text(_MOUSE))])
        super().draw()


_CHOOSE = "choose an answer; it is saved at once; the same again takes it back"
_FINAL = "choose an answer; it is final, and judged at once"
_MOUSE = "Everything can be clicked: options, palette, sections, and the keys in the last line."


def _screen_keys(paper: Paper) -> Iterator[tuple[str, str]]:
    """The keys that only a screen has."""
    known = {key.command for key in keys_of(paper)}
    yield "Up, Down", "point at an option; Enter or Space then chooses it"
    if Command.PREVIOUS in known:
        yield "Left, Right", "previous question, next question"
    elif Command.NEXT in known:
        yield "Right", "next question"
    else:
        yield "Enter, Right", "next question, once this one is closed"
    yield "PgUp, PgDn", "read on where a question is longer than the window"
    yield "Ctrl-T", "dark or light"
    later = Command.STOP not in known
    yield "Ctrl-C", "leave it, to go on later with quizgen resume" if later else "stop, and leave"


class FinishPage(Over):
    """Asks before submitting; nothing is submitted by a key that might be pressed in passing."""

    opened_by = "f"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._event = finishing(session.attempt)
        self._yes = False

    def place(self) -> Text:
        """Return what this is."""
        return Text(f"Before you {self._verb()}", style="bold")

    def hints(self) -> Sequence[Hint]:
        """Return yes and no."""
        return (
            Hint("y", self._verb(), _SUBMIT),
            Hint("n or Esc", f"back to question {self.session.attempt.current + 1}", _BACK),
            Hint("u", "next unanswered", _UNANSWERED),
        )

    def draw_clocks(self) -> None:
        """Draw the clock, and the summary, which says the time left too, above the two answers."""
        if not self.fitted:
            return
        sitting = self.session.desk.sitting
        yes = Target(Text(f"{_pointer(self._yes)} {self._verb()}"), _SUBMIT, _bold(self._yes))
        back = f"back to question {self.session.attempt.current + 1}"
        no = Target(Text(f"{_pointer(not self._yes)} {back}"), _BACK, _bold(not self._yes))
        section = self._event.section if isinstance(self._event, EndSection) else None
        left = sitting.remaining_ms() if section is None else sitting.section_ms()
        summary = before_submitting(self.session.attempt, left, section=section)
        self.query_one(Canvas).show([BLANK, summary, BLANK, yes, no])
        super().draw_clocks()

    def moved(self, key: str, typed: str) -> bool:
        """Answer, or point at an answer."""
        if key in {"up", "down", "left", "right", "tab"}:
            self._yes = not self._yes
            self.draw()
        elif typed == "n" or (key in {"enter", "space"} and not self._yes):
            self.close()
        elif typed == "y" or key in {"enter", "space"}:
            self.pick(_SUBMIT)
        elif typed == "u":
            self.pick(_UNANSWERED)
        else:
            return False
        return True

    def pick(self, asked: object) -> None:
        """Hand in, or go back."""
        if asked == _SUBMIT and finishing(self.session.attempt) != self._event:
            self.close()  # its time was up while this was asked
        elif asked == _SUBMIT:
            if self.happen(self._event) and isinstance(self._event, EndSection):
                attempt = self.session.attempt
                self.close(f"{section_line(attempt.paper, attempt.section)}.")
        elif asked == _UNANSWERED:
            self._open_unanswered()
        else:
            super().pick(asked)

    def _open_unanswered(self) -> None:
        asks = move(self.session.attempt, Command.NEXT_UNANSWERED)
        if isinstance(asks, Visit):
            self.open(asks.question)
        elif isinstance(asks, Notice):
            self.say(asks.text)

    def _verb(self) -> str:
        return "finish this section" if isinstance(self._event, EndSection) else "submit"


def _pointer(here: bool) -> str:
    return ">" if here else " "


def _bold(here: bool) -> str:
    return "bold" if here else ""


_PAGES: dict[Command, Callable[[Session], Page]] = {
    Command.PALETTE: PalettePage,
    Command.QUESTIONS: questions,
    Command.HELP: HelpPage,
    Command.FINISH: FinishPage,
    Command.SUBMIT: FinishPage,
}


def page_for(asked: Action, session: Session) -> Page | None:
    """Return the page that a command opens; None if it opens none."""
    make = _PAGES.get(asked) if isinstance(asked, Command) else None
    return make(session) if make else None
