"""The ids of items drawn from a model: `sco-members~how-many.member@2019-11-15:a+b+c`.

Model, form, what the form is asked of (a category, a group, columns), the day it is asked for, and
what is shown: facts joined by `+`, where `a.b` is `a` shown with the value of `b`. An id is written
in one way only: the order in which things are shown is drawn from it, not told by it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from quizgen.core.item import Form

_LONGEST = 1000

Tokens = tuple[str, ...]
Truths = Mapping[int, tuple[int, ...]]
"""By the number of rows shown, how many of them may be true."""


class Asking(NamedTuple):
    """A form of a model.

    Attributes:
        form: Of the items; statements by twos are `S2`.
        truths: A number of true rows stands as often as there are codes for it, so that all codes
            are equally likely. Of four options, how many wrong ones are longer or later than the
            right one, where that is drawn.
        headed: Whether the rows are compared with a fact that is named first.
    """

    form: Form
    truths: Truths
    headed: bool = False

    def of(self, size: int) -> Form:
        """Return the form of an item of so many rows."""
        if self.form is Form.STATEMENTS and size == 2:  # noqa: PLR2004 - a form of its own
            return Form.TWO_STATEMENTS
        return self.form


PICKED: Truths = {4: (0,)}
BALANCED: Truths = {4: (0, 1, 2, 3)}
CODED: Truths = {3: (1, 1, 1, 2, 2, 2, 3), 4: (1,) * 4 + (2,) * 6 + (3,) * 4 + (4,)}
STATED: Truths = {2: (0, 1, 1, 2), **CODED}
COUNTED: Truths = {3: (0, 1, 2, 3), 4: (1, 2, 3, 4)}
ORDERED: Truths = {3: (3,), 4: (4,)}
ALONE: Truths = {1: (1,)}


class Place(NamedTuple):
    """What a question of a model is about, before its facts are drawn.

    Attributes:
        form: Its name among the forms of the model's kind.
        parts: What it is asked of: a category, a group, columns.
        day: The day it is asked for; empty where no answer depends on one.
        head: The fact that the others are compared with.
    """

    form: str
    parts: Tokens = ()
    day: str = ""
    head: str = ""

    @property
    def label(self) -> str:
        """What an id says of it between `~` and `:`."""
        return ".".join((self.form, *self.parts)) + (f"@{self.day}" if self.day else "")


def item_id(model: str, place: Place, tokens: Tokens) -> str:
    """Return the id of the item of a model that shows these tokens, which are in order."""
    head = (place.head,) if place.head else ()
    return f"{model}~{place.label}:{'+'.join((*head, *tokens))}"


def parsed(text: str) -> tuple[str, Place, Tokens] | None:
    """Return model, place and tokens of an id, a head among the tokens; None if it is no id."""
    if len(text) > _LONGEST:
        return None
    head, _, shown = text.partition(":")
    model, _, label = head.partition("~")
    asked, _, day = label.partition("@")
    form, *parts = asked.split(".")
    place, tokens = Place(form, tuple(parts), day), tuple(shown.split("+"))
    return (model, place, tokens) if item_id(model, place, tokens) == text else None
