"""Writes whole files: each is there with all that it holds, or as it was before."""

import os
from contextlib import suppress
from pathlib import Path

PARTIAL = ".partial"
"""What the name of a file ends in while it is written; one that stays was cut short."""


def write_whole(path: Path, data: bytes) -> None:
    """Put data onto the disk and then in a file's place; its folder is made if need be.

    Raises:
        OSError: The folder or the disk does not take it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}{PARTIAL}")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except BaseException:
        with suppress(OSError):
            partial.unlink()
        raise


def force_folder(folder: Path) -> None:
    """Put the names of its files on disk too; systems that cannot sync a folder do without."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
