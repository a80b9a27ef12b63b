"""The charts of progress: accuracy by topic, by week, and by what was said of an answer.

What a chart says stands in words beside it or in its description; colour only repeats it.
"""

from collections.abc import Sequence

from quizgen.core.marking import Outcome
from quizgen.core.progress import Answers, Week
from quizgen.show.html.bars import ROW, across, drawing, key, row_head, sentences
from quizgen.show.html.markup import Element
from quizgen.show.html.svg import WIDTH, bar, chart, label, line
from quizgen.show.progress_words import accuracy
from quizgen.show.words import date_in_words

_HIGH = 90
_TOP = 20
"""Above the bars of weeks, for their figures."""


def accuracy_chart(name: str, title: str, rows: Sequence[tuple[str, Answers]]) -> Element:
    """Return the share of right answers in each row, by its name; none where too few to tell.

    Args:
        name: The chart's own on its page.
    """
    drawn: list[Element] = []
    said = []
    for number, (row, answers) in enumerate(rows):
        figures = accuracy(answers)
        said.append(f"{row}: {figures}")
        drawn += row_head(number, row, figures)
        drawn += _share(number, name, answers)
    return drawing(
        chart(name, title, sentences(said), ROW * len(rows), *drawn),
        key(name, Outcome.RIGHT, "right"),
        key(name, Outcome.UNANSWERED, "wrong"),
    )


def _share(number: int, name: str, answers: Answers) -> list[Element]:
    top, share = ROW * number + 18, answers.accuracy
    if share is None:
        return []
    return [
        across(Outcome.UNANSWERED, name, top, 0, 1),
        across(Outcome.RIGHT, name, top, 0, float(share)),
    ]


def weeks_chart(weeks: Sequence[Week]) -> Element:
    """Return a bar for each week under its accuracy, the day it begins on below."""
    step, floor = WIDTH / len(weeks), _TOP + _HIGH
    drawn = [line(floor)]
    for place, week in enumerate(weeks):
        middle = (place + 0.5) * step
        drawn += _week(week.answers, middle, floor)
        drawn.append(label(_short(week.first), middle, floor + 16, anchor="middle", small=True))
    said = [f"from {date_in_words(week.first)}: {accuracy(week.answers)}" for week in weeks]
    title = "Accuracy by week"
    return drawing(
        chart("weeks", title, sentences(said), floor + 22, *drawn),
        "Each week by its first day; none drawn: too few answers to tell",
    )


def _week(answers: Answers, middle: float, floor: float) -> list[Element]:
    share = answers.accuracy
    if share is None:
        return []
    high = max(_HIGH * float(share), 1)
    words = accuracy(answers)
    return [
        bar("weeks", Outcome.RIGHT, middle - 11, floor - high, 22, high),
        label(words, middle, floor - high - 5, anchor="middle", small=True),
    ]


def _short(day: str) -> str:
    """A day as `5 Oct`."""
    number, month, _ = date_in_words(day).split()
    return f"{number} {month[:3]}"
