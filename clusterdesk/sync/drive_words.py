"""How the drive stands, in whole sentences: what is wrong, whether the data is safe, what to do."""

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.states import DriveState
from clusterdesk.sync.wire import Looked, Reason

_WAITS = N_("Your data is safe: everything waits in the outbox of this computer and leaves by itself.")
_UNTOUCHED = N_("Your data is safe: nothing was written there, everything waits in the outbox of this computer.")


def drive_error(found: Looked, folder: str, needed: int = 0) -> KnownError | None:
    """Return what is to be said of the drive, None where there is nothing; ``needed``: bytes that wait for room."""
    match found.state:
        case DriveState.OK | DriveState.OFF:
            return None
        case DriveState.OFFLINE if found.reason is Reason.SILENT:
            return KnownError(
                "drive_silent",
                N_("The shared drive does not answer: {folder}"),
                safe=_WAITS,
                advice=N_("Check the network or the VPN. ClusterDesk goes on trying, and works without it meanwhile."),
                folder=folder,
            )
        case DriveState.OFFLINE:
            return KnownError(
                "drive_offline",
                N_("The shared drive is not connected: {folder}"),
                safe=_WAITS,
                advice=N_("Connect the drive, the network or the VPN; nothing else is to be done."),
                folder=folder,
            )
        case DriveState.READ_ONLY:
            return KnownError(
                "drive_read_only",
                N_("The shared drive can be read, but not written: {folder}"),
                safe=_WAITS,
                advice=N_("Ask whoever looks after the drive for the right to write into this folder."),
                folder=folder,
            )
        case DriveState.FULL:
            return KnownError(
                "drive_full",
                N_("The shared drive is full: {folder}"),
                safe=_WAITS,
                advice=N_("Free some space on it, or ask for more: at least {megabytes} MB are needed."),
                folder=folder,
                megabytes=max(1, -(-needed // 1_000_000)),
            )
        case DriveState.NOT_RECOGNISED:
            return _not_recognised(found.reason, folder)


def _not_recognised(reason: Reason, folder: str) -> KnownError:
    if reason is Reason.OTHER_BINDER:
        return KnownError(
            "drive_of_another_binder",
            N_("This folder belongs to another binder: {folder}"),
            safe=_UNTOUCHED,
            advice=N_("Choose the folder of this binder’s team, or open the other binder."),
            folder=folder,
        )
    if reason is Reason.DAMAGED_MARK:
        return KnownError(
            "drive_mark_damaged",
            N_("The file ClusterDesk/store.json in the team’s folder is damaged: {folder}"),
            safe=_UNTOUCHED,
            advice=N_("Have it restored from a backup of the drive, or move it away and set the folder up again."),
            folder=folder,
        )
    return KnownError(
        "drive_not_recognised",
        N_("This is not known as the folder of your team: {folder}"),
        safe=_UNTOUCHED,
        advice=N_("If it is the right folder, set it up: in Settings, or with “clusterdesk drive set”."),
        folder=folder,
    )
