"""A folder as the drive: written whole, never over anything, never outside of it; what fails is told for what it is."""

import errno
import hashlib
import sys
from pathlib import Path

import pytest

from clusterdesk.domain.outgoing.states import DriveState, JobState, Trouble
from clusterdesk.sync.folder_target import FolderTarget
from clusterdesk.sync.os_faults import is_passing, trouble_of
from clusterdesk.sync.pace import Pace
from clusterdesk.sync.rounds import Report
from clusterdesk.sync.target import NameTakenError, TargetError
from clusterdesk.sync.wire import Looked, Reason
from tests.sync.bad_drive import BadCalls, fault
from tests.sync.conftest import Office


def put(target: FolderTarget, path: str, content: bytes) -> None:
    """Bring a content to a target."""
    target.put_new(path, [content[:3], content[3:]], hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize("without", [(), ("rename",), ("rename", "link")])
def test_a_name_that_is_taken_stays_whatever_the_file_system_can_do(tmp_path: Path, without: tuple[str, ...]) -> None:
    target = FolderTarget(tmp_path, "laptop", BadCalls(without=without))
    put(target, "a.pdf", b"first")
    assert (tmp_path / "a.pdf").read_bytes() == b"first"
    with pytest.raises(NameTakenError):
        put(target, "a.pdf", b"second")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", b"first")]


@pytest.mark.parametrize("without", [(), ("rename",), ("rename", "link")])
def test_a_name_taken_at_the_very_moment_stays_too(tmp_path: Path, without: tuple[str, ...]) -> None:
    target = FolderTarget(tmp_path, "laptop", BadCalls(without=without, intruders=1))
    with pytest.raises(NameTakenError):
        put(target, "a.pdf", b"ours")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", b"faster")]


def test_content_that_is_not_what_it_should_be_never_gets_its_name(tmp_path: Path) -> None:
    with pytest.raises(TargetError) as caught:
        FolderTarget(tmp_path, "laptop").put_new("a.pdf", [b"x"], "0" * 64)
    assert (caught.value.trouble, list(tmp_path.iterdir())) == (Trouble.UNSURE, [])


@pytest.mark.parametrize("path", ["../x", "a/../../x", "a\\b", "C:/x", "a/b:c", "x\0y"])
def test_nothing_is_written_or_read_outside(tmp_path: Path, path: str) -> None:
    target = FolderTarget(tmp_path / "share", "laptop")
    (tmp_path / "share").mkdir()
    for call in (lambda: put(target, path, b"x"), lambda: list(target.read(path)), lambda: target.mkdir(path)):
        with pytest.raises(TargetError) as caught:
            call()
        assert caught.value.trouble is Trouble.OUTSIDE


@pytest.mark.skipif(sys.platform == "win32", reason="no links for everybody on Windows")
def test_a_link_leads_nowhere_outside_either(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "share" / "briefs").symlink_to(tmp_path / "elsewhere")
    target = FolderTarget(tmp_path / "share", "laptop")
    with pytest.raises(TargetError) as caught:
        put(target, "briefs/a.pdf", b"x")
    assert caught.value.trouble is Trouble.OUTSIDE
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_only_what_an_earlier_helper_of_ours_left_is_tidied_away(tmp_path: Path) -> None:
    ours = tmp_path / "clusterdesk-laptop-0123abcd.tmp"
    others = ["clusterdesk-other-0123abcd.tmp", "clusterdesk-laptop-x.tmp", "notes.tmp", "~$a.docx"]
    for name in (ours.name, *others):
        (tmp_path / name).write_bytes(b"x")
    put(FolderTarget(tmp_path, "laptop"), "a.pdf", b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*others, "a.pdf"])


