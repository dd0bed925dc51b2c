"""Difficulties: noted, borne out, moved, joined, taken back."""

from datetime import date

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.difficulties import (
    AddTouched,
    AgreeToBeNamed,
    AnswerDifficulty,
    ApproveDifficulty,
    FeedBackDifficulty,
    JoinDifficulties,
    NewQuote,
    NoteDifficulty,
    QuoteDifficulty,
    RemoveTouched,
    SendBackDifficulty,
    SendDifficulty,
    TakeApartDifficulty,
)
from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import (
    Difficulty,
    DifficultyOrganisation,
    DifficultyQuote,
    DifficultyRecipient,
    DifficultyState,
    DifficultyStep,
    Severity,
)
from clusterdesk.domain.records.inbox import CaptureKind, QuickNote
from clusterdesk.domain.records.lists import Profile, ProfileRole
from clusterdesk.services import difficulties, difficulty_moves, merging, records
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation, make_visit
from tests.field import read_note

TODAY = date(2026, 11, 23)


def _noted(store: Store, title: str = "Délai du permis", *names: str) -> Difficulty:
    ids = tuple(make_organisation(store, name).id for name in names or ("Atelier Noord",))
    return difficulties.note_difficulty(store, NoteDifficulty(title=title, organisation_ids=ids)).output


def _sent(store: Store, *names: str) -> Difficulty:
    noted = _noted(store, "Délai du permis", *names)
    difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=noted.id, by="Inès Vervoort"))
    cabinet = next(one for one in store.find(DifficultyRecipient) if one.key == "cabinet")
    read_note(store, noted.id)
    command = SendDifficulty(difficulty_id=noted.id, recipient_id=cabinet.id)
    return difficulty_moves.send_difficulty(store, command).output


def test_a_selected_sentence_becomes_a_quote_with_its_session_and_organisation(store: Store) -> None:
    organisation = make_organisation(store)
    visit = make_visit(store, organisation, date(2026, 11, 20), "Le permis traîne depuis un an. Autre chose.")
    quote = NewQuote(text="Le permis traîne depuis un an.", visibility=Visibility.INTERNAL)
    command = NoteDifficulty(quotes=(quote,), session_id=visit.id, severity=Severity.BLOCKING)
    noted = difficulties.note_difficulty(store, command).output
    assert (noted.title, noted.on, noted.session_id) == ("Le permis traîne depuis un an", visit.on, visit.id)
    (kept,) = store.find(DifficultyQuote, difficulty_id=noted.id)
    assert (kept.organisation_id, kept.session_id, kept.on) == (organisation.id, visit.id, visit.on)
    assert kept.visibility is Visibility.INTERNAL
    (met,) = store.find(DifficultyOrganisation, difficulty_id=noted.id)
    assert (met.organisation_id, met.named) == (organisation.id, False)
    (step,) = store.find(DifficultyStep, difficulty_id=noted.id)
    assert (step.act, step.on, step.by) == ("created", visit.on, "Claire Dubois")
    undo(store)
    assert [*store.find(Difficulty), *store.find(DifficultyQuote), *store.find(DifficultyStep)] == []


def test_it_says_something(store: Store) -> None:
    with pytest.raises(KnownError, match="few words"):
        difficulties.note_difficulty(store, NoteDifficulty(title=" ", happens="\n"))


def test_a_jotted_line_goes_with_it(store: Store) -> None:
    line = add(store, QuickNote(kind=CaptureKind.DIFFICULTY, on=TODAY, text="délai du permis"))
    command = NoteDifficulty(title="Délai du permis", quick_note_id=line.id)
    difficulties.note_difficulty(store, command)
    assert store.find(QuickNote) == []
    undo(store)
    assert [one.id for one in store.find(QuickNote)] == [line.id]


