"""What can be done with a piece of evidence: it has come, here is its document."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.records.results import Evidence
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.organisation.document_jobs import attach
from clusterdesk.gui.pages.organisation.documents_card import open_copy
from clusterdesk.gui.pages.organisation.result_jobs import obtain
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout


class EvidenceActions(QWidget):
    """The buttons of one piece of evidence."""

    def __init__(self, context: Context, organisation_id: UUID | None) -> None:
        """Make the buttons; documents are attached to the organisation."""
        super().__init__()
        self.context, self.kit, self._organisation_id = context, context.kit, organisation_id
        self._evidence: Evidence | None = None
        t = self.kit.t
        self.obtained = Button(self.kit, t("It is here"), icon="check")
        self.obtained.clicked.connect(self.obtain)
        self.choose = Button(self.kit, t("Attach a file…"), icon="paperclip")
        self.choose.clicked.connect(self._choose)
        self.show_it = Button(self.kit, t("Open the document"), "link", icon="external-link")
        self.show_it.clicked.connect(self._open_it)
        flow = FlowLayout(self)
        for button in (self.obtained, self.choose, self.show_it):
            flow.addWidget(button)

    def show_evidence(self, evidence: Evidence, *, has_document: bool) -> None:
        """Offer what can be done with a piece of evidence."""
        self._evidence = evidence
        self.obtained.setVisible(evidence.wanted)
        self.show_it.setVisible(has_document)

    @Slot()
    def obtain(self) -> None:
        """Say that it has come, today, at the level that was wanted."""
        if self._evidence is not None:
            job = partial(obtain, self._evidence.id, self._evidence.level, self.kit.clock.today())
            self.context.write(job, toast=self.kit.t("Obtained: {what}", what=self._evidence.title))

    @Slot(list)
    def attach(self, paths: list[str]) -> None:
        """Attach the file that was chosen."""
        if self._evidence is not None:
            attach_to(self.context, self._evidence, self._organisation_id, paths)

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), self.kit.t("Attach a file…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(self.attach)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _open_it(self) -> None:
        if self._evidence is not None and self._evidence.document_id is not None:
            open_copy(self.context, self._evidence.document_id)


def attach_to(context: Context, evidence: Evidence, organisation_id: UUID | None, paths: list[str]) -> None:
    """Attach files: the first one is the evidence, the others go with the documents of the organisation."""
    for number, path in enumerate(paths):
        command = AttachDocument(
            source=Path(path),
            organisation_id=organisation_id,
            evidence_id=evidence.id if number == 0 else None,
            on=context.kit.clock.today(),
            visibility=evidence.visibility,
        )
        toast = context.kit.t("Attached: {name}", name=Path(path).name)
        context.write(partial(attach, command), toast=toast)
