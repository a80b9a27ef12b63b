"""The result: the score and what it teaches, then every question."""

from collections.abc import Sequence
from dataclasses import replace

from rich.text import Text

from quizgen.core.analysis import analysis
from quizgen.core.end import End
from quizgen.core.only import Only
from quizgen.core.result import result
from quizgen.screen.canvas import Canvas
from quizgen.screen.frame import Hint
from quizgen.screen.page import Page, Session
from quizgen.show.analysis import analysis_views
from quizgen.show.card import card
from quizgen.show.layout import BLANK
from quizgen.show.words import one_line

_LEAVE = "leave"


class ResultPage(Page):
    """The score; Enter goes through the questions, the sure but wrong ones first if there are."""

    timed = False

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        found = result(session.attempt, session.answers)
        self._result = replace(found, regraded=session.regraded)
        self._found = analysis(self._result)

    def place(self) -> Text:
        """Return title and what this is."""
        return Text.assemble(("Result", "bold"), f"   {one_line(self.session.attempt.paper.title)}")

    def hints(self) -> Sequence[Hint]:
        """Return the ways on."""
        hints = [Hint("Enter", "every question", Only.ALL)]
        if self._found.sure_but_wrong:
            hints.append(Hint("w", "wrong ones", Only.WRONG))
            hints.append(Hint("c", "sure but wrong", Only.SURE_BUT_WRONG))
        elif self._result.tally.wrong:
            hints.append(Hint("w", "wrong ones", Only.WRONG))
        if self.query_one(Canvas).hides_more_below:
            hints.insert(0, Hint("PgDn", "reads on", "pagedown"))
        return [*hints, Hint("q", "leave", _LEAVE)]

    def on_canvas_scrolled(self) -> None:
        """Say whether there is more to read."""
        self.draw_keys()

    def draw(self) -> None:
        """Draw score and analysis."""
        taught = analysis_views(self._found, self._result)
        self.query_one(Canvas).show((card(self._result, commands=False), BLANK, taught))
        super().draw()

    def press(self, key: str, typed: str) -> None:
        """Go on, leave or scroll."""
        if typed == "q" or key == "escape":
            self.pick(_LEAVE)
        elif key == "enter" or typed == "n":
            self.pick(Only.ALL)
        elif typed == "w":
            self.pick(Only.WRONG)
        elif typed == "c":
            self.pick(Only.SURE_BUT_WRONG)
        elif not self.query_one(Canvas).scrolled_by(key):
            self.say("Enter shows every question with its reasons, q leaves.")

    def pick(self, asked: object) -> None:
        """Do what was chosen."""
        if asked == _LEAVE:
            self.session.leave(End.FINISHED)
        elif isinstance(asked, Only):
            self._open(asked)
        elif isinstance(asked, str):
            self.query_one(Canvas).scrolled_by(asked)

    def _open(self, only: Only) -> None:
        from quizgen.screen.review import ReviewPage

        self.say("")
        self.app.push_screen(ReviewPage(self.session, self._result, only))
