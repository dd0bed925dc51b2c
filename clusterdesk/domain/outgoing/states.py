"""The words of the outbox: what an export is for, how far it came, how the drive stands, what went wrong."""

from enum import StrEnum


class Purpose(StrEnum):
    """What an export is for."""

    BRIEF = "brief"
    LIST = "list"
    OPEN_EXPORT = "open_export"
    PARCEL = "parcel"


class JobState(StrEnum):
    """How far an export came.

    ``COPYING``: its name on the drive is chosen. ``COPIED``: it lies there and was read back once. ``VERIFIED``: read
    back again, later, by another process. ``FAILED``: the local file is gone or was changed, so it is not sent.
    """

    QUEUED = "queued"
    COPYING = "copying"
    COPIED = "copied"
    VERIFIED = "verified"
    FAILED = "failed"


WAITING = frozenset({JobState.QUEUED, JobState.COPYING})


class DriveState(StrEnum):
    """How the shared drive stands; ``OFF``: no folder was chosen."""

    OFF = "off"
    OK = "ok"
    OFFLINE = "offline"
    READ_ONLY = "read_only"
    FULL = "full"
    NOT_RECOGNISED = "not_recognised"


class Trouble(StrEnum):
    """Why an export could not be brought to the drive yet; the first ones are states of the drive itself."""

    OFFLINE = "offline"
    READ_ONLY = "read_only"
    FULL = "full"
    NOT_RECOGNISED = "not_recognised"
    HUNG = "hung"
    BUSY = "busy"
    DENIED = "denied"
    REFUSED = "refused"
    TOO_LONG = "too_long"
    NAMES_USED_UP = "names_used_up"
    OUTSIDE = "outside"
    UNSURE = "unsure"
    ARRIVED_MISSING = "arrived_missing"
    ARRIVED_CHANGED = "arrived_changed"
    LOCAL_MISSING = "local_missing"
    LOCAL_CHANGED = "local_changed"


# Over as soon as the drive is in order again: nothing has to wait for its turn then.
OF_THE_DRIVE = frozenset({Trouble.OFFLINE, Trouble.READ_ONLY, Trouble.NOT_RECOGNISED})
# Waiting does not help: somebody has to look at the local file.
FOR_GOOD = frozenset({Trouble.LOCAL_MISSING, Trouble.LOCAL_CHANGED})
