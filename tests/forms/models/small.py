"""The smallest models and facts of each kind, of which a test says only what it is about."""

from typing import Any

from quizgen.forms.models.spec import (
    AttributesModel,
    CategorySpec,
    ColumnSpec,
    EventFact,
    MembershipModel,
    RowFact,
    StatementFact,
    StatementsModel,
    StatusFact,
    TimelineModel,
)


def event(number: int, **fields: str) -> EventFact:
    return EventFact(**{"id": f"e{number}", "event": f"event {number}", "date": "1999", **fields})


def status(number: int, **fields: str) -> StatusFact:
    usual = {"id": f"s{number}", "entity": "Iran", "category": "member", "since": "2023-07-04"}
    return StatusFact(**{**usual, **fields})


def said(number: int, **fields: Any) -> StatementFact:
    return StatementFact(**{"id": f"s{number}", "correct": f"It is {number}.", **fields})


def row(number: int, **fields: Any) -> RowFact:
    usual = {"id": f"r{number}", "name": f"Row {number}", "values": {"date": f"199{number}"}}
    return RowFact(**{**usual, **fields})


LINE = TimelineModel(id="m", timeline="p")
CLUB = MembershipModel(
    id="m",
    membership="p",
    of="the Club",
    categories=(CategorySpec(id="member", one="a member", many="members"),),
    as_of="2024-12-31",
)
SET = StatementsModel(id="m", statements="p")
TABLE = AttributesModel(
    id="m", attributes="p", name="Row", columns=(ColumnSpec(id="date", head="Date"),)
)
