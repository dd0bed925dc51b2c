"""Whom an invitation may reach: people in a role today, with a mail address, who agreed to mailings."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, Contact, ContactRole
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind
from clusterdesk.domain.records.programme import EventParticipation
from clusterdesk.domain.views.programme import Candidate
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.repositories.records import find


def candidates(
    connection: sa.Connection, event_id: UUID, organisation_ids: Sequence[UUID], day: date
) -> tuple[Candidate, ...]:
    """Return the people of some organisations who may be written to, by organisation and name, each once.

    A consent counts as it was last said; where none was, the person is not written to.
    """
    kept = {UUID(bytes=one): own for own in organisation_ids for one in family_ids(connection, own)}
    roles = (
        [one for one in find(connection, ContactRole, organisation_id=set(kept)) if holds_on(one, day)] if kept else []
    )
    people = {one.id: one for one in find(connection, Contact, id={role.contact_id for role in roles})} if roles else {}
    agreed = _agreed(connection, set(people))
    mails = _mails(connection, agreed)
    names = titles_of(connection, "organisation", set(kept.values()))
    present = find(connection, EventParticipation, programme_event_id=event_id)
    invited = {one.contact_id for one in present if one.invited_on is not None}
    found: dict[UUID, Candidate] = {}
    for role in sorted(roles, key=lambda one: (not one.main, one.id)):
        person = people.get(role.contact_id)
        if person is None or person.id not in mails or person.id in found:
            continue
        own = kept[role.organisation_id]
        found[person.id] = Candidate(
            person.id,
            own,
            person.full_name,
            names.get(own, ""),
            mails[person.id],
            person.language or "",
            person.id in invited,
        )
    return tuple(sorted(found.values(), key=lambda one: (one.organisation.casefold(), one.name.casefold())))


def _agreed(connection: sa.Connection, people: set[UUID]) -> set[UUID]:
    """Return who said yes last."""
    if not people:
        return set()
    said = find(connection, Consent, contact_id=people, purpose=ConsentPurpose.MAILING, revoked_on=None)
    last: dict[UUID, Consent] = {}
    for one in sorted(said, key=lambda each: (each.on or date.min, each.id)):
        if one.contact_id is not None:
            last[one.contact_id] = one
    return {key for key, one in last.items() if one.given}


def _mails(connection: sa.Connection, people: set[UUID]) -> dict[UUID, str]:
    """Return the first mail address of each person."""
    if not people:
        return {}
    points = find(connection, ContactPoint, contact_id=people, kind=ContactPointKind.MAIL)
    found: dict[UUID, str] = {}
    for one in sorted(points, key=lambda each: (each.position, each.id)):
        if one.contact_id is not None and one.value.strip():
            found.setdefault(one.contact_id, one.value.strip())
    return found
