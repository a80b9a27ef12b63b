"""A draw loads the kinds and forms that it draws, as every start pays for what is loaded."""

import json
import subprocess
import sys

import pytest

from quizgen.forms.models.model import Model, drawn, model_record
from tests.forms.models.pools import AGREEMENTS, MEMBERS, STATEMENTS, TIMELINE, TODAY

SCRIPT = """
import json, sys
from quizgen.forms.models.model import When, drawn, made, model_from
from quizgen.forms.shared import Setting

of = model_from(json.loads(sys.stdin.read()))
found = drawn(of, sys.argv[1], 1, When("2026-11-22"), frozenset())
assert made(of, found, Setting("quizgen")).question.id == found
print(found, *sorted(name for name in sys.modules))
"""
COMPOSERS = {"choice", "pairs", "reasons", "sequence", "statements"}
KINDS = {"attributes", "membership", "statements", "timeline"}


def loaded(of: Model, form: str) -> tuple[str, set[str]]:
    """The id drawn by a process of its own, and the modules it has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, form],
        input=json.dumps(model_record(of)),
        capture_output=True,
        text=True,
        check=True,
    )
    found, *modules = done.stdout.split()
    return found, set(modules)


@pytest.mark.parametrize(
    ("of", "form", "kind", "composer"),
    [
        (STATEMENTS, "which", "statements", "statements"),
        (TIMELINE, "sequence", "timeline", "sequence"),
        (MEMBERS, "joined", "membership", "choice"),
        (AGREEMENTS, "how-many-rows", "attributes", "pairs"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_draw_loads_one_kind_and_one_form(of: Model, form: str, kind: str, composer: str) -> None:
    found, modules = loaded(of, form)
    assert found == drawn(of, form, 1, TODAY, frozenset())
    assert {name for name in COMPOSERS if f"quizgen.forms.{name}" in modules} == {composer}
    assert {name for name in COMPOSERS if f"quizgen.forms.specs.{name}" in modules} == {composer}
    assert {name for name in KINDS if f"quizgen.forms.models.{name}" in modules} == {kind}
    assert {name for name in KINDS if f"quizgen.forms.models.specs.{name}" in modules} == {kind}
    assert modules.isdisjoint({"yaml", "pydantic", "quizgen.forms.models.checks"})
