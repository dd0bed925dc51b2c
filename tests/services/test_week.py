"""The week, read from a real binder: who is proposed and why, hours, moving."""

from datetime import date, time, timedelta

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.figures import OpenLedger
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.commands.sessions import CancelSession, PlanSession
from clusterdesk.domain.figures.due import period_due
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.organisations import (
    Establishment,
    LegalSituation,
    Membership,
    MembershipStatus,
    Organisation,
    OrganisationStatus,
)
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.records.sessions import Action, OwnerKind, Session, SessionKind, SessionState
from clusterdesk.domain.views.week import ReasonKind, Week, WeekQuestion
from clusterdesk.domain.working_days import monday_of
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator
from clusterdesk.services import figures, week
from clusterdesk.services.reason_words import reason_words
from clusterdesk.services.sessions import cancel_session
from clusterdesk.store.desk_store import Store


def _read(store: Store) -> Week:
    today = store.clock.today()
    return week.read_week(store, WeekQuestion(monday_of(today), today))


def _firm(name: str, postcode: str = "1070", *, since: str = "2024") -> tuple[Organisation, list[Record]]:
    firm = Organisation(name=name)
    place = Establishment(organisation_id=firm.id, name="Atelier", postcode=postcode, city="Anderlecht")
    member = Membership(organisation_id=firm.id, status=MembershipStatus.MEMBER, from_on=PartialDate(since))
    return firm, [firm, place, member]


def _held(firm: Organisation, on: date, **more: object) -> Session:
    return Session(organisation_id=firm.id, on=on, state=SessionState.HELD, **more)  # type: ignore[arg-type]


def _write(store: Store, *records: Record) -> None:
    store.apply(SeedBinder(), inserts(records))


def test_every_source_gives_its_reason(store: Store) -> None:
    today = store.clock.today()
    firm, records = _firm("Noord")
    project = Project(title="Ligne", organisation_id=firm.id)
    held = [_held(firm, today - timedelta(days=days)) for days in (130, 70)]
    last = _held(firm, today - timedelta(days=40), next_step="Devis", next_step_on=today - timedelta(days=2))
    owed = [Action(organisation_id=firm.id, text="x", owner=one, due_on=today - timedelta(days=4)) for one in OwnerKind]
    kept = Action(organisation_id=firm.id, text="y", due_on=today - timedelta(days=9), done_on=today)
    wanted = Evidence(project_id=project.id, title="Bilan", wanted=True)
    file = CoachingFile(project_id=project.id, opened_on=today - timedelta(days=200))
    _write(store, *records, project, file, *held, last, *owed, kept, wanted)
    (proposal,) = _read(store).proposals
    assert {reason.kind.value: reason.count for reason in proposal.reasons} == {
        "next_step": 0,
        "rhythm": 0,
        "we_owe": 1,
        "they_owe": 2,
        "evidence": 1,
    }
    assert [reason.days for reason in proposal.reasons if reason.kind.value == "we_owe"] == [4]
    assert (proposal.postcode, proposal.city) == ("1070", "Anderlecht")


def test_figures_that_are_due_are_a_reason(store: Store) -> None:
    firm, records = _firm("Noord")
    _write(store, *records, _held(firm, store.clock.today() - timedelta(days=3)))
    assert _read(store).proposals == ()
    ledger = figures.open_ledger(store, OpenLedger(organisation_id=firm.id, starts_on=date(2020, 1, 1))).output
    (proposal,) = _read(store).proposals
    (reason,) = proposal.reasons
    due = period_due(ledger.cadence, ledger.starts_on, store.clock.today())
    assert (reason.kind, reason.text, reason.count) == (ReasonKind.FIGURES, due, 1)
    t, formats = Translator("fr"), Formats("fr")
    assert reason_words(reason, t, formats).startswith("Chiffres attendus")


def test_who_has_a_visit_ahead_or_is_closed_down_is_not_proposed(store: Store) -> None:
    today = store.clock.today()
    seen, seen_records = _firm("Seen")
    gone, gone_records = _firm("Gone")
    end = OrganisationStatus(organisation_id=gone.id, situation=LegalSituation.BANKRUPT, from_on=PartialDate("2024"))
    _write(store, *seen_records, *gone_records, end)
    assert [one.organisation for one in _read(store).proposals] == ["Seen"]
    ahead = today + timedelta(days=8)
    planned = week.plan_visit(store, PlanSession(organisation_id=seen.id, on=ahead)).output
    assert _read(store).proposals == ()
    cancel_session(store, CancelSession(session_id=planned.id))
    assert [one.organisation for one in _read(store).proposals] == ["Seen"]


def test_a_visit_close_by_is_combined(store: Store) -> None:
    monday = monday_of(store.clock.today())
    day = monday + timedelta(days=6)
    there, there_records = _firm("There", "1190")
    close, close_records = _firm("Close", "1070")
    _write(store, *there_records, *close_records)
    week.plan_visit(store, PlanSession(organisation_id=there.id, on=day, starts_at=time(9)))
    found = _read(store)
    (proposal,) = found.proposals
    assert (proposal.organisation_id, proposal.suggested_on) == (close.id, day)
    assert found.hours_left(day, time(0), near="There")[0] == time(10, 30)
    assert found.days[-1] == day


def test_mails_and_what_was_called_off_are_no_visits(store: Store) -> None:
    today = store.clock.today()
    firm, records = _firm("Noord")
    others = [
        Session(organisation_id=firm.id, on=today, kind=SessionKind.MAIL),
        Session(organisation_id=firm.id, on=today, state=SessionState.CANCELLED),
        Session(organisation_id=firm.id, on=today, deleted=True),
    ]
    _write(store, *records, *others, Session(organisation_id=firm.id, on=today, kind=SessionKind.CALL))
    assert [visit.kind for visit in _read(store).visits] == [SessionKind.CALL]


def test_a_planned_visit_belongs_to_the_only_open_file(store: Store) -> None:
    firm, records = _firm("Noord")
    project = Project(title="Ligne", organisation_id=firm.id)
    file = CoachingFile(project_id=project.id, opened_on=date(2024, 1, 8))
    _write(store, *records, project, file)
    day = store.clock.today() + timedelta(days=1)
    planned = week.plan_visit(store, PlanSession(organisation_id=firm.id, on=day, starts_at=time(9))).output
    assert planned.coaching_file_id == file.id
    assert week.hours_left(store, day)[0] == time(10, 30)
    assert week.next_session(store, firm.id) == planned.id
    cancel_session(store, CancelSession(session_id=planned.id))
    with pytest.raises(KnownError):
        week.next_session(store, firm.id)
