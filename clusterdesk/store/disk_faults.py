"""What goes wrong with disks and folders, as errors a person can act on; free of SQLAlchemy."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextmanager
def known_disk_faults() -> Iterator[None]:
    """Turn what the operating system says of files that cannot be written into known errors."""
    try:
        yield
    except OSError as error:
        raise (disk_full() if error.errno in _FULL else disk_error()) from error


def disk_full() -> KnownError:
    """Say that there is no room left."""
    return KnownError(
        "disk_full",
        N_("The disk is full: this step could not be written."),
        advice=N_("Free some space on the disk of the binder, then do the step again."),
    )


def disk_error() -> KnownError:
    """Say that the disk does not let itself be read or written."""
    return KnownError(
        "disk_error",
        N_("The disk refused to read or write the binder."),
        advice=N_("Check that the disk is connected and not read-only, then try again."),
    )
