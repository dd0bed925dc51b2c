"""Projects with their coaching files: tracks, managers, plan, since when."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.views.organisation_page import FileCard, OrganisationPage, ProjectCard
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.organisation.file_row import FileRow
from clusterdesk.gui.pages.organisation.loading import Lists
from clusterdesk.gui.pages.organisation.project_row import ProjectChoices, ProjectRow
from clusterdesk.gui.widgets.fields.choice import Option


class ProjectsCard(PartsCard):
    """The card of projects; files stand under their project."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Projects and files"),
            t("No project yet. Indicators count projects: give what they want to achieve a title."),
            add=t("Add a project"),
            hint=t("Title of the project"),
        )
        self.organisation_id: UUID | None = None
        self.lists = Lists()
        self.choices = ProjectChoices()

    def make_row(self, part: "ProjectCard | FileCard") -> PartRow:
        """Return the row of a project or of a file."""
        if isinstance(part, FileCard):
            return FileRow(self.context, part, self.lists, self.organisation_id)
        row = ProjectRow(self.context, part, self.choices)
        row.file_added.connect(self._file_added)
        return row

    def key_of(self, part: "ProjectCard | FileCard") -> UUID:
        """Return the id of the project or file."""
        return part.file.id if isinstance(part, FileCard) else part.project.id

    def show_page(self, page: OrganisationPage, lists: Lists) -> None:
        """Show the projects of an organisation, each followed by its files."""
        projects = page.projects
        self.lists, self.choices.chains = lists, lists.value_chains
        self.choices.people = [Option(one.contact.id, one.contact.full_name) for one in page.contacts]
        parts: list[ProjectCard | FileCard] = []
        for project in projects:
            parts.append(project)
            parts.extend(project.files)
        self.show_parts(parts, self.kit.formats.number(len(projects)) if projects else "")

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a project by its title."""
        if self.organisation_id is not None:
            project = Project(title=text, organisation_id=self.organisation_id)
            self.open_when_shown(project.id)
            self.context.write(partial(jobs.add, AddRecord(record=project)))

    @Slot(object)
    def _file_added(self, file_id: UUID) -> None:
        self.open_when_shown(file_id)
