"""The schema that editors get: it takes what quizgen takes, refuses slips, and describes it all."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from quizgen.bank.json_schema import file_schema
from quizgen.cli.authoring import STARTER

ROOT = Path(__file__).parents[2]
SCHEMA = file_schema()
EXAMPLES = re.findall(
    r"<!-- example -->\n+```yaml\n(.*?)^```$",
    (ROOT / "questions/README.md").read_text(encoding="utf-8"),
    re.DOTALL | re.MULTILINE,
)


def read(text: str) -> Any:
    """Return YAML as an editor reads it: version 1.2, where dates are text."""

    class Editor(yaml.SafeLoader):
        pass

    Editor.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in known if not tag.endswith(":timestamp")]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Editor)  # noqa: S506 - a safe loader with fewer types


def complaints(text: str) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(read(text))]


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def test_it_is_a_schema_of_its_dialect() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_field_of_every_part_has_a_description_and_no_other_is_taken() -> None:
    found = list(objects(SCHEMA))
    assert len(found) >= 15
    for part in found:
        assert part["additionalProperties"] is False
        for name, field in part["properties"].items():
            assert field.get("description"), name


@pytest.mark.parametrize("file", [STARTER, *sorted(ROOT.glob("questions/*.yaml"))], ids=str)
def test_the_starter_and_the_shipped_files_are_valid(file: Path) -> None:
    assert complaints(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_manual_is_valid(example: str) -> None:
    assert complaints(example) == []


@pytest.mark.parametrize(
    ("right", "slip"),
    [
        ("    answer: b", "    anwser: b"),
        ("    difficulty: easy ", "    difficulty: simple "),
        ("    statements:", "    statement:"),
        ("      - correct: Kazakhstan", "      - korrekt: Kazakhstan"),
        ("    pairs:", "    pears:"),
        ("        explains: true", "        explains: perhaps"),
        ("questions:", "question:"),
    ],
)
def test_a_slip_is_underlined(right: str, slip: str) -> None:
    sound = STARTER.read_text(encoding="utf-8")
    assert right in sound
    assert complaints(sound.replace(right, slip, 1))
