"""What the loader makes of a question file. Apart from the loader, whose imports are slow."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.core.item import Item

if TYPE_CHECKING:
    from quizgen.core.diagnostics import Diagnostic, Span
    from quizgen.forms.models.model import Model


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many sound questions of a file lack what would make it better."""

    ids: int = 0
    explanations: int = 0
    sources: int = 0


@dataclass(frozen=True, slots=True)
class LoadedItem:
    """An item and where it stands.

    Attributes:
        span: Of its id, or of the first line of its block.
    """

    item: Item
    span: "Span"


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """An item model and where it stands.

    Attributes:
        span: Of its id.
    """

    model: "Model"
    span: "Span"


@dataclass(frozen=True, slots=True)
class QuestionFile:
    """What a question file holds.

    Attributes:
        name: As given.
        bank: The file's own, or a slug of its name.
        title: The file's own, or its name without folder and ending.
        items: The sound ones, in file order.
        diagnostics: In file order.
        models: The sound ones, in file order.
        due: What is wrong from a day on, in file order.
    """

    name: str
    bank: str
    title: str
    items: tuple[LoadedItem, ...] = ()
    diagnostics: "tuple[Diagnostic, ...]" = ()
    lacking: Lacking = field(default_factory=Lacking)
    models: tuple[LoadedModel, ...] = ()
    due: "tuple[Diagnostic, ...]" = ()
