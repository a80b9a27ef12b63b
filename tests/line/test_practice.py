"""Practice, line by line: every question is judged at once, and it always ends in a card."""

import pytest

from quizgen.core.end import End
from quizgen.core.events import Level, Pause, Select, Tick, Visit
from quizgen.core.item import Answer
from quizgen.core.paper import Timing
from quizgen.line.practice import run_practice
from tests.golden_files import assert_golden
from tests.line.script import CtrlC, FillingJournal, Room, Wait, spaced
from tests.show.exhibits import ANSWERS, SPEED, attempt, practice

PAUSING = Timing(pause=True)


def _run(room: Room) -> End:
    return run_practice(room.sitting, ANSWERS, room.console, room.reader)


@pytest.mark.parametrize(("name", "plain"), [("80", False), ("plain", True)])
def test_a_whole_practice(name: str, plain: bool) -> None:
    room = Room(practice(), *spaced(6_000, "a", "", "w", "e", "?", "1", "s"), plain=plain)

    assert _run(room) is End.FINISHED
    assert room.journal.kinds[-1] == "submit"
    assert "\x1b" not in room.shown
    assert_golden(f"line/practice_{name}.txt", room.shown)


def test_every_answer_is_in_the_journal_before_the_verdict_is_shown() -> None:
    kinds_when_asked: list[list[str]] = []
    room = Room(practice(), "a", lambda: kinds_when_asked.append(room.journal.kinds), "a", "a")

    _run(room)
    assert kinds_when_asked == [["start", "select", "visit"]]


def test_how_sure_one_is_is_said_before_the_answer_which_is_final() -> None:
    room = Room(practice(), "guess", "h", "h", "b", "q")

    _run(room)
    said = [record.get("level") for record in room.journal.records][1:5]
    assert said == ["guess", None, "sure", None]
    assert "Question 1: you call it a guess." in room.shown
    assert "Question 1: you do not say how sure you are." in room.shown
    assert room.sitting.attempt.entries[0].certainty is Level.SURE


def test_how_sure_one_is_may_fail_to_be_saved() -> None:
    room = Room(practice(), "sure", journal=FillingJournal("start"))

    _run(room)
    assert "Not saved: No space left on device." in room.on_one_line
    assert "you are sure" not in room.shown


def test_a_time_out_is_told_and_typed_ahead_text_is_thrown_away() -> None:
    room = Room(practice(SPEED), "", Wait(19_000), "", Wait(18_000), "a", "", "s", terminal=True)

    assert _run(room) is End.FINISHED
    assert room.shown.count("Time is up: not answered, no marks lost. Answer: (b) II only.") == 1
    assert "Right (+2) in 18 s. (a) Karachi." in room.shown
    assert room.reader.discarded == 2  # once before the start


def test_the_first_clock_starts_when_the_candidate_says_so() -> None:
    room = Room(practice(SPEED), Wait(60_000), "a", Wait(60_000), "", "a", "q", terminal=True)

    assert _run(room) is End.STOPPED
    assert room.shown.startswith("Each question has 19 seconds. Enter starts (q leaves): ")
    assert room.shown.count("The first question is not open yet: Enter starts, q leaves.") == 1
    assert "Time is up" not in room.shown
    assert room.journal.kinds == ["start", "select", "submit"]


@pytest.mark.parametrize(
    ("step", "end"), [("q", End.STOPPED), (CtrlC(), End.INTERRUPTED), (None, End.INPUT_ENDED)]
)
def test_who_does_not_start_a_practice_with_clocks_has_not_begun(
    step: str | CtrlC | None, end: End
) -> None:
    room = Room(practice(SPEED), *([] if step is None else [step]), terminal=True)

    assert _run(room) is end
    assert room.journal.kinds == []
    assert room.shown.endswith("\nNot started.\n")


def test_on_a_pipe_nobody_is_asked_to_start_a_clock() -> None:
    room = Room(practice(SPEED), "a", "a", "s")

    assert _run(room) is End.FINISHED
    assert "Enter starts" not in room.shown


def test_the_next_clock_starts_when_the_explanation_has_been_read() -> None:
    steps = ("", "a", Wait(60_000), "", Wait(18_000), "a", "q")
    room = Room(practice(SPEED), *steps, terminal=True)

    assert _run(room) is End.STOPPED
    assert "Time is up" not in room.shown
    assert room.shown.count("Enter opens the next question") == 2
    assert [kind for kind in room.journal.kinds if kind != "tick"] == [
        "start", "select", "visit", "select", "submit",
    ]  # fmt: skip


def test_what_is_typed_before_the_next_question_opens_is_not_taken_for_its_answer() -> None:
    room = Room(practice(SPEED), "", "a", "b", "?", "", "a", "q", terminal=True)

    assert _run(room) is End.STOPPED
    assert room.shown.count("The next question is not open yet: Enter opens it, q stops.") == 2
    assert room.journal.kinds.count("select") == 2


def test_an_answer_that_arrives_late_is_refused_and_said_to_be() -> None:
    room = Room(practice(SPEED), lambda: room.clock.run(20_000), "b", "a", "s")

    assert _run(room) is End.FINISHED
    assert "does not count" in room.shown
    assert "Time is up: not answered" in room.shown
    assert "Right (+2) in under" not in room.shown


