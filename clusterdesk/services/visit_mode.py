"""Which session visit mode opens: the one asked for, the one planned with an organisation, or the next one."""

from datetime import date, timedelta
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.sessions import StartSession
from clusterdesk.domain.op_changes import OpChanges
from clusterdesk.domain.records.sessions import Session, SessionState
from clusterdesk.services.kept import kept_organisation
from clusterdesk.services.page_views import read_session
from clusterdesk.services.sessions import present, start_session
from clusterdesk.services.visit_sheets import document_language
from clusterdesk.store.desk_store import Store

_AHEAD = timedelta(days=14)  # a visit planned within so many days is the one that is meant
_BEHIND = timedelta(days=7)  # one that was forgotten since, too


def open_visit(
    store: Store, *, session_id: UUID | None = None, organisation_id: UUID | None = None, language: str = "fr"
) -> OpResult[UUID]:
    """Open the notes of a visit and return its session; one that is open already changes nothing.

    Args:
        store: the binder.
        session_id: the session to open, also one that was held (to write more into it).
        organisation_id: without a session: the visit planned with it around today, else a new one of now.
        language: of the questions where that of the organisation is not known (``fr``, ``nl``, ``en``).

    With neither, the next visit of the agenda is opened.

    Raises:
        KnownError: nothing is planned, or the session was called off or is in the bin.
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
        session_id = _nearest(store.find(Session, state=SessionState.PLANNED), today)
    if session_id is None:
        raise KnownError(
            "no_visit_planned",
            N_("No visit is planned."),
            advice=N_("Open an organisation first: visit mode then begins a visit with it."),
        )
    present(store, session_id)
    page = read_session(store, session_id)
    if page.started or page.session.state is SessionState.HELD:
        return OpResult(session_id, OpChanges())
    spoken = document_language(page.organisation, language)
    return OpResult(session_id, start_session(store, StartSession(session_id=session_id, language=spoken)).changes)


def _nearest(sessions: list[Session], today: date) -> UUID | None:
    """Return the next session from today on, else the last one before."""
    coming = [one for one in sessions if one.on >= today]
    if coming:
        return min(coming, key=_when).id
    return max(sessions, key=_when).id if sessions else None


def _when(session: Session) -> tuple[date, bool, str, UUID]:
    starts = session.starts_at
    return session.on, starts is None, starts.isoformat() if starts else "", session.id
