"""Who sits in a group or takes part as an organisation: it is named, or only the person who works for it is."""

from typing import Any

import sqlalchemy as sa

from clusterdesk.store.queries.children import places
from clusterdesk.store.tables import RECORD_TABLES

USES = 2  # how often the ids of the family occur in ``theirs``
_NO: sa.ColumnElement[Any] = sa.literal_column("0")


def theirs(table: sa.Table, count: int) -> sa.ColumnElement[bool]:
    """Return the condition that a row is of one of so many organisations, by name or by whoever it works with.

    A person counts for one organisation, that of ``GroupPeople.home``: a role that is held still, the main one first.
    """
    role, better = RECORD_TABLES["contact_role"].alias("own_role"), RECORD_TABLES["contact_role"].alias("better_role")
    before = sa.exists().where(
        better.c.contact_id == role.c.contact_id, better.c.deleted == _NO, _place(better) < _place(role)
    )
    people = sa.select(role.c.contact_id).where(
        role.c.organisation_id.in_(places(count)), role.c.deleted == _NO, ~before.correlate(role)
    )
    return sa.or_(
        table.c.organisation_id.in_(places(count)),
        sa.and_(table.c.organisation_id.is_(None), table.c.contact_id.in_(people)),
    )


def _place(role: sa.FromClause) -> sa.ColumnElement[Any]:
    return sa.tuple_(role.c.to_on.is_not(None), role.c.main == _NO, role.c.id)
