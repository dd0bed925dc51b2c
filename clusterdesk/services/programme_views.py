"""Reading the programme: a year, an event, what comes next."""

from uuid import UUID

from clusterdesk.domain.programme.opinions import averages
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.programme import ProgrammeEvent
from clusterdesk.domain.views.programme import EventPage, ProgrammeYear
from clusterdesk.services.programme import check_year
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.next_event import next_event as queried_next
from clusterdesk.store.queries.programme import ProgrammeReader
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.repositories.records import get, missing


def read_year(store: Store, year: int) -> ProgrammeYear:
    """Return a year with its commitments, events and the themes proposed for it.

    Raises:
        KnownError: it is no year of a programme.
    """
    check_year(year)
    today = store.clock.today()
    with store.read() as connection:
        reader = ProgrammeReader(connection)
        promised = {one.year for one in reader.commitments}
        return ProgrammeYear(
            year,
            today,
            reader.kinds_of(year, today),
            reader.themes_of(year),
            reader.years(),
            max((one for one in promised if one < year), default=None),
            reader.kinds,
            reader.next_event(today),
        )


def next_event(store: Store) -> tuple[ProgrammeEvent, int] | None:
    """Return the next event that is planned, and how many are registered for it."""
    with store.read() as connection:
        return queried_next(connection, store.clock.today())


def read_event(store: Store, event_id: UUID) -> EventPage:
    """Return an event with who takes part and what they thought of it.

    Raises:
        KnownError: there is none.
    """
    profiles = tuple(sorted(store.find(Profile), key=lambda one: one.name.casefold()))
    with store.read() as connection:
        record = get(connection, ProgrammeEvent, event_id)
        if record is None:
            raise missing("programme_event", event_id)
        reader = ProgrammeReader(connection)
        opinions = reader.opinions(event_id)
        asked = {reader.kept(one.organisation_id) for one in opinions if one.organisation_id is not None}
        titles = titles_of(connection, "organisation", asked)
        names = {
            one.organisation_id: titles.get(reader.kept(one.organisation_id), "")
            for one in opinions
            if one.organisation_id is not None
        }
        return EventPage(
            reader.row(record),
            reader.participants(event_id),
            opinions,
            averages(opinions),
            reader.kinds,
            reader.themes(),
            profiles,
            names,
        )
