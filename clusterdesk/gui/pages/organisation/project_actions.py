"""What can be done with a project: open a coaching file, give it another holder."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.projects import Project
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.pages.organisation.part_jobs import open_file
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout


class ProjectActions(QWidget):
    """The buttons of one project.

    Signals:
        file_added: a coaching file was opened (its id).
    """

    file_added = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make the buttons."""
        super().__init__()
        self.context, self.kit = context, context.kit
        self._project: Project | None = None
        t = self.kit.t
        self.open_file = Button(self.kit, t("Open a coaching file"), icon="briefcase")
        self.open_file.clicked.connect(self._open_file)
        self.holder = Button(self.kit, t("Change the holder…"), "link", icon="arrow-right")
        self.holder.clicked.connect(self._ask_holder)
        flow = FlowLayout(self)
        flow.addWidget(self.open_file)
        flow.addWidget(self.holder)

    def show_project(self, project: Project) -> None:
        """Offer what can be done with a project."""
        self._project = project

    @Slot()
    def _open_file(self) -> None:
        if self._project is None:
            return
        job = partial(open_file, self._project, self.kit.clock.today(), self.context.settings.profile_name)
        self.context.write(job, self._file_opened, toast=self.kit.t("Coaching file opened."))

    def _file_opened(self, file: CoachingFile) -> None:
        self.file_added.emit(file.id)

    @Slot()
    def _ask_holder(self) -> None:
        if self._project is None:
            return
        t = self.kit.t
        heading = t("Who holds “{title}” from now on?", title=self._project.title)
        dialog = OrganisationDialog(self.context, heading, t("Make it the holder"), self.window())
        dialog.chosen.connect(self.hand_over)
        dialog.open()

    @Slot(object)
    def hand_over(self, organisation_id: UUID) -> None:
        """Make another organisation the holder; files, results and partners go with the project."""
        if self._project is None:
            return
        values = {"organisation_id": organisation_id}
        command = EditRecord(type_key="project", record_id=self._project.id, values=values)
        toast = self.kit.t("Another holder: {what}", what=self._project.title)
        self.context.write(partial(jobs.edit, command), toast=toast)
