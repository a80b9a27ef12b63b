"""`quizgen resume`: which attempt, and what is said of the others."""

from pathlib import Path

from tests.cli.run import quizgen

BANK = ("--bank", "numbers.yaml")


def begin(count: int) -> None:
    """Leave so many mocks unfinished, each with one answer."""
    for _ in range(count):
        quizgen("mock", *BANK, "-n", "3", typed="\na\n")


def ids(folder: Path) -> list[str]:
    """Return the ids of the unfinished attempts, the last one left first."""
    open_ones = (folder.parent / "home/data/attempts/open").iterdir()
    return [path.stem for path in sorted(open_ones, key=_left, reverse=True)]


def _left(path: Path) -> tuple[int, str]:
    return path.stat().st_mtime_ns, path.name


def test_others_are_named_by_the_end_of_their_id_and_told_how_they_stand(folder: Path) -> None:
    begin(2)
    latest, other = ids(folder)
    ended = quizgen("resume", typed="")
    assert ended.status == 0
    assert ended.err.startswith(
        f"Also unfinished: quizgen resume {other[-4:]}   Numbers, 3 questions, 1 answered, 3 min 3"
    )
    assert ended.err.count("\n") == 1
    assert latest[-4:] not in ended.err


def test_of_many_three_are_named(folder: Path) -> None:
    begin(6)
    ended = quizgen("resume", typed="submit\ny\n")
    lines = ended.err.splitlines()
    assert [line.split("   ")[0] for line in lines] == [
        *(f"Also unfinished: quizgen resume {name[-4:]}" for name in ids(folder)[:3]),
        "and 2 more",
    ]
    named = quizgen("resume", ids(folder)[-1][-4:], typed="submit\ny\n")
    assert "Submitted." in named.out
    assert named.err == ""


def test_two_whose_ids_end_alike_are_named_in_full(folder: Path) -> None:
    begin(1)
    (name,) = ids(folder)
    twin = f"20010101-000000-{name[-4:]}"
    open_ones = folder.parent / "home/data/attempts/open"
    text = (open_ones / f"{name}.jsonl").read_text(encoding="utf-8")
    (open_ones / f"{twin}.jsonl").write_text(text.replace(name, twin), encoding="utf-8")
    begin(1)
    told = quizgen("resume", typed="").err
    for whole in (name, twin):
        assert f"quizgen resume {whole}   Numbers" in told


def test_an_unknown_name_is_told_the_latest(folder: Path) -> None:
    begin(4)
    latest = ids(folder)
    ended = quizgen("resume", "nope")
    assert ended.status == 1
    said = " ".join(ended.err.split())
    assert "error: no unfinished attempt goes by `nope`" in said
    places = [said.index(f"{name[-4:]} (Numbers, 3 questions, 1 answered") for name in latest[:3]]
    assert places == sorted(places)
    assert "; 1 more" in said
    assert latest[3][-4:] not in said
    assert "start one" not in said


def test_where_there_is_none_of_any_name_one_is_started() -> None:
    for args in (("resume",), ("resume", "nope")):
        ended = quizgen(*args)
        assert ended.status == 1
        assert "there is no unfinished attempt" in ended.err
        assert "start one: quizgen practice, quizgen mock" in ended.err


def test_a_damaged_attempt_is_told_of_whatever_was_asked_for(folder: Path) -> None:
    begin(1)
    open_ones = folder.parent / "home/data/attempts/open"
    (good,) = open_ones.iterdir()
    (open_ones / "20010101-000000-0000.jsonl").write_text("rubbish\n", encoding="utf-8")
    said = quizgen("resume", "nope").err
    assert "20010101-000000-0000.jsonl is damaged" in said
    assert "no unfinished attempt goes by `nope`" in said
    good.unlink()
    for args in (("resume",), ("resume", "nope")):
        ended = quizgen(*args)
        assert ended.status == 1
        assert "is damaged" in ended.err
        assert "no unfinished attempt" not in ended.err


def test_few_are_all_named() -> None:
    begin(1)
    assert "more" not in quizgen("resume", "nope").err


def test_a_title_from_a_question_file_reaches_no_terminal_as_it_is(folder: Path) -> None:
    bank = (folder / "numbers.yaml").read_text(encoding="utf-8")
    (folder / "numbers.yaml").write_text(
        bank.replace("title: Numbers", 'title: "Num\\e[31mbers"'), encoding="utf-8"
    )
    begin(2)
    told = quizgen("resume", typed="").err + quizgen("resume", "nope").err
    assert "bers, 3 questions" in told
    assert "\x1b" not in told
