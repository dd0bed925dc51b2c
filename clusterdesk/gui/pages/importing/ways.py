"""Where an import leads: to the event, the programme, the prospects, the teams – else to the organisations."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Insert
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.gui import routes
from clusterdesk.gui.shell.places import Route

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from clusterdesk.exchange.importing.plan import ImportPlan

_TO_ORGANISATIONS = N_("Show the organisations")
_TO_TEAMS = N_("Show the receiving teams")
_TO_EVENT = N_("Show the event")
_TO_PROGRAMME = N_("Show the programme")
_TO_PROSPECTS = N_("Show the prospects")
# Lists after which nothing new can be there twice among the organisations.
_NO_TWINS = frozenset({ImportKind.HUB_TEAMS, ImportKind.REGISTRATIONS, ImportKind.VOTES})


@dataclass(frozen=True, slots=True)
class Way:
    """What the button says (a msgid), where it leads, and whether organisations may be there twice now."""

    label: str
    route: Route
    twins: bool = True


def way_on(plan: "ImportPlan | None") -> Way:
    """Return where an import leads; None is an archive."""
    kind = plan.opened.mapping.kind if plan is not None else ImportKind.ORGANISATIONS
    twins = kind not in _NO_TWINS
    if plan is not None and kind is ImportKind.REGISTRATIONS:
        event = plan.opened.about or next(_owners(plan, "programme_event_id"), None)
        if event is not None:
            return Way(_TO_EVENT, routes.event(event), twins)
        return Way(_TO_PROGRAMME, routes.programme(), twins)
    if plan is not None and kind is ImportKind.VOTES:
        theme = next(_owners(plan, "theme_id"), None)
        return Way(_TO_PROGRAMME, routes.theme(theme) if theme is not None else routes.programme(), twins)
    if kind is ImportKind.HUB_TEAMS:
        return Way(_TO_TEAMS, routes.teams(), twins)
    if kind is ImportKind.PROSPECTS:
        return Way(_TO_PROSPECTS, routes.chains("prospects"), twins)
    return Way(_TO_ORGANISATIONS, routes.organisations(), twins)


def _owners(plan: "ImportPlan", field: str) -> "Iterator[UUID]":
    """Yield the events or themes that the rows are about, those that are written first."""
    changes = [one for row in plan.rows for one in row.changes]
    changes += [one for row in plan.rows for choice in row.choices.values() for one in choice]
    yield from (getattr(one.record, field) for one in changes if isinstance(one, Insert) and hasattr(one.record, field))
