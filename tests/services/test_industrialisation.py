"""Industrial maturity on a real binder: answered, carried over, lifted, proposed, confirmed, in doubt, taken back."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.industrialisation import AnswerMrl, BeginAssessment, LiftBlocking
from clusterdesk.domain.commands.records import DeleteRecord, EditRecord
from clusterdesk.domain.industrialisation.maturity import LEVELS, in_order
from clusterdesk.domain.proposals.proposal import ProposedAction, ResultStanding
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.industrialisation import CapacitySheet, MrlAnswer, MrlAssessment, MrlQuestion, MrlReply
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project, ProjectPartner
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.domain.views.industry import ProjectIndustry
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.services.industrialisation import answer_question, begin_assessment, lift_blocking
from clusterdesk.services.industry_views import read_industry, read_industry_of_project
from clusterdesk.services.lookup import search_while_typing
from clusterdesk.services.page_views import read_timeline
from clusterdesk.services.proposals import confirm_proposal, confirmation
from clusterdesk.services.records import delete_record, edit_record
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_file, make_organisation


@pytest.fixture
def file(store: Store) -> CoachingFile:
    return make_file(store, make_organisation(store, languages=("nl", "fr")), "Ligne de meubles")


def _questions(store: Store) -> tuple[MrlQuestion, ...]:
    return in_order(store.find(MrlQuestion))


def _answer_up_to(store: Store, project_id: UUID, level: int, on: date | None = None) -> None:
    for one in _questions(store):
        if one.level <= level:
            answer_question(store, AnswerMrl(project_id=project_id, question_id=one.id, reply=MrlReply.YES, on=on))


def _say(
    store: Store, project_id: UUID, question: MrlQuestion, reply: MrlReply, on: date | None = None
) -> MrlAssessment:
    return answer_question(store, AnswerMrl(project_id=project_id, question_id=question.id, reply=reply, on=on)).output


def _project(store: Store, file: CoachingFile) -> ProjectIndustry:
    return read_industry_of_project(store, file.project_id)[1]


def test_the_shipped_questions_cover_every_level_in_three_languages(store: Store) -> None:
    questions = _questions(store)
    for level in LEVELS:
        assert 2 <= sum(one.level == level for one in questions) <= 4
    for one in questions:
        texts = (one.name_fr, one.name_nl, one.name_en, one.action_fr, one.action_nl, one.action_en)
        assert all(texts)
        assert len(set(texts)) == len(texts)
    keys = {one.key.partition(".")[2] for one in questions if one.circular}
    assert {"feedstock", "sorting", "conformity", "takt", "space", "permit"} <= keys


def test_answers_make_one_assessment_a_day_and_its_level_follows(store: Store, file: CoachingFile) -> None:
    _answer_up_to(store, file.project_id, 2)
    (made,) = store.find(MrlAssessment)
    assert (made.level, made.on, made.project_id) == (2, store.clock.today(), file.project_id)
    third = next(one for one in _questions(store) if one.level == 3)
    before = store.data_version()
    assert _say(store, file.project_id, third, MrlReply.NO).level == 2
    _say(store, file.project_id, third, MrlReply.NO)  # the same again is no step
    assert store.data_version() == before + 1
    assert _project(store, file).maturity.blocking == third


def test_undo_takes_back_an_answer_and_its_level(store: Store, file: CoachingFile) -> None:
    _answer_up_to(store, file.project_id, 1)
    assert store.find(MrlAssessment)[0].level == 1
    undo(store)
    (made,) = store.find(MrlAssessment)
    assert made.level == 0
    assert len(store.find(MrlAnswer)) == 1
    redo(store)
    assert store.find(MrlAssessment)[0].level == 1


def test_the_next_assessment_begins_with_the_answers_of_the_last_one(store: Store, file: CoachingFile) -> None:
    earlier = store.clock.today() - timedelta(days=100)
    _answer_up_to(store, file.project_id, 4, earlier)
    fifth = [one for one in _questions(store) if one.level == 5]
    for one in fifth:
        _say(store, file.project_id, one, MrlReply.YES)
    newest, first = _project(store, file).assessed
    assert (first.assessment.on, first.assessment.level) == (earlier, 4)
    assert newest.assessment.level == 5
    assert [change.question_id for change in newest.changes] == [one.id for one in fifth]
    assert first.changes == ()
    assert store.find(MrlAnswer, assessment_id=first.assessment.id, question_id=fifth[0].id) == []


def test_nothing_changed_since_is_an_assessment_too(store: Store, file: CoachingFile) -> None:
    _answer_up_to(store, file.project_id, 3, store.clock.today() - timedelta(days=50))
    made = begin_assessment(store, BeginAssessment(project_id=file.project_id)).output
    assert made.level == 3
    again = begin_assessment(store, BeginAssessment(project_id=file.project_id))
    assert not again.changes
    assert len(store.find(MrlAssessment)) == 2
    undo(store)
    assert len(store.find(MrlAssessment)) == 1


def test_an_earlier_assessment_is_corrected_by_name(store: Store, file: CoachingFile) -> None:
    earlier = store.clock.today() - timedelta(days=100)
    _answer_up_to(store, file.project_id, 3, earlier)
    begin_assessment(store, BeginAssessment(project_id=file.project_id))
    old = store.find(MrlAssessment, on=earlier)[0]
    second = next(one for one in _questions(store) if one.level == 2)
    command = AnswerMrl(project_id=file.project_id, question_id=second.id, reply=MrlReply.NO, assessment_id=old.id)
    answer_question(store, command)
    assert store.find(MrlAssessment, on=earlier)[0].level == 1
    assert store.find(MrlAssessment, on=store.clock.today())[0].level == 3


def test_what_makes_no_sense_is_refused(store: Store, file: CoachingFile) -> None:
    questions = _questions(store)
    plain = next(one for one in questions if not one.circular)
    with pytest.raises(KnownError, match="asked of everybody"):
        _say(store, file.project_id, plain, MrlReply.NOT_APPLICABLE)
    with pytest.raises(KnownError, match="still to come"):
        _say(store, file.project_id, plain, MrlReply.YES, store.clock.today() + timedelta(days=1))
    with pytest.raises(KnownError, match="still to come"):
        begin_assessment(store, BeginAssessment(project_id=file.project_id, on=date(2100, 1, 1)))
    with pytest.raises(KnownError):
        _say(store, UUID(int=7), plain, MrlReply.YES)
    assert store.find(MrlAssessment) == []


def test_a_circular_question_may_not_apply(store: Store, file: CoachingFile) -> None:
    first, circular = (one for one in _questions(store) if one.level == 1)
    assert circular.circular
    _say(store, file.project_id, first, MrlReply.YES)
    assert _say(store, file.project_id, circular, MrlReply.NOT_APPLICABLE).level == 1


def test_what_blocks_becomes_a_promise_in_the_language_of_the_organisation(store: Store, file: CoachingFile) -> None:
    _answer_up_to(store, file.project_id, 1)
    blocking = _project(store, file).maturity.blocking
    assert blocking is not None
    command = LiftBlocking(project_id=file.project_id, question_id=blocking.id)
    lift_blocking(store, command)
    (promise,) = store.find(Action)
    assert promise.text == blocking.action_nl
    assert (promise.owner, promise.coaching_file_id) == (OwnerKind.ORGANISATION, file.id)
    assert promise.due_on == store.clock.today() + timedelta(days=28)
    assert _project(store, file).promise == promise
    assert not lift_blocking(store, command).changes
    undo(store)
    assert store.find(Action) == []


def test_a_project_without_holder_has_nobody_to_promise(store: Store) -> None:
    alone = add(store, Project(title="Consortium"))
    with pytest.raises(KnownError, match="no holder"):
        lift_blocking(store, LiftBlocking(project_id=alone.id, question_id=_questions(store)[0].id))
    page, found = read_industry_of_project(store, alone.id)
    assert (page.name, found.level) == ("", 0)


def _papers(store: Store, file: CoachingFile) -> None:
    add(store, Evidence(title="Attestation", level=EvidenceLevel.ATTESTATION, project_id=file.project_id))
    add(store, Evidence(title="Factures", level=EvidenceLevel.DOCUMENT, project_id=file.project_id))


def test_from_the_workshop_to_a_confirmed_result_and_back(store: Store, file: CoachingFile) -> None:
    today = store.clock.today()
    _answer_up_to(store, file.project_id, 6, today - timedelta(days=200))
    assert _project(store, file).proposal.standing is ResultStanding.ON_THE_WAY
    _answer_up_to(store, file.project_id, 9, today - timedelta(days=20))
    assert _project(store, file).proposal.action is ProposedAction.NONE
    _papers(store, file)
    proposal = _project(store, file).proposal
    assert (proposal.action, proposal.on) == (ProposedAction.CONFIRM, today - timedelta(days=20))
    confirm_proposal(store, confirmation(proposal, by="Claire Delvaux"))
    (event,) = store.find(ResultEvent)
    assert (event.rule, event.on, event.coaching_file_id) == ("MRL9", today - timedelta(days=20), file.id)
    assert {one.result_event_id for one in store.find(Evidence)} == {event.id}
    assert _project(store, file).proposal.standing is ResultStanding.CONFIRMED

    seventh = next(one for one in _questions(store) if one.level == 7)
    _say(store, file.project_id, seventh, MrlReply.NO)
    doubted = _project(store, file).proposal
    assert (doubted.action, doubted.standing) == (ProposedAction.REVOKE, ResultStanding.TO_REVOKE)
    assert store.find(ResultEvent)[0].revoked_on is None
    undo(store)
    assert _project(store, file).proposal.standing is ResultStanding.CONFIRMED


def test_the_page_shows_the_projects_of_an_organisation_the_furthest_one_first(
    store: Store, file: CoachingFile
) -> None:
    holder = store.find(Organisation)[0]
    second = make_file(store, holder, "Atelier textile")
    _answer_up_to(store, second.project_id, 5)
    add(store, CapacitySheet(project_id=second.project_id, on=date(2026, 5, 4), product="Sacs"))
    page = read_industry(store, holder.id)
    assert [one.project.title for one in page.projects] == ["Atelier textile", "Ligne de meubles"]
    assert [one.level for one in page.projects] == [5, 0]
    assert [one.product for one in page.projects[0].sheets] == ["Sacs"]
    assert len(page.questions) == len(_questions(store))


def test_the_fil_tells_assessments_and_capacity_sheets(store: Store, file: CoachingFile) -> None:
    holder = store.find(Organisation)[0]
    _answer_up_to(store, file.project_id, 2)
    add(store, CapacitySheet(project_id=file.project_id, on=date(2026, 5, 4), product="Sacs"))
    page = read_timeline(store, holder.id, kinds=(TimelineKind.MATURITY, TimelineKind.CAPACITY))
    assert [(one.kind, one.title, one.detail) for one in page.entries] == [
        (TimelineKind.MATURITY, "Ligne de meubles", "2"),
        (TimelineKind.CAPACITY, "Ligne de meubles", "Sacs"),
    ]
    assert page.counts[TimelineKind.MATURITY] == 1
    assert TimelineKind.MATURITY in {one.kind for one in read_timeline(store, holder.id).entries}


def test_an_assessment_known_by_its_level_alone_says_yes_to_what_the_level_asks(
    store: Store, file: CoachingFile
) -> None:
    earlier = store.clock.today() - timedelta(days=100)
    bare = add(store, MrlAssessment(project_id=file.project_id, on=earlier, level=6))
    seen = _project(store, file)
    assert seen.maturity.blocking is not None
    assert (seen.level, seen.maturity.level, seen.maturity.blocking.level) == (6, 6, 7)
    seventh = next(one for one in _questions(store) if one.level == 7)
    assert _say(store, file.project_id, seventh, MrlReply.NO).level == 6
    assert store.find(MrlAnswer, assessment_id=bare.id) == []
    third = next(one for one in _questions(store) if one.level == 3)
    command = AnswerMrl(project_id=file.project_id, question_id=third.id, reply=MrlReply.NO, assessment_id=bare.id)
    assert answer_question(store, command).output.level == 2
    undo(store)
    assert store.get(MrlAssessment, bare.id).level == 6
    assert store.find(MrlAnswer, assessment_id=bare.id) == []
    begin_assessment(store, BeginAssessment(project_id=file.project_id, on=earlier))
    assert store.get(MrlAssessment, bare.id).level == 6


def test_evidence_of_an_organisation_with_one_project_counts_for_it(store: Store, file: CoachingFile) -> None:
    holder = store.find(Organisation)[0]
    for title, indicator in (("Attestation", "industrialised"), ("Bilan social", "job_growth")):
        paper = Evidence(title=title, level=EvidenceLevel.DOCUMENT, organisation_id=holder.id, indicator=indicator)
        add(store, paper)
    assert [one.title for one in _project(store, file).proposal.evidence] == ["Attestation"]
    make_file(store, holder, "Atelier textile")
    assert _project(store, file).proposal.evidence == ()


def test_a_revoked_or_binned_assessment_counts_no_more(store: Store, file: CoachingFile) -> None:
    _answer_up_to(store, file.project_id, 7, store.clock.today() - timedelta(days=90))
    _answer_up_to(store, file.project_id, 9)
    assert _project(store, file).level == 9
    (last,) = store.find(MrlAssessment, on=store.clock.today())
    delete_record(store, DeleteRecord(type_key="mrl_assessment", record_id=last.id))
    assert _project(store, file).level == 7
    assert _project(store, file).proposal.on is None
    undo(store)
    assert _project(store, file).level == 9


def test_a_question_that_is_taken_out_of_use_blocks_no_more(store: Store, file: CoachingFile) -> None:
    first, second = (one for one in _questions(store) if one.level == 1)
    _say(store, file.project_id, first, MrlReply.YES)
    assert _project(store, file).maturity.level == 0
    edit_record(store, EditRecord(type_key="mrl_question", record_id=second.id, values={"active": False}))
    seen = _project(store, file)
    # What was found on the day stays; what the answers give today is told beside it.
    assert (seen.level, seen.maturity.level) == (0, 1)
    assert begin_assessment(store, BeginAssessment(project_id=file.project_id)).output.level == 1


def test_what_was_remarked_in_the_workshop_is_found_with_its_organisation(store: Store, file: CoachingFile) -> None:
    holder = store.find(Organisation)[0]
    made = _say(store, file.project_id, _questions(store)[0], MrlReply.NO)
    (given,) = store.find(MrlAnswer)
    edit_record(store, EditRecord(type_key="mrl_answer", record_id=given.id, values={"remark": "Goulot au vernissage"}))
    edit_record(
        store, EditRecord(type_key="mrl_assessment", record_id=made.id, values={"remark": "Vernissage à revoir"})
    )
    add(store, CapacitySheet(project_id=file.project_id, on=date(2026, 5, 4), bottleneck="Vernissage"))
    hits = {one.kind: one for one in search_while_typing(store, "vernissage", 20).hits}
    assert {"mrl_answer", "mrl_assessment", "capacity_sheet"} <= set(hits)
    assert {one.organisation_id for one in hits.values()} == {holder.id}
    assert hits["mrl_answer"].title == _questions(store)[0].name_fr


def test_the_file_that_was_open_on_the_day_gets_the_result(store: Store, file: CoachingFile) -> None:
    today = store.clock.today()
    later = add(store, CoachingFile(project_id=file.project_id, opened_on=today - timedelta(days=5)))
    _answer_up_to(store, file.project_id, 5, today - timedelta(days=90))
    assert _project(store, file).proposal.coaching_file_id == later.id
    _answer_up_to(store, file.project_id, 9, today - timedelta(days=20))
    assert _project(store, file).proposal.coaching_file_id == file.id


def test_what_lifts_a_project_of_somebody_else_is_promised_by_its_holder(store: Store, file: CoachingFile) -> None:
    partner = make_organisation(store, "Scierie du Canal")
    add(store, ProjectPartner(project_id=file.project_id, organisation_id=partner.id, role="scieur"))
    (shown,) = read_industry(store, partner.id).projects
    assert shown.role
    assert shown.maturity.blocking is not None
    lift_blocking(store, LiftBlocking(project_id=file.project_id, question_id=shown.maturity.blocking.id))
    assert read_industry(store, partner.id).projects[0].promise == store.find(Action)[0]
