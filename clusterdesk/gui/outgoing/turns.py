"""What the worker's thread does of a round of sending. The store and the drive's words come in late."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.config.settings import Settings
from clusterdesk.domain.outgoing.open_export import Rhythm
from clusterdesk.domain.outgoing.states import DriveState, JobState
from clusterdesk.gui.sending import OutboxState
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.sync.rounds import Report, Round, Task
    from clusterdesk.sync.wire import Outcome


@dataclass(frozen=True, slots=True)
class Step:
    """What to ask the drive next (None: the round is over), how things stand; ``refused``: no open export was made."""

    turn: "Round"
    task: "Task | None"
    state: OutboxState
    refused: KnownError | None = None


class Begin:
    """Begins a round; ``ids`` of None: all there are; ``now``: without waiting for their turn."""

    def __init__(self, settings: Settings, ids: Collection[UUID] | None, *, now: bool) -> None:
        """Nothing happens before it is called."""
        self._settings, self._folder = settings, settings.shared_folder
        self._ids, self._now = ids, now

    def __call__(self, desk: "Desk") -> Step:
        """Take up what is to be sent."""
        from clusterdesk.services import outbox
        from clusterdesk.sync.rounds import Drive, Round

        store = desk.store
        refused = self._make_open_export(desk) if self._settings.open_export != Rhythm.OFF else None
        if self._now:
            outbox.send_again(store, self._ids or [job.id for job in outbox.jobs(store)])
        turn = Round(Drive(self._folder, store.binder_id), ids=self._ids, insist=self._now)
        return replace(_next(desk, turn, self._folder, asked=False), refused=refused)

    def _make_open_export(self, desk: "Desk") -> KnownError | None:
        """Make the open export where it is due; what keeps it from being made keeps nothing else from being sent."""
        from clusterdesk.exchange.listing.open_export import queue_when_due

        try:
            queue_when_due(desk.store, self._settings, Translator(self._settings.default_document_language))
        except KnownError as error:
            return error
        return None


class Settle:
    """Writes down how a task went, and gives the next one."""

    def __init__(self, step: Step, outcome: "Outcome", folder: str) -> None:
        """Nothing happens before it is called."""
        self._step, self._outcome, self._folder = step, outcome, folder

    def __call__(self, desk: "Desk") -> Step:
        """Write it down."""
        assert self._step.task is not None
        self._step.turn.settle(desk.store, self._step.task, self._outcome)
        return _next(desk, self._step.turn, self._folder, asked=True)


def _next(desk: "Desk", turn: "Round", folder: str, *, asked: bool) -> Step:
    from clusterdesk.services import outbox

    task = turn.next(desk.store)
    if task is None:
        turn.close()
        outbox.clean_up(desk.store)
    return Step(turn, task, _state(desk, turn.report, folder, asked=asked, busy=task is not None))


def _state(desk: "Desk", report: "Report", folder: str, *, asked: bool, busy: bool) -> OutboxState:
    from clusterdesk.services import outbox
    from clusterdesk.sync.drive_words import drive_error

    jobs = outbox.jobs(desk.store)
    waiting = [job for job in jobs if job.waits]
    found = report.drive
    return OutboxState(
        drive=found.state if folder.strip() else DriveState.OFF,
        trouble=drive_error(found, folder, sum(job.size for job in waiting)),
        waiting=len(waiting),
        since=min((job.created_at for job in waiting), default=None),
        stopped=sum(job.state is JobState.FAILED for job in jobs),
        asked=asked,
        busy=busy,
    )
