"""Whom an invitation may reach: people in a role today, with a mail address, who agreed to mailings; else why not."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.dated import holds_on
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, Contact, ContactRole
from clusterdesk.domain.records.organisations import (
    Address,
    ContactPoint,
    ContactPointKind,
    Establishment,
    OrganisationCircularModel,
)
from clusterdesk.domain.records.programme import EventParticipation
from clusterdesk.domain.views.invitations import Candidate, InviteFilter, LeftOut
from clusterdesk.domain.views.organisation_list import OrganisationFilter
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.queries.organisation_list import organisation_ids
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.repositories.records import find


def candidates(connection: sa.Connection, event_id: UUID, wanted: InviteFilter) -> tuple[Candidate, ...]:
    """Return the people of the organisations that fit, by organisation and name, each once.

    A consent counts as it was last said; where none was, the person is not written to. An organisation without
    anybody who fits is there by itself, unless a language was asked for.
    """
    families = _families(connection, wanted)
    roles = [one for one in find(connection, ContactRole, organisation_id=set(families)) if holds_on(one, wanted.day)]
    reader = _People(connection, event_id, {one.contact_id for one in roles})
    names = titles_of(connection, "organisation", set(families.values()))
    found: dict[UUID, Candidate] = {}
    staffed: set[UUID] = set()
    for role in sorted(roles, key=lambda one: (not one.main, one.id)):
        person = reader.people.get(role.contact_id)
        if person is None:
            continue
        own = families[role.organisation_id]
        staffed.add(own)
        if person.id not in found and wanted.language in ("", person.language):
            found[person.id] = reader.candidate(person, own, names.get(own, ""))
    alone = () if wanted.language else sorted(set(families.values()) - staffed)
    empty = (Candidate(own, names.get(own, ""), left_out=LeftOut.NOBODY) for own in alone)
    return tuple(sorted((*found.values(), *empty), key=_place))


def _place(one: Candidate) -> tuple[str, str, str]:
    return folded(one.organisation), folded(one.name), str(one.contact_id)


class _People:
    """What is known of some people: names, addresses, consents, whether they are invited or have answered already."""

    def __init__(self, connection: sa.Connection, event_id: UUID, ids: set[UUID]) -> None:
        self.people = {one.id: one for one in find(connection, Contact, id=ids)}
        self._mails = _mails(find(connection, ContactPoint, contact_id=ids, kind=ContactPointKind.MAIL))
        said = find(connection, Consent, contact_id=ids, purpose=ConsentPurpose.MAILING, revoked_on=None)
        self._said = {one.contact_id: one.given for one in sorted(said, key=lambda each: (str(each.on or ""), each.id))}
        here = find(connection, EventParticipation, programme_event_id=event_id, revoked_on=None)
        self._here = {one.contact_id: one for one in here if one.contact_id is not None}

    def candidate(self, person: Contact, organisation_id: UUID, organisation: str) -> Candidate:
        """Return a person, with why not where she may not be invited."""
        mail, here = self._mails.get(person.id, ""), self._here.get(person.id)
        invited_on = here.invited_on if here is not None else None
        reason = _answered(here) if here is not None else None
        if reason is None and not self._said.get(person.id, False):
            reason = LeftOut.REFUSED if person.id in self._said else LeftOut.NOT_ASKED
        elif reason is None and not mail:
            reason = LeftOut.NO_MAIL
        return Candidate(
            organisation_id, organisation, person.id, person.full_name, mail, person.language or "", reason, invited_on
        )


def _answered(here: EventParticipation) -> LeftOut | None:
    """Return why one who is on the list of the event already needs no invitation."""
    if here.invited_on is not None:
        return LeftOut.INVITED
    if here.cancelled_on is not None:
        return LeftOut.CANCELLED
    return LeftOut.REGISTERED if here.registered_on is not None else None


def _mails(points: Iterable[ContactPoint]) -> dict[UUID, str]:
    """Return the first mail address of each person."""
    found: dict[UUID, str] = {}
    for one in sorted(points, key=lambda each: (each.position, each.id)):
        if one.contact_id is not None and one.value.strip():
            found.setdefault(one.contact_id, one.value.strip())
    return found


def _families(connection: sa.Connection, wanted: InviteFilter) -> dict[UUID, UUID]:
    """Return the organisations that fit with those merged into them: each with the one it is read as."""
    listed = OrganisationFilter(wanted.day, value_chain_ids=wanted.value_chain_ids, memberships=wanted.memberships)
    kept = set(organisation_ids(connection, listed))
    into = kept_ids(connection)
    families = {one: one for one in kept} | {one: own for one, own in into.items() if own in kept}
    for fitting in _narrowed(connection, wanted, families):
        families = {one: own for one, own in families.items() if own in fitting}
    return families


def _narrowed(connection: sa.Connection, wanted: InviteFilter, families: dict[UUID, UUID]) -> Iterator[set[UUID]]:
    """Yield the kept organisations that follow one of the models, and those that have a place in the municipality."""
    if wanted.circular_model_ids:
        models = find(connection, OrganisationCircularModel, circular_model_id=set(wanted.circular_model_ids))
        yield {families[one.organisation_id] for one in models if one.organisation_id in families}
    asked = folded(wanted.municipality)
    if asked:
        places: Sequence[Address | Establishment] = [
            *find(connection, Address, revoked_on=None),
            *find(connection, Establishment, revoked_on=None),
        ]
        yield {
            families[one.organisation_id]
            for one in places
            if one.organisation_id in families
            and any(word.startswith(asked) for word in (folded(one.city), one.postcode.strip().casefold()))
            and holds_on(one, wanted.day)
        }
