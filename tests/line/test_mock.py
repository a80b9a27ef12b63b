"""A mock, line by line: consent, free movement, submission; feedback only then."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from quizgen.core.end import End
from quizgen.core.events import Pause, Select, Start
from quizgen.core.paper import Paper, Timing
from quizgen.line.mock import run_mock
from quizgen.store.journal import JournalUnwritable
from tests.core.samples import MemoryJournal
from tests.golden_files import assert_golden
from tests.line.script import CtrlC, FillingJournal, Room, Wait, spaced
from tests.show.exhibits import ANSWERS, HALF_HOUR, SPEED, attempt, in_sections, mock

MINUTE = 60_000


def _run(room: Room) -> End:
    return run_mock(room.sitting, ANSWERS, room.console, room.reader)


@pytest.mark.parametrize(("name", "plain"), [("80", False), ("plain", True)])
def test_a_whole_mock(name: str, plain: bool) -> None:
    lines = ["b", "", "a", "", "m", "c", "p", "l", "t", "x", "g 9", "g 3", "", "?", "zz", "p", "p"]
    room = Room(
        mock(),
        *spaced(6_000, *lines, "submit", "no"),
        Wait(25 * MINUTE),
        Wait(3 * MINUTE),
        *spaced(1_000, "g 2", "a", "submit", "yes"),
        plain=plain,
    )

    assert _run(room) is End.FINISHED
    assert "\x1b" not in room.shown
    assert_golden(f"line/mock_{name}.txt", room.shown)


@pytest.mark.parametrize(("name", "plain"), [("80", False), ("plain", True)])
def test_a_mock_of_locked_sections_with_a_pause(name: str, plain: bool) -> None:
    paper = in_sections(locked=True, timing=Timing(pause=True))
    first = ["b", "h", "guess", "m", "u", "v", "g 3", "section", "z"]
    second = ["", "r", "l", "t", "f", "no", "f", "yes"]
    room = Room(
        paper,
        "",
        *spaced(6_000, *first),
        Wait(60 * MINUTE),
        *spaced(6_000, *second, "n", "p", "b", "b"),
        Wait(10 * MINUTE),
        plain=plain,
    )

    assert _run(room) is End.FINISHED
    shown, _, _ = room.shown.partition("\nTime is up: the paper was submitted")
    assert_golden(f"line/mock_sections_{name}.txt", shown)


def test_a_pause_stops_the_clock_until_enter() -> None:
    paper = mock(replace(HALF_HOUR, pause=True))
    room = Room(paper, "", Wait(MINUTE), "pause", Wait(60 * MINUTE), "", "t")

    _run(room)
    assert room.journal.kinds[-2:] == ["pause", "resume"]
    assert "Paused: the clock stands still. Press Enter to go on." in room.shown
    assert "29 min left for the paper." in room.shown


def test_a_pause_that_cannot_be_saved_is_no_pause() -> None:
    room = Room(mock(replace(HALF_HOUR, pause=True)), "", "z", journal=FillingJournal("start"))

    _run(room)
    assert "Not saved: No space left on device." in room.on_one_line
    assert "Paused" not in room.shown


def test_a_pause_goes_on_until_going_on_can_be_saved() -> None:
    def clear() -> None:
        room.journal.full = False

    paper = mock(replace(HALF_HOUR, pause=True))
    room = Room(paper, "", "z", "", clear, "", "a", journal=FillingJournal("pause"))

    _run(room)
    assert room.journal.kinds == ["start", "pause", "resume", "select"]
    assert room.on_one_line.count("Not saved: No space left on device.") == 1


def test_a_paper_without_a_pause_says_so() -> None:
    room = Room(mock(), "", "z")

    _run(room)
    assert "This paper has no pause." in room.shown


def test_an_option_chosen_again_is_taken_back_and_said_to_be() -> None:
    room = Room(mock(), "", "b", "b")

    _run(room)
    assert room.journal.kinds == ["start", "select", "clear"]
    assert "Question 1 has no answer now: (b) is taken back." in room.shown


def test_how_sure_one_is_can_be_said_by_key_and_in_words() -> None:
    room = Room(mock(), "", "h", "a", "h", "guess", "p")

    _run(room)
    assert [record.get("level") for record in room.journal.records] == [None, None, "sure", "guess"]
    assert "Answer first; then say how sure you are." in room.shown
    assert "Question 1: you are sure." in room.shown
    assert "Question 1: you call it a guess." in room.shown


def test_finishing_a_paper_without_locked_sections_submits_it_after_asking() -> None:
    room = Room(mock(), "", "f", "no", "f", "yes")

    assert _run(room) is End.FINISHED
    assert room.shown.count("Submit the paper?") == 2
    assert "Not submitted." in room.shown


def test_submit_means_the_whole_paper_from_a_locked_section_too() -> None:
    room = Room(in_sections(locked=True), "", "submit", "yes")

    assert _run(room) is End.FINISHED
    assert room.journal.kinds == ["start", "submit"]


def test_a_locked_section_closes_by_itself_and_says_so_even_while_asking() -> None:
    room = Room(in_sections(locked=True), "", "f", Wait(20 * MINUTE), terminal=True)

    _run(room)
    assert "Time is up for section 1 (treaty dates)." in room.shown
    assert room.shown.rstrip().partition("Time is up for")[2].count("Section 2 of 2") == 1
    assert "Not finished." not in room.shown
    assert room.reader.discarded > 0


def test_a_section_that_could_not_be_finished_is_still_open() -> None:
    room = Room(in_sections(locked=True), "", "f", "yes", journal=FillingJournal("start"))

    _run(room)
    assert "Not saved" in room.shown
    assert room.sitting.attempt.section == 0


def test_a_section_is_warned_of_like_the_paper() -> None:
    room = Room(in_sections(locked=True), "", Wait(15 * MINUTE), "f", "yes", Wait(9 * MINUTE))

    _run(room)
    assert room.shown.count("10 minutes left for this section.") == 1
    assert room.shown.count("1 minute left for this section.") == 1


def test_the_clock_starts_with_consent() -> None:
    room = Room(mock(), Wait(60 * MINUTE), "a", Wait(MINUTE), "")

    _run(room)
    assert room.journal.kinds == ["start"]
    assert "30 min left" in room.shown


@pytest.mark.parametrize(
    ("step", "end"), [("q", End.STOPPED), (CtrlC(), End.INTERRUPTED), (None, End.INPUT_ENDED)]
)
def test_who_does_not_consent_has_not_started(step: str | CtrlC | None, end: End) -> None:
    room = Room(mock(), *([] if step is None else [step]))

    assert _run(room) is end
    assert room.journal.kinds == []
    assert room.shown.endswith("\nNot started.\n")


def test_every_answer_is_in_the_journal_before_the_prompt_returns() -> None:
    kinds_when_asked: list[list[str]] = []
    room = Room(mock(), "", "a", lambda: kinds_when_asked.append(room.journal.kinds))

    _run(room)
    assert kinds_when_asked == [["start", "select"]]


def test_nothing_of_the_answers_is_shown_before_submission() -> None:
    room = Room(mock(), "", "a", "n", "b", "n", "c", "l", "t", "?", "p", "submit", "no")

    _run(room)
    assert not any(
        text in room.on_one_line for text in ("Right", "Wrong", "Karachi. ", "Signed", "1 right")
    )


@pytest.mark.parametrize(("step", "end"), [(CtrlC(), End.INTERRUPTED), (None, End.INPUT_ENDED)])
def test_leaving_keeps_it_to_be_resumed(step: CtrlC | None, end: End) -> None:
    room = Room(mock(), "", "a", *([] if step is None else [step]))

    assert _run(room) is end
    assert "submit" not in room.journal.kinds
    assert room.on_one_line.endswith(
        "Your answers are saved and the clock stands still. `quizgen resume` goes on from here."
    )


def test_q_does_not_leave_a_mock_by_mistake() -> None:
    room = Room(mock(), "", "q", "a")

    _run(room)
    assert "Ctrl-C leaves it, to go on later" in " ".join(room.shown.split())
    assert "select" in room.journal.kinds


def test_a_resumed_mock_says_where_it_stands_and_asks_for_no_consent() -> None:
    begun = attempt(mock(), (MINUTE, Select(0, "two")))
    room = Room(mock(), "n", resumed=begun, gap_ms=14 * MINUTE)

    _run(room)
    assert room.shown.startswith(
        "Resumed: Treaty dates, sectional test, 3 questions, 1 answered, 29 min left.\n"
        "Interrupted for 14 min; the clock stood still.\n\nQuestion 1 of 3"
    )
    assert "> (b) II only" in room.shown
    assert "Press Enter" not in room.shown


def test_a_strict_mock_that_is_resumed_too_late_was_submitted_by_its_clock() -> None:
    paper = mock(Timing(paper_ms=30 * MINUTE, strict=True))
    begun = attempt(paper, (MINUTE, Select(0, "two")))
    room = Room(paper, resumed=begun, gap_ms=60 * MINUTE)

    assert _run(room) is End.FINISHED
    assert room.shown.startswith("Interrupted for 1 h; the clock ran on.\n\nTime is up: the paper")
    assert "Score  2 of 6" in room.shown


def test_a_paused_mock_is_started_again() -> None:
    paper = mock(replace(HALF_HOUR, pause=True))
    room = Room(paper, "a", resumed=attempt(paper, (MINUTE, Pause())))

    _run(room)
    assert room.journal.kinds == ["interrupt", "resume", "select"]


def test_a_paused_mock_that_cannot_be_started_again_is_left_as_it_is() -> None:
    paper = mock(replace(HALF_HOUR, pause=True))
    journal = FillingJournal("interrupt")
    room = Room(paper, "q", resumed=attempt(paper, (MINUTE, Pause())), journal=journal)

    assert _run(room) is End.UNSAVED
    assert room.journal.kinds == ["interrupt"]


def test_the_time_is_warned_of_once_each_in_words() -> None:
    room = Room(mock(), "", Wait(22 * MINUTE), "a", Wait(7 * MINUTE + 30_000), "b")

    _run(room)
    assert room.shown.count("10 minutes left.") == 1
    assert room.shown.count("1 minute left.") == 1
    assert room.shown.index("10 minutes left.") < room.shown.index("1 minute left.")


def test_at_zero_it_submits_itself_with_what_was_saved() -> None:
    room = Room(mock(), "", "b", Wait(31 * MINUTE), "a")

    assert _run(room) is End.FINISHED
    assert "Time is up: the paper was submitted with every answer that was saved." in room.shown
    assert "Score  2 of 6" in room.shown
    assert room.sitting.attempt.submitted_ms == 30 * MINUTE


def test_at_zero_it_submits_itself_while_asking_whether_to_submit() -> None:
    room = Room(mock(), "", "b", "submit", Wait(31 * MINUTE), "no")

    assert _run(room) is End.FINISHED
    assert "Time is up: the paper was submitted" in room.shown
    assert "Not submitted." not in room.shown


def test_an_answer_that_arrives_after_the_end_does_not_count_and_is_told_so() -> None:
    room = Room(mock(), "", lambda: room.clock.run(31 * MINUTE), "b")

    assert _run(room) is End.FINISHED
    assert "Time was up and the paper was submitted; this does not count." in room.shown
    assert "0 right, 0 wrong, 3 unanswered" in room.shown


def test_where_each_question_has_a_clock_the_next_one_opens() -> None:
    paper = mock(replace(SPEED, paper_ms=None))
    room = Room(paper, "", Wait(19_000), "p", "a", "t", "n", Wait(19_000), terminal=True)

    assert _run(room) is End.FINISHED
    assert "Time is up for question 1." in room.shown
    assert "Each question has its own clock: they are taken in order." in room.shown
    assert "19 s left for this question." in room.shown
    assert room.reader.discarded == 3  # once before the start
    assert "1 right, 0 wrong, 2 unanswered" in room.shown


def test_a_second_press_of_the_enter_that_started_the_clock_passes_no_question() -> None:
    room = Room(mock(), "", Wait(150), "", Wait(150), "", Wait(500), "", terminal=True)

    _run(room)
    assert room.journal.kinds == ["start", "visit"]
    assert "Question 2 of 3" in room.shown


def test_on_a_pipe_every_line_counts() -> None:
    room = Room(mock(), "", "", "")

    _run(room)
    assert room.journal.kinds == ["start", "visit", "visit"]


def test_a_sleeping_machine_is_an_interruption_and_named() -> None:
    room = Room(mock(), "", lambda: room.clock.sleep(14 * MINUTE), Wait(6_000), "a")

    _run(room)
    assert "Interrupted for 14 min; the clock stood still." in room.shown


def test_moving_beyond_the_ends_is_answered_kindly() -> None:
    room = Room(mock(), "", "p", "g 3", "n", "g 0", "g")

    _run(room)
    assert "This is the first question." in room.shown
    assert "This is the last question: f submits the paper, l shows them all." in room.shown
    assert "There are questions 1 to 3." in room.shown
    assert "Go to which question? For example: g 1" in room.shown


def test_marking_is_a_switch() -> None:
    room = Room(mock(), "", "m", "m")

    _run(room)
    assert "Question 1 is marked for review." in room.shown
    assert "Question 1 is no longer marked for review." in room.shown


@pytest.mark.parametrize("said", ["no", "", "n", "maybe", "submit"])
def test_only_yes_submits(said: str) -> None:
    room = Room(mock(), "", "submit", said)

    assert _run(room) is End.INPUT_ENDED
    assert "Not submitted." in room.shown


@pytest.mark.parametrize("said", ["yes", "Y", " YES "])
def test_yes_submits(said: str) -> None:
    room = Room(mock(), "", "submit", said)

    assert _run(room) is End.FINISHED
    assert "\nSubmitted.\n" in room.shown


def test_an_answer_that_could_not_be_saved_is_not_said_to_be() -> None:
    def clear() -> None:
        room.journal.full = False

    def fill() -> None:
        room.journal.full = True

    room = Room(mock(), "", fill, "a", "m", "x", "n", "submit", "yes", clear, "b")

    assert _run(room) is End.INPUT_ENDED
    assert room.on_one_line.count("Not saved: No space left on device.") == 5
    assert room.shown.count("Saved for question 1:") == 1
    assert "Saved for question 1: (b) II only." in room.shown


def test_a_heartbeat_that_cannot_be_saved_is_told_once_and_does_not_spin() -> None:
    room = Room(mock(), "", Wait(60_000), "l", journal=FillingJournal("start"))

    _run(room)
    assert room.on_one_line.count("The time cannot be saved: No space left on device.") == 1
    assert room.reader.reads < 10


def test_once_saving_works_again_that_is_said_once() -> None:
    def clear() -> None:
        room.journal.full = False

    waiting = (Wait(12_000), clear, Wait(MINUTE), "l")
    room = Room(mock(), "", *waiting, journal=FillingJournal("start"))
    _run(room)
    assert room.shown.count("Saving works again.") == 1

    acting = ("a", clear, "a", Wait(MINUTE), "l")
    room = Room(mock(), "", *acting, journal=FillingJournal("start"))
    _run(room)
    assert "Saved for question 1: (a) I only.\n" in room.shown
    assert room.shown.count("Saving works again.") == 1


def test_a_mock_whose_start_cannot_be_saved_is_not_asked() -> None:
    room = Room(mock(), "", "q")
    room.journal.full = True

    assert _run(room) is End.UNSAVED
    assert room.shown.endswith("Not started.\n")


def test_a_mock_without_a_clock() -> None:
    paper: Paper = mock(Timing())
    room = Room(paper, "", "t", "submit", "yes")

    assert _run(room) is End.FINISHED
    assert "This paper has no clock." in room.shown


def test_a_start_that_is_refused_ends_it() -> None:
    room = Room(mock(), lambda: room.sitting.do(Start()), "", "a")

    assert _run(room) is End.UNSAVED
    assert "The paper has been started." in room.shown


def test_the_heartbeat_is_kept_while_nothing_is_typed() -> None:
    room = Room(mock(), "", Wait(12_000))

    _run(room)
    assert room.journal.kinds == ["start", "tick", "tick"]


def test_a_journal_that_cannot_be_written_says_what_to_do() -> None:
    class Unwritable(MemoryJournal):
        def append(self, record: Mapping[str, Any], *, force: bool) -> None:
            if "select" in record.values():
                raise JournalUnwritable(
                    "cannot write x.jsonl: No space left on device", help="make room on the disk"
                )
            super().append(record, force=force)

    room = Room(mock(), "", "a", journal=Unwritable())

    _run(room)
    assert (
        "Not saved: Cannot write x.jsonl: No space left on device. Make room on the disk. "
        "What was saved before is safe; try again."
    ) in room.on_one_line


def test_a_machine_that_slept_while_a_line_was_typed_is_told_of_it_next() -> None:
    room = Room(mock(), "", lambda: room.clock.sleep(14 * MINUTE), "a", Wait(6_000), "b")

    _run(room)
    assert room.shown.count("Interrupted for 14 min") == 1


@pytest.mark.parametrize("step", [CtrlC(), None])
def test_the_questions_of_a_result_may_be_left_at_any_time(step: CtrlC | None) -> None:
    room = Room(mock(), "", "submit", "yes", *([] if step is None else [step]), terminal=True)

    assert _run(room) is End.FINISHED
    assert "Score  0 of 6" in room.shown
    assert "Answer: (b) II only." not in room.shown


def test_at_a_terminal_the_questions_of_a_result_come_one_by_one() -> None:
    room = Room(mock(), "", "submit", "yes", "", "q", terminal=True)

    assert _run(room) is End.FINISHED
    assert "Answer: (b) II only." in room.shown
    assert "Answer: (a) Karachi." not in room.shown
