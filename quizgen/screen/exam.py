"""The exam: the open question beside the palette."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from quizgen.core.item import LETTERS
from quizgen.core.keys import Action, Choose, Command, GoTo, action, letters
from quizgen.core.moves import Notice as Reply
from quizgen.core.moves import is_last, move
from quizgen.core.palette import Status
from quizgen.core.paper import Feedback
from quizgen.core.state import Attempt
from quizgen.screen.canvas import Canvas, target
from quizgen.screen.clock import Bar
from quizgen.screen.frame import Hint, Line
from quizgen.screen.grid import Grid, Legend
from quizgen.screen.hints import exam_hints
from quizgen.screen.number import Number
from quizgen.screen.page import Page, Session
from quizgen.screen.pages import page_for
from quizgen.screen.question import View, how_sure, question_views
from quizgen.screen.sections import section_bar
from quizgen.show.standing import time_line
from quizgen.show.words import listed, one_line

_READ_ON = "read on"
_KEYS = {"enter": "", "right": "n", "left": "p", "tab": "section"}
"""What the keys without a letter stand for in the table of keys."""

_WITH_PALETTE = 80
"""Columns from which there is room for the palette beside the question."""


class Exam(Page):
    """Sits a mock. The palette folds away where there is no room beside the question."""

    has_palette = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.cursor: int | None = None
        self._shown: int | None = None
        self._number = Number()

    def body(self) -> ComposeResult:
        """Yield sections, a question's clock, question and palette."""
        yield Line(id="sections")
        yield Bar(self.session.look)
        with Horizontal(id="hall"):
            yield Canvas(id="main")
            with Vertical(id="side"):
                yield Grid(self.session.look, self.session.attempt)
                yield Legend(self.session.look)
        yield Line(id="info")

    @property
    def attempt(self) -> Attempt:
        """The attempt as of the last event."""
        return self.session.attempt

    @property
    def canvas(self) -> Canvas:
        """Where the question is drawn."""
        return self.query_one("#main", Canvas)

    @property
    def options(self) -> int:
        """How many options the open question has."""
        return len(self.attempt.paper.questions[self.attempt.current].options)

    @property
    def beside(self) -> bool:
        """Whether the palette stands beside the question."""
        return self.has_palette and self.app.size.width >= _WITH_PALETTE

    def views(self) -> list[View]:
        """Return what is drawn of the open question."""
        return list(question_views(self.attempt, self.session.look, self.cursor))

    def place(self) -> Text:
        """Return number, mark and title."""
        attempt = self.attempt
        place = Text.assemble((f"Question {attempt.current + 1} of {len(attempt.entries)}", "bold"))
        if attempt.open_entry.marked:
            shape, style = self.session.look.shapes[Status.MARKED]
            place.append(f"   {shape} marked for review", f"bold {style}")
        return place.append(f"   {one_line(attempt.paper.title)}")

    def hints(self) -> Sequence[Hint]:
        """Return the keys, or what may be typed where a number is awaited."""
        if self._number.asked:
            return self._number.hints()
        return exam_hints(self.attempt, alone=not self.beside)

    def fit(self) -> None:
        """Draw for the size of the window, and the palette again once it has its new room."""
        super().fit()
        self.call_after_refresh(self._draw_side_later)

    def draw(self) -> None:
        """Draw question, palette and frame."""
        attempt = self.attempt
        opened = attempt.current != self._shown
        if opened:
            self.cursor = None
            self._number.close()
        self._shown = attempt.current
        super().draw()  # first: what follows makes Textual paint, and what comes late waits a frame
        self.canvas.show(self.views(), from_top=opened)
        self._draw_side()
        self.call_after_refresh(self._draw_info)
        sections = self.query_one("#sections", Line)
        sections.display = len(attempt.paper.sections) > 1
        if sections.display:
            sections.say(section_bar(attempt, self.app.size.width - 2))

    def _draw_side_later(self) -> None:
        if self.is_current:
            self._draw_side()

    def _draw_side(self) -> None:
        side = self.query_one("#side")
        side.display = self.beside
        if side.display:
            grid, legend = self.query_one(Grid), self.query_one(Legend)
            grid.show(self.attempt)
            grid.styles.max_height = max(side.size.height - legend.outer_size.height, 1)
            legend.show(self.attempt)

    def _draw_info(self) -> None:
        """Say how sure the answer is, and what stands below the last line that is seen."""
        if not self.is_current:
            return  # another page was opened meanwhile, or all are gone
        sure, below = how_sure(self.attempt, self.session.look), self._below()
        room = self.app.size.width - 2 - cell_len(sure.plain) - cell_len(below.plain)
        if room < 1 and sure.plain:
            below = below[: len("PgDn")]
            room = self.app.size.width - 2 - cell_len(sure.plain) - cell_len(below.plain)
        self.query_one("#info", Line).say(Text.assemble(sure, " " * max(room, 2), below))

    def _below(self) -> Text:
        canvas = self.canvas
        if not canvas.hides_more_below:
            return Text()
        unseen = [
            f"({letter})"
            for place, letter in enumerate(LETTERS[: self.options])
            if canvas.lines_of(Choose(place)).stop > canvas.end_seen
        ]
        what = f"{listed(unseen)} below" if unseen else "more below"
        text = Text.assemble(("PgDn", "bold cyan"), f" {what}")
        text.stylize(target(_READ_ON))
        return text

    def on_canvas_scrolled(self) -> None:
        """Say what stands below now."""
        self._draw_info()

    def draw_clocks(self) -> None:
        """Draw the clock, and a question's own as a bar."""
        super().draw_clocks()
        if self.fitted:
            self.query_one(Bar).show(self.session.desk.sitting)

    def press(self, key: str, typed: str) -> None:
        """Answer, move, scroll, or type a number."""
        if self._number.asked:
            self._type(key, typed)
        elif key in {"up", "down"}:
            self._point(-1 if key == "up" else 1)
        elif key in {"pageup", "pagedown", "home", "end", "space"}:
            self._scroll(key)
        elif key == "escape":
            self.cursor = None
            self.say("")
            self.draw()
        elif key == "enter" and self.cursor is not None:
            self.follow(Choose(self.cursor))
        elif key == "enter" and self.session.desk.start_echoes:
            self.say("")
        elif typed == "g" and self.attempt.paper.feedback is Feedback.AFTER:
            # Also where no question can be gone to: the digits that follow are no answers.
            self.follow(Command.GO_TO)
        elif typed.isdecimal() and not 1 <= int(typed) <= self.options:
            self.say(f"Options are {letters(self.options)}; g goes to a question by its number.")
        elif typed or key in _KEYS:
            word = _KEYS.get(key, typed)
            self.follow(action(word, self.attempt.paper.feedback, self.options))
        else:
            self.say("That is no key here; ? shows the keys.")

    def pick(self, asked: object) -> None:
        """Do what a click asks for."""
        if asked == _READ_ON:
            self._scroll("pagedown")
        elif isinstance(asked, Choose) and asked.place >= self.options:
            return  # another question was opened as this one's option was clicked
        elif isinstance(asked, Action):
            self._number.close()
            self.follow(asked)

    def follow(self, asked: Action) -> None:
        """Do what is asked for: what only informs here, else the move it means."""
        if asked is Command.GO_TO:
            self._number.ask()
            self.say("")
            self.draw()
        elif asked is Command.NOTHING:
            self.say("")
        elif asked is Command.TIME:
            sitting = self.session.desk.sitting
            left = (sitting.remaining_ms(), sitting.question_ms(), sitting.section_ms())
            self.say(time_line(*left))
        elif page := page_for(self._at_the_end(asked), self.session):
            self.say("")
            self.app.push_screen(page)
        else:
            self._move(asked)

    def _at_the_end(self, asked: Action) -> Action:
        """From the last question there is but one way on: to submit, after being asked."""
        return Command.FINISH if asked is Command.NEXT and is_last(self.attempt) else asked

    def _move(self, asked: Action) -> None:
        asks = move(self.attempt, asked)
        if isinstance(asks, Reply):
            self.say(asks.text)
        elif asks is not None:
            self.cursor = None
            self.happen(asks)
            if isinstance(asked, Choose):
                self.canvas.bring_into_view(self.canvas.lines_of(asked))

    def _point(self, step: int) -> None:
        """Move the pointer among the options; above the first, scroll what stands there."""
        if self.cursor is None:
            chosen = self._chosen
            start = chosen if chosen is not None else (0 if step > 0 else self.options - 1)
            self.cursor = start if chosen is None else (start + step) % self.options
        elif self.cursor + step < 0:
            self.canvas.scroll_to(y=self.canvas.scroll_offset.y - 1, animate=False)
            return
        else:
            self.cursor = min(self.cursor + step, self.options - 1)
        self.draw()
        self.canvas.bring_into_view(self.canvas.lines_of(Choose(self.cursor)))

    @property
    def _chosen(self) -> int | None:
        question = self.attempt.paper.questions[self.attempt.current]
        ids = [option.id for option in question.options]
        response = self.attempt.open_entry.response
        return None if response is None else ids.index(response)

    def _scroll(self, key: str) -> None:
        canvas = self.canvas
        if key == "space" and self.cursor is not None:
            self.follow(Choose(self.cursor))
            return
        page = max(canvas.size.height - 1, 1)
        here = canvas.scroll_offset.y
        to = {"pageup": here - page, "home": 0, "end": canvas.virtual_size.height}
        canvas.scroll_to(y=to.get(key, here + page), animate=False)

    def _type(self, key: str, typed: str) -> None:
        number = self._number.press(key, typed)
        if number is not None:
            self.follow(GoTo(number - 1))
        self.draw()
