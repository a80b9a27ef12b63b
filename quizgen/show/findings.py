"""What is found in a result, as plain sentences and names: for every renderer.

Figures of fewer than `FEW` answers are counts alone: a share of so few says nothing.
"""

from collections.abc import Sequence
from fractions import Fraction

from quizgen.core.analysis import Analysis, Changes, Group, Half
from quizgen.core.cutoffs import CATEGORY, Distance
from quizgen.core.events import Level
from quizgen.core.item import Form
from quizgen.core.marking import Outcome, Tally
from quizgen.core.paper import Feedback, VoidPolicy
from quizgen.core.result import Result
from quizgen.show.words import (
    duration,
    form_name,
    marks,
    numbers,
    one_line,
    percent,
    topic_name,
)

FEW = 5
TELLING_MS = 1_000
"""Below this, as on a pipe, times say nothing of a question."""
_PRINTED = Fraction(1, 100)
"""How far a published figure may be from the exact one: thirds are printed as .34 and .66."""
_TOOK = {
    Outcome.RIGHT: "a right answer",
    Outcome.WRONG: "a wrong one",
    Outcome.UNANSWERED: "a blank",
}


def counts(tally: Tally) -> str:
    """Return `6 right, 4 wrong, 0 unanswered`; declined and void ones where there are some."""
    found = [f"{tally.right} right", f"{tally.wrong} wrong", f"{tally.unanswered} unanswered"]
    found += [f"{tally.declined} {Outcome.DECLINED}"] if tally.declined else []
    found += [f"{tally.void} void"] if tally.void else []
    return ", ".join(found)


def void_questions(result: Result) -> str:
    """Return what void questions do to the marks; empty without any."""
    scheme, tally = result.attempt.paper.marking, result.tally
    if not tally.void:
        return ""
    if scheme.void is VoidPolicy.FULL_MARKS:
        return "Everyone has full marks for a void question."
    if tally.void == len(result.rows):
        return "Every question is void, so that there is nothing to mark."
    if scheme.void is VoidPolicy.DROP:
        return "Void questions count neither in the marks nor in the maximum."
    return f"Void questions are left out, and the other marks multiplied by {tally.scale}."


def tables(found: Analysis) -> list[tuple[str, list[tuple[str, Group]]]]:
    """Return the tables worth showing beside that of topics: what they are by, and named groups.

    Sections that are the topics are left out.
    """
    same = _figures(found.sections) == _figures(found.topics)
    sections = () if same else found.sections
    all_of_them = (
        ("section", [(one_line(each.name), each) for each in sections]),
        ("form", [(form_name(Form(each.name)), each) for each in found.forms]),
        ("difficulty", [(each.name or "no difficulty", each) for each in found.difficulties]),
    )
    return [(by, groups) for by, groups in all_of_them if groups]


def _figures(groups: Sequence[Group]) -> list[tuple[Tally, int]]:
    return [(each.tally, each.spent_ms) for each in groups]


def topic_or_none(topic: str) -> str:
    """Return a topic as shown, or `no topic`."""
    return topic_name(topic) or "no topic"


def level_name(level: Level | None) -> str:
    """Return a certainty in a word, or `not said`."""
    return "not said" if level is None else level.value


def share(right: int, answers: int) -> str:
    """Return `60 %`; empty where there are too few answers for it to say anything."""
    return percent(Fraction(right, answers)) if answers >= FEW else ""


def guesses(found: Analysis, result: Result) -> str:
    """Return what the score would have been without the guesses; empty without any."""
    if found.without_guesses is None:
        return ""
    one = found.guesses == 1
    called = "1 answer you called a guess" if one else f"{found.guesses} answers you called guesses"
    gain = found.guess_gain
    did = f"{'brought' if gain > 0 else 'cost'} you {marks(abs(gain))}"
    parts = [f"Without the {called} your score would be {marks(found.without_guesses)}:"]
    parts.append(f"{'it' if one else 'they'} {did if gain else 'made no difference'}.")
    limit = result.attempt.paper.marking.blank_limit
    if limit is not None and found.blanks_disqualify:
        parts.append(f"More than {percent(limit)} would then be blank: this exam disqualifies it.")
    return " ".join(parts)


