"""Whether an orientation may leave, and which people may be named in its parcel."""

from collections.abc import Iterable
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose
from clusterdesk.domain.records.referrals import Referral, ReferralState
from clusterdesk.domain.referrals.states import WITH_TEAM
from clusterdesk.domain.views.organisation_page import ContactCard, OrganisationPage

_AGREED = WITH_TEAM | {ReferralState.CONSENT}


def check_may_leave(referral: Referral, organisation: OrganisationPage) -> None:
    """Refuse what may not go to a team.

    Raises:
        KnownError: the organisation has not agreed, or took its agreement back; the orientation is restricted, or lies
            in the bin.
    """
    if referral.deleted:
        raise KnownError(
            "referral_binned",
            N_("This orientation is in the bin."),
            advice=N_("Take it out of the bin first."),
        )
    if referral.visibility is Visibility.RESTRICTED:
        raise KnownError(
            "parcel_restricted",
            N_("This orientation is restricted: nothing of it leaves."),
            advice=N_("Change who may read it, if it is to be handed over."),
        )
    if referral.state not in _AGREED:
        raise KnownError(
            "parcel_consent",
            N_("In the state “{state_label}” nothing goes to a team."),
            advice=N_("Note the consent of the organisation first: who agreed, when, and to share what."),
            state_label=choice_label(referral.state),
        )
    said = _latest(organisation.consents)
    if said is not None and not said.given and _after(said.on, referral.consent_on):
        raise KnownError(
            "parcel_refused",
            N_("Since it agreed to this orientation, {organisation} has refused to share anything."),
            advice=N_("Speak with the organisation, and note its consent anew."),
            organisation=organisation.organisation.name,
        )


def people_named(page: OrganisationPage, referral: Referral, today: date) -> list[ContactCard]:
    """Return the people who may be named: they agreed to it, or it was they who agreed to the orientation."""
    found = []
    for card in page.contacts:
        if not any(holds_on(role, today) for role in card.roles):
            continue
        said = _latest(card.consents)
        agreed = folded(card.contact.full_name) == folded(referral.consent_by)
        if said.given if said is not None else agreed:
            found.append(card)
    return sorted(found, key=lambda card: not card.main)


def _after(refused_on: date | None, agreed_on: date | None) -> bool:
    return refused_on is not None and agreed_on is not None and refused_on > agreed_on


def _latest(consents: Iterable[Consent]) -> Consent | None:
    """Return what was said last about sharing."""
    about = [one for one in consents if one.purpose is ConsentPurpose.SHARING]
    return max(about, key=lambda one: (one.on or date.min, one.recorded_on or date.min, one.id), default=None)
