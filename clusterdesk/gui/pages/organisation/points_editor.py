"""Phones, mail addresses and sites of a person or an organisation: edited in place, emptied to remove."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.parts_card import AddLine
from clusterdesk.gui.forms.points import kind_of_point, read_point, show_point
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.forms.special_fields import InlinePoint
from clusterdesk.gui.widgets.buttons import IconButton

type _Key = tuple[UUID, ContactPointKind, str]


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


class PointLine(QWidget):
    """One point, and behind a button what it is called and which kind it is."""

    def __init__(self, context: Context, point: ContactPoint) -> None:
        """Show a point."""
        super().__init__()
        self.context = context
        self.field = PointField(context, point)
        self.more = IconButton(
            context.kit, "tag", context.kit.t("Label and kind: {what}", what=show_point(point.value))
        )
        self.more.clicked.connect(self.toggle)
        self.details: RecordForm | None = None
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(row)

    def show_point(self, point: ContactPoint) -> None:
        """Show the point as it is now; typed text stays."""
        self.field.point = point
        self.field.set_value(point.value)
        if self.details is not None:
            self.details.show_record(point)

    @Slot()
    def toggle(self) -> None:
        """Show or hide label and kind."""
        if self.details is None:
            self.details = RecordForm(self.context, "contact_point", (("label", "kind"),))
            self.details.show_record(self.field.point)
            self._column.addWidget(self.details)
        else:
            self.details.setVisible(self.details.isHidden())


class PointsEditor(QWidget):
    """All points of one owner, and a line to add one."""

    def __init__(self, context: Context, *, of_contact: bool) -> None:
        """Make an empty editor for a contact, else for an organisation."""
        super().__init__()
        self.context = context
        self._of_contact = of_contact
        self._owner: UUID | None = None
        self._lines: dict[_Key, PointLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.line = AddLine(context.kit, context.kit.t("Add a phone, mail or site"))
        self.line.entered.connect(self._add)
        self._column.addWidget(self.line)

    def show_points(self, owner: UUID, points: Sequence[ContactPoint]) -> None:
        """Show the points of an owner; typed text stays."""
        if owner != self._owner:
            self._drop(tuple(self._lines))
        self._owner = owner
        # Another kind or label is another caption and another way to read: such a line is made anew.
        wanted = {(point.id, point.kind, point.label): point for point in points}
        self._drop([key for key in self._lines if key not in wanted])
        for index, (key, point) in enumerate(wanted.items()):
            if key not in self._lines:
                self._lines[key] = PointLine(self.context, point)
                self._column.insertWidget(index, self._lines[key])
            self._lines[key].show_point(point)

    @property
    def fields(self) -> tuple[PointField, ...]:
        """The fields, in order."""
        return tuple(line.field for line in self._lines.values())

    def _drop(self, keys: Sequence[_Key]) -> None:
        for key in keys:
            line = self._lines.pop(key)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()

    @Slot(str)
    def _add(self, text: str) -> None:
        if self._owner is None:
            return
        kind = kind_of_point(text)
        value = read_point(kind, text)
        if not value:
            return
        position = len(self._lines)
        point = (
            ContactPoint(contact_id=self._owner, kind=kind, value=value, position=position)
            if self._of_contact
            else ContactPoint(organisation_id=self._owner, kind=kind, value=value, position=position)
        )
        self.context.write(partial(jobs.add, AddRecord(record=point)))