def sure_but_wrong(found: Analysis) -> str:
    """Return `questions 3 and 7: look at these first`; empty without any."""
    places = [row.number for row in found.sure_but_wrong]
    if not places:
        return ""
    if len(places) == 1:
        return f"question {places[0]}: look at it first"
    return f"questions {numbers(places)}: look at these first"


def where_time_went(found: Analysis, result: Result, *, spoken: bool = False) -> list[str]:
    """Return phrases without full stop; none where times say nothing, or of a single question."""
    if len(result.rows) == 1 or result.spent_ms < TELLING_MS:
        return []
    phrases = [_halves(found.first, found.second, spoken=spoken)]
    took = {each.name: each for each in found.outcomes if each.name in _TOOK and each.seen}
    answered = found.first.answers + found.second.answers
    if answered:
        each = [f"{_TOOK[Outcome(name)]} {mean(of, spoken=spoken)}" for name, of in took.items()]
        phrases.append(f"on average: {', '.join(each)}")
    phrases.append(_topics([each for each in found.topics if each.seen], spoken=spoken))
    if answered and result.attempt.paper.feedback is Feedback.AFTER:
        phrases.append(_when(found))
    return [phrase for phrase in phrases if phrase]


def mean(group: Group, *, spoken: bool = False) -> str:
    """Return the mean time on a question of a group that was opened: `38 s`."""
    return duration(group_each_ms(group), spoken=spoken)


def group_each_ms(group: Group) -> int:
    """Return the same in milliseconds."""
    return group.spent_ms // max(group.seen, 1)


def _halves(first: Half, second: Half, *, spoken: bool) -> str:
    begun = "question" if first.questions == 1 else f"{first.questions} questions"
    rest = "" if second.questions == 1 else f" {second.questions}"
    return (
        f"{duration(first.spent_ms, spoken=spoken)} on the first {begun}, "
        f"{duration(second.spent_ms, spoken=spoken)} on the other{rest}"
    )


def _topics(topics: Sequence[Group], *, spoken: bool) -> str:
    """Empty where all took as long, as does a single one."""
    if len(set(map(group_each_ms, topics))) < 2:  # noqa: PLR2004 - all alike
        return ""
    slowest, quickest = max(topics, key=group_each_ms), min(topics, key=group_each_ms)
    return (
        f"slowest topic: {topic_or_none(slowest.name)}, {mean(slowest, spoken=spoken)} a question; "
        f"quickest: {topic_or_none(quickest.name)}, {mean(quickest, spoken=spoken)}"
    )


def _when(found: Analysis) -> str:
    early, late = found.early, found.late
    return (
        f"{early.answers} answered in the first half of the time, {early.right} right; "
        f"{late.answers} in the second, {late.right} right"
    )


def changed(changes: Changes) -> list[tuple[str, str]]:
    """Return what became of answers that were changed and that were taken back: label, figures."""
    kinds = (
        (changes.wrong_to_right, "wrong to right"),
        (changes.right_to_wrong, "right to wrong"),
        (changes.wrong_to_wrong, "wrong to wrong"),
    )
    before = ((changes.right_to_blank, "right before"), (changes.wrong_to_blank, "wrong before"))
    found = (
        ("Answers changed", changes.total, kinds),
        ("Taken back", changes.cleared, before),
    )
    return [
        (label, f"{total} ({', '.join(f'{number} {kind}' for number, kind in of if number)})")
        for label, total, of in found
        if total
    ]


CUTOFFS = f"Cut-offs of UPSC's General Studies Paper I, {CATEGORY} category, of 200 marks"
FORECAST = "Other candidates sat other questions: a distance, not a forecast."


def distance(found: Distance) -> str:
    """Return how far a score is from a cut-off: `5.35 above`, `1.02 below`, `at the cut-off`."""
    if abs(found.marks) < _PRINTED:
        return "at the cut-off"
    return f"{marks(abs(found.marks))} {'above' if found.marks > 0 else 'below'}"


def cutoff_sources(found: Sequence[Distance]) -> str:
    """Return each source with its years: `pwonlyias.com (2024)`."""
    years: dict[str, list[int]] = {}
    for each in found:
        years.setdefault(each.cutoff.source, []).append(each.cutoff.year)
    return "; ".join(f"{source} ({numbers(sorted(of))})" for source, of in years.items())
