"""A visit to each of several organisations, spread over the working days to come."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from clusterdesk.domain.changes import Insert, OpResult
from clusterdesk.domain.commands.sessions import PlanVisits
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.views.week import WeekVisit
from clusterdesk.domain.working_days import is_weekend
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.week import hours_left
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.sessions import open_file_ids
from clusterdesk.store.queries.visit_sheet import next_planned
from clusterdesk.store.queries.week import week_visits

_A_DAY, _NAMED = 2, 3


def plan_visits(store: Store, cmd: PlanVisits) -> OpResult[tuple[Session, ...]]:
    """Plan a visit to each organisation, two on a working day at its free hours; who has one planned gets none.

    Raises:
        KnownError: an organisation does not exist any more.
    """
    wanted = dict.fromkeys(receiving_organisation(store, one).id for one in cmd.organisation_ids)
    organisations = [store.get(Organisation, one) for one in wanted if not _is_planned(store, one)]
    places = _places(store, cmd.from_on)
    made = []
    for organisation, (day, hour) in zip(organisations, places, strict=False):
        with store.read() as connection:
            files = open_file_ids(connection, organisation.id)
        file_id = files[0] if len(files) == 1 else None
        made.append(Session(organisation_id=organisation.id, coaching_file_id=file_id, on=day, starts_at=hour))
    names = ", ".join(one.name for one in organisations[:_NAMED]) + (" …" if len(organisations) > _NAMED else "")
    return OpResult(tuple(made), store.apply(replace(cmd, names=names), [Insert(one) for one in made]))


def _is_planned(store: Store, organisation_id: UUID) -> bool:
    with store.read() as connection:
        return next_planned(connection, list(family_ids(connection, organisation_id)), store.clock.today()) is not None


def _places(store: Store, day: date) -> Iterator[tuple[date, time]]:
    """Yield free hours from a day on, no more than two a day, and none at the weekend."""
    day = max(day, store.clock.today())
    while True:
        if not is_weekend(day):
            taken = len(_visits_on(store, day))
            for hour in hours_left(store, day)[: max(_A_DAY - taken, 0)]:
                yield day, hour
        day += timedelta(days=1)


def _visits_on(store: Store, day: date) -> tuple[WeekVisit, ...]:
    with store.read() as connection:
        return week_visits(connection, day, day)
