"""Which codes a user wants to see: the usual ones, or those he selects, less those he ignores."""

import re
from collections.abc import Iterable, Sequence

from quizgen.core.catalogue import CATALOGUE
from quizgen.core.diagnostics import Severity
from quizgen.core.errors import UserError


class UnknownCode(UserError):
    """No code begins so."""


_CODE = re.compile(r"[\s,]+")
_MISREAD = str.maketrans("ILO", "110")
_USUAL = frozenset(
    code for code, entry in CATALOGUE.items() if entry.severity is not Severity.ADVICE
)


def codes(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the codes, or their beginnings, of texts such as `QG21,QG107`, each once.

    Raises:
        UnknownCode: No code begins so.
    """
    found = dict.fromkeys(part.upper() for text in texts for part in _CODE.split(text) if part)
    for code in found:
        if not any(known.startswith(code) for known in CATALOGUE):
            raise unknown(code)
    return tuple(found)


def chosen(
    select: Sequence[str] = (), ignore: Sequence[str] = (), *, strict: bool = False
) -> frozenset[str]:
    """Return the codes that are wanted; without a choice, all but advice, or all if strict.

    Where a code is both selected and ignored the longer beginning wins: `QG214` over `QG21`; of
    equal ones, ignoring.

    Args:
        select: Codes or their beginnings; likewise `ignore`.
    """
    usual = frozenset(CATALOGUE) if strict else _USUAL
    wanted = usual
    if select:
        wanted = frozenset(code for code in CATALOGUE if _longest(code, select))
    return frozenset(
        code for code in wanted if _longest(code, ignore) < max(_longest(code, select), 1)
    )


def _longest(code: str, beginnings: Sequence[str]) -> int:
    """How much of a code is named by what names most of it; 0: nothing names it."""
    return max((len(start) for start in beginnings if code.startswith(start)), default=0)


def titles(beginning: str) -> dict[str, str]:
    """Return the titles of all codes that begin so, by code; none if no code does."""
    start = beginning.strip().upper()
    if not start:
        return {}
    return {code: entry.title for code, entry in CATALOGUE.items() if code.startswith(start)}


def near(code: str) -> str:
    """Return the code that was probably meant, empty if none comes near."""
    from difflib import get_close_matches

    digits = code.upper().translate(_MISREAD)
    return next(iter(get_close_matches(digits, CATALOGUE, n=1, cutoff=0.6)), "")


def unknown(code: str) -> UnknownCode:
    """Return the error of a code that none begins with."""
    meant = near(code)
    return UnknownCode(
        f"there is no diagnostic `{code}`",
        help=(f"did you mean `{meant}`? " if meant else "")
        + f"Codes go from {min(CATALOGUE)} to {max(CATALOGUE)}, and `QG21` means all that begin so",
    )
