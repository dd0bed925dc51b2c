"""The coaching of an organisation: files with their tracks, milestones, time and promises; funding; diagnostics."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.coaching_plan.diagnosis import TakenDiagnostic, taken
from clusterdesk.domain.records.diagnostics import Diagnostic
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.views.coaching import CoachingPage, DiagnosticPage, FilePlan
from clusterdesk.store.queries.children import compiled, one_by_id, parts, rows
from clusterdesk.store.queries.file_plans import file_plans, plans_of
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.organisation_page import contact_cards
from clusterdesk.store.repositories.records import builder, missing
from clusterdesk.store.tables import RECORD_TABLES

_NO = sa.text("0")


def coaching_page(connection: sa.Connection, organisation_id: UUID, today: date) -> CoachingPage:
    """Return the coaching of an organisation, of those merged into it too; of projects it holds.

    Raises:
        KnownError: there is no such organisation.
    """
    family = family_ids(connection, organisation_id)
    organisation = one_by_id(connection, "organisation", UUID(bytes=family[0]))
    if organisation is None:
        raise missing("organisation", organisation_id)
    projects: list[Project] = parts(connection, "project", "organisation_id", family, "-id")
    ids = [one.id.bytes for one in projects]
    funding = {one.id: one for one in parts(connection, "funding_application", "organisation_id", family, "deadline")}
    funding |= {one.id: one for one in parts(connection, "funding_application", "project_id", ids, "deadline")}
    return CoachingPage(
        organisation,
        today,
        tuple(file_plans(connection, family, projects, today)),
        tuple(sorted(funding.values(), key=lambda one: (one.deadline or date.max, one.id))),
        len(parts(connection, "one_off_advice", "organisation_id", family)),
        contact_cards(connection, family),
    )


def file_plan(connection: sa.Connection, file_id: UUID, today: date) -> FilePlan:
    """Return one file with its plan.

    Raises:
        KnownError: there is no such file.
    """
    file = one_by_id(connection, "coaching_file", file_id)
    if file is None:
        raise missing("coaching_file", file_id)
    project: Project = one_by_id(connection, "project", file.project_id)
    family = family_ids(connection, project.organisation_id) if project.organisation_id is not None else ()
    return plans_of(connection, family, {project.id: project}, [file], today)[0]


def diagnostic_page(connection: sa.Connection, organisation_id: UUID, today: date) -> DiagnosticPage:
    """Return the diagnostics of an organisation, the newest first, and the files they may be for.

    Raises:
        KnownError: there is no such organisation.
    """
    page = coaching_page(connection, organisation_id, today)
    family = family_ids(connection, organisation_id)
    shown = tuple(_diagnostics(connection, family))
    return DiagnosticPage(page.organisation, today, shown, page.files)


def _diagnostics(connection: sa.Connection, family: Sequence[bytes]) -> list[TakenDiagnostic]:
    found: list[Diagnostic] = parts(connection, "diagnostic", "organisation_id", family, "-on")
    if not found:
        return []
    scores = parts(connection, "diagnostic_score", "diagnostic_id", [one.id.bytes for one in found])
    build = builder("diagnostic_criterion")
    criteria: list[Any] = [build(row) for row in rows(connection, _criteria_text(), [])]
    return [taken(one, criteria, scores) for one in found]


@cache
def _criteria_text() -> str:
    return compiled(sa.select(RECORD_TABLES["diagnostic_criterion"]))
