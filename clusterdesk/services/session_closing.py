"""Finishing a session, live or after the fact."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion, differences
from clusterdesk.domain.commands.sessions import CloseSession, LogSession, NewNote, NextSession
from clusterdesk.domain.dated_steps import DayRefusal
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.sessions import Session, SessionNote, SessionState
from clusterdesk.services.drafts import drop_draft, unfinished_texts
from clusterdesk.services.exchange_noting import exchange_records
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.session_parts import attendee_changes, new_note, session_promises
from clusterdesk.services.sessions import planned, title_of
from clusterdesk.store.desk_store import Store

_AHEAD = DayRefusal(
    "session_to_come",
    N_("A session of {day} cannot have been held yet."),
    N_("Give the day it took place, or plan it."),
)


def close_session(store: Store, cmd: CloseSession) -> OpResult[Session]:
    """Mark a session as held, with all that was caught, in one step; questions left empty go.

    What was typed into its notes and is still a draft goes in with it.

    Raises:
        KnownError: it is closed already, its day is still to come, or a promise says nothing.
    """
    before = planned(store, cmd.session_id)
    today = store.clock.today()
    on = cmd.on or min(before.on, today)
    _AHEAD.check_come(on, today)
    after = replace(
        before,
        state=SessionState.HELD,
        on=on,
        starts_at=cmd.starts_at or before.starts_at,
        minutes=before.minutes if cmd.minutes is None else cmd.minutes,
        subject=before.subject if cmd.subject is None else cmd.subject,
        next_step=cmd.next_step.strip(),
        next_step_on=cmd.next_step_on or (cmd.next_session.on if cmd.next_session else None),
    )
    written = store.find(SessionNote, session_id=before.id)
    typed = unfinished_texts(store, "session_note", {one.id for one in written})
    changes = [*differences(before, after), *typed]
    texts = {one.id: one.text for one in written} | {one.record_id: str(one.value) for one in typed}
    changes += [deletion("session_note", note_id) for note_id, text in texts.items() if not text.strip()]
    if cmd.attendees is not None:
        changes += attendee_changes(store, before.id, cmd.attendees)
    last = max((one.position for one in written), default=0)
    changes += _note_inserts(before.id, cmd.notes, last)
    changes += session_promises(after, cmd.promises)
    changes += _next_inserts(after, cmd.next_session)
    done = store.apply(replace(cmd, title=title_of(store, before)), changes)
    for one in typed:
        drop_draft(store, one.record_type, one.record_id, one.field)
    return OpResult(after, done)


def log_session(store: Store, cmd: LogSession) -> OpResult[Session]:
    """Write down a session that was held, with its notes and promises, in one step.

    Raises:
        KnownError: the organisation does not exist, the day is still to come, or a promise says nothing.
    """
    _AHEAD.check_come(cmd.on, store.clock.today())
    organisation = receiving_organisation(store, cmd.organisation_id)
    session = Session(
        organisation_id=organisation.id,
        coaching_file_id=cmd.coaching_file_id,
        establishment_id=cmd.establishment_id,
        profile_id=cmd.profile_id,
        kind=cmd.kind,
        state=SessionState.HELD,
        on=cmd.on,
        starts_at=cmd.starts_at,
        minutes=cmd.minutes,
        subject=cmd.subject,
        template=cmd.template,
        next_step=cmd.next_step.strip(),
        next_step_on=cmd.next_step_on or (cmd.next_session.on if cmd.next_session else None),
    )
    changes: list[Change] = [Insert(session), *attendee_changes(store, session.id, cmd.attendees)]
    changes += _note_inserts(session.id, cmd.notes, 0)
    changes += session_promises(session, cmd.promises)
    visibility = cmd.notes[0].visibility if cmd.notes else Visibility.INTERNAL
    made = exchange_records(cmd.exchanges, organisation.id, cmd.on, visibility, session.id)
    changes += [Insert(one) for one in made]
    changes += _next_inserts(session, cmd.next_session)
    return OpResult(session, store.apply(replace(cmd, title=organisation.name), changes))


def _note_inserts(session_id: UUID, notes: Iterable[NewNote], last: int) -> list[Change]:
    written = [one for one in notes if one.text.strip()]
    return [Insert(new_note(session_id, one, last + index)) for index, one in enumerate(written, 1)]


def _next_inserts(held: Session, coming: NextSession | None) -> list[Change]:
    if coming is None:
        return []
    return [
        Insert(
            Session(
                organisation_id=held.organisation_id,
                coaching_file_id=held.coaching_file_id,
                establishment_id=held.establishment_id,
                profile_id=held.profile_id,
                kind=coming.kind,
                on=coming.on,
                starts_at=coming.starts_at,
                minutes=coming.minutes,
                subject=coming.subject or held.next_step,
            )
        )
    ]
