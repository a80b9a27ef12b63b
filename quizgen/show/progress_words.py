"""What progress is told in: its figures as phrases and names, for every renderer."""

from fractions import Fraction

from quizgen.core.item import Form
from quizgen.core.progress import (
    FEW,
    LATEST,
    REACH,
    Answers,
    Coverage,
    Guesses,
    Pace,
    Progress,
    Revision,
    Standing,
    Streak,
)
from quizgen.show.findings import topic_or_none
from quizgen.show.words import count, date_in_words, duration, form_name, in_marks, marks, percent

TOO_FEW = "too few to tell"
NOTHING = "No answers yet."
BEGIN = "Begin with: quizgen practice"
EARLY = f"Too few answers to tell more: there are figures from {FEW} on."
LEGEND = (
    "Accuracy is the share of your answers that are right; blanks do not count. Now: your latest "
    f"{LATEST} answers, or a few more, of the last {REACH // 7} weeks. Before: as many before "
    f"these. The weakest stand first. Fewer than {FEW} answers are too few to tell."
)
DRAWN = "A dot stands for a week of fewer answers than that."


def thousands(number: int, noun: str) -> str:
    """Return `1 answer`, `1,284 answers`."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def accuracy(answers: Answers, *, few: str = TOO_FEW) -> str:
    """Return `73 %`, or that there are too few answers to tell."""
    share = answers.accuracy
    return few if share is None else percent(share)


def answered(found: Progress) -> str:
    """Return how much there is in all, without full stop."""
    ever = found.whole.ever
    said = f"{thousands(ever.number, 'answer')} since {date_in_words(found.since)}"
    said += f": {ever.right:,} right, {ever.wrong:,} wrong"
    return f"{said}; {found.unanswered:,} left blank" if found.unanswered else said


def streak(found: Streak) -> str:
    """Return the days in a row, without full stop."""
    longest = f"; the longest run of days was {found.longest}"
    if not found.days:
        return f"No answers today or yesterday{longest}"
    keep_on = "; answer a question today to keep on"
    if found.days == 1:
        said = "First day in a row" if found.today else f"Answered yesterday{keep_on}"
    else:
        said = f"{found.days} days in a row{', today included' if found.today else keep_on}"
    return said + longest if found.longest > found.days else said


def lately(whole: Standing) -> str:
    """Return the accuracy of the latest answers and of those before."""
    if whole.now.accuracy is None:
        return TOO_FEW
    said = f"{accuracy(whole.now)} of your latest {whole.now.number} answers"
    if whole.before.accuracy is None:
        return said
    return f"{said}; {accuracy(whole.before)} of the {whole.before.number} before"


def weeks(whole: Standing, *, spoken: bool = False) -> str:
    """Return the accuracy of each week, the oldest first: `55 %, -, 60 %`."""
    return ", ".join(
        accuracy(week.answers, few="too few" if spoken else "-") for week in whole.weeks
    )


def pace(time: Pace, *, spoken: bool = False) -> str:
    """Return the mean time on a question, beside what the papers' clocks allow for one."""
    each, paced, allowed = (
        None if found is None else duration(found, spoken=spoken)
        for found in (time.each_ms, time.paced_each_ms, time.allowed_each_ms)
    )
    if each is None:
        return TOO_FEW
    said = f"{each} a question"
    if paced is None:
        return said
    if time.paced == time.questions:
        return f"{said}; your papers allow {allowed}"
    return f"{said}; on the clock {paced}, allowed {allowed}"


def guesses(found: Guesses) -> str:
    """Return what answers called guesses brought or cost, without full stop."""
    number, gain = found.answers.number, found.gain
    if gain is None:
        return f"{count(number, 'answer')} you called {_guess(number)}: {TOO_FEW} what they bring"
    said = f"{number:,} answers you called guesses, {found.answers.right:,} right: "
    each = f"won {marks(found.won)}, lost {marks(found.lost)}"
    if gain:
        return f"{said}they {'brought' if gain > 0 else 'cost'} {in_marks(abs(gain))} ({each})"
    return f"{said}they made no difference ({each})"


def _guess(number: int) -> str:
    return "a guess" if number == 1 else "guesses"


def topic(standing: Standing) -> str:
    """Return the name of a topic's standing as shown."""
    return topic_or_none(standing.name)


def form(standing: Standing) -> str:
    """Return the name of a form's standing as shown."""
    return form_name(Form(standing.name))


def weakest(standing: Standing) -> str:
    """Return the weakest topic and its accuracy."""
    return f"{topic(standing)}, {accuracy(standing.now)} right"


def revision(found: Revision) -> str:
    """Return how many facts are due, of how many."""
    return f"{found.due:,} of {thousands(found.facts, 'fact')}"


def seen_share(found: Coverage) -> Fraction:
    """Return the share of questions seen; 0 where there are none."""
    return Fraction(found.seen, found.questions) if found.questions else Fraction(0)


def seen_percent(found: Coverage) -> str:
    """Return the same as `77 %`; all or nothing is said of nothing less."""
    share = seen_share(found)
    if 0 < share < 1:
        share = min(max(share, Fraction(1, 100)), Fraction(99, 100))
    return percent(share)
