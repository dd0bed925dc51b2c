"""What the page of a year asks of the store, in the worker."""

from typing import TYPE_CHECKING

from clusterdesk.domain.views.year_statistics import YearStatistics

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read(year: int, desk: "Desk") -> YearStatistics:
    """Count a year."""
    from clusterdesk.services.year_statistics import year_statistics

    return year_statistics(desk.store, year)
