"""Fields bound to a record: what is typed becomes drafts and commands, what the store says is shown.

One ``RecordFields`` per record on a page::

    self.fields = RecordFields(context, "organisation", self)
    card.add(self.fields.bind("name", InlineText(kit, t("Name"), required=True)))
    ...
    self.fields.show(organisation)          # in the callback of refresh
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.gui.context import Context
from clusterdesk.gui.widgets.fields.inline import InlineField

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

type Saver = Callable[["Desk", UUID, Any], OpResult[Record]]  # (desk, id of the record, new value), in the worker


class RecordFields(QObject):
    """The fields of one record of a type.

    Signals:
        saved: a field has been saved (its name).
        kept: what is being typed into a field is safe as a draft (its name).
    """

    saved = Signal(str)
    kept = Signal(str)

    def __init__(self, context: Context, type_key: str, parent: QObject) -> None:
        """Bind fields of records of a type (its key in the table of record types)."""
        super().__init__(parent)
        self.context, self.type_key = context, type_key
        self.record: Record | None = None
        self._bindings: dict[str, Binding] = {}

    def bind[F: InlineField](self, name: str, field: F, saver: Saver | None = None) -> F:
        """Bind a widget to a field of the record and return it; ``saver`` is a service with more to check."""
        self._bindings[name] = Binding(self, name, field, saver)
        return field

    def show(self, record: Record) -> None:
        """Show a record; typed text stays when it is the same record as before, else the field starts anew."""
        other = self.record is None or self.record.id != record.id
        self.record = record
        for name, binding in self._bindings.items():
            binding.show(getattr(record, name), anew=other)

    def field(self, name: str) -> InlineField:
        """Return the widget of a field (KeyError)."""
        return self._bindings[name].widget


class Binding(QObject):
    """One widget, one field of a record."""

    def __init__(self, fields: RecordFields, name: str, widget: InlineField, saver: Saver | None = None) -> None:
        """Connect the widget's signals."""
        super().__init__(fields)
        self._fields, self._name, self._saver = fields, name, saver
        self.widget = widget
        widget.committed.connect(self._commit)
        if widget.keeps_drafts:
            widget.drafted.connect(self._draft)
            widget.reverted.connect(self._drop)

    def show(self, value: object, *, anew: bool) -> None:
        """Show the store's value."""
        if anew:
            self.widget.load(value)
        else:
            self.widget.set_value(value)

    @Slot(object)
    def _commit(self, value: object) -> None:
        place = self._place()
        if place is not None:
            self._fields.context.write(_Edit(place, value, self._saver), self._saved, self._not_saved)

    @Slot(str)
    def _draft(self, text: str) -> None:
        place = self._place()
        if place is not None:
            self._fields.context.desk.submit(_Draft(place, text), self._kept)

    @Slot()
    def _drop(self) -> None:
        place = self._place()
        if place is not None:
            self._fields.context.desk.submit(_Drop(place), owner=self)

    def _place(self) -> tuple[str, UUID, str] | None:
        record = self._fields.record
        return None if record is None else (self._fields.type_key, record.id, self._name)

    def _kept(self, _nothing: None) -> None:
        self._fields.kept.emit(self._name)

    def _saved(self, record: Record) -> None:
        if self._fields.record is not None and self._fields.record.id == record.id:
            self._fields.record = record
            self.widget.mark_saved()
        self._fields.saved.emit(self._name)

    def _not_saved(self, error: BaseException) -> None:
        self.widget.not_saved(self._fields.context.error_text(error))


# The services import the store: only the worker's thread may pay for that.


class _Edit:
    """Saves a value, and forgets its draft."""

    def __init__(self, place: tuple[str, UUID, str], value: object, saver: Saver | None) -> None:
        self._place, self._value, self._saver = place, value, saver

    def __call__(self, desk: "Desk") -> OpResult[Record]:
        from clusterdesk.services.drafts import drop_draft
        from clusterdesk.services.records import edit_record

        type_key, record_id, name = self._place
        if self._saver is not None:
            result = self._saver(desk, record_id, self._value)
        else:
            command = EditRecord(type_key=type_key, record_id=record_id, values={name: self._value})
            result = edit_record(desk.store, command)
        drop_draft(desk.store, *self._place)
        return result


class _Draft:
    """Keeps a text as it is being typed."""

    def __init__(self, place: tuple[str, UUID, str], text: str) -> None:
        self._place, self._text = place, text

    def __call__(self, desk: "Desk") -> None:
        from clusterdesk.services.drafts import save_draft

        save_draft(desk.store, *self._place, self._text)


class _Drop:
    """Forgets a draft."""

    def __init__(self, place: tuple[str, UUID, str]) -> None:
        self._place = place

    def __call__(self, desk: "Desk") -> None:
        from clusterdesk.services.drafts import drop_draft

        drop_draft(desk.store, *self._place)
