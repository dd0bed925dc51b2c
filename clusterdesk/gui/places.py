"""The places of the window, in the order of the rail. Pages are imported when first visited."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.inner_places import inner_places
from clusterdesk.gui.places_below import places_below
from clusterdesk.gui.places_of_difficulties import places_of_difficulties
from clusterdesk.gui.places_of_referrals import places_of_referrals
from clusterdesk.gui.places_of_settings import binders_page
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot


def places(*, welcome: bool = False) -> tuple[Place, ...]:
    """Return every place that exists: what has no page yet does not appear. ``welcome``: before there is a binder."""
    if welcome:
        return (Place(routes.BINDERS, N_("Welcome"), "book-open", binders_page, Spot.HIDDEN),)
    return (
        Place(routes.TODAY, N_("Today"), "calendar-check", _today),
        Place(routes.ORGANISATIONS, N_("Organisations"), "building-2", _organisations),
        *places_of_referrals(),
        *places_of_difficulties(),
        *places_below(),
        *inner_places(),
    )


def _today(context: Context) -> Page:
    from clusterdesk.gui.pages.today.page import TodayPage

    return TodayPage(context)


def _organisations(context: Context) -> Page:
    from clusterdesk.gui.pages.organisations.page import OrganisationsPage

    return OrganisationsPage(context)
