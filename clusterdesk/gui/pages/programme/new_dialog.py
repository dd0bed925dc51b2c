"""Planning an event: what, which kind, when, at whose place."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.programme import EventKind, ProgrammeEvent
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.special_fields import OrganisationField
from clusterdesk.gui.pages.programme import words
from clusterdesk.gui.widgets.fields.choice import InlineChoice
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.page_header import FoldingRow

_LONGEST, _SIDE_BY_SIDE = 500, 420


class NewEventDialog(AskDialog):
    """Asks for an event.

    Signals:
        planned: the id of the event; the dialog closes.
    """

    planned = Signal(object)

    def __init__(
        self,
        context: Context,
        kinds: tuple[EventKind, ...],
        kind_id: UUID | None,
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        """Ask; ``kind_id`` and ``day`` are proposed."""
        kit, t = context.kit, context.kit.t
        super().__init__(kit, t("Plan an event"), t("Plan it"), parent=parent)
        self.context = context
        self._kinds = {one.id: one for one in kinds}
        self.title = InlineText(kit, t("Title"), longest=_LONGEST, required=True)
        self.title.edit.setPlaceholderText(t("What is it?"))
        self.kind = InlineChoice(kit, t("Kind of event"), words.kind_options(kit, kinds))
        self.kind.set_value(kind_id)
        self.day = InlineDate(kit, t("Date"), required=True)
        self.day.set_value(day)
        self.host = OrganisationField(context, t("Host"))
        for editor in (self.title.edit, self.kind.box, self.day.edit):
            editor.setProperty("role", "input")
        pair = FoldingRow(kit, _SIDE_BY_SIDE, spacing=10)
        pair.add(self.kind, 1)
        pair.add(self.day, 1)
        self.scroll_content(self.title, pair, self.host)
        self.setMinimumWidth(kit.theme.length(560))
        self.agreed.connect(self._agree)
        self.title.edit.setFocus()

    @Slot()
    def _agree(self) -> None:
        if not self.title.value and not self.title.dirty:
            self.title.restore_draft("")
        if not self.title.commit() or not self.title.value:
            self.title.edit.setFocus()
            return
        if not self.day.commit() or self.day.value is None:
            self.day.edit.setFocus()
            return
        kind = self.kind.value
        record = ProgrammeEvent(
            title=self.title.value,
            event_kind_id=kind if isinstance(kind, UUID) else None,
            on=self.day.value,
            host_id=self.host.value,
        )
        self.wait()
        toast = self.kit.t("Event planned: {title}", title=record.title)
        self.context.write(
            partial(jobs.add, AddRecord(record=record)), self._planned, self._refused, toast=toast, owner=self
        )

    def _planned(self, record: Record) -> None:
        self.accept()
        self.planned.emit(record.id)

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
