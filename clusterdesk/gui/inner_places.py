"""The places inside others: reached from a list, a row, a search; not in the rail."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.places_of_settings import places_of_settings
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot
from clusterdesk.gui.tabs_of_organisations import tabs_of_organisations


def inner_places() -> tuple[Place, ...]:
    """Return the places that the rail does not show."""
    return (
        Place(routes.WEEK, N_("Week"), "calendar-days", _week, Spot.HIDDEN, routes.TODAY),
        Place(routes.ORGANISATION, N_("Organisation"), "building-2", _organisation, Spot.HIDDEN, routes.ORGANISATIONS),
        *tabs_of_organisations(),
        Place(routes.SESSION, N_("Session"), "message-square", _session, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(routes.VISIT, N_("Visit mode"), "message-square", _visit, Spot.HIDDEN, routes.TODAY, whole_window=True),
        Place(routes.PREVIEW, N_("Preview"), "printer", _preview, Spot.HIDDEN, routes.TODAY),
        Place(routes.MERGE, N_("Merge"), "merge", _merge, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(
            routes.DUPLICATES,
            N_("Duplicates"),
            "merge",
            _duplicates,
            Spot.HIDDEN,
            routes.ORGANISATIONS,
            in_palette=True,
        ),
        *places_of_settings(),
        Place(routes.SEARCH, N_("Search"), "search", _search, Spot.HIDDEN),
    )


def _week(context: Context) -> Page:
    from clusterdesk.gui.pages.week.page import WeekPage

    return WeekPage(context)


def _organisation(context: Context) -> Page:
    from clusterdesk.gui.pages.organisation.page import OrganisationPage

    return OrganisationPage(context)


def _session(context: Context) -> Page:
    from clusterdesk.gui.pages.session.page import SessionPage

    return SessionPage(context)


def _visit(context: Context) -> Page:
    from clusterdesk.gui.pages.visit.page import VisitPage

    return VisitPage(context)


def _preview(context: Context) -> Page:
    from clusterdesk.gui.pages.preview.page import PreviewPage

    return PreviewPage(context)


def _merge(context: Context) -> Page:
    from clusterdesk.gui.pages.merging.page import MergePage

    return MergePage(context)


def _duplicates(context: Context) -> Page:
    from clusterdesk.gui.pages.merging.duplicates import DuplicatesPage

    return DuplicatesPage(context)


def _search(context: Context) -> Page:
    from clusterdesk.gui.pages.search.page import ResultsPage

    return ResultsPage(context)
