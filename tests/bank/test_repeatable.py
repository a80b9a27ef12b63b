"""Whatever order Python gives to sets, the same is told in the same words."""

import os
import subprocess
import sys

_SCRIPT = """
from quizgen.bank.advising import advise
from quizgen.bank.loader import read_question_file
from quizgen.core.catalogue import CATALOGUE

ASKED = "- question: Which secret talks of diplomats followed the backchannel?\\n"
GIVEN = "  options: [Secret backchannel talks of diplomats, A summit, A seminar]\\n  answer: a\\n"
SLIPS = "  anwser: b\\n  answr: c\\n  questin: Where?\\n"

for example in (ASKED + GIVEN, ASKED + GIVEN + SLIPS, *(
    text for entry in CATALOGUE.values() for text in (entry.wrong, entry.mended)
)):
    if example.strip().startswith("- "):
        example = "questions:\\n" + "".join(f"  {line}\\n" for line in example.splitlines())
    data = example.encode()
    read = read_question_file(data, "n.yaml")
    for one in (*read.diagnostics, *read.due, *advise(data, "n.yaml")):
        print(one)
"""


def _told(seed: int) -> str:
    environment = os.environ | {"PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-c", _SCRIPT]
    ended = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    return ended.stdout


def test_the_same_is_told_under_every_hash_seed() -> None:
    first = _told(0)
    assert first.count("QG231") > 1
    assert all(_told(seed) == first for seed in (1, 2, 3))
