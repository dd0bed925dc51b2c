"""The coaching actions and the one-off advice of a time: how many of each kind, for whom."""

from collections import Counter
from datetime import date
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.coaching import AdviceKind
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.store.queries import organisation_sql as sql
from clusterdesk.store.queries.merged import kept_ids


class Work(NamedTuple):
    """What was done in a time, by kind, and how many organisations it was done for."""

    coaching: Counter[SessionKind]
    coached: int
    advice: Counter[AdviceKind]
    advised: int


def work_between(connection: sa.Connection, first: date, last: date) -> Work:
    """Count coaching actions (``domain/coaching.py`` says what one is) and advice from ``first`` to ``last``.

    An organisation counts once, also where it was merged.
    """
    run, kept = sql.on(connection), kept_ids(connection)
    values = {"first": first.isoformat(), "last": last.isoformat()}
    coaching: Counter[SessionKind] = Counter()
    advice: Counter[AdviceKind] = Counter()
    coached, advised = set(), set()
    for kind, organisation in run(_COACHING, values):
        coaching[SessionKind(kind)] += 1
        coached.add(_kept(organisation, kept))
    for kind, organisation in run(_ADVICE, values):
        advice[AdviceKind(kind)] += 1
        advised.add(_kept(organisation, kept))
    return Work(coaching, len(coached - {None}), advice, len(advised - {None}))


_COACHING = (
    "SELECT v.kind, v.organisation_id FROM session v WHERE v.\"on\" BETWEEN :first AND :last AND v.state = 'held'"
    " AND v.kind <> 'mail' AND v.deleted = 0 AND v.revoked_on IS NULL AND v.coaching_file_id IS NOT NULL"
    " AND (EXISTS (SELECT 1 FROM session_note n WHERE n.session_id = v.id AND n.deleted = 0 AND n.revoked_on IS NULL"
    " AND trim(n.text) <> '') OR EXISTS (SELECT 1 FROM document d WHERE d.session_id = v.id AND d.deleted = 0"
    " AND d.revoked_on IS NULL))"
)
_ADVICE = (
    'SELECT a.kind, a.organisation_id FROM one_off_advice a WHERE a."on" BETWEEN :first AND :last'
    " AND a.deleted = 0 AND a.revoked_on IS NULL"
)


def _kept(stored: bytes | None, kept: dict[UUID, UUID]) -> UUID | None:
    if stored is None:
        return None
    found = UUID(bytes=stored)
    return kept.get(found, found)
