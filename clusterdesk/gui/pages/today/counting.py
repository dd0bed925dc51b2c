"""What Today counts beside the day: figures and head counts that are missing, what waits, how far indicators are."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.referrals.silence import SilenceRule
    from clusterdesk.domain.views.board import BoardRow
    from clusterdesk.domain.views.deadlines import Deadline
    from clusterdesk.domain.views.difficulties import Waits


class CountFiguresDue:
    """Counts the ledgers whose last period is missing."""

    def __call__(self, desk: "Desk") -> int:
        """Count."""
        from clusterdesk.services.ledger_views import read_figures_due

        return len(read_figures_due(desk.store))


class CountHeadcountsMissing:
    """Counts the files that follow employment and whose last quarter end is not known."""

    def __call__(self, desk: "Desk") -> int:
        """Count."""
        from clusterdesk.domain.health import HealthKey
        from clusterdesk.services.health import count_health

        return count_health(desk.store, [HealthKey.HEADCOUNT])[HealthKey.HEADCOUNT]


class ReadDeadlines:
    """Reads what falls due in coaching."""

    def __call__(self, desk: "Desk") -> "tuple[Deadline, ...]":
        """Read."""
        from clusterdesk.services.coaching_views import read_deadlines

        return read_deadlines(desk.store)


class CountSilentTeams:
    """Counts the orientations whose team has not answered in time."""

    def __init__(self, rule: "SilenceRule") -> None:
        """Take what in time means."""
        self._rule = rule

    def __call__(self, desk: "Desk") -> int:
        """Count."""
        from clusterdesk.services.referral_views import late_referrals

        return len(late_referrals(desk.store, self._rule))


class CountDifficulties:
    """Counts the difficulties that wait for somebody here, by what they wait for."""

    def __call__(self, desk: "Desk") -> "dict[Waits, int]":
        """Count; an answer that is awaited waits for others, and is left out."""
        from clusterdesk.domain.views.difficulties import Waits
        from clusterdesk.services.difficulty_views import waiting_difficulties

        ours = (Waits.APPROVAL, Waits.CHANGES, Waits.SENDING, Waits.TELLING)
        waiting = waiting_difficulties(desk.store)
        return {one: len(waiting[one]) for one in ours if waiting[one]}


class NextEvent(NamedTuple):
    """The next event: which, what, when, and how many are registered."""

    id: UUID
    title: str
    on: date
    registered: int


class ReadNextEvent:
    """Reads the next event of the programme."""

    def __call__(self, desk: "Desk") -> NextEvent | None:
        """Read."""
        from clusterdesk.services.programme_views import next_event

        found = next_event(desk.store)
        return NextEvent(found[0].id, found[0].title, found[0].on, found[1]) if found is not None else None


class ReadGoals:
    """Reads how far the first indicators of the strategy are."""

    def __call__(self, desk: "Desk") -> "tuple[BoardRow, ...]":
        """Count them."""
        from clusterdesk.services.board import read_goals

        return read_goals(desk.store)
