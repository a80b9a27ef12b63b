"""ASCII in place of what a stream cannot encode, so that no text ever fails to print."""

import codecs
import unicodedata

ERRORS = "quizgen-ascii"
"""Name of the error handler, for `reconfigure(errors=...)`."""

_WORDS = str.maketrans(
    {
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "--",
        "\N{HORIZONTAL BAR}": "--",
        "\N{MINUS SIGN}": "-",
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{SINGLE LOW-9 QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{DOUBLE LOW-9 QUOTATION MARK}": '"',
        "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}": '"',
        "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": '"',
        "\N{PRIME}": "'",
        "\N{DOUBLE PRIME}": '"',
        "\N{BULLET}": "*",
        "\N{MIDDLE DOT}": "*",
        "\N{MULTIPLICATION SIGN}": "x",
        "\N{DIVISION SIGN}": "/",
        "\N{RIGHTWARDS ARROW}": "->",
        "\N{LEFTWARDS ARROW}": "<-",
        "\N{FRACTION SLASH}": "/",
        "\N{LESS-THAN OR EQUAL TO}": "<=",
        "\N{GREATER-THAN OR EQUAL TO}": ">=",
        "\N{NOT EQUAL TO}": "!=",
        "\N{INDIAN RUPEE SIGN}": "Rs ",
        "\N{RUPEE SIGN}": "Rs ",
        "\N{EURO SIGN}": "EUR ",
        "\N{POUND SIGN}": "GBP ",
        "\N{DEGREE SIGN}": " deg",
        "\N{COPYRIGHT SIGN}": "(c)",
        "\N{LATIN SMALL LETTER SHARP S}": "ss",
        "\N{LATIN SMALL LETTER O WITH STROKE}": "o",
        "\N{LATIN CAPITAL LETTER O WITH STROKE}": "O",
        "\N{LATIN SMALL LETTER AE}": "ae",
        "\N{LATIN CAPITAL LETTER AE}": "AE",
        "\N{LATIN SMALL LETTER L WITH STROKE}": "l",
        "\N{LATIN CAPITAL LETTER L WITH STROKE}": "L",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "\N{LOWER ONE EIGHTH BLOCK}": "_",
        "\N{LOWER ONE QUARTER BLOCK}": "-",
        "\N{LOWER THREE EIGHTHS BLOCK}": "~",
        "\N{LOWER HALF BLOCK}": "=",
        "\N{LOWER FIVE EIGHTHS BLOCK}": "+",
        "\N{LOWER THREE QUARTERS BLOCK}": "*",
        "\N{LOWER SEVEN EIGHTHS BLOCK}": "%",
        "\N{FULL BLOCK}": "#",
        "\N{LIGHT SHADE}": "-",
        "\N{ZERO WIDTH SPACE}": "",
        "\N{ZERO WIDTH NON-JOINER}": "",
        "\N{ZERO WIDTH JOINER}": "",
        "\N{REPLACEMENT CHARACTER}": "?",
    }
)


def to_ascii(text: str) -> str:
    """Return the text in ASCII: letters without accents, signs in words, else `?`."""
    return "".join(_character(character) for character in text)


def _character(character: str) -> str:
    known = character.translate(_WORDS)
    if known.isascii():
        return known
    parts = unicodedata.normalize("NFKD", character).translate(_WORDS)
    kept = "".join(part for part in parts if part.isascii())
    if kept:
        return _before(character) + kept
    return "" if unicodedata.combining(character) else "?"


def _before(character: str) -> str:
    """What keeps a sign apart from a number before it: 10 squared is not 102."""
    kind = unicodedata.decomposition(character).partition(" ")[0]
    return {"<super>": "^", "<fraction>": " "}.get(kind, "")


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return to_ascii(error.object[error.start : error.end]), error.end


codecs.register_error(ERRORS, _replace)
