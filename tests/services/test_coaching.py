"""Coaching files, one-off advice, results and evidence."""

from datetime import date

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.coaching import (
    AssignManager,
    GiveAdvice,
    OpenCoachingFile,
)
from clusterdesk.domain.commands.results import (
    AddEvidence,
    AddResult,
    ConfirmResult,
    GivenProof,
    ObtainEvidence,
    RevokeResult,
    ValidateResult,
)
from clusterdesk.domain.records.coaching import CoachingFileManager, CoachingFileTrack, ManagerRole
from clusterdesk.domain.records.lists import Profile, Track
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.services import coaching, results
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_file, make_organisation

OPENED = date(2026, 2, 2)


def test_a_file_is_opened_with_its_project_in_one_step(store: Store) -> None:
    organisation = make_organisation(store)
    claire = add(store, Profile(name="Claire"))
    tracks = tuple(one.id for one in store.find(Track)[:2])
    file = coaching.open_coaching_file(
        store,
        OpenCoachingFile(
            organisation_id=organisation.id, title="Scie", opened_on=OPENED, track_ids=tracks, lead_id=claire.id
        ),
    ).output
    assert store.find(Project)[0].title == "Scie"
    assert {one.track_id for one in store.find(CoachingFileTrack)} == set(tracks)
    second = coaching.open_coaching_file(store, OpenCoachingFile(project_id=file.project_id, opened_on=OPENED)).output
    assert second.project_id == file.project_id
    undo(store)
    undo(store)
    assert store.find(Project) == []
    with pytest.raises(KnownError, match="about one project"):
        coaching.open_coaching_file(store, OpenCoachingFile(organisation_id=organisation.id, opened_on=OPENED))


def test_a_file_has_one_lead_at_a_time(store: Store) -> None:
    file = make_file(store, make_organisation(store))
    people = [add(store, Profile(name=name)) for name in ("Claire", "Karim", "Lotte")]
    for person, day in zip(people[:2], (date(2026, 2, 2), date(2026, 9, 1)), strict=True):
        coaching.assign_manager(store, AssignManager(coaching_file_id=file.id, profile_id=person.id, from_on=day))
    support = AssignManager(
        coaching_file_id=file.id, profile_id=people[2].id, from_on=date(2026, 9, 1), role=ManagerRole.SUPPORT
    )
    coaching.assign_manager(store, support)
    assert [(one.role, one.to_on) for one in store.find(CoachingFileManager)] == [
        (ManagerRole.LEAD, date(2026, 8, 31)),
        (ManagerRole.LEAD, None),
        (ManagerRole.SUPPORT, None),
    ]


def test_advice_is_counted_apart_and_has_a_subject(store: Store) -> None:
    organisation = make_organisation(store)
    given = coaching.give_advice(
        store, GiveAdvice(organisation_id=organisation.id, on=OPENED, subject=" Bail ", minutes=20)
    ).output
    assert (given.subject, given.minutes) == ("Bail", 20)
    with pytest.raises(KnownError, match="subject"):
        coaching.give_advice(store, GiveAdvice(organisation_id=organisation.id, on=OPENED, subject=" "))


def test_a_result_is_confirmed_validated_by_another_and_revoked(store: Store) -> None:
    file = make_file(store, make_organisation(store))
    kind = ResultKind.INDUSTRIALISED
    result = results.add_result(store, AddResult(kind=kind, on=date(2026, 5, 31), coaching_file_id=file.id)).output
    assert result.project_id == file.project_id
    with pytest.raises(KnownError, match="not confirmed yet"):
        results.validate_result(store, ValidateResult(result_id=result.id, by="Karim"))
    proof = GivenProof("Photos de la ligne")
    results.confirm_result(store, ConfirmResult(result_id=result.id, by="Claire", proof=proof))
    with pytest.raises(KnownError, match="second person"):
        results.validate_result(store, ValidateResult(result_id=result.id, by="claire "))
    results.validate_result(store, ValidateResult(result_id=result.id, by="Karim", on=date(2026, 6, 2)))
    stored = store.get(ResultEvent, result.id)
    assert (stored.confirmed_on, stored.validated_by, stored.validated_on) == (
        date(2026, 11, 23),
        "Karim",
        date(2026, 6, 2),
    )
    with pytest.raises(KnownError, match="with a reason"):
        results.revoke_result(store, RevokeResult(result_id=result.id, reason=" "))
    results.revoke_result(store, RevokeResult(result_id=result.id, reason="lot perdu"))
    with pytest.raises(KnownError, match="lot perdu"):
        results.confirm_result(store, ConfirmResult(result_id=result.id, by="Claire"))
    undo(store)
    assert store.get(ResultEvent, result.id) == stored
    with pytest.raises(KnownError, match="by name"):
        results.confirm_result(store, ConfirmResult(result_id=result.id, by=" "))
    with pytest.raises(KnownError, match="project or to an organisation"):
        results.add_result(store, AddResult(kind=kind, on=OPENED))


def test_evidence_is_wanted_then_obtained(store: Store) -> None:
    organisation = make_organisation(store)
    wanted = results.add_evidence(
        store, AddEvidence(title="Comptes", organisation_id=organisation.id, indicator="break_even", wanted=True)
    ).output
    results.obtain_evidence(store, ObtainEvidence(evidence_id=wanted.id, level=EvidenceLevel.DOCUMENT))
    stored = store.get(Evidence, wanted.id)
    assert (stored.wanted, stored.level, stored.on) == (False, EvidenceLevel.DOCUMENT, date(2026, 11, 23))
    with pytest.raises(KnownError, match="title"):
        results.add_evidence(store, AddEvidence(title=""))
