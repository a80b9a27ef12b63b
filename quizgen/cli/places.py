"""Writes a new file where its user asked for one, and never over another unasked."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from quizgen.cli.files import CannotWrite
from quizgen.core.errors import UserError


class CannotKeep(UserError):
    """A file cannot be written where it was asked for."""

    wrong_use = False


def check_place(path: Path, example: str, *, force: bool) -> None:
    """Refuse a place where no file can be written, or where there is one that may not go.

    Args:
        example: A file's name, for whoever named a folder.
        force: Whether a file that is there may be replaced.

    Raises:
        CannotKeep: It cannot be written there.
    """
    try:
        folder, exists, beside = path.is_dir(), path.exists(), path.parent.is_dir()
    except OSError as error:
        raise CannotKeep(
            f"cannot write `{path}`: {error.strerror or error}", help="name another file"
        ) from error
    if folder:
        raise CannotKeep(f"`{path}` is a folder", help=f"name a file: {path / example}")
    if not beside:
        raise CannotKeep(f"there is no folder `{path.parent}`", help="make it, or name another")
    if exists and not force:
        raise CannotKeep(
            f"there is a file `{path}` already", help="give another name, or --force to replace it"
        )


def write_lines(path: Path, lines: Iterable[str]) -> int:
    """Write lines, which bring their line feeds, in UTF-8, and return how many they were.

    They may be many: they are written as they come, beside the file, which then takes its place.

    Raises:
        CannotWrite: The folder or the disk does not take them; what was there is unchanged.
    """
    path = path.resolve()  # a link stays a link
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    written = 0
    try:
        try:
            with partial.open("w", encoding="utf-8", newline="") as file:
                for line in lines:
                    file.write(line)
                    written += 1
                file.flush()
                os.fsync(file.fileno())
            partial.replace(path)
        except BaseException:
            with suppress(OSError):
                partial.unlink()
            raise
    except OSError as error:
        raise CannotWrite(
            f"cannot write `{path}`: {error.strerror or error}", help="nothing was changed"
        ) from error
    return written