def test_organisations_come_go_and_agree_to_be_named(store: Store) -> None:
    noted = _noted(store)
    other = make_organisation(store, "Relave")
    difficulties.add_touched(store, AddTouched(difficulty_id=noted.id, organisation_id=other.id))
    assert not difficulties.add_touched(store, AddTouched(difficulty_id=noted.id, organisation_id=other.id)).changes
    agree = AgreeToBeNamed(difficulty_id=noted.id, organisation_id=other.id, by="Sofie Peeters", on=date(2026, 11, 3))
    row = difficulties.agree_to_be_named(store, agree).output
    assert (row.named, row.named_by, row.named_on) == (True, "Sofie Peeters", date(2026, 11, 3))
    no_longer = AgreeToBeNamed(difficulty_id=noted.id, organisation_id=other.id, named=False)
    assert difficulties.agree_to_be_named(store, no_longer).output.named_on is None
    with pytest.raises(KnownError, match="of a person"):
        difficulties.agree_to_be_named(store, AgreeToBeNamed(difficulty_id=noted.id, organisation_id=other.id))
    said = NewQuote(text="On attend", organisation_id=other.id)
    difficulties.quote_difficulty(store, QuoteDifficulty(difficulty_id=noted.id, quote=said))
    difficulties.remove_touched(store, RemoveTouched(difficulty_id=noted.id, organisation_id=other.id))
    assert other.id not in {one.organisation_id for one in store.find(DifficultyOrganisation)}
    assert [one.organisation_id for one in store.find(DifficultyQuote)] == [None]
    with pytest.raises(KnownError, match="not among"):
        difficulties.agree_to_be_named(store, agree)
    difficulties.add_touched(store, AddTouched(difficulty_id=noted.id, organisation_id=other.id))
    assert len(store.find(DifficultyOrganisation, organisation_id=other.id)) == 1


def test_a_quote_brings_its_organisation(store: Store) -> None:
    noted = _noted(store)
    other = make_organisation(store, "Relave")
    said = NewQuote(text="Chez nous aussi", organisation_id=other.id)
    difficulties.quote_difficulty(store, QuoteDifficulty(difficulty_id=noted.id, quote=said))
    assert other.id in {one.organisation_id for one in store.find(DifficultyOrganisation, difficulty_id=noted.id)}
    with pytest.raises(KnownError, match="few words"):
        difficulties.quote_difficulty(store, QuoteDifficulty(difficulty_id=noted.id, quote=NewQuote(text=" ")))


def test_only_a_director_approves(store: Store) -> None:
    noted = _noted(store)
    add(store, Profile(name="Inès Vervoort", role=ProfileRole.DIRECTOR))
    with pytest.raises(KnownError, match="no director"):
        difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=noted.id, by="Claire Dubois"))
    done = difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=noted.id)).output
    assert (done.approved_by, done.approved_on) == ("Inès Vervoort", TODAY)


def test_days_follow_each_other(store: Store) -> None:
    sent = _sent(store)
    early = AnswerDifficulty(difficulty_id=sent.id, answer="Oui", on=date(2026, 11, 1))
    with pytest.raises(KnownError, match="earlier"):
        difficulty_moves.answer_difficulty(store, early)
    late = AnswerDifficulty(difficulty_id=sent.id, answer="Oui", on=date(2026, 12, 1))
    with pytest.raises(KnownError, match="still to come"):
        difficulty_moves.answer_difficulty(store, late)


def test_what_is_missing_is_asked_for(store: Store) -> None:
    noted = _noted(store)
    with pytest.raises(KnownError, match="changed"):
        difficulty_moves.send_back_difficulty(store, SendBackDifficulty(difficulty_id=noted.id))
    with pytest.raises(KnownError, match="by name"):
        difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=noted.id))
    difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=noted.id, by="Inès"))
    with pytest.raises(KnownError, match="somebody"):
        difficulty_moves.send_difficulty(store, SendDifficulty(difficulty_id=noted.id))


def test_each_organisation_is_told_and_the_last_one_moves_it_on(store: Store) -> None:
    sent = _sent(store, "Atelier Noord", "Relave")
    difficulty_moves.answer_difficulty(store, AnswerDifficulty(difficulty_id=sent.id, answer="À l’étude"))
    first, second = (one.organisation_id for one in store.find(DifficultyOrganisation))
    tell = FeedBackDifficulty(difficulty_id=sent.id, organisation_ids=(first,))
    assert difficulty_moves.feed_back_difficulty(store, tell).output.state is DifficultyState.ANSWERED
    with pytest.raises(KnownError, match="told already"):
        difficulty_moves.feed_back_difficulty(store, tell)
    done = difficulty_moves.feed_back_difficulty(store, FeedBackDifficulty(difficulty_id=sent.id))
    assert done.output.state is DifficultyState.FED_BACK
    told = {one.organisation_id: one.fed_back_on for one in store.find(DifficultyOrganisation)}
    assert told == {first: TODAY, second: TODAY}
    undo(store)
    assert store.get(Difficulty, sent.id).state is DifficultyState.ANSWERED
    assert {one.fed_back_on for one in store.find(DifficultyOrganisation)} == {TODAY, None}


