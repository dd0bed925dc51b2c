"""Readiness for abroad: questions answered for an orientation, what is missing promised, all undone in one step."""

from datetime import date, timedelta

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.referrals import AnswerReadiness, CreateReferral, LiftReadiness, ReadinessGiven
from clusterdesk.domain.records.referrals import (
    ReadinessAnswer,
    ReadinessQuestion,
    ReadinessReply,
    Referral,
    ReferralDocument,
)
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.services.readiness import answer_readiness, lift_readiness
from clusterdesk.services.referral_views import read_referral, referrals_of
from clusterdesk.services.referrals import create_referral
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation


def begun(store: Store) -> Referral:
    organisation = make_organisation(store)
    cmd = CreateReferral(organisation_id=organisation.id, need="Un distributeur", countries=("NL", "DE"))
    return create_referral(store, cmd).output


def question(store: Store, key: str) -> ReadinessQuestion:
    return store.find(ReadinessQuestion, key=key)[0]


def reply(store: Store, referral: Referral, key: str, given: ReadinessReply) -> AnswerReadiness:
    answers = (ReadinessGiven(question_id=question(store, key).id, reply=given),)
    return AnswerReadiness(referral_id=referral.id, answers=answers)


def test_the_shipped_questions_have_an_action_in_three_languages(store: Store) -> None:
    rows = store.find(ReadinessQuestion)
    assert len(rows) == 14
    for row in rows:
        assert all((row.name_fr, row.name_nl, row.name_en, row.action_fr, row.action_nl, row.action_en)), row.key


def test_an_answer_keeps_the_question_as_it_was_asked_and_is_given_anew(store: Store) -> None:
    referral = begun(store)
    answer_readiness(store, reply(store, referral, "price_list", ReadinessReply.NO))
    (noted,) = store.find(ReadinessAnswer, referral_id=referral.id)
    assert (noted.reply, noted.asked) == (ReadinessReply.NO, question(store, "price_list").name_fr)
    assert not answer_readiness(store, reply(store, referral, "price_list", ReadinessReply.NO)).changes
    answer_readiness(store, reply(store, referral, "price_list", ReadinessReply.YES))
    assert store.get(ReadinessAnswer, noted.id).reply is ReadinessReply.YES
    undo(store)
    assert store.get(ReadinessAnswer, noted.id).reply is ReadinessReply.NO
    undo(store)
    assert store.find(ReadinessAnswer, referral_id=referral.id) == []


def test_each_no_becomes_one_promise_of_the_organisation(store: Store) -> None:
    referral = begun(store)
    with pytest.raises(KnownError) as nothing:
        lift_readiness(store, LiftReadiness(referral_id=referral.id))
    assert nothing.value.code == "nothing_to_lift"
    for key, given in (("price_list", ReadinessReply.NO), ("site", ReadinessReply.NO), ("cash", ReadinessReply.YES)):
        answer_readiness(store, reply(store, referral, key, given))
    made = lift_readiness(store, LiftReadiness(referral_id=referral.id)).output
    assert {one.text for one in made} == {question(store, key).action_fr for key in ("price_list", "site")}
    assert {one.owner for one in made} == {OwnerKind.ORGANISATION}
    assert {one.due_on for one in made} == {store.clock.today() + timedelta(days=30)}
    assert lift_readiness(store, LiftReadiness(referral_id=referral.id)).output == (), "what is owed already stays"
    undo(store)
    assert store.find(Action, organisation_id=referral.organisation_id) == []


def test_the_page_shows_all_that_belongs_to_an_orientation(store: Store) -> None:
    referral = begun(store)
    paper = add(store, Document(organisation_id=referral.organisation_id, name="Prix.pdf", sha256="1" * 64, size=9))
    add(store, ReferralDocument(referral_id=referral.id, document_id=paper.id))
    answer_readiness(store, reply(store, referral, "site", ReadinessReply.NOT_APPLICABLE))
    page = read_referral(store, referral.id)
    assert page.row.countries == ("DE", "NL")
    assert [one.document.name for one in page.attached] == ["Prix.pdf"]
    assert (page.readiness.asked, page.readiness.unknown) == (13, 13), "what does not apply is not asked"
    assert page.row.since == date(2026, 11, 23)
    assert [row.record.id for row in referrals_of(store, referral.organisation_id)] == [referral.id]
