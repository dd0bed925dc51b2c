"""Which binder: at the first start the sample, one's own or a list; later another one, also one opened lately."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from clusterdesk.gui import routes
from clusterdesk.gui.pages.binders.choice_card import ChoiceCard
from clusterdesk.gui.pages.binders.jobs import OWN_STEPS, SAMPLE_STEPS, NewBinder
from clusterdesk.gui.pages.binders.known_card import KnownCard
from clusterdesk.gui.pages.binders.questions import QuestionsCard
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_edit import LineEdit
from clusterdesk.gui.widgets.page_header import FoldingRow, PageHeader
from clusterdesk.gui.widgets.page_scroll import page_scroll

_OWN_NAME = "ClusterDesk"
_SIDE_BY_SIDE = 720


class BindersPage(Page):
    """Three ways to begin, three questions at first, later the binders that are there."""

    def build(self) -> None:
        """Make the cards."""
        t = self.kit.t
        self.first = not self.context.shell.knows(routes.TODAY)
        heading = t("Welcome to ClusterDesk") if self.first else t("Binders")
        note = (
            t("Everything stays on this computer, in a binder of your own. How would you like to begin?")
            if self.first
            else t("One binder is open at a time; what is typed is saved before another one opens.")
        )
        self._then = ""
        self.problem = Label("", "problem", wrap=True)
        self.problem.hide()
        self.busy = BusyBar(self.kit)
        row = FoldingRow(self.kit, _SIDE_BY_SIDE)
        row.add(self._ways(), 6)
        row.add(self._beside(), 5)
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(row)
        column.addStretch(1)
        self.body.addWidget(PageHeader(self.kit, heading, note=note))
        self.body.addWidget(self.problem)
        self.body.addWidget(self.busy)
        self.body.addWidget(page_scroll(inner, heading), 1)

    def refresh(self, changes: object) -> None:
        """Look which binders there are."""
        if not self.first:
            self.known.show_binders(self.context.settings)

    def take_focus(self) -> None:
        """Begin at the first way."""
        self.sample.button.setFocus()

    def _ways(self) -> QWidget:
        kit, t = self.kit, self.kit.t
        self.sample = ChoiceCard(
            kit,
            "book-open",
            t("Look around among invented organisations, with two years of visits. It is apart from your own work."),
            t("Open the sample binder"),
            first=self.first,
        )
        self.own = ChoiceCard(
            kit,
            "building-2",
            t("An empty binder, with the lists of value chains, tracks and questions ready."),
            t("Begin my own"),
        )
        self.name = LineEdit()
        self.name.setAccessibleName(t("Name of the new binder"))
        self.name.setText(_OWN_NAME)
        self.own.put(self.name)
        self.list = ChoiceCard(
            kit,
            "file-spreadsheet",
            t("A binder of your own from the list you have – members, contacts, past visits. You see every row first."),
            t("Import an Excel list"),
        )
        self.sample.chosen.connect(self._open_sample)
        self.own.chosen.connect(self._begin_own)
        self.name.returnPressed.connect(self._begin_own)
        self.list.chosen.connect(self._begin_with_list)
        return _column(self.sample, self.own, self.list)

    def _beside(self) -> QWidget:
        if self.first:
            self.questions = QuestionsCard(self.context)
            return _column(self.questions)
        self.known = KnownCard(self.kit)
        self.known.chosen.connect(self._open)
        self.known.folder_asked.connect(self._ask_folder)
        return _column(self.known)

    @Slot()
    def _open_sample(self) -> None:
        self._make(sample=True)

    @Slot()
    def _begin_own(self) -> None:
        self._make()

    @Slot()
    def _begin_with_list(self) -> None:
        self._make(then=routes.IMPORT)

    def _make(self, *, sample: bool = False, then: str = "") -> None:
        if self.busy.isVisible():
            return
        self._then, self._steps = then, SAMPLE_STEPS if sample else OWN_STEPS
        self.problem.hide()
        self.busy.start(self.kit.t("Making the binder"))
        job = NewBinder(self.name.text(), self.context.settings.profile_name, sample=sample)
        self.context.files.submit(job, self._made, self._failed, owner=self)

    def _made(self, path: Path) -> None:
        self.busy.finish()
        self.context.preferences.set("hints", self._steps)
        self.context.shell.open_binder(path, self._then)

    def _failed(self, error: BaseException) -> None:
        self.busy.finish()
        self.context.shell.show_error(error)

    @Slot(object)
    def _open(self, path: Path) -> None:
        self.context.shell.open_binder(path)

    @Slot()
    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.kit.t("Folder of a binder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.open_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def open_folder(self, folder: str) -> None:
        """Open the binder of a folder; one without a binder is told."""
        from clusterdesk.services.binders import has_binder

        there = has_binder(Path(folder))
        self.problem.setText(self.kit.t("There is no binder in {folder}.", folder=folder))
        self.problem.setVisible(not there)
        if there:
            self._open(Path(folder))


def _column(*cards: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return made
