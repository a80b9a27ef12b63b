"""What a response says of the memory of facts: which facts were recalled, and how well.

Which facts:

| response | facts | rating |
|---|---|---|
| right | all that the item rests on | by the table below |
| a wrong code (*I and III only*) | those of the statements that it misjudged | AGAIN |
| a wrong count (*Only two*) | all, as nobody knows which was misjudged | HARD |
| any other wrong answer | all | AGAIN |
| given up | all | AGAIN |
| any other blank, and a void question | none | |

A question is *given up* if under immediate feedback it was skipped, declined or timed out; in a
mock if its answer was taken back, or if it stayed blank (or was declined) after the candidate had
looked at it for at least half the pace. A blank hardly looked at tells of haste, not of memory.
Where the paper has no clock, UPSC's 72 seconds stand for the pace here.

The rating of a right answer:

| certainty | up to half the pace | up to twice the pace, or no clock | longer |
|---|---|---|---|
| sure | EASY | GOOD | HARD |
| not said | GOOD | GOOD | HARD |
| unsure | HARD | HARD | HARD |
| guess | AGAIN | AGAIN | AGAIN |

A guess is AGAIN though it was right: one in four is, whatever is remembered.

The facts of a statement are those it names; else those that the item names and no statement of it
does; else the statement itself, as `bank:id/statement`. An item that names no facts, and whose
options do not name its statements, is itself the fact: `bank:id`. A fact is reviewed once a
response.
"""

from collections.abc import Iterable

from quizgen.core.events import Level
from quizgen.core.item import DECLINED, Answer, Form, Question
from quizgen.core.marking import Outcome
from quizgen.core.memory import Rating, Review
from quizgen.core.paper import Feedback
from quizgen.core.result import Row

_CODED = frozenset(
    (Form.TWO_STATEMENTS, Form.STATEMENTS, Form.LIST, Form.NEGATIVE, Form.PAIRS),
)
_COUNTED = frozenset((Form.HOW_MANY, Form.HOW_MANY_PAIRS, Form.HOW_MANY_ROWS))
_NONE = "none"

_FAST, _FAIR, _SLOW = range(3)
_RATINGS = {
    Level.SURE: (Rating.EASY, Rating.GOOD, Rating.HARD),
    None: (Rating.GOOD, Rating.GOOD, Rating.HARD),
    Level.UNSURE: (Rating.HARD, Rating.HARD, Rating.HARD),
    Level.GUESS: (Rating.AGAIN, Rating.AGAIN, Rating.AGAIN),
}
_UPSC_PACE_MS = 72_000
"""Two hours for a hundred questions."""


def reviews(row: Row, at_ms: int, pace_ms: int | None, feedback: Feedback) -> tuple[Review, ...]:
    """Return what one question of a result says of facts; empty if nothing.

    Args:
        at_ms: Wall time of the response.
        pace_ms: The paper's time for a question; None where it has no clock.
        feedback: Of the paper; under immediate feedback a blank was given up.
    """
    rating = _rating(row, pace_ms, feedback)
    if rating is None:
        return ()
    return tuple(Review(fact, at_ms, rating) for fact in _spoken_of(row))


def facts(question: Question, answer: Answer) -> tuple[str, ...]:
    """Return all facts that an item rests on, each once; never empty.

    First those that the question names, in its order.
    """
    of_statements = _by_statement(question, answer).values()
    return _once([question.facts, *of_statements]) or (question.ref,)


def _rating(row: Row, pace_ms: int | None, feedback: Feedback) -> Rating | None:
    match row.outcome:
        case Outcome.RIGHT:
            return _RATINGS[row.entry.certainty][_speed(row.entry.spent_ms, pace_ms)]
        case Outcome.WRONG:
            return Rating.HARD if row.question.form in _COUNTED else Rating.AGAIN
        case Outcome.UNANSWERED | Outcome.DECLINED if _given_up(row, pace_ms, feedback):
            return Rating.AGAIN
        case _:
            return None


def _speed(spent_ms: int, pace_ms: int | None) -> int:
    if pace_ms is None:
        return _FAIR
    if 2 * spent_ms <= pace_ms:
        return _FAST
    return _FAIR if spent_ms <= 2 * pace_ms else _SLOW


def _given_up(row: Row, pace_ms: int | None, feedback: Feedback) -> bool:
    if feedback is Feedback.IMMEDIATE or row.first_answer is not None:
        return True
    return 2 * row.entry.spent_ms >= (pace_ms or _UPSC_PACE_MS)


def _spoken_of(row: Row) -> tuple[str, ...]:
    """The facts that a response tells something of."""
    everything = facts(row.question, row.answer)
    chosen = row.entry.response
    if row.outcome is not Outcome.WRONG or chosen is None or row.question.form not in _CODED:
        return everything
    misjudged = _named(chosen) ^ _named(row.answer.key)
    of = _by_statement(row.question, row.answer)
    return _once([of.get(statement, everything) for statement in sorted(misjudged)])


def _by_statement(question: Question, answer: Answer) -> dict[str, tuple[str, ...]]:
    """The facts of each statement, by its id; of statements without ids, those that codes name."""
    own = {why.id: why.facts for why in answer.statements if why.id}
    if not own and question.form in _CODED:
        named = [_named(option.id) for option in question.options if option.id != DECLINED]
        own = dict.fromkeys(sorted(frozenset().union(*named)), ())
    claimed = frozenset(fact for facts in own.values() for fact in facts)
    shared = tuple(fact for fact in question.facts if fact not in claimed)
    return {
        statement: facts or shared or (f"{question.ref}/{statement}",)
        for statement, facts in own.items()
    }


def _named(code: str) -> frozenset[str]:
    """The ids of the statements that a coded option names."""
    return frozenset() if code == _NONE else frozenset(code.split("+"))


def _once(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for group in groups for fact in group))
