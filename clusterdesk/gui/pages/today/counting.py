"""What Today counts beside the day: ledgers without their figures, files without their head count."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.views.deadlines import Deadline


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
