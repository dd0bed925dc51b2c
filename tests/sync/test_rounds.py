"""From the outbox to the drive: every export arrives, once, whole, and nothing there is ever replaced."""

import errno
from pathlib import Path

import pytest

from clusterdesk.domain.outgoing.states import DriveState, JobState, Trouble
from clusterdesk.services import outbox
from clusterdesk.sync.wire import Reason
from tests.sync.conftest import Office


def test_an_export_arrives_and_is_read_twice_the_second_time_by_a_fresh_process(office: Office) -> None:
    job = office.export()
    assert office.round().copied == [job.id]
    assert (office.job(job).state, office.job(job).arrived_as) == (JobState.COPIED, "briefs/Fiche.pdf")
    assert office.helper.renewed == 0
    assert office.round().verified == [], "the second reading comes later"
    office.clock.move(minutes=1)
    assert office.round().verified == [job.id]
    assert office.helper.renewed == 1
    done = office.job(job)
    assert (done.state, done.verified_at, done.trouble) == (JobState.VERIFIED, office.clock.now(), None)
    assert office.files == {"briefs/Fiche.pdf": b"%PDF-1.7 x"}
    office.clock.move(days=2)
    assert office.round(insist=True).copied == []


def test_a_name_that_is_taken_is_left_alone_and_so_is_an_older_file_of_our_own(office: Office) -> None:
    (office.share / "Briefs").mkdir()
    (office.share / "Briefs" / "FICHE.PDF").write_bytes(b"of a colleague")
    first = office.export(content=b"first")
    office.round()
    second = office.export(content=b"second")
    office.round()
    assert office.files == {
        "Briefs/FICHE.PDF": b"of a colleague",
        "Briefs/Fiche (2).pdf": b"first",
        "Briefs/Fiche (3).pdf": b"second",
    }
    assert office.job(first).arrived_as == "Briefs/Fiche (2).pdf"
    assert office.job(second).arrived_as == "Briefs/Fiche (3).pdf"


def test_the_same_content_under_the_same_name_has_arrived_already(office: Office) -> None:
    (office.share / "briefs").mkdir()
    (office.share / "briefs" / "fiche.pdf").write_bytes(b"the same")
    job = office.export(content=b"the same")
    assert office.round().copied == [job.id]
    assert office.job(job).arrived_as == "briefs/fiche.pdf"
    assert office.files == {"briefs/fiche.pdf": b"the same"}


def test_three_days_without_a_drive_cost_nothing_and_end_by_themselves(office: Office) -> None:
    away = office.share.with_name("away")
    office.share.rename(away)
    jobs = [office.export(f"Fiche {number}.pdf", b"%d" % number) for number in range(5)]
    for _ in range(3 * 24):
        report = office.round()
        assert (report.drive.state, report.drive.reason) == (DriveState.OFFLINE, Reason.NO_FOLDER)
        office.clock.move(hours=1)
    waiting = office.job(jobs[0])
    assert (waiting.state, waiting.trouble, waiting.attempts) == (JobState.QUEUED, Trouble.OFFLINE, 0)
    away.rename(office.share)
    assert set(office.round().copied) == {job.id for job in jobs}
    office.clock.move(minutes=1)
    assert set(office.round().verified) == {job.id for job in jobs}
    assert office.files == {f"briefs/Fiche {number}.pdf": b"%d" % number for number in range(5)}


