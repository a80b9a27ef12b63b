"""The number of a question while it is typed."""

from quizgen.screen.frame import Hint

_DIGITS = 5


class Number:
    """What was typed of a number; closed until it is asked for.

    The exam and the result ask for it in the same way: digits, Enter goes, Esc stays.
    """

    def __init__(self) -> None:
        self._typed: str | None = None

    @property
    def asked(self) -> bool:
        """Whether a number is awaited."""
        return self._typed is not None

    def ask(self) -> None:
        """Await a number."""
        self._typed = ""

    def close(self) -> None:
        """Await none."""
        self._typed = None

    def press(self, key: str, typed: str) -> int | None:
        """Take a key; return the number once Enter confirms it.

        Any key that can be no part of a number closes it.
        """
        number = self._typed or ""
        if typed.isascii() and typed.isdecimal():
            self._typed = (number + typed)[:_DIGITS]
        elif key == "backspace" and number:
            self._typed = number[:-1]
        else:
            self._typed = None
            if key == "enter" and number:
                return int(number)
        return None

    def hints(self) -> list[Hint]:
        """Return what stands in the last line meanwhile."""
        return [
            Hint("Go to question:", f"{self._typed}_", None),
            Hint("Enter", "goes there", None),
            Hint("Esc", "stays here", None),
        ]
