"""How a session and its notes are told on the command line."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.exchanges.noted import exchanges_of
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.short_codes import short_code

if TYPE_CHECKING:
    from clusterdesk.domain.commands.sessions import NewNote
    from clusterdesk.domain.records.sessions import Session

__all__ = ["exchanges_of", "new_note", "notes", "read", "told"]


def notes(context: Context, session_id: UUID) -> Answer:
    """Return a session with its notes, numbered."""
    from clusterdesk.services.sessions import session_notes

    t, written = context.t, session_notes(context.desk.store, session_id)
    said = context.desk.store.find(Exchange, session_id=session_id)
    head = told(context, read(context, session_id))
    rows = [[str(number), one.question or t(choice_label(one.kind)), one.text] for number, one in enumerate(written, 1)]
    document = {
        **head.document,
        "notes": [
            {
                "number": number,
                "id": str(one.id),
                "kind": one.kind.value,
                "question": one.question,
                "text": one.text,
                "visibility": one.visibility.value,
            }
            for number, one in enumerate(written, 1)
        ],
        "exchanges": [{"id": str(one.id), "side": one.side.value, "text": one.text} for one in said],
    }
    lines = [t("{side_label}: {text}", side_label=t(choice_label(one.side)), text=one.text) for one in said]
    table = Table([t("Number"), t("Question"), t("Text")], rows, frozenset({0}))
    return Answer(document, [*head.blocks, table, *([Lines(lines)] if lines else [])])


def told(context: Context, session: "Session") -> Answer:
    """Return a session in a line."""
    from clusterdesk.services.sessions import title_of

    t, name = context.t, title_of(context.desk.store, session)
    line = t(
        "{organisation}, {day}: {state} ({code})",
        organisation=name,
        day=context.formats.date(session.on),
        state=t(choice_label(session.state)),
        code=short_code(session.id),
    )
    document: dict[str, Any] = {
        "id": str(session.id),
        "code": short_code(session.id),
        "organisation": name,
        "organisation_id": str(session.organisation_id),
        "on": session.on.isoformat(),
        "state": session.state.value,
        "minutes": session.minutes,
        "next_step": session.next_step,
        "next_step_on": values.plain(session.next_step_on),
    }
    return Answer(document, [Lines([line])])


def read(context: Context, session_id: UUID) -> "Session":
    """Return a session."""
    from clusterdesk.domain.records.sessions import Session

    return context.desk.store.get(Session, session_id)


def new_note(text: str, *, decision: bool) -> "NewNote":
    """Return a note to be written."""
    from clusterdesk.domain.commands.sessions import NewNote
    from clusterdesk.domain.records.sessions import NoteKind

    return NewNote(text=text, kind=NoteKind.DECISION if decision else NoteKind.NOTE)
