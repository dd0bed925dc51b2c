"""The parcel of an orientation: what a receiving team gets to read, and nothing else.

The organisation agreed to hand over its need, what was tried and how ready it is. Of everything else only what is
marked shareable leaves, and of its people only those who agreed to be named.
"""

from dataclasses import replace
from uuid import UUID

from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.referrals.addressing import team_address, team_language
from clusterdesk.domain.referrals.silence import SilenceRule
from clusterdesk.domain.views.edition import Edition, for_edition
from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.i18n.countries import country_name, in_order
from clusterdesk.services.page_views import read_organisation
from clusterdesk.services.parcel_consent import check_may_leave, people_named
from clusterdesk.services.parcel_parts import (
    about,
    answer_by,
    contact_told,
    documents_told,
    manager_told,
    readiness_told,
)
from clusterdesk.services.referral_views import read_referral
from clusterdesk.services.visit_sheets import page_footer
from clusterdesk.store.desk_store import Store


def parcel_view(
    store: Store,
    referral_id: UUID,
    *,
    author: str,
    language: str = "",
    default: str = "fr",
    rule: SilenceRule | None = None,
) -> ParcelView:
    """Return what goes to the team, in a language: that given, else that of the person, the team, or the default.

    ``rule`` says by when an answer is expected where the team says nothing.

    Raises:
        KnownError: the organisation has not agreed, or took its agreement back; the orientation is restricted, or lies
            in the bin.
    """
    page = read_referral(store, referral_id)
    referral = page.row.record
    organisation = read_organisation(store, page.organisation.id)
    check_may_leave(referral, organisation)
    spoken = language or team_language(page.row, default)
    today = store.clock.today()
    project = store.get(Project, referral.project_id) if referral.project_id is not None else None
    view = ParcelView(
        referral_id=referral.id,
        token=referral.token,
        language=spoken,
        on=referral.handed_over_on or today,
        about=about(organisation, project, spoken, today),
        footer=page_footer(store, author, Edition.SHAREABLE),
        kind=page.row.kind.name_in(spoken) if page.row.kind is not None else "",
        countries=tuple(country_name(one, spoken) for one in in_order(page.row.countries, spoken)),
        need=referral.need.strip(),
        tried=referral.tried.strip(),
        asked=referral.asked.strip(),
        readiness=readiness_told(page, spoken) if page.row.international or page.answers else (),
        consent_by=referral.consent_by,
        consent_on=referral.consent_on,
        consent_what=referral.consent_what.strip(),
        contacts=tuple(contact_told(card) for card in people_named(organisation, referral, today)),
        manager=manager_told(page, referral, author),
        team=page.row.team.name if page.row.team is not None else "",
        person=page.row.person.name if page.row.person is not None else "",
        mail=team_address(page.row)[0],
        due_on=answer_by(page, today, rule),
        documents=documents_told(page.attached, shareable=True),
        left_out=documents_told(page.attached, shareable=False),
    )
    # The names of what stays here are for whoever makes the parcel, not for the page.
    return replace(for_edition(view, Edition.SHAREABLE), left_out=view.left_out)
