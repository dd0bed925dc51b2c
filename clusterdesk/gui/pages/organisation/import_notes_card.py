"""What imported lists said that has no field of its own yet."""

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.records.organisations import ImportNote
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm


class ImportNotesCard(PartsCard):
    """The card of import notes; hidden by the page while there are none."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(context, context.kit.t("From imported lists"), "")

    def make_row(self, part: ImportNote) -> PartRow:
        """Return the row of a note."""
        return ImportNoteRow(self.context, part)


class ImportNoteRow(PartRow):
    """One note: the column it comes from, and what stood there."""

    type_key = "import_note"
    part: ImportNote

    def words(self) -> None:
        """Say column, text, year and source."""
        formats, note = self.kit.formats, self.part
        when = formats.date(note.on) if note.on else str(note.year or "")
        self.say(note.column or note.topic, " · ".join(part for part in (note.text[:300], when, note.source) if part))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(
            self.context, self.type_key, (("column", "topic"), ("text",), ("year", "on"), ("source",))
        )
        return self.form

    def fill(self) -> None:
        """Show the note."""
        self.form.show_record(self.part)
