"""The places inside the settings: the lists of the cluster, binders, data health, licences, error reports."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot
from clusterdesk.gui.shortcuts import SETTINGS


def places_of_settings() -> tuple[Place, ...]:
    """Return the places that stand under Settings; the palette offers them, too."""
    under = SETTINGS.id
    return (
        Place(routes.LISTS, N_("Lists of the cluster"), "list", _lists, Spot.HIDDEN, under, in_palette=True),
        Place(routes.TEAMS, N_("Receiving teams"), "handshake", _teams, Spot.HIDDEN, routes.REFERRALS, in_palette=True),
        Place(routes.BINDERS, N_("Binders"), "database", binders_page, Spot.HIDDEN, under, in_palette=True),
        Place(routes.HEALTH, N_("Data health"), "list-checks", _health, Spot.HIDDEN, under, in_palette=True),
        Place(routes.ABOUT, N_("About ClusterDesk"), "info", _about, Spot.HIDDEN, under, in_palette=True),
        Place(routes.REPORTS, N_("Error reports"), "circle-alert", _reports, Spot.HIDDEN, under, in_palette=True),
    )


def binders_page(context: Context) -> Page:
    """Return the page of binders, which welcomes at the first start."""
    from clusterdesk.gui.pages.binders.page import BindersPage

    return BindersPage(context)


def _lists(context: Context) -> Page:
    from clusterdesk.gui.pages.lists.page import ListsPage

    return ListsPage(context)


def _teams(context: Context) -> Page:
    from clusterdesk.gui.pages.teams.page import TeamsPage

    return TeamsPage(context)


def _health(context: Context) -> Page:
    from clusterdesk.gui.pages.health.page import HealthPage

    return HealthPage(context)


def _about(context: Context) -> Page:
    from clusterdesk.gui.pages.about.page import AboutPage

    return AboutPage(context)


def _reports(context: Context) -> Page:
    from clusterdesk.gui.pages.about.reports import ReportsPage

    return ReportsPage(context)
