"""Drives that are mounted, filled, taken off and made read-only for real, and real helper processes that meet them."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from clusterdesk.domain.outgoing.states import DriveState, JobState, Trouble
from clusterdesk.services import outbox
from clusterdesk.sync.drive_words import drive_error
from clusterdesk.sync.rounds import Drive, Report, run_round
from clusterdesk.sync.setting_up import set_up
from clusterdesk.sync.watched_process import DriveHelper, usual_command
from clusterdesk.sync.wire import Looked, Reason
from tests.sync.bad_drive import BadCalls, Here
from tests.sync.conftest import Office

pytestmark = pytest.mark.slow

LARGE, SMALL = b"large" * 600_000, b"small"


def mount(*options: str) -> bool:
    """Mount something; False where that may not be done."""
    return subprocess.run(["mount", *options], capture_output=True, check=False).returncode == 0


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[None]:
    """Keep something mounted on a folder."""
    place.mkdir(exist_ok=True)
    if sys.platform != "linux" or not mount(*options, str(place)):
        pytest.skip("no disk can be mounted here")
    try:
        yield
    finally:
        while subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False).returncode == 0:
            pass


def taken_off(place: Path) -> None:
    """Take a drive off, whatever is open on it."""
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def helper() -> Iterator[DriveHelper]:
    """A real helper process."""
    made = DriveHelper()
    yield made
    made.close()


def sent(office: Office, helper: DriveHelper) -> Report:
    """Do a round with a real helper."""
    return run_round(office.store, Drive(str(office.share), office.store.binder_id), helper)


def set_up_on_drive(office: Office) -> None:
    """Mark the drive that was mounted since."""
    assert set_up(office.store, str(office.share), office.helper).state is DriveState.OK


def whole(office: Office) -> dict[str, bytes]:
    """Return what lies on the drive without what may still be under way."""
    return {name: content for name, content in office.files.items() if not name.endswith(".tmp")}


def test_a_full_drive_says_so_takes_small_ones_and_the_rest_once_there_is_room(
    office: Office, helper: DriveHelper
) -> None:
    with mounted(office.share, "-t", "tmpfs", "-o", "size=1m", "tmpfs"):
        set_up_on_drive(office)
        large, small = office.export("A.pdf", LARGE), office.export("B.pdf", SMALL)
        report = sent(office, helper)
        assert (report.drive.state, report.copied, report.troubled) == (DriveState.FULL, [small.id], [large.id])
        assert (office.job(large).trouble, office.files) == (Trouble.FULL, {"briefs/B.pdf": SMALL})
        error = drive_error(report.drive, str(office.share), large.size)
        assert error is not None
        assert (error.code, error.params["megabytes"]) == ("drive_full", 3)
        assert mount("-o", "remount,size=16m", str(office.share))
        assert sent(office, helper).copied == [large.id], "there is room: it does not wait for its turn"
        office.clock.move(minutes=2)
        assert set(sent(office, helper).verified) == {large.id, small.id}
        assert office.files == {"briefs/A.pdf": LARGE, "briefs/B.pdf": SMALL}


def test_a_drive_without_a_byte_left_is_full_and_stays_as_it_is(office: Office, helper: DriveHelper) -> None:
    with mounted(office.share, "-t", "tmpfs", "-o", "size=64k", "tmpfs"):
        set_up_on_drive(office)
        rest = office.share / "of a colleague"
        with rest.open("wb") as file, pytest.raises(OSError, match="space"):
            file.write(LARGE)
        job = office.export(content=SMALL)
        report = sent(office, helper)
        assert (report.drive.state, office.job(job).trouble) == (DriveState.FULL, Trouble.FULL)
        assert set(office.files) == {"of a colleague"}
        rest.unlink()
        assert sent(office, helper).copied == [job.id]


def test_a_drive_that_became_read_only_is_told_and_goes_on_once_it_may_be_written(
    office: Office, helper: DriveHelper
) -> None:
    with mounted(office.share, "-t", "tmpfs", "tmpfs"):
        set_up_on_drive(office)
        job = office.export()
        assert mount("-o", "remount,ro", str(office.share))
        assert sent(office, helper).drive.state is DriveState.READ_ONLY
        assert (office.job(job).trouble, office.files) == (Trouble.READ_ONLY, {})
        assert mount("-o", "remount,rw", str(office.share))
        assert sent(office, helper).copied == [job.id]


def test_the_folder_that_a_drive_was_mounted_on_is_never_taken_for_it(
    office: Office, helper: DriveHelper, tmp_path: Path
) -> None:
    backing = office.share.rename(tmp_path / "backing")
    with mounted(office.share, "--bind", str(backing)):
        job = office.export()
        taken_off(office.share)
        assert sent(office, helper).drive == Looked(DriveState.OFFLINE, Reason.EMPTY)
        assert list(office.share.iterdir()) == []
        assert mount("--bind", str(backing), str(office.share))
        assert sent(office, helper).copied == [job.id]


class TakenOff(BadCalls):
    """The real calls; the drive is taken off for real while a file is being written."""

    def write(self, handle: int, data: bytes) -> None:
        """Write, and lose the drive after the second piece."""
        super().write(handle, data)
        if len(data) > 1000:
            self.pieces = getattr(self, "pieces", 0) + 1
            if self.pieces == 2:
                taken_off(self.drive)

    drive: Path


def test_a_drive_taken_off_in_the_middle_of_a_copy(office: Office, tmp_path: Path) -> None:
    backing = office.share.rename(tmp_path / "backing")
    with mounted(office.share, "--bind", str(backing)):
        job = office.export(content=LARGE)
        calls = TakenOff()
        calls.drive = office.share
        office.helper = Here(calls)
        report = office.round()
        assert (report.copied, report.drive.state) == ([], DriveState.OFFLINE)
        assert (office.job(job).trouble, list(office.share.iterdir())) == (Trouble.OFFLINE, [])
        assert mount("--bind", str(backing), str(office.share))
        assert whole(office) == {}, "half of it has no name"
        office.helper = Here()
        office.rounds(3)
        assert office.job(job).state is JobState.VERIFIED
        assert office.files == {"briefs/Fiche.pdf": LARGE}


@pytest.mark.parametrize(
    "strikes",
    [
        ("fsync:error=EOPNOTSUPP",),
        ("fsync:error=EINVAL",),
        ("renameat2:error=ENOSYS",),
        ("renameat2:error=EINVAL", "link,linkat:error=EPERM"),
        ("renameat2:error=EACCES:when=1..2",),
    ],
)
def test_a_drive_that_lacks_calls_or_refuses_them_for_a_moment(office: Office, strikes: tuple[str, ...]) -> None:
    tracer = shutil.which("strace")
    if tracer is None:
        pytest.skip("strace is not here")
    injected = [part for strike in strikes for part in ("-e", f"inject={strike}")]
    traced = ",".join(strike.partition(":")[0] for strike in strikes)
    helper = DriveHelper(
        command=[tracer, "-qq", "-o", "/dev/null", "-e", f"trace={traced}", *injected, *usual_command()]
    )
    taken = office.share / "briefs" / "Fiche.pdf"
    taken.parent.mkdir()
    taken.write_bytes(b"of a colleague")
    job = office.export()
    try:
        for _ in range(3):
            sent(office, helper)
            office.clock.move(minutes=2)
    finally:
        helper.close()
    assert (office.job(job).state, outbox.unfinished(office.store)) == (JobState.VERIFIED, ())
    assert office.files == {"briefs/Fiche.pdf": b"of a colleague", "briefs/Fiche (2).pdf": b"%PDF-1.7 x"}
