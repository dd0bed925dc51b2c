"""Lists of people, projects, sessions and promises."""

from datetime import date

import pytest

from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind, Organisation
from clusterdesk.domain.records.projects import Project, ProjectKind
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionKind, SessionNote, SessionState
from clusterdesk.domain.views.lists import PeopleFilter, ProjectFilter, PromiseFilter, SessionFilter, Slice
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries import lists

NOORD = Organisation(name="Atelier Noord")
OLD = Organisation(name="Noord Ancien", merged_into=NOORD.id, merged_on=date(2026, 1, 1))
CANAL = Organisation(name="Vélo Canal")
ZOE = Contact(first_name="Zoë", last_name="Élias", language="nl")
JAN = Contact(first_name="Jan", last_name="Peeters")
SAW = Project(title="Évaluer la scie", organisation_id=OLD.id)
BIKES = Project(title="Atelier vélos", organisation_id=CANAL.id, kind=ProjectKind.PRODUCTION)
FILE = CoachingFile(project_id=SAW.id, opened_on=date(2025, 2, 1))
VISIT = Session(organisation_id=OLD.id, on=date(2026, 3, 1), state=SessionState.HELD, subject="Nouvelle scie")
CALL = Session(organisation_id=CANAL.id, on=date(2026, 5, 1), kind=SessionKind.CALL)
RECORDS = (
    *(NOORD, OLD, CANAL, ZOE, JAN, SAW, BIKES, FILE, VISIT, CALL),
    CoachingFile(project_id=SAW.id, opened_on=date(2024, 2, 1), closed_on=date(2025, 1, 1)),
    ContactRole(contact_id=ZOE.id, organisation_id=CANAL.id, role="comptable"),
    ContactRole(contact_id=ZOE.id, organisation_id=OLD.id, role="gérante", main=True),
    ContactPoint(contact_id=ZOE.id, kind=ContactPointKind.PHONE, value="+3225550123"),
    ContactPoint(contact_id=ZOE.id, kind=ContactPointKind.MAIL, value="zoe@example.org"),
    SessionNote(session_id=VISIT.id, text="Elle tourne."),
    SessionNote(session_id=CALL.id, text="  "),
    Action(text="Envoyer le plan", organisation_id=OLD.id, due_on=date(2026, 2, 1)),
    Action(text="Payer la scie", organisation_id=CANAL.id, owner=OwnerKind.ORGANISATION),
    Action(text="Fini", organisation_id=CANAL.id, due_on=date(2025, 1, 1), done_on=date(2025, 1, 1)),
)


@pytest.fixture
def filled(store: Store) -> Store:
    """Write the records above."""
    store.apply(SeedBinder(), inserts(RECORDS))
    return store


def test_people(filled: Store) -> None:
    with filled.read() as connection:
        page = lists.people(connection, PeopleFilter())
        assert [one.last_name for one in page.rows] == ["Élias", "Peeters"]
        zoe, jan = page.rows
        assert zoe.organisations == ((NOORD.id, "Atelier Noord"), (CANAL.id, "Vélo Canal"))
        assert (zoe.role, zoe.phone, zoe.mail, zoe.language) == ("gérante", "+3225550123", "zoe@example.org", "nl")
        assert (jan.organisations, jan.phone) == ((), "")
        assert lists.people(connection, PeopleFilter(organisation_id=NOORD.id)).rows == (zoe,)
        assert lists.people(connection, PeopleFilter("ELIAS zo")).rows == (zoe,)
        assert lists.people(connection, PeopleFilter("nobody")).total == 0


def test_projects(filled: Store) -> None:
    with filled.read() as connection:
        page = lists.projects(connection, ProjectFilter())
        assert [one.title for one in page.rows] == ["Atelier vélos", "Évaluer la scie"]
        saw = page.rows[1]
        assert (saw.organisation, saw.files, saw.open_files, saw.opened_on) == ("Atelier Noord", 2, 1, FILE.opened_on)
        assert lists.projects(connection, ProjectFilter(open_file=True)).rows == (saw,)
        assert lists.projects(connection, ProjectFilter(organisation_id=NOORD.id)).rows == (saw,)
        assert lists.projects(connection, ProjectFilter("scie")).rows == (saw,)
        assert [one.id for one in lists.projects(connection, ProjectFilter(kinds=[ProjectKind.PRODUCTION])).rows] == [
            BIKES.id
        ]


def test_sessions(filled: Store) -> None:
    with filled.read() as connection:
        page = lists.sessions(connection, SessionFilter())
        assert [one.id for one in page.rows] == [CALL.id, VISIT.id]
        assert [one.organisation for one in page.rows] == ["Vélo Canal", "Atelier Noord"]
        assert [one.written for one in page.rows] == [False, True]
        for wanted, found in (
            (SessionFilter(states=[SessionState.HELD]), [VISIT.id]),
            (SessionFilter(kinds=[SessionKind.CALL]), [CALL.id]),
            (SessionFilter(organisation_id=OLD.id), [VISIT.id]),
            (SessionFilter(from_on=date(2026, 5, 1)), [CALL.id]),
            (SessionFilter(to_on=date(2026, 3, 1)), [VISIT.id]),
            (SessionFilter("scie"), [VISIT.id]),
            (SessionFilter("canal"), [CALL.id]),
            (SessionFilter(coaching_file_id=FILE.id), []),
        ):
            assert [one.id for one in lists.sessions(connection, wanted).rows] == found
        second = lists.sessions(connection, SessionFilter(), Slice(1, 1))
        assert (second.total, [one.id for one in second.rows]) == (2, [VISIT.id])


def test_promises(filled: Store) -> None:
    with filled.read() as connection:
        page = lists.promises(connection, PromiseFilter())
        assert [one.text for one in page.rows] == ["Envoyer le plan", "Payer la scie"]
        assert lists.promises(connection, PromiseFilter(open_only=False)).total == 3
        for wanted, found in (
            (PromiseFilter(owners=[OwnerKind.ORGANISATION]), ["Payer la scie"]),
            (PromiseFilter(late_on=date(2026, 11, 23)), ["Envoyer le plan"]),
            (PromiseFilter(organisation_id=NOORD.id), ["Envoyer le plan"]),
            (PromiseFilter("ancien"), ["Envoyer le plan"]),
            (PromiseFilter("atelier"), ["Envoyer le plan"]),
            (PromiseFilter("payer"), ["Payer la scie"]),
            (PromiseFilter("canal"), ["Payer la scie"]),
        ):
            assert [one.text for one in lists.promises(connection, wanted).rows] == found
