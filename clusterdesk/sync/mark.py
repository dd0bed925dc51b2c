"""What the team's folder is known by: ``ClusterDesk/store.json`` with the id of the binder, written once.

A folder that lacks it – a drive not connected, another folder under the same letter, one wiped – is never written to.
"""

import hashlib
import json
from uuid import UUID

from clusterdesk.domain.outgoing.destinations import RESERVED_FOLDER
from clusterdesk.domain.outgoing.states import DriveState, Trouble
from clusterdesk.sync.folder_target import FolderTarget
from clusterdesk.sync.target import NameTakenError, Target, TargetError
from clusterdesk.sync.wire import Looked, Reason

MARK = f"{RESERVED_FOLDER}/store.json"
FORMAT = 1
_LARGEST = 64 * 1024
_STATES = {
    Trouble.READ_ONLY: DriveState.READ_ONLY,
    Trouble.DENIED: DriveState.READ_ONLY,
    Trouble.FULL: DriveState.FULL,
}


def look(target: FolderTarget, store_id: str, *, seen: bool) -> Looked:
    """Tell how the drive stands; ``seen``: the mark was there before, so an empty folder is a drive not connected."""
    try:
        found = _recognised(target, store_id, seen=seen)
        if found.state is DriveState.OK:
            target.probe()
            return Looked(DriveState.OK, free=target.free())
    except TargetError as error:
        return Looked(_STATES.get(error.trouble, DriveState.OFFLINE), detail=error.detail, free=target.free())
    return found


def set_up(target: FolderTarget, store_id: str, at: str) -> Looked:
    """Mark a folder as that of the team, where nobody has; then look at it as ``look`` does."""
    found = look(target, store_id, seen=False)
    if found.reason is not Reason.NO_MARK:
        return found
    content = json.dumps({"format": FORMAT, "store": store_id, "made_at": at}, indent=2).encode() + b"\n"
    try:
        target.mkdir(RESERVED_FOLDER)
        target.put_new(MARK, [content], hashlib.sha256(content).hexdigest())
    except NameTakenError:
        pass  # a colleague was faster: the look tells whose it is
    except TargetError as error:
        return Looked(_STATES.get(error.trouble, DriveState.OFFLINE), detail=error.detail)
    return look(target, store_id, seen=False)


def is_marked(target: Target, store_id: str) -> bool:
    """Tell whether the mark is there now, as ours."""
    return _read(target, store_id) is None


def _recognised(target: FolderTarget, store_id: str, *, seen: bool) -> Looked:
    if not target.is_there():
        return Looked(DriveState.OFFLINE, Reason.NO_FOLDER)
    reason = _read(target, store_id)
    if reason is Reason.DAMAGED_MARK:
        reason = _read(target, store_id)  # a slow drive may have shown half of it
    if reason is None:
        return Looked(DriveState.OK)
    if reason is Reason.NO_MARK and seen and not target.list(""):
        return Looked(DriveState.OFFLINE, Reason.EMPTY)
    return Looked(DriveState.NOT_RECOGNISED, reason)


def _read(target: Target, store_id: str) -> Reason | None:
    """Return what is wrong with the mark, None where it is ours."""
    content = b""
    try:
        for data in target.read(MARK):
            content += data
            if len(content) > _LARGEST:
                return Reason.DAMAGED_MARK
    except FileNotFoundError:
        return Reason.NO_MARK
    try:
        said = json.loads(content)
        named = UUID(said["store"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Reason.DAMAGED_MARK
    return None if named == UUID(store_id) else Reason.OTHER_BINDER
