"""The picture in the README is what the application draws."""

from tests.picture import PICTURE, picture


def test_the_picture_is_what_is_drawn_now() -> None:
    kept = PICTURE.read_text(encoding="utf-8")
    assert kept == picture(), "write it anew: python -m tests.picture"


def test_it_loads_nothing_from_the_network() -> None:
    drawn = PICTURE.read_text(encoding="utf-8")
    assert "@font-face" not in drawn
    assert "url(http" not in drawn
