"""Filling the weekly note from the store."""

from datetime import date, timedelta

from clusterdesk.domain.records.sessions import OwnerKind, Session
from clusterdesk.domain.views.edition import Edition, MarkedText, for_edition
from clusterdesk.domain.views.visit_sheet import OpenPromise
from clusterdesk.domain.views.week import WeekVisit
from clusterdesk.domain.views.week_note import NoteCounts, NotePromise, NoteResult, NoteSession, WeekNote
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.services.week_strategy import decisions_between, moved_indicators, waiting_now
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.week import week_visits
from clusterdesk.store.queries.week_note import LatePromise, late_promises, note_counts, results_between

_MOST_LATE = 12


def week_note_view(store: Store, monday: date, *, author: str, edition: Edition = Edition.SHAREABLE) -> WeekNote:
    """Return the note of the week that begins on a Monday, as of today."""
    sunday, today = monday + timedelta(days=6), store.clock.today()
    with store.read() as connection:
        this = week_visits(connection, monday, sunday)
        ahead = week_visits(connection, sunday + timedelta(days=1), sunday + timedelta(days=7))
        coaching, advice, kept, late = note_counts(connection, monday, sunday, min(today, sunday + timedelta(days=1)))
        found = late_promises(connection, today, _MOST_LATE)
        results = results_between(connection, monday, sunday)
    held = [visit for visit in this if not visit.is_planned]
    note = WeekNote(
        monday=monday,
        footer=page_footer(store, author, edition),
        counts=NoteCounts(len(held), coaching, advice, kept, late),
        held=tuple(_session(store, visit) for visit in held),
        results=tuple(NoteResult(name, kind, on) for name, kind, on in results),
        late=tuple(_late(one, today) for one in found),
        ahead=tuple(_session(store, visit) for visit in ahead if visit.is_planned),
        moved=moved_indicators(store, monday),
        decisions=decisions_between(store, monday, sunday),
        waiting=waiting_now(store),
    )
    return for_edition(note, edition)


def _session(store: Store, visit: WeekVisit) -> NoteSession:
    session = store.get(Session, visit.session_id)
    step = "" if visit.is_planned else session.next_step.strip()
    return NoteSession(
        on=visit.on,
        kind=visit.kind,
        organisation=visit.organisation,
        starts_at=visit.starts_at,
        city=visit.city,
        next_step=MarkedText(step, session.next_step_visibility) if step else None,
    )


def _late(one: LatePromise, today: date) -> NotePromise:
    promise = OpenPromise(
        text=one.text,
        owner=one.owner,
        owner_name=one.owner_name if one.owner is OwnerKind.OTHER else "",
        due=one.due_on,
        days_late=(today - one.due_on).days,
        visibility=one.visibility,
    )
    return NotePromise(one.organisation, promise, one.visibility)
