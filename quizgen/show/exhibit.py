"""A question as it is asked, with its key and everything that is said of it: for its authors."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.result import Row
from quizgen.show.console import WIDTH
from quizgen.show.layout import BLANK, Ends, Flow, OneLine, labelled, safe_line
from quizgen.show.question import HEAD, body
from quizgen.show.verdict import explanation
from quizgen.show.words import form_name, one_line, option_name, sentence, topic_name


def exhibit(row: Row, *, plain: bool = False) -> Group:
    """Return one question under its name, as asked, then its key, its reasons and its facts."""
    question = row.question
    about = ", ".join(
        part
        for part in (topic_name(question.topic), question.difficulty, form_name(question.form))
        if part
    )
    name = f"{one_line(question.bank)}:{one_line(question.id)}"
    views: list[RenderableType] = [
        *_head(name, about, plain=plain),
        BLANK,
        *body(question, plain=plain),
        BLANK,
        Flow(Text(sentence(f"Answer: {option_name(question, row.answer.key)}"))),
    ]
    reasons = explanation(row, plain=plain)
    if reasons.renderables:
        views += [BLANK, reasons]
    if question.facts:
        views += [BLANK, labelled("Facts", safe_line(", ".join(question.facts)))]
    return Group(*views)


def _head(name: str, about: str, *, plain: bool) -> Iterator[RenderableType]:
    if cell_len(name) + cell_len(about) + 3 >= WIDTH:
        # A long name stays on one line, so that it can be copied.
        yield OneLine(Text(name, style=HEAD))
        yield Flow(safe_line(f"{about}." if plain else about))
    elif plain:
        yield Flow(safe_line(f"{name}: {about}."))
    else:
        yield Ends(Text(name, style=HEAD), safe_line(about))
