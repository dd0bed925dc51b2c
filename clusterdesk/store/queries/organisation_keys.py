"""What lists call organisations: name, enterprise number, foreign identifier."""

from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.ids import stored_id
from clusterdesk.store.tables import RECORD_TABLES


class OrganisationKeys(NamedTuple):
    """By what an organisation that is not in the bin is found, and into which one it was merged."""

    id: UUID
    name: str
    enterprise_number: str | None
    external_id: str | None
    merged_into: UUID | None


def organisation_keys(connection: sa.Connection) -> list[OrganisationKeys]:
    """Return the keys of all organisations, by id."""
    table = RECORD_TABLES["organisation"]
    columns = (table.c[name] for name in OrganisationKeys._fields)
    query = sa.select(*columns).where(table.c.deleted == 0).order_by(table.c.id)
    return [
        OrganisationKeys(stored_id(one), name, number, foreign, stored_id(into) if into else None)
        for one, name, number, foreign, into in connection.execute(query).all()
    ]
