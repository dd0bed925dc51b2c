"""Verdicts on the rows of lists of projects, coaching files and one-off advice."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar
from uuid import UUID

from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import (
    AdviceKind,
    CoachingFile,
    CoachingFileManager,
    CoachingFileTrack,
    OneOffAdvice,
)
from clusterdesk.domain.records.lists import Track, ValueChain
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project, ProjectKind, ProjectPartner, ProjectValueChain
from clusterdesk.exchange.importing.known import set_member
from clusterdesk.exchange.importing.owners import OwnedRowPlanner
from clusterdesk.exchange.importing.settling import added, dated, joined, settled
from clusterdesk.exchange.importing.verdicts import RowPlan, Verdict
from clusterdesk.exchange.mapping.read_row import ReadRow


class ProjectPlanner(OwnedRowPlanner):
    """A project with its holder, partners and value chains."""

    NEEDED: ClassVar[bool] = False

    def about(self, read: ReadRow, holder: Organisation | None) -> RowPlan:
        """Return the verdict on a row that could be read."""
        values = read.values
        made = Project(
            title=str(values["title"]),
            kind=ProjectKind(values["kind"]) if values.get("kind") else ProjectKind.COMPANY,
            organisation_id=holder.id if holder else None,
            stage=str(values.get("stage") or ""),
            started_on=values.get("started_on"),
            description=joined([*read.every("description"), *read.every("notes")]),
            external_id=values.get("external_id"),
        )
        same = [one for one in self.known.projects(made.title) if one.organisation_id == made.organisation_id]
        foreign = self.known.foreign(Project, made.external_id)
        known = foreign if isinstance(foreign, Project) else (same[0] if same else None)
        given = {name for name in ("title", "kind", "stage", "started_on", "description") if values.get(name)}
        if known is None:
            self.known.remember_project(made)
        else:
            made = replace(made, description=added(known.description, made.description))
        parts = self.known.missing(self._parts(read, (known or made).id))
        return settled(read, known, made, given, parts, made.title)

    def _parts(self, read: ReadRow, project: UUID) -> Iterator[Record]:
        for text in read.values.get("value_chains") or ():
            chain = self.known.label(ValueChain, text)
            if chain is not None:
                yield set_member(ProjectValueChain, "project_id", project, "value_chain_id", chain)
        for text in read.values.get("partners") or ():
            partners = self.known.organisations.by_name(text)
            if len(partners) == 1:
                yield ProjectPartner(project_id=project, organisation_id=partners[0].id)


class FilePlanner(OwnedRowPlanner):
    """A coaching file; a project that the binder lacks is made with it."""

    NEEDED: ClassVar[bool] = False

    def about(self, read: ReadRow, organisation: Organisation | None) -> RowPlan:
        """Return the verdict on a row that could be read."""
        values = read.values
        project = self._project(read, organisation)
        if isinstance(project, RowPlan):
            return project
        made = CoachingFile(
            project_id=project.id,
            opened_on=values["opened_on"],
            closed_on=values.get("closed_on"),
            close_reason=str(values.get("close_reason") or ""),
            plan=joined([*read.every("plan"), *read.every("notes")]),
            external_id=values.get("external_id"),
        )
        made = dated(made, values.get("known_since"))
        files = self.known.files_of(project.id)
        foreign = self.known.foreign(CoachingFile, made.external_id)
        known = foreign if isinstance(foreign, CoachingFile) else None
        known = known or next((one for one in files if one.opened_on == made.opened_on), None)
        given = {name for name in ("closed_on", "close_reason", "plan") if values.get(name)}
        if known is None:
            files.append(made)
        else:
            made = replace(made, plan=added(known.plan, made.plan))
        parts = self.known.missing(self._parts(read, known or made))
        return settled(read, known, made, given, parts, project.title)

    def _project(self, read: ReadRow, organisation: Organisation | None) -> Project | RowPlan:
        found = self.owners.project(read, organisation)
        if isinstance(found, Project):
            return found
        if isinstance(found, RowPlan) and any(one.code == "project_ambiguous" for one in found.problems):
            return found
        values = read.values
        title = values.get("project") or values.get("title") or (organisation.name if organisation else "")
        if not title:
            return found if isinstance(found, RowPlan) else RowPlan(read, Verdict.REFUSED)
        made = Project(title=str(title), organisation_id=organisation.id if organisation else None)
        self.known.fresh[made.id] = made
        self.known.remember_project(made)
        return made

    def _parts(self, read: ReadRow, made: CoachingFile) -> Iterator[Record]:
        for text in read.values.get("tracks") or ():
            track = self.known.label(Track, text)
            if track is not None:
                yield set_member(CoachingFileTrack, "coaching_file_id", made.id, "track_id", track)
        manager = read.values.get("manager")
        if manager:
            profile = self.known.profile(str(manager))
            lead = CoachingFileManager(coaching_file_id=made.id, profile_id=profile, from_on=made.opened_on)
            yield dated(lead, read.values.get("known_since"))


class AdvicePlanner(OwnedRowPlanner):
    """A single answer or introduction of the past."""

    def about(self, read: ReadRow, organisation: Organisation | None) -> RowPlan:
        """Return the verdict on a row that could be read."""
        values = read.values
        assert organisation is not None
        person = self.known.person(organisation.id, str(values.get("contact") or ""))
        answer = joined(read.every("answer"))
        made = OneOffAdvice(
            organisation_id=organisation.id,
            contact_id=person.id if person else None,
            profile_id=self.known.profile(str(values["manager"])) if values.get("manager") else None,
            on=values["date"],
            kind=AdviceKind(values["kind"]) if values.get("kind") else AdviceKind.ANSWER,
            subject=str(values.get("subject") or answer.partition("\n")[0][:80]),
            answer=answer,
            minutes=values.get("minutes"),
            external_id=values.get("external_id"),
        )
        made = dated(made, values.get("known_since"))
        present = self.known.existing(OneOffAdvice, "organisation_id", organisation.id)
        twin = next((one for one in present if one.on == made.on and folded(one.subject) == folded(made.subject)), None)
        given = {name for name in ("kind", "answer", "minutes") if values.get(name)}
        if twin is None:
            self.known.remember_existing(made)
        else:
            made = replace(made, answer=added(twin.answer, made.answer))
        return settled(read, twin, made, given, (), organisation.name)
