"""Colours that can be read, and what each terminal is drawn on with."""

from itertools import product

import pytest
from rich.color import Color
from textual.filter import dim_color

from quizgen.screen.look import COLOURS, Look, Shade, look, terminal_theme, theme
from tests.screen.hall import seated
from tests.screen.papers import in_sections

NAMES = ("red", "green", "yellow", "blue", "magenta", "cyan")
READABLE = 4.5
"""Source: WCAG 2.2, success criterion 1.4.3, text of any size."""


def luminance(colour: Color) -> float:
    """Return relative luminance, 0 to 1. Source: WCAG 2.2, definition of relative luminance."""
    assert colour.triplet is not None
    parts = [part / 255 for part in colour.triplet]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, 1 to 21. Source: WCAG 2.2, contrast ratio."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def foregrounds(shade: Shade) -> dict[str, Color]:
    """Return every colour that text has, by name."""
    colours = COLOURS[shade]
    named = dict(zip(NAMES, colours.named, strict=True))
    return {
        name: Color.parse(value) for name, value in {"text": colours.foreground, **named}.items()
    }


def backgrounds(shade: Shade) -> dict[str, Color]:
    """Return what text stands on, by name."""
    colours = COLOURS[shade]
    return {"page": Color.parse(colours.background), "frame": Color.parse(colours.frame)}


def test_the_measure_of_contrast_is_that_of_its_source() -> None:
    black, white, grey = map(Color.parse, ("#000000", "#ffffff", "#767676"))
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == 1
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", ["text", *NAMES])
@pytest.mark.parametrize(("shade", "ground"), product(Shade, ("page", "frame")))
def test_every_colour_can_be_read_on_every_background(shade: Shade, ground: str, name: str) -> None:
    assert contrast(foregrounds(shade)[name], backgrounds(shade)[ground]) >= READABLE


@pytest.mark.parametrize(("shade", "ground"), product(Shade, ("page", "frame")))
def test_text_can_be_read_when_it_is_dim(shade: Shade, ground: str) -> None:
    behind = backgrounds(shade)[ground]
    assert contrast(dim_color(behind, foregrounds(shade)["text"]), behind) >= READABLE


@pytest.mark.parametrize("page", ["", "l", "v"])
def test_a_colour_that_means_something_is_never_dim(page: str) -> None:
    with seated(in_sections(locked=True), look=Look(Shade.LIGHT)) as seat:
        seat.press("a", "n", "m", "f", "y", *page)
        row = seat.place_of("1 ■" if page == "v" else "1■")
        green = seat.style_at(row[0] + (2 if page == "v" else 1), row[1])
        assert green.color == foregrounds(Shade.LIGHT)["green"]


@pytest.mark.parametrize("shade", Shade)
def test_the_sixteen_colours_are_those_of_the_table(shade: Shade) -> None:
    drawn = terminal_theme(shade)
    for number, name in enumerate(NAMES, start=1):
        assert drawn.ansi_colors[number] == foregrounds(shade)[name].triplet
        assert drawn.ansi_colors[number + 8] == foregrounds(shade)[name].triplet
    assert drawn.foreground_color == foregrounds(shade)["text"].triplet
    assert drawn.background_color == backgrounds(shade)["page"].triplet


@pytest.mark.parametrize(
    ("environ", "encoding", "expected"),
    [
        ({"TERM": "xterm-256color"}, "utf-8", Look()),
        ({"TERM": "xterm-direct"}, "utf-8", Look()),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "UTF-8", Look()),
        ({"TERM": "xterm"}, "utf-8", Look(own_colours=True)),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "utf-8", Look(own_colours=True)),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "utf-8", Look()),
        ({"TERM": "linux"}, "utf-8", Look(own_colours=True, ascii=True)),
        ({"TERM": "xterm-256color"}, "ascii", Look(ascii=True)),
        ({"TERM": "xterm-256color", "COLORFGBG": "0;15"}, "utf-8", Look(Shade.LIGHT)),
        ({"TERM": "xterm-256color", "COLORFGBG": "0;default;7"}, "utf-8", Look(Shade.LIGHT)),
        ({"TERM": "xterm-256color", "COLORFGBG": "15;0"}, "utf-8", Look(Shade.DARK)),
    ],
)
def test_a_terminal_gets_what_it_can_show(
    environ: dict[str, str], encoding: str, expected: Look
) -> None:
    found = look(environ, encoding)
    assert (found.shade, found.own_colours, found.ascii) == (
        expected.shade,
        expected.own_colours,
        expected.ascii,
    )


def test_the_shade_that_was_asked_for_wins() -> None:
    assert look({"COLORFGBG": "0;15"}, "utf-8", Shade.DARK).shade is Shade.DARK


@pytest.mark.parametrize("shade", Shade)
def test_a_terminal_of_few_colours_keeps_its_own(shade: Shade) -> None:
    own = theme(shade, own_colours=True)
    assert own.ansi
    assert own.background == own.foreground == own.panel == "ansi_default"
    assert own.dark is (shade is Shade.DARK)
