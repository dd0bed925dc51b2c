"""Noting what an organisation looks for or offers."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choices_of
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.exchange import Exchange, ExchangeKind, ExchangeSide
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineNumber, InlineText
from clusterdesk.gui.widgets.label import Label

_LONGEST = 1000


class NoteExchangeDialog(AskDialog):
    """Asks what is looked for or offered, and notes it.

    Signals:
        noted: the id of the offer or need.
    """

    noted = Signal(object)

    def __init__(self, context: Context, organisation_id: UUID, name: str, parent: QWidget) -> None:
        """Ask about an organisation; its ``name`` stands under the heading where it is known."""
        t = context.kit.t
        super().__init__(context.kit, t("Note an offer or a need"), t("Note it"), parent=parent)
        self.context, self._organisation_id = context, organisation_id
        kit = self.kit
        self.side = InlineChoice(kit, t("Looks for or offers"), _options(context, ExchangeSide))
        self.side.set_value(ExchangeSide.NEED)
        self.kind = InlineChoice(kit, t("Kind"), _options(context, ExchangeKind))
        self.kind.set_value(ExchangeKind.MATERIALS)
        self.text = InlineText(kit, t("What"), longest=_LONGEST, required=True)
        self.text.set_placeholder(t("For example: offcuts of oak, a press two mornings a week"))
        self.quantity = InlineNumber(kit, t("Quantity"))
        self.unit = InlineText(kit, t("Unit"), longest=60)
        self.until = InlineDate(kit, t("Until"))
        for box in (self.side, self.kind):
            box.box.setProperty("role", "input")
        for field in (self.text, self.quantity, self.unit, self.until):
            field.edit.setProperty("role", "input")
        if name:
            self.content.addWidget(Label(name, "muted", wrap=True))
        self.scroll_content(self.side, self.kind, self.text, self.quantity, self.unit, self.until)
        self.agreed.connect(self._agree)

    @Slot()
    def _agree(self) -> None:
        # A value that was never typed may still be empty.
        if not self.text.value and not self.text.dirty:
            self.text.restore_draft("")
        fields = (self.text, self.quantity, self.unit, self.until)
        side, kind = self.side.value, self.kind.value
        if not all(field.commit() for field in fields):
            return
        assert isinstance(side, ExchangeSide)
        assert isinstance(kind, ExchangeKind)
        record = Exchange(
            organisation_id=self._organisation_id,
            side=side,
            kind=kind,
            text=self.text.value or "",
            quantity=self.quantity.value,
            unit=self.unit.value or "",
            from_on=self.kit.clock.today(),
            to_on=self.until.value,
        )
        self.wait()
        toast = self.kit.t("Noted: {what}", what=record.text)
        job = partial(jobs.add, AddRecord(record=record))
        self.context.write(job, self._done, self._refused, toast=toast, owner=self)

    def _done(self, record: Record) -> None:
        self.accept()
        self.noted.emit(record.id)

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))


def _options(context: Context, choices: type[ExchangeSide] | type[ExchangeKind]) -> list[Option]:
    return [Option(member, context.kit.t(label)) for member, label in choices_of(choices).items()]
