"""Every code has a text; the example in it is found under that code, the mended one is clean."""

import re

import pytest

from quizgen.bank.loader import read_question_file
from quizgen.core.catalogue import CATALOGUE
from quizgen.core.diagnostics import Diagnostic, Severity

WITH_EXAMPLE = [code for code, entry in CATALOGUE.items() if entry.wrong]


def read(example: str) -> tuple[Diagnostic, ...]:
    """A question is put into a file; a file stands as it is."""
    if example.startswith("- "):
        lines = "".join(f"  {line}\n" for line in example.splitlines())
        example = f"title: Example\nquestions:\n{lines}"
    return read_question_file(example.encode(), "example.yaml").diagnostics


@pytest.mark.parametrize("code", CATALOGUE)
def test_each_code_is_explained_in_plain_lines_that_fit_a_terminal(code: str) -> None:
    entry = CATALOGUE[code]
    assert re.fullmatch(r"QG\d{3}", code)
    assert entry.title
    assert entry.reason.endswith(".")
    assert all(len(line) < 80 for line in entry.explain.splitlines())
    assert bool(entry.wrong) == bool(entry.mended)
    assert entry.wrong in entry.explain.replace("\n    ", "\n")


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_wrong_example_is_found_under_its_code_alone(code: str) -> None:
    found = read(CATALOGUE[code].wrong)
    assert {diagnostic.code for diagnostic in found} == {code}
    assert all(diagnostic.severity is CATALOGUE[code].severity for diagnostic in found)


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_mended_example_is_clean(code: str) -> None:
    assert read(CATALOGUE[code].mended) == ()


def test_the_severity_follows_from_the_number() -> None:
    for code, entry in CATALOGUE.items():
        if code.startswith("QG2"):
            assert entry.severity is Severity.WARNING
        elif not code.startswith("QG13"):
            assert entry.severity is Severity.ERROR