def test_waiting_costs_a_wake_up_for_each_heartbeat_and_no_more() -> None:
    room = Room(practice(), Wait(60_000), "q")

    _run(room)
    assert room.reader.reads == 60 // 5 + 1


@pytest.mark.parametrize(
    ("step", "end"), [("q", End.STOPPED), (CtrlC(), End.INTERRUPTED), (None, End.INPUT_ENDED)]
)
def test_stopping_shows_the_card_so_far(step: str | CtrlC | None, end: End) -> None:
    room = Room(practice(), "b", *([] if step is None else [step]))

    assert _run(room) is end
    assert room.journal.kinds[-1] == "submit"
    assert "Score  2 of 2        1 right, 0 wrong, 0 unanswered" in room.shown


def test_stopping_before_any_answer() -> None:
    room = Room(practice())

    assert _run(room) is End.INPUT_ENDED
    assert room.shown.endswith("\n\nNothing was answered, so there is no score.\n")


def test_what_is_typed_is_shown_in_a_transcript_and_not_twice_on_a_terminal() -> None:
    piped, typed = Room(practice(), "b"), Room(practice(), "b", terminal=True)
    _run(piped)
    _run(typed)

    assert "? help): b\n\nRight" in piped.shown
    assert "? help): \nRight" in typed.shown


def test_a_line_of_control_characters_is_harmless() -> None:
    room = Room(practice(), "\0", "\x1b[2J", "\u202ea", "q")

    assert _run(room) is End.STOPPED
    assert "\x1b" not in room.shown
    assert "\0" not in room.shown
    assert "\u202e" not in room.shown


def test_a_resumed_practice_goes_on_at_its_first_open_question() -> None:
    begun = attempt(practice(), (1_000, Select(0, "two")))
    room = Room(practice(), "a", "b", resumed=begun, gap_ms=60_000)

    assert _run(room) is End.FINISHED
    assert room.shown.startswith(
        "Resumed: Practice, 3 questions, 1 done.\n"
        "Interrupted for 1 min; the clock stood still.\n\nQuestion 2 of 3"
    )
    assert "Interrupted once, 1 min;" in room.shown


def test_a_resumed_practice_goes_on_in_the_middle_of_a_question() -> None:
    begun = attempt(practice(), (1_000, Select(0, "two")), (1_000, Visit(1)), (9_000, Tick()))
    room = Room(practice(), Wait(2_000), "a", "b", resumed=begun)

    _run(room)
    assert "Question 2 of 3" in room.shown
    assert "Right (+2) in 10 s" in room.shown
    assert room.journal.kinds.count("visit") == 1


def test_a_paused_practice_is_started_again() -> None:
    room = Room(practice(PAUSING), "q", resumed=attempt(practice(PAUSING), (1_000, Pause())))

    assert _run(room) is End.STOPPED
    assert "resume" in room.journal.kinds


def test_a_paused_practice_that_cannot_be_started_again_ends() -> None:
    room = Room(practice(PAUSING), "q", resumed=attempt(practice(PAUSING), (1_000, Pause())))
    room.journal.full = True

    assert _run(room) is End.UNSAVED
    assert "Question 1" not in room.shown


def test_an_answer_that_could_not_be_saved_can_be_given_again() -> None:
    def fill() -> None:
        room.journal.full = True

    def clear() -> None:
        room.journal.full = False

    room = Room(practice(), fill, "b", clear, "b", "q")

    assert _run(room) is End.STOPPED
    assert (
        "Not saved: No space left on device. What was saved before is safe; try again."
        in room.on_one_line
    )
    assert room.shown.count("Right (+2)") == 1
    assert room.journal.kinds == ["start", "select", "visit", "submit"]


def test_a_practice_that_cannot_be_started_is_not_asked() -> None:
    room = Room(practice(), "", "q")
    room.journal.full = True

    assert _run(room) is End.UNSAVED
    assert room.shown.count("Not saved") == 2
    assert "Question" not in room.shown


def test_a_practice_that_could_be_started_the_second_time() -> None:
    def clear() -> None:
        room.journal.full = False

    room = Room(practice(), clear, "", "b", "q")
    room.journal.full = True

    assert _run(room) is End.STOPPED
    assert "Right (+2)" in room.shown


def test_a_disk_that_fills_up_before_the_next_question_ends_it_with_the_card() -> None:
    room = Room(practice(), "b", journal=FillingJournal("select"))

    assert _run(room) is End.UNSAVED
    assert "is safe; `quizgen resume` goes on from there." in room.on_one_line
    assert "Score  2 of 2" in room.shown


def test_a_question_that_explains_nothing_has_just_its_verdict() -> None:
    room = Room(practice(), "b", "q")

    run_practice(room.sitting, [Answer("two")] * 3, room.console, room.reader)
    assert "Right (+2) in under 1 s." not in room.shown
    assert "Right (+2) in 0 s. (b) II only.\n\nQuestion 2 of 3" in room.shown