def test_joined_ones_are_read_together_and_taken_apart(store: Store) -> None:
    sent = _sent(store, "Atelier Noord")
    noted = _noted(store, "Permis d’urbanisme", "Relave")
    with pytest.raises(KnownError, match="further on"):
        difficulty_moves.join_difficulties(store, JoinDifficulties(difficulty_id=sent.id, into_id=noted.id))
    difficulty_moves.join_difficulties(store, JoinDifficulties(difficulty_id=noted.id, into_id=sent.id))
    assert [one.id for one in difficulties.read_together(store, sent.id)] == [sent.id, noted.id]
    (relave,) = (one.organisation_id for one in store.find(DifficultyOrganisation, difficulty_id=noted.id))
    assert [one.difficulty_id for one in difficulties.touched(store, sent.id, relave)] == [noted.id]
    with pytest.raises(KnownError, match="joined"):
        difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=noted.id, by="Inès"))
    with pytest.raises(KnownError, match="itself"):
        difficulty_moves.join_difficulties(store, JoinDifficulties(difficulty_id=noted.id, into_id=sent.id))
    difficulty_moves.take_apart_difficulty(store, TakeApartDifficulty(difficulty_id=noted.id))
    assert [one.id for one in difficulties.read_together(store, sent.id)] == [sent.id]
    with pytest.raises(KnownError, match="not joined"):
        difficulty_moves.take_apart_difficulty(store, TakeApartDifficulty(difficulty_id=noted.id))


def test_merged_organisations_meet_it_once(store: Store) -> None:
    noted = _noted(store, "Délai du permis", "Atelier Noord")
    (met,) = store.find(DifficultyOrganisation, difficulty_id=noted.id)
    kept = make_organisation(store, "Atelier Noord SRL")
    merging.merge_organisations(store, MergeOrganisations(kept_id=kept.id, absorbed_id=met.organisation_id))
    add_kept = AddTouched(difficulty_id=noted.id, organisation_id=kept.id)
    assert not difficulties.add_touched(store, add_kept).changes
    agree = AgreeToBeNamed(difficulty_id=noted.id, organisation_id=kept.id, by="Sofie")
    assert difficulties.agree_to_be_named(store, agree).output.id == met.id


def test_the_generic_commands_move_nothing(store: Store) -> None:
    noted = _noted(store)
    by_hand = EditRecord(type_key="difficulty", record_id=noted.id, values={"state": DifficultyState.CLOSED})
    with pytest.raises(KnownError) as refused:
        records.edit_record(store, by_hand)
    assert refused.value.code == "moved_only"
    born_closed = AddRecord(record=Difficulty(title="Née fermée", on=TODAY, state=DifficultyState.CLOSED))
    with pytest.raises(KnownError):
        records.add_record(store, born_closed)
    edit = EditRecord(type_key="difficulty", record_id=noted.id, values={"wish": "Un guichet unique"})
    assert records.edit_record(store, edit).output.wish == "Un guichet unique"  # type: ignore[attr-defined]
    difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=noted.id, by="Inès"))
    with pytest.raises(KnownError) as frozen:
        records.edit_record(
            store, EditRecord(type_key="difficulty", record_id=noted.id, values={"wish": "Deux guichets"})
        )
    assert frozen.value.code == "difficulty_approved"
    records.delete_record(store, DeleteRecord(type_key="difficulty", record_id=noted.id))
    with pytest.raises(KnownError, match="in the bin"):
        difficulties.add_touched(
            store, AddTouched(difficulty_id=noted.id, organisation_id=make_organisation(store, "Relave").id)
        )
