"""The lines a ledger has of its own: costs that vary in part, each with its variable share."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.figures import LedgerLine
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm


class OwnLinesCard(PartsCard):
    """The semi-variable lines of a ledger, each with the share that varies with the sales."""

    def __init__(self, context: Context, ledger_id: UUID) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Lines of their own"),
            t("Costs that vary in part – energy, subcontracting – get a line with their variable share."),
            add=t("Add a line"),
            hint=t("What these costs are called"),
        )
        self._ledger_id = ledger_id

    def make_row(self, part: LedgerLine) -> PartRow:
        """Return the row of a line."""
        return OwnLineRow(self.context, part)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a line at the end."""
        line = LedgerLine(ledger_id=self._ledger_id, name=text, position=len(self.rows))
        self.open_when_shown(line.id)
        self.context.write(partial(jobs.add, AddRecord(record=line)))


class OwnLineRow(PartRow):
    """One line."""

    type_key = "ledger_line"
    part: LedgerLine

    def words(self) -> None:
        """Say what it is, and how much of it varies."""
        share = self.kit.formats.percent(self.part.share)
        self.say(self.part.name, self.kit.t("{share} varies with the sales", share=share))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, (("name", "share", "position"),), required=("name",))
        return self.form

    def fill(self) -> None:
        """Show the line."""
        self.form.show_record(self.part)
