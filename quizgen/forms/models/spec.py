"""What an author writes of item models: pools of facts, and models that ask for them.

As in `forms.spec`, these dataclasses are validated as they stand, and each field's `description`
is what documentation and a schema say of it. A fact's id is its name among the facts of its bank:
a question that rests on the same fact names it in its own `facts`, so that no paper asks it twice.
Each kind has a module of its own under `specs`, so that a draw loads only what it needs; here are
all of them.
"""

from quizgen.forms.models.specs.attributes import AttributesModel, ColumnSpec, RowFact
from quizgen.forms.models.specs.base import FactSpec, ModelSpec
from quizgen.forms.models.specs.membership import CategorySpec, MembershipModel, StatusFact
from quizgen.forms.models.specs.statements import GroupSpec, StatementFact, StatementsModel
from quizgen.forms.models.specs.timeline import EventFact, TimelineModel

__all__ = [
    "AttributesModel",
    "CategorySpec",
    "ColumnSpec",
    "EventFact",
    "FactSpec",
    "GroupSpec",
    "MembershipModel",
    "ModelSpec",
    "RowFact",
    "StatementFact",
    "StatementsModel",
    "StatusFact",
    "TimelineModel",
]
