"""What proves that something happened is written when it happens, and in no other way."""

import json
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.changes import differences
from clusterdesk.domain.commands.difficulties import ApproveDifficulty, SendDifficulty
from clusterdesk.domain.commands.difficulty_papers import PaperWanted
from clusterdesk.domain.commands.production import MoveProduction, RateProduction
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord, RestoreRecord, RestoreValue
from clusterdesk.domain.dated_steps import in_order
from clusterdesk.domain.production import stages
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyAct, DifficultyRecipient, DifficultyStep
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.production import ProductionStage, ProductionStep
from clusterdesk.domain.records.projects import Project, ProjectKind
from clusterdesk.domain.records.referrals import AnswerChannel, Referral, ReferralAct, ReferralAnswer, ReferralStep
from clusterdesk.domain.records.results import Document, Evidence, ResultEvent, ResultKind
from clusterdesk.domain.views.difficulty_papers import Naming
from clusterdesk.domain.written_marks import WRITTEN
from clusterdesk.exchange.archive.load import import_archive
from clusterdesk.exchange.archive.save import export_archive
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS
from clusterdesk.services import difficulty_moves, production, records, undo
from clusterdesk.services.binders import create_binder
from clusterdesk.services.difficulty_papers import difficulty_paper
from clusterdesk.services.paper_gate import through_gate
from clusterdesk.store.desk_store import Store
from clusterdesk.store.journal.history import history
from tests.factories import add, make_organisation
from tests.field import make_trade, note, note_permit, read_note

TODAY = date(2026, 11, 23)


@pytest.fixture
def trade(store: Store) -> dict[str, Organisation]:
    """Return the companies."""
    return make_trade(store)


@pytest.fixture
def permit(store: Store, trade: dict[str, Organisation]) -> Difficulty:
    """Return a difficulty that companies meet."""
    return note_permit(store, trade)


def sum_of(store: Store, difficulty: Difficulty, **more: Any) -> str:
    wanted = PaperWanted(difficulty_ids=(difficulty.id,), language="fr", **more)
    return difficulty_paper(store, wanted, author="").sha256


def refused(store: Store, service: Any, command: Any) -> str:
    """Return the code with which a service refuses, after nothing was written."""
    version = store.data_version()
    with pytest.raises(KnownError) as caught:
        service(store, command)
    assert store.data_version() == version
    assert caught.value.advice
    return caught.value.code


def edited(record: Record, key: str, **values: Any) -> EditRecord:
    return EditRecord(type_key=key, record_id=record.id, values=values)


def test_nobody_writes_a_reading_by_hand(store: Store, permit: Difficulty) -> None:
    forged = DifficultyStep(
        difficulty_id=permit.id, act=DifficultyAct.PREVIEWED, on=TODAY, by="Claire", sha256=sum_of(store, permit)
    )
    assert refused(store, records.add_record, AddRecord(record=forged)) == "written_by_program"
    # Nor beside something else that may be added.
    told = Difficulty(title="Autre", on=TODAY)
    assert refused(store, records.add_record, AddRecord(record=told, parts=(forged,))) == "written_by_program"
    (created,) = store.find(DifficultyStep, difficulty_id=permit.id)
    for values in (
        {"act": DifficultyAct.PREVIEWED, "sha256": forged.sha256},
        {"act": DifficultyAct.PREVIEWED},
        {"sha256": forged.sha256},
    ):
        edit = edited(created, "difficulty_step", **values)
        assert refused(store, records.edit_record, edit) == "written_by_program"
    with pytest.raises(KnownError, match="read"):
        through_gate(store, difficulty_paper(store, PaperWanted(difficulty_ids=(permit.id,), language="fr"), author=""))


def test_a_reading_stays_as_it_was_given(store: Store, trade: dict[str, Organisation], permit: Difficulty) -> None:
    other = note(store, "Quai", "space", *list(trade.values())[:3])
    read_note(store, permit.id)
    (step,) = store.find(DifficultyStep, difficulty_id=permit.id, act=DifficultyAct.PREVIEWED)
    for values in (
        {"difficulty_id": other.id},
        {"act": DifficultyAct.CREATED},
        {"sha256": "0" * 64},
        {"on": date(2026, 1, 1)},
        {"by": "Mia"},
    ):
        edit = edited(step, "difficulty_step", **values)
        assert refused(store, records.edit_record, edit) == "written_by_program", values
    records.edit_record(store, edited(step, "difficulty_step", remark="Lue deux fois"))
    # It may be taken back, and then only undo brings it again.
    records.edit_record(store, edited(step, "difficulty_step", revoked_on=TODAY))
    again = edited(step, "difficulty_step", revoked_on=None)
    assert refused(store, records.edit_record, again) == "written_by_program"
    undo.undo(store)
    assert store.get(DifficultyStep, step.id).revoked_on is None


def test_a_difficulty_is_sent_with_a_note_that_was_read_as_it_is(store: Store, trade: dict[str, Organisation]) -> None:
    met = list(trade.values())
    one = note(store, "Attente", "permit", *met[:3], happens="Un voisin, Zwetschge, attend. Un autre, Quetsche, aussi.")
    send = SendDifficulty(difficulty_id=one.id, recipient_id=store.find(DifficultyRecipient)[0].id)
    difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=one.id, by="Mia"))
    read_note(store, one.id)
    make_organisation(store, "Zwetschge")
    assert refused(store, difficulty_moves.send_difficulty, send) == "paper_stale"
    read_note(store, one.id, language="nl", naming=Naming.AGREED)
    assert difficulty_moves.send_difficulty(store, send).output.sent_on == TODAY
    undo.undo(store)
    make_organisation(store, "Quetsche")
    assert refused(store, difficulty_moves.send_difficulty, send) == "paper_stale"
    # A roll-up tells of it, too, in whatever order it was put together.
    other, third = note(store, "Quai", "space", *met[:3]), note(store, "Bruit", "permit", *met[2:5])
    read_note(store, third.id, other.id, one.id)
    assert difficulty_moves.send_difficulty(store, send).output.sent_on == TODAY


def test_told_without_a_note_one_says_how(store: Store, permit: Difficulty) -> None:
    to = store.find(DifficultyRecipient)[0]
    difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=permit.id, by="Mia"))
    send = SendDifficulty(difficulty_id=permit.id, recipient_id=to.id)
    assert refused(store, difficulty_moves.send_difficulty, send) == "paper_unread"
    silent = replace(send, with_note=False)
    assert refused(store, difficulty_moves.send_difficulty, silent) == "sent_how"
    difficulty_moves.send_difficulty(store, replace(silent, remark="À la réunion du 3"))
    step = max(store.find(DifficultyStep, difficulty_id=permit.id), key=lambda one: one.id)
    assert (step.act, step.remark) == (DifficultyAct.SENT, "À la réunion du 3")


def _one_of(store: Store, key: str) -> tuple[Record, dict[str, Any]]:
    """Return a record of a type as a form may add it, and other values for what only the program writes."""
    organisation = make_organisation(store)
    referral = add(store, Referral(organisation_id=organisation.id, on=TODAY, need="Un hall"))
    other = add(store, Referral(organisation_id=organisation.id, on=TODAY, need="Un quai"))
    document = add(store, Document(organisation_id=organisation.id, name="plan.pdf", sha256="1" * 64, size=3))
    step = ReferralStep(referral_id=referral.id, act=ReferralAct.CHASED, on=TODAY)
    answer = ReferralAnswer(referral_id=referral.id, act=ReferralAct.ACCEPTED, on=TODAY, channel=AnswerChannel.PHONE)
    found: dict[str, tuple[Record, dict[str, Any]]] = {
        "referral_step": (step, {"act": ReferralAct.CONSENTED, "referral_id": other.id}),
        "referral_answer": (
            answer,
            {
                "sha256": "2" * 64,
                "act": ReferralAct.DONE,
                "referral_id": other.id,
                "document_id": document.id,
            },
        ),
        "document": (document, {"sha256": "3" * 64, "size": 5}),
    }
    return found[key]


@pytest.mark.parametrize("key", ["referral_step", "referral_answer", "document"])
def test_other_marks_are_not_typed_either(store: Store, key: str) -> None:
    record, values = _one_of(store, key)
    if not store.find(RECORD_TYPES[key].cls, id=record.id):
        records.add_record(store, AddRecord(record=record))
    assert set(values) == set(WRITTEN[key].fields)
    for name, value in values.items():
        assert refused(store, records.edit_record, edited(record, key, **{name: value})) == "written_by_program", name


def test_a_move_or_the_sum_of_an_answer_is_not_added_by_hand(store: Store) -> None:
    referral = add(store, Referral(organisation_id=make_organisation(store).id, on=TODAY, need="Un hall"))
    moved = ReferralStep(referral_id=referral.id, act=ReferralAct.HANDED_OVER, on=TODAY)
    taken = ReferralAnswer(referral_id=referral.id, act=ReferralAct.ACCEPTED, on=TODAY, sha256="4" * 64)
    for record in (moved, taken):
        assert refused(store, records.add_record, AddRecord(record=record)) == "written_by_program"


@pytest.fixture
def produced(store: Store) -> tuple[Project, list[ProductionStep]]:
    """A production project that was ranked, set up and financed by moves, all on one day."""
    holder = make_organisation(store)
    project = add(store, Project(organisation_id=holder.id, title="Carrelets", kind=ProjectKind.PRODUCTION))
    whole = RateProduction(project_id=project.id, timing=4, skills=3, budget=4, funding=5, impact=4)
    production.rate_production(store, whole)
    for stage in (ProductionStage.SET_UP, ProductionStage.FINANCED):
        production.move_production(store, MoveProduction(project_id=project.id, stage=stage))
    return project, in_order(store.find(ProductionStep, project_id=project.id))


def test_a_stage_of_production_is_reached_by_a_move_only(
    store: Store, produced: tuple[Project, list[ProductionStep]]
) -> None:
    project, (_, second, last) = produced
    for stage in ProductionStage:
        forged = ProductionStep(project_id=project.id, stage=stage, on=store.clock.today())
        assert refused(store, records.add_record, AddRecord(record=forged)) == "written_by_program"
    running = edited(last, "production_step", stage=ProductionStage.IN_PRODUCTION)
    assert refused(store, records.edit_record, running) == "written_by_program"
    records.edit_record(store, edited(second, "production_step", remark="chez Noord", by="Mia"))
    assert store.get(ProductionStep, second.id).by == "Mia"


def test_the_days_of_stages_keep_their_order(store: Store, produced: tuple[Project, list[ProductionStep]]) -> None:
    _, (first, second, last) = produced
    today = store.clock.today()
    ahead = edited(last, "production_step", on=today + timedelta(days=1))
    assert refused(store, records.edit_record, ahead) == "production_ahead"
    records.edit_record(store, edited(first, "production_step", on=today - timedelta(days=9)))
    records.edit_record(store, edited(second, "production_step", on=today - timedelta(days=5)))
    for step, days in ((second, 10), (first, 1), (last, 6)):
        edit = edited(step, "production_step", on=today - timedelta(days=days))
        assert refused(store, records.edit_record, edit) == "production_order"


