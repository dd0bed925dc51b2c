"""What the operating system says of a drive, sorted into the few kinds of trouble that a person can act on."""

import errno

from clusterdesk.domain.outgoing.states import Trouble

_OFFLINE = {
    errno.EHOSTDOWN,
    errno.EHOSTUNREACH,
    errno.ENETDOWN,
    errno.ENETUNREACH,
    errno.ENETRESET,
    errno.ETIMEDOUT,
    errno.ENOTCONN,
    errno.ECONNRESET,
    errno.ECONNREFUSED,
    errno.ECONNABORTED,
    errno.ESHUTDOWN,
    errno.ESTALE,
    errno.ENODEV,
    errno.ENXIO,
    errno.EIO,
}
_FULL = {errno.ENOSPC, errno.EDQUOT}
_BUSY = {errno.EBUSY, errno.ETXTBSY, errno.EAGAIN, errno.EINTR}
_DENIED = {errno.EACCES, errno.EPERM}
# Windows: not ready, bad network path, name deleted, semaphore timed out, network gone, no cloud provider …
_WIN_OFFLINE = {21, 51, 52, 53, 54, 55, 59, 64, 67, 121, 362, 1167, 1203, 1222, 1225, 1231, 1232, 1236}
_WIN_FULL = {39, 112, 1816}
_WIN_BUSY = {32, 33}
_WIN_TOO_LONG = {206, 111}
_WIN_READ_ONLY, _WIN_DENIED = 19, 5


def trouble_of(error: OSError) -> Trouble:
    """Return the kind of trouble an error of the system stands for."""
    windows = getattr(error, "winerror", None)
    if windows is not None:
        for codes, trouble in (
            (_WIN_OFFLINE, Trouble.OFFLINE),
            (_WIN_FULL, Trouble.FULL),
            (_WIN_BUSY, Trouble.BUSY),
            (_WIN_TOO_LONG, Trouble.TOO_LONG),
            ({_WIN_READ_ONLY}, Trouble.READ_ONLY),
        ):
            if windows in codes:
                return trouble
    for codes, trouble in ((_OFFLINE, Trouble.OFFLINE), (_FULL, Trouble.FULL), (_BUSY, Trouble.BUSY)):
        if error.errno in codes:
            return trouble
    if error.errno == errno.EROFS:
        return Trouble.READ_ONLY
    if error.errno == errno.ENAMETOOLONG:
        return Trouble.TOO_LONG
    return Trouble.DENIED if error.errno in _DENIED else Trouble.REFUSED


def is_busy(error: OSError) -> bool:
    """Tell whether it is worth trying again at once: a virus scanner or a sync client has the file for a moment."""
    return trouble_of(error) is Trouble.BUSY or getattr(error, "winerror", None) == _WIN_DENIED


def is_passing(error: OSError) -> bool:
    """Tell the same of a new name for a file that we have just written: there, denied means busy."""
    return trouble_of(error) in (Trouble.BUSY, Trouble.DENIED)


def detail_of(error: OSError) -> str:
    """Return the system's own words, without the path, which may name people."""
    return error.strerror or type(error).__name__
