"""What becomes of an export after a try: a pure table of outcomes."""

from dataclasses import replace
from datetime import datetime

from clusterdesk.domain.outgoing.states import FOR_GOOD, JobState, Trouble
from clusterdesk.domain.outgoing.timing import SECOND_LOOK, has_settled, next_try
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.sync.wire import Arrived, Checked, Failed, Found, Outcome


def after(job: ExportJob, outcome: Outcome, now: datetime) -> ExportJob:
    """Return an export as it stands after a try."""
    tried = replace(job, last_try_at=now)
    match outcome:
        case Found(name=name, arrived=True) | Arrived(name=name):
            return _copied(tried, name, now)
        case Checked(trouble=None):
            return replace(
                tried, state=JobState.VERIFIED, verified_at=now, trouble=None, detail="", attempts=0, next_try_at=None
            )
        case Checked(trouble=Trouble() as trouble):
            return _doubted(tried, trouble, now)
        case Found():
            return _waiting(tried, Trouble.UNSURE, "", now)
        case Failed(trouble=trouble, detail=detail):
            return _waiting(tried, trouble, detail, now)
        case _:
            return tried


def _copied(job: ExportJob, name: str, now: datetime) -> ExportJob:
    return replace(
        job,
        state=JobState.COPIED,
        arrived_as=name,
        copied_at=now,
        trouble=None,
        detail="",
        attempts=0,
        next_try_at=now + SECOND_LOOK,
    )


def _doubted(job: ExportJob, trouble: Trouble, now: datetime) -> ExportJob:
    """Wait while a slow drive may still show it; then send it again: beside what lies there, never over it."""
    looked = replace(job, attempts=job.attempts + 1, trouble=trouble, detail=job.arrived_as)
    if has_settled(looked, now):
        return replace(looked, state=JobState.QUEUED, arrived_as="", copied_at=None, attempts=0, next_try_at=now)
    return replace(looked, next_try_at=next_try(looked.attempts, now))


def _waiting(job: ExportJob, trouble: Trouble, detail: str, now: datetime) -> ExportJob:
    attempts = job.attempts + 1
    if trouble in FOR_GOOD:
        return replace(job, state=JobState.FAILED, attempts=attempts, trouble=trouble, detail=detail, next_try_at=None)
    first_seen = (job.copied_at or now) if trouble is Trouble.UNSURE else job.copied_at
    return replace(
        job,
        attempts=attempts,
        trouble=trouble,
        detail=detail,
        copied_at=first_seen,
        next_try_at=next_try(attempts, now),
    )
