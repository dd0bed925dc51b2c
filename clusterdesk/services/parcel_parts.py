"""The parts of a parcel's page, from the pages of the orientation and its organisation."""

from collections.abc import Iterable
from datetime import date

from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.identifiers.phone import show_phone
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import AddressKind, ContactPoint, ContactPointKind
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.referrals import ReadinessQuestion, Referral
from clusterdesk.domain.referrals.silence import SilenceRule, due_on
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.organisation_page import ContactCard, OrganisationPage
from clusterdesk.domain.views.parcel import ParcelContact, ParcelDocument, ParcelOrganisation, ParcelReadiness
from clusterdesk.domain.views.referrals import AttachedDocument, ReferralPage
from clusterdesk.services.sheet_blocks import points_of

_LANGUAGES = ("fr", "nl", "en")


def about(page: OrganisationPage, project: Project | None, language: str, today: date) -> ParcelOrganisation:
    """Return who the organisation is; its summary with who may read it."""
    one = page.organisation
    seats = [each for each in page.addresses if each.kind is not AddressKind.MAIL and holds_on(each, today)]
    places = [each for each in page.establishments if holds_on(each, today)]
    sites = [point.value for point in page.points if point.kind is ContactPointKind.WEB]
    summary = one.summary.strip()
    seat = _line(seats[0].street, seats[0].postcode, seats[0].city) if seats else ""
    lines = dict.fromkeys(_line(each.street, each.postcode, each.city) for each in places)
    return ParcelOrganisation(
        name=one.name,
        legal_form=one.legal_form or "",
        enterprise_number=show_enterprise_number(one.enterprise_number) if one.enterprise_number else "",
        founded_on=one.founded_on,
        seat=seat,
        places=tuple(line for line in lines if line and line != seat),
        value_chains=tuple(each.name_in(language) for each in page.value_chains),
        circular_models=tuple(each.name_in(language) for each in page.circular_models),
        languages=one.languages,
        project=project.title if project is not None and not project.deleted else "",
        summary=MarkedText(summary, one.summary_visibility) if summary else None,
        site=sites[0] if sites else "",
    )


def readiness_told(page: ReferralPage, language: str) -> tuple[ParcelReadiness, ...]:
    """Return the answers given; a question worded anew since stands as it was asked."""
    found = []
    for question in page.questions:
        answer = page.answers.get(question.id)
        if answer is not None and not answer.deleted:
            found.append(ParcelReadiness(_asked(question, answer.asked, language), answer.reply))
    return tuple(found)


def contact_told(card: ContactCard) -> ParcelContact:
    """Return how to reach somebody of the organisation."""
    return ParcelContact(
        name=card.contact.full_name,
        role=next((role.role for role in card.roles if role.role), ""),
        language=card.contact.language or "",
        phone=_first(points_of(card, ContactPointKind.PHONE), phone=True),
        mail=_first(points_of(card, ContactPointKind.MAIL)),
    )


def manager_told(page: ReferralPage, referral: Referral, author: str) -> ParcelContact:
    """Return who answers for it in the cluster: the account manager of the orientation, else whoever makes it."""
    own = next((one for one in page.profiles if one.id == referral.profile_id), None)
    known = own or next((one for one in page.profiles if folded(one.name) == folded(author)), None)
    return _colleague(known) if known is not None else ParcelContact(author)


def documents_told(attached: Iterable[AttachedDocument], *, shareable: bool) -> tuple[ParcelDocument, ...]:
    """Return the attachments that go along, or those that stay because they are not shareable."""
    return tuple(
        ParcelDocument(one.document.id, one.document.name, one.document.size, one.document.visibility)
        for one in attached
        if not one.document.deleted and (one.document.visibility is Visibility.SHAREABLE) is shareable
    )


def answer_by(page: ReferralPage, today: date, rule: SilenceRule | None = None) -> date | None:
    """Return the day by which an answer is expected: that agreed, else what follows from the team's usual days."""
    team = page.row.team
    if page.row.record.answer_due_on is not None or team is None:
        return page.row.record.answer_due_on
    return due_on(today, team.answer_days, rule or SilenceRule())


def _line(street: str, postcode: str, city: str) -> str:
    town = " ".join(part for part in (postcode, city) if part)
    return ", ".join(part for part in (street, town) if part)


def _asked(question: ReadinessQuestion, asked: str, language: str) -> str:
    same = not asked or asked in {question.name_in(one) for one in _LANGUAGES}
    return question.name_in(language) if same else asked


def _first(points: list[ContactPoint], *, phone: bool = False) -> str:
    if not points:
        return ""
    return show_phone(points[0].value) if phone else points[0].value


def _colleague(one: Profile) -> ParcelContact:
    return ParcelContact(one.name, phone=show_phone(one.phone) if one.phone else "", mail=one.mail)
