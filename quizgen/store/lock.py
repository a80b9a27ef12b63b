"""A lock on an open file that the system lets go when its process ends, however it ends."""

import sys
from typing import IO

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 40  # a byte beyond the text, since a locked byte cannot be read by others

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
        """Return whether this process now holds the lock; False if another one does."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
