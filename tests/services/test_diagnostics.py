"""The diagnostic: taken in one step, scored, and what its low scores ask for."""

from datetime import date
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.plans import AddMilestones, CriterionScore, ScoreDiagnostic, TakeDiagnostic
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.diagnostics import Diagnostic, DiagnosticArea, DiagnosticCriterion, DiagnosticScore
from clusterdesk.domain.records.plan import Milestone, MilestoneTemplate
from clusterdesk.services import diagnostics, plans
from clusterdesk.services.coaching_views import read_diagnostics
from clusterdesk.services.records import edit_record
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import make_file, make_organisation

FIRST = date(2025, 3, 3)


def _criterion(store: Store, key: str) -> UUID:
    return store.find(DiagnosticCriterion, key=key)[0].id


def _take(store: Store, organisation: UUID, on: date = FIRST, **scores: int) -> Diagnostic:
    given = tuple(CriterionScore(_criterion(store, key), score, f"{key} {score}") for key, score in scores.items())
    command = TakeDiagnostic(organisation_id=organisation, on=on, scores=given)
    return diagnostics.take_diagnostic(store, command).output


def test_it_ships_business_and_circular_criteria_in_three_languages(store: Store) -> None:
    criteria = store.find(DiagnosticCriterion)
    of = {area: {one.key for one in criteria if one.area is area} for area in DiagnosticArea}
    assert of[DiagnosticArea.BUSINESS] == {"market", "offer", "sales", "team", "finance", "operations"}
    assert of[DiagnosticArea.CIRCULAR] == {
        "feedstock", "input_quality", "take_back", "product_geometry", "properties", "function",
        "production_facilities", "end_of_life",
    }  # fmt: skip
    for one in criteria:
        assert all((one.name_fr, one.name_nl, one.name_en, one.hint_fr, one.hint_nl, one.hint_en)), one.key
    asked_for = {one.criterion_key for one in store.find(MilestoneTemplate)}
    assert {one.key for one in criteria} <= asked_for  # every low score has something to offer


def test_it_is_taken_in_one_step_and_scored_later(store: Store) -> None:
    organisation = make_organisation(store)
    made = _take(store, organisation.id, market=3, feedstock=1)
    read = diagnostics.read_diagnostic(store, made.id)
    assert (len(read.scores), read.answered) == (14, 2)
    scored = ScoreDiagnostic(
        diagnostic_id=made.id, scores=(CriterionScore(_criterion(store, "team"), 5, "Équipe complète"),)
    )
    assert diagnostics.score_diagnostic(store, scored).output.answered == 3
    undo(store)
    assert diagnostics.read_diagnostic(store, made.id).answered == 2
    undo(store)
    assert store.find(Diagnostic) == []
    assert store.find(DiagnosticScore) == []


def test_scores_go_from_nought_to_five(store: Store) -> None:
    organisation = make_organisation(store)
    with pytest.raises(KnownError, match="0 to 5"):
        _take(store, organisation.id, market=6)
    assert store.find(Diagnostic) == []


def test_a_criterion_out_of_use_stays_where_it_was_scored(store: Store) -> None:
    organisation = make_organisation(store)
    then = _take(store, organisation.id, take_back=2)
    off = EditRecord(
        type_key="diagnostic_criterion", record_id=_criterion(store, "take_back"), values={"active": False}
    )
    edit_record(store, off)
    now = _take(store, organisation.id, date(2026, 3, 2), market=4)
    newest, oldest = read_diagnostics(store, organisation.id).taken
    assert (newest.diagnostic.id, oldest.diagnostic.id) == (now.id, then.id)
    assert "take_back" in {one.criterion.key for one in oldest.scores}
    assert "take_back" not in {one.criterion.key for one in newest.scores}


def test_low_scores_seed_the_plan_in_one_step(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation, opened_on=date(2026, 2, 2), tracks=("business_scale_up",))
    made = _take(store, organisation.id, market=2, feedstock=0, team=3)
    read = diagnostics.read_diagnostic(store, made.id)
    asked = diagnostics.seeded_templates(store, read, file.id)
    assert [one.criterion_key for one in asked] == ["feedstock", "market"]  # the lowest first; 3 is not low
    command = AddMilestones(coaching_file_id=file.id, template_ids=tuple(one.id for one in asked), language="en")
    plans.add_milestones(store, command)
    assert {one.title for one in store.find(Milestone)} == {one.name_en for one in asked}
    assert diagnostics.seeded_templates(store, read, file.id) == ()
    undo(store)
    assert store.find(Milestone) == []
