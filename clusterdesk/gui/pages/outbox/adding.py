"""A file from outside the binder for the team's folder: the person says what it is before it goes there."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.outgoing.states import Purpose
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class AddFileDialog(AskDialog):
    """Asks what a file is, and for internal ones once more, then puts a copy of it into the outbox.

    Signals:
        queued: it waits in the outbox.
    """

    queued = Signal()

    def __init__(self, context: Context, path: Path, parent: QWidget | None = None) -> None:
        """Ask about a file."""
        t = context.kit.t
        heading = t("Send “{name}” to the team’s folder", name=path.name)
        super().__init__(context.kit, heading, t("Send"), parent=parent)
        self._context, self._path = context, path
        note = t("The program has not made this file and does not know what stands in it. You say who may read it.")
        self.what = InlineChoice(
            self.kit,
            t("What it is"),
            [
                Option(None, t("Choose…")),
                Option(Visibility.SHAREABLE, t("Shareable: anybody may read it")),
                Option(Visibility.INTERNAL, t("Internal: only the team may read it")),
                Option(Visibility.RESTRICTED, t("Restricted: it stays on this computer")),
            ],
        )
        self.what.box.setProperty("role", "input")
        self.what.set_value(None)
        self.sure = QCheckBox(t("It may go there: all who have the folder may read it"))
        self.sure.setEnabled(False)
        self.scroll_content(Label(note, "muted", wrap=True), self.what, self.sure)
        self.what.box.activated.connect(self._look)
        self.agreed.connect(self._agree)

    @Slot()
    def _look(self) -> None:
        self.sure.setEnabled(self.what.value is Visibility.INTERNAL)
        self.what.show_problem("")
        self.tell("")

    @Slot()
    def _agree(self) -> None:
        what = self.what.value
        if not isinstance(what, Visibility):
            self.what.show_problem(self.kit.t("Say what it is."))
            self.what.box.setFocus()
            return
        self.wait()
        sure = self.sure.isEnabled() and self.sure.isChecked()
        job = _Queue(self._path, what, self._context, sure=sure)
        self._context.desk.submit(job, self._done, self._refused, owner=self)

    def _done(self, _job: ExportJob) -> None:
        self._context.sending.send()
        self.queued.emit()
        self.accept()

    def _refused(self, error: BaseException) -> None:
        # Also where the binder knows the file, and as stricter than it was said to be.
        if isinstance(error, KnownError) and error.code == "internal_unconfirmed":
            self.sure.setEnabled(True)
        self.tell(self._context.error_text(error))


class _Queue:
    """Puts the file into the outbox, in the worker's thread."""

    def __init__(self, path: Path, visibility: Visibility, context: Context, *, sure: bool) -> None:
        settings = context.settings
        self._path, self._sure, self._limit = path, sure, settings.document_size_limit_mb
        self._export = NewExport(
            title=path.stem,
            purpose=Purpose.LIST,
            filename=path.name,
            template=settings.drive_lists,
            visibility=visibility,
        )

    def __call__(self, desk: "Desk") -> ExportJob:
        from clusterdesk.services.outside_files import queue_outside

        return queue_outside(desk.store, self._export, self._path, limit_mb=self._limit, sure=self._sure)
