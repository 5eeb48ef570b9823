"""Locks of the system on open files, which end with their holder, however it ends."""

from __future__ import annotations

import errno

try:
    import fcntl
except ImportError:  # Windows knows no such lock
    fcntl = None  # type: ignore[assignment]

# What a file system says that knows no locks; there two runs are not kept apart.
_NO_LOCKS = frozenset((errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP))


def lock_file(file: int, *, exclusive: bool) -> bool:
    """Lock an open file for one holder, or beside others; False where another holds it, or it cannot be locked."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in _NO_LOCKS
    return True
