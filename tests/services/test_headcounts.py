"""Head counts in a real binder: noted, split, judged, proposed, confirmed, undone."""

from datetime import date
from decimal import Decimal

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.employment import ContractStaff, FollowEmployment, NoteHeadcount, SetContractStaff
from clusterdesk.domain.commands.results import GivenProof
from clusterdesk.domain.employment.years import YearState
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.proposals.proposal import ProposedAction, ResultStanding
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.employment import ContractType, Headcount, HeadcountPart
from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.records.organisations import LegalSituation, Organisation, OrganisationStatus
from clusterdesk.domain.records.results import ResultEvent
from clusterdesk.services.employment import missing_headcounts, read_employment
from clusterdesk.services.employment_baselines import follow_employment
from clusterdesk.services.headcounts import note_headcount, set_contract_staff
from clusterdesk.services.proposals import confirm_proposal, confirmation
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_file, make_organisation, make_visit

START = date(2024, 2, 12)


def _note(store: Store, organisation: Organisation, on: str, fte: str, **values: object) -> Headcount:
    command = NoteHeadcount(
        organisation_id=organisation.id,
        on=date.fromisoformat(on),
        fte=Decimal(fte),
        **values,  # type: ignore[arg-type]
    )
    return note_headcount(store, command).output


def _coached(store: Store) -> tuple[Organisation, CoachingFile]:
    organisation = make_organisation(store)
    file = make_file(store, organisation, opened_on=date(2024, 2, 1), tracks=("employment",))
    make_visit(store, organisation, START, "Notes", coaching_file_id=file.id)
    return organisation, file


def _grown(store: Store) -> tuple[Organisation, CoachingFile]:
    organisation, file = _coached(store)
    for on, fte in (("2024-01-31", "5.5"), ("2024-03-28", "6"), ("2024-06-30", "7"), ("2024-12-20", "7.5")):
        _note(store, organisation, on, fte)
    return organisation, file


def test_from_head_counts_to_a_confirmed_result_and_back(store: Store) -> None:
    organisation, file = _grown(store)
    (seen,) = read_employment(store, organisation.id).files
    year = seen.judgement.years[0]
    assert (year.year, str(year.mean), str(year.difference), year.state) == (2024, "6.83", "1.33", YearState.QUALIFIES)
    assert seen.proposal.action is ProposedAction.NONE  # the baseline must be frozen first
    follow_employment(store, FollowEmployment(coaching_file_id=file.id))
    (seen,) = read_employment(store, organisation.id).files
    assert seen.track is not None
    assert (seen.track.baseline, seen.track.baseline_on) == (Decimal("5.5"), date(2024, 1, 31))
    assert (seen.proposal.action, seen.proposal.on) == (ProposedAction.CONFIRM, date(2024, 12, 31))
    confirm_proposal(store, confirmation(seen.proposal, by="Claire", proof=GivenProof("Bilan social")))
    (seen,) = read_employment(store, organisation.id).files
    assert seen.proposal.standing is ResultStanding.CONFIRMED
    (event,) = store.find(ResultEvent)
    assert (event.on, event.rule, event.project_id) == (date(2024, 12, 31), "employment-1", file.project_id)
    undo(store)
    undo(store)
    assert store.find(ResultEvent) == []
    assert not any(one.baseline for one in store.find(CoachingFileTrack))


def test_a_head_count_corrected_in_the_past_proposes_to_revoke_and_undo_restores(store: Store) -> None:
    organisation, file = _grown(store)
    follow_employment(store, FollowEmployment(coaching_file_id=file.id))
    seen = read_employment(store, organisation.id).files[0]
    confirm_proposal(store, confirmation(seen.proposal, by="Claire", proof=GivenProof("Bilan social")))
    from clusterdesk.domain.commands.records import EditRecord
    from clusterdesk.services.records import edit_record

    wrong = next(one for one in store.find(Headcount) if one.on == date(2024, 12, 20))
    values = {"fte": Decimal("5.5")}
    edit_record(store, EditRecord(type_key="headcount", record_id=wrong.id, values=values))
    (seen,) = read_employment(store, organisation.id).files
    assert (seen.proposal.action, seen.proposal.standing) == (ProposedAction.REVOKE, ResultStanding.TO_REVOKE)
    undo(store)
    assert read_employment(store, organisation.id).files[0].proposal.standing is ResultStanding.CONFIRMED


def test_the_parts_that_count_make_the_number_and_it_is_said(store: Store) -> None:
    organisation = make_organisation(store)
    kinds = {one.key: one for one in store.find(ContractType)}
    noted = _note(
        store,
        organisation,
        "2026-09-30",
        "8",
        parts=(
            ContractStaff(contract_type_id=kinds["permanent"].id, fte=Decimal("6.5"), persons=7),
            ContractStaff(contract_type_id=kinds["student"].id, fte=Decimal("0.5")),
        ),
    )
    line = read_employment(store, organisation.id).lines[0]
    assert (line.count.fte, line.count.from_parts, line.count.left_out) == (Decimal("6.5"), True, Decimal("0.5"))
    assert line.count.parts_differ
    fixed = ContractStaff(contract_type_id=kinds["fixed_term"].id, fte=Decimal(1))
    set_contract_staff(store, SetContractStaff(headcount_id=noted.id, staff=fixed))
    line = read_employment(store, organisation.id).lines[0]
    assert (line.count.fte, line.count.parts_differ) == (Decimal("7.5"), False)
    gone = ContractStaff(contract_type_id=kinds["fixed_term"].id)
    set_contract_staff(store, SetContractStaff(headcount_id=noted.id, staff=gone))
    assert read_employment(store, organisation.id).lines[0].count.fte == Decimal("6.5")
    undo(store)
    assert len(store.find(HeadcountPart)) == 3


