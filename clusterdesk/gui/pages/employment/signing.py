"""Signing an attestation from the first look to the kept document: read, signed, drawn, kept in one step."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.briefs.filenames import BriefKind, kind_name
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.views.attestation import Attestation
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.drawing import HouseFacts
from clusterdesk.gui.briefing.request import attestation_of
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.employment.attestation_dialog import AttestationDialog
from clusterdesk.gui.pages.employment.attestation_jobs import DrawSigned, ask, keep
from clusterdesk.gui.pages.employment.attestation_reading import Prepare, Prepared


class Signing(QObject):
    """Leads through it, one attestation at a time."""

    def __init__(self, context: Context, page: QWidget) -> None:
        """Open dialogs over the window of ``page``."""
        super().__init__(page)
        self.context, self._page = context, page
        self.dialog: AttestationDialog | None = None
        self._signed: Attestation | None = None

    def begin(self, file_id: UUID) -> None:
        """Prepare the attestation of a coaching file, and show it to be signed."""
        self._prepare(file_id)

    def _prepare(self, file_id: UUID, language: str = "", evidence_id: UUID | None = None) -> None:
        settings = self.context.settings
        author, usual = settings.profile_name, settings.default_document_language
        job = Prepare(file_id, author, usual, language, evidence_id)
        self.context.desk.submit(job, self._show_prepared, self.context.shell.show_error)

    def _show_prepared(self, prepared: Prepared) -> None:
        if self.dialog is not None:
            self.dialog.show_prepared(prepared)
            return
        self.dialog = AttestationDialog(self.context.kit, prepared, self._page.window())
        self.dialog.signed.connect(self._draw)
        self.dialog.paper_asked.connect(self._ask_paper)
        self.dialog.language_asked.connect(self._change_language)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    @Slot(str)
    def _change_language(self, language: str) -> None:
        if self.dialog is not None:
            prepared = self.dialog.prepared
            self._prepare(prepared.coaching_file_id, language, prepared.evidence_id)

    @Slot(object)
    def _draw(self, view: Attestation) -> None:
        if self.dialog is not None:
            settings = self.context.settings
            self._signed = view
            house = HouseFacts(settings.house_name, settings.house_logo)
            job = DrawSigned(view, self.dialog.prepared.language, house)
            self.context.files.submit(job, self._keep, self._not_kept, owner=self)

    def _keep(self, drawn: tuple[str, bytes]) -> None:
        if self.dialog is not None and self._signed is not None:
            job = partial(keep, self.dialog.prepared, self._signed, drawn)
            toast = self.context.kit.t("The attestation is signed and kept.")
            self.context.write(job, self._kept, self._not_kept, toast=toast)

    def _kept(self, _evidence: Evidence) -> None:
        if self.dialog is not None:
            self.dialog.accept()

    def _not_kept(self, error: BaseException) -> None:
        if self.dialog is not None:
            self.dialog.tell(self.context.error_text(error))

    @Slot()
    def _ask_paper(self) -> None:
        if self.dialog is not None:
            name = kind_name(BriefKind.ATTESTATION, self.context.kit.t)
            job = partial(ask, self.dialog.prepared.coaching_file_id, name)
            self.dialog.reject()
            self.context.write(job, self._show_paper)

    def _show_paper(self, evidence: Evidence) -> None:
        self.context.shell.go(routes.preview(attestation_of(evidence.id)))

    @Slot()
    def _forget(self) -> None:
        self.dialog, self._signed = None, None
