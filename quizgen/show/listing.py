"""What `quizgen list` shows: the questions loaded, by file, topic and document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.show.layout import BLANK, Columns, Flow, safe_line
from quizgen.show.words import count, topic_name


class FileRow(NamedTuple):
    """A file: how many sound questions it has, and how many errors and item models."""

    name: str
    title: str
    questions: int
    errors: int
    models: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """What is loaded.

    Attributes:
        files: In order.
        topics: Name and number of questions; an empty name stands for questions without one.
        documents: The same for titles of sources.
    """

    files: tuple[FileRow, ...]
    topics: tuple[tuple[str, int], ...]
    documents: tuple[tuple[str, int], ...]


def stock(questions: int, models: int) -> str:
    """Return `171 questions and 6 models that make more`."""
    makers = count(models, "model that makes", "models that make")
    if not models:
        return count(questions, "question")
    return (
        f"{count(questions, 'question')} and {makers} more" if questions else f"{makers} questions"
    )


def listing(page: Listing, *, plain: bool = False) -> Group:
    """Return the page; plain: a sentence for each row in place of tables."""
    total = sum(row.questions for row in page.files)
    models = sum(row.models for row in page.files)
    there_is = f"{stock(total, models)}{', in' if models else ' in'}"
    return Group(
        Flow(Text(f"{there_is} {count(len(page.files), 'file')}")),
        BLANK,
        *_rows("File", [(_file(row), _holds(row)) for row in page.files], plain),
        BLANK,
        *_rows("Topic", _named(page.topics, "without a topic"), plain),
        BLANK,
        *_rows("Document", _named(_most_first(page.documents), "without a source"), plain),
    )


def _most_first(rows: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(rows, key=lambda row: -row[1])


def _file(row: FileRow) -> str:
    return f"{row.name} ({row.title})" if row.title else row.name


def _holds(row: FileRow) -> str:
    models = [count(row.models, "model")] if row.models else []
    errors = [count(row.errors, "error")] if row.errors else []
    return ", ".join((str(row.questions), *models, *errors))


def _named(rows: Sequence[tuple[str, int]], nameless: str) -> list[tuple[str, str]]:
    return [(topic_name(name) or nameless, str(number)) for name, number in rows]


def _rows(head: str, rows: Sequence[tuple[str, str]], plain: bool) -> Iterator[RenderableType]:
    if plain:
        yield Flow(Text(f"{head}s", style="bold"))
        for name, number in rows:
            yield Flow(safe_line(f"{name}: {number}."), indent=2)
    else:
        cells = tuple((safe_line(name), Text(number)) for name, number in rows)
        title = (Text(head, style="bold"), Text("Questions", style="bold"))
        yield Columns((title, *cells), right=frozenset({1}), indent=0)
