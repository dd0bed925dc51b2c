"""An orientation named by its id, its code, or by the organisation that has only one open."""

from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.cli import references
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError


def referral_meant(context: Context, text: str) -> UUID:
    """Return the orientation of an id or code, or the only open one of an organisation.

    Raises:
        KnownError: there is none.
        WrongUseError: several are open.
    """
    from clusterdesk.domain.referrals.silence import is_open
    from clusterdesk.services import lookup
    from clusterdesk.services.referral_views import referrals_of
    from clusterdesk.services.referrals import of_token

    store = context.desk.store
    coded = of_token(store, text)
    if coded is not None:
        return coded.id
    named = lookup.meant(store, text, ("referral",))
    if len(named) == 1:
        return named[0].id
    organisation_id = references.target(context, text, "organisation")
    opened = [row.record for row in referrals_of(store, organisation_id) if is_open(row.record.state)]
    if len(opened) == 1:
        return opened[0].id
    if not opened:
        raise WrongUseError(N_("“{name}” has no open orientation; give a code or an id."), name=text)
    codes = ", ".join(one.token for one in opened)
    raise WrongUseError(N_("“{name}” has several open orientations: {codes}."), name=text, codes=codes)
