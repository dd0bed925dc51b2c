"""Bringing one file to the drive: choosing a name, copying, reading it back – now and again later.

The name is chosen in a step of its own and written down by whoever asked, before anything is copied. So a copy that
was interrupted, or that a slow drive shows by halves, is found again under its name instead of being sent twice.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.outgoing.destinations import candidates
from clusterdesk.domain.outgoing.states import Trouble
from clusterdesk.sync.folder_target import same_name
from clusterdesk.sync.mark import is_marked
from clusterdesk.sync.target import CHUNK, NameTakenError, Target, TargetError
from clusterdesk.sync.wire import Arrived, Checked, Failed, Find, Found, Put, Verify


class _LocalError(Exception):
    """The local file is not what was put into the outbox."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def find(target: Target, call: Find, room_taken: int) -> Found | Failed:
    """Choose a name that nobody has; where the same content lies already, it has arrived."""
    if call.intended:
        there = digest(target, call.intended, call.size)
        if there is None and not target.exists(call.intended):
            return Found(call.intended)
        if there == call.sha256:
            return Found(call.intended, arrived=True)
        if not call.move_on:
            return Found(call.intended, unsure=True)
    try:
        names = list(candidates(call.destination, room_taken))
    except KnownError as error:
        return Failed(Trouble.TOO_LONG, str(error))
    folder = target.mkdir(call.destination.rpartition("/")[0])
    taken = {same_name(name): name for name in target.list(folder)}
    for each in names:
        name = each.rpartition("/")[2]
        place = f"{folder}/{taken.get(same_name(name), name)}".lstrip("/")
        # A listing may lag behind; where it does not know of a folder of this name, the copy will be refused.
        if same_name(name) not in taken and target.size(place) is None:
            return Found(place)
        if _foreign_digest(target, place, call.size) == call.sha256:
            return Found(place, arrived=True)
    return Failed(Trouble.NAMES_USED_UP)


def put(target: Target, call: Put, store_id: str) -> Arrived | Failed:
    """Copy a local file to its name and read it back; what has the name already stays as it is."""
    try:
        _check_local(call)
        if not is_marked(target, store_id):
            return Failed(Trouble.NOT_RECOGNISED)
        target.mkdir(call.name.rpartition("/")[0])
        target.put_new(call.name, _local(call), call.sha256)
    except _LocalError as error:
        return Failed(error.trouble)
    except NameTakenError:
        pass  # by somebody else, or by an earlier try of ours that nobody heard the end of: its content tells
    if not is_marked(target, store_id):
        # The drive went away meanwhile, and what was written may lie under the place where it was.
        return Failed(Trouble.OFFLINE)
    return Arrived(call.name) if digest(target, call.name, call.size) == call.sha256 else Failed(Trouble.UNSURE)


def verify(target: Target, call: Verify) -> Checked:
    """Read what arrived again; it is read twice before it counts as changed."""
    for _ in range(2):
        there = digest(target, call.name, call.size)
        if there == call.sha256:
            return Checked()
    return Checked(Trouble.ARRIVED_CHANGED if target.exists(call.name) else Trouble.ARRIVED_MISSING)


def digest(target: Target, path: str, size: int) -> str | None:
    """Return the SHA-256 of a file on the drive, None where there is none or it has another size."""
    if target.size(path) != size:
        return None
    found = hashlib.sha256()
    try:
        for data in target.read(path):
            found.update(data)
    except FileNotFoundError:
        return None
    return found.hexdigest()


def _foreign_digest(target: Target, path: str, size: int) -> str | None:
    """Return the same of a file that is hardly ours: one that may not be read, or is held open, is not."""
    try:
        return digest(target, path, size)
    except TargetError as error:
        if error.trouble in (Trouble.DENIED, Trouble.BUSY):
            return None
        raise


def _check_local(call: Put) -> None:
    found, size = hashlib.sha256(), 0
    for data in _local_bytes(call.local):
        found.update(data)
        size += len(data)
    if (found.hexdigest(), size) != (call.sha256, call.size):
        raise _LocalError(Trouble.LOCAL_CHANGED)


def _local(call: Put) -> Iterator[bytes]:
    """Yield the local file, and fail at its end where it was changed since it was checked."""
    found = hashlib.sha256()
    for data in _local_bytes(call.local):
        found.update(data)
        yield data
    if found.hexdigest() != call.sha256:
        raise _LocalError(Trouble.LOCAL_CHANGED)


def _local_bytes(path: str) -> Iterator[bytes]:
    try:
        with Path(path).open("rb") as file:
            while data := file.read(CHUNK):
                yield data
    except OSError as error:
        raise _LocalError(Trouble.LOCAL_MISSING) from error
