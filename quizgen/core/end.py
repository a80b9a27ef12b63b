"""How a sitting in a front end ended."""

from enum import Enum


class End(Enum):
    """How it ended, whatever the front end.

    STOPPED: By the candidate, who asked for it.
    UNSAVED: Starting or submitting could not be written.
    """

    FINISHED = "finished"
    STOPPED = "stopped"
    INPUT_ENDED = "input ended"
    INTERRUPTED = "interrupted"
    UNSAVED = "unsaved"
