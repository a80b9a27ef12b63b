"""Events, and the model that asks for their dates and order."""

from dataclasses import dataclass
from typing import ClassVar

from quizgen.forms.models.specs.base import FactSpec, ModelSpec
from quizgen.forms.specs.base import said, worded


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class EventFact(FactSpec):
    """An event of a timeline."""

    event: str = said("A phrase that can be a subject: `the signing of the Tashkent Declaration`")
    date: str = said("When it happened: 1966, 1966-01 or 1966-01-10")

    @property
    def known_from(self) -> str:
        """The date of the event."""
        return self.date


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class TimelineModel(ModelSpec):
    """Asks for dates and order of events.

    Forms: `year`, `earliest`, `before`, `how-many-before`, `pairs`, `how-many-pairs`, `sequence`.
    """

    kind: ClassVar[str] = "timeline"

    timeline: str = said("The pool of events, by its name under `facts`")
    about: str = worded("What they belong to: `relations between India and Pakistan`")
