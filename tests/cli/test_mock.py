"""`quizgen mock`: how long, how many, and which paper."""

import re
from fractions import Fraction
from pathlib import Path

import pytest

from quizgen.cli.banks import open_bank
from quizgen.cli.world import folders, today
from quizgen.core.code import Selection, encode
from quizgen.core.mix import MIXES, quotas
from quizgen.core.paper import Paper
from quizgen.store.attempts import Attempts
from quizgen.store.journal import Journal
from tests.bank.modelled import questions, timeline
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


def test_a_section_for_each_topic() -> None:
    page = " ".join(
        quizgen("mock", "--sections", "-n", "9", "--seed", "3", typed="q\n").out.split()
    )
    assert "Sections and questions may be taken in any order." in page
    listed = re.search(r"Sections: (.*?)\. Exam", page)
    assert listed
    counts = [int(found) for found in re.findall(r"\((\d+)\)", listed[1])]
    assert len(counts) > 1
    assert sum(counts) == 9


def test_locked_sections_share_the_time_and_are_finished_one_by_one() -> None:
    args = ("mock", "--locked", "-n", "9", "--seed", "3")
    ended = quizgen(*args, typed="\nsection\nf\nyes\n")
    assert "9 questions, 18 marks, 10 minutes 48 seconds." in ended.out
    assert "The sections are taken one after the other: f finishes this one." in ended.out
    assert "Section 1 (" in ended.out
    assert ") is closed." in ended.out
    minutes = {"min": 60, "s": 1}
    listed = ended.out.partition("Sections: ")[2].partition("Exam:")[0]
    clocks = re.findall(r"(\d+) (min|s)\b", listed)
    assert sum(int(number) * minutes[unit] for number, unit in clocks) == 648


@pytest.mark.parametrize("how", ["--sections", "--locked"])
def test_the_code_of_a_paper_of_sections_gives_the_same_sections_again(how: str) -> None:
    args = ("mock", how, "-n", "9", "--seed", "3")
    first = quizgen(*args, typed="\nsubmit\nyes\n").out
    found = re.search(r"--code (\S+)", first)
    assert found
    assert f"-{how.removeprefix('--')}-s3-" in found[1]
    again = quizgen("mock", "--code", found[1], typed="\nsubmit\nyes\n").out
    assert again.partition("Press Enter")[0] == first.partition("Press Enter")[0]
    assert "Section 1 of " in again


def test_a_code_fixes_the_sections_too() -> None:
    ended = quizgen("mock", "--code", "x", "--locked")
    assert ended.status == 2
    assert "leave out --locked: --code says which questions are asked" in ended.err


def test_questions_of_one_topic_are_not_divided_and_that_is_said() -> None:
    ended = quizgen("mock", "--locked", *BANK, "-n", "3", typed="\nsubmit\nyes\n")
    assert "All questions are of one topic: the paper has no sections." in ended.err
    assert "Section 1" not in ended.out


def test_a_mock_is_paused_only_where_it_was_asked_for() -> None:
    assert (
        "Paused: the clock stands still."
        in quizgen("mock", "--pause", *BANK, "-n", "3", typed="\nz\n\nsubmit\nyes\n").out
    )
    assert (
        "This paper has no pause."
        in quizgen("mock", *BANK, "-n", "3", typed="\nz\nsubmit\nyes\n").out
    )


def test_a_strict_clock_has_no_pause() -> None:
    ended = quizgen("mock", "--strict", "--pause", *BANK)
    assert ended.status == 2
    assert "leave out --pause or --strict: a strict clock never stops" in ended.err


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


def sat() -> Paper:
    """Return the paper of the mock that was left unfinished, and throw it away."""
    (left,) = Attempts(folders().attempts).unfinished().resumable
    left.path.unlink()
    return left.header.paper


def test_a_mock_has_the_mix_of_forms_of_the_style_and_asks_no_fact_twice() -> None:
    for style, args in (("upsc-2025", ()), ("upsc-2023", ("--style", "upsc-2023"))):
        quizgen("mock", "--seed", "5", *args, typed="\n\n")
        asked = sat().questions
        shares = [sum(each.form in forms for each in asked) for forms, _ in MIXES[style]]
        assert shares == quotas([part for _, part in MIXES[style]], 25)
        facts = [fact for each in asked for fact in set(each.facts)]
        assert 0 < len(set(facts)) == len(facts)


def test_a_whole_paper_is_100_questions_200_marks_120_minutes() -> None:
    assert extent("--full") == "100 questions, 200 marks, 2 hours."


STATEMENTS = """
bank: days
title: Days
questions:
  - id: always
    about: the treaty
    statements:
      - correct: It was signed.
      - incorrect: It was annulled.
  - id: no-longer
    question: Which treaty is in force?
    options: [The old one, The new one, Both of them]
    answer: a
    until: 2015-06-01
  - id: since-then
    question: Which treaty came after it?
    options: [The next one, The same one, The old one]
    answer: a
    since: 2015-06-01
"""


@pytest.fixture
def days(folder: Path) -> Path:
    """Write a bank of three questions, one of which was right until June 2015."""
    path = folder / "days.yaml"
    path.write_text(STATEMENTS, encoding="utf-8")
    return path


def asked_ids(*args: str) -> set[str]:
    """Return the ids of the questions of a mock."""
    assert quizgen("mock", *args, typed="\n\n").status == 0
    return {question.id for question in sat().questions}


