"""Organisations to compare, and those that are probably entered twice."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.base.progress import Progress, unheard
from clusterdesk.domain.duplicates import Confidence, DuplicateIndex, NameCard, likely_duplicates
from clusterdesk.domain.views.duplicates import DuplicateGroup, DuplicateMember, DuplicatePair
from clusterdesk.store.journal.rows import chunks
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.queries.organisation_keys import organisation_keys
from clusterdesk.store.tables import RECORD_TABLES

_NOWHERE: frozenset[str] = frozenset()


def name_cards(connection: sa.Connection) -> list[NameCard]:
    """Return what is compared of every organisation that is neither in the bin nor merged; keys are their ids."""
    places = postcodes(connection)
    return [
        NameCard(one.id, one.name, one.enterprise_number, places.get(one.id.bytes, _NOWHERE))
        for one in organisation_keys(connection)
        if one.merged_into is None
    ]


def postcodes(connection: sa.Connection) -> dict[bytes, frozenset[str]]:
    """Return where organisations are, by stored id; the places of those merged into one count as its own."""
    kept = {merged.bytes: one.bytes for merged, one in kept_ids(connection).items()}
    found: dict[bytes, frozenset[str]] = {}
    for key in ("address", "establishment"):
        table = RECORD_TABLES[key]
        query = sa.select(table.c.organisation_id, table.c.postcode).where(
            table.c.deleted == 0, table.c.revoked_on.is_(None), table.c.postcode != ""
        )
        for owner, postcode in connection.execute(query).all():
            one = kept.get(owner, owner)
            found[one] = found[one] | {postcode} if one in found else frozenset((postcode,))
    return found


def duplicate_index(connection: sa.Connection) -> DuplicateIndex:
    """Return an index of all organisations, for the rows of an import or a form."""
    return DuplicateIndex.of(name_cards(connection))


def duplicate_groups(
    connection: sa.Connection, *, at_least: Confidence = Confidence.LIKELY, progress: Progress = unheard
) -> list[DuplicateGroup]:
    """Return the organisations that are probably entered twice or more, the surest groups first."""
    pairs = list(_pairs(name_cards(connection), at_least, progress))
    members = _members(connection, {one for pair in pairs for one in (pair.first, pair.second)})
    groups = []
    for ids in _connected(pairs):
        inside = tuple(pair for pair in pairs if pair.first in ids)
        ordered = sorted((members[one] for one in ids), key=_most_history)
        groups.append(DuplicateGroup(tuple(ordered), inside))
    return sorted(groups, key=_surest)


def _pairs(cards: Sequence[NameCard], at_least: Confidence, progress: Progress) -> Iterator[DuplicatePair]:
    """Compare each organisation with those before it, so that no pair comes twice."""
    index = DuplicateIndex()
    for number, card in enumerate(cards):
        progress(number, len(cards))
        for match in likely_duplicates(card, index, at_least=at_least):
            assert isinstance(match.card.key, UUID)
            assert isinstance(card.key, UUID)
            yield DuplicatePair(match.card.key, card.key, match.reason, match.confidence, match.score)
        index.add(card)


def _connected(pairs: Iterable[DuplicatePair]) -> list[set[UUID]]:
    group_of: dict[UUID, set[UUID]] = {}
    for pair in pairs:
        joined = group_of.get(pair.first, {pair.first}) | group_of.get(pair.second, {pair.second})
        for one in joined:
            group_of[one] = joined
    found: dict[int, set[UUID]] = {id(group): group for group in group_of.values()}
    return list(found.values())


def _members(connection: sa.Connection, ids: set[UUID]) -> dict[UUID, DuplicateMember]:
    organisation, address, session = (RECORD_TABLES[key] for key in ("organisation", "address", "session"))
    mine = organisation.c.id
    city = (
        sa.select(address.c.city)
        .where(address.c.organisation_id == mine, address.c.deleted == 0, address.c.city != "")
        .order_by(address.c.to_on.is_not(None), address.c.id)
        .limit(1)
        .scalar_subquery()
    )
    held = (session.c.organisation_id == mine, session.c.deleted == 0, session.c.state == "held")
    count = sa.select(sa.func.count()).where(*held).scalar_subquery()
    last = sa.select(sa.func.max(session.c.on)).where(*held).scalar_subquery()
    found: dict[UUID, DuplicateMember] = {}
    for part in chunks(one.bytes for one in ids):
        query = sa.select(mine, organisation.c.name, organisation.c.enterprise_number, city, count, last)
        for row in connection.execute(query.where(mine.in_(part))):
            found[UUID(bytes=row[0])] = _member(row)
    return found


def _member(row: Sequence[Any]) -> DuplicateMember:
    last = date.fromisoformat(row[5]) if row[5] else None
    return DuplicateMember(UUID(bytes=row[0]), row[1], row[2], row[3] or "", row[4], last)


def _most_history(member: DuplicateMember) -> tuple[int, bool, UUID]:
    return -member.sessions, member.enterprise_number is None, member.id


def _surest(group: DuplicateGroup) -> tuple[int, str]:
    return -group.confidence, group.members[0].name.casefold()
