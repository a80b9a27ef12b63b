"""The weakest topics come first, and take turns."""

from quizgen.core.item import Form
from quizgen.core.totals import EVER, Total
from quizgen.learn.progress import progress
from quizgen.learn.weak import turns, weakest

TODAY = "2026-11-22"


def answered(topic: str, right: int, wrong: int) -> list[Total]:
    """Return the totals of answers in a topic, all given today."""
    return [Total(topic, Form.DIRECT, None, day, right, wrong) for day in (EVER, TODAY)]


def names(*topics: list[Total]) -> tuple[str, ...]:
    """Return the weakest topics by such totals."""
    return weakest(progress([total for topic in topics for total in topic], [TODAY], TODAY))


def test_the_topic_with_the_lowest_accuracy_comes_first() -> None:
    found = names(answered("rivers", 9, 1), answered("treaties", 5, 5), answered("summits", 7, 3))
    assert found == ("treaties", "summits", "rivers")


def test_too_few_answers_to_tell_stand_behind_the_others() -> None:
    found = names(answered("rivers", 0, 3), answered("treaties", 10, 0), answered("summits", 0, 5))
    assert found == ("treaties", "summits", "rivers")


def test_questions_without_a_topic_name_none_to_practise() -> None:
    found = names(answered("", 0, 20), answered("rivers", 10, 10), answered("summits", 9, 1))
    assert found == ("rivers", "summits")


def test_where_there_is_too_little_to_tell_or_to_compare_no_topic_is_weak() -> None:
    assert names(answered("rivers", 3, 3), answered("summits", 3, 3)) == ()
    assert names(answered("rivers", 0, 30)) == ()
    assert names() == ()


def test_topics_take_turns_the_weakest_first() -> None:
    assert turns(("treaties", "summits"), 5) == (
        "treaties",
        "summits",
        "treaties",
        "summits",
        "treaties",
    )


def test_only_the_weakest_few_take_turns() -> None:
    found = turns(("a", "b", "c", "d", "e"), 10)
    assert "".join(found) == "abcdabcdab"


def test_without_topics_there_are_no_turns() -> None:
    assert turns((), 10) == ()
