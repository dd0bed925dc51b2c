"""Filling the sheet of a member: public data only, people and the organisation only where they agreed to be cited."""

from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.dated import holds_on, in_force
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.organisations import AddressKind, ContactPointKind, MembershipStatus
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.member_sheet import MemberSheet, PublicContact
from clusterdesk.domain.views.organisation_page import OrganisationPage
from clusterdesk.services.communication import read_communication
from clusterdesk.services.page_views import read_organisation
from clusterdesk.services.printed_pages import PageWish, PrintedPage, Subject
from clusterdesk.services.visit_sheets import language_of_organisation, page_footer
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.citation import Citable, citable


def printed_member(store: Store, subject: Subject, wish: PageWish) -> PrintedPage:
    """Return the language and the sheet of a member, as it is wished.

    Raises:
        KnownError: there is no such organisation, or it has not agreed to be cited and the sheet would leave.
    """
    assert isinstance(subject, UUID)
    language = wish.language or language_of_organisation(store, subject, wish.usual)
    return language, member_sheet_view(store, subject, language=language, author=wish.author, edition=wish.edition)


def member_sheet_view(
    store: Store, organisation_id: UUID, *, language: str, author: str, edition: Edition = Edition.SHAREABLE
) -> MemberSheet:
    """Return the sheet of a member.

    Raises:
        KnownError: as ``printed_member``.
    """
    page = read_organisation(store, organisation_id)
    one = page.organisation
    with store.read() as connection:
        allowed = citable(connection, page.today)
    agreed = one.id in allowed.organisations
    if edition is Edition.SHAREABLE and not agreed:
        raise KnownError(
            "member_not_citable",
            N_("{name} has not agreed to be cited: its sheet cannot leave."),
            advice=N_("Ask for its consent and note it under Identity, or choose the internal edition."),
            name=one.name,
        )
    membership = in_force(page.memberships, page.today)
    member = membership is not None and membership.status is MembershipStatus.MEMBER
    return MemberSheet(
        one.name,
        page.today,
        page_footer(store, author, edition),
        summary=one.summary if one.summary_visibility is Visibility.SHAREABLE else "",
        legal_form=one.legal_form or "",
        # The number of a sole trader is personal data.
        enterprise_number=show_enterprise_number(one.enterprise_number or "") if not one.sole_trader else "",
        founded_on=one.founded_on,
        place=_place(page),
        value_chains=tuple(each.name_in(language) for each in page.value_chains),
        circular_models=tuple(each.name_in(language) for each in page.circular_models),
        websites=tuple(each.value for each in page.points if each.kind is ContactPointKind.WEB),
        member_since=membership.from_on if membership is not None and member else None,
        contacts=_contacts(page, allowed),
        featured=_featured(store, one.id),
        agreed=agreed,
    )


def _place(page: OrganisationPage) -> str:
    """Return where it is: the seat in force, else the establishment."""
    seat = in_force((one for one in page.addresses if one.kind is AddressKind.SEAT), page.today)
    found = seat or in_force(page.establishments, page.today)
    if found is None or page.organisation.sole_trader:
        return found.city if found is not None else ""
    town = " ".join(part for part in (found.postcode, found.city) if part)
    return ", ".join(part for part in (found.street, town) if part)


def _contacts(page: OrganisationPage, allowed: Citable) -> tuple[PublicContact, ...]:
    found = []
    for card in page.contacts:
        role = next((one.role for one in card.roles if holds_on(one, page.today)), None)
        if card.contact.id in allowed.contacts and role is not None:
            found.append(PublicContact(card.contact.full_name, role))
    return tuple(found)


def _featured(store: Store, organisation_id: UUID) -> tuple[tuple[date, str, str], ...]:
    rows = read_communication(store).rows
    return tuple(
        (row.record.on, row.record.title, row.record.link)
        for row in rows
        if any(each.organisation_id == organisation_id for each in row.featured)
    )
