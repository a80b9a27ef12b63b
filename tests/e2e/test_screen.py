"""A mock on the whole screen of a real terminal, from the rules to the score."""

import re
import resource
from pathlib import Path

import pytest

from quizgen.core.state import Attempt
from quizgen.store.journal import read
from tests.e2e.screen import (
    CTRL_C,
    CTRL_Q,
    DOWN,
    ENTER,
    ESCAPE,
    LEFT,
    RIGHT,
    UP,
    Screen,
    colours,
    on_screen,
)
from tests.e2e.test_disk import full_at
from tests.e2e.world import QUIZGEN, User, bank_text

CHOSEN, UNCHOSEN = "\N{BLACK CIRCLE}", "\N{WHITE CIRCLE}"


def on_disk(user: User) -> Attempt:
    """Return the one unfinished attempt, as its journal has it now."""
    (journal,) = user.journals
    return read(journal).attempt


def letters(attempt: Attempt) -> str:
    """Return the letter chosen for each question, or a dash."""
    pairs = zip(attempt.paper.questions, attempt.entries, strict=True)
    return "".join(
        question.letter(entry.response) if entry.response else "-" for question, entry in pairs
    )


def test_the_clock_starts_only_on_consent(user: User) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        screen.sees("3 questions, 6 marks", "Rules", "OMR", "Enter I have read this")
        screen.presses("a")
        screen.sees("The paper has not started")
        assert "3:36" not in screen.text
        (journal,) = user.journals
        assert len(journal.read_text(encoding="utf-8").splitlines()) == 1  # the header alone
        screen.presses(ENTER)
        screen.sees("Question 1 of 3", "(a) alpha", "3:36")
        screen.sees("3:35")  # it runs
        screen.presses(CTRL_Q)
        assert screen.ends() == 0


def test_enter_pressed_twice_starts_the_clock_and_passes_no_question(user: User) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        screen.sees("start the clock")
        screen.presses(f"{ENTER}{ENTER}")
        screen.sees("Question 1 of 3")
        screen.hears_all()
        assert letters(on_disk(user)) == "---"
        assert "Question 1 of 3" in screen.text
        screen.presses(CTRL_Q)
        assert screen.ends() == 0


def test_what_was_typed_before_the_screen_was_there_answers_nothing(user: User) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        screen.starts()
        screen.presses(CTRL_Q)
        assert screen.ends() == 0
    with on_screen(user, "resume") as screen:
        screen.presses(f"b{ENTER}")
        screen.sees("Question 1 of 3")
        screen.hears_all()
        assert letters(on_disk(user)) == "---"
        screen.presses(CTRL_Q)
        assert screen.ends() == 0


def test_who_does_not_consent_has_no_attempt(user: User) -> None:
    with on_screen(user, "mock", "-n", "3") as screen:
        screen.sees("start the clock")
        screen.presses("q")
        assert screen.ends() == 0
        assert "Not started." in screen.afterwards
        assert screen.is_as_before()
    assert user.journals == []


def test_an_answer_is_given_by_letter_number_or_arrows_and_is_on_disk_once_it_is_seen(
    user: User,
) -> None:
    with on_screen(user, "mock", "-n", "5") as screen:
        screen.starts()
        for keys, option, so_far in (
            ("a", "(a) alpha", "a----"),
            (f"{ENTER}2", "(b) beta", "ab---"),
            (f"{RIGHT}{DOWN}{DOWN}{DOWN}{ENTER}", "(c) gamma", "abc--"),
            (f"n{UP} ", "(d) delta", "abcd-"),
            (f"{ENTER}D", "(d) delta", "abcdd"),
        ):
            screen.presses(keys)
            screen.sees(f"Saved for question {len(so_far.rstrip('-'))}: {option}.")
            assert letters(on_disk(user)) == so_far
            assert f"{CHOSEN} {option}" in screen.text
            assert screen.text.count(f"{UNCHOSEN} (") == 3
        screen.presses(LEFT)
        screen.sees("Question 4 of 5")
        screen.presses(CTRL_Q)
        assert screen.ends() == 0


