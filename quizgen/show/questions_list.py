"""All questions of a paper, each in a line: its number, its status, and words to know it by."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from quizgen.core.attempt import may_read
from quizgen.core.item import Question
from quizgen.core.palette import Standing, standings
from quizgen.core.paper import Paper
from quizgen.core.state import Attempt
from quizgen.core.text import Lines, Paragraph, Runs, blocks
from quizgen.show.layout import BLANK, Flow, whole
from quizgen.show.palette import SHAPES, section_heading, standing_words
from quizgen.show.words import sentence

NOT_OPEN_YET = "not open yet"
NEVER_OPEN = "was not opened"
_CUT = "..."


def questions_list(attempt: Attempt, *, plain: bool = False) -> Group:
    """Return a line for each question, under its section if there are several.

    As many words of it as the line has room for; `plain`, all of them.
    """
    return Group(*_views(attempt, plain=plain))


def _views(attempt: Attempt, *, plain: bool) -> Iterator[RenderableType]:
    words, all_ = listed_words(attempt), standings(attempt)
    sections = range(len(attempt.paper.sections))
    for section in sections:
        if section:
            yield BLANK
        if len(sections) > 1:
            heading = section_heading(attempt, section)
            yield Flow(Text(sentence(heading) if plain else heading))
        for index in attempt.paper.span_of(section):
            yield (_spoken if plain else _Line)(attempt, index, all_[index], words[index])


def _spoken(attempt: Attempt, index: int, standing: Standing, words: str) -> Flow:
    certainty = attempt.entries[index].certainty
    parts = [standing_words(standing), *([certainty] if certainty else [])]
    if index == attempt.current:
        parts.append("open")
    return Flow(Text(f"Question {index + 1}, {', '.join(parts)}: {sentence(words)}"))


@dataclass(frozen=True, slots=True)
class _Line:
    """Number and shape, the open question in brackets, and what fits of its words."""

    attempt: Attempt
    index: int
    standing: Standing
    words: str

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the line."""
        shape, style = SHAPES[self.standing]
        here = self.index == self.attempt.current
        before, after = ("[", "]") if here else (" ", " ")
        digits = len(str(len(self.attempt.entries)))
        head = Text.assemble(f"{before}{self.index + 1}".rjust(digits + 2), (shape, style), after)
        head.append("  ")
        room = max(options.max_width - cell_len(head.plain), 1)
        line = head + Text(cut(self.words, room))
        line.rstrip()
        yield whole(line)


def listed_words(attempt: Attempt) -> tuple[str, ...]:
    """Return for each question the words it is known by, or why they may not be read yet."""
    known = known_by(attempt.paper)
    return tuple(
        words if may_read(attempt, index) else _unread(attempt, index)
        for index, words in enumerate(known)
    )


def _unread(attempt: Attempt, index: int) -> str:
    return NEVER_OPEN if attempt.entries[index].locked else NOT_OPEN_YET


def known_by(paper: Paper) -> tuple[str, ...]:
    """Return for each question the words that tell it apart from the others of the paper."""
    return telling_words(paper.questions)


def telling_words(questions: Sequence[Question]) -> tuple[str, ...]:
    """Return for each question the words that tell it apart from the others.

    That is the first part of its stem that no other question has: many open with the same
    sentence. Where there is none, it is the first part. Each is one safe line.
    """
    stems = [_parts(question) for question in questions]
    shared = Counter(part for parts in stems for part in set(parts))
    return tuple(
        next((part for part in parts if shared[part] == 1), parts[0] if parts else "")
        for parts in stems
    )


def cut(words: str, room: int) -> str:
    """Return as much of a line as fits in so many columns, `...` at its end if there was more."""
    if cell_len(words) <= room:
        return words
    kept = set_cell_size(words, max(room - len(_CUT), 0)).rstrip()
    return f"{kept}{_CUT}"[:room]


def _parts(question: Question) -> list[str]:
    """Paragraphs, numbered lines, and rows of tables but for the head; no colon that leads on."""
    parts: list[str] = []
    for block in blocks(question.stem):
        match block:
            case Paragraph(runs):
                parts.append(_text(runs))
            case Lines(lines):
                parts += [_text(runs) for _, runs in lines]
            case _:
                parts += [", ".join(filter(None, map(_text, row))) for row in block.rows[1:]]
    return [named for part in parts if (named := part.removesuffix(":"))]


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
