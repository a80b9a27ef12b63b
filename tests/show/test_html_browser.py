"""The page in a real browser: nothing goes wrong, nothing overflows, and it prints."""

import json
import re
import shutil
import struct
import subprocess
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest

from quizgen.show.html.markup import ATTRIBUTES, ELEMENTS
from tests.show.pages import SMALL, everywhere, shown, whole_paper

NAMES = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
WIDTHS = (320, 360, 768, 1200)
BIG = whole_paper()

pytestmark = pytest.mark.skipif(
    BROWSER is None, reason=f"no browser here: none of {', '.join(NAMES)} is installed"
)

PROBE = """
onload = () => {
  const found = {};
  for (const frame of document.querySelectorAll("iframe")) {
    const page = frame.contentDocument, root = page.documentElement;
    const all = [...page.querySelectorAll("*")];
    const questions = [...page.querySelectorAll("article")];
    const seen = () => questions.filter(e => e.checkVisibility()).length;
    const articles = seen();
    page.querySelector("#only-wrong").click();
    found[frame.width] = {
      overflow: root.scrollWidth - frame.clientWidth,
      charts: [...page.querySelectorAll("svg.chart")].map(e => e.getBoundingClientRect().width),
      ink: getComputedStyle(page.body).color,
      paper: getComputedStyle(page.body).backgroundColor,
      articles: articles,
      wrong: seen(),
      names: [...new Set(all.map(e => e.localName))],
      attributes: [...new Set(all.flatMap(e => e.getAttributeNames()))],
      heading: page.querySelector("h1").textContent,
    };
  }
  const answer = document.createElement("pre");
  answer.textContent = JSON.stringify(found);
  document.body.replaceChildren(answer);
};
"""
QUIET = ("gpu", "quic", "background-networking", "component-update", "sync")


class Browser:
    """A browser without a window, with a new profile each time it is started."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open(self, page: str, *flags: str) -> "subprocess.CompletedProcess[str]":
        """Open a page, with flags that say what to do with it; return what was printed."""
        path, profile = self.folder / "page.html", self.folder / "profile"
        path.write_bytes(page.encode())
        shutil.rmtree(profile, ignore_errors=True)
        command = [
            str(BROWSER),
            *("--headless", "--no-sandbox", "--no-first-run", "--hide-scrollbars"),
            *(f"--disable-{what}" for what in QUIET),
            *("--enable-logging=stderr", f"--user-data-dir={profile}"),
            *flags,
            path.as_uri(),
        ]
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)

    def probed(self, page: str, *flags: str) -> dict[str, dict[str, Any]]:
        """Return what is found in the page, as it is, in a frame of each width."""
        frames = (f'<iframe width="{each}" srcdoc="{escape(page)}"></iframe>' for each in WIDTHS)
        around = f"<!DOCTYPE html><body>{''.join(frames)}<script>{PROBE}</script>"
        done = self.open(around, "--dump-dom", *flags)
        answer = re.search("<pre>(.*?)</pre>", done.stdout)
        assert answer, done.stderr
        found: dict[str, dict[str, Any]] = json.loads(unescape(answer[1]))
        return found


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser(tmp_path)


def test_at_every_width_all_of_it_is_there_and_nothing_overflows(browser: Browser) -> None:
    found = browser.probed(shown(BIG))

    assert [int(width) for width in found] == list(WIDTHS)
    for width, each in found.items():
        assert each["overflow"] <= 0, width
        assert len(each["charts"]) == 3
        assert all(100 < chart <= int(width) for chart in each["charts"])
        assert each["articles"] == 100


def test_choosing_a_kind_hides_the_other_questions(browser: Browser) -> None:
    for each in browser.probed(shown(BIG)).values():
        assert each["wrong"] == BIG.tally.wrong


def test_a_long_word_overflows_nothing(browser: Browser) -> None:
    for width, each in browser.probed(shown(everywhere("x" * 400))).items():
        assert each["overflow"] <= 0, width


def test_no_text_becomes_an_element_or_attribute(browser: Browser) -> None:
    hostile = "</style></title></svg><script>x</script><img src=x onerror=x><!--\"'><p style=x>"
    for each in browser.probed(shown(everywhere(hostile))).values():
        assert each["heading"] == hostile
        assert set(each["names"]) <= ELEMENTS
        assert set(each["attributes"]) <= ATTRIBUTES


def test_nothing_is_complained_of(browser: Browser) -> None:
    done = browser.open(shown(BIG), "--dump-dom")

    assert "Every question" in done.stdout
    assert "CONSOLE" not in done.stderr
    heard = browser.open("<script>console.error('heard')</script>", "--dump-dom")
    assert "CONSOLE" in heard.stderr  # so silence says something


def test_it_is_dark_where_the_reader_wants_it_dark(browser: Browser) -> None:
    light = browser.probed(shown(SMALL), "--blink-settings=preferredColorScheme=1")
    dark = browser.probed(shown(SMALL), "--blink-settings=preferredColorScheme=0")

    assert {(each["paper"], each["ink"]) for each in light.values()} == {
        ("rgb(255, 255, 255)", "rgb(27, 31, 36)")
    }
    assert {(each["paper"], each["ink"]) for each in dark.values()} == {
        ("rgb(20, 23, 26)", "rgb(232, 234, 237)")
    }


def test_it_can_be_photographed_and_printed(browser: Browser, tmp_path: Path) -> None:
    picture, paper = tmp_path / "page.png", tmp_path / "page.pdf"
    browser.open(shown(BIG), "--window-size=1200,2000", f"--screenshot={picture}")
    browser.open(shown(BIG), "--no-pdf-header-footer", f"--print-to-pdf={paper}")

    assert struct.unpack(">II", picture.read_bytes()[16:24]) == (1200, 2000)
    assert paper.read_bytes().startswith(b"%PDF")
    assert 20 <= len(re.findall(rb"/Type /Page\b(?!s)", paper.read_bytes())) <= 60
