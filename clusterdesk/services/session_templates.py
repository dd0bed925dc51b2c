"""Asking other questions in a session."""

from dataclasses import replace

from clusterdesk.domain.changes import Change, Insert, OpResult, deletion, differences
from clusterdesk.domain.commands.sessions import ChooseTemplate
from clusterdesk.domain.records.lists import Question
from clusterdesk.domain.records.sessions import NoteKind, Session, SessionNote
from clusterdesk.services.session_parts import question_notes
from clusterdesk.services.sessions import title_of
from clusterdesk.store.desk_store import Store


def choose_template(store: Store, cmd: ChooseTemplate) -> OpResult[Session]:
    """Give a session another question template, in one step.

    Notes that are open already turn to the new questions: empty ones of the old template go, written ones stay. Before
    the notes are open only the choice is kept.
    """
    before = store.get(Session, cmd.session_id)
    after = replace(before, template=cmd.template)
    changes: list[Change] = [*differences(before, after)]
    present = {one.id: one for one in store.find(SessionNote, deleted=None, session_id=before.id)}
    if any(not one.deleted for one in present.values()):
        wanted = {one.id: one for one in question_notes(store, after, cmd.template, cmd.language)}
        for note_id, note in wanted.items():
            if note_id not in present:
                changes.append(Insert(note))
            elif present[note_id].deleted:
                changes.append(deletion("session_note", note_id, deleted=False))
        for note in present.values():
            empty = not note.text.strip() and note.kind is NoteKind.NOTE and not note.deleted
            if empty and note.id not in wanted:
                changes.append(deletion("session_note", note.id))
    return OpResult(after, store.apply(replace(cmd, title=title_of(store, before)), changes))


def templates(store: Store) -> tuple[str, ...]:
    """Return the keys of the question templates in use, in alphabetical order."""
    return tuple(sorted({one.template for one in store.find(Question, active=True)}))
