"""What `quizgen list` says of files, topics and item models."""

from quizgen.show.listing import FileRow, Listing, listing, stock
from tests.show.exhibits import shown

PAGE = Listing(
    files=(
        FileRow("words.yaml", "Words", 12, 0),
        FileRow("events.yaml", "", 0, 0, 1),
        FileRow("both.yaml", "Both", 3, 2, 4),
    ),
    topics=(("treaty-dates", 15), ("", 0)),
    documents=(("A book", 3), ("", 12)),
)


def test_models_are_told_with_the_questions_and_with_their_files() -> None:
    lines = shown(listing(PAGE)).splitlines()
    assert lines[0] == "15 questions and 5 models that make more, in 3 files"
    assert lines[3].split() == ["words.yaml", "(Words)", "12"]
    assert lines[4].split() == ["events.yaml", "0,", "1", "model"]
    assert lines[5].split() == ["both.yaml", "(Both)", "3,", "4", "models,", "2", "errors"]


def test_aloud_each_row_is_a_sentence() -> None:
    lines = shown(listing(PAGE, plain=True)).splitlines()
    assert "  both.yaml (Both): 3, 4 models, 2 errors." in lines
    assert "  treaty dates: 15." in lines


def test_what_there_is_in_words() -> None:
    assert stock(1, 0) == "1 question"
    assert stock(171, 6) == "171 questions and 6 models that make more"
    assert stock(0, 1) == "1 model that makes questions"
    assert stock(0, 2) == "2 models that make questions"
    assert stock(0, 0) == "0 questions"
