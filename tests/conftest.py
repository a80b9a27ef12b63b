"""How the tests run: long proofs only where they are asked for."""

import os
import signal

import pytest
from hypothesis import settings

# Whoever runs the tests may ignore signals (`nohup`, a job in the background), which what they
# start would inherit.
for number, usual in (
    (signal.SIGINT, signal.default_int_handler),
    (signal.SIGTERM, signal.SIG_DFL),
    (getattr(signal, "SIGHUP", signal.SIGTERM), signal.SIG_DFL),
):
    signal.signal(number, usual)

# The machine may be busy with other things: how long an example takes says nothing.
settings.register_profile("quizgen", deadline=None)
settings.load_profile("quizgen")


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run side by side: the end-to-end ones mostly wait."""
    processors = os.cpu_count() or 1
    return processors + (processors + 1) // 2


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out tests marked `slow`, unless `-m` or a CI machine asks for them."""
    if config.option.markexpr or os.environ.get("CI"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]
