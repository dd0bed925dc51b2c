"""Who may be named outside the team: the consents to be cited, read once for many."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.contacts import Consent, ConsentPurpose
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.repositories.records import find


@dataclass(frozen=True, slots=True)
class Citable:
    """The organisations, as they are read after merges, and the people who agreed to be cited."""

    organisations: frozenset[UUID]
    contacts: frozenset[UUID]


def citable(connection: sa.Connection, day: date) -> Citable:
    """Return who may be cited on a day: the last word of each counts; of one day a refusal does."""
    kept = kept_ids(connection)
    said: dict[tuple[bool, UUID], Consent] = {}
    for one in find(connection, Consent, purpose=ConsentPurpose.CITATION, revoked_on=None):
        if one.on is not None and one.on > day:
            continue
        if one.organisation_id is not None:
            key = True, kept.get(one.organisation_id, one.organisation_id)
        elif one.contact_id is not None:
            key = False, one.contact_id
        else:
            continue
        if key not in said or _order(one) > _order(said[key]):
            said[key] = one
    agreed = [key for key, one in said.items() if one.given]
    return Citable(
        frozenset(one for of_organisation, one in agreed if of_organisation),
        frozenset(one for of_organisation, one in agreed if not of_organisation),
    )


def _order(one: Consent) -> tuple[date, bool]:
    return one.on or date.min, not one.given
