"""The helper process itself: real processes, killed and hanging ones too; nobody waits longer than agreed."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest

from clusterdesk.domain.outgoing.states import DriveState, Trouble
from clusterdesk.sync.watched_process import DriveHelper, usual_command
from clusterdesk.sync.wire import Arrived, Call, Failed, Find, Found, Look, Looked, Put, Reason, Request, SetUp, Verify

CONTENT = b"%PDF-1.7 " + bytes(range(256)) * 4000
SHA256 = hashlib.sha256(CONTENT).hexdigest()
STORE = str(uuid4())
AT = "2026-11-23T08:00:00.000Z"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A folder to be the drive."""
    (tmp_path / "share").mkdir()
    return tmp_path / "share"


@pytest.fixture
def helper() -> Iterator[DriveHelper]:
    """A helper with little patience."""
    made = DriveHelper(silence_seconds=20)
    yield made
    made.close()


def request(share: Path, call: Call) -> Request:
    """Return a request about a drive."""
    return Request(str(share), "laptop", STORE, call)


def test_one_process_sets_up_finds_copies_and_reads_again(share: Path, tmp_path: Path, helper: DriveHelper) -> None:
    (tmp_path / "Fiche.pdf").write_bytes(CONTENT)
    assert helper.ask(request(share, Look(seen=False))) == Looked(DriveState.NOT_RECOGNISED, Reason.NO_MARK)
    first = helper.process_id
    found = helper.ask(request(share, SetUp(AT)))
    assert isinstance(found, Looked)
    assert (found.state, found.free is not None) == (DriveState.OK, True)
    name = "briefs/Élan/Fiche.pdf"
    assert helper.ask(request(share, Find(name, SHA256, len(CONTENT)))) == Found(name)
    put = Put(str(tmp_path / "Fiche.pdf"), SHA256, len(CONTENT), name)
    assert helper.ask(request(share, put)) == Arrived(name)
    assert helper.process_id == first
    helper.renew()
    checked = helper.ask(request(share, Verify(name, SHA256, len(CONTENT))))
    assert getattr(checked, "trouble", "") is None
    assert helper.process_id != first
    assert (share / name).read_bytes() == CONTENT
    assert json.loads((share / "ClusterDesk/store.json").read_text())["store"] == STORE


@pytest.mark.skipif(sys.platform == "win32", reason="no fifo on Windows")
def test_a_drive_that_never_answers_is_given_up_and_the_next_request_gets_a_new_helper(
    share: Path, tmp_path: Path
) -> None:
    mark = share / "ClusterDesk" / "store.json"
    mark.parent.mkdir()
    os.mkfifo(mark)  # whoever opens it waits for somebody at the other end
    helper = DriveHelper(silence_seconds=1)
    begun = time.monotonic()
    assert helper.ask(request(share, Look(seen=True))) == Failed(Trouble.HUNG)
    assert time.monotonic() - begun < 15
    assert helper.process_id is None
    mark.unlink()
    answer = helper.ask(request(share, SetUp(AT)))
    assert isinstance(answer, Looked)
    assert answer.state is DriveState.OK
    helper.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no fifo on Windows")
def test_closing_it_ends_an_answer_that_is_waited_for(share: Path) -> None:
    mark = share / "ClusterDesk" / "store.json"
    mark.parent.mkdir()
    os.mkfifo(mark)
    helper = DriveHelper(silence_seconds=600)
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(helper.ask, request(share, Look(seen=True)))
        with mark.open("wb"):  # opens as soon as the helper reads, which then waits for what never comes
            helper.close()
            assert isinstance(answer.result(timeout=30), Failed)
    assert helper.process_id is None


def test_it_may_be_closed_at_any_moment_of_a_start(share: Path) -> None:
    """Each helper is closed by one thread while another one has it started; none is left, and no thread breaks."""
    sleeping = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with ThreadPoolExecutor() as threads:
        for _ in range(40):
            helper = DriveHelper(silence_seconds=20, command=sleeping)
            answer = threads.submit(helper.ask, request(share, Look(seen=True)))
            while not answer.done():
                helper.close()
            assert isinstance(answer.result(), Failed)
            helper.close()
            assert helper.process_id is None


def test_a_killed_helper_is_told_and_replaced(share: Path, helper: DriveHelper) -> None:
    helper.ask(request(share, SetUp(AT)))
    first = helper.process_id
    assert first is not None
    os.kill(first, signal.SIGTERM)
    answers = [helper.ask(request(share, Look(seen=True))) for _ in range(2)]
    assert isinstance(answers[-1], Looked)
    assert helper.process_id not in (None, first)


def test_a_helper_that_cannot_be_ended_gets_no_second_one_beside_it(share: Path) -> None:
    helper = DriveHelper(silence_seconds=0.2, command=[sys.executable, "-c", "import time; time.sleep(600)"])
    unending = _Unending()
    assert helper.ask(request(share, Look(seen=True))) == Failed(Trouble.HUNG)
    helper._stuck = unending  # type: ignore[assignment]
    assert helper.ask(request(share, Look(seen=True))) == Failed(Trouble.HUNG)
    assert helper.process_id is None
    unending.ended = True
    assert helper.ask(request(share, Look(seen=True))) == Failed(Trouble.HUNG)
    helper.close()


class _Unending:
    ended = False

    def poll(self) -> int | None:
        return 0 if self.ended else None


def test_a_sign_of_life_is_enough_to_go_on(share: Path) -> None:
    script = (
        "import sys, time\n"
        "for line in sys.stdin:\n"
        "    for _ in range(8):\n"
        '        time.sleep(0.25); print(\'{"type": "beat"}\', flush=True)\n'
        '    print(\'{"type": "checked"}\', flush=True)\n'
    )
    helper = DriveHelper(silence_seconds=1.5, command=[sys.executable, "-c", script])
    assert not isinstance(helper.ask(request(share, Verify("x", SHA256, 1))), Failed)
    helper.close()


@pytest.mark.parametrize("words", ["nonsense\n", '{"type": "unknown"}\n', '{"type": "failed", "trouble": "odd"}\n', ""])
def test_nonsense_from_the_helper_is_no_answer(share: Path, words: str) -> None:
    script = f"import sys; sys.stdin.readline(); sys.stdout.write({words!r})"
    helper = DriveHelper(silence_seconds=20, command=[sys.executable, "-c", script])
    assert helper.ask(request(share, Look(seen=True))) == Failed(Trouble.HUNG)
    helper.close()


def test_a_helper_that_cannot_be_started_is_trouble_too(share: Path) -> None:
    helper = DriveHelper(command=[str(share / "not there")])
    answer = helper.ask(request(share, Look(seen=True)))
    assert isinstance(answer, Failed)
    assert answer.trouble is Trouble.REFUSED


def test_the_helper_speaks_one_json_object_a_line_and_ends_with_its_input(share: Path) -> None:
    asked = {"root": str(share), "owner": "x", "store_id": STORE, "call": {"type": "look", "seen": False}}
    done = subprocess.run(
        usual_command(), input=json.dumps(asked).encode() + b"\n", capture_output=True, check=True, timeout=60
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert {line["type"] for line in lines[:-1]} <= {"beat"}
    assert lines[-1] == {"type": "looked", "state": "not_recognised", "reason": "no_mark", "detail": "", "free": None}
    odd = subprocess.run(usual_command(), input=b"odd\n", capture_output=True, check=False, timeout=60)
    assert (odd.returncode, odd.stdout) == (2, b"")


def test_the_packaged_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert usual_command() == [sys.executable, "--drive-helper"]
