"""What comes back next is told of the first day that has facts which these questions ask for."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from quizgen.core.item import Form
from quizgen.core.revision import DueFact
from quizgen.learn.coming import next_day

DAY_MS = 24 * 3_600_000
NOW_MS = 20_000 * DAY_MS + 7


@dataclass
class Due:
    """Facts with the times at which they become due; it notes how much of it was read."""

    facts: dict[str, int]
    read: list[str] = field(default_factory=list)

    def next_due_ms(self, now_ms: int) -> int | None:
        """The first time after one."""
        return min((ms for ms in self.facts.values() if ms > now_ms), default=None)

    def due_between(self, after_ms: int, until_ms: int) -> list[DueFact]:
        """Those between two times."""
        found = sorted((ms, name) for name, ms in self.facts.items() if after_ms < ms <= until_ms)
        self.read += [name for _, name in found]
        return [
            DueFact(name, ms, failed=False, sure_but_wrong=False, form=Form.DIRECT)
            for ms, name in found
        ]


def only(*names: str) -> Callable[[Sequence[str]], Collection[str]]:
    """Return what tells these facts from others."""
    return lambda facts: [fact for fact in facts if fact in names]


def day_end(ms: int) -> int:
    """Return the end of the day of a time."""
    return ms // DAY_MS * DAY_MS + DAY_MS - 1


def names(due: Due, asked: Callable[[Sequence[str]], Collection[str]]) -> list[str]:
    """Return the names of what comes back next."""
    return [each.fact for each in next_day(due, asked, day_end, NOW_MS)]


def test_it_is_all_of_the_first_day_that_is_asked_for_here_the_first_due_first() -> None:
    due = Due({"d": 2, "c": 3 * DAY_MS, "b": 2 * DAY_MS + 9, "a": 2 * DAY_MS + 5, "x": DAY_MS})
    due.facts = {name: NOW_MS + ms for name, ms in due.facts.items()}
    assert names(due, only("a", "b", "c", "d")) == ["d"]
    assert names(due, only("a", "b", "c")) == ["a", "b"]
    assert names(due, only("c")) == ["c"]
    assert names(due, only()) == []


def test_what_is_due_already_does_not_come_back() -> None:
    due = Due({"old": NOW_MS, "older": NOW_MS - DAY_MS, "next": NOW_MS + 1})
    assert names(due, only("old", "older", "next")) == ["next"]
    assert names(due, only("old", "older")) == []


def test_no_more_than_seven_days_with_facts_are_looked_at() -> None:
    due = Due({f"f{day}": NOW_MS + 10 * day * DAY_MS for day in range(1, 9)})
    assert names(due, only("f7")) == ["f7"]
    assert names(due, only("f8")) == []


def test_what_comes_back_in_more_than_a_year_is_not_told() -> None:
    due = Due({"soon": NOW_MS + 366 * DAY_MS})
    assert names(due, only("soon")) == ["soon"]
    assert names(Due({"late": NOW_MS + 367 * DAY_MS}), only("late")) == []


times = st.dictionaries(st.text("abc", min_size=1, max_size=3), st.integers(0, 12 * DAY_MS))


@given(times, st.frozensets(st.text("abc", min_size=1, max_size=3)))
def test_no_fact_is_read_twice(times: dict[str, int], asked: frozenset[str]) -> None:
    due = Due({name: NOW_MS - DAY_MS + ms for name, ms in times.items()})
    found = names(due, only(*asked))
    assert len(due.read) == len(set(due.read))
    assert all(due.facts[name] > NOW_MS for name in due.read)
    assert set(found) <= asked
    assert len({day_end(due.facts[name]) for name in found}) <= 1
