"""Where orientations show up: the Fil, the visit sheet, the list of those without an answer, teams, search."""

from datetime import date, timedelta

from clusterdesk.domain.commands.referral_answers import TakeAnswers, TakenAnswer
from clusterdesk.domain.commands.referrals import ChaseTeam, CreateReferral, FinishReferral, HandOver, StartReferral
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.referrals import (
    AnswerChannel,
    Referral,
    ReferralAct,
    ReferralAnswer,
    ReferralOutcome,
    ReferralState,
)
from clusterdesk.domain.referrals.board import BoardColumn, acts_into, on_board, team_loads
from clusterdesk.domain.referrals.received import Received
from clusterdesk.domain.referrals.replies import Reply, ReplyKind
from clusterdesk.domain.referrals.silence import SilenceRule
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.domain.views.visit_sheet import MatterKind
from clusterdesk.services.lookup import search
from clusterdesk.services.page_views import read_timeline
from clusterdesk.services.referral_answers import take_answers
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


def test_how_long_a_team_may_work_without_a_word_is_said_by_the_rule(store: Store) -> None:
    organisation = make_organisation(store)
    referral = sent(store, organisation, 80)
    move_referral(store, StartReferral(referral_id=referral.id, on=store.clock.today() - timedelta(days=70)))
    assert [row.silent.late_days for row in late_referrals(store)] == [10]
    assert late_referrals(store, SilenceRule(news_days=90)) == ()
    assert [row.silent.late_days for row in late_referrals(store, SilenceRule(news_days=20))] == [50]


def test_the_fil_tells_each_day_of_it(store: Store) -> None:
    organisation = make_organisation(store)
    referral = sent(store, organisation, 3)
    today = store.clock.today()
    reply = Reply(ReplyKind.ACCEPTED, note="vient lundi", by="Hanne", answered_on=today - timedelta(days=1))
    came = Received(AnswerChannel.PASTED, today, (), ())
    said = TakenAnswer(reply=reply, words="accepté – vient lundi", key="k1")
    take_answers(store, TakeAnswers(referral_id=referral.id, received=came, answers=(said,)))
    move_referral(store, StartReferral(referral_id=referral.id, on=today))
    move_referral(store, FinishReferral(referral_id=referral.id, on=today, outcome=ReferralOutcome.LEAD))
    page = read_timeline(store, organisation.id, kinds=(TimelineKind.REFERRAL,))
    told = [(str(one.on), [event.act.value for event in one.referral.events]) for one in page.entries if one.referral]
    assert told == [
        (today.isoformat(), ["started", "done"]),
        ((today - timedelta(days=1)).isoformat(), ["accepted"]),
        ((today - timedelta(days=3)).isoformat(), ["created", "consented", "handed_over"]),
    ], "one entry a day, and an answer is not told beside the step it made"
    accepted = page.entries[1].referral
    assert accepted is not None
    assert [(one.by, one.words) for one in accepted.events] == [("Hanne", "accepté – vient lundi")]
    assert (accepted.team, page.entries[1].visibility) == ("Guichet", Visibility.INTERNAL)
    assert page.counts[TimelineKind.REFERRAL] == 3
    one_by_one = [read_timeline(store, organisation.id, kinds=(TimelineKind.REFERRAL,), limit=1)]
    while one_by_one[-1].next is not None:
        one_by_one.append(read_timeline(
            store, organisation.id, kinds=(TimelineKind.REFERRAL,), limit=1, after=one_by_one[-1].next
        ))  # fmt: skip
    assert [page.entries[0].on for page in one_by_one] == [one.on for one in page.entries]


def test_an_answer_that_changed_nothing_and_an_orientation_without_a_step_stand_in_the_fil(store: Store) -> None:
    organisation = make_organisation(store)
    today = store.clock.today()
    bare = add(store, Referral(organisation_id=organisation.id, on=today, need="Un prêt"))
    (entry,) = read_timeline(store, organisation.id, kinds=(TimelineKind.REFERRAL,)).entries
    assert entry.referral is not None
    assert (entry.id, entry.title, entry.state, entry.referral.events) == (bare.id, "Un prêt", "draft", ())
    said = ReferralAnswer(referral_id=bare.id, on=today, act=ReferralAct.ACKNOWLEDGED, by="Hanne", text="bien reçu")
    add(store, said)
    (entry,) = read_timeline(store, organisation.id, kinds=(TimelineKind.REFERRAL,)).entries
    assert entry.referral is not None
    assert [(one.act, one.words) for one in entry.referral.events] == [(ReferralAct.ACKNOWLEDGED, "bien reçu")]


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
