"""Reading orientations in the worker; ``rule`` says when a team counts as silent."""

from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.referrals.silence import SilenceRule
from clusterdesk.domain.views.referrals import ReferralList, ReferralPage

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read_all(rule: SilenceRule, desk: "Desk") -> ReferralList:
    """Read all of them, the newest first."""
    from clusterdesk.services.referral_views import read_referrals

    return read_referrals(desk.store, rule)


def read_page(referral_id: UUID, rule: SilenceRule, desk: "Desk") -> ReferralPage:
    """Read all that the page of one shows."""
    from clusterdesk.services.referral_views import read_referral

    return read_referral(desk.store, referral_id, rule)
