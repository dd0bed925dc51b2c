"""The places of orientations: one of them on its page."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot


def places_of_referrals() -> tuple[Place, ...]:
    """Return the places that the rail does not show."""
    return (Place(routes.REFERRAL, N_("Orientation"), "share-2", _referral, Spot.HIDDEN, routes.ORGANISATIONS),)


def _referral(context: Context) -> Page:
    from clusterdesk.gui.pages.referral.page import ReferralPage

    return ReferralPage(context)
