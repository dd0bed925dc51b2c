"""The projects of an organisation with their assessments of maturity, capacity sheets, evidence and results."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.industrialisation.industrialised import Found, propose_industrialised
from clusterdesk.domain.industrialisation.maturity import Maturity, in_order, lifting_action
from clusterdesk.domain.proposals.proposal import INDICATORS
from clusterdesk.domain.records.industrialisation import MrlAnswer, MrlAssessment, MrlQuestion
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.views.industry import (
    IndustryPage,
    ProjectIndustry,
    assessed_in_order,
    maturity_of,
)
from clusterdesk.domain.views.organisation_page import ProjectCard
from clusterdesk.store.queries.children import one_by_id, parts
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.organisation_projects import project_cards
from clusterdesk.store.repositories import records

_KEY = INDICATORS[ResultKind.INDUSTRIALISED]


def industry_page(connection: sa.Connection, organisation_id: UUID) -> IndustryPage:
    """Return the industrial scale-up of an organisation; of one that was merged, that of the kept one.

    Raises:
        KnownError: there is no such organisation.
    """
    family = family_ids(connection, organisation_id)
    organisation: Organisation | None = one_by_id(connection, "organisation", UUID(bytes=family[0]))
    if organisation is None:
        raise records.missing("organisation", organisation_id)
    reading = _Reading(connection, project_cards(connection, family), family)
    # What lifts a project of somebody else is promised by who holds it.
    holders = {one.project.organisation_id.bytes for one in reading.cards if one.project.organisation_id is not None}
    owing = [*family, *sorted(holders - {*family})]
    promises = [one for one in parts(connection, "action", "organisation_id", owing, "due_on") if not one.done_on]
    projects = [reading.project(card, promises, organisation.languages) for card in reading.cards]
    return IndustryPage(
        organisation_id=organisation.id,
        name=organisation.name,
        projects=tuple(sorted(projects, key=_rank)),
        questions=reading.questions,
        profiles=tuple(sorted(reading.profiles, key=_name)),
        languages=organisation.languages,
    )


def project_industry(connection: sa.Connection, project_id: UUID) -> tuple[IndustryPage, ProjectIndustry]:
    """Return one project within the page of who holds it.

    Raises:
        KnownError: there is no such project.
    """
    project: Project | None = one_by_id(connection, "project", project_id)
    if project is None:
        raise records.missing("project", project_id)
    if project.organisation_id is not None:
        page = industry_page(connection, project.organisation_id)
        found = next((one for one in page.projects if one.project.id == project_id), None)
        if found is not None:
            return page, found
    reading = _Reading(connection, (ProjectCard(project),))
    alone = reading.project(reading.cards[0], [], ())
    page = IndustryPage(project_id, "", (alone,), reading.questions, tuple(reading.profiles))
    return page, alone


class _Reading:
    """What belongs to some projects, read once and handed out by project."""

    def __init__(self, connection: sa.Connection, cards: Sequence[ProjectCard], family: Sequence[bytes] = ()) -> None:
        self.cards = tuple(cards)
        ids = [card.project.id.bytes for card in cards]
        self.questions: tuple[MrlQuestion, ...] = in_order(records.find(connection, MrlQuestion))
        self.profiles: list[Profile] = records.find(connection, Profile)
        self._names = {one.id: one.name for one in self.profiles}
        self._assessments = _by_project(parts(connection, "mrl_assessment", "project_id", ids, "on"))
        self._sheets = _by_project(parts(connection, "capacity_sheet", "project_id", ids, "-on"))
        self._events = _by_project(parts(connection, "result_event", "project_id", ids, "-on"))
        self._evidence = _by_project(parts(connection, "evidence", "project_id", ids))
        assessed = [one.id.bytes for found in self._assessments.values() for one in found]
        self._answers: dict[UUID, dict[UUID, MrlAnswer]] = defaultdict(dict)
        for one in parts(connection, "mrl_answer", "assessment_id", assessed):
            self._answers[one.assessment_id][one.question_id] = one
        events = [one.id.bytes for found in self._events.values() for one in found]
        held = [card for card in cards if not card.holder]
        self._only = held[0].project.id if len(held) == 1 else None
        self._loose: list[Evidence] = parts(connection, "evidence", "organisation_id", family) if family else []
        self._proofs: dict[UUID, list[Evidence]] = defaultdict(list)
        for one in parts(connection, "evidence", "result_event_id", events):
            self._proofs[one.result_event_id].append(one)

    def project(self, card: ProjectCard, promises: Sequence[Action], languages: Sequence[str]) -> ProjectIndustry:
        """Return one project."""
        project = card.project
        assessments: list[MrlAssessment] = self._assessments[project.id]
        assessed = assessed_in_order(tuple(assessments), self._answers, self.questions, self._names)
        event = self._event(project.id)
        proposal = propose_industrialised(Found(assessments, self._evidence_for(project.id, event), event))
        now = maturity_of(self.questions, assessed)
        return ProjectIndustry(
            project=project,
            proposal=replace(
                proposal,
                project_id=project.id,
                organisation_id=project.organisation_id,
                coaching_file_id=_file_on(card, proposal.on),
            ),
            maturity=now,
            assessed=assessed,
            sheets=tuple(self._sheets[project.id]),
            promise=_promise(now, promises, languages),
            role=card.role or ("" if not card.holder else card.holder),
        )

    def _event(self, project_id: UUID) -> ResultEvent | None:
        found: list[ResultEvent] = [one for one in self._events[project_id] if one.kind is ResultKind.INDUSTRIALISED]
        confirmed = [one for one in found if one.confirmed_on is not None]
        return next(iter(confirmed or found), None)

    def _evidence_for(self, project_id: UUID, event: ResultEvent | None) -> list[Evidence]:
        """Return what belongs to the result, and what the project has for it that belongs to no result yet.

        What the organisation has for the indicator, without saying for which project, is that of its only one.
        """
        mine: dict[UUID, Evidence] = {}
        if event is not None:
            mine |= {one.id: one for one in self._proofs[event.id]}
        for one in self._evidence[project_id]:
            if one.result_event_id is None and one.indicator in ("", _KEY):
                mine[one.id] = one
        for one in self._loose if project_id == self._only else ():
            if one.result_event_id is None and one.project_id is None and one.indicator == _KEY:
                mine[one.id] = one
        return list(mine.values())


def _promise(now: Maturity, promises: Sequence[Action], languages: Sequence[str]) -> Action | None:
    """Return the open promise that lifts what blocks, in whatever language it was written."""
    if now.blocking is None:
        return None
    texts = {lifting_action(now.blocking, language) for language in (*languages, "fr", "nl", "en")}
    return next((one for one in promises if one.text in texts), None)


def _file_on(card: ProjectCard, on: date | None) -> UUID | None:
    """Return the coaching file of a project that was the last one opened by a day; without one the newest."""
    files = [one.file for one in card.files]  # the newest first
    return next((one.id for one in files if on is None or one.opened_on <= on), files[0].id if files else None)


def _by_project(found: Sequence[Any]) -> dict[UUID, list[Any]]:
    by: dict[UUID, list[Any]] = defaultdict(list)
    for one in found:
        by[one.project_id].append(one)
    return by


def _rank(one: ProjectIndustry) -> tuple[bool, int, date, str]:
    newest = one.newest
    return bool(one.role), -one.level, newest.on if newest is not None else date.max, one.project.title.casefold()


def _name(profile: Profile) -> str:
    return profile.name.casefold()
