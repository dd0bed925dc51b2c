"""Whatever kills the window, at most the last second of typing is lost."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from uuid import UUID

import pytest

from clusterdesk.bootstrap import start_desk
from clusterdesk.config.settings import Settings
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.commands.sessions import PlanSession, StartSession
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import SessionKind, SessionNote
from clusterdesk.services.binders import create_binder
from clusterdesk.services.records import add_record
from clusterdesk.services.sessions import plan_session, start_session
from clusterdesk.store.integrity import check_store
from tests.shared import ROOT

pytestmark = pytest.mark.slow

KILLS = 20
LOST_AT_MOST = 1.0
TEXT = "Nouvelle scie livrée le 12 ; goulot au ponçage, « à revoir » d’ici Noël. "


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, UUID, UUID]]:
    """Make a binder with a session that has begun; return it with the session and its first note."""
    folder = tmp_path_factory.mktemp("killed")
    previous = {name: os.environ.get(name) for name in ("CLUSTERDESK_DATA", "CLUSTERDESK_CONFIG")}
    os.environ["CLUSTERDESK_DATA"] = str(folder / "data")
    os.environ["CLUSTERDESK_CONFIG"] = str(folder / "settings.toml")
    store = create_binder(folder / "binder")
    organisation = Organisation(name="Atelier Noord")
    add_record(store, AddRecord(record=organisation))
    today = store.clock.today()
    planned = plan_session(store, PlanSession(organisation_id=organisation.id, kind=SessionKind.VISIT, on=today))
    session, notes = start_session(store, StartSession(session_id=planned.output.id, language="fr")).output
    store.close()
    yield folder / "binder", session.id, notes[0].id
    for name, value in previous.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def type_and_kill(binder: Path, session_id: UUID, note_id: UUID, after: float) -> int:
    """Type for ``after`` seconds, kill the window, and return how many keys were pressed a second before that."""
    command = [sys.executable, "-m", "tests.faults.typist", str(binder), str(session_id), str(note_id), TEXT]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        pressed: list[tuple[int, float]] = []
        first = process.stdout.readline()
        assert first, "the window did not come to typing"
        deadline = float(first.split()[1]) + after
        for line in chain([first], iter(process.stdout.readline, "")):
            count, moment = line.split()
            pressed.append((int(count), float(moment)))
            if pressed[-1][1] >= deadline:
                break
        killed_at = time.monotonic()
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    pressed += [(int(line.split()[0]), float(line.split()[1])) for line in rest.splitlines() if line.count(" ") == 1]
    return max((count for count, moment in pressed if moment <= killed_at - LOST_AT_MOST), default=0)


def test_a_killed_window_loses_at_most_a_second_of_typing(scene: tuple[Path, UUID, UUID]) -> None:
    binder, session_id, note_id = scene
    chance = random.Random(20261123)
    before = ""
    for _ in range(KILLS):
        safe = type_and_kill(binder, session_id, note_id, chance.uniform(0.2, 2.5))
        desk, _ = start_desk(binder, Settings(backups=False))
        text = desk.store.get(SessionNote, note_id).text
        assert check_store(desk.store).ok
        desk.close()
        added = len(text) - len(before)
        assert added >= safe, f"{safe - added} keys older than a second were lost"
        assert text.replace(before, "", 1) == (TEXT * (added // len(TEXT) + 1))[:added]
        before = text
