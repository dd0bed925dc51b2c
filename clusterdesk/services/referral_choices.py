"""What a new orientation of an organisation, or its next move, chooses from."""

from uuid import UUID

from clusterdesk.domain.records.directory import CountryGroup
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.views.organisation_page import ContactCard
from clusterdesk.domain.views.referrals import ReferralChoices
from clusterdesk.services.hub_teams import read_directory
from clusterdesk.services.page_views import read_organisation
from clusterdesk.store.desk_store import Store


def read_choices(store: Store, organisation_id: UUID) -> ReferralChoices:
    """Return what an orientation of an organisation chooses from: kinds, teams with what they cover, people.

    Raises:
        KnownError: there is no such organisation.
    """
    page = read_organisation(store, organisation_id)
    directory = read_directory(store)
    main = sorted(page.contacts, key=_main_first)
    return ReferralChoices(
        page.organisation,
        kinds=tuple(one for one in directory.kinds if one.active),
        cards=directory.cards,
        groups=directory.groups,
        people=tuple(one.contact.full_name for one in main),
        sectors=frozenset(one.id for one in page.value_chains),
        coaching_file_id=page.open_files[0].file.id if len(page.open_files) == 1 else None,
        profile_id=own_profile(store),
    )


def groups_known(store: Store) -> tuple[CountryGroup, ...]:
    """Return the groups of countries that can be named at once."""
    return read_directory(store).groups


def own_profile(store: Store) -> UUID | None:
    """Return the profile of whoever sits at this laptop."""
    author = store.author.casefold()
    return next((one.id for one in store.find(Profile) if one.name.casefold() == author), None)


def _main_first(card: ContactCard) -> bool:
    return not card.main
