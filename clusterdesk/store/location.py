"""Where a binder may lie: on a local disk, never on a network or cloud folder."""

import os
import re
import sys
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_

_NETWORK_TYPES = frozenset(
    {"cifs", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "webdav", "davfs", "9p", "ncpfs", "afs", "ceph", "glusterfs"}
)
_CLOUD_NAMES = re.compile(
    r"^(onedrive( - .*)?|dropbox( \(.*\))?|google ?drive|icloud ?drive|mobile documents|com~apple~clouddocs"
    r"|nextcloud|owncloud|box sync|pcloud ?drive)$",
    re.IGNORECASE,
)
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_UNC = re.compile(r"^(\\\\|//)[^\\/?.]")


def check_location(folder: Path) -> None:
    """Refuse a folder where SQLite is known to lose data.

    Raises:
        KnownError: the folder lies on a network drive or in a folder that a cloud service copies.
    """
    text = str(folder)
    # a Windows address given on another system looks like the name of a folder here
    if any(_UNC.match(part) for part in (text, *folder.parts)):
        raise _refused(folder)
    if text.lower().startswith(("\\\\?\\unc", "\\\\wsl$", "\\\\wsl.localhost")):
        raise _refused(folder)
    resolved = folder.resolve()
    if any(_CLOUD_NAMES.match(part) for part in resolved.parts):
        raise _refused(folder)
    for variable in _CLOUD_VARIABLES:
        root = os.environ.get(variable)
        if root and resolved.is_relative_to(Path(root).resolve()):
            raise _refused(folder)
    kind = _filesystem_type(resolved)
    if kind in _NETWORK_TYPES or kind.startswith("fuse."):
        raise _refused(folder)


def _refused(folder: Path) -> KnownError:
    return KnownError(
        "binder_not_local",
        N_("The binder cannot lie on a network drive or in a cloud folder: {folder}"),
        advice=N_("Choose a folder on this computer’s own disk: elsewhere a binder gets damaged sooner or later."),
        folder=str(folder),
    )


def _filesystem_type(path: Path) -> str:
    """Return the file system type of the longest mount point above a path; empty where it cannot be known."""
    if not sys.platform.startswith("linux"):
        return ""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return mount_type(mounts, path)


def mount_type(mounts: str, path: Path) -> str:
    """Find the type of the file system that holds ``path`` in the text of ``/proc/mounts``."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        if (path == Path(point) or Path(point) in path.parents) and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind
