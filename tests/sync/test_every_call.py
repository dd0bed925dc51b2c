"""Every call to the drive fails once, or is the last of a helper that dies: each export arrives once all the same."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.domain.outgoing.states import JobState, Trouble
from clusterdesk.services import outbox
from clusterdesk.sync.disk_calls import DiskCalls
from clusterdesk.sync.wire import Failed
from tests.sync.bad_drive import Here, fault
from tests.sync.conftest import Office

CALLS = ("names", "status", "make_folder", "create", "write", "sync", "rename_exclusively", "remove")
COLLEAGUES = {"briefs/Fiche.pdf": b"of a colleague", "briefs/Notes.txt": b"also"}


class DeadError(BaseException):
    """The helper is killed: nothing it would have tidied up is tidied up."""


class StruckCalls(DiskCalls):
    """The real calls; the one numbered ``at`` fails, or is the last; ``done``: it fails after it has worked."""

    def __init__(self, at: int, number: int | None, *, done: bool = False) -> None:
        self.at, self.number, self.done = at, number, done
        self.count, self.needed, self.dead = 0, 0, False

    def __getattribute__(self, name: str) -> Any:
        real = super().__getattribute__(name)
        if name not in CALLS:
            return real

        def call(*arguments: object) -> object:
            self._strike(before=True)
            result = real(*arguments)
            self._strike(before=False)
            return result

        return call

    def read(self, path: Path, chunk: int) -> Iterator[bytes]:
        self._strike(before=True)
        yield from super().read(path, chunk)
        self._strike(before=False)

    def pause(self, seconds: float) -> None:
        """Wait for nothing."""

    def _strike(self, *, before: bool) -> None:
        self.count += before
        if self.dead:
            raise DeadError
        if self.count != self.at or before is self.done:
            return
        if self.number is None:
            self.dead = True
            raise DeadError
        raise fault(self.number)


class Mortal(Here):
    """Answers as the helper does; one that was killed is told as the watchdog tells it, and replaced."""

    def ask(self, request: Any) -> Any:
        try:
            return super().ask(request)
        except DeadError:
            self.calls = DiskCalls()
            return Failed(Trouble.HUNG)


def sent_with(office: Office, calls: StruckCalls) -> None:
    """Send two exports to a drive where a colleague has files, over calls that are struck once."""
    (office.share / "briefs").mkdir()
    for name, content in COLLEAGUES.items():
        (office.share / name).write_bytes(content)
    two = b"two" * 100_000
    jobs = {office.export(content=two).id: two}
    jobs[office.export("Notes.txt", b"ours", template="briefs/{year}").id] = b"ours"
    office.helper = Mortal(calls)
    office.rounds(2, hours=1)
    calls.needed = calls.count
    office.rounds(3, hours=1)
    calls.at = 0
    office.round()
    assert office.files == {**COLLEAGUES, "briefs/Fiche (2).pdf": two, "briefs/2026/Notes.txt": b"ours"}
    arrived = {job.arrived_as: jobs[job.id] for job in outbox.jobs(office.store) if job.state is JobState.VERIFIED}
    assert office.files == {**COLLEAGUES, **arrived}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "done"),
    [
        (None, False),
        (None, True),
        (errno.EIO, False),
        (errno.EIO, True),
        (errno.ENOSPC, False),
        (errno.EACCES, False),
        (errno.EHOSTDOWN, False),
    ],
)
def test_whichever_call_fails_each_export_arrives_once(office: Office, number: int | None, *, done: bool) -> None:
    counting = StruckCalls(0, None)
    sent_with(office, counting)
    assert counting.count > 50
    for at in range(1, counting.needed + 1):
        office.start_anew()
        sent_with(office, StruckCalls(at, number, done=done))