def test_an_empty_folder_where_the_drive_was_is_a_drive_that_is_not_connected(office: Office) -> None:
    office.share.rename(office.share.with_name("away"))
    office.share.mkdir()
    job = office.export()
    assert (office.round().drive.state, office.round().drive.reason) == (DriveState.OFFLINE, Reason.EMPTY)
    assert list(office.share.iterdir()) == []
    assert office.job(job).trouble is Trouble.OFFLINE


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        (None, Reason.NO_MARK),
        ('{"format": 1, "store": "0197a0d6-0000-7000-8000-000000000000"}', Reason.OTHER_BINDER),
        ('{"format": 1, "store": ', Reason.DAMAGED_MARK),
        ("[]", Reason.DAMAGED_MARK),
        ('{"store": 7}', Reason.DAMAGED_MARK),
        ("x" * 100_000, Reason.DAMAGED_MARK),
    ],
)
def test_a_folder_that_is_not_the_teams_is_never_written_to(office: Office, mark: str | None, reason: Reason) -> None:
    path = office.share / "ClusterDesk" / "store.json"
    path.unlink()
    if mark is not None:
        path.write_text(mark, encoding="utf-8")
    job = office.export()
    report = office.round(insist=True)
    assert (report.drive.state, report.drive.reason) == (DriveState.NOT_RECOGNISED, reason)
    assert office.files == {}
    assert office.job(job).trouble is Trouble.NOT_RECOGNISED


def test_a_full_drive_lets_the_small_ones_pass_and_takes_the_large_one_later(office: Office) -> None:
    large, small = office.export("A.pdf", b"large" * 1000), office.export("B.pdf", b"small")
    office.calls.room = 1000
    report = office.round()
    assert (report.drive.state, report.copied) == (DriveState.FULL, [small.id])
    assert (office.job(large).trouble, list(office.files)) == (Trouble.FULL, ["briefs/B.pdf"])
    office.calls.room = None
    assert office.round().copied == [large.id], "there is room again, so nothing is waited for"


def test_a_drive_that_does_not_answer_is_told_on_each_file_and_holds_none_up_afterwards(office: Office) -> None:
    job = office.export()
    office.calls.sync_error = errno.EFBIG
    office.rounds(6)  # it has tried in vain, and would wait for its turn
    office.helper.silent = True
    report = office.round()
    assert (report.drive.state, report.drive.reason) == (DriveState.OFFLINE, Reason.SILENT)
    assert office.job(job).trouble is Trouble.HUNG
    office.helper.silent, office.calls.sync_error = False, 0
    assert office.round().copied == [job.id]


def test_one_file_that_hangs_keeps_no_other_from_arriving(office: Office) -> None:
    stuck, others = office.export("Bloc.pdf"), [office.export(f"Fiche {number}.pdf") for number in range(3)]
    office.helper.hang = "Bloc"
    report = office.round()
    assert report.troubled == [stuck.id]
    assert set(report.copied) == {other.id for other in others}
    assert office.job(stuck).trouble is Trouble.HUNG
    office.helper.hang = ""
    office.clock.move(minutes=1)
    assert office.round().copied == [stuck.id]


def test_tries_come_rarer_up_to_an_hour_and_somebody_who_insists_need_not_wait(office: Office) -> None:
    job = office.export()
    office.calls.sync_error = errno.EFBIG
    waits = []
    for _ in range(9):
        assert office.round().troubled == [job.id]
        after = office.job(job)
        assert after.next_try_at is not None
        waits.append((after.next_try_at - office.clock.now()).total_seconds() / 60)
        assert office.round().troubled == [], "not before its turn"
        office.clock.moment = after.next_try_at
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert office.job(job).trouble is Trouble.REFUSED
    office.round()
    office.calls.sync_error = 0
    assert office.round().copied == []
    outbox.send_again(office.store, [job.id])
    assert office.round().copied == [job.id]


def test_a_slow_drive_that_shows_half_of_a_file_does_not_get_it_twice(office: Office) -> None:
    job = office.export(content=b"0123456789" * 100)
    office.calls.half_reads = 3
    office.round()
    assert (office.job(job).state, office.job(job).trouble) == (JobState.COPYING, Trouble.UNSURE)
    office.rounds(12)
    assert office.job(job).state is JobState.VERIFIED
    assert list(office.files) == ["briefs/Fiche.pdf"]


