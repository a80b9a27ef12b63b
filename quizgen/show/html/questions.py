"""All questions of a result, a grid that leads to each, and a choice of which to see.

The choice works without a script: the style sheet hides what the chosen button leaves out.
"""

from collections.abc import Iterator, Mapping

from quizgen.core.only import Only
from quizgen.core.result import Result, Row
from quizgen.core.rows import rows_of
from quizgen.show.html.markup import Element, element
from quizgen.show.html.question import anchor, question
from quizgen.show.html.svg import sign
from quizgen.show.words import capital

Kinds = Mapping[Only, frozenset[int]]
"""The numbers of the questions of each kind; kinds without any are absent."""


def questions(result: Result) -> Element:
    """Return the section with every question of a result."""
    kinds = _kinds(result)
    return element(
        "section",
        element("h2", "Every question", id="questions-head"),
        *([_choice(result, kinds)] if kinds else []),
        _grid(result, kinds),
        *(
            question(row, result.attempt.paper, result.was(row), _classes(row, kinds))
            for row in result.rows
        ),
        id="questions",
        aria_labelledby="questions-head",
    )


def _kinds(result: Result) -> Kinds:
    found = {
        only: frozenset(row.number for row in rows_of(result, only))
        for only in Only
        if only is not Only.ALL
    }
    return {only: numbers for only, numbers in found.items() if numbers}


def _classes(row: Row, kinds: Kinds) -> str:
    return " ".join(f"is-{only}" for only, numbers in kinds.items() if row.number in numbers)


def _choice(result: Result, kinds: Kinds) -> Element:
    counts = {Only.ALL: len(result.rows)} | {only: len(found) for only, found in kinds.items()}
    buttons = (part for only, number in counts.items() for part in _button(only, number))
    return element("fieldset", element("legend", "Show"), *buttons, class_="choice")


def _button(only: Only, number: int) -> Iterator[Element]:
    name = f"only-{only}"
    yield element(
        "input",
        type="radio",
        name="only",
        id=name,
        checked="checked" if only is Only.ALL else None,
        autocomplete="off",
    )
    yield element("label", f"{capital(only.replace('-', ' '))} {number}", for_=name)


def _grid(result: Result, kinds: Kinds) -> Element:
    cells = (element("li", _link(row), class_=_classes(row, kinds) or None) for row in result.rows)
    return element(
        "nav", element("ol", *cells, class_="grid", role="list"), aria_label="Go to a question"
    )


def _link(row: Row) -> Element:
    return element(
        "a",
        str(row.number),
        sign(row.outcome),
        href=f"#{anchor(row)}",
        aria_label=f"Question {row.number}, {row.outcome}",
    )
