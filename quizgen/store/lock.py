"""A lock on an open file that the system lets go when its process ends, however it ends."""

import sys
from typing import IO

if sys.platform == "win32":
    import msvcrt

    # A byte beyond the text, since a locked byte cannot be read by others; the C run-time takes
    # places below 2 GiB alone.
    _FAR = 1 << 30

    def try_lock(file: IO[bytes]) -> bool:
        """Return whether this process now holds the lock; False if another one does."""
        place = file.tell()
        file.seek(_FAR)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(place)
        return True

else:
    import fcntl

    def try_lock(file: IO[bytes]) -> bool:
        """Return whether this process now holds the lock; False if another one does.

        Raises:
            OSError: The file system has no locks.
        """
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
