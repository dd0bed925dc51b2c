"""Planning sessions, starting them and writing their notes."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion, differences
from clusterdesk.domain.commands.sessions import (
    AddSessionNote,
    CancelSession,
    EditSessionNote,
    MoveSession,
    PlanSession,
    SetAttendees,
    StartSession,
)
from clusterdesk.domain.record_types import type_of
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session, SessionNote, SessionState
from clusterdesk.services.drafts import drop_draft
from clusterdesk.services.exchange_noting import said_in
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.session_parts import attendee_changes, new_note, question_notes, template_for
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.sessions import open_file_ids, sessions_with_code


def plan_session(store: Store, cmd: PlanSession) -> OpResult[Session]:
    """Put a session into the agenda; it belongs to the kept organisation where there was a merge.

    Raises:
        KnownError: the organisation, file or place does not exist.
    """
    organisation = receiving_organisation(store, cmd.organisation_id)
    session = Session(
        organisation_id=organisation.id,
        coaching_file_id=cmd.coaching_file_id,
        establishment_id=cmd.establishment_id,
        profile_id=cmd.profile_id,
        kind=cmd.kind,
        on=cmd.on,
        starts_at=cmd.starts_at,
        minutes=cmd.minutes,
        subject=cmd.subject,
        template=cmd.template,
    )
    changes = [Insert(session), *attendee_changes(store, session.id, cmd.attendees)]
    return OpResult(session, store.apply(replace(cmd, title=organisation.name), changes))


def move_session(store: Store, cmd: MoveSession) -> OpResult[Session]:
    """Give a planned session another day; its hour changes only when one is given.

    Raises:
        KnownError: it was held or called off already.
    """
    before = planned(store, cmd.session_id)
    after = replace(before, on=cmd.on, starts_at=cmd.starts_at or before.starts_at)
    return OpResult(after, store.apply(replace(cmd, title=title_of(store, before)), differences(before, after)))


def start_session(store: Store, cmd: StartSession) -> OpResult[tuple[Session, tuple[SessionNote, ...]]]:
    """Open the notes of a session and return them in order; starting twice changes nothing.

    One made here is of today or of the day given, and belongs to the open coaching file when there is exactly one.

    Raises:
        KnownError: neither a session nor an organisation is given, or it does not exist.
    """
    changes: list[Change] = []
    if cmd.session_id is not None:
        session = store.get(Session, cmd.session_id)
        if session.state is SessionState.CANCELLED:
            raise _not_planned(session)
    else:
        session = _session_of_now(store, cmd)
        changes += [Insert(session), *attendee_changes(store, session.id, cmd.attendees)]
    template = cmd.template or template_for(store, session)
    if session.template != template:
        after = replace(session, template=template)
        changes = [Insert(after), *changes[1:]] if changes else [*differences(session, after)]
        session = after
    present = {one.id: one for one in store.find(SessionNote, deleted=None, session_id=session.id)}
    for note in question_notes(store, session, template, cmd.language):
        if note.id not in present:
            changes.append(Insert(note))
        elif present[note.id].deleted:
            changes.append(deletion("session_note", note.id, deleted=False))
    done = store.apply(replace(cmd, session_id=session.id, title=title_of(store, session)), changes)
    return OpResult((store.get(Session, session.id), session_notes(store, session.id)), done)


def session_notes(store: Store, session_id: UUID) -> tuple[SessionNote, ...]:
    """Return the notes of a session in their order."""
    return tuple(sorted(store.find(SessionNote, session_id=session_id), key=_place))


def edit_session_note(store: Store, cmd: EditSessionNote) -> OpResult[SessionNote]:
    """Turn what was typed into a change, and forget its draft.

    Raises:
        KnownError: there is no such note, or the text is too long.
    """
    before = store.get(SessionNote, cmd.note_id)
    after = replace(
        before,
        text=before.text if cmd.text is None else cmd.text,
        visibility=cmd.visibility or before.visibility,
        kind=cmd.kind or before.kind,
    )
    session = store.get(Session, before.session_id)
    changes: list[Change] = [*differences(before, after)]
    changes += said_in(store, session, cmd.exchanges, after.visibility)
    done = store.apply(replace(cmd, title=title_of(store, session)), changes)
    if cmd.text is not None:
        drop_draft(store, "session_note", cmd.note_id, "text")
    return OpResult(after, done)


def add_session_note(store: Store, cmd: AddSessionNote) -> OpResult[SessionNote]:
    """Add a note or a decision after those there are."""
    session = store.get(Session, cmd.session_id)
    last = max((one.position for one in store.find(SessionNote, session_id=session.id)), default=0)
    note = new_note(session.id, cmd.note, last + 1)
    changes: list[Change] = [Insert(note), *said_in(store, session, cmd.exchanges, note.visibility)]
    return OpResult(note, store.apply(replace(cmd, title=title_of(store, session)), changes))


def set_attendees(store: Store, cmd: SetAttendees) -> OpResult[None]:
    """Make the attendees of a session exactly these."""
    session = store.get(Session, cmd.session_id)
    changes = list(attendee_changes(store, session.id, cmd.attendees))
    return OpResult(None, store.apply(replace(cmd, title=title_of(store, session)), changes))


def cancel_session(store: Store, cmd: CancelSession) -> OpResult[Session]:
    """Call a planned session off; it stays in the history of the organisation.

    Raises:
        KnownError: it was held or called off already.
    """
    before = planned(store, cmd.session_id)
    after = replace(before, state=SessionState.CANCELLED)
    changes = differences(before, after)
    if cmd.reason.strip():
        changes.append(
            Insert(SessionNote(session_id=before.id, text=cmd.reason.strip(), visibility=Visibility.INTERNAL))
        )
    return OpResult(after, store.apply(replace(cmd, title=title_of(store, before)), changes))


def find_by_code(store: Store, code: str) -> list[Session]:
    """Return the sessions that bear the short code typed or scanned; nearly always one, never an error."""
    with store.read() as connection:
        ids = sessions_with_code(connection, code)
    return [store.get(Session, one) for one in ids]


def planned(store: Store, session_id: UUID) -> Session:
    """Return a session that is still to come.

    Raises:
        KnownError: there is none, it is in the bin, or it was held or called off already.
    """
    session = present(store, session_id)
    if session.state is not SessionState.PLANNED:
        raise _not_planned(session)
    return session


def present(store: Store, session_id: UUID) -> Session:
    """Return a session that is not in the bin.

    Raises:
        KnownError: there is none, or it is in the bin: what is written there would be seen nowhere.
    """
    session = store.get(Session, session_id)
    if session.deleted:
        raise KnownError(
            "session_binned",
            N_("“{name}” is in the bin."),
            advice=N_("Take it out of the bin first."),
            name=type_of(session).title(session),
        )
    return session


def title_of(store: Store, session: Session) -> str:
    """Return the name of the organisation a session is with, for labels."""
    return store.get(Organisation, session.organisation_id).name


def _session_of_now(store: Store, cmd: StartSession) -> Session:
    if cmd.organisation_id is None:
        raise KnownError(
            "nothing_to_start",
            N_("Neither a session nor an organisation was given to start with."),
            advice=N_("Choose an organisation, or a session from the agenda."),
        )
    organisation = receiving_organisation(store, cmd.organisation_id)
    file_id = cmd.coaching_file_id
    if file_id is None:
        with store.read() as connection:
            files = open_file_ids(connection, organisation.id)
        file_id = files[0] if len(files) == 1 else None
    now, today = store.clock.now().astimezone(), store.clock.today()
    return Session(
        organisation_id=organisation.id,
        coaching_file_id=file_id,
        profile_id=cmd.profile_id,
        kind=cmd.kind,
        on=cmd.on or today,
        starts_at=now.time().replace(second=0, microsecond=0, tzinfo=None) if cmd.on in (None, today) else None,
        template=cmd.template,
    )


def _not_planned(session: Session) -> KnownError:
    held = session.state is SessionState.HELD
    return KnownError(
        "session_not_planned",
        N_("This session was held already.") if held else N_("This session was called off."),
        advice=N_("Open it to correct what was written, or plan another one."),
    )


def _place(note: SessionNote) -> tuple[int, UUID]:
    return note.position, note.id
