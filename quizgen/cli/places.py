"""Where a new file may be written: where its user asked for one, and never over another unasked."""

from pathlib import Path

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
