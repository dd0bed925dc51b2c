"""The places of orientations: the board in the rail, and one of them on its page."""

from clusterdesk.base.marks import N_
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.places import Place, Spot


def places_of_referrals() -> tuple[Place, ...]:
    """Return the places."""
    return (
        Place(routes.REFERRALS, N_("Orientations"), "share-2", _referrals),
        Place(
            routes.ORGANISATION_REFERRALS,
            N_("Orientations of the organisation"),
            "share-2",
            _of_organisation,
            Spot.HIDDEN,
            routes.ORGANISATIONS,
        ),
        Place(routes.REFERRAL, N_("Orientation"), "share-2", _referral, Spot.HIDDEN, routes.REFERRALS),
    )


def _referrals(context: Context) -> Page:
    from clusterdesk.gui.pages.referrals.page import ReferralsPage

    return ReferralsPage(context)


def _of_organisation(context: Context) -> Page:
    from clusterdesk.gui.pages.organisation_referrals.page import OrganisationReferralsPage

    return OrganisationReferralsPage(context)


def _referral(context: Context) -> Page:
    from clusterdesk.gui.pages.referral.page import ReferralPage

    return ReferralPage(context)
