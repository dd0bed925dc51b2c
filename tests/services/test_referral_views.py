"""Where orientations show up: the Fil, the visit sheet, the list of those without an answer, teams, search."""

from datetime import date, timedelta

from clusterdesk.domain.commands.referrals import ChaseTeam, CreateReferral, HandOver
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.referrals import Referral, ReferralState
from clusterdesk.domain.referrals.board import BoardColumn, acts_into, on_board, team_loads
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.domain.views.visit_sheet import MatterKind
from clusterdesk.services.lookup import search
from clusterdesk.services.page_views import read_timeline
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referral_views import late_referrals, read_referrals
from clusterdesk.services.referrals import create_referral
from clusterdesk.services.visit_sheets import visit_sheet_view
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation

PLANTED = "ne pas dire que la banque a refusé"


def begun(store: Store, organisation: Organisation, *, agreed: bool, on: date) -> Referral:
    cmd = CreateReferral(
        organisation_id=organisation.id,
        need=f"Un prêt, {PLANTED}",
        kind_id=store.find(ReferralKind, key="finance")[0].id,
        consent_by="Sofie" if agreed else "",
        consent_what="Les comptes",
        on=on,
    )
    return create_referral(store, cmd).output


def sent(store: Store, organisation: Organisation, days: int) -> Referral:
    on = store.clock.today() - timedelta(days=days)
    referral = begun(store, organisation, agreed=True, on=on)
    team = add(store, HubTeam(name="Guichet", answer_days=10))
    return move_referral(store, HandOver(referral_id=referral.id, hub_team_id=team.id, on=on)).output


def test_silence_beyond_the_usual_time_is_found_until_somebody_answers(store: Store) -> None:
    organisation = make_organisation(store)
    assert late_referrals(store) == ()
    sent(store, organisation, 10)
    assert late_referrals(store) == (), "in time"
    late = sent(store, organisation, 12)
    (row,) = late_referrals(store)
    assert (row.record.id, row.silent.late_days, row.silent.chase) == (late.id, 2, True)
    move_referral(store, ChaseTeam(referral_id=late.id))
    assert not late_referrals(store)[0].silent.chase, "one reminder is given a week"
    loads = team_loads(read_referrals(store).rows)
    assert sorted((one.figures.open, one.late) for one in loads) == [(1, 0), (1, 1)]


def test_the_fil_tells_of_it_with_its_state(store: Store) -> None:
    organisation = make_organisation(store)
    sent(store, organisation, 3)
    page = read_timeline(store, organisation.id, kinds=(TimelineKind.REFERRAL,))
    assert [(one.state, one.visibility) for one in page.entries] == [("handed_over", Visibility.INTERNAL)]
    assert page.counts[TimelineKind.REFERRAL] == 1


def test_the_visit_sheet_names_kind_and_team_once_agreed_and_never_what_is_internal(store: Store) -> None:
    organisation = make_organisation(store)
    begun(store, organisation, agreed=False, on=store.clock.today())
    sent(store, organisation, 3)
    sheet = visit_sheet_view(store, organisation_id=organisation.id, language="fr", author="Claire")
    (matter,) = [one for one in sheet.under_way if one.kind is MatterKind.REFERRAL]
    assert (matter.text, matter.state_label) == ("Financement – Guichet", "Handed over")
    assert PLANTED not in repr(sheet)


def test_it_is_found_by_a_word_of_its_need(store: Store) -> None:
    organisation = make_organisation(store)
    referral = sent(store, organisation, 3)
    assert referral.id in {hit.id for hit in search(store, "banque").hits}


def test_what_ended_long_ago_leaves_the_board(store: Store) -> None:
    organisation = make_organisation(store)
    referral = sent(store, organisation, 3)
    (row,) = read_referrals(store).rows
    today = store.clock.today()
    assert [one.record.id for one in on_board([row], today)[BoardColumn.HANDED_OVER]] == [referral.id]
    assert [act.value for act in acts_into(ReferralState.HANDED_OVER, BoardColumn.WORKED_ON)] == ["accepted", "started"]
    assert [act.value for act in acts_into(ReferralState.DONE, BoardColumn.DRAFT)] == ["reopened"]
    assert acts_into(ReferralState.DRAFT, BoardColumn.DRAFT) == ()
