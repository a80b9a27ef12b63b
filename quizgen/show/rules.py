"""The instruction page of a mock, and the keys."""

from collections.abc import Iterator
from fractions import Fraction

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.keys import Command, Key, keys_of, letters
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Timing
from quizgen.core.presets import PRESETS
from quizgen.show.layout import BLANK, Flow, labelled, numbered, safe_line
from quizgen.show.topics_line import topics_line
from quizgen.show.words import (
    count,
    duration,
    listed,
    marks,
    percent,
    sentence,
    signed,
    topic_name,
)

OMR = "Here you may change an answer; on the real OMR sheet ink cannot be changed."


_IN_SHORT = {
    Command.NEXT: "next",
    Command.PREVIOUS: "previous",
    Command.GO_TO: "go to",
    Command.CLEAR: "clear",
    Command.MARK: "mark for review",
    Command.HOW_SURE: "how sure",
    Command.PAUSE: "pause",
    Command.FINISH: "submit",
    Command.HELP: "all keys",
}
"""What one must know to begin; the page fits a screen of 24 lines, and `?` shows the rest."""


def each_has(paper: Paper) -> str:
    """Return the time of each question in a sentence; empty where they have none of their own."""
    time_ms = paper.timing.question_ms
    return "" if time_ms is None else f"Each question has {duration(time_ms, spoken=True)}."


def instructions(paper: Paper, *, plain: bool = False) -> Group:
    """Return the page shown before the clock starts."""
    return Group(
        Flow(safe_line(f"{paper.title}:", "bold") + Text(f" {_extent(paper)}")),
        *_sections(paper, plain=plain),
        *topics_line(paper),
        *_preset(paper),
        BLANK,
        *_points("Marks", _marking(paper.marking)),
        BLANK,
        *_points("Rules", _rules(paper)),
        *_keys_in_short(paper, plain=plain),
    )


def _sections(paper: Paper, *, plain: bool) -> Iterator[RenderableType]:
    """Each section with its number of questions, and its time if it has a clock."""
    if len(paper.sections) == 1:
        return
    told = []
    for section in paper.sections:
        clock = section.limit_ms
        parts = [str(section.count), *([] if clock is None else [duration(clock, spoken=plain)])]
        told.append(f"{topic_name(section.title)} ({', '.join(parts)})")
    yield labelled("Sections", Text(sentence(listed(told))))


def _keys_in_short(paper: Paper, *, plain: bool) -> Iterator[RenderableType]:
    """Most of the keys, flowing; aloud, all of them, each in a line."""
    options = _most_options(paper)
    if plain:
        yield BLANK
        yield from keys(paper, options, plain=True)
        return
    words = _IN_SHORT | ({Command.FINISH: "finish the section"} if paper.locked else {})
    short = [f"{key.shown} {words[key.command]}" for key in keys_of(paper) if key.command in words]
    answer = f"{letters(options)} or 1 to {options} answer"
    yield labelled("Keys", Text("; ".join([answer, *short, "Ctrl-C leave"])), "bold")


def _most_options(paper: Paper) -> int:
    return max(len(question.options) for question in paper.questions)


def keys(paper: Paper, options: int, *, plain: bool = False) -> Iterator[RenderableType]:
    """Yield the keys of a paper at a question with so many options, one to a line."""
    rows = [(f"{letters(options)}, 1 to {options}", "answer"), *map(_key, keys_of(paper))]
    if paper.feedback is Feedback.AFTER:
        rows.append(("Ctrl-C", "leave it, to go on later with quizgen resume"))
    yield Flow(Text("Keys", style="bold"))
    if plain:
        for shown, does in rows:
            yield Flow(Text(f"{shown}: {does}."), indent=2)
    else:
        yield from numbered([(shown, Text(does)) for shown, does in rows])


def _key(key: Key) -> tuple[str, str]:
    return key.shown, key.does


def _points(title: str, lines: Iterator[str]) -> Iterator[RenderableType]:
    yield Flow(Text(title, style="bold"))
    yield from numbered([("-", Text(line)) for line in lines])


def _extent(paper: Paper) -> str:
    maximum = len(paper.questions) * paper.marking.right
    parts = [count(len(paper.questions), "question"), f"{marks(maximum)} marks"]
    if (whole := _whole_time(paper)) is not None:
        parts.append(duration(whole, spoken=True) + _extra(paper.timing))
    if paper.timing.question_ms is not None:
        parts.append(f"{duration(paper.timing.question_ms, spoken=True)} for each question")
    return f"{', '.join(parts)}."


