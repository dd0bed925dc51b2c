"""Events of the programme as entries of the Fil: what an organisation hosted, came to, or is registered for."""

from typing import Any

import sqlalchemy as sa

from clusterdesk.store.queries.children import places
from clusterdesk.store.queries.timeline_people import USES as PEOPLE_USES
from clusterdesk.store.queries.timeline_people import theirs
from clusterdesk.store.tables import RECORD_TABLES

Column = sa.ColumnElement[Any]

USES = 2 + 2 * PEOPLE_USES  # how often the ids of the family occur
HOSTED, PRESENT, EXCUSED, ABSENT, REGISTERED = DETAILS = (
    "0 hosted",
    "1 present",
    "2 excused",
    "3 absent",
    "4 registered",
)
_NO: Column = sa.literal_column("0")
_NOTHING: Column = sa.literal_column("''")


def event_entries(count: int) -> sa.Select[Any]:
    """Return the events that so many organisations have to do with; ``detail`` says how, by whoever of them did most.

    Who was only invited, or cancelled, has nothing to do with it.
    """
    event, taking = RECORD_TABLES["programme_event"], RECORD_TABLES["event_participation"]
    c = event.c
    hosted = c.host_id.in_(places(count))
    part = sa.select(taking.c.programme_event_id).where(*_takes_part(taking, count))
    how = sa.select(sa.func.min(_how(taking))).where(taking.c.programme_event_id == c.id, *_takes_part(taking, count))
    return sa.select(
        sa.literal_column("'programme_event'").label("kind"),
        c.id.label("id"),
        c.on.label("day"),
        c.title.label("title"),
        _NOTHING.label("body"),
        sa.case((hosted, _text(HOSTED)), else_=how.correlate(event).scalar_subquery()).label("detail"),
        c.state.label("state"),
        c.visibility.label("marked"),
    ).where(c.deleted == _NO, c.revoked_on.is_(None), sa.or_(c.host_id.in_(places(count)), c.id.in_(part)))


def _takes_part(taking: sa.Table, count: int) -> tuple[sa.ColumnElement[bool], ...]:
    c = taking.c
    said = sa.or_(c.registered_on.is_not(None), c.presence != sa.literal_column("'unknown'"))
    return (
        theirs(taking, count),
        c.deleted == _NO,
        c.revoked_on.is_(None),
        c.cancelled_on.is_(None),
        said,
    )


def _how(taking: sa.Table) -> Column:
    known = ((PRESENT, "present"), (EXCUSED, "excused"), (ABSENT, "absent"))
    return sa.case(
        *((taking.c.presence == _text(value), _text(detail)) for detail, value in known), else_=_text(REGISTERED)
    )


def _text(value: str) -> Column:
    return sa.literal_column(f"'{value}'")
