"""Papers put right: evidence that has come, the file of a document put back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from clusterdesk.domain.views.health import HealthRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.jobs import remove
from clusterdesk.gui.pages.health import jobs
from clusterdesk.gui.pages.health.mending import Mending
from clusterdesk.gui.pages.health.reading import HealthData
from clusterdesk.gui.pages.organisation.evidence_actions import EvidenceActions
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout


class EvidenceMending(Mending):
    """Evidence that has come: said so, or its file attached."""

    def __init__(self, context: Context, row: HealthRow) -> None:
        """Make the buttons."""
        super().__init__(context)
        self.buttons = EvidenceActions(context, row.organisation_id)
        self.column.addWidget(self.buttons)

    def show_row(self, row: HealthRow, data: HealthData) -> None:
        """Offer what can be done with the evidence."""
        evidence = data.evidence.get(row.id)
        if evidence is not None:
            self.buttons.show_evidence(evidence, has_document=evidence.document_id is not None)


class FileMending(Mending):
    """A document whose file is gone: put it back, or let go of the record."""

    def __init__(self, context: Context, row: HealthRow, mended: Callable[[], None]) -> None:
        """``mended`` is called when the file is back: no record has changed, so nobody else would hear of it."""
        super().__init__(context)
        self._row, self._mended = row, mended
        t = self.kit.t
        self.choose = Button(self.kit, t("Put the file back…"), icon="archive-restore")
        self.remove = Button(self.kit, t("Remove the record"), "link", icon="trash-2")
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        flow = FlowLayout()
        flow.addWidget(self.choose)
        flow.addWidget(self.remove)
        self.column.addLayout(flow)

    @Slot(str)
    def put_back(self, path: str) -> None:
        """Put the file that was chosen back."""
        job = partial(jobs.put_back_file, self._row.id, Path(path))
        self.context.desk.submit(job, self._back, self.context.shell.show_error, owner=self)

    def _back(self, _document: object) -> None:
        self.context.shell.toast(self.kit.t("The file is back: {name}", name=self._row.title))
        self._mended()

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), self.kit.t("Put the file back…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.put_back)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _remove(self) -> None:
        toast = self.kit.t("To the bin: {what}", what=self._row.title)
        self.context.write(partial(remove, "document", self._row.id), toast=toast)
