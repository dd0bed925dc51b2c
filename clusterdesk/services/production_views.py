"""Reading production projects."""

from clusterdesk.domain.views.production import ProductionList
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.production import production_projects


def read_production(store: Store) -> ProductionList:
    """Return all production projects, the best ranked first."""
    with store.read() as connection:
        return production_projects(connection)
