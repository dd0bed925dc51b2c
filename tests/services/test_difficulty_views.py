"""Difficulties as they are read: the list, the page, what waits, what an organisation meets."""

from datetime import date

from clusterdesk.domain.commands.difficulties import (
    AgreeToBeNamed,
    AnswerDifficulty,
    ApproveDifficulty,
    CloseDifficulty,
    FeedBackDifficulty,
    JoinDifficulties,
    NewQuote,
    NoteDifficulty,
    RemoveTouched,
    SendBackDifficulty,
    SendDifficulty,
)
from clusterdesk.domain.commands.merging import MergeOrganisations
from clusterdesk.domain.commands.records import DeleteRecord
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyRecipient, DifficultyTheme, Severity
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.difficulties import Waits
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.services import difficulties, difficulty_moves, difficulty_views, merging, records
from clusterdesk.services.page_views import read_timeline
from clusterdesk.services.visit_sheets import visit_sheet_view
from clusterdesk.store.desk_store import Store
from tests.factories import make_organisation
from tests.field import read_note


def _theme(store: Store, key: str) -> DifficultyTheme:
    return next(one for one in store.find(DifficultyTheme) if one.key == key)


def _note(store: Store, title: str, theme: str, *met: Organisation, **values: object) -> Difficulty:
    command = NoteDifficulty(
        title=title,
        theme_id=_theme(store, theme).id,
        organisation_ids=tuple(one.id for one in met),
        **values,  # type: ignore[arg-type]
    )
    return difficulties.note_difficulty(store, command).output


def test_the_list_goes_by_theme_then_weight_then_age(store: Store) -> None:
    noord = make_organisation(store)
    _note(store, "Prix du gaz", "energy", noord)
    _note(store, "Enseigne", "permit", noord, severity=Severity.ANNOYING)
    _note(store, "Cabine", "permit", noord, severity=Severity.FATAL)
    _note(store, "Plus vieux", "permit", noord, severity=Severity.ANNOYING, on=date(2025, 1, 1))
    found = difficulty_views.list_difficulties(store)
    assert [one.record.title for one in found.rows] == ["Cabine", "Plus vieux", "Enseigne", "Prix du gaz"]
    permit = found.by_theme[_theme(store, "permit").id]
    assert (permit.number, permit.organisations, found.total.number) == (3, 1, 4)


def test_what_was_joined_is_read_with_the_other_and_merged_organisations_as_one(store: Store) -> None:
    noord, relave = make_organisation(store), make_organisation(store, "Relave")
    said = NewQuote(text="Rien ne bouge", organisation_id=relave.id)
    one = _note(store, "Délai du permis", "permit", noord)
    other = _note(store, "Permis trop lent", "permit", relave, quotes=(said,))
    agree = AgreeToBeNamed(difficulty_id=one.id, organisation_id=noord.id, by="Sofie")
    difficulties.agree_to_be_named(store, agree)
    difficulty_moves.join_difficulties(store, JoinDifficulties(difficulty_id=other.id, into_id=one.id))
    (row,) = difficulty_views.list_difficulties(store).rows
    assert [(each.name, each.named) for each in row.organisations] == [("Atelier Noord", True), ("Relave", False)]
    page = difficulty_views.read_difficulty(store, one.id)
    assert [(each.record.text, each.organisation) for each in page.quotes] == [("Rien ne bouge", "Relave")]
    assert [each.id for each in page.row.joined] == [other.id]
    joined = difficulty_views.read_difficulty(store, other.id).into
    assert joined is not None
    assert joined.id == one.id
    merging.merge_organisations(store, MergeOrganisations(kept_id=noord.id, absorbed_id=relave.id))
    (met,) = difficulty_views.list_difficulties(store).rows[0].organisations
    # Two agreements are read as one only where both were given.
    assert (met.organisation_id, met.named) == (noord.id, False)
    assert [each.record.id for each in difficulty_views.difficulties_of(store, relave.id)] == [one.id]
    records.delete_record(store, DeleteRecord(type_key="difficulty", record_id=one.id))
    assert [each.record.id for each in difficulty_views.list_difficulties(store).rows] == [other.id]
    binned = difficulty_views.read_difficulty(store, one.id)
    assert (binned.row.record.deleted, binned.similar) == (True, ())


