"""What the operating system says when it refuses a file or a folder, in words that can be translated."""

import errno

from clusterdesk.base.marks import N_

_REASONS = {
    errno.ENOENT: N_("there is no such folder"),
    errno.ENOTDIR: N_("there is no such folder"),
    errno.EACCES: N_("access is denied"),
    errno.EPERM: N_("access is denied"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EROFS: N_("the disk is read-only"),
    errno.EISDIR: N_("a folder has this name"),
    errno.EEXIST: N_("the name is taken"),
    errno.ENOTEMPTY: N_("the name is taken"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.EBUSY: N_("another program is using it"),
    errno.ETXTBSY: N_("another program is using it"),
    errno.EIO: N_("the disk is faulty"),
}


def refusal(error: OSError) -> str:
    """Return the msgid of why a file or folder was refused; the system's own words where we have none."""
    known = _REASONS.get(error.errno) if error.errno is not None else None
    return known or error.strerror or str(error)
