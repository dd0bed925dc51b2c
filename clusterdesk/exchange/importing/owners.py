"""Whom a row of a list is about: its organisation, its project, its coaching file."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.exchange.importing.known import Known, covers
from clusterdesk.exchange.importing.settling import refusal
from clusterdesk.exchange.importing.verdicts import RowPlan
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow

_UNKNOWN = N_("There is no organisation “{name}” in the binder: import organisations first, or correct the name.")
_SEVERAL = N_("{count} organisations are called “{name}”: give the enterprise number.")
_NO_PROJECT = N_("There is no project “{name}” in the binder: import projects first, or correct the title.")
_SEVERAL_PROJECTS = N_("{count} projects fit “{name}”: give the title or identifier of one.")


@dataclass(frozen=True, slots=True)
class Owners:
    """Finds the records that a row refers to; what cannot be found refuses the row and names the cell."""

    known: Known
    mapping: ColumnMapping

    def organisation(self, read: ReadRow, *, needed: bool = True) -> Organisation | RowPlan | None:
        """Return the organisation of a row, or the plan that refuses it."""
        number, name = read.values.get("enterprise_number"), read.values.get("organisation")
        found = self.known.organisations.by_number(number) or self.known.organisations.by_external(name)
        if found is not None:
            return found
        named = self.known.organisations.by_name(name)
        if len(named) == 1:
            return named[0]
        if len(named) > 1:
            return refusal(
                read, self.mapping, "organisation", "organisation_ambiguous", _SEVERAL, name=name, count=len(named)
            )
        if not name and not number and not needed:
            return None
        field = "organisation" if name else "enterprise_number"
        return refusal(read, self.mapping, field, "organisation_unknown", _UNKNOWN, name=name or number)

    def project(self, read: ReadRow, organisation: Organisation | None) -> Project | RowPlan | None:
        """Return the project that a row names, the only one of its organisation, or the plan that refuses the row."""
        name = read.values.get("project")
        if name:
            fitting = self.known.projects(str(name))
            mine = [one for one in fitting if organisation is None or one.organisation_id == organisation.id] or fitting
        else:
            mine = self.known.projects_of(organisation.id) if organisation else []
        if len(mine) == 1:
            return mine[0]
        if len(mine) > 1:
            title = name or (organisation.name if organisation else "")
            return refusal(
                read, self.mapping, "project", "project_ambiguous", _SEVERAL_PROJECTS, name=title, count=len(mine)
            )
        return refusal(read, self.mapping, "project", "project_unknown", _NO_PROJECT, name=name) if name else None

    def file(self, read: ReadRow, organisation: Organisation, day: date) -> CoachingFile | RowPlan | None:
        """Return the file that was open on a day: of the project named, else the only one of the organisation."""
        if read.values.get("project"):
            project = self.project(read, organisation)
            if isinstance(project, RowPlan) or project is None:
                return project
            files = self.known.files_of(project.id)
            open_then = [one for one in files if covers(one, day)]
            candidates = open_then or files
            return candidates[-1] if candidates else None
        files = [one for project in self.known.projects_of(organisation.id) for one in self.known.files_of(project.id)]
        open_then = [one for one in files if covers(one, day)]
        return open_then[0] if len(open_then) == 1 else None


class OwnedRowPlanner(ABC):
    """Decides about rows that are about an organisation; ``NEEDED`` says that no row goes without one."""

    NEEDED: ClassVar[bool] = True

    def __init__(self, known: Known, mapping: ColumnMapping, today: date) -> None:
        """Read what the binder knows."""
        self.known, self.today = known, today
        self.owners = Owners(known, mapping)

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        organisation = self.owners.organisation(read, needed=self.NEEDED)
        return organisation if isinstance(organisation, RowPlan) else self.about(read, organisation)

    @abstractmethod
    def about(self, read: ReadRow, organisation: Organisation | None) -> RowPlan:
        """Return the verdict on a row about an organisation; ``None`` only where a row may go without one."""
