"""The results of an organisation and its projects, and the evidence that proves them or is still to obtain."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.records.results import Evidence, ResultEvent
from clusterdesk.domain.views.organisation_page import ResultCard
from clusterdesk.store.queries.children import compiled, places, rows
from clusterdesk.store.repositories.records import builder
from clusterdesk.store.tables import RECORD_TABLES

_NO = sa.text("0")


def results_and_evidence(
    connection: sa.Connection, family: Sequence[bytes]
) -> tuple[tuple[ResultCard, ...], tuple[Evidence, ...]]:
    """Return the results with their evidence, and the evidence that belongs to no result that is shown.

    Results come newest first, those revoked last; they are of the organisation itself or of projects it holds.
    """
    results = _results(connection, family)
    evidence = evidence_of_family(connection, family)
    of: dict[UUID | None, list[Evidence]] = defaultdict(list)
    for one in evidence:
        of[one.result_event_id].append(one)
    shown = {result.id for result, _ in results}
    cards = tuple(ResultCard(result, title, tuple(of[result.id])) for result, title in results)
    return cards, tuple(one for one in evidence if one.result_event_id not in shown)


def _results(connection: sa.Connection, family: Sequence[bytes]) -> list[tuple[ResultEvent, str]]:
    build = builder("result_event")
    found = rows(connection, _results_text(len(family)), [*family, *family])
    results: list[tuple[Any, str]] = [(build(row[1:]), row[0] or "") for row in found]
    return results


def evidence_of_family(connection: sa.Connection, family: Sequence[bytes]) -> list[Evidence]:
    """Return the evidence of an organisation and its projects: what is still to obtain first, then the strongest."""
    build: Any = builder("evidence")
    return [build(row) for row in rows(connection, _evidence_text(len(family)), [*family] * 4)]


@cache
def _results_text(count: int) -> str:
    result, project = RECORD_TABLES["result_event"], RECORD_TABLES["project"]
    return compiled(
        sa.select(project.c.title, *result.c)
        .outerjoin_from(result, project, project.c.id == result.c.project_id)
        .where(of_family(result, count), result.c.deleted == _NO)
        .order_by(result.c.revoked_on.is_not(None), result.c.on.desc(), result.c.id)
    )


@cache
def _evidence_text(count: int) -> str:
    evidence, result = RECORD_TABLES["evidence"], RECORD_TABLES["result_event"]
    of_results = sa.select(result.c.id).where(of_family(result, count))
    mine = sa.or_(of_family(evidence, count), evidence.c.result_event_id.in_(of_results))
    return compiled(
        sa.select(evidence)
        .where(mine, evidence.c.deleted == _NO, evidence.c.revoked_on.is_(None))
        .order_by(evidence.c.wanted.desc(), evidence.c.level.desc(), evidence.c.id)
    )


def of_family(table: sa.Table, count: int) -> sa.ColumnElement[bool]:
    """Return the condition that a row is of an organisation or of a project it holds; it takes the ids twice."""
    project = RECORD_TABLES["project"]
    of_projects = sa.select(project.c.id).where(project.c.organisation_id.in_(places(count)))
    return sa.or_(table.c.organisation_id.in_(places(count)), table.c.project_id.in_(of_projects))
