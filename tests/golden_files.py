"""Golden files: what is shown, compared as bytes.

`QUIZGEN_UPDATE_GOLDEN=1` writes them anew; read the difference before keeping it.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
UPDATE = "QUIZGEN_UPDATE_GOLDEN"


def assert_golden(name: str, shown: str) -> None:
    """Compare what was shown with the golden file of that name, such as `show/card.txt`."""
    path = FOLDER / name
    if os.environ.get(UPDATE):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(shown.encode())
    assert path.exists(), f"no golden file {name}: run the test with {UPDATE}=1, then read the file"
    assert path.read_bytes().decode() == shown
