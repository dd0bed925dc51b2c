"""Projects with their coaching files: tracks, managers, plan, since when."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.views.organisation_page import FileCard, ProjectCard
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.organisation.file_row import FileRow
from clusterdesk.gui.pages.organisation.loading import Lists
from clusterdesk.gui.pages.organisation.part_jobs import open_file
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button


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

    def make_row(self, part: "ProjectCard | FileCard") -> PartRow:
        """Return the row of a project or of a file."""
        if isinstance(part, FileCard):
            return FileRow(self.context, part, self.lists)
        row = ProjectRow(self.context, part)
        row.file_added.connect(self._file_added)
        return row

    def key_of(self, part: "ProjectCard | FileCard") -> UUID:
        """Return the id of the project or file."""
        return part.file.id if isinstance(part, FileCard) else part.project.id

    def show_projects(self, projects: tuple[ProjectCard, ...], lists: Lists) -> None:
        """Show projects, each followed by its files."""
        self.lists = lists
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


class ProjectRow(PartRow):
    """One project.

    Signals:
        file_added: a coaching file was opened (its id).
    """

    type_key = "project"
    file_added = Signal(object)
    part: ProjectCard

    def record_id(self) -> UUID:
        """Return the project's id."""
        return self.part.project.id

    def words(self) -> None:
        """Say title, stage and part in it."""
        t, card = self.kit.t, self.part
        facts = [card.project.stage] if card.project.stage else []
        if card.holder:
            facts.append(t("Partner ({role}) of {holder}", role=card.role or "–", holder=card.holder))
        production = card.project.kind.value == "production"
        chips = ((t(choice_label(card.project.kind)), Tone.INFO),) if production else ()
        self.say(card.project.title, " · ".join(facts), *chips)

    def build(self) -> QWidget:
        """Return the fields, and the button that opens a file."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        rows = (("title",), ("kind", "stage"), ("started_on",), ("description",))
        self.form = RecordForm(self.context, "project", rows, required=("title",))
        self.open_file = Button(self.kit, self.kit.t("Open a coaching file"), icon="briefcase")
        self.open_file.clicked.connect(self._open_file)
        column.addWidget(self.form)
        column.addWidget(self.open_file, 0, Qt.AlignmentFlag.AlignLeft)
        return inner

    def fill(self) -> None:
        """Show the project."""
        self.form.show_record(self.part.project)

    @Slot()
    def _open_file(self) -> None:
        job = partial(open_file, self.part.project, self.kit.clock.today(), self.context.settings.profile_name)
        self.context.write(job, self._file_opened, toast=self.kit.t("Coaching file opened."))

    def _file_opened(self, file: CoachingFile) -> None:
        self.file_added.emit(file.id)
