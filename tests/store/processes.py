"""Processes of their own that go on together."""

import subprocess
import sys
from pathlib import Path


def start(code: str, *words: object) -> subprocess.Popen[str]:
    """Start a process that waits, ready, for a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def together(*processes: subprocess.Popen[str]) -> list[str]:
    """Let them go on at once, and return what each says."""
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return said
