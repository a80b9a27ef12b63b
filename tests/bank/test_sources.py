"""Where questions come from."""

import os
from pathlib import Path

import pytest

from quizgen.bank.errors import MissingPath, NoQuestionFiles
from quizgen.bank.sources import default_files, named_files, shipped_folder


def made(folder: Path, *names: str) -> Path:
    """Make empty files below a folder and return it."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_a_folder_gives_its_question_files_sorted_and_those_of_its_folders(tmp_path: Path) -> None:
    folder = made(tmp_path, "b.yml", "a.yaml", "polity/rights.yaml", "c.YAML", "notes.txt", "d")
    names = [Path(file.name).relative_to(folder).as_posix() for file in named_files([folder])]
    assert names == ["a.yaml", "b.yml", "c.YAML", "polity/rights.yaml"]


def test_hidden_files_and_folders_are_skipped(tmp_path: Path) -> None:
    made(tmp_path, "seen.yaml", ".hidden.yaml", ".git/config.yaml")
    assert [file.path.name for file in named_files([tmp_path])] == ["seen.yaml"]


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    made(tmp_path, ".old questions.txt")
    [file] = named_files([tmp_path / ".old questions.txt"])
    assert file.path == tmp_path / ".old questions.txt"


def test_a_file_is_called_as_the_user_called_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "notes/a.yaml")
    monkeypatch.chdir(tmp_path)
    [file] = named_files([Path("notes")])
    assert (file.name, file.path) == (str(Path("notes/a.yaml")), tmp_path / "notes/a.yaml")


def test_paths_come_in_the_order_named_each_file_once(tmp_path: Path) -> None:
    made(tmp_path, "a.yaml", "b.yaml", "c.yaml")
    files = named_files([tmp_path / "b.yaml", tmp_path, tmp_path / "b.yaml"])
    assert [file.path.name for file in files] == ["b.yaml", "a.yaml", "c.yaml"]


def test_a_folder_linked_into_itself_is_read_once(tmp_path: Path) -> None:
    made(tmp_path, "a.yaml", "inner/b.yaml")
    (tmp_path / "inner/loop").symlink_to(tmp_path, target_is_directory=True)
    assert [file.path.name for file in named_files([tmp_path])] == ["a.yaml", "b.yaml"]


def test_a_folder_linked_from_elsewhere_is_read(tmp_path: Path) -> None:
    made(tmp_path, "elsewhere/a.yaml", "bank/b.yaml")
    (tmp_path / "bank/more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    names = [file.path.name for file in named_files([tmp_path / "bank"])]
    assert names == ["b.yaml", "a.yaml"]


def test_a_link_to_nothing_is_no_question_file(tmp_path: Path) -> None:
    made(tmp_path, "a.yaml")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    assert [file.path.name for file in named_files([tmp_path])] == ["a.yaml"]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingPath, match=r"no file or folder `.*polity\.yaml`") as problem:
        named_files([tmp_path / "polity.yaml"])
    assert problem.value.help


def test_a_folder_without_question_files_is_named_and_says_what_they_are(tmp_path: Path) -> None:
    made(tmp_path, "readme.txt")
    with pytest.raises(NoQuestionFiles) as problem:
        named_files([tmp_path])
    assert str(tmp_path) in problem.value.message
    assert ".yaml" in problem.value.why


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(MissingPath, match="neither a file nor a folder"):
        named_files([tmp_path / "pipe"])


@pytest.mark.parametrize("function", ["scandir", "stat"])
def test_a_path_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    # Denied by hand: tests may run as root, whom no permission stops.
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    made(tmp_path, "a.yaml")
    monkeypatch.setattr(os, function, denied)
    with pytest.raises(MissingPath, match="cannot be read: Permission denied"):
        named_files([tmp_path])


def test_without_paths_the_shipped_bank_comes_first_then_the_user_s_own(tmp_path: Path) -> None:
    made(tmp_path, "mine.yaml")
    paths = [file.path for file in default_files(tmp_path)]
    assert paths[-1] == tmp_path / "mine.yaml"
    assert paths[:-1] == [file.path for file in named_files([shipped_folder()])]
    assert len(paths) > 1


def test_a_user_without_a_folder_has_the_shipped_bank(tmp_path: Path) -> None:
    assert default_files(tmp_path / "none") == named_files([shipped_folder()])


def test_in_a_wheel_the_questions_are_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.__file__", str(tmp_path / "site/quizgen/__init__.py"))
    assert shipped_folder() == tmp_path / "site/questions"
    made(tmp_path / "site/quizgen", "questions/a.yaml")
    assert shipped_folder() == tmp_path / "site/quizgen/questions"
