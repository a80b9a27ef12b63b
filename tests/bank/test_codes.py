"""Every code has a text; the example in it is found under that code, the mended one is clean."""

import re
from pathlib import Path

import pytest

from quizgen.bank.checking import findings
from quizgen.bank.library import Library
from quizgen.bank.sources import SourceFile
from quizgen.core.catalogue import CATALOGUE
from quizgen.core.catalogue.choosing import chosen
from quizgen.core.diagnostics import Diagnostic, Severity

WITH_EXAMPLE = [code for code, entry in CATALOGUE.items() if entry.wrong]
DAY = "2025-12-31"


def read(example: str, code: str, folder: Path) -> list[Diagnostic]:
    """What is usually told of an example, and that code; one question is put into a file."""
    if example.startswith("- "):
        lines = "".join(f"  {line}\n" for line in example.splitlines())
        example = f"title: Example\nquestions:\n{lines}"
    path = folder / "example.yaml"
    path.write_text(example, encoding="utf-8")
    with Library.open([SourceFile(path, "example.yaml")], None) as library:
        (found,) = findings(library, chosen() | {code}, DAY).values()
    return found


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
def test_the_wrong_example_is_found_under_its_code_alone(code: str, tmp_path: Path) -> None:
    found = read(CATALOGUE[code].wrong, code, tmp_path)
    assert {diagnostic.code for diagnostic in found} == {code}
    assert all(diagnostic.severity is CATALOGUE[code].severity for diagnostic in found)


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_mended_example_is_clean(code: str, tmp_path: Path) -> None:
    assert read(CATALOGUE[code].mended, code, tmp_path) == []


def test_the_severity_follows_from_the_number() -> None:
    for code, entry in CATALOGUE.items():
        if code.startswith(("QG20", "QG21", "QG22")):
            assert entry.severity is Severity.WARNING
        elif code.startswith("QG2"):
            assert entry.severity is Severity.ADVICE
        elif not code.startswith("QG13"):
            assert entry.severity is Severity.ERROR