def test_similar_ones_are_named_with_why(store: Store) -> None:
    noord = make_organisation(store)
    words = "La commune laisse dormir le permis d’environnement de la cabine de peinture."
    one = _note(store, "Permis d’environnement", "permit", noord, happens=words)
    other = _note(store, "Cabine de peinture sans permis", "permit", noord, happens="La commune ne répond pas.")
    _note(store, "Prix du gaz", "energy", noord, happens="La facture double chaque hiver.")
    (found,) = difficulty_views.similar_difficulties(store, one.id)
    assert found.row.record.id == other.id
    assert (found.why.same_theme, found.why.shared) == (True, 1)
    assert "cabine" in found.why.words


def test_what_waits_waits_for_the_right_person(store: Store) -> None:
    noord = make_organisation(store)
    one, two, three = (_note(store, title, "permit", noord) for title in ("A", "B", "C"))
    back = SendBackDifficulty(difficulty_id=two.id, remark="Chiffrer")
    difficulty_moves.send_back_difficulty(store, back)
    difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=three.id, by="Inès"))
    waiting = difficulty_views.waiting_difficulties(store)
    assert [each.record.id for each in waiting[Waits.APPROVAL]] == [one.id]
    assert [each.record.id for each in waiting[Waits.CHANGES]] == [two.id]
    sent_back = waiting[Waits.CHANGES][0].sent_back
    assert sent_back is not None
    assert sent_back.remark == "Chiffrer"
    assert [each.record.id for each in waiting[Waits.SENDING]] == [three.id]
    assert sum(map(len, waiting.values())) == 3


def test_the_visit_sheet_shows_the_open_ones_of_the_organisation(store: Store) -> None:
    noord, other = make_organisation(store), make_organisation(store, "Filature de la Senne")
    mine = _note(store, "Permis", "permit", noord)
    _note(store, "Autre chose", "energy", other)
    closed = _note(store, "Réglé", "permit", noord)
    to = store.find(DifficultyRecipient)[0].id
    difficulty_moves.approve_difficulty(store, ApproveDifficulty(difficulty_id=closed.id, by="Inès"))
    read_note(store, closed.id)
    difficulty_moves.send_difficulty(store, SendDifficulty(difficulty_id=closed.id, recipient_id=to))
    difficulty_moves.answer_difficulty(store, AnswerDifficulty(difficulty_id=closed.id, answer="Oui"))
    difficulty_moves.feed_back_difficulty(store, FeedBackDifficulty(difficulty_id=closed.id))
    sheet = visit_sheet_view(store, organisation_id=noord.id, language="fr", author="Claire")
    assert [one.text for one in sheet.under_way] == [mine.title, closed.title]
    difficulty_moves.close_difficulty(store, CloseDifficulty(difficulty_id=closed.id, result="Réglé"))
    sheet = visit_sheet_view(store, organisation_id=noord.id, language="fr", author="Claire")
    assert [one.text for one in sheet.under_way] == [mine.title]


def test_the_fil_tells_what_an_organisation_meets_once(store: Store) -> None:
    noord, twin = make_organisation(store), make_organisation(store, "Atelier Noord SRL")
    one = _note(store, "Permis", "permit", noord, twin, on=date(2026, 3, 2))
    merging.merge_organisations(store, MergeOrganisations(kept_id=noord.id, absorbed_id=twin.id))
    fil = read_timeline(store, noord.id, kinds=(TimelineKind.DIFFICULTY,))
    assert [(entry.id, str(entry.on), entry.title, entry.state) for entry in fil.entries] == [
        (one.id, "2026-03-02", "Permis", "draft")
    ]
    assert fil.counts[TimelineKind.DIFFICULTY] == 1
    gone = RemoveTouched(difficulty_id=one.id, organisation_id=noord.id)
    difficulties.remove_touched(store, gone)
    assert read_timeline(store, noord.id, kinds=(TimelineKind.DIFFICULTY,)).entries == ()
