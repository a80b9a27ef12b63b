"""`quizgen mock`: how long, how many, and which paper."""

import re

import pytest

from quizgen.cli.world import folders
from quizgen.store.attempts import Attempts
from quizgen.store.journal import Journal
from tests.cli.run import Ended, quizgen

BANK = ("--bank", "numbers.yaml")
HAND_IN = "\nsubmit\ny\n"


def extent(*args: str) -> str:
    """Return how a mock describes itself: questions, marks, time."""
    ended = quizgen("mock", *args, typed="q\n")
    assert ended.status == 0
    found = re.search(r"\d+ questions, .*?\.(?= )", " ".join(ended.out.split()))
    assert found, ended.out
    return found[0]


@pytest.mark.parametrize(
    ("args", "described"),
    [
        (("-n", "10", *BANK), "10 questions, 20 marks, 12 minutes."),
        (("numbers.yaml",), "14 questions, 28 marks, 16 minutes 48 seconds."),
        (("numbers.yaml", "-n", "5"), "5 questions, 10 marks, 6 minutes."),
        (("-n", "10", "--minutes", "3/2", *BANK), "10 questions, 20 marks, 1 minute 30 seconds."),
        (
            ("-n", "10", "--extra-time", "1/3", *BANK),
            "10 questions, 20 marks, 16 minutes (with extra time of 1/3).",
        ),
        (("-n", "8", "--marking", "upsc-csat", *BANK), "8 questions, 20 marks, 12 minutes."),
        (
            ("-n", "10", "--marking", "speed-19", *BANK),
            "10 questions, 20 marks, 3 minutes 10 seconds, 19 seconds for each question.",
        ),
        (
            ("-n", "10", "--marking", "speed-19", "--extra-time", "1", *BANK),
            (
                "10 questions, 20 marks, 6 minutes 20 seconds (with extra time of 1), "
                "38 seconds for each question."
            ),
        ),
    ],
)
def test_time_is_in_proportion_to_the_questions(args: tuple[str, ...], described: str) -> None:
    assert extent(*args) == described


def test_with_no_options_it_is_25_questions_in_30_minutes() -> None:
    assert extent() == "25 questions, 50 marks, 30 minutes."


def test_a_bank_with_fewer_says_how_many_and_sits_those_in_proportion() -> None:
    ended = quizgen("mock", *BANK, typed="q\n")
    assert "There are 14 questions, not 25" in ended.err
    assert "14 questions, 28 marks, 16 minutes 48 seconds." in ended.out
    full = quizgen("mock", "--full", *BANK, typed="q\n")
    assert "There are 14 questions, not 100" in full.err


def test_the_paper_is_marked_as_told_and_never_before_it_is_submitted() -> None:
    ended = quizgen("mock", *BANK, "-n", "3", typed="\na\n\nb\nsubmit\nno\nsubmit\nyes\n")
    before, _, after = ended.out.partition("Submitted.")
    assert "A wrong answer takes off 2/3 of a mark (-0.67)" in before
    assert "Not submitted." in before
    assert "Right (" not in before
    assert "It is the first of" not in before
    assert "Score  1.33 of 6 " in after
    assert after.count("It is the first of") == 3


def test_the_same_seed_gives_the_same_paper() -> None:
    def paper(seed: str) -> list[str]:
        shown = quizgen("mock", *BANK, "-n", "5", "--seed", seed, typed="\n" * 5 + HAND_IN).out
        return re.findall(r"What is q\d+\?", shown)

    assert paper("3") == paper("3") != paper("4")


def code_of(ended: Ended) -> str:
    found = re.search(r"--code (\S+)", ended.out)
    assert found, ended.out
    return found[1]


