"""A head count jotted down in one line, kept as what it is."""

from dataclasses import replace

from clusterdesk.domain.capture.understood import Understood
from clusterdesk.domain.changes import OpChanges, deletion
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.commands.capture import SortQuickNote
from clusterdesk.domain.commands.employment import NoteHeadcount
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.records.inbox import QuickNote
from clusterdesk.domain.records.sessions import Session
from clusterdesk.services.headcounts import headcount_changes
from clusterdesk.store.desk_store import Store


def keep_headcount(store: Store, meant: Understood, waiting: QuickNote | None) -> tuple[Headcount, OpChanges]:
    """Note a head count on the day the line names, else on that of the session in front, else today."""
    entry, organisation = meant.headcount, meant.organisation
    assert entry is not None
    assert organisation is not None
    session = store.get(Session, meant.session) if meant.session is not None else None
    today = waiting.on if waiting is not None else store.clock.today()
    command = NoteHeadcount(
        organisation_id=organisation.id,
        on=entry.on or (min(session.on, today) if session is not None else today),
        fte=entry.fte,
        persons=entry.persons,
        precision=Precision.ABOUT if entry.about else Precision.EXACT,
        session_id=meant.session,
    )
    headcount, changes, title = headcount_changes(store, command)
    done: Command = replace(command, title=title)
    if waiting is not None:
        changes.append(deletion("quick_note", waiting.id))
        done = SortQuickNote(text=meant.text, note_id=waiting.id)
    return headcount, store.apply(done, changes)
