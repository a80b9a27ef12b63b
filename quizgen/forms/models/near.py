"""Years near enough to be confused: those of others that are offered, and shown as false."""

from collections.abc import Sequence

from quizgen.forms.models.frames import Pick, Row, bits, masks

NEAREST = 6
"""How many other years or values one is confused with, at most: a far one would tempt nobody."""


def around(ordered: Sequence[str], own: str) -> list[str]:
    """Return the nearest others in an order, as many on each side where there are enough."""
    place = ordered.index(own)
    first = max(0, min(place - NEAREST // 2, len(ordered) - 1 - NEAREST))
    return [one for one in ordered[first : first + NEAREST + 1] if one != own]


def years_pick(rows: Sequence[Row], keys: int, years: Sequence[str], *, near: bool) -> Pick:
    """Return what asks for the year of one row and offers those of others.

    Args:
        near: Whether only near years are offered, each as that of its first row.
    """
    everyone = bits(range(len(rows)))
    rivals = [everyone & ~(1 << number) for number in range(len(rows))]
    if near:
        first = {year: number for number, year in reversed([*enumerate(years)])}
        ordered = sorted(first)
        rivals = [bits(first[year] for year in around(ordered, own)) for own in years]
    return Pick(
        rows=tuple(rows),
        keys=keys,
        rivals=tuple(rivals),
        clash=masks(years, str.__eq__),
        classes=tuple(years),
        heights=tuple(map(int, years)),
    )
