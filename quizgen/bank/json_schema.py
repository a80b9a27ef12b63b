"""The JSON Schema of a question file, for editors: made from the very dataclasses that are read.

Texts may be written bare, so what an editor takes for a number or a truth value is a text too.
"""

from typing import Any

from pydantic import TypeAdapter

from quizgen.forms.kinds import KINDS
from quizgen.forms.models.spec import (
    AttributesModel,
    EventFact,
    MembershipModel,
    RowFact,
    StatementFact,
    StatementsModel,
    StatusFact,
    TimelineModel,
)
from quizgen.forms.spec import FileSpec

Schema = dict[str, Any]

_FACTS = (EventFact, StatusFact, StatementFact, RowFact)
_MODELS = (TimelineModel, MembershipModel, StatementsModel, AttributesModel)
_TEXT = ["string", "number", "boolean"]


def file_schema() -> Schema:
    """Return the JSON Schema, in the dialect of 2020-12, of a question file."""
    parts: dict[str, Schema] = {}
    file = _schema(FileSpec, parts)
    file["properties"] |= {
        "questions": _list_of("The questions", _kinds(), parts),
        "facts": {
            "description": "Pools of facts by name; the facts of a pool are all of one kind",
            "type": "object",
            "additionalProperties": _list_of("The facts of a pool", _FACTS, parts),
        },
        "models": _list_of("Item models, each over a pool of facts", _MODELS, parts),
    }
    file["anyOf"] = [{"required": ["questions"]}, {"required": ["models"]}]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **file,
        "description": "A question file of quizgen",
        "$defs": {name: parts[name] for name in sorted(parts)},
    }


def _kinds() -> tuple[type[Any], ...]:
    return tuple(kind.spec for kind in KINDS if kind.spec is not None)


def _list_of(description: str, specs: tuple[type[Any], ...], parts: dict[str, Schema]) -> Schema:
    for spec in specs:
        parts[spec.__name__] = _schema(spec, parts)
    entries = [{"$ref": f"#/$defs/{spec.__name__}"} for spec in specs]
    return {"description": description, "type": "array", "items": {"anyOf": entries}}


def _schema(spec: type[Any], parts: dict[str, Schema]) -> Schema:
    """The schema of one dataclass; those it refers to are put among the parts."""
    made: Schema = _plainly(TypeAdapter(spec).json_schema())
    parts.update(made.pop("$defs", {}))
    made["additionalProperties"] = False
    for part in parts.values():
        if "properties" in part:
            part["additionalProperties"] = False
    return made


def _plainly(value: Any) -> Any:
    """The schema without pydantic's titles and defaults, and with every text as it may be typed."""
    if isinstance(value, list):
        return [_plainly(part) for part in value]
    if not isinstance(value, dict):
        return value
    kept = {
        name: {field: _plainly(part) for field, part in inner.items()}
        if name in {"properties", "$defs"}
        else _plainly(inner)
        for name, inner in value.items()
        if name not in {"title", "default"}
    }
    if kept.get("type") == "string" and "enum" not in kept:
        kept["type"] = _TEXT
    return kept
