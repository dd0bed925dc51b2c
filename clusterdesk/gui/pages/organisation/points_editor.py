"""Phones, mail addresses and sites of a person or an organisation: edited in place, emptied to remove."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.organisations import ContactPoint
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.parts_card import AddLine
from clusterdesk.gui.forms.points import kind_of_point, read_point
from clusterdesk.gui.forms.special_fields import InlinePoint


class PointField(InlinePoint):
    """One phone, mail or site.

    Signals:
        emptied: the text was taken away.
    """

    emptied = Signal()

    def __init__(self, context: Context, point: ContactPoint) -> None:
        """Show a point."""
        t = context.kit.t
        label = t(choice_label(point.kind))
        caption = t("{kind} · {title}", kind=label, title=point.label) if point.label else label
        super().__init__(context.kit, point.kind, caption)
        self.context, self.point = context, point
        self.committed.connect(self._save)

    @Slot(object)
    def _save(self, value: str) -> None:
        if value:
            command = EditRecord(type_key="contact_point", record_id=self.point.id, values={"value": value})
            self.context.write(partial(jobs.edit, command), self._was_saved, self._failed)
        else:
            toast = self.kit.t("To the bin: {what}", what=self.point.value)
            self.context.write(partial(jobs.remove, "contact_point", self.point.id), toast=toast)

    def _was_saved(self, _record: object) -> None:
        self.mark_saved()

    def _failed(self, error: BaseException) -> None:
        self.not_saved(self.context.error_text(error))


class PointsEditor(QWidget):
    """All points of one owner, and a line to add one."""

    def __init__(self, context: Context, *, of_contact: bool) -> None:
        """Make an empty editor for a contact, else for an organisation."""
        super().__init__()
        self.context = context
        self._of_contact = of_contact
        self._owner: UUID | None = None
        self._fields: dict[UUID, PointField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.line = AddLine(context.kit, context.kit.t("Add a phone, mail or site"))
        self.line.entered.connect(self._add)
        self._column.addWidget(self.line)

    def show_points(self, owner: UUID, points: Sequence[ContactPoint]) -> None:
        """Show the points of an owner; typed text stays."""
        if owner != self._owner:
            self._drop(tuple(self._fields))
        self._owner = owner
        wanted = {point.id: point for point in points}
        self._drop([key for key in self._fields if key not in wanted])
        for index, (key, point) in enumerate(wanted.items()):
            if key not in self._fields:
                self._fields[key] = PointField(self.context, point)
                self._column.insertWidget(index, self._fields[key])
            self._fields[key].point = point
            self._fields[key].set_value(point.value)

    def _drop(self, keys: Sequence[UUID]) -> None:
        for key in keys:
            field = self._fields.pop(key)
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()

    @Slot(str)
    def _add(self, text: str) -> None:
        if self._owner is None:
            return
        kind = kind_of_point(text)
        value = read_point(kind, text)
        if not value:
            return
        position = len(self._fields)
        point = (
            ContactPoint(contact_id=self._owner, kind=kind, value=value, position=position)
            if self._of_contact
            else ContactPoint(organisation_id=self._owner, kind=kind, value=value, position=position)
        )
        self.context.write(partial(jobs.add, AddRecord(record=point)))
