"""The binder that the pictures show: the sample while time stands still, with backups and something in the bin."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import sqlcipher3

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord
from clusterdesk.domain.commands.sessions import LogSession
from clusterdesk.domain.records.difficulties import Difficulty
from clusterdesk.domain.records.groups import Meeting, WorkingGroup
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.programme import ProgrammeEvent
from clusterdesk.domain.records.prospects import Prospect
from clusterdesk.domain.records.referrals import Referral
from clusterdesk.domain.records.sessions import Action, Session, SessionKind, SessionState
from clusterdesk.exchange.sample import make_sample, reference_monday
from clusterdesk.services import maintenance
from clusterdesk.services.binders import create_binder, open_binder
from clusterdesk.services.documents import attach_document
from clusterdesk.services.records import add_record, delete_record, edit_record
from clusterdesk.services.session_closing import log_session
from clusterdesk.store.desk_store import Store
from tests.screens.exports import fill_outbox

SUBJECT = "Atelier Noord"
DELETED = "Ourlet Court"
AUTHOR = "Claire Delvaux"
TWIN = "Atelier Noord SRL"
REFERRAL = "or-feutrelle-2"
DIFFICULTY = "references-marches"
EVENT = "event-2026"
GROUP = "ab"
MEETING = "gt-bois-2026-09-17"
PROSPECT = "pr-lavandier"
MAIL = "Échantillons de laine"
_BACKUP_DAYS = (34, 9, 2, 0)


class StandingClock:
    """A clock at 10:42 in Brussels on the sample's own Monday, so that pictures change only when the product does."""

    def __init__(self) -> None:
        """Start on that Monday."""
        self.days_back = 0

    def now(self) -> datetime:
        """Return the moment."""
        day = reference_monday()
        return datetime(day.year, day.month, day.day, 9, 42, tzinfo=UTC) - timedelta(days=self.days_back)

    def today(self) -> date:
        """Return the day."""
        return self.now().date()


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the pages of one record show."""

    organisation_id: UUID
    twin_id: UUID
    held_session_id: UUID
    planned_session_id: UUID
    referral_id: UUID
    difficulty_id: UUID
    event_id: UUID
    group_id: UUID
    meeting_id: UUID
    prospect_id: UUID


def make_binder(folder: Path) -> Subjects:
    """Make the binder, let a few weeks go by in it, and return what to look at."""
    clock = StandingClock()
    create_binder(folder, author=AUTHOR, clock=clock, sample=True).close()
    _name_binder(folder)
    store = open_binder(folder, author=AUTHOR, clock=clock)
    try:
        make_sample(store, clock.today())
        for days in _BACKUP_DAYS:
            clock.days_back = days
            maintenance.back_up(store, "start" if days else "manual")
            _work_a_little(store, days)
        return _subjects(store)
    finally:
        store.close()


def _name_binder(folder: Path) -> None:
    """Give the binder always the same identity: ids follow from it, and some orders and codes from them."""
    connection = sqlcipher3.connect(str(folder / "binder.db"))
    with connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'binder_id'", [str(derived_id("screens"))])
    connection.close()


def _work_a_little(store: Store, days: int) -> None:
    """Make each backup differ from the next, and leave something in the bin."""
    if days == _BACKUP_DAYS[1]:
        organisation = _subject(store)
        values = {"summary": organisation.summary + " Une seconde équipe commence en janvier."}
        edit_record(store, EditRecord(type_key="organisation", record_id=organisation.id, values=values))
    elif days == _BACKUP_DAYS[2]:
        for action in sorted(store.find(Action), key=_number)[:3]:
            delete_record(store, DeleteRecord(type_key="action", record_id=action.id))
    elif not days:
        twin = Organisation(id=derived_id("screens", TWIN), name=TWIN, legal_form="SRL", summary="Vu au salon du bois.")
        add_record(store, AddRecord(record=twin))
        _receive(store)
        fill_outbox(store)
        (last,) = store.find(Organisation, name=DELETED)
        delete_record(store, DeleteRecord(type_key="organisation", record_id=last.id))


def _receive(store: Store) -> None:
    """Let a mail and a document come in this morning."""
    (wool,) = store.find(Organisation, name="Feutrelle")
    log_session(store, LogSession(organisation_id=wool.id, on=store.clock.today(), kind=SessionKind.MAIL, subject=MAIL))
    with tempfile.TemporaryDirectory(prefix="clusterdesk-screens-") as folder:
        offer = Path(folder) / "Devis ponceuse.pdf"
        offer.write_bytes(b"%PDF-1.4\n%%EOF\n")
        attach_document(store, AttachDocument(source=offer, organisation_id=_subject(store).id), limit_mb=1)


def _subjects(store: Store) -> Subjects:
    organisation = _subject(store)
    visits = store.find(Session, organisation_id=organisation.id, kind=SessionKind.VISIT)
    held = [visit for visit in visits if visit.state is SessionState.HELD]
    planned = [visit for visit in visits if visit.state is SessionState.PLANNED]
    (abroad,) = store.find(Referral, external_id=REFERRAL)
    (difficulty,) = store.find(Difficulty, external_id=DIFFICULTY)
    (event,) = store.find(ProgrammeEvent, external_id=EVENT)
    (board,) = store.find(WorkingGroup, external_id=GROUP)
    (meeting,) = store.find(Meeting, external_id=MEETING)
    (prospect,) = store.find(Prospect, external_id=PROSPECT)
    return Subjects(
        organisation.id,
        derived_id("screens", TWIN),
        max(held, key=_day).id,
        min(planned, key=_day).id,
        abroad.id,
        difficulty.id,
        event.id,
        board.id,
        meeting.id,
        prospect.id,
    )


def _subject(store: Store) -> Organisation:
    (organisation,) = store.find(Organisation, name=SUBJECT)
    return organisation


def _number(record: Action) -> str:
    return record.id.hex


def _day(session: Session) -> date:
    return session.on
