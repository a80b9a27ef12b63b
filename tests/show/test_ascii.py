"""A console that cannot encode a character gets ASCII in its place."""

import io

import pytest
from rich.text import Text

from quizgen.show.ascii import to_ascii
from quizgen.show.console import make_console
from quizgen.show.layout import Flow


def _printed(text: str, encoding: str) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    make_console(stream, environ={}).show(Flow(Text(text)))
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1971\N{EN DASH}72", "1971-72"),
        ("\N{LEFT DOUBLE QUOTATION MARK}Simla\N{RIGHT DOUBLE QUOTATION MARK}", '"Simla"'),
        ("India\N{RIGHT SINGLE QUOTATION MARK}s", "India's"),
        ("wait\N{HORIZONTAL ELLIPSIS}", "wait..."),
        ("\N{INDIAN RUPEE SIGN}500", "Rs 500"),
        ("Nehr\N{LATIN SMALL LETTER U WITH MACRON}", "Nehru"),
        ("e\N{COMBINING ACUTE ACCENT}lan", "elan"),
        ("2\N{VULGAR FRACTION ONE HALF}", "2 1/2"),
        ("10\N{SUPERSCRIPT TWO} H\N{SUBSCRIPT TWO}O", "10^2 H2O"),
        ("a \N{BULLET} b", "a * b"),
        ("\N{DEVANAGARI LETTER KA}", "?"),
        ("\N{GRINNING FACE}", "?"),
        ("\N{NO-BREAK SPACE}x", " x"),
        ("\N{REPLACEMENT CHARACTER}[31m", "?[31m"),
    ],
)
def test_on_an_ascii_stream(text: str, shown: str) -> None:
    assert _printed(text, "ascii").rstrip("\n") == shown


def test_what_a_stream_can_encode_stays() -> None:
    text = "caf\N{LATIN SMALL LETTER E WITH ACUTE} \N{EN DASH} \N{DEVANAGARI LETTER KA}"

    assert _printed(text, "utf-8") == f"{text}\n"
    assert _printed(text, "latin-1") == "caf\N{LATIN SMALL LETTER E WITH ACUTE} - ?\n"


def test_a_broken_name_from_the_file_system_prints_too() -> None:
    assert _printed("file\udcff", "utf-8") == "file?\n"


def test_ascii_itself_is_untouched() -> None:
    text = "".join(map(chr, range(32, 127)))

    assert to_ascii(text) == text


def test_the_handler_is_for_writing_alone() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "quizgen-ascii")