def _whole_time(paper: Paper) -> int | None:
    """The paper's time, or that of its sections together."""
    clocks = [section.limit_ms for section in paper.sections if section.limit_ms is not None]
    return sum(clocks) if clocks else paper.timing.paper_ms


def _extra(timing: Timing) -> str:
    return f" (with extra time of {timing.extra})" if timing.extra else ""


def _preset(paper: Paper) -> Iterator[RenderableType]:
    preset = PRESETS.get(paper.preset)
    if preset is not None:
        yield Flow(Text(f"Exam: {preset.title}, {preset.year}."))
        yield labelled("Source", Text(sentence(preset.source)))


def _marking(scheme: MarkingScheme) -> Iterator[str]:
    yield f"A right answer adds {_marks(scheme.right)} ({signed(scheme.right)})."
    if scheme.wrong:
        share = _share(scheme)
        yield f"A wrong answer takes off {_marks(scheme.wrong)} ({signed(-scheme.wrong)}){share}."
    else:
        yield "A wrong answer costs nothing (0)."
    if scheme.blank:
        yield f"A question left blank takes off {_marks(scheme.blank)} ({signed(-scheme.blank)})."
    else:
        yield "A question left blank costs nothing (0)."
    if scheme.declining:
        yield "Every question has a last option, not attempted, which costs nothing."
    if scheme.blank_limit is not None:
        yield f"More than {percent(scheme.blank_limit)} left blank disqualifies the paper."


def _marks(value: Fraction) -> str:
    """`2 marks`, `2/3 of a mark`, `2 1/2 marks`."""
    if value < 1:
        return f"{value} of a mark"
    whole, part = divmod(value, 1)
    number = f"{whole} {part}" if part else str(whole)
    return f"{number} {'mark' if value == 1 else 'marks'}"


def _share(scheme: MarkingScheme) -> str:
    share = scheme.wrong / scheme.right
    names = {3: "one third", 4: "one quarter", 2: "one half"}
    name = names.get(share.denominator) if share.numerator == 1 else None
    return f": {name} of its marks" if name else ""


def _rules(paper: Paper) -> Iterator[str]:
    timing = paper.timing
    in_order = timing.question_ms is not None
    yield from _order(paper)
    yield "Choosing an option saves it at once; choosing it again takes it back."
    if not in_order:
        yield "A question answered and marked for review counts."
    yield "Say how sure you are (h): no mark changes; the result weighs your guesses."
    if timing.pause or in_order or _whole_time(paper) is not None:
        yield _stopping(timing)
    yield from _ending(paper)
    if not in_order:
        yield OMR


def _order(paper: Paper) -> Iterator[str]:
    several = len(paper.sections) > 1
    if paper.locked and several:
        yield "Sections are taken one after the other; there is no return to a closed one."
    if paper.timing.question_ms is not None:
        yield "Each question has its own clock. At zero it closes and the next one opens."
        yield "Enter leaves a question for good: there is no return."
    elif several:
        within = "Within a section," if paper.locked else "Sections and"
        yield f"{within} questions may be taken in any order."
    else:
        yield "Questions may be taken in any order."


def _ending(paper: Paper) -> Iterator[str]:
    timing = paper.timing
    if timing.question_ms is not None:
        yield "After the last question the paper submits itself, with what was saved."
    elif timing.paper_ms is None and _whole_time(paper) is not None:
        yield "At zero a section closes; after the last one the paper submits itself."
    if _runs_out(timing, len(paper.questions)):
        yield "At zero the paper submits itself. After submitting you see what was right."
    else:
        yield "What was right is shown after you submit."


def _runs_out(timing: Timing, questions: int) -> bool:
    """Whether the paper's clock can end it: not where its questions have no more time in all."""
    if timing.paper_ms is None or timing.question_ms is None:
        return timing.paper_ms is not None
    # Each question's share was rounded by itself.
    return timing.paper_ms + questions < timing.question_ms * questions


def _stopping(timing: Timing) -> str:
    if timing.strict:
        return "Strict: if you are cut off, the clock runs on; `quizgen resume` continues."
    if timing.pause:
        return "A pause (z) or being cut off stops the clock; `quizgen resume` continues."
    return "If you are cut off, the clock stands still; `quizgen resume` continues."