def test_which_kinds_of_contract_count_is_a_setting_of_the_list(store: Store) -> None:
    from clusterdesk.domain.commands.records import EditRecord
    from clusterdesk.services.records import edit_record

    organisation = make_organisation(store)
    student = next(one for one in store.find(ContractType) if one.key == "student")
    _note(
        store,
        organisation,
        "2026-09-30",
        "1",
        parts=(ContractStaff(contract_type_id=student.id, fte=Decimal(1)),),
    )
    assert read_employment(store, organisation.id).lines[0].count.fte == 0
    edit_record(store, EditRecord(type_key="contract_type", record_id=student.id, values={"counts": True}))
    assert read_employment(store, organisation.id).lines[0].count.fte == 1


def test_a_day_is_counted_once_and_never_ahead(store: Store) -> None:
    organisation = make_organisation(store)
    _note(store, organisation, "2026-09-30", "7.5")
    with pytest.raises(KnownError, match="noted already"):
        _note(store, organisation, "2026-09-30", "8")
    with pytest.raises(KnownError, match="cannot be counted yet"):
        _note(store, organisation, "2099-09-30", "8")
    with pytest.raises(KnownError, match="needs a number"):
        note_headcount(store, NoteHeadcount(organisation_id=organisation.id, on=date(2026, 1, 1)))
    with pytest.raises(KnownError, match=r"steps of 0\.05"):
        _note(store, organisation, "2026-08-30", "7.53")
    assert len(store.find(Headcount)) == 1


def test_an_exact_number_takes_the_place_of_one_that_was_about_right(store: Store) -> None:
    organisation = make_organisation(store)
    _note(store, organisation, "2026-09-30", "7", precision=Precision.ABOUT)
    with pytest.raises(KnownError, match="noted already"):
        _note(store, organisation, "2026-09-30", "8", precision=Precision.ABOUT)
    _note(store, organisation, "2026-09-30", "7.5")
    page = read_employment(store, organisation.id)
    assert page.plain.latest is not None
    assert (page.plain.latest.fte, page.plain.contradicted) == (Decimal("7.5"), ())


def test_the_baseline_is_frozen_once_and_a_missing_track_is_made(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation, opened_on=date(2024, 2, 1))
    make_visit(store, organisation, START, "Notes", coaching_file_id=file.id)
    with pytest.raises(KnownError, match="No head count is known"):
        follow_employment(store, FollowEmployment(coaching_file_id=file.id))
    _note(store, organisation, "2024-04-30", "4")
    made = follow_employment(store, FollowEmployment(coaching_file_id=file.id)).output
    assert (made.baseline, made.baseline_on) == (Decimal(4), date(2024, 4, 30))
    with pytest.raises(KnownError, match="is frozen"):
        follow_employment(store, FollowEmployment(coaching_file_id=file.id))
    undo(store)
    assert store.find(CoachingFileTrack) == []


def test_the_same_head_counts_count_for_one_project_only(store: Store) -> None:
    organisation, file = _grown(store)
    other = make_file(store, organisation, "Séchoir", opened_on=date(2024, 2, 1), tracks=("employment",))
    make_visit(store, organisation, date(2024, 2, 20), "Notes", coaching_file_id=other.id)
    for one in (file, other):
        follow_employment(store, FollowEmployment(coaching_file_id=one.id))
    seen = read_employment(store, organisation.id).files
    assert [one.proposal.action for one in seen] == [ProposedAction.CONFIRM] * 2
    confirm_proposal(store, confirmation(seen[0].proposal, by="Claire", proof=GivenProof("Bilan social")))
    assert [one.proposal.action for one in read_employment(store, organisation.id).files] == [ProposedAction.NONE] * 2
    project = seen[1].project
    for on, fte in (("2024-01-31", "1"), ("2024-03-28", "2"), ("2024-06-30", "3"), ("2024-12-20", "3")):
        _note(store, organisation, on, fte, project_id=project.id)
    again = next(one for one in read_employment(store, organisation.id).files if one.project.id == project.id)
    assert again.own
    assert again.judgement.latest is not None
    assert again.judgement.latest.fte == 3


def test_a_missing_quarter_end_is_told_where_employment_is_followed(store: Store) -> None:
    organisation, file = _coached(store)
    make_organisation(store, "Sans dossier")
    quarter = read_employment(store, organisation.id).plain.last_quarter.quarter
    assert missing_headcounts(store) == [(organisation.id, quarter.last_day)]
    _note(store, organisation, quarter.last_day.isoformat(), "5")
    assert missing_headcounts(store) == []
    undo(store)
    add(
        store,
        OrganisationStatus(
            organisation_id=organisation.id, situation=LegalSituation.BANKRUPT, from_on=PartialDate("2024-05")
        ),
    )
    assert missing_headcounts(store) == []
    assert file.closed_on is None
