"""Headings kept under a name: used again for the next sheet, chosen or given up, kept anew."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.figures_files.jobs import KeepHeadings, Planned
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_edit import LineEdit

_NAME = 120


class KeptRow(QWidget):
    """Which kept headings are used, and a button that keeps those of now.

    Signals:
        chosen: the name of kept headings; empty for none.
    """

    chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        """Offer nothing yet."""
        super().__init__()
        self._context, self._kit = context, context.kit
        t = self._kit.t
        self._planned: Planned | None = None
        self.dialog: AskDialog | None = None
        self.name = LineEdit()
        self.caption = Label(t("Headings kept before"), "caption")
        self.box = ChoiceBox()
        self.box.setAccessibleName(t("Headings kept before"))
        self.box.setSizeAdjustPolicy(self.box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.caption.setBuddy(self.box)
        hint = t("For the next sheet of this kind")
        self.keep = Button(self._kit, t("Keep what the headings are…"), "link", icon="save", hint=hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.caption, self.box, self.keep):
            column.addWidget(widget)
        self.box.activated.connect(self._use)
        self.keep.clicked.connect(self._ask_name)

    def show_plan(self, planned: Planned) -> None:
        """Show which are used; those of now are kept once one was corrected."""
        self._planned = planned
        none = self._kit.t("None: as understood")
        self.box.set_options([Option("", none), *(Option(name, name) for name in planned.kept)])
        self.box.choose(planned.used)
        for widget in (self.caption, self.box):
            widget.setVisible(bool(planned.kept))
        self.keep.setEnabled(bool(planned.plan.opened.options.lines))

    @Slot(int)
    def _use(self, _index: int) -> None:
        self.chosen.emit(str(self.box.currentData() or ""))

    @Slot()
    def _ask_name(self) -> None:
        kit, t = self._kit, self._kit.t
        if self._planned is None:
            return
        dialog = AskDialog(kit, t("Keep what the headings are"), t("Keep"), parent=self.window())
        self.name = LineEdit(self._planned.used or self._planned.plan.view.holder)
        self.name.setMaxLength(_NAME)
        self.name.setAccessibleName(t("Name"))
        told = t("A sheet that has all of these headings is read with them. One of the same name is replaced.")
        dialog.content.addWidget(Label(told, "muted", wrap=True))
        dialog.content.addWidget(self.name)
        self.dialog = dialog
        dialog.agreed.connect(self._keep)
        dialog.open()
        self.name.setFocus()
        self.name.selectAll()

    @Slot()
    def _keep(self) -> None:
        if self.dialog is None or self._planned is None:
            return
        name = self.name.text().strip()
        if not name:
            self.dialog.tell(self._kit.t("Give it a name."))
            return
        self.dialog.wait()
        job = KeepHeadings(name, self._planned.plan.opened.options.lines)
        toast = self._kit.t("Headings kept: {name}", name=name)
        self._context.write(job, self._was_kept, self._not_kept, toast=toast, owner=self)

    def _was_kept(self, name: str) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.chosen.emit(name)

    def _not_kept(self, error: BaseException) -> None:
        if self.dialog is not None:
            self.dialog.tell(self._context.error_text(error))
