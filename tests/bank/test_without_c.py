"""Where PyYAML has no C library, question files are read all the same, only slower."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import yaml
del yaml.CBaseLoader
from quizgen.bank.loader import read_question_file
from quizgen.bank.nodes import Texts
from tests.bank.breaking import WAYS, broken_files
assert issubclass(Texts, yaml.BaseLoader)
for way in WAYS:
    for text, line, sound in broken_files(way, 2):
        read = read_question_file(text.encode(), "broken.yaml")
        found = [(one.code, one.span.line) for one in read.diagnostics]
        assert found == [(way.code, line)], (way.name, found, line)
        assert len(read.items) == sound, way.name
print(len(WAYS))
"""


def test_every_broken_file_is_told_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stderr == ""
    assert int(done.stdout) >= 25