def test_only_the_last_stage_goes_and_comes_back(store: Store, produced: tuple[Project, list[ProductionStep]]) -> None:
    project, (_, second, last) = produced

    def of(command: Any, step: ProductionStep) -> Any:
        return command(type_key="production_step", record_id=step.id)

    assert refused(store, records.delete_record, of(DeleteRecord, second)) == "production_followed"
    revoked = edited(second, "production_step", revoked_on=store.clock.today())
    assert refused(store, records.edit_record, revoked) == "production_followed"
    records.delete_record(store, of(DeleteRecord, last))
    records.delete_record(store, of(DeleteRecord, second))
    assert refused(store, records.restore_record, of(RestoreRecord, last)) == "production_move"
    records.restore_record(store, of(RestoreRecord, second))
    records.restore_record(store, of(RestoreRecord, last))
    assert stages.stage_of(store.find(ProductionStep, project_id=project.id)) is ProductionStage.FINANCED
    # The project itself goes and comes with all of them.
    records.delete_record(store, DeleteRecord(type_key="project", record_id=project.id))
    records.restore_record(store, RestoreRecord(type_key="project", record_id=project.id))
    assert len(store.find(ProductionStep, project_id=project.id)) == 3


def test_an_archive_brings_a_past_of_stages_whatever_it_skipped(store: Store, tmp_path: Path) -> None:
    lines = [
        {"type": "organisation", "id": "o", "name": "Atelier Noord"},
        {"type": "project", "id": "p", "organisation": "o", "title": "Carrelets", "kind": "production"},
        {"type": "production_step", "id": "s", "project": "p", "stage": "in_production", "on": "2024-05-02"},
    ]
    path = tmp_path / "past.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in lines), encoding="utf-8")
    assert not import_archive(store, path).output.refused
    (step,) = store.find(ProductionStep)
    assert (step.stage, step.on) == (ProductionStage.IN_PRODUCTION, date(2024, 5, 2))


def test_an_earlier_value_of_a_mark_is_not_brought_back_alone(store: Store, permit: Difficulty) -> None:
    (step,) = store.find(DifficultyStep, difficulty_id=permit.id)
    written = replace(step, act=DifficultyAct.PREVIEWED, sha256="5" * 64)
    command = edited(step, "difficulty_step")
    store.apply(command, differences(step, written))  # as a colleague's changes come
    with store.read() as connection:
        numbers = [one.change_n for one in history(connection, "difficulty_step", step.id) if one.field == "act"]
    undo.undo(store)
    back = RestoreValue(type_key="difficulty_step", record_id=step.id, field="act", change_n=numbers[0])
    assert refused(store, records.restore_value, back) == "written_by_program"


def test_a_result_is_validated_by_a_second_person_however_it_is_written(store: Store) -> None:
    mine = make_organisation(store)
    result = add(store, ResultEvent(kind=ResultKind.INDUSTRIALISED, on=TODAY, organisation_id=mine.id))
    add(store, Evidence(title="Attestation", result_event_id=result.id, organisation_id=mine.id))
    second = edited(result, "result_event", validated_by="Mia", validated_on=TODAY)
    assert refused(store, records.edit_record, second) == "result_unconfirmed"
    records.edit_record(store, edited(result, "result_event", confirmed_by="Mia", confirmed_on=TODAY))
    assert refused(store, records.edit_record, second) == "result_same_person"
    records.edit_record(store, edited(result, "result_event", validated_by="Inès", validated_on=TODAY))


def test_no_list_that_is_imported_bears_such_a_mark() -> None:
    fields = {one.key for target in TARGETS.values() for one in target.fields}
    assert not fields & {"act", "sha256", "asked"}


def test_the_archive_of_a_binder_keeps_what_was_read(store: Store, permit: Difficulty, tmp_path: Path) -> None:
    read_note(store, permit.id)
    first, second = tmp_path / "all.zip", tmp_path / "again.zip"
    export_archive(store, first)
    with closing(create_binder(tmp_path / "other")) as other:
        assert not import_archive(other, first).output.refused
        export_archive(other, second)
        (step,) = other.find(DifficultyStep, difficulty_id=permit.id, act=DifficultyAct.PREVIEWED)
    assert (step.by, step.sha256) == ("Claire", sum_of(store, permit))
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as two:
        name = next(each for each in one.namelist() if "difficulty_step" in each)
        assert one.read(name) == two.read(name)
