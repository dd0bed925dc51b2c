"""A window on a real binder that holds one rich organisation."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk, open_desk
from clusterdesk.config.settings import Settings
from clusterdesk.domain.commands.records import AddRecord, ChangeSet
from clusterdesk.domain.commands.sessions import LogSession, NewNote, NewPromise, PlanSession
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.lists import Profile, ValueChain
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    ContactPointKind,
    Establishment,
    Membership,
    MembershipStatus,
    Organisation,
)
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.search.hits import DeskSearch
from clusterdesk.gui.places import places
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.shell.main_window import MainWindow, WindowParts
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tasks import Lane
from clusterdesk.gui.undoing import DeskUndo
from clusterdesk.services import binders, records, session_closing, sessions
from clusterdesk.store.desk_store import Store
from tests.gui.support import MOMENT as MOMENT
from tests.gui.support import TODAY, FixedClock, delete_now


@dataclass(frozen=True)
class Rich:
    """What the binder holds."""

    organisation: UUID
    contact: UUID
    planned: UUID


def _add(store: Store, record: Record, *parts: Record) -> UUID:
    records.add_record(store, AddRecord(record=record, parts=parts))
    return record.id


def _fill(store: Store) -> Rich:
    organisation = Organisation(
        name="Atelier Noord",
        languages=("fr",),
        summary="Menuiserie de réemploi.",
        summary_visibility=Visibility.SHAREABLE,
    )
    _add(
        store,
        organisation,
        Address(organisation_id=organisation.id, street="Rue du Port 86", postcode="1000", city="Bruxelles"),
        Establishment(organisation_id=organisation.id, name="Atelier", street="Quai 1", postcode="1080"),
        Membership(organisation_id=organisation.id, status=MembershipStatus.MEMBER, from_on=PartialDate("2024-03")),
    )
    contact = Contact(first_name="Sofie", last_name="Peeters")
    _add(
        store,
        contact,
        ContactRole(contact_id=contact.id, organisation_id=organisation.id, role="gérante", main=True),
        ContactPoint(contact_id=contact.id, kind=ContactPointKind.PHONE, value="+3225550123"),
    )
    _add(store, Profile(name="Claire Delvaux"))
    project = Project(title="Ligne de ponçage", organisation_id=organisation.id)
    file = CoachingFile(project_id=project.id, opened_on=date(2026, 1, 12))
    _add(store, project, file)
    chain = store.find(ValueChain)[0]
    records.change_set(
        store,
        ChangeSet(
            type_key="organisation_value_chain",
            owner_field="organisation_id",
            owner_id=organisation.id,
            member_field="value_chain_id",
            members=(chain.id,),
        ),
    )
    log = LogSession(
        organisation_id=organisation.id,
        on=TODAY - timedelta(days=40),
        subject="Nouvelle scie",
        coaching_file_id=file.id,
        notes=(NewNote(text="La scie est livrée."),),
        promises=(
            NewPromise(text="Devis de la ponceuse", owner=OwnerKind.ORGANISATION, due_on=TODAY - timedelta(days=3)),
            NewPromise(text="Appeler le hub", due_on=TODAY + timedelta(days=4)),
        ),
    )
    session_closing.log_session(store, log)
    plan = PlanSession(organisation_id=organisation.id, on=TODAY, starts_at=time(10, 0), coaching_file_id=file.id)
    planned = sessions.plan_session(store, plan).output
    return Rich(organisation.id, contact.id, planned.id)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rich]:
    """A binder that is copied for each test."""
    root = tmp_path_factory.mktemp("rich") / "binder"
    store = binders.create_binder(root, author="Claire Delvaux", clock=FixedClock())
    rich = _fill(store)
    store.close()
    return root, rich


@pytest.fixture
def binder(template: tuple[Path, Rich], tmp_path: Path) -> Path:
    """A binder of this test's own."""
    return Path(shutil.copytree(template[0], tmp_path / "binder"))


@pytest.fixture
def rich(template: tuple[Path, Rich]) -> Rich:
    """What the binder holds."""
    return template[1]


@pytest.fixture
def desk(binder: Path, clock: FixedClock) -> Iterator[DeskWorker[Desk]]:
    """A database worker over the binder."""
    settings = Settings(profile_name="Claire Delvaux")
    worker = DeskWorker(lambda: open_desk(binder, settings, clock=clock))
    yield worker
    assert worker.stop(MOMENT)
    delete_now(worker)


@pytest.fixture
def window(kit: Kit, desk: DeskWorker[Desk], files: Lane, errors: list[BaseException]) -> Iterator[MainWindow]:
    """A window with all places; errors it was asked to show are kept."""
    preferences = Preferences(Settings(profile_name="Claire Delvaux"))
    undo, search = DeskUndo(desk, kit), DeskSearch(desk, kit)
    parts = WindowParts(kit, preferences, places(), files, errors.append, undo, search)
    made = MainWindow(parts, desk)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    yield made
    delete_now(made)


type Ask = Callable[[Callable[[Store], object]], object]


@pytest.fixture
def ask(desk: DeskWorker[Desk], qtbot: QtBot) -> Ask:
    """A function that reads something from the store, after all that was asked before."""

    def read(question: Callable[[Store], object]) -> object:
        found: list[object] = []
        desk.submit(lambda opened: question(opened.store), found.append)
        qtbot.waitUntil(lambda: bool(found), timeout=MOMENT)
        return found[0]

    return read


type Open = Callable[[Route], Page]


@pytest.fixture
def open_page(window: MainWindow, desk: DeskWorker[Desk], qtbot: QtBot) -> Open:
    """A function that goes somewhere and waits until the page shows what it read."""

    def go(route: Route) -> Page:
        window.go(route)
        qtbot.waitUntil(lambda: getattr(window.page, "_data", None) is not None, timeout=MOMENT)
        qtbot.waitUntil(lambda: not desk.busy, timeout=MOMENT)
        assert window.page is not None
        return window.page

    return go
