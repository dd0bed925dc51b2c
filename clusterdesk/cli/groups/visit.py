"""visit: the notes of a session, opened, written and closed, live or after the fact."""

from argparse import Namespace
from datetime import date

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import references, values, visit_shapes
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.session_reference import session_meant, session_named
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.record_types import RECORD_TYPES

_SESSION = RECORD_TYPES["session"].fields


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of visit."""
    actions = parser.actions("what", t)
    meant = t("session: id or short code; or whom it is with")
    begin = actions.add("open", t("open the notes: of the visit of today, or of the one named"), open_notes)
    begin.wanted.add_argument("ref", metavar="REF", nargs="?", help=meant)
    begin.options.add_argument("--on", metavar=t("DATE"), help=t("a new one of this day, noted after the fact"))
    show = actions.add("show", t("the questions, and what was written"), show_notes)
    show.wanted.add_argument("ref", metavar="REF", help=meant)
    write = actions.add("write", t("write an answer, a note or a decision"), write_note)
    write.wanted.add_argument("ref", metavar="REF", help=meant)
    write.wanted.add_argument("text", metavar=t("TEXT"), help=t("what was said"))
    number = t("the number of the question; else a free note")
    write.options.add_argument("--question", metavar=t("NUMBER"), help=number)
    write.options.add_argument("--decision", action="store_true", help=t("it was decided"))
    finish = actions.add("close", t("say that it was held, with the next step"), close)
    finish.wanted.add_argument("ref", metavar="REF", help=meant)
    finish.options.add_argument("--on", metavar=t("DATE"), help=t("the day it was held"))
    finish.options.add_argument("--minutes", metavar=t("NUMBER"), help=t("how long it lasted"))
    finish.options.add_argument("--next-step", metavar=t("TEXT"), help=t("what comes next"))
    finish.options.add_argument("--next-on", metavar=t("DATE"), help=t("the day of the next step"))
    cancel = actions.add("cancel", t("call it off"), call_off)
    cancel.wanted.add_argument("ref", metavar="REF", help=meant)
    cancel.options.add_argument("--reason", metavar=t("TEXT"), default="", help=t("why; kept as an internal note"))


def open_notes(context: Context, options: Namespace) -> Answer:
    """Open the notes of a session, or of a new one."""
    from clusterdesk.domain.commands.sessions import StartSession
    from clusterdesk.services import sessions
    from clusterdesk.services.visit_mode import open_visit

    store, language = context.desk.store, context.t.language
    if options.on:
        if options.ref is None:
            raise WrongUseError(N_("{name} wants a value."), name="REF")
        organisation = references.target(context, options.ref, "organisation")
        day = _day(context, options.on)
        command = StartSession(organisation_id=organisation, on=day, language=language)
        return visit_shapes.notes(context, sessions.start_session(store, command).output[0].id)
    if options.ref is None:
        return visit_shapes.notes(context, open_visit(store, language=language).output)
    named = session_named(context, options.ref)
    if named is not None:
        return visit_shapes.notes(context, open_visit(store, session_id=named, language=language).output)
    organisation = references.target(context, options.ref, "organisation")
    return visit_shapes.notes(context, open_visit(store, organisation_id=organisation, language=language).output)


def show_notes(context: Context, options: Namespace) -> Answer:
    """Show the notes of a session."""
    return visit_shapes.notes(context, session_meant(context, options.ref))


def write_note(context: Context, options: Namespace) -> Answer:
    """Write into a session."""
    from clusterdesk.domain.commands.sessions import AddSessionNote, EditSessionNote
    from clusterdesk.services import sessions

    store, session = context.desk.store, session_meant(context, options.ref)
    said = visit_shapes.exchanges_of(options.text)
    if options.question is None:
        note = visit_shapes.new_note(options.text, decision=options.decision)
        sessions.add_session_note(store, AddSessionNote(session_id=session, note=note, exchanges=said))
        return visit_shapes.notes(context, session)
    notes = sessions.session_notes(store, session)
    number = int(options.question) if str(options.question).isdecimal() else 0
    if not 0 < number <= len(notes):
        raise WrongUseError(N_("“{value}” does not fit {name}."), value=options.question, name="--question")
    sessions.edit_session_note(store, EditSessionNote(note_id=notes[number - 1].id, text=options.text, exchanges=said))
    return visit_shapes.notes(context, session)


def close(context: Context, options: Namespace) -> Answer:
    """Close a session."""
    from clusterdesk.domain.commands.sessions import CloseSession
    from clusterdesk.services.session_closing import close_session

    store = context.desk.store
    before = visit_shapes.read(context, session_meant(context, options.ref))
    step_on = values.read(context, _SESSION["next_step_on"], "--next-on", options.next_on) if options.next_on else None
    command = CloseSession(
        session_id=before.id,
        on=_day(context, options.on) if options.on else None,
        minutes=values.read(context, _SESSION["minutes"], "--minutes", options.minutes) if options.minutes else None,
        next_step=before.next_step if options.next_step is None else options.next_step,
        next_step_on=step_on or before.next_step_on,
    )
    return visit_shapes.told(context, close_session(store, command).output)


def call_off(context: Context, options: Namespace) -> Answer:
    """Call a session off."""
    from clusterdesk.domain.commands.sessions import CancelSession
    from clusterdesk.services.sessions import cancel_session

    command = CancelSession(session_id=session_meant(context, options.ref), reason=options.reason)
    return visit_shapes.told(context, cancel_session(context.desk.store, command).output)


def _day(context: Context, text: str) -> date:
    day: date = values.read(context, _SESSION["on"], "DATE", text)
    return day
