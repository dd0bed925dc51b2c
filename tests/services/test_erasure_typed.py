"""A name that was typed in collective work is erased, a namesake of another organisation stays."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from clusterdesk.domain.commands.production import MoveProduction, RateProduction
from clusterdesk.domain.commands.records import EditRecord, ErasePerson
from clusterdesk.domain.fields import Kind
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.communication import CommunicationItem
from clusterdesk.domain.records.contacts import Contact
from clusterdesk.domain.records.groups import GroupMember, Meeting, MeetingAttendance, WorkingGroup
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.production import ProductionStage, ProductionStep, ProjectRating
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent, Theme, ThemeVote
from clusterdesk.domain.records.projects import Project, ProjectKind
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.domain.records.vision import VisionContributor, VisionDossier, VisionSource, VisionStage, VisionStep
from clusterdesk.services import production, records, undo
from clusterdesk.services.erasure import erase_person
from clusterdesk.services.erasure_typed import TYPED
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store
from clusterdesk.store.tables import whole_schema
from tests.factories import add, make_contact, make_organisation

DAY = date(2026, 3, 3)
NAME = "Zoéline Peetermans"
# Names of colleagues, who answer for what they signed, and names of things; what agrees for an organisation and what
# a receiving team says is erased by its own rules.
_ANSWERED_FOR = {"approved_by", "closed_by", "confirmed_by", "validated_by", "frozen_by"}
_BY_THEIR_OWN = {"difficulty_step", "referral_step", "referral_answer"}


@pytest.fixture
def home(store: Store) -> Organisation:
    """Return the organisation she works for."""
    return make_organisation(store, "Boisretour")


@pytest.fixture
def person(store: Store, home: Organisation) -> Contact:
    """Return the one who asks to be erased."""
    return make_contact(store, home, "Zoéline", "Peetermans")


def _left(store: Store) -> list[str]:
    with store.read() as connection:
        return [
            f"{table.name}: {row}"
            for table in whole_schema().sorted_tables
            for row in connection.execute(sa.select(table))
            if any("Peetermans" in str(value) for value in row)
        ]


def _produced(store: Store, home: Organisation) -> Project:
    project = add(store, Project(organisation_id=home.id, title="Carrelets", kind=ProjectKind.PRODUCTION))
    scores: dict[str, Any] = {"timing": 4, "skills": 3, "budget": 4, "funding": 5, "impact": 4}
    rate = RateProduction(project_id=project.id, by=NAME, remark="D’après zoeline PEETERMANS, faisable", **scores)
    production.rate_production(store, rate)
    remark = "Convention signée par Zoéline Peetermans."
    move = MoveProduction(project_id=project.id, stage=ProductionStage.SET_UP, by=NAME, remark=remark)
    production.move_production(store, move)
    return project


def _collective(store: Store, organisation_id: UUID | None) -> list[Record]:
    """Write the name in all that the cluster does together, beside an organisation or alone."""
    group, event = WorkingGroup(name="GT Bois"), ProgrammeEvent(title="Visite", on=DAY)
    meeting, dossier = Meeting(working_group_id=group.id, on=DAY), VisionDossier(title="Produire en ville")
    theme = Theme(year=2027, title="Machines", proposed_by=NAME, organisation_id=organisation_id)
    owners: list[Record] = [group, event, meeting, dossier, theme]
    parts: list[Record] = [
        GroupMember(working_group_id=group.id, name=NAME, role="présidente"),
        MeetingAttendance(meeting_id=meeting.id, name=NAME, remark="remplace son mari"),
        EventParticipation(
            programme_event_id=event.id, name=NAME, mail="zo@example.org", organisation_id=organisation_id
        ),
        ThemeVote(theme_id=theme.id, voter=NAME, organisation_id=organisation_id),
        VisionStep(vision_dossier_id=dossier.id, stage=VisionStage.SCOPE, on=DAY, by=NAME),
        VisionSource(vision_dossier_id=dossier.id, title="Note", author=NAME),
        VisionContributor(vision_dossier_id=dossier.id, name=NAME, role="relit", organisation_id=organisation_id),
        CommunicationItem(title="Lettre", on=DAY, remark=f"Photo : {NAME}"),
        Action(text="Envoyer le plan", owner=OwnerKind.OTHER, owner_name=NAME),
    ]
    for record in (*owners, *parts):
        add(store, record)
    return [theme, *parts]


@pytest.mark.parametrize("beside", [True, False])
def test_a_typed_name_is_left_nowhere(store: Store, home: Organisation, person: Contact, *, beside: bool) -> None:
    project = _produced(store, home)
    _collective(store, home.id if beside else None)
    assert _left(store)
    erase_person(store, ErasePerson(contact_id=person.id))
    assert _left(store) == []
    steps, (rating,) = store.find(ProductionStep, project_id=project.id), store.find(ProjectRating)
    assert {(one.by, one.remark) for one in steps} == {("", "")}
    assert (rating.by, rating.remark, rating.impact) == ("", "", 4), "what was rated stays"
    assert [one.stage for one in sorted(steps, key=lambda one: one.id)][-1] is ProductionStage.SET_UP
    assert check_store(store).ok
    undo.undo(store)
    assert _left(store) == []


def test_a_name_that_was_corrected_later_is_left_in_no_history_either(
    store: Store, home: Organisation, person: Contact
) -> None:
    project = _produced(store, home)
    for step in store.find(ProductionStep, project_id=project.id):
        corrected = {"by": "Mia", "remark": "Signée."}
        records.edit_record(store, EditRecord(type_key="production_step", record_id=step.id, values=corrected))
    erase_person(store, ErasePerson(contact_id=person.id))
    assert _left(store) == []


def test_a_namesake_elsewhere_and_other_remarks_stay(store: Store, home: Organisation, person: Contact) -> None:
    project = add(store, Project(organisation_id=home.id, title="Carrelets", kind=ProjectKind.PRODUCTION))
    other = make_organisation(store, "Relave")
    theirs = _collective(store, other.id)
    kept = "Chez les Peetermans, la halle est libre."
    move = MoveProduction(project_id=project.id, stage=ProductionStage.ABANDONED, by="Mia", remark=kept)
    step = production.move_production(store, move).output
    erase_person(store, ErasePerson(contact_id=person.id))
    assert (store.get(ProductionStep, step.id).by, store.get(ProductionStep, step.id).remark) == ("Mia", kept)
    for record, field in ((Theme, "proposed_by"), (ThemeVote, "voter"), (EventParticipation, "name")):
        (one,) = (each for each in theirs if isinstance(each, record))
        assert getattr(store.get(record, one.id), field) == NAME


def test_every_field_for_the_name_of_somebody_is_known_here() -> None:
    for key, kind in RECORD_TYPES.items():
        for name, spec in kind.fields.items():
            says_who = name in {"by", "voter", "author", "owner", "owner_name"} or name.endswith("_by")
            if not says_who or spec.kind is not Kind.TEXT or spec.choices or name in _ANSWERED_FOR:
                continue
            if key in _BY_THEIR_OWN or name in {"named_by", "consent_by"}:
                continue
            assert name in TYPED[key].names, f"{key}.{name}: who is named there, is erased?"
