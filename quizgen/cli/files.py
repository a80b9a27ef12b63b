"""Reads and writes whole files; what was there stays until the new text is on disk."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from quizgen.core.errors import UserError


class CannotRead(UserError):
    """A file could not be read."""

    wrong_use = False


class CannotWrite(UserError):
    """A file could not be written; what was there is unchanged."""

    wrong_use = False


def read_file(path: Path, name: str = "") -> bytes:
    """Return what a file holds.

    Args:
        name: What its user calls it; its path if empty.

    Raises:
        CannotRead: It is gone, or may not be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(
            f"cannot read `{name or path}`: {error.strerror or error}", help="nothing was changed"
        ) from error


def replace_file(path: Path, data: bytes) -> None:
    """Put data in a file's place, keeping its permissions.

    Raises:
        CannotWrite: The folder or the disk does not take it.
    """
    replace_by_parts(path, (data,))


def replace_by_parts(path: Path, parts: Iterable[bytes]) -> int:
    """Put data in a file's place as it comes, and return of how many parts it was made.

    Raises:
        CannotWrite: As for `replace_file`.
    """
    written = 0
    path = path.resolve()  # a link stays a link
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                for part in parts:
                    file.write(part)
                    written += 1
                file.flush()
                os.fsync(file.fileno())
            _like(path, Path(name))
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise CannotWrite(
            f"cannot write `{path}`: {error.strerror or error}", help="nothing was changed"
        ) from error
    return written


def _like(old: Path, new: Path) -> None:
    if old.exists():
        shutil.copymode(old, new)
    else:
        umask = os.umask(0)
        os.umask(umask)
        new.chmod(0o666 & ~umask)
