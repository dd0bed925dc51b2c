"""Who writes from a mail address."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.store.tables import RECORD_TABLES


class MailboxOwner(NamedTuple):
    """An organisation that is reached at an address, and the person, where it is a person's."""

    organisation_id: UUID
    contact_id: UUID | None


def owners_of(connection: sa.Connection, mailboxes: Collection[str]) -> list[MailboxOwner]:
    """Return who is reached at one of these addresses (lower case), persons in the role they have today or had last."""
    point = RECORD_TABLES["contact_point"]
    return _owners(connection, sa.func.lower(point.c.value).in_(mailboxes))


def owners_in(connection: sa.Connection, domains: Collection[str]) -> list[MailboxOwner]:
    """Return who is reached at one of these domains (lower case, without the at-sign)."""
    point = RECORD_TABLES["contact_point"]
    endings = (sa.func.lower(point.c.value).endswith(f"@{domain}", autoescape=True) for domain in domains)
    return _owners(connection, sa.or_(sa.false(), *endings))


def _owners(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> list[MailboxOwner]:
    point, role = RECORD_TABLES["contact_point"], RECORD_TABLES["contact_role"]
    mails = sa.and_(point.c.deleted == 0, point.c.kind == "mail", condition)
    own = sa.select(point.c.organisation_id, point.c.contact_id, sa.literal(1)).where(
        mails, point.c.organisation_id.is_not(None)
    )
    through = (
        sa.select(role.c.organisation_id, role.c.contact_id, role.c.to_on.is_(None).cast(sa.Integer))
        .join(point, point.c.contact_id == role.c.contact_id)
        .where(mails, role.c.deleted == 0)
    )
    rows = connection.execute(sa.union_all(through, own)).all()
    found = sorted(rows, key=lambda row: (-row[2], row[1] is None))
    made = (MailboxOwner(UUID(bytes=row[0]), UUID(bytes=row[1]) if row[1] else None) for row in found)
    return list(dict.fromkeys(made))
