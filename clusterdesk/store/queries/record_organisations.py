"""Which organisation a record belongs to, directly or through its session, project or person."""

from collections.abc import Iterable, Mapping
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.store.journal.rows import chunks
from clusterdesk.store.tables import RECORD_TABLES

# The field that leads to the organisation, by way of another record.
_THROUGH = ("session_id", "project_id", "coaching_file_id", "result_event_id", "contact_id")
_DEEPEST = 3


def organisations_of(connection: sa.Connection, key: str, ids: Iterable[UUID], *, depth: int = 0) -> dict[UUID, UUID]:
    """Return the organisation of each record that has one; a person's is that of the main role."""
    wanted = list(ids)
    if key == "organisation":
        return {one: one for one in wanted}
    if key == "contact":
        return _of_contacts(connection, wanted)
    fields = RECORD_TYPES[key].fields
    found: dict[UUID, UUID] = {}
    if "organisation_id" in fields:
        found.update(_targets(connection, key, "organisation_id", wanted))
    for name in _THROUGH:
        missing = [one for one in wanted if one not in found]
        if depth >= _DEEPEST or not missing or name not in fields:
            continue
        target = fields[name].refers_to
        assert target is not None
        links = _targets(connection, key, name, missing)
        owners = organisations_of(connection, target, set(links.values()), depth=depth + 1)
        found.update({one: owners[middle] for one, middle in links.items() if middle in owners})
    return found


def _targets(connection: sa.Connection, key: str, name: str, ids: Iterable[UUID]) -> Mapping[UUID, UUID]:
    table = RECORD_TABLES[key]
    found = {}
    for part in chunks(one.bytes for one in ids):
        query = sa.select(table.c.id, table.c[name]).where(table.c.id.in_(part), table.c[name].is_not(None))
        found.update({UUID(bytes=row[0]): UUID(bytes=row[1]) for row in connection.execute(query)})
    return found


def _of_contacts(connection: sa.Connection, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    role = RECORD_TABLES["contact_role"]
    found: dict[UUID, UUID] = {}
    for part in chunks(one.bytes for one in ids):
        query = (
            sa.select(role.c.contact_id, role.c.organisation_id)
            .where(role.c.contact_id.in_(part), role.c.deleted == 0)
            .order_by(role.c.main, role.c.id.desc())
        )
        found.update({UUID(bytes=row[0]): UUID(bytes=row[1]) for row in connection.execute(query)})
    return found
