"""What quick capture looks up: names like a word, and the people who may owe a promise."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.capture.understood import Named, Owner
from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.store.queries import organisation_sql as sql
from clusterdesk.store.queries.merged import family_ids

_LIKENESS = 80
_SHORTEST = 3
_NAMES = (
    "SELECT o.id, o.name, s.sort_name FROM organisation o JOIN organisation_summary s ON s.organisation_id = o.id"
    f" WHERE {sql.HERE}"
)
_CONTACTS = (
    "SELECT DISTINCT c.id, c.first_name, c.last_name FROM contact_role r JOIN contact c ON c.id = r.contact_id"
    " WHERE r.organisation_id IN ({places}) AND r.deleted = 0 AND c.deleted = 0"
    " AND (r.to_on IS NULL OR r.to_on || '~' >= ?) ORDER BY c.last_name, c.first_name, c.id"
)
_COLLEAGUES = "SELECT id, name FROM profile WHERE deleted = 0 ORDER BY name, id"


def similar_organisations(connection: sa.Connection, name: str, limit: int) -> list[Named]:
    """Return the organisations whose name is most like a mistyped one, the likeliest first; accents do not count."""
    from rapidfuzz import fuzz, process

    if len(name) < _SHORTEST:
        return []
    rows = list(sql.on(connection)(_NAMES, {}))
    folded = [row[2] for row in rows]
    found = process.extract(even(name), folded, scorer=fuzz.partial_ratio, score_cutoff=_LIKENESS, limit=limit * 4)
    best = max((score for _, score, _ in found), default=0)
    return [Named(UUID(bytes=rows[place][0]), rows[place][1]) for _, score, place in found if score == best][:limit]


def people(connection: sa.Connection, organisation_id: UUID | None, today: str) -> tuple[Owner, ...]:
    """Return who may owe a promise by name: those with a role in the organisation, then our colleagues."""
    driver: Any = connection.connection.driver_connection
    contacts: Sequence[Any] = ()
    if organisation_id is not None:
        family = family_ids(connection, organisation_id)
        statement = _CONTACTS.format(places=", ".join("?" * len(family)))
        contacts = driver.execute(statement, (*family, today)).fetchall()
    colleagues = driver.execute(_COLLEAGUES).fetchall()
    return (
        *(
            Owner(OwnerKind.ORGANISATION, f"{row[1]} {row[2]}".strip(), contact_id=UUID(bytes=row[0]))
            for row in contacts
        ),
        *(Owner(OwnerKind.US, row[1], profile_id=UUID(bytes=row[0])) for row in colleagues),
    )