@pytest.mark.parametrize(
    "options",
    [
        ("-n", "3"),
        ("-n", "3", "--minutes", "1/7"),
        ("-n", "3", "--marking", "rpsc-ras"),
        ("-n", "3", "--marks", "3", "--wrong", "1/7", "--blank", "1/9"),
        ("-n", "3", "--topic", "numbers"),
    ],
)
def test_a_code_holds_all_that_makes_a_paper(options: tuple[str, ...]) -> None:
    first = quizgen("mock", *BANK, *options, typed=HAND_IN)
    again = quizgen("mock", *BANK, "--code", code_of(first), typed=HAND_IN)
    assert again.status == 0
    assert timeless(again.out) == timeless(first.out)
    assert code_of(again) == code_of(first)


def timeless(shown: str) -> str:
    return re.sub(r"under 1 s|\d+ min \d+ s|\d+ (min|s)\b", "TIME", shown)


@pytest.mark.parametrize("code", ["", "hello", "3q-216s-s1-be80ee7fc-k000", "\x1b[31m"])
def test_what_is_no_code_is_wrong_use(code: str) -> None:
    ended = quizgen("mock", *BANK, "--code", code)
    assert ended.status == 2
    assert "is not the code of a paper" in ended.err
    assert "\x1b" not in ended.err


def test_another_bank_is_refused_by_name_of_the_trouble() -> None:
    code = code_of(quizgen("mock", *BANK, "-n", "3", typed=HAND_IN))
    ended = quizgen("mock", "--code", code)
    assert ended.status == 2
    assert "from another bank" in ended.err


def test_input_that_ends_leaves_it_to_be_resumed_and_shown_as_unfinished() -> None:
    ended = quizgen("mock", *BANK, "-n", "3", typed="\na\n\n")
    assert ended.status == 0
    assert "`quizgen resume` goes on from" in ended.out
    assert "An unfinished mock: Numbers, 3 questions, 1 answered" in quizgen().out
    done = quizgen("resume", typed="a\nsubmit\ny\n")
    assert done.status == 0
    assert "2 right, 0 wrong, 1 unanswered" in done.out
    assert "Interrupted once" in done.out
    assert "unfinished" not in quizgen().out


def test_a_result_is_found_by_either_end_of_its_id() -> None:
    quizgen("mock", *BANK, "-n", "2", typed="\na\n\nb\nsubmit\ny\n")
    latest = quizgen("result")
    assert latest.status == 0
    assert "Question 1 of 2" in latest.out
    wrong = quizgen("result", "--wrong")
    assert "Question 1 of 2" not in wrong.out
    assert "Question 2 of 2" in wrong.out
    unknown = quizgen("result", "nope")
    assert unknown.status == 2
    assert "no attempt goes by `nope`" in unknown.err
    named = re.search(r"latest are (\S+)", unknown.err)
    assert named
    for name in (named[1], named[1][:15], named[1][-4:]):
        assert quizgen("result", name).out == latest.out


def test_the_result_of_nothing_and_the_resuming_of_nothing_say_what_to_do() -> None:
    for command in ("result", "resume"):
        ended = quizgen(command)
        assert ended.status != 0
        assert "quizgen mock" in ended.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--code", "x", "-n", "5", "--seed", "1"), "leave out -n, --seed: --code says"),
        (("--full", "-n", "5"), "leave out -n: --full says"),
        (("--extra-time", "5"), "is more than the time itself"),
    ],
)
def test_options_that_contradict_each_other_are_refused(
    options: tuple[str, ...], said: str
) -> None:
    ended = quizgen("mock", *BANK, *options)
    assert ended.status == 2
    assert said in ended.err


def test_an_attempt_that_is_being_sat_is_not_offered_elsewhere() -> None:
    quizgen("mock", *BANK, "-n", "2", typed="\na\n")
    (left,) = Attempts(folders().attempts).unfinished().resumable
    journal, _ = Journal.reopen(left.path)
    with journal:
        assert "1 attempt is being sat in another window." in quizgen().out
        refused = quizgen("resume")
        assert refused.status == 1
        assert "open in another window" in refused.err
    assert "An unfinished mock" in quizgen().out
