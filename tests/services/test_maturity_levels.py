"""The level of an assessment follows its answers whatever road they take: edited, added, binned, brought back."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.bin import BinItem, BinRecords, UnbinRecords
from clusterdesk.domain.commands.industrialisation import AnswerMrlQuestions, GivenReply
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord, RestoreRecord, RestoreValue
from clusterdesk.domain.industrialisation.maturity import in_order
from clusterdesk.domain.records.industrialisation import MrlAnswer, MrlAssessment, MrlQuestion, MrlReply
from clusterdesk.exchange.archive.load import import_archive
from clusterdesk.services import records
from clusterdesk.services.bin import bin_records, unbin_records
from clusterdesk.services.industrialisation import answer_questions
from clusterdesk.services.maturity_levels import new_answer
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from tests.exchange.archives import refusals, write_lines
from tests.factories import add, make_file, make_organisation


def _question(store: Store, level: int) -> MrlQuestion:
    return next(one for one in in_order(store.find(MrlQuestion)) if one.level == level)


def _replies(store: Store, level: int, reply: MrlReply = MrlReply.YES) -> tuple[GivenReply, ...]:
    return tuple(GivenReply(one.id, reply) for one in in_order(store.find(MrlQuestion)) if one.level <= level)


@pytest.fixture
def project_id(store: Store) -> UUID:
    return make_file(store, make_organisation(store)).project_id


@pytest.fixture
def assessed(store: Store, project_id: UUID) -> MrlAssessment:
    """An assessment at level 4, answered in one step."""
    return answer_questions(store, AnswerMrlQuestions(project_id=project_id, replies=_replies(store, 4))).output


def _level(store: Store) -> int:
    (found,) = store.find(MrlAssessment)
    return found.level


def _answer(store: Store, level: int) -> MrlAnswer:
    (found,) = store.find(MrlAnswer, question_id=_question(store, level).id)
    return found


def test_several_answers_are_one_step(store: Store, project_id: UUID, assessed: MrlAssessment) -> None:
    count = len(_replies(store, 4))
    assert (assessed.level, len(store.find(MrlAnswer))) == (4, count)
    again = answer_questions(store, AnswerMrlQuestions(project_id=project_id, replies=_replies(store, 4)))
    assert not again.changes
    lower = (GivenReply(_question(store, 2).id, MrlReply.NO), GivenReply(_question(store, 6).id, MrlReply.YES))
    done = answer_questions(store, AnswerMrlQuestions(project_id=project_id, replies=lower)).output
    assert (done.id, done.level) == (assessed.id, 1)
    undo(store)
    assert (_level(store), len(store.find(MrlAnswer))) == (4, count)
    undo(store)
    assert (store.find(MrlAssessment), store.find(MrlAnswer)) == ([], [])
    redo(store)
    assert _level(store) == 4


def test_of_several_answers_none_is_noted_where_one_is_refused(store: Store, project_id: UUID) -> None:
    plain = next(one for one in store.find(MrlQuestion) if not one.circular)
    replies = (*_replies(store, 1), GivenReply(plain.id, MrlReply.NOT_APPLICABLE))
    with pytest.raises(KnownError, match="asked of everybody"):
        answer_questions(store, AnswerMrlQuestions(project_id=project_id, replies=replies))
    assert store.find(MrlAssessment) == []


def test_an_answer_edited_as_any_record_lowers_the_level(store: Store, assessed: MrlAssessment) -> None:
    third = _answer(store, 3)
    values: dict[str, object] = {"reply": MrlReply.NO}
    records.edit_record(store, EditRecord(type_key="mrl_answer", record_id=third.id, values=values))
    assert _level(store) == 2
    undo(store)
    assert (_level(store), _answer(store, 3).reply) == (4, MrlReply.YES)
    values = {"remark": "Vu à l’atelier"}
    records.edit_record(store, EditRecord(type_key="mrl_answer", record_id=third.id, values=values))
    assert _level(store) == 4


def test_an_answer_that_everybody_gives_cannot_be_edited_away(store: Store, assessed: MrlAssessment) -> None:
    plain = next(one for one in store.find(MrlAnswer) if not store.get(MrlQuestion, one.question_id).circular)
    values: dict[str, object] = {"reply": MrlReply.NOT_APPLICABLE}
    with pytest.raises(KnownError, match="asked of everybody"):
        records.edit_record(store, EditRecord(type_key="mrl_answer", record_id=plain.id, values=values))


def test_answers_added_as_any_record_raise_the_level(store: Store, assessed: MrlAssessment) -> None:
    for question in in_order(store.find(MrlQuestion)):
        if question.level == 5:
            made = new_answer(assessed.id, question.id, MrlReply.YES, question.name_fr)
            records.add_record(store, AddRecord(record=made))
    assert _level(store) == 5


def test_an_answer_to_what_was_known_by_its_level_alone_brings_the_others(store: Store, project_id: UUID) -> None:
    bare = add(store, MrlAssessment(project_id=project_id, on=store.clock.today(), level=6))
    third = _question(store, 3)
    made = new_answer(bare.id, third.id, MrlReply.NO, third.name_fr)
    records.add_record(store, AddRecord(record=made))
    assert _level(store) == 2
    assert len(store.find(MrlAnswer)) == len(_replies(store, 6))
    undo(store)
    assert (_level(store), store.find(MrlAnswer)) == (6, [])


def test_an_answer_binned_and_brought_back_moves_the_level(store: Store, assessed: MrlAssessment) -> None:
    second = _answer(store, 2)
    records.delete_record(store, DeleteRecord(type_key="mrl_answer", record_id=second.id))
    assert _level(store) == 1
    records.restore_record(store, RestoreRecord(type_key="mrl_answer", record_id=second.id))
    assert _level(store) == 4
    bin_records(store, BinRecords(items=(BinItem("mrl_answer", second.id),)))
    assert _level(store) == 1
    unbin_records(store, UnbinRecords(items=(BinItem("mrl_answer", second.id),)))
    assert _level(store) == 4


def test_an_assessment_binned_with_its_answers_keeps_its_level(store: Store, assessed: MrlAssessment) -> None:
    bin_records(store, BinRecords(items=(BinItem("mrl_assessment", assessed.id),)))
    assert store.get(MrlAssessment, assessed.id).level == 4
    unbin_records(store, UnbinRecords(items=(BinItem("mrl_assessment", assessed.id),)))
    assert _level(store) == 4
    assert len(store.find(MrlAnswer)) == len(_replies(store, 4))


def test_an_earlier_answer_brought_back_moves_the_level(store: Store, assessed: MrlAssessment) -> None:
    third = _answer(store, 3)
    for reply in (MrlReply.NO, MrlReply.YES):
        values: dict[str, object] = {"reply": reply}
        records.edit_record(store, EditRecord(type_key="mrl_answer", record_id=third.id, values=values))
    assert _level(store) == 4
    with store.read() as connection:
        changes = connection.exec_driver_sql("SELECT n FROM change WHERE column_name = 'reply' ORDER BY n").fetchall()
    back = RestoreValue(type_key="mrl_answer", record_id=third.id, field="reply", change_n=changes[0][0])
    records.restore_value(store, back)
    assert _level(store) == 2


def test_an_imported_answer_moves_the_level(store: Store, assessed: MrlAssessment, tmp_path: Path) -> None:
    second = _answer(store, 2)
    ends = {"assessment_id": str(assessed.id), "question_id": str(second.question_id)}
    line = {"type": "mrl_answer", "id": str(second.id), **ends, "reply": "no"}
    plan = import_archive(store, write_lines(tmp_path / "answers.jsonl", line)).output
    assert refusals(plan) == []
    assert (_answer(store, 2).reply, _level(store)) == (MrlReply.NO, 1)
    undo(store)
    assert (_answer(store, 2).reply, _level(store)) == (MrlReply.YES, 4)


def test_a_level_that_the_answers_do_not_give_is_refused(store: Store, assessed: MrlAssessment) -> None:
    values: dict[str, object] = {"level": 9}
    edit = EditRecord(type_key="mrl_assessment", record_id=assessed.id, values=values)
    with pytest.raises(KnownError, match="they give 4"):
        records.edit_record(store, edit)
    bare = add(store, MrlAssessment(project_id=assessed.project_id, on=date(2025, 1, 6), level=2))
    records.edit_record(store, EditRecord(type_key="mrl_assessment", record_id=bare.id, values={"level": 3}))
    assert store.get(MrlAssessment, bare.id).level == 3, "known by its level alone"
