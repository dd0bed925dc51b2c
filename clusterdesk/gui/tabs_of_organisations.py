"""The pages beside the Fil of an organisation, reached by its tabs; and the grid of the figures due of all of them."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.places_of_figures import places_of_figures
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot


def tabs_of_organisations() -> tuple[Place, ...]:
    """Return the places of the tabs; each appears in the head of an organisation as soon as it is here."""
    return (
        Place(routes.COACHING, N_("Coaching plan"), "briefcase", _coaching, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(routes.DIAGNOSTIC, N_("Diagnostic"), "gauge", _diagnostic, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(routes.FIGURES, N_("Figures"), "table", _figures, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(routes.BREAK_EVEN, N_("Break-even"), "trending-up", _break_even, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(routes.INDUSTRY, N_("Industry"), "factory", _industry, Spot.HIDDEN, routes.ORGANISATIONS),
        Place(routes.EMPLOYMENT, N_("Jobs"), "users", _employment, Spot.HIDDEN, routes.ORGANISATIONS),
        *places_of_figures(),
        Place(routes.FIGURES_DUE, N_("Figures to enter"), "table", _figures_due, Spot.HIDDEN, routes.TODAY),
    )


def _coaching(context: Context) -> Page:
    from clusterdesk.gui.pages.coaching.page import CoachingPage

    return CoachingPage(context)


def _diagnostic(context: Context) -> Page:
    from clusterdesk.gui.pages.diagnostic.page import DiagnosticPage

    return DiagnosticPage(context)


def _break_even(context: Context) -> Page:
    from clusterdesk.gui.pages.break_even.page import BreakEvenPage

    return BreakEvenPage(context)


def _industry(context: Context) -> Page:
    from clusterdesk.gui.pages.industry.page import IndustryPage

    return IndustryPage(context)


def _employment(context: Context) -> Page:
    from clusterdesk.gui.pages.employment.page import EmploymentPage

    return EmploymentPage(context)


def _figures(context: Context) -> Page:
    from clusterdesk.gui.pages.figures.ledger_page import LedgerPage

    return LedgerPage(context)


def _figures_due(context: Context) -> Page:
    from clusterdesk.gui.pages.figures.due_page import FiguresDuePage

    return FiguresDuePage(context)
