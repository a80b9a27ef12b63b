"""What `quizgen list --stats` shows: of what kinds the questions are, and what the models make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.text import Text

from quizgen.core.item import Form
from quizgen.core.mix import Mix
from quizgen.show.layout import BLANK, Columns, Flow, safe_line
from quizgen.show.words import count, form_name, topic_name

Counts = tuple[tuple[str, int], ...]


class ModelRow(NamedTuple):
    """An item model.

    Attributes:
        facts: In its pool.
        makes: Different questions it can make, counted one by one.
    """

    id: str
    topic: str
    facts: int
    makes: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a bank is made of.

    Attributes:
        forms: Codes of forms and numbers of written questions.
        mix: What a paper of the house style has, to hold them against.
        style: The name of that house style.
        documents: Titles of sources and numbers of questions.
    """

    forms: Counts
    mix: Mix
    style: str
    difficulties: Counts
    topics: Counts
    tags: Counts
    documents: Counts
    models: tuple[ModelRow, ...]


def statistics(page: Statistics, *, plain: bool = False) -> Group:
    """Return the page; plain: a sentence for each row in place of tables."""
    total = sum(number for _, number in page.forms)
    facts = sum(row.facts for row in page.models)
    models = f", and {count(len(page.models), 'item model')} over {count(facts, 'fact')}"
    written = f"{count(total, 'written question')}{models if page.models else ''}"
    parts = [Flow(Text(written)), *_mixed(page, total, plain)]
    for head, rows in (
        ("Form", [(form_name(Form(code)), number) for code, number in page.forms]),
        ("Difficulty", _said(page.difficulties)),
        ("Topic", _said([(topic_name(name), number) for name, number in page.topics])),
        ("Tag", page.tags),
    ):
        if rows:
            parts += [BLANK, *_shares(head, rows, total, plain)]
    sources = sum(1 for name, _ in page.documents if name)
    if sources:
        parts += [BLANK, Flow(Text(f"From {count(sources, 'different source')}"))]
    if page.models:
        parts += [BLANK, *_models(page.models, plain)]
    return Group(*parts)


def _said(rows: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(name or "not said", number) for name, number in rows]


def _mixed(page: Statistics, total: int, plain: bool) -> Iterator[RenderableType]:
    """The written questions by what a paper takes from them, beside what that is."""
    known = dict(page.forms)
    parts = sum(share.part for share in page.mix)
    rows = []
    for share in page.mix:
        number = sum(known.get(form, 0) for form in share.forms)
        rows.append(
            (_kind(share.forms), number, _hundred(number, total), share.part * 100 // parts)
        )
    yield BLANK
    if plain:
        yield Flow(Text(f"By kind, in 100, beside a paper of {page.style}", style="bold"))
        for name, number, mine, theirs in rows:
            yield Flow(Text(f"{name}: {number}, {mine} in 100, paper {theirs}."), indent=2)
        return
    head = tuple(Text(name, style="bold") for name in ("Kind", "Questions", "In 100", page.style))
    cells = tuple(tuple(Text(str(cell)) for cell in row) for row in rows)
    yield Columns((head, *cells), right=frozenset({1, 2, 3}), indent=0)


def _kind(forms: frozenset[Form]) -> str:
    """The kind that some forms make up, by the commonest of them."""
    for form, name in _KINDS:
        if form in forms:
            return name
    return ", ".join(sorted(form_name(form) for form in forms))


_KINDS = (
    (Form.DIRECT, "direct"),
    (Form.STATEMENTS, "coded"),
    (Form.HOW_MANY, "counted"),
    (Form.ONE_REASON, "reasons"),
    (Form.SEQUENCE, "sequence"),
)


def _hundred(number: int, total: int) -> int:
    return int(Fraction(number * 100, total or 1) + Fraction(1, 2))


def _shares(
    head: str, rows: Sequence[tuple[str, int]], total: int, plain: bool
) -> Iterator[RenderableType]:
    if plain:
        yield Flow(Text(f"By {head.lower()}", style="bold"))
        for name, number in rows:
            yield Flow(safe_line(f"{name}: {number}, {_hundred(number, total)} in 100."), indent=2)
        return
    title = tuple(Text(name, style="bold") for name in (head, "Questions", "In 100"))
    cells = tuple(
        (safe_line(name), Text(str(number)), Text(str(_hundred(number, total))))
        for name, number in rows
    )
    yield Columns((title, *cells), right=frozenset({1, 2}), indent=0)


def _models(models: Sequence[ModelRow], plain: bool) -> Iterator[RenderableType]:
    together = sum(row.makes for row in models)
    if plain:
        yield Flow(Text("Item models", style="bold"))
        for row in models:
            facts = count(row.facts, "fact")
            yield Flow(safe_line(f"{row.id}: {facts}, {row.makes:,} questions."), indent=2)
        yield Flow(Text(f"Together {together:,} different questions."), indent=2)
        return
    title = tuple(Text(name, style="bold") for name in ("Item model", "Facts", "Can make"))
    cells = tuple(
        (safe_line(row.id), Text(str(row.facts)), Text(f"{row.makes:,}")) for row in models
    )
    whole = (Text("together"), Text(str(sum(row.facts for row in models))), Text(f"{together:,}"))
    yield Columns((title, *cells, whole), right=frozenset({1, 2}), indent=0)