@pytest.mark.skipif(
    not hasattr(resource, "prlimit"), reason="only Linux can limit the files of a running process"
)
def test_an_answer_that_found_no_room_on_the_disk_is_not_shown_as_chosen(user: User) -> None:
    unmeasured = {name: "" for name in user.environ if name.startswith("COVERAGE_")}
    with on_screen(user.with_env(**unmeasured), "mock", "-n", "3") as screen:
        screen.starts()
        (journal,) = user.journals
        full_at(screen, journal.stat().st_size + 20)  # room for a part of a record
        screen.presses("a")
        screen.sees("Not saved: ", "try again.", f"{UNCHOSEN} (a) alpha")
        assert CHOSEN not in screen.text
        full_at(screen, resource.RLIM_INFINITY)
        screen.presses("a")
        screen.sees("Saved for question 1", "Saving works again.", f"{CHOSEN} (a) alpha")
        assert letters(on_disk(user)) == "a--"
        full_at(screen, journal.stat().st_size)
        screen.presses("fy")
        screen.sees("Not saved: ", "Submit the paper?")
        full_at(screen, resource.RLIM_INFINITY)
        screen.presses("y")
        screen.sees("Submitted.", "1 right")
        screen.presses("q")
        assert screen.ends() == 0


def test_an_answer_is_taken_back_by_x_or_by_choosing_it_again(user: User) -> None:
    with on_screen(user, "mock", "-n", "2") as screen:
        screen.starts()
        for key in "xa":
            screen.presses("a")
            screen.sees("Saved for question 1", f"{CHOSEN} (a)")
            screen.presses(key)
            screen.sees("Question 1 has no answer now: (a) is taken back.", f"{UNCHOSEN} (a)")
            assert letters(on_disk(user)) == "--"
        screen.presses(CTRL_Q)
        assert screen.ends() == 0


def test_mark_certainty_and_moving_about(user: User) -> None:
    with on_screen(user, "mock", "-n", "6") as screen:
        screen.starts()
        screen.presses("m")
        screen.sees("Question 1 is marked for review.", "marked for review")
        screen.presses(f"{ENTER}bh")
        screen.sees("Question 2: you are sure.", f"{CHOSEN} sure")
        screen.presses("hh")
        screen.sees("Question 2: you call it a guess.", f"{CHOSEN} guess")
        screen.presses(f"g5{ENTER}")
        screen.sees("Question 5 of 6")
        screen.presses("g9")
        screen.sees("Go to question: 9_")
        screen.presses(ENTER)
        screen.sees("Question 5 of 6", "6")
        screen.presses("cu")
        screen.sees("Question 6 of 6")
        screen.presses("u")
        screen.sees("Question 1 of 6")  # it was marked, not answered
        screen.presses("g6\rr")
        screen.sees("Question 1 of 6")
        screen.presses("t")
        screen.sees("left for the paper.")
        attempt = on_disk(user)
        assert attempt.entries[0].marked
        assert attempt.entries[1].certainty == "guess"
        screen.presses(CTRL_Q)
        assert screen.ends() == 0


def test_the_palette_has_every_status_by_shape_and_opens_any_question(user: User) -> None:
    with on_screen(user, "mock", "-n", "12") as screen:
        screen.starts()
        screen.presses(f"a{ENTER}{ENTER}m{ENTER}bm")
        screen.sees("Question 4 is marked")
        beside = re.sub(r" +", " ", screen.text)
        assert "1■ 2□ 3▲ [4◆] 5·" in beside
        for status in ("■ answered 1", "□ not answered 1", "▲ for review 1", "· not visited 8"):
            assert status in beside
        screen.presses("l")
        screen.sees("Palette", "◆ answered and marked for review     1")
        screen.presses(f"{DOWN}{LEFT}{LEFT}")
        screen.sees("Enter opens question 10")  # below 4 there are only 11 and 12
        screen.presses(ENTER)
        screen.sees("Question 10 of 12")
        screen.presses(f"l{ESCAPE}")
        screen.sees("Question 10 of 12")
        screen.presses(CTRL_Q)
        assert screen.ends() == 0


