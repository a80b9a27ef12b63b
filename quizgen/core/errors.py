"""Errors that are told to the user as they stand, in the words of a diagnostic."""


class UserError(Exception):
    """Something asked for cannot be done.

    Attributes:
        message: What, in lower case and without full stop; user text in backticks.
        why: Why it matters; may be empty.
        help: What to do; may be empty.
        wrong_use: Whether it was asked for wrongly; else it is the world that refuses.
    """

    wrong_use = True

    def __init__(self, message: str, why: str = "", help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.why = why
        self.help = help

    def __str__(self) -> str:
        return self.message
