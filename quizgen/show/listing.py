"""What `quizgen list` shows: the questions loaded, by file, topic and document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.show.layout import BLANK, Columns, Flow, safe_line
from quizgen.show.words import count, topic_name


@dataclass(frozen=True, slots=True)
class Listing:
    """What is loaded.

    Attributes:
        files: Name, title, number of sound questions and of errors, in order.
        topics: Name and number; an empty name stands for questions without one.
        documents: The same for titles of sources.
    """

    files: tuple[tuple[str, str, int, int], ...]
    topics: tuple[tuple[str, int], ...]
    documents: tuple[tuple[str, int], ...]


def listing(page: Listing, *, plain: bool = False) -> Group:
    """Return the page; plain: a sentence for each row in place of tables."""
    total = sum(number for _, number in page.topics)
    files = [
        (f"{name} ({title})" if title else name, number, errors)
        for name, title, number, errors in page.files
    ]
    return Group(
        Flow(Text(f"{count(total, 'question')} in {count(len(files), 'file')}")),
        BLANK,
        *_rows("File", [(name, _sound(number, errors)) for name, number, errors in files], plain),
        BLANK,
        *_rows("Topic", _named(page.topics, "without a topic"), plain),
        BLANK,
        *_rows("Document", _named(_most_first(page.documents), "without a source"), plain),
    )


def _most_first(rows: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(rows, key=lambda row: -row[1])


def _sound(number: int, errors: int) -> str:
    return f"{number}, {count(errors, 'error')}" if errors else str(number)


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
