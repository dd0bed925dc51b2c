"""What can be done with a file: milestones from templates, closing, taking it up again, folding its plan."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.plan import MilestoneTemplate
from clusterdesk.domain.views.coaching import FilePlan
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.history import open_history
from clusterdesk.gui.pages.coaching import reading
from clusterdesk.gui.pages.coaching.closing_dialog import ClosingDialog
from clusterdesk.gui.pages.coaching.templates_dialog import TemplatesDialog
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.flow import FlowLayout


class FileActions(QWidget):
    """The buttons of a file.

    Signals:
        folded: the plan shall be folded, or not (a bool).
    """

    folded = Signal(bool)

    def __init__(self, context: Context) -> None:
        """Make the buttons."""
        super().__init__()
        self.context, self.kit = context, context.kit
        self._plan: FilePlan | None = None
        self._is_folded = False
        t = self.kit.t
        self.templates = Button(self.kit, t("Propose milestones…"), icon="list-checks")
        self.templates.clicked.connect(self.ask_templates)
        self.close_file = Button(self.kit, t("Close the file…"), icon="flag")
        self.close_file.clicked.connect(self.ask_closing)
        self.reopen = Button(self.kit, t("Reopen the file"), icon="undo-2")
        self.reopen.clicked.connect(self._reopen)
        self.past = IconButton(self.kit, "history", t("History of the file"))
        self.past.clicked.connect(self._show_history)
        self.fold = IconButton(self.kit, "chevron-up", "")
        self.fold.clicked.connect(self._fold)
        flow = FlowLayout(self, spacing=6)
        for button in (self.templates, self.close_file, self.reopen, self.past, self.fold):
            flow.addWidget(button)

    def show_plan(self, plan: FilePlan, *, folded: bool) -> None:
        """Offer what can be done with a file."""
        self._plan, self._is_folded = plan, folded
        self.templates.setVisible(plan.is_open)
        self.close_file.setVisible(plan.is_open)
        self.reopen.setVisible(not plan.is_open)
        self._name_fold()

    @Slot()
    def ask_templates(self) -> None:
        """Offer the milestones of templates."""
        if self._plan is not None:
            job = partial(reading.offered, self._plan.file.id, self.kit.t.language)
            self.context.desk.submit(job, self._offer, owner=self)

    def _offer(self, templates: tuple[MilestoneTemplate, ...]) -> None:
        if self._plan is not None:
            tracks = [one.track for one in self._plan.tracks]
            TemplatesDialog(self.context, self._plan.file, templates, tracks, self.window()).open()

    @Slot()
    def ask_closing(self) -> None:
        """Ask what the file closes with."""
        if self._plan is not None:
            ClosingDialog(self.context, self._plan, self.window()).open()

    @Slot()
    def _reopen(self) -> None:
        if self._plan is not None:
            toast = self.kit.t("File open again: {title}", title=self._plan.project.title)
            self.context.write(partial(reading.reopen_file, self._plan.file.id), self._reopened, toast=toast)

    def _reopened(self, _file: CoachingFile) -> None:
        if self._is_folded:
            self._fold()

    @Slot()
    def _show_history(self) -> None:
        if self._plan is not None:
            open_history(self.context, self, "coaching_file", self._plan.file.id, self._plan.project.title)

    @Slot()
    def _fold(self) -> None:
        self._is_folded = not self._is_folded
        self._name_fold()
        self.folded.emit(self._is_folded)

    def _name_fold(self) -> None:
        t, what = self.kit.t, self._plan.project.title if self._plan is not None else ""
        self.fold.set_icon("chevron-down" if self._is_folded else "chevron-up")
        self.fold.set_name(t("Open: {what}", what=what) if self._is_folded else t("Close: {what}", what=what))
