"""Entries to be put in order by their dates or ranks (form Q).

The stem is a lead line, the numbered entries, mixed by the item's id, and a closing line. The
options are four orders: the right one, and three wrong ones drawn by the item's id.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from quizgen.core.chance import fingerprint, fingerprints, shuffled
from quizgen.core.diagnostics import Problem
from quizgen.core.item import Form, Item, Option, Why
from quizgen.forms.building import Composed, built, stem
from quizgen.forms.coded import Called, number_problems, same_problems
from quizgen.forms.dates import before, is_date
from quizgen.forms.shared import Setting, common_problems, id_problems, one_line, unnamed_id
from quizgen.forms.specs.sequence import EntrySpec, SequenceSpec
from quizgen.forms.wording import ROMAN, Wording

_CALLED = Called("sequence", "entry", "entries")
_FEWEST, _MOST = 3, 4
_RANK = re.compile(r"[0-9]{1,6}")

Order = tuple[int, ...]
"""Numbers of entries as shown, from 0, the first one first."""


def compose(spec: SequenceSpec, setting: Setting) -> Item | tuple[Problem, ...]:
    """Return the item, or every problem that keeps it from being one."""
    texts = [one_line(entry.text) for entry in spec.sequence]
    problems = (*common_problems(spec), *_problems(spec, texts))
    return problems or _item(spec, setting, texts)


def _problems(spec: SequenceSpec, texts: Sequence[str]) -> Iterable[Problem]:
    wrong = [
        problem
        for number, entry in enumerate(spec.sequence)
        for problem in _entry_problems(number, entry)
    ]
    yield from wrong
    few = tuple(number_problems(len(spec.sequence), _CALLED, _FEWEST, _MOST))
    same: tuple[Problem, ...] = ()
    if all(texts) and not few:
        ids = [entry.id for entry in spec.sequence]
        same = tuple(same_problems(fingerprints(texts), ids, _CALLED))
    yield from (*few, *same)
    if not wrong and not same:
        yield from _order_problems(spec)


def _entry_problems(number: int, entry: EntrySpec) -> Iterable[Problem]:
    path = ("sequence", number)
    if not entry.text.strip():
        yield Problem("QG121", path, "an entry has no text", help="begin it with `text:`")
    if entry.date and entry.rank:
        message = "an entry has a date or a rank, not both"
        yield Problem("QG126", (*path, "rank"), message, help="remove one", at_key=True)
    elif entry.date and not is_date(entry.date):
        from quizgen.forms.misdated import date_problem

        yield date_problem((*path, "date"), entry.date)
    elif entry.rank and not _RANK.fullmatch(entry.rank):
        message = f"`rank` is not a whole number: `{entry.rank}`"
        yield Problem("QG126", (*path, "rank"), message, help="write 1 for the first, then 2, 3")
    elif not entry.date and not entry.rank:
        message = "nothing says where this entry stands in the order"
        help_ = "add its `date:`, or a `rank:` where there are no dates"
        yield Problem("QG126", path, message, help=help_)
    yield from id_problems(entry.id, (*path, "id"))


def _order_problems(spec: SequenceSpec) -> Iterable[Problem]:
    """Yield why the entries, each sound by itself, have no order beyond doubt."""
    dated = [bool(entry.date) for entry in spec.sequence]
    if len(set(dated)) > 1:
        number = dated.index(not dated[0])
        message = "some entries have a date and others a rank"
        path = ("sequence", number, "date" if dated[number] else "rank")
        yield Problem("QG126", path, message, help="give all of them the same", at_key=True)
        return
    if not all(dated) and not spec.closing.strip():
        yield Problem(
            "QG126",
            ("sequence",),
            "entries in order of rank need `closing`, the line that asks for it",
            why="the usual line asks for the chronological sequence",
            help="add, for instance, `closing: What is the correct order of these from north to "
            "south?`",
        )
    for number, entry in enumerate(spec.sequence):
        earlier = enumerate(spec.sequence[:number])
        same = next((place for place, one in earlier if _level(one, entry)), None)
        if same is not None:
            yield _undecided(spec, number, same)


def _undecided(spec: SequenceSpec, number: int, same: int) -> Problem:
    """The problem of an entry that may stand on either side of an earlier one."""
    entry, other = spec.sequence[number], spec.sequence[same]
    field = "date" if entry.date else "rank"
    value = getattr(entry, field)
    texts = f"`{one_line(other.text)}` and `{one_line(entry.text)}`"
    if getattr(other, field) == value or not entry.date:
        message = f"{texts} have the same {field}, {value}"
    else:
        message = f"`{other.date}` and `{entry.date}` leave open which of {texts} came first"
    help_ = "write the dates more exactly, or change one of the entries"
    return Problem(
        "QG127",
        ("sequence", number, field),
        message,
        help=help_ if entry.date else "give each its own",
        other=("sequence", same, field),
    )


def _level(one: EntrySpec, other: EntrySpec) -> bool:
    """Whether two entries, both with dates or both with ranks, have no order beyond doubt."""
    if one.date:
        return not before(one.date, other.date) and not before(other.date, one.date)
    return int(one.rank) == int(other.rank)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Entries as shown, their ids, and their right order."""

    entries: tuple[EntrySpec, ...]
    texts: tuple[str, ...]
    ids: tuple[str, ...]
    right: Order


