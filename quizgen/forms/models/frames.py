"""What a question of a model may show: facts with their truth, and what must not stand together.

Sets of facts are the bits of a whole number, the fact at place 0 being the lowest bit, so that
drawing, counting and checking are the same few lines for every kind of model.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from quizgen.forms.models.ids import Tokens, Truths

T = TypeVar("T")

DISTRACTORS = 3


class Row(NamedTuple):
    """One fact as it may be shown.

    Attributes:
        key: What an id calls it.
        facts: The names, among the facts of the bank, of what is asked when it is shown.
        true: Whether it is true as it stands.
        sources: What else it may be shown with, which makes it false; what is nearest to the truth
            first, as a draw prefers it.
        bars: Names of facts that tell whether it is true: it is not drawn once one was asked.
    """

    key: str
    facts: Tokens
    true: bool = True
    sources: Tokens = ()
    bars: Tokens = ()

    def fresh(self, used: AbstractSet[str]) -> bool:
        """Return whether nothing that was asked gives it away."""
        return used.isdisjoint(self.facts) and used.isdisjoint(self.bars)

    @property
    def may_be_false(self) -> bool:
        """Whether it can be shown as something false."""
        return not self.true or bool(self.sources)

    @property
    def tokens(self) -> list[str]:
        """All that may show it: itself, and with each of its sources in their order."""
        return [self.key, *(f"{self.key}.{source}" for source in self.sources)]


class Rows(NamedTuple):
    """Facts of which several are shown, some true and some not.

    Attributes:
        rows: By key.
        clash: For each row those that never stand beside it; empty if there are none at all.
        values: What a token shows beside its row, where a draw avoids to show it twice, as it is
            true of one row alone.
        head: Names of the facts asked besides those of the rows.
    """

    rows: tuple[Row, ...]
    clash: tuple[int, ...] = ()
    values: Mapping[str, str] = MappingProxyType({})
    head: Tokens = ()


class Pick(NamedTuple):
    """Facts of which four are shown as options and one is right.

    Attributes:
        rows: By key.
        keys: Those that may be the right one.
        rivals: For each row those that may be wrong beside it.
        clash: For each row those that never stand beside it.
        classes: For each row what an option says of it: where many say the same, it is no more
            often right.
        far: For each row how far it is from a real confusion, from 1; a draw prefers the nearer.
        heights: Of the options where the longest or the middle one could betray the key: their
            lengths, or their places in the order shown; else empty.
        whole: Whether each option says a whole fact, so that all four are asked, not the key alone.
    """

    rows: tuple[Row, ...]
    keys: int
    rivals: tuple[int, ...]
    clash: tuple[int, ...]
    classes: Tokens
    far: tuple[int, ...] = ()
    heights: tuple[int, ...] = ()
    whole: bool = False


Frame = Rows | Pick


def bits(numbers: Iterable[int]) -> int:
    """Return a set of places as a whole number."""
    found = 0
    for number in numbers:
        found |= 1 << number
    return found


def places(mask: int) -> list[int]:
    """Return the places of a set, rising."""
    return [number for number in range(mask.bit_length()) if mask >> number & 1]


def masks(items: Sequence[T], related: Callable[[T, T], bool]) -> tuple[int, ...]:
    """Return for each item the set of the others it is related to."""
    return tuple(
        [
            bits(
                number
                for number, other in enumerate(items)
                if number != place and related(item, other)
            )
            for place, item in enumerate(items)
        ]
    )


def true_of(frame: Rows, token: str) -> bool | None:
    """Return whether a token shows its row as something true; None if it shows nothing sound."""
    key, _, source = token.partition(".")
    row = next((row for row in frame.rows if row.key == key), None)
    if row is None or (source and source not in row.sources):
        return None
    return row.true and not source


def is_sound(frame: Frame, tokens: Tokens, truths: Truths) -> bool:
    """Return whether an item may show these tokens: right number, truth and order, no clash."""
    return _picked(frame, tokens) if isinstance(frame, Pick) else _shown(frame, tokens, truths)


def _shown(frame: Rows, tokens: Tokens, truths: Truths) -> bool:
    shown = [true_of(frame, token) for token in tokens]
    keys = [token.partition(".")[0] for token in tokens]
    if None in shown or list(tokens) != sorted(tokens) or len(set(keys)) < len(keys):
        return False
    if sum(map(bool, shown)) not in truths.get(len(tokens), ()):
        return False
    return not frame.clash or _apart(frame.clash, _numbers(frame, keys))


def _picked(frame: Pick, tokens: Tokens) -> bool:
    known = {row.key for row in frame.rows}
    if len(tokens) != 1 + DISTRACTORS or len(set(tokens)) < len(tokens) or not known >= {*tokens}:
        return False
    key, *others = _numbers(frame, tokens)
    return (
        list(tokens[1:]) == sorted(tokens[1:])
        and bool(frame.keys >> key & 1)
        and all(frame.rivals[key] >> other & 1 for other in others)
        and _apart(frame.clash, [key, *others])
    )


def _numbers(frame: Frame, keys: Iterable[str]) -> list[int]:
    found = {row.key: number for number, row in enumerate(frame.rows)}
    return [found[key] for key in keys]


def _apart(clash: Sequence[int], numbers: Sequence[int]) -> bool:
    chosen = bits(numbers)
    return not any(clash[number] & chosen for number in numbers)
