"""How mature the projects of an organisation are, in a number: what its head says."""

from collections.abc import Sequence
from functools import cache

import sqlalchemy as sa

from clusterdesk.store.queries.children import compiled, places, rows
from clusterdesk.store.tables import RECORD_TABLES

_NO = sa.text("0")


def furthest_level(connection: sa.Connection, family: Sequence[bytes]) -> int:
    """Return the level of the project that is furthest, by the newest assessment of each; 0 where there is none."""
    newest: dict[bytes, int] = {}
    for project_id, level in rows(connection, _text(len(family)), family):
        newest.setdefault(project_id, level)
    return max(newest.values(), default=0)


@cache
def _text(count: int) -> str:
    assessment, project = RECORD_TABLES["mrl_assessment"], RECORD_TABLES["project"]
    return compiled(
        sa.select(assessment.c.project_id, assessment.c.level)
        .join(project, project.c.id == assessment.c.project_id)
        .where(
            project.c.organisation_id.in_(places(count)),
            project.c.deleted == _NO,
            assessment.c.deleted == _NO,
            assessment.c.revoked_on.is_(None),
        )
        .order_by(assessment.c.on.desc(), assessment.c.id.desc())
    )
