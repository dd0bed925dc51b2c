"""Reading industrial scale-up: of an organisation, of one project; one snapshot of the store for each."""

from uuid import UUID

from clusterdesk.domain.views.industry import IndustryPage, ProjectIndustry
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.industry import industry_page, project_industry


def read_industry(store: Store, organisation_id: UUID) -> IndustryPage:
    """Return the projects of an organisation, how mature they are, what they can make, and what is proposed.

    Raises:
        KnownError: there is no such organisation.
    """
    with store.read() as connection:
        return industry_page(connection, organisation_id)


def read_industry_of_project(store: Store, project_id: UUID) -> tuple[IndustryPage, ProjectIndustry]:
    """Return one project, and the page it stands on.

    Raises:
        KnownError: there is no such project.
    """
    with store.read() as connection:
        return project_industry(connection, project_id)
