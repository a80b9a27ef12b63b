"""One question of a result: as asked, the response, the key, and all that teaches."""

from collections.abc import Iterator

from quizgen.core.item import LETTERS, Option, Why
from quizgen.core.marking import Outcome
from quizgen.core.paper import Paper
from quizgen.core.result import Row
from quizgen.show.html.markup import Element, Node, element
from quizgen.show.html.prose import labelled_lines, line, prose
from quizgen.show.html.svg import sign
from quizgen.show.regraded import row_regraded
from quizgen.show.verdict import judged
from quizgen.show.words import (
    capital,
    date_in_words,
    duration,
    form_name,
    one_line,
    topic_name,
)


def anchor(row: Row) -> str:
    """Return the id of a question's place on the page."""
    return f"q{row.number}"


def question(row: Row, paper: Paper, was: Row | None = None, classes: str = "") -> Element:
    """Return a question with everything that is known of it, under a heading of level three.

    Args:
        was: As it was first marked, where its key is another now.
    """
    facts = list(_facts(row))
    place = f"Question {row.number} of {len(paper.questions)}"
    return element(
        "article",
        element("h3", place, id=f"{anchor(row)}-head"),
        element("p", _about(row, paper), class_="about"),
        element("div", *prose(row.question.stem), class_="stem"),
        element("ol", *_options(row), class_="options", role="list"),
        _verdict(row, paper),
        *([element("p", row_regraded(was), class_="aside")] if was else []),
        *_reasons(row),
        *([element("dl", *facts, class_="facts")] if facts else []),
        id=anchor(row),
        class_=f"question {classes}".strip(),
        aria_labelledby=f"{anchor(row)}-head",
    )


def _about(row: Row, paper: Paper) -> str:
    found, section = row.question, paper.sections[paper.section_of(row.number - 1)]
    title = one_line(section.title) if len(paper.sections) > 1 else ""
    parts = (title, topic_name(found.topic), found.difficulty, form_name(found.form))
    return ", ".join(part for part in parts if part)


def _options(row: Row) -> Iterator[Element]:
    whys = {why.label: why for why in row.answer.options}
    for letter, option in zip(LETTERS, row.question.options, strict=False):
        key = option.id == row.key
        chosen = option.id == row.entry.response
        styles = [*(["key"] if key else []), *(["chosen"] if chosen else [])]
        yield element(
            "li",
            element("span", f"({letter}) ", class_="label"),
            element("div", _option_line(option, key=key, chosen=chosen), *_why(whys, option)),
            class_=" ".join(styles) or None,
        )


def _option_line(option: Option, *, key: bool, chosen: bool) -> Element:
    """The option's text, and in words whether it was chosen and whether it is right."""
    tags: list[Node] = []
    if chosen:
        tags += [" ", element("strong", "Your answer", class_="tag")]
    if key:
        tags += [" ", element("strong", sign(Outcome.RIGHT), "Right answer", class_="tag right")]
    return element("p", *line(option.text), *tags)


def _why(whys: dict[str, Why], option: Option) -> Iterator[Element]:
    why = whys.get(option.id)
    words = "" if why is None else " ".join(part for part in (why.verdict, why.text) if part)
    if words:
        yield element("p", *line(words), class_="why")


def _verdict(row: Row, paper: Paper) -> Element:
    head, rest = judged(row, paper)
    return element(
        "p", sign(row.outcome), element("strong", head), rest, class_=f"verdict {_style(row)}"
    )


def _style(row: Row) -> str:
    return row.outcome if row.outcome in {Outcome.RIGHT, Outcome.WRONG} else "open"


def _reasons(row: Row) -> Iterator[Element]:
    answer = row.answer
    if answer.statements:
        lines = [(_label(why), _truth(why)) for why in answer.statements]
        yield element("div", labelled_lines(lines), class_="whys")
    if answer.explanation:
        yield element("div", *prose(answer.explanation), class_="explanation")
    if answer.remember:
        yield element("p", element("strong", "Remember: "), *line(answer.remember), class_="keep")


def _label(why: Why) -> str:
    """A numeral with its point, or a name, `Statement-II`, with a colon."""
    label = one_line(why.label)
    return f"{label}." if label.isalnum() else f"{label}:"


def _truth(why: Why) -> tuple[Node, ...]:
    head = why.verdict or ("Correct." if why.correct else "Not correct.")
    return (element("strong", *line(head)), " ", *line(why.text))


def _facts(row: Row) -> Iterator[Element]:
    """What the verdict does not say."""
    found: list[tuple[str, tuple[Node, ...]]] = []
    if not row.answered and row.entry.spent_ms:
        found.append(("Time", (duration(row.entry.spent_ms),)))
    if row.entry.certainty is not None:
        found.append(("How sure", (capital(row.entry.certainty),)))
    if row.entry.marked:
        found.append(("Marked", ("For review",)))
    if len(row.changes) > 1:
        found.append(("Answers given", (_changes(row),)))
    if row.question.as_of:
        found.append(("As of", (date_in_words(row.question.as_of),)))
    source = ", ".join(part for part in (row.answer.source, row.answer.locator) if part)
    if source:
        found.append(("Source", line(source)))
    for name, words in found:
        yield element("div", element("dt", name), element("dd", *words))


def _changes(row: Row) -> str:
    """The responses given one after the other: `(a), then cleared, then (b)`."""
    return ", then ".join(
        "cleared" if change.response is None else f"({row.question.letter(change.response)})"
        for change in row.changes
    )