def test_the_list_has_every_question_and_help_every_key(user: User) -> None:
    with on_screen(user, "mock", "-n", "4") as screen:
        screen.starts()
        screen.presses(f"v{DOWN}{DOWN}")
        screen.sees("All questions", "> 3 ·  What is q")
        screen.presses(ENTER)
        screen.sees("Question 3 of 4")
        screen.presses("?")
        screen.sees("Keys", "take your answer away", "Ctrl-C")
        screen.presses("?")
        screen.sees("Question 3 of 4")
        screen.presses(CTRL_Q)
        assert screen.ends() == 0


def test_keys_typed_ahead_are_for_the_page_that_the_key_before_them_opens(user: User) -> None:
    with on_screen(user, "mock", "-n", "12") as screen:
        screen.sees("start the clock")
        screen.presses(f"{ENTER}al{RIGHT}{RIGHT}{ENTER}bv{DOWN}{ENTER}c??fnlld")
        screen.sees("Saved for question 4: (d)")
        screen.presses("f")
        screen.sees("Submit the paper?")
        assert letters(on_disk(user)) == "a-bd--------"
        screen.presses("y")
        screen.sees("Submitted.", "1 right, 2 wrong, 9 unanswered")
        screen.presses("q")
        assert screen.ends() == 0


def test_submitting_asks_first_then_shows_score_reasons_and_leaves_the_score_behind(
    user: User,
) -> None:
    with on_screen(user, "mock", "-n", "4") as screen:
        screen.starts()
        screen.presses(f"a{ENTER}b{ENTER}m{ENTER}f")
        screen.sees(
            "Submit the paper?", "Time left", "Marked for review only", "back to question 4"
        )
        screen.presses(ENTER)  # what is pointed at is the way back
        screen.sees("Question 4 of 4")
        assert "Right" not in screen.raw
        screen.presses("f")
        screen.sees("Submit the paper?")
        screen.presses("y")
        screen.sees("Submitted.", "1.33 of 8", "1 right, 1 wrong, 2 unanswered")
        for number, told in enumerate(
            ("Right (+2)", "Answer: (a) alpha.", "Not answered", "Not answered"), 1
        ):
            screen.presses(ENTER)
            screen.sees(f"Result   all: {number} of 4", told)
        screen.presses("q")
        screen.sees("1.33 of 8")
        screen.presses("q")
        assert screen.ends() == 0
        assert "1.33 of 8" in screen.afterwards
        assert "quizgen mock --code 4q-" in screen.afterwards
        assert screen.is_as_before()
    assert user.journals == []


def test_at_zero_the_paper_submits_itself_and_says_so(user: User) -> None:
    with on_screen(user, "mock", "-n", "3", "--minutes", "1/20") as screen:
        screen.starts()
        screen.presses("al")
        screen.sees("Palette")
        screen.sees(
            "Time is up: the paper was submitted with every answer that was saved.", "2 of 6"
        )
        screen.presses("q")
        assert screen.ends() == 0
        assert "1 right, 0 wrong, 2 unanswered" in screen.afterwards
    assert user.journals == []


def test_a_window_made_smaller_or_larger_keeps_the_place_and_one_too_small_hears_nothing(
    user: User,
) -> None:
    with on_screen(user, "mock", "-n", "12") as screen:
        screen.starts()
        screen.presses(f"g7{ENTER}b")
        screen.sees("Saved for question 7", "■ answered")
        screen.resizes(20, 60)
        screen.sees("Question 7 of 12", f"{CHOSEN} (b) beta", "? keys")
        screen.sees_no("■ answered")  # the palette is behind `l`
        screen.resizes(15, 50)
        screen.sees("This window has 50 columns and 15 rows", "Make it")
        screen.presses(f"a{ENTER}x")
        screen.hears_all()
        screen.resizes(36, 120)
        screen.sees("Question 7 of 12", f"{CHOSEN} (b) beta", "■ answered", "11·  12·")
        assert letters(on_disk(user)) == "------b-----"
        screen.presses("d")
        screen.sees("Saved for question 7: (d) delta.")
        screen.presses(CTRL_Q)
        assert screen.ends() == 0
        assert screen.is_as_before()


