"""The week: who is seen, who should be, planning a visit at a free hour, moving one."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.sessions import PlanSession
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.views.week import Week, WeekQuestion
from clusterdesk.domain.visit_proposals import Horizon, propose
from clusterdesk.domain.working_days import monday_of
from clusterdesk.services.sessions import plan_session
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.sessions import open_file_ids
from clusterdesk.store.queries.visit_sheet import next_planned
from clusterdesk.store.queries.week import week_candidates, week_visits


def read_week(store: Store, question: WeekQuestion) -> Week:
    """Return the visits of a week and whom to see as well."""
    with store.read() as connection:
        visits = week_visits(connection, question.monday, question.sunday)
        candidates = week_candidates(connection, question)
    horizon = Horizon(question.today, question.sunday, question.silent_after_days, visits)
    found = propose(candidates, horizon)
    return Week(question.monday, question.today, visits, tuple(found[: question.most]), len(found))


def plan_visit(store: Store, cmd: PlanSession) -> OpResult[Session]:
    """Plan a session that belongs to the open coaching file where there is exactly one and none was named.

    Raises:
        KnownError: the organisation does not exist any more.
    """
    if cmd.coaching_file_id is None:
        with store.read() as connection:
            files = open_file_ids(connection, cmd.organisation_id)
        cmd = replace(cmd, coaching_file_id=files[0] if len(files) == 1 else None)
    return plan_session(store, cmd)


def hours_left(store: Store, day: date) -> tuple[time, ...]:
    """Return the hours of a day at which a visit still fits, the one to offer first at the head."""
    with store.read() as connection:
        visits = week_visits(connection, day, day)
    week = Week(monday_of(day), store.clock.today(), visits)
    return week.hours_left(day, store.clock.now().astimezone().time())


def next_session(store: Store, organisation_id: UUID) -> UUID:
    """Return the planned session that comes next with an organisation.

    Raises:
        KnownError: none is planned.
    """
    with store.read() as connection:
        family = list(family_ids(connection, organisation_id))
        found = next_planned(connection, family, store.clock.today())
    if found is None:
        raise KnownError(
            "nothing_planned",
            N_("No session is planned with this organisation."),
            advice=N_("Plan one, or name the session by its id or short code."),
        )
    return found
