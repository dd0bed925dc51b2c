"""Documents: attached by dialog or by drop, opened, shown to some and not to others."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.results import Document
from clusterdesk.gui.answers.opening import answers_among, open_answers
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.other_program import open_in_program
from clusterdesk.gui.pages.organisation.document_jobs import attach, take_out
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.file_drop import FileDrop

_NO_FILE = Option(None, "–")
_TONES = {Visibility.INTERNAL: Tone.NEUTRAL, Visibility.RESTRICTED: Tone.WARN, Visibility.SHAREABLE: Tone.OK}


class DocumentsCard(PartsCard):
    """The card of documents of an organisation or of one session."""

    def __init__(self, context: Context, empty: str) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("Documents"), empty, add=t("Attach documents"))
        self.organisation_id: UUID | None = None
        self.session_id: UUID | None = None
        self.coaching_file_id: UUID | None = None
        self.files: list[Option] = []  # the coaching files a document may belong to; renewed in place

    def make_row(self, part: Document) -> PartRow:
        """Return the row of a document."""
        return DocumentRow(self.context, part, self.files)

    @Slot()
    def begin_adding(self) -> None:
        """Choose files in a dialog."""
        dialog = QFileDialog(self.window(), self.kit.t("Attach documents"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.attach)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def drop_area(self, page: QWidget) -> FileDrop:
        """Let files dropped anywhere on a page be attached here."""
        return FileDrop(page, self.kit.t("Drop to attach to this organisation"), self.attach)

    @Slot(list)
    def attach(self, paths: list[str]) -> None:
        """Copy files into the binder, one step each; answers of teams are shown first, to be taken."""
        answers = [str(path) for path in answers_among([Path(path) for path in paths])]
        if answers:
            open_answers(self.context, self, paths=[Path(path) for path in answers])
        for path in paths:
            if path in answers:
                continue
            command = AttachDocument(
                source=Path(path),
                organisation_id=self.organisation_id,
                session_id=self.session_id,
                coaching_file_id=self.coaching_file_id,
                on=self.kit.clock.today(),
            )
            toast = self.kit.t("Attached: {name}", name=Path(path).name)
            self.context.write(partial(attach, command), toast=toast)

    def open_document(self, document_id: UUID) -> None:
        """Open a document with the program of its kind."""
        open_copy(self.context, document_id)


class DocumentRow(PartRow):
    """One document."""

    type_key = "document"
    part: Document

    def __init__(self, context: Context, part: Document, files: list[Option]) -> None:
        """Show a document, closed; ``files`` are the coaching files it may belong to."""
        super().__init__(context, part)
        self._files = files
        self.show_it = IconButton(self.kit, "external-link", "")
        self.show_it.clicked.connect(self._open_it)
        self.line.insertWidget(self.line.count() - 1, self.show_it, 0, Qt.AlignmentFlag.AlignTop)

    def words(self) -> None:
        """Say name, date, size and who may read it."""
        t, formats, document = self.kit.t, self.kit.formats, self.part
        facts = [formats.date(document.on)] if document.on else []
        facts.append(formats.file_size(document.size))
        if document.remark:
            facts.append(document.remark)
        chip = (t(choice_label(document.visibility)), _TONES[document.visibility])
        self.say(document.name, " · ".join(facts), chip)
        self.show_it.set_name(t("Open the document: {what}", what=document.name))

    def build(self) -> QWidget:
        """Return the fields."""
        rows = (("name",), ("on", "visibility"), ("coaching_file_id",), ("remark",))
        options = {"coaching_file_id": [_NO_FILE]}
        self.form = RecordForm(self.context, self.type_key, rows, options, required=("name",))
        return self.form

    def fill(self) -> None:
        """Show the document."""
        self.form.offer("coaching_file_id", [_NO_FILE, *self._files])
        self.form.show_record(self.part)

    @Slot()
    def _open_it(self) -> None:
        open_copy(self.context, self.part.id)


def open_copy(context: Context, document_id: UUID) -> None:
    """Open a copy of a document with the program of its kind."""
    context.desk.submit(partial(take_out, document_id), partial(open_in_program, context))
