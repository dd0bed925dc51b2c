"""Reading the coaching of organisations: one snapshot of the store for each page."""

from uuid import UUID

from clusterdesk.domain.views.coaching import CoachingPage, DiagnosticPage, FilePlan
from clusterdesk.domain.views.deadlines import Deadline
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries import coaching
from clusterdesk.store.queries.deadlines import deadlines


def read_coaching(store: Store, organisation_id: UUID) -> CoachingPage:
    """Return the files of an organisation with their plans, and its requests for funding.

    Raises:
        KnownError: there is no such organisation.
    """
    with store.read() as connection:
        return coaching.coaching_page(connection, organisation_id, store.clock.today())


def read_file_plan(store: Store, file_id: UUID) -> FilePlan:
    """Return one coaching file with its plan.

    Raises:
        KnownError: there is no such file.
    """
    with store.read() as connection:
        return coaching.file_plan(connection, file_id, store.clock.today())


def read_diagnostics(store: Store, organisation_id: UUID) -> DiagnosticPage:
    """Return the diagnostics of an organisation, and its open files.

    Raises:
        KnownError: there is no such organisation.
    """
    with store.read() as connection:
        return coaching.diagnostic_page(connection, organisation_id, store.clock.today())


def read_deadlines(store: Store) -> tuple[Deadline, ...]:
    """Return what falls due in coaching: deadlines of funding, next steps of open files, milestones."""
    with store.read() as connection:
        return deadlines(connection, store.clock.today())