def test_a_listing_that_lags_behind_does_not_get_it_twice(office: Office) -> None:
    jobs = [office.export(content=b"one"), office.export(content=b"two")]
    office.calls.hidden_listings = 4
    office.rounds(5)
    assert {office.job(job).state for job in jobs} == {JobState.VERIFIED}
    assert office.files == {"briefs/Fiche.pdf": b"one", "briefs/Fiche (2).pdf": b"two"}


def test_a_copy_that_comes_out_torn_is_never_given_its_name(office: Office) -> None:
    job = office.export()
    office.calls.torn_reads = 1
    office.round()
    assert (office.job(job).trouble, office.files) == (Trouble.UNSURE, {})
    office.clock.move(minutes=1)
    office.round()
    assert office.files == {"briefs/Fiche.pdf": b"%PDF-1.7 x"}


def test_what_is_changed_there_later_stays_and_ours_is_sent_beside_it(office: Office) -> None:
    job = office.export()
    office.round()
    (office.share / "briefs" / "Fiche.pdf").write_bytes(b"edited by a colleague")
    office.clock.move(minutes=1)
    office.round()
    assert office.job(job).trouble is Trouble.ARRIVED_CHANGED
    assert list(office.files) == ["briefs/Fiche.pdf"], "a slow drive may still show it: time is given"
    office.rounds(20)
    assert office.job(job).state is JobState.VERIFIED
    assert office.files == {"briefs/Fiche.pdf": b"edited by a colleague", "briefs/Fiche (2).pdf": b"%PDF-1.7 x"}


def test_what_is_gone_there_before_it_was_checked_is_sent_again(office: Office) -> None:
    job = office.export()
    office.round()
    (office.share / "briefs" / "Fiche.pdf").unlink()
    office.clock.move(minutes=1)
    office.round()
    assert (office.job(job).trouble, office.files) == (Trouble.ARRIVED_MISSING, {})
    office.rounds(20)
    assert office.job(job).state is JobState.VERIFIED
    assert office.files == {"briefs/Fiche.pdf": b"%PDF-1.7 x"}


@pytest.mark.parametrize("way", ["changed", "missing"])
def test_a_local_file_that_is_not_what_was_queued_is_told_and_never_sent(office: Office, way: str) -> None:
    job = office.export()
    path = outbox.local_path(office.store, job)
    assert path is not None
    original = path.read_bytes()
    if way == "changed":
        path.write_bytes(b"%PDF-1.7 y")
    else:
        path.unlink()
    office.round()
    assert (office.job(job).state, office.job(job).trouble) == (JobState.FAILED, Trouble(f"local_{way}"))
    office.rounds(3, hours=2)
    assert office.files == {}
    path.write_bytes(original)
    outbox.send_again(office.store, [job.id])
    office.round()
    assert office.files == {"briefs/Fiche.pdf": original}


def test_a_round_is_left_to_whoever_sends_already(office: Office) -> None:
    from clusterdesk.sync.one_sender import OneSender

    office.export()
    other = OneSender(office.store.folder.outbox)
    assert other.take()
    assert office.round().elsewhere
    assert office.files == {}
    other.release()
    assert len(office.round().copied) == 1


def test_an_error_of_one_file_is_not_taken_for_the_drives(office: Office) -> None:
    bad, good = office.export("A.pdf"), office.export("B.pdf")
    office.calls.write_error = errno.EIO
    report = office.round()
    assert (report.troubled, report.copied, report.drive.state) == ([bad.id], [good.id], DriveState.OK)
    assert (office.job(bad).trouble, office.job(bad).attempts) == (Trouble.REFUSED, 1)
    assert office.round().copied == [], "it waits for its turn"


def test_no_folder_chosen_means_that_nothing_is_asked(office: Office) -> None:
    office.export()
    office.helper.requests.clear()
    office.share = Path()
    from clusterdesk.sync.rounds import Drive, run_round

    report = run_round(office.store, Drive("", office.store.binder_id), office.helper)
    assert (report.drive.state, office.helper.requests) == (DriveState.OFF, [])
