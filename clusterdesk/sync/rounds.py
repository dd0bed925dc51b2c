"""One round of sending: look at the drive, bring what is due, read again what arrived before.

A round is driven by whoever calls it, so that each half of the work runs where it belongs::

    helper = DriveHelper()                                        # once; close it at the end
    round = Round(Drive(settings.shared_folder, store.binder_id), ids=…, insist=True)
    while (task := round.next(store)) is not None:                # with the store: the database worker
        round.settle(store, task, task.run(helper))               # run: another thread, it may take half a minute
    round.close()
    round.report                                                  # state of the drive, what was copied, what was not

The command line does exactly this (``run_round``); the window hands each line to the thread it belongs to.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from msgspec import structs

from clusterdesk.domain.outgoing.states import OF_THE_DRIVE, DriveState, JobState, Trouble
from clusterdesk.domain.outgoing.timing import has_settled, is_due
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.services import outbox
from clusterdesk.store.desk_store import Store
from clusterdesk.sync import settling
from clusterdesk.sync.one_sender import OneSender
from clusterdesk.sync.watched_process import Asking
from clusterdesk.sync.wire import (
    Arrived,
    Call,
    Failed,
    Find,
    Found,
    Look,
    Looked,
    Outcome,
    Put,
    Reason,
    Request,
    Verify,
)

SEEN = "drive_seen"
_MOST_HANGS = 2


@dataclass(frozen=True, slots=True)
class Drive:
    """The team's folder as the settings name it (empty: none), and the binder whose mark it carries."""

    folder: str
    store_id: UUID

    def request(self, owner: str, call: Call) -> Request:
        """Return what the helper is asked."""
        return Request(str(Path(self.folder).expanduser()), owner, str(self.store_id), call)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing for the helper to do; ``job`` is None where the drive itself is looked at."""

    request: Request
    job: ExportJob | None = None
    fresh: bool = False

    def run(self, helper: Asking) -> Outcome:
        """Do it. No store is touched."""
        if self.fresh:
            helper.renew()
        return helper.ask(self.request)


@dataclass(slots=True)
class Report:
    """How a round went. ``elsewhere``: somebody else was sending, so nothing was done."""

    drive: Looked = field(default_factory=lambda: Looked(DriveState.OFF))
    elsewhere: bool = False
    copied: list[UUID] = field(default_factory=list)
    verified: list[UUID] = field(default_factory=list)
    troubled: list[UUID] = field(default_factory=list)


class Round:
    """One round; ``ids``: these exports only; ``insist``: without waiting for their turn."""

    def __init__(self, drive: Drive, *, ids: Collection[UUID] | None = None, insist: bool = False) -> None:
        """Do nothing yet."""
        self.report = Report()
        self._drive = drive
        self._ids, self._insist = ids, insist
        self._sender: OneSender | None = None
        self._todo: list[ExportJob] = []
        self._begun: ExportJob | None = None
        self._to_put = ""
        self._look_wanted, self._looked_once = True, False
        self._hangs = 0
        self._suspect: UUID | None = None
        self._renewed = False

    def next(self, store: Store) -> Task | None:
        """Return what to do next; None when the round is over."""
        if not self._drive.folder.strip() or not self._may_send(store):
            return None
        if self._look_wanted:
            seen = store.fact(SEEN) == self._drive.folder
            return self._task(store, Look(seen=seen))
        if self._begun is None:
            if not self._todo:
                return None
            self._begun = self._still(store, self._todo.pop(0))
            if self._begun is None:
                return self.next(store)
        return self._next_of(store, self._begun)

    def settle(self, store: Store, task: Task, outcome: Outcome) -> None:
        """Write down how a task went."""
        if task.job is None:
            self._looked(store, outcome)
        else:
            self._tried(store, task.job, outcome)

    def close(self) -> None:
        """Let others send again."""
        if self._sender is not None:
            self._sender.release()
            self._sender = None

    def _may_send(self, store: Store) -> bool:
        if self._sender is None:
            sender = OneSender(store.folder.outbox)
            if not sender.take():
                self.report.elsewhere = True
                return False
            self._sender = sender
        return True

    def _task(self, store: Store, call: Call, job: ExportJob | None = None) -> Task:
        return Task(self._drive.request(store.device, call), job)

    def _still(self, store: Store, job: ExportJob) -> ExportJob | None:
        """Return an export as it stands now; None when it was given up meanwhile."""
        return next((each for each in outbox.unfinished(store) if each.id == job.id), None)

    def _next_of(self, store: Store, job: ExportJob) -> Task:
        if job.state is JobState.COPIED:
            # By another process than the one that wrote it: what that one remembers is no proof.
            fresh, self._renewed = not self._renewed, True
            return replace(self._task(store, Verify(job.arrived_as, job.sha256, job.size), job), fresh=fresh)
        if self._to_put:
            local = outbox.local_path(store, job)
            return self._task(store, Put(str(local or ""), job.sha256, job.size, self._to_put), job)
        move_on = has_settled(job, store.clock.now())
        return self._task(store, Find(job.destination, job.sha256, job.size, job.arrived_as, move_on), job)

    def _looked(self, store: Store, outcome: Outcome) -> None:
        suspect, self._suspect, first = self._suspect, None, not self._looked_once
        self._look_wanted, self._looked_once = False, True
        found = outcome if isinstance(outcome, Looked) else Looked(DriveState.OFFLINE, Reason.SILENT)
        self.report.drive = found
        if found.state is DriveState.OK:
            if store.fact(SEEN) != self._drive.folder:
                store.remember(SEEN, self._drive.folder)
            if first:
                self._todo = self._due(store, found.free)
            elif suspect is not None:
                self._blame_the_file(store, suspect)
            return
        self._todo, self._begun, self._to_put = [], None, ""
        trouble = Trouble.HUNG if found.reason is Reason.SILENT else Trouble(found.state.value)
        for job in outbox.unfinished(store):
            if job.waits and job.trouble is not trouble:
                outbox.write_down(store, replace(job, trouble=trouble, detail=found.detail, next_try_at=None))

    def _blame_the_file(self, store: Store, job_id: UUID) -> None:
        """The drive is in order: what went wrong is the matter of one file, which waits for its turn alone."""
        for job in outbox.unfinished(store):
            if job.id == job_id and job.trouble in OF_THE_DRIVE:
                outbox.write_down(store, replace(job, trouble=Trouble.REFUSED))

    def _due(self, store: Store, free: int | None) -> list[ExportJob]:
        now = store.clock.now()
        return [
            job
            for job in outbox.unfinished(store)
            if (self._ids is None or job.id in self._ids) and (self._insist or is_due(job, now, free))
        ]

    def _tried(self, store: Store, job: ExportJob, outcome: Outcome) -> None:
        now = store.clock.now()
        self._begun, self._to_put = None, ""
        if isinstance(outcome, Found) and not outcome.arrived and not outcome.unsure:
            self._begun = replace(job, state=JobState.COPYING, arrived_as=outcome.name)
            self._to_put = outcome.name
            outbox.write_down(store, self._begun)
            return
        after = settling.after(job, outcome, now)
        outbox.write_down(store, after)
        if isinstance(outcome, Found | Arrived) and after.state is JobState.COPIED:
            self.report.copied.append(job.id)
        elif after.state is JobState.VERIFIED:
            self.report.verified.append(job.id)
        else:
            self.report.troubled.append(job.id)
        if isinstance(outcome, Failed) and outcome.trouble in OF_THE_DRIVE | {Trouble.HUNG, Trouble.REFUSED}:
            # It may be the drive rather than the file: then none of the others needs to be tried.
            self._look_wanted, self._suspect = True, job.id
            self._hangs += outcome.trouble is Trouble.HUNG
            if self._hangs >= _MOST_HANGS:
                self._todo = []
        if isinstance(outcome, Failed) and outcome.trouble is Trouble.FULL:
            self.report.drive = structs.replace(self.report.drive, state=DriveState.FULL)


def run_round(
    store: Store, drive: Drive, helper: Asking, *, ids: Collection[UUID] | None = None, insist: bool = False
) -> Report:
    """Do a whole round in one thread."""
    turn = Round(drive, ids=ids, insist=insist)
    try:
        while (task := turn.next(store)) is not None:
            turn.settle(store, task, task.run(helper))
    finally:
        turn.close()
    return turn.report