@pytest.mark.usefixtures("days")
def test_as_of_a_day_only_what_was_right_then_is_asked() -> None:
    assert asked_ids("days.yaml") == {"always", "since-then"}
    for date in ("2015-05-31", "2015-05", "2014"):
        assert asked_ids("days.yaml", "--as-of", date) == {"always", "no-longer"}
    for date in ("2015-06-01", "2015-06", "2015"):
        assert asked_ids("days.yaml", "--as-of", date) == {"always", "since-then"}


@pytest.mark.usefixtures("days")
def test_the_day_is_in_the_title_and_on_the_instruction_page_and_in_the_code() -> None:
    shown = quizgen("mock", "days.yaml", "--as-of", "2014", typed=HAND_IN)
    assert "Days, as of 31 December 2014: 2 questions, 4 marks" in shown.out
    code = code_of(shown)
    assert "-a20141231-" in code
    again = quizgen("mock", "days.yaml", "--code", code, typed=HAND_IN)
    assert timeless(again.out) == timeless(shown.out)
    assert "as of" not in quizgen("mock", "days.yaml", typed="q\n").out


@pytest.mark.parametrize("command", ["mock", "practice"])
@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("9999-01-01", "`9999-01-01` is later than today, 2"),
        ("9999", "`9999` means 9999-12-31, which is later than today, 2"),
        ("9999-02", "`9999-02` means 9999-02-28, which is later than today, 2"),
        ("yesterday", "`yesterday` is no date; write a day, a month or a year"),
        ("2019-02-30", "`2019-02-30` is no date"),
        ("\x1b[31m", "is no date"),
    ],
)
def test_a_day_that_is_none_or_not_over_is_refused(command: str, date: str, said: str) -> None:
    ended = quizgen(command, *BANK, "--as-of", date)
    assert ended.status == 2
    assert said in ended.err
    assert "\x1b" not in ended.err


def test_today_is_over_enough() -> None:
    assert quizgen("mock", *BANK, "--as-of", today(), typed="q\n").status == 0


def test_an_unknown_style_is_refused_with_those_there_are() -> None:
    ended = quizgen("mock", *BANK, "--style", "upsc-1999")
    assert ended.status == 2
    assert "`upsc-1999` is none of upsc-2025, upsc-2023" in ended.err


@pytest.mark.usefixtures("days")
def test_a_style_is_in_the_wording_and_in_the_code() -> None:
    shown = quizgen("mock", "days.yaml", "--style", "upsc-2023", typed="\n\n" + HAND_IN)
    assert "(a) 1 only" in shown.out
    assert code_of(shown).startswith("2q-144s-upsc.2023-s")
    again = quizgen("mock", "days.yaml", "--code", code_of(shown), typed="\n\n" + HAND_IN)
    assert code_of(again) == code_of(shown)
    assert "(a) 1 only" in again.out
    assert "-upsc.2025-" in code_of(quizgen("mock", "days.yaml", typed="\n\n" + HAND_IN))


def test_a_code_says_the_day_where_a_later_one_would_draw_something_else(days: Path) -> None:
    before = code_of(quizgen("mock", "days.yaml", typed=HAND_IN))
    assert "-d2" not in before
    days.write_text(STATEMENTS.replace("2015-06-01", "9000"), encoding="utf-8")
    code = code_of(quizgen("mock", "days.yaml", typed=HAND_IN))
    assert f"-d{today().replace('-', '')}-" in code


def test_a_code_without_a_style_sits_the_paper_it_always_was() -> None:
    with open_bank(None, [Path("numbers.yaml")]) as library:
        drawn = library.draw(5, "7")
        code = encode(Selection(5, Fraction(360), "7", library.fingerprint))
    quizgen("mock", *BANK, "--code", code, typed="\n\n")
    assert [question.id for question in sat().questions] == [item.question.id for item in drawn]


@pytest.mark.usefixtures("days")
def test_a_code_without_a_style_asks_as_before_whatever_the_dates() -> None:
    with open_bank(Path("days.yaml"), None) as library:
        code = encode(Selection(3, Fraction(216), "7", library.fingerprint))
    assert asked_ids("days.yaml", "--code", code) == {"always", "no-longer", "since-then"}


def test_a_code_of_more_topics_than_there_are_is_refused() -> None:
    with open_bank(None, [Path("numbers.yaml")]) as library:
        code = encode(Selection(3, Fraction(216), "7", library.fingerprint, topics=(99,)))
    ended = quizgen("mock", *BANK, "--code", code)
    assert ended.status == 2
    assert "not 99" in ended.err


def test_an_unknown_topic_is_refused_and_not_taken_for_all() -> None:
    ended = quizgen("mock", *BANK, "--topic", "nobody's", typed="q\n")
    assert ended.status == 2
    assert "there is no topic `nobody's`" in ended.err


def test_of_a_file_with_models_all_written_questions_are_asked(folder: Path) -> None:
    timeline(folder, more=questions(3))
    assert asked_ids("events.yaml") == {"q1", "q2", "q3"}
    shown = quizgen("mock", "events.yaml", typed=HAND_IN)
    assert "-w-" in code_of(shown)
    again = quizgen("mock", "events.yaml", "--code", code_of(shown), typed=HAND_IN)
    assert timeless(again.out) == timeless(shown.out)
    assert len(asked_ids("events.yaml", "-n", "8")) == 8
    assert "25 questions" in extent("--bank", "events.yaml")


def test_a_file_of_models_alone_gives_the_usual_number(folder: Path) -> None:
    timeline(folder)
    assert extent("events.yaml") == "25 questions, 50 marks, 30 minutes."


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
        (("--code", "x", "--style", "upsc-2023"), "leave out --style: --code says"),
        (("--code", "x", "--as-of", "2019"), "leave out --as-of: --code says"),
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
