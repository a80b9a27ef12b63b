"""Rows of two or three columns that are correctly matched or not (forms P, HP and HR).

The stem is a lead line, a table whose first column holds the numerals, and a closing line. Options
and key are composed from the truth of the rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.core.chance import fingerprint, fingerprints
from quizgen.core.diagnostics import Problem
from quizgen.core.item import Form, Item, Why
from quizgen.forms.building import Composed, built, stem, told_ids
from quizgen.forms.cells import THREE, cells, table_problems, torn_problems
from quizgen.forms.coded import (
    MOST,
    PAIR,
    Called,
    Choices,
    code_choices,
    count_choices,
    number_problems,
    same_problems,
    taken_problems,
    text_problems,
    uncodable,
    uncountable,
)
from quizgen.forms.codes import Code
from quizgen.forms.shared import Setting, common_problems, id_problems, one_line, unnamed_id
from quizgen.forms.specs.pairs import PairSpec, PairsSpec
from quizgen.forms.wording import Counts, Wording

_CALLED = Called("pairs", "row", "rows", "matched")


@dataclass(frozen=True, slots=True)
class _Given:
    """The cells of the rows, fingerprints and ids of the rows, and the code that is right."""

    rows: tuple[tuple[str, ...], ...]
    prints: tuple[str, ...]
    ids: tuple[str, ...]
    asked: Code

    @property
    def three(self) -> bool:
        """Whether the rows have three columns."""
        return len(self.rows[0]) == THREE


def compose(spec: PairsSpec, setting: Setting) -> Item | tuple[Problem, ...]:
    """Return the item, or every problem that keeps it from being one."""
    rows = tuple([cells(pair.words) for pair in spec.pairs])
    prints = tuple(fingerprints([" | ".join(row) for row in rows]))
    ids = tuple([pair.id or print_ for pair, print_ in zip(spec.pairs, prints, strict=True)])
    matched = frozenset(n for n, pair in enumerate(spec.pairs) if pair.matched)
    given = _Given(rows, prints, ids, matched)
    shape = (*common_problems(spec), *_shape_problems(spec, given))
    if any(problem.path[:1] == ("pairs",) for problem in shape):
        return shape
    problems = (*shape, *_truth_problems(spec, setting.words, given))
    return problems or _item(spec, setting, given)


def _shape_problems(spec: PairsSpec, given: _Given) -> Iterable[Problem]:
    rows = [tuple(_row_problems(number, pair)) for number, pair in enumerate(spec.pairs)]
    for wrong in rows:
        yield from wrong
    few = tuple(number_problems(len(rows), _CALLED, PAIR, MOST))
    yield from few
    if not any(rows) and rows:
        yield from table_problems(spec)
        if not few:
            same = tuple(same_problems(given.prints, [pair.id for pair in spec.pairs], _CALLED))
            yield from same or torn_problems(spec)


def _row_problems(number: int, pair: PairSpec) -> Iterable[Problem]:
    path = ("pairs", number)
    both = bool(pair.matched and pair.mismatched)
    fields = ("matched", "mismatched")
    yield from text_problems(pair.words, path, "row", fields, "columns", both=both)
    yield from id_problems(pair.id, (*path, "id"))
    yield from taken_problems(pair.id, path)


def _truth_problems(spec: PairsSpec, words: Wording, given: _Given) -> Iterable[Problem]:
    """Yield why the form cannot ask for what is true."""
    of, counts = len(given.rows), _counts(given, words)
    if spec.ask == "how-many":
        yield from uncountable(of, _CALLED, counts, len(given.asked))
    elif of > PAIR and not given.asked:
        yield uncodable(of, _CALLED, counts, 0)


def _counts(given: _Given, words: Wording) -> Counts:
    return words.counts if given.three else words.pair_counts


def _form(spec: PairsSpec, given: _Given) -> Form:
    if spec.ask == "which":
        return Form.PAIRS
    return Form.HOW_MANY_ROWS if given.three else Form.HOW_MANY_PAIRS


def _lines(spec: PairsSpec, given: _Given, words: Wording, *, several: bool) -> tuple[str, str]:
    """The lead line and the closing line."""
    lead = one_line(spec.lead) or (words.rows if given.three else words.pairs)
    if spec.closing:
        return lead, one_line(spec.closing)
    if spec.ask == "how-many":
        return lead, words.how_many_rows if given.three else words.how_many_pairs
    if given.three:
        return lead, words.which_rows
    return lead, words.which_pairs_are if several else words.which_pairs


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], numerals: Sequence[str]) -> str:
    """The rows below their heads, which are empty where the author gives none."""
    lines = [("", *heads), ["---"] * (len(rows[0]) + 1)]
    lines += [(f"{numeral}.", *row) for numeral, row in zip(numerals, rows, strict=False)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _item(spec: PairsSpec, setting: Setting, given: _Given) -> Item:
    words = setting.words
    name = spec.id or unnamed_id(fingerprint(spec.heads, spec.ask, *sorted(given.prints)))
    choices = _choices(spec, name, given, words)
    lead, closing = _lines(spec, given, words, several=choices.several)
    heads = cells(spec.heads) if spec.heads else ("",) * len(given.rows[0])
    text = stem(lead, _table(heads, given.rows, words.numerals), closing)
    ids = told_ids(spec.pairs, given.ids)
    verdicts = [
        _verdict(pair, row, words) for pair, row in zip(spec.pairs, given.rows, strict=True)
    ]
    whys = [
        Why(numeral, bool(pair.matched), pair.why.strip(), verdict, pair.facts, id_)
        for numeral, pair, verdict, id_ in zip(
            words.numerals, spec.pairs, verdicts, ids, strict=False
        )
    ]
    form = _form(spec, given)
    composed = Composed(name, form, text, choices.options, choices.key, tuple(whys))
    return built(spec, setting, composed)


def _choices(spec: PairsSpec, item: str, given: _Given, words: Wording) -> Choices:
    if spec.ask == "how-many":
        return count_choices(given.asked, len(given.rows), _counts(given, words))
    return code_choices(item, given.ids, given.asked, words)


def _verdict(pair: PairSpec, row: Sequence[str], words: Wording) -> str:
    """What is said of a row: that it is matched, or the cells it should have."""
    if pair.matched:
        return words.matched
    other = [cell for cell, own in zip(cells(pair.match), row[1:], strict=True) if cell != own]
    return words.mismatched.format(match="; ".join(other).rstrip("."))
