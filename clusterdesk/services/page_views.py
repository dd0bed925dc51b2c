"""Reading the pages of organisations and sessions: one snapshot of the store for each."""

from collections.abc import Collection
from uuid import UUID

from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.views.organisation_page import OrganisationPage
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.domain.views.timeline import TimelineKind, TimelineMark, TimelinePage
from clusterdesk.services.records import parts_binned_with
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.organisation_page import organisation_page
from clusterdesk.store.queries.session_page import session_page
from clusterdesk.store.queries.timeline import timeline


def read_organisation(store: Store, organisation_id: UUID) -> OrganisationPage:
    """Return all of an organisation but its Fil; of a merged one the page of the kept one.

    Raises:
        KnownError: there is no such organisation.
    """
    with store.read() as connection:
        return organisation_page(connection, organisation_id, store.clock.today())


def read_timeline(
    store: Store,
    organisation_id: UUID,
    *,
    kinds: Collection[TimelineKind] | None = None,
    limit: int = 100,
    after: TimelineMark | None = None,
) -> TimelinePage:
    """Return a page of the Fil of an organisation: ``kinds`` only (all when None), from ``after`` on."""
    with store.read() as connection:
        return timeline(connection, organisation_id, kinds=kinds, limit=limit, after=after)


def read_session(store: Store, session_id: UUID) -> SessionPage:
    """Return a session with its parts and the page of its organisation; one in the bin with what went there with it.

    Raises:
        KnownError: there is no such session.
    """
    session = store.get(Session, session_id)
    binned = parts_binned_with(store, session) if session.deleted else ()
    with store.read() as connection:
        return session_page(connection, session_id, store.clock.today(), binned)
