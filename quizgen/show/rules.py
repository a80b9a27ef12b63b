"""The instruction page of a mock, and the keys."""

from collections.abc import Iterator
from fractions import Fraction

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.keys import Key, keys_of, letters
from quizgen.core.paper import Feedback, MarkingScheme, Paper, Timing
from quizgen.core.presets import PRESETS
from quizgen.show.layout import BLANK, Flow, labelled, numbered, safe_line
from quizgen.show.words import count, duration, marks, percent, sentence, signed

OMR = "Here you may change an answer; on the real OMR sheet ink cannot be changed."


def instructions(paper: Paper, *, plain: bool = False) -> Group:
    """Return the page shown before the clock starts."""
    return Group(
        Flow(safe_line(f"{paper.title}:", "bold") + Text(f" {_extent(paper)}")),
        *_preset(paper),
        BLANK,
        *_points("Marks", _marking(paper.marking)),
        BLANK,
        *_points("Rules", _rules(paper.timing)),
        BLANK,
        *_keys_in_short(paper, plain=plain),
    )


def _keys_in_short(paper: Paper, *, plain: bool) -> Iterator[RenderableType]:
    """The page fits a screen of 24 lines, so the keys flow; aloud, each is a line."""
    options = _most_options(paper)
    if plain:
        yield from keys(paper, options, plain=True)
        return
    short = [
        key.shown if key.shown == key.command else f"{key.shown} {key.command}"
        for key in _keys_of(paper)
    ]
    answer = f"{letters(options)} or 1 to {options} answer"
    yield labelled("Keys", Text("; ".join([answer, *short, "Ctrl-C leave"])), "bold")


def _most_options(paper: Paper) -> int:
    return max(len(question.options) for question in paper.questions)


def keys(paper: Paper, options: int, *, plain: bool = False) -> Iterator[RenderableType]:
    """Yield the keys of a paper at a question with so many options, one to a line."""
    rows = [(f"{letters(options)}, 1 to {options}", "answer"), *map(_key, _keys_of(paper))]
    if paper.feedback is Feedback.AFTER:
        rows.append(("Ctrl-C", "leave it, to go on later with quizgen resume"))
    yield Flow(Text("Keys", style="bold"))
    if plain:
        for shown, does in rows:
            yield Flow(Text(f"{shown}: {does}."), indent=2)
    else:
        yield from numbered([(shown, Text(does)) for shown, does in rows])


def _keys_of(paper: Paper) -> tuple[Key, ...]:
    return keys_of(paper.feedback, in_order=paper.timing.question_ms is not None)


def _key(key: Key) -> tuple[str, str]:
    return key.shown, key.does


def _points(title: str, lines: Iterator[str]) -> Iterator[RenderableType]:
    yield Flow(Text(title, style="bold"))
    yield from numbered([("-", Text(line)) for line in lines])


def _extent(paper: Paper) -> str:
    maximum = len(paper.questions) * paper.marking.right
    parts = [count(len(paper.questions), "question"), f"{marks(maximum)} marks"]
    if paper.timing.paper_ms is not None:
        parts.append(duration(paper.timing.paper_ms, spoken=True) + _extra(paper.timing))
    if paper.timing.question_ms is not None:
        parts.append(f"{duration(paper.timing.question_ms, spoken=True)} for each question")
    return f"{', '.join(parts)}."


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


def _rules(timing: Timing) -> Iterator[str]:
    if timing.question_ms is not None:
        yield (
            "Each question has its own clock. At zero it closes and the next one opens; there is "
            "no return."
        )
    else:
        yield "Questions may be taken in any order."
    yield "Choosing an option saves it at once."
    yield "A question answered and marked for review counts."
    if timing.paper_ms is not None:
        yield "At zero the paper submits itself, with what was saved."
    if timing.paper_ms is not None or timing.question_ms is not None:
        yield _interruption(timing)
    yield "What was right is shown after you submit."
    if timing.question_ms is None:
        yield OMR


def _interruption(timing: Timing) -> str:
    if timing.strict:
        return "Strict: if you are cut off, the clock runs on; `quizgen resume` continues."
    return "If you are cut off, the clock stands still; `quizgen resume` continues."
