"""Sending is tried from a real binder to a real folder; the clock is moved by hand."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.outgoing.states import DriveState, Purpose
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.services import outbox
from clusterdesk.store.desk_store import Store
from clusterdesk.store.opening import open_store
from clusterdesk.store.repositories import export_jobs
from clusterdesk.sync.rounds import Drive, Report, run_round
from clusterdesk.sync.setting_up import set_up
from tests.store.conftest import binder, template_binder
from tests.sync.bad_drive import BadCalls, Here, files

__all__ = ["binder", "template_binder"]


@dataclass
class HandClock:
    """A clock that stands still until it is moved."""

    moment: datetime = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def move(self, **much: float) -> None:
        self.moment += timedelta(**much)


@dataclass
class Office:
    """A binder, a drive and what asks it."""

    store: Store
    clock: HandClock
    share: Path
    calls: BadCalls = field(default_factory=BadCalls)
    helper: Here = field(init=False)

    def __post_init__(self) -> None:
        self.helper = Here(self.calls)

    def export(self, name: str = "Fiche.pdf", content: bytes = b"%PDF-1.7 x", template: str = "briefs") -> ExportJob:
        """Put an export into the outbox."""
        new = NewExport(
            title=name, purpose=Purpose.BRIEF, filename=name, template=template, visibility=Visibility.INTERNAL
        )
        return outbox.queue_bytes(self.store, new, content)

    def round(self, *, insist: bool = False) -> Report:
        """Do a round."""
        return run_round(self.store, Drive(str(self.share), self.store.binder_id), self.helper, insist=insist)

    def rounds(self, count: int, **apart: float) -> None:
        """Do some rounds, time going by between them."""
        for _ in range(count):
            self.round()
            self.clock.move(**(apart or {"minutes": 1}))

    def start_anew(self) -> None:
        """Forget every export, and take from the drive whatever lies there but the mark."""
        with self.store.bookkeeping() as connection:
            for job in outbox.jobs(self.store):
                export_jobs.delete(connection, job.id)
        for folder in (path for path in self.share.iterdir() if path.name != "ClusterDesk"):
            shutil.rmtree(folder) if folder.is_dir() else folder.unlink()

    def job(self, job: ExportJob) -> ExportJob:
        """Return an export as it stands now."""
        return outbox.job(self.store, job.id)

    @property
    def files(self) -> dict[str, bytes]:
        """What lies on the drive, but the mark."""
        return files(self.share)


def set_up_office(store: Store, clock: HandClock, place: Path) -> Office:
    """Return an office whose drive is set up, as a folder ``share`` in a place."""
    (place / "share").mkdir(exist_ok=True)
    made = Office(store, clock, place / "share")
    assert set_up(store, str(made.share), made.helper).state is DriveState.OK
    made.calls.forget_newest()
    return made


@pytest.fixture
def office(binder: Path, tmp_path: Path) -> Iterator[Office]:
    """An office whose drive is set up."""
    clock = HandClock()
    store = open_store(binder, "this laptop", author="Claire Dubois", clock=clock)
    yield set_up_office(store, clock, tmp_path)
    store.close()