def test_a_window_that_opens_too_small_waits_on_the_first_page(user: User) -> None:
    with on_screen(user, "mock", "-n", "3", size=(10, 40)) as screen:
        screen.sees("This window has 40 columns")
        screen.presses(ENTER)
        screen.hears_all()
        screen.resizes(24, 80)
        screen.sees("start the clock")
        screen.presses("q")
        assert screen.ends() == 0
    assert user.journals == []


def test_practice_on_the_screen_explains_each_answer_and_ctrl_c_sums_it_up(user: User) -> None:
    with on_screen(user, "practice", "--screen", "-n", "3") as screen:
        screen.sees("Question 1 of 3", "a-d answer")
        screen.presses("b")
        screen.sees("Wrong (-0.67)", "It is the first of")
        screen.presses(f"{ENTER}a")
        screen.sees("Question 2 of 3", "Right (+2)")
        screen.presses(CTRL_C)
        assert screen.ends() == 130
        assert "1 right, 1 wrong" in screen.afterwards
        assert screen.is_as_before()
    assert user.journals == []


def line_by_line(screen: Screen) -> None:
    """Sit a mock of two questions line by line, in whatever that was begun."""
    for sign, typed in (
        ("(q leaves):", ""),
        ("Question 1 of 2", "a"),
        ("Saved for question 1", "submit"),
        ("Submit? yes/no", "y"),
        ("reasons (q leaves):", "q"),
    ):
        screen.sees(sign)
        screen.types(typed)


@pytest.mark.parametrize("how", ["--line", "--plain", "TERM=dumb"])
def test_line_by_line_it_is_the_same_exam(user: User, how: str) -> None:
    name, _, value = how.partition("=")
    options, env = ([], {name: value}) if value else ([how], {})
    with on_screen(user.with_env(**env), "mock", "-n", "2", *options, size=(60, 80)) as screen:
        line_by_line(screen)
        assert screen.ends() == 0
        assert "1 right, 0 wrong, 1 unanswered" in screen.text
        assert "\x1b[?1049h" not in screen.raw


@pytest.mark.parametrize("stream", ["0<keys", "1>out", "2>out"])
def test_where_a_stream_is_no_terminal_it_is_line_by_line(user: User, stream: str) -> None:
    (user.home / "keys").write_text("\na\nsubmit\ny\nq\n", encoding="utf-8")
    command = f"{' '.join(QUIZGEN)} mock -n 2 {stream}"
    with Screen(["sh", "-c", command], user, (60, 80)) as screen:
        if stream == "2>out":
            line_by_line(screen)
        elif stream == "1>out":
            out = user.home / "out"
            screen.waits(lambda: out.exists() and "(q leaves): " in out.read_text("utf-8"), "rules")
            for typed in ("", "a", "submit", "y", "q"):
                screen.types(typed)
        assert screen.ends() == 0
        assert "\x1b[?1049h" not in screen.raw
        shown = screen.text + "".join(
            path.read_text(encoding="utf-8") for path in user.home.glob("out")
        )
        assert "1 right, 0 wrong, 1 unanswered" in shown


def sat(user: User, *options: str) -> str:
    """Sit a mock through every page, and return all that was sent to the terminal."""
    with on_screen(user, "mock", "-n", "3", *options) as screen:
        screen.starts()
        screen.presses(f"am{ENTER}{DOWN}{ENTER}h{ENTER}l")
        screen.sees("Palette")
        screen.presses(f"{ESCAPE}")
        screen.sees_no("Palette")
        screen.presses("f")
        screen.sees("Submit the paper?")
        screen.presses("y")
        screen.sees("Submitted.")
        screen.presses(ENTER)
        screen.sees("Right (+2)")
        screen.presses("qq")
        assert screen.ends() == 0
        return screen.raw


