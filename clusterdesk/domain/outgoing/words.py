"""The outbox in words: msgids for states, purposes and troubles."""

from collections.abc import Mapping

from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.states import DriveState, JobState, Purpose, Trouble

PURPOSES: Mapping[Purpose, str] = {
    Purpose.BRIEF: N_("Printed page"),
    Purpose.LIST: N_("List or file"),
    Purpose.OPEN_EXPORT: N_("Open export"),
    Purpose.PARCEL: N_("Parcel"),
}
JOB_STATES: Mapping[JobState, str] = {
    JobState.QUEUED: N_("waits"),
    JobState.COPYING: N_("being copied"),
    JobState.COPIED: N_("copied to the drive"),
    JobState.VERIFIED: N_("arrived, checked twice"),
    JobState.FAILED: N_("cannot be sent"),
}
DRIVE_STATES: Mapping[DriveState, str] = {
    DriveState.OFF: N_("no shared drive"),
    DriveState.OK: N_("drive in order"),
    DriveState.OFFLINE: N_("drive not connected"),
    DriveState.READ_ONLY: N_("drive read-only"),
    DriveState.FULL: N_("drive full"),
    DriveState.NOT_RECOGNISED: N_("drive not recognised"),
}
TROUBLES: Mapping[Trouble, str] = {
    Trouble.OFFLINE: N_("The shared drive is not connected."),
    Trouble.READ_ONLY: N_("The shared drive is read-only."),
    Trouble.FULL: N_("The shared drive is full."),
    Trouble.NOT_RECOGNISED: N_("The folder is not known as that of your team."),
    Trouble.HUNG: N_("The shared drive did not answer in time."),
    Trouble.BUSY: N_("Another program is using the file on the drive."),
    Trouble.DENIED: N_("You may not write into this folder of the drive."),
    Trouble.REFUSED: N_("The shared drive refused the file."),
    Trouble.TOO_LONG: N_("The path is too long for the shared drive."),
    Trouble.NAMES_USED_UP: N_("Ninety-nine files of this name lie there already."),
    Trouble.OUTSIDE: N_("The path leads out of the team’s folder."),
    Trouble.UNSURE: N_("What lies on the drive is not what was sent, perhaps not yet; it is looked at again."),
    Trouble.ARRIVED_MISSING: N_("It had been copied, and is not to be seen on the drive; it is looked at again."),
    Trouble.ARRIVED_CHANGED: N_("It had been copied, and is another on the drive now; it is looked at again."),
    Trouble.LOCAL_MISSING: N_("The file in the outbox of this computer is gone: there is nothing to send."),
    Trouble.LOCAL_CHANGED: N_("The file in the outbox was changed after it was put there, so it is not sent."),
}