def test_a_rename_refused_for_a_moment_is_tried_again_at_once_and_for_good_at_its_turn(office: Office) -> None:
    job = office.export()
    office.calls.denied_moves = 3
    assert office.round().copied == [job.id]
    assert 0 < office.calls.paused < 1
    other = office.export("Autre.pdf")
    office.calls.denied_moves = 1000
    assert office.round().troubled == [other.id]
    assert (office.job(other).trouble, office.files) == (Trouble.DENIED, {"briefs/Fiche.pdf": b"%PDF-1.7 x"})
    assert office.calls.paused < 15
    office.calls.denied_moves = 0
    office.rounds(3)
    assert office.job(other).state is JobState.VERIFIED


def test_a_file_of_the_same_name_that_somebody_holds_open_is_left_and_ours_goes_beside_it(office: Office) -> None:
    (office.share / "briefs").mkdir()
    open_file = office.share / "briefs" / "Fiche.pdf"
    open_file.write_bytes(b"%PDF-1.7 y")
    office.calls.held = {open_file}
    job = office.export()
    office.rounds(3)
    office.calls.held = set()
    assert office.job(job).state is JobState.VERIFIED
    assert office.files == {"briefs/Fiche.pdf": b"%PDF-1.7 y", "briefs/Fiche (2).pdf": b"%PDF-1.7 x"}


def test_our_own_file_that_somebody_opens_before_it_was_read_again_is_waited_for(office: Office) -> None:
    job = office.export()
    office.round()
    office.calls.held = {office.share / "briefs" / "Fiche.pdf"}
    office.rounds(5, minutes=10)
    assert (office.job(job).state, office.job(job).trouble) == (JobState.COPIED, Trouble.BUSY)
    office.calls.held = set()
    office.rounds(2, hours=1)
    assert office.job(job).state is JobState.VERIFIED
    assert list(office.files) == ["briefs/Fiche.pdf"]


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.EHOSTDOWN, Trouble.OFFLINE),
        (errno.ESTALE, Trouble.OFFLINE),
        (errno.ENOSPC, Trouble.FULL),
        (errno.EDQUOT, Trouble.FULL),
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.EACCES, Trouble.DENIED),
        (errno.EBUSY, Trouble.BUSY),
        (errno.ENAMETOOLONG, Trouble.TOO_LONG),
        (errno.EFBIG, Trouble.REFUSED),
    ],
)
def test_what_the_system_says_is_sorted(number: int, trouble: Trouble) -> None:
    assert trouble_of(fault(number)) is trouble


@pytest.mark.parametrize(
    ("code", "trouble", "passing"),
    [
        (53, Trouble.OFFLINE, False),
        (64, Trouble.OFFLINE, False),
        (362, Trouble.OFFLINE, False),
        (112, Trouble.FULL, False),
        (19, Trouble.READ_ONLY, False),
        (5, Trouble.DENIED, True),
        (32, Trouble.BUSY, True),
        (33, Trouble.BUSY, True),
        (206, Trouble.TOO_LONG, False),
    ],
)
def test_so_is_what_windows_says(code: int, trouble: Trouble, *, passing: bool) -> None:
    error = fault(errno.EACCES if code == 5 else errno.EINVAL)
    error.winerror = code  # type: ignore[attr-defined,unused-ignore]
    assert (trouble_of(error), is_passing(error)) == (trouble, passing)


def test_an_error_names_no_path_for_paths_may_name_people(tmp_path: Path) -> None:
    (tmp_path / "Zoe Peeters").write_text("x")
    with pytest.raises(TargetError) as caught:
        FolderTarget(tmp_path, "laptop").mkdir("Zoe Peeters/briefs")
    assert (caught.value.trouble, caught.value.detail) == (Trouble.REFUSED, "not a folder")


def test_rounds_come_rarer_while_the_drive_hangs_and_every_minute_otherwise() -> None:
    pace = Pace()
    silent = Report(drive=Looked(DriveState.OFFLINE, Reason.SILENT))
    away = Report(drive=Looked(DriveState.OFFLINE, Reason.NO_FOLDER))
    waits = [pace.after(silent).total_seconds() / 60 for _ in range(9)]
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert pace.after(away).total_seconds() == 60
    pace.after(silent)
    pace.after(silent)
    pace.reset()
    assert pace.after(silent).total_seconds() == 60