def _shown(spec: SequenceSpec, item: str, texts: Sequence[str]) -> _Shown:
    prints = fingerprints(texts)
    ids = [entry.id or print_ for entry, print_ in zip(spec.sequence, prints, strict=True)]
    numbers: Sequence[int] = range(len(ids))
    if spec.shuffle:
        numbers = shuffled(numbers, item, lambda number: ids[number])
    entries = tuple([spec.sequence[number] for number in numbers])
    return _Shown(
        entries=entries,
        texts=tuple([texts[number] for number in numbers]),
        ids=tuple([ids[number] for number in numbers]),
        right=tuple(sorted(range(len(entries)), key=lambda number: _place(entries[number]))),
    )


def _place(entry: EntrySpec) -> tuple[int, str]:
    """What sorts an entry; dates that do not overlap are in the order of their texts."""
    return int(entry.rank or 0), entry.date


@cache
def _orders(of: int) -> dict[Order, str]:
    """The orders of so many entries, in natural order, with a name for each."""
    return {order: "-".join(ROMAN[number] for number in order) for order in permutations(range(of))}


def offered(item_id: str, key: Order) -> list[Order]:
    """Return the four orders to choose from, in natural order.

    The key, and the lowest three in rank of the item's id and the order among the wrong ones; the
    draw never looks at the key, as with codes.
    """
    orders = _orders(len(key))
    wrong = shuffled([order for order in orders if order != key], item_id, orders.__getitem__)[:3]
    return [order for order in orders if order == key or order in wrong]


def _order_id(order: Order, ids: Sequence[str]) -> str:
    """The id of an option, made of the ids of the entries in that order."""
    return ">".join([ids[number] for number in order])


def _item(spec: SequenceSpec, setting: Setting, texts: Sequence[str]) -> Item:
    words = setting.words
    name = spec.id or unnamed_id(fingerprint(spec.closing, *sorted(texts)))
    shown = _shown(spec, name, texts)
    options = tuple(
        [
            Option(_order_id(order, shown.ids), words.then.join(words.numerals[n] for n in order))
            for order in offered(name, shown.right)
        ]
    )
    entries = "\n".join(
        [f"{numeral}. {text}" for numeral, text in zip(words.numerals, shown.texts, strict=False)]
    )
    lead, closing = one_line(spec.lead) or words.events, one_line(spec.closing) or words.sequence
    return built(
        spec,
        setting,
        Composed(
            id=name,
            form=Form.SEQUENCE,
            stem=stem(lead, entries, closing),
            options=options,
            key=_order_id(shown.right, shown.ids),
            whys=tuple(_whys(shown, words)),
        ),
    )


def _whys(shown: _Shown, words: Wording) -> Iterable[Why]:
    """What is said of the entries, in the right order."""
    for place, number in enumerate(shown.right):
        entry, text = shown.entries[number], shown.texts[number].rstrip(".")
        said, why = _verdict(entry, text, place, words), entry.why.strip()
        yield Why(words.numerals[number], correct=True, text=why, verdict=said)


def _verdict(entry: EntrySpec, text: str, place: int, words: Wording) -> str:
    """What an entry is, and where it stands; a why that begins with its date says that itself."""
    if not entry.date:
        return words.ordinals[place].format(text=text)
    date = words.dated(entry.date)
    if re.match(rf"{re.escape(date)}\b", entry.why.strip()):
        return words.named.format(text=text)
    return words.placed.format(text=text, date=date)
