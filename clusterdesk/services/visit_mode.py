"""Which session visit mode opens: the one asked for, the one planned with an organisation, or that of today."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.sessions import StartSession
from clusterdesk.domain.op_changes import OpChanges
from clusterdesk.domain.records.sessions import Session, SessionState
from clusterdesk.domain.views.session_page import UpcomingVisit
from clusterdesk.services.kept import kept_organisation
from clusterdesk.services.page_views import read_session
from clusterdesk.services.sessions import present, start_session
from clusterdesk.services.visit_sheets import document_language
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.visit_sheet import planned_between

_AHEAD = timedelta(days=14)  # a visit planned within so many days is the one that is meant
_BEHIND = timedelta(days=7)  # one that was forgotten since, too
_FAR, _MOST_COMING = timedelta(days=60), 2  # what is offered where nothing is planned for today
_WHOLE_DAY = 24.0 * 60


def open_visit(
    store: Store, *, session_id: UUID | None = None, organisation_id: UUID | None = None, language: str = "fr"
) -> OpResult[UUID]:
    """Open the notes of a visit and return its session; one that is open already changes nothing.

    Args:
        store: the binder.
        session_id: the session to open, also one that was held (to write more into it).
        organisation_id: without a session: the visit planned with it around today, else a new one of now.
        language: of the questions where that of the organisation is not known (``fr``, ``nl``, ``en``).

    With neither, the visit of today that is nearest to now is opened; never one of another day.

    Raises:
        KnownError: nothing is planned for today, or the session was called off or is in the bin.
    """
    today = store.clock.today()
    if session_id is None and organisation_id is not None:
        organisation = kept_organisation(store, organisation_id)
        planned = store.find(Session, organisation_id=organisation.id, state=SessionState.PLANNED)
        session_id = _nearest([one for one in planned if today - _BEHIND <= one.on <= today + _AHEAD], today)
        if session_id is None:
            spoken = organisation.languages[0] if organisation.languages else language
            made = start_session(store, StartSession(organisation_id=organisation.id, language=spoken))
            return OpResult(made.output[0].id, made.changes)
    if session_id is None:
        session_id = _of_today(store)
    present(store, session_id)
    page = read_session(store, session_id)
    if page.started or page.session.state is SessionState.HELD:
        return OpResult(session_id, OpChanges())
    spoken = document_language(page.organisation, language)
    return OpResult(session_id, start_session(store, StartSession(session_id=session_id, language=spoken)).changes)


def visits_to_choose(store: Store) -> tuple[UpcomingVisit, ...]:
    """Return what may be meant where nothing is planned for today.

    The next visits of the agenda, then the last one of the past days that was never written down.
    """
    today, day = store.clock.today(), timedelta(days=1)
    with store.read() as connection:
        coming = planned_between(connection, today, today + _FAR)
        forgotten = planned_between(connection, today - _BEHIND, today - day)
    return (*coming[:_MOST_COMING], *forgotten[-1:])


def _of_today(store: Store) -> UUID:
    today = store.find(Session, state=SessionState.PLANNED, on=store.clock.today())
    if not today:
        raise KnownError(
            "no_visit_today",
            N_("No visit is planned today."),
            advice=N_("Open an organisation first: visit mode then begins a visit with it."),
        )
    now = store.clock.now().astimezone()
    return min(today, key=lambda one: (_away(one.starts_at, now), one.id)).id


def _away(starts_at: time | None, now: datetime) -> float:
    """Return how far an hour is from now, in minutes; what has none comes last."""
    if starts_at is None:
        return _WHOLE_DAY
    return abs((starts_at.hour - now.hour) * 60 + starts_at.minute - now.minute)


def _nearest(sessions: list[Session], today: date) -> UUID | None:
    """Return the next session from today on, else the last one before."""
    coming = [one for one in sessions if one.on >= today]
    if coming:
        return min(coming, key=_when).id
    return max(sessions, key=_when).id if sessions else None


def _when(session: Session) -> tuple[date, bool, str, UUID]:
    starts = session.starts_at
    return session.on, starts is None, starts.isoformat() if starts else "", session.id
