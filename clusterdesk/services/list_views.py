"""Reading Today and the list of organisations: one snapshot of the store for each question."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from clusterdesk.domain.views.arrivals import Arrivals
from clusterdesk.domain.views.organisation_list import (
    FilterCounts,
    OrganisationFilter,
    OrganisationIds,
    OrganisationMatch,
    OrganisationOrder,
    OrganisationRow,
)
from clusterdesk.domain.views.today import Today, TodayQuestion
from clusterdesk.domain.working_days import last_working_day
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries import organisation_list
from clusterdesk.store.queries.arrivals import arrivals
from clusterdesk.store.queries.today import today

_BY_NAME = OrganisationOrder()


def read_today(store: Store, question: TodayQuestion) -> Today:
    """Return what the page Today shows on a local day."""
    with store.read() as connection:
        return today(connection, question)


def read_arrivals(store: Store, day: date, most: int = 6) -> Arrivals:
    """Return what came in since the last working day before a local day."""
    with store.read() as connection:
        return arrivals(connection, last_working_day(day), most)


def list_organisations(
    store: Store, wanted: OrganisationFilter, order: OrganisationOrder = _BY_NAME
) -> OrganisationIds:
    """Return the ids of the organisations that fit, in order."""
    with store.read() as connection:
        return organisation_list.organisation_ids(connection, wanted, order)


def organisation_rows(
    store: Store, ids: Iterable[UUID], day: date, *, language: str = "fr"
) -> dict[UUID, OrganisationRow]:
    """Return rows of the list by id, as of the local day; unknown ids are left out."""
    with store.read() as connection:
        return organisation_list.organisation_rows(connection, ids, day, language=language)


def count_organisations(store: Store, wanted: OrganisationFilter, *, language: str = "fr") -> FilterCounts:
    """Count what each filter would show beside the other filters in force."""
    with store.read() as connection:
        return organisation_list.filter_counts(connection, wanted, language=language)


def match_organisations(store: Store, text: str, limit: int = 20) -> list[OrganisationMatch]:
    """Return the organisations a text may mean while it is typed, the newest first; nothing for an empty text."""
    with store.glance() as run:
        return organisation_list.organisation_matches(run, text, limit)
