"""A new working group: its name, and what it works for."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choices_of
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.groups import GroupKind, WorkingGroup
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import InlineText

_BOARD_SEATS = (7, 4)  # of companies and of partners, until somebody says otherwise


class NewGroupDialog(AskDialog):
    """Asks for a group.

    Signals:
        made: the id of the group; the dialog closes.
    """

    made = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Ask."""
        t = context.kit.t
        super().__init__(context.kit, t("New working group"), t("Make it"), parent=parent)
        self.context = context
        self.name = InlineText(self.kit, t("Name"), longest=200, required=True)
        self.name.edit.setProperty("role", "input")
        self.kind = InlineChoice(self.kit, t("Works for"), [Option(one, t(label)) for one, label in _KINDS])
        self.kind.box.setProperty("role", "input")
        self.kind.set_value(GroupKind.VALUE_CHAIN)
        self.content.addWidget(self.name)
        self.content.addWidget(self.kind)
        self.agreed.connect(self._agree)

    @Slot()
    def _agree(self) -> None:
        if not self.name.commit() or not self.name.value:
            self.tell(self.kit.t("Give the group a name."))
            self.name.edit.setFocus()
            return
        kind = self.kind.value if isinstance(self.kind.value, GroupKind) else GroupKind.OTHER
        companies, partners = _BOARD_SEATS if kind is GroupKind.ADVISORY_BOARD else (None, None)
        group = WorkingGroup(
            name=self.name.value,
            kind=kind,
            company_seats=companies,
            partner_seats=partners,
            from_on=PartialDate.of(self.kit.clock.today()),
        )
        self.wait()
        self.context.write(partial(jobs.add, AddRecord(record=group)), self._made, self._refused, owner=self)

    def _made(self, record: Record) -> None:
        self.made.emit(record.id)
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))


_KINDS = tuple(choices_of(GroupKind).items())
