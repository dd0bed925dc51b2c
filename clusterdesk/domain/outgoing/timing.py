"""When an export is tried again, and how long things are waited for."""

from datetime import datetime, timedelta

from clusterdesk.domain.outgoing.states import OF_THE_DRIVE, JobState, Trouble
from clusterdesk.domain.views.outbox import ExportJob

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
# A slow drive may show half of a file for a while: only then is it what it seems to be.
SETTLE = timedelta(minutes=10)
LEAST_LOOKS = 3
KEPT_LOCALLY = timedelta(days=30)
# The second reading comes after what the first may have found in a memory of the system.
SECOND_LOOK = timedelta(minutes=1)
SPARE_ROOM = 64 * 1024


def next_try(attempts: int, now: datetime) -> datetime:
    """Return when to try again after so many attempts in vain: one minute, two, four … at most an hour."""
    doublings = max(0, min(attempts - 1, 10))
    wait = FIRST_WAIT * float(2**doublings)
    return now + min(wait, LONGEST_WAIT)


def is_due(job: ExportJob, now: datetime, free: int | None) -> bool:
    """Tell whether an export is tried now that the drive is in order; ``free``: the room there, in bytes."""
    if job.state is JobState.COPIED:
        return now >= max(filter(None, (job.copied_at and job.copied_at + SECOND_LOOK, job.next_try_at)), default=now)
    if job.trouble in OF_THE_DRIVE or job.next_try_at is None or now >= job.next_try_at:
        return True
    return job.trouble is Trouble.FULL and free is not None and free > job.size + SPARE_ROOM


def has_settled(job: ExportJob, now: datetime) -> bool:
    """Tell whether what was seen on the drive is what lies there, and not half of what a slow one will show."""
    return job.attempts >= LEAST_LOOKS and job.copied_at is not None and now >= job.copied_at + SETTLE
