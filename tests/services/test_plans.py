"""The coaching plan: frozen baselines, milestones from templates, reached, late; what the page reads."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.plans import AddMilestones, FreezeBaseline, ReachMilestone, ReopenMilestone
from clusterdesk.domain.commands.records import DeleteRecord, EditRecord, RestoreValue
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack, OneOffAdvice
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.industrialisation import MrlAssessment
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.plan import FundingApplication, Milestone, MilestoneTemplate
from clusterdesk.domain.records.results import Evidence, EvidenceLevel
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.services import plans
from clusterdesk.services.coaching_views import read_coaching, read_file_plan
from clusterdesk.services.records import delete_record, edit_record, restore_value
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal.history import history
from tests.factories import add, make_file, make_organisation, make_visit

OPENED = date(2026, 2, 2)


def _file(store: Store, *tracks: str) -> tuple[CoachingFile, CoachingFileTrack]:
    file = make_file(store, make_organisation(store), opened_on=OPENED, tracks=tracks or ("employment",))
    return file, store.find(CoachingFileTrack, coaching_file_id=file.id)[0]


def _baseline(store: Store, track: CoachingFileTrack, value: str, reason: str = "") -> CoachingFileTrack:
    command = FreezeBaseline(
        file_track_id=track.id, baseline=Decimal(value), on=date(2026, 2, 10), unit="ETP", reason=reason
    )
    return plans.freeze_baseline(store, command).output


def test_a_baseline_changes_with_a_reason_only(store: Store) -> None:
    _, track = _file(store)
    assert _baseline(store, track, "6.5").baseline_on == date(2026, 2, 10)
    with pytest.raises(KnownError, match="frozen"):
        _baseline(store, track, "7")
    assert store.get(CoachingFileTrack, track.id).baseline == Decimal("6.5")
    after = _baseline(store, track, "7", "Un mi-temps oublié")
    assert (after.baseline, after.baseline_reason) == (Decimal(7), "Un mi-temps oublié")
    with store.read() as connection:
        fields = {one.field for one in history(connection, "coaching_file_track", track.id)}
    assert {"baseline", "baseline_reason"} <= fields
    undo(store)
    assert store.get(CoachingFileTrack, track.id).baseline == Decimal("6.5")


def test_no_other_road_around_the_reason(store: Store) -> None:
    _, track = _file(store)
    _baseline(store, track, "6.5")
    for values in ({"baseline": Decimal(9)}, {"baseline_on": None}, {"baseline": Decimal(9), "baseline_reason": " "}):
        command = EditRecord(type_key="coaching_file_track", record_id=track.id, values=values)
        with pytest.raises(KnownError, match="frozen"):
            edit_record(store, command)
    why = {"baseline": Decimal(9), "baseline_reason": "Comptage refait"}
    edit_record(store, EditRecord(type_key="coaching_file_track", record_id=track.id, values=why))
    with store.read() as connection:
        told = history(connection, "coaching_file_track", track.id)
    change = next(one for one in told if one.field == "baseline" and one.new == Decimal("6.5"))
    back = RestoreValue(type_key="coaching_file_track", record_id=track.id, field="baseline", change_n=change.change_n)
    with pytest.raises(KnownError, match="frozen"):
        restore_value(store, back)
    other = EditRecord(type_key="coaching_file_track", record_id=track.id, values={"target": Decimal(10)})
    edit_record(store, other)
    assert store.get(CoachingFileTrack, track.id).target == Decimal(10)


def test_templates_become_milestones_dated_from_the_opening_in_one_step(store: Store) -> None:
    file, track = _file(store, "employment", "international")
    offered = plans.offered_templates(store, file.id, "nl")
    assert {one.track_key for one in offered} == {"employment", "international"}
    assert 4 <= len([one for one in offered if one.track_key == "employment"]) <= 6
    chosen = [one for one in offered if one.key in {"employment.first_hire", "employment.trained"}]
    command = AddMilestones(coaching_file_id=file.id, template_ids=tuple(one.id for one in chosen), language="nl")
    made = {one.title: one for one in plans.add_milestones(store, command).output}
    hire, trained = made["Eerste aanwerving"], made["Opleiding op de werkvloer afgerond"]
    assert hire.due_on == date(2026, 8, 2)
    assert trained.parent_id == hire.id
    assert hire.track_id == track.track_id or store.get(Track, hire.track_id or file.id).key == "employment"
    left = plans.offered_templates(store, file.id, "fr")
    assert not {one.key for one in chosen} & {one.key for one in left}  # whatever language it was added in
    undo(store)
    assert store.find(Milestone) == []
    with pytest.raises(KnownError, match="No milestone"):
        plans.add_milestones(store, AddMilestones(coaching_file_id=file.id, template_ids=()))


def test_every_shipped_template_is_whole(store: Store) -> None:
    tracks = {one.key for one in store.find(Track)}
    templates = store.find(MilestoneTemplate)
    keys = {one.key for one in templates}
    for one in templates:
        assert one.track_key in tracks
        assert all((one.name_fr, one.name_nl, one.name_en)), one.key
        assert not one.parent_key or one.parent_key in keys
        assert one.months is not None


def test_late_milestones_come_first_and_done_ones_last(store: Store) -> None:
    file, track = _file(store)
    today = store.clock.today()
    days = {"fait": None, "plus tard": today.replace(year=today.year + 1), "en retard": date(2026, 1, 5)}
    made = {
        title: add(
            store, Milestone(coaching_file_id=file.id, track_id=track.track_id, title=title, due_on=day)
        )
        for title, day in days.items()
    }  # fmt: skip
    reach = ReachMilestone(milestone_id=made["fait"].id, on=date(2026, 3, 1), value=Decimal(2))
    assert plans.reach_milestone(store, reach).output.done_on == date(2026, 3, 1)
    lines = read_file_plan(store, file.id).tracks[0].milestones
    assert [one.milestone.title for one in lines] == ["en retard", "plus tard", "fait"]
    assert lines[0].days_late == (today - date(2026, 1, 5)).days
    plans.reopen_milestone(store, ReopenMilestone(milestone_id=made["fait"].id))
    again = store.get(Milestone, made["fait"].id)
    assert (again.done_on, again.reached_value) == (None, Decimal(2))


def test_the_page_adds_up_time_promises_and_evidence_of_each_file(store: Store) -> None:
    file, track = _file(store)
    (organisation,) = store.find(Organisation)
    for day, minutes in ((date(2026, 3, 2), 90), (date(2026, 4, 2), 45)):
        make_visit(store, organisation, day, "Vu l’atelier", coaching_file_id=file.id, minutes=minutes)
    make_visit(store, organisation, date(2026, 4, 9), "Sans dossier", minutes=500)
    add(store, Action(organisation_id=organisation.id, coaching_file_id=file.id, text="Modèle de contrat"))
    add(
        store,
        Action(organisation_id=organisation.id, coaching_file_id=file.id, text="Devis", owner=OwnerKind.ORGANISATION),
    )
    add(store, Evidence(title="Bilan social", indicator="job_growth", level=EvidenceLevel.DOCUMENT,
                        organisation_id=organisation.id, project_id=file.project_id))  # fmt: skip
    add(store, Headcount(organisation_id=organisation.id, on=date(2026, 5, 1), fte=Decimal("7.25")))
    add(store, FundingApplication(organisation_id=organisation.id, funder="Région", deadline=date(2026, 9, 1)))
    add(store, OneOffAdvice(organisation_id=organisation.id, on=date(2026, 5, 1), subject="TVA"))
    page = read_coaching(store, organisation.id)
    (plan,) = page.files
    assert (plan.minutes, plan.sessions, plan.actions, plan.first_action) == (135, 2, 2, date(2026, 3, 2))
    assert [one.action.text for one in plan.ours] == ["Modèle de contrat"]
    assert [one.action.text for one in plan.theirs] == ["Devis"]
    assert plan.tracks[0].level is EvidenceLevel.DOCUMENT
    now = plan.tracks[0].now
    assert now is not None
    assert (now.value, now.source) == (Decimal("7.25"), "headcount")
    assert [one.funder for one in page.funding] == ["Région"]
    assert page.advice == 1  # beside the files, never among them
    assert track.track_id == plan.tracks[0].track.id


def test_a_track_stands_where_the_last_milestone_in_its_unit_says(store: Store) -> None:
    file, track = _file(store, "business_scale_up")
    edit_record(store, EditRecord(type_key="coaching_file_track", record_id=track.id, values={"unit": "clients"}))
    for day, value, unit in ((date(2026, 3, 1), 4, "clients"), (date(2026, 5, 1), 7, "Clients"),
                             (date(2026, 6, 1), 90, "%")):  # fmt: skip
        add(store, Milestone(coaching_file_id=file.id, track_id=track.track_id, title="jalon", unit=unit,
                             done_on=day, reached_value=Decimal(value)))  # fmt: skip
    now = read_file_plan(store, file.id).tracks[0].now
    assert now is not None
    assert (now.value, now.on) == (Decimal(7), date(2026, 5, 1))


def test_a_track_counted_in_its_own_unit_is_not_told_by_another_measure(store: Store) -> None:
    file, track = _file(store, "industrial_scale_up")
    add(store, MrlAssessment(project_id=file.project_id, on=date(2026, 5, 1), level=8))
    now = read_file_plan(store, file.id).tracks[0].now
    assert now is not None
    assert (now.value, now.source) == (Decimal(8), "mrl_assessment")
    edit_record(store, EditRecord(type_key="coaching_file_track", record_id=track.id, values={"unit": "panneaux/jour"}))
    assert read_file_plan(store, file.id).tracks[0].now is None


def test_a_milestone_goes_to_the_bin_with_its_parts(store: Store) -> None:
    file, _ = _file(store)
    whole = add(store, Milestone(coaching_file_id=file.id, title="Ligne en service"))
    add(store, Milestone(coaching_file_id=file.id, parent_id=whole.id, title="Plan"))
    delete_record(store, DeleteRecord(type_key="milestone", record_id=whole.id))
    assert store.find(Milestone) == []
    undo(store)
    assert len(store.find(Milestone)) == 2