SIXTEEN = {str(code) for first in (30, 40, 90, 100) for code in range(first, first + 8)}
THE_TERMINALS_OWN = {"39", "49"}


def test_without_colour_none_is_sent(user: User) -> None:
    assert colours(sat(user.with_env(NO_COLOR="1"))) <= THE_TERMINALS_OWN


@pytest.mark.parametrize("term", ["xterm", "screen", "linux"])
def test_a_terminal_of_sixteen_colours_is_sent_no_others(user: User, term: str) -> None:
    found = colours(sat(user.with_env(TERM=term)))
    assert found & SIXTEEN
    assert found <= SIXTEEN | THE_TERMINALS_OWN


def test_a_terminal_of_many_colours_is_sent_ours(user: User) -> None:
    assert any(code.startswith("38;") for code in colours(sat(user)))


C_LOCALE = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
FOREIGN = (
    "S\N{LATIN SMALL LETTER A WITH ACUTE}nchi \N{EN DASH} "
    "1\N{INDIAN RUPEE SIGN} \N{CJK UNIFIED IDEOGRAPH-4E2D}"
)


def test_where_only_ascii_can_be_shown_only_ascii_is(user: User, tmp_path: Path) -> None:
    bank = tmp_path / "foreign.yaml"
    bank.write_text(bank_text(2).replace("alpha", FOREIGN), encoding="utf-8")
    user = User(user.home, bank, {}).with_env(**C_LOCALE)
    with on_screen(user, "mock", "-n", "2") as screen:
        screen.starts()
        screen.presses("a")
        screen.sees(
            "Saved for question 1: (a) Sanchi - 1Rs  ?.", "* (a) Sanchi - 1Rs", ". (b) beta"
        )
        legend = ("# answered", "o not answered", "? for review", "& answered, review")
        assert len({screen.line(status).index(status) for status in legend}) == 1
        screen.presses("fy")
        screen.sees("Submitted.")
        screen.presses("q")
        assert screen.ends() == 0
        assert screen.raw.isascii()
        assert "\\" not in screen.text


def test_a_hundred_questions_are_answered_from_the_keyboard_alone(
    user: User, tmp_path: Path
) -> None:
    bank = tmp_path / "hundred.yaml"
    bank.write_text(bank_text(110), encoding="utf-8")
    user = User(user.home, bank, {})
    given = ["abcd"[index % 4] for index in range(100)]
    with on_screen(user, "mock", "-n", "100") as screen:
        screen.starts()
        for first in range(0, 100, 10):
            for index in range(first, first + 10):
                mark = "m" if index % 9 == 0 else ""
                sure = "h" if index % 7 == 0 else ""
                screen.presses(f"{given[index]}{sure}{mark}{ENTER}")
            if first < 90:
                screen.sees(f"Question {first + 11} of 100")
        screen.sees("Submit the paper?", "back to question 100")
        screen.presses("n")
        for number in (4, 50, 97):
            screen.presses(f"g{number}{ENTER}x")
            screen.sees(f"Question {number} has no answer now")
            given[number - 1] = "-"
        screen.presses("u")
        screen.sees("Question 4 of 100")
        screen.presses(f"c{ENTER}p")
        given[3] = "c"
        screen.presses("r")
        screen.sees("Question 10 of 100")
        screen.presses("a")
        given[9] = "a"
        screen.sees("Saved for question 10: (a) alpha.")
        assert letters(on_disk(user)) == "".join(given)
        right, blank = given.count("a"), given.count("-")
        wrong = 100 - right - blank
        screen.presses("f")
        screen.sees("Submit the paper?", f"{100 - blank - 12}", "back to question 10")
        screen.presses("y")
        screen.sees("Submitted.", f"{right} right, {wrong} wrong, {blank} unanswered")
        screen.sees(f"{2 * right - wrong * 2 / 3:.2f} of 200")
        screen.presses("q")
        assert screen.ends() == 0
    (finished,) = (user.home / "data/attempts").glob("*.jsonl")
    assert letters(read(finished).attempt) == "".join(given)
