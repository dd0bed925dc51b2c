"""The history of a record: who changed what when, with "restore this value", and how it was on a past day."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from clusterdesk.base.errors import BugError
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.records import RestoreValue
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.history import HistoryEntry
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.history_words import (
    change_body,
    change_title,
    end_of,
    references,
    state_lines,
    state_references,
)
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.timeline import TimelineEntry, TimelineView

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

_ICONS = {None: "plus", "deleted": "trash-2"}


class HistoryDialog(QDialog):
    """Shows the changes of one record and of its parts, newest first."""

    def __init__(self, context: Context, type_key: str, record_id: UUID, title: str, parent: QWidget) -> None:
        """Ask for the history; it appears when the worker has answered."""
        super().__init__(parent)
        self._context, self._kit = context, context.kit
        self._type_key, self._record_id = type_key, record_id
        self._entries: dict[int, HistoryEntry] = {}
        t = self._kit.t
        heading = t("History: {what}", what=title or t(RECORD_TYPES[type_key].label))
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.list = TimelineView(self._kit, t("Changes"))
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.day = InlineDate(self._kit, t("How it was on"))
        self.day.committed.connect(self._show_day)
        self.state = QWidget()
        self.state.setProperty("role", "page")
        self._lines = QVBoxLayout(self.state)
        self._lines.setContentsMargins(10, 8, 16, 8)
        self._lines.setSpacing(8)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._past())
        self.restore = Button(self._kit, t("Restore this value"), icon="undo-2")
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._restore)
        self._assemble(heading)
        self.list.setFocus()
        self._load()

    def _assemble(self, heading: str) -> None:
        t = self._kit.t
        self.now = Button(self._kit, t("Back to the changes"), "link", icon="arrow-left")
        self.now.clicked.connect(self._show_changes)
        self.now.hide()
        self._hint = Label(t("Choose a change to bring the value it left back."), "muted", wrap=True)
        self.day.setFixedWidth(self._kit.theme.length(190))
        top = QHBoxLayout()
        top.addWidget(Label(heading, "heading", wrap=True), 1)
        top.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        close = Button(self._kit, t("Close"), "primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.restore)
        foot.addWidget(self.now)
        foot.addWidget(self._hint, 1)
        foot.addStretch(0)
        foot.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self.resize(self._kit.theme.length(760), self._kit.theme.length(520))

    def _past(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setProperty("role", "page")
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self._kit.t("Values on that day"))
        scroll.setWidget(self.state)
        return scroll

    def _load(self) -> None:
        self._context.desk.submit(partial(_read, self._type_key, self._record_id), self._show)

    def _show(self, answer: tuple[list[HistoryEntry], Mapping[UUID, str]]) -> None:
        entries, names = answer
        self._entries = {entry.change_n: entry for entry in entries}
        self.list.set_entries([self._line(entry, names) for entry in entries])

    def _line(self, entry: HistoryEntry, names: Mapping[UUID, str]) -> TimelineEntry:
        kit, part = self._kit, entry.record_type != self._type_key
        return TimelineEntry(
            id=entry.change_n,
            when=kit.formats.date(entry.at),
            icon=_ICONS.get(entry.field, "pencil"),
            title=change_title(kit, entry, names),
            body=change_body(kit, entry, names),
            mark=kit.t(RECORD_TYPES[entry.record_type].label) if part else "",
        )

    @Slot()
    def _offer(self) -> None:
        entry = self._current()
        self.restore.setEnabled(entry is not None and entry.field is not None and not entry.erased)

    def _current(self) -> HistoryEntry | None:
        chosen = self.list.current_id
        return self._entries.get(chosen) if isinstance(chosen, int) else None

    @Slot()
    def _restore(self) -> None:
        entry = self._current()
        if entry is not None and entry.field is not None:
            text = self._kit.t("The earlier value is back.")
            self._context.write(partial(_put_back, entry), self._restored, toast=text)

    def _restored(self, _value: object) -> None:
        self._load()

    @Slot(object)
    def _show_day(self, day: date | None) -> None:
        if day is None:
            self._show_changes()
        else:
            job = partial(_read_day, self._type_key, self._record_id, day)
            self._context.desk.submit(job, self._show_state, latest="history-day")

    def _show_state(self, answer: tuple[date, dict[str, Any] | None, Mapping[UUID, str]]) -> None:
        day, values, names = answer
        kit = self._kit
        clear_layout(self._lines)
        self._lines.addWidget(Label(kit.t("On {day}", day=kit.formats.long_date(day)), "heading"))
        if values is None:
            self._lines.addWidget(Label(kit.t("It did not exist yet."), "muted", wrap=True))
        else:
            if values.get("deleted"):
                self._lines.addWidget(Label(kit.t("It was in the bin."), "problem"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(18)
            grid.setVerticalSpacing(10)
            grid.setColumnStretch(1, 1)
            for row, (label, text) in enumerate(state_lines(kit, self._type_key, values, names)):
                value = Label(text, wrap=True)
                value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(Label(label, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(value, row, 1)
            self._lines.addLayout(grid)
        self._lines.addStretch(1)
        self._turn(past=True)

    @Slot()
    def _show_changes(self) -> None:
        self._turn(past=False)

    def _turn(self, *, past: bool) -> None:
        self._stack.setCurrentIndex(1 if past else 0)
        self.now.setVisible(past)
        self.restore.setVisible(not past)
        self._hint.setVisible(not past)


def open_history(context: Context, parent: QWidget, type_key: str, record_id: UUID, title: str) -> HistoryDialog:
    """Open the history of a record over the window of a widget."""
    dialog = HistoryDialog(context, type_key, record_id, title, parent.window())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _read(type_key: str, record_id: UUID, desk: "Desk") -> tuple[list[HistoryEntry], dict[UUID, str]]:
    from clusterdesk.services.lookup import record_history

    entries = record_history(desk.store, type_key, record_id)
    return entries, _names(references(entries), desk)


def _read_day(
    type_key: str, record_id: UUID, day: date, desk: "Desk"
) -> tuple[date, dict[str, Any] | None, dict[UUID, str]]:
    from clusterdesk.services.lookup import record_at

    values = record_at(desk.store, type_key, record_id, end_of(day)).values
    if values is None:
        return day, None, {}
    return day, dict(values), _names(state_references(type_key, values), desk)


def _names(wanted: Mapping[str, set[UUID]], desk: "Desk") -> dict[UUID, str]:
    from clusterdesk.services.lookup import titles

    found: dict[UUID, str] = {}
    for type_key, ids in wanted.items():
        found.update(titles(desk.store, type_key, ids))
    return found


def _put_back(entry: HistoryEntry, desk: "Desk") -> OpResult[Any]:
    from clusterdesk.services.records import restore_value

    if entry.field is None:
        raise BugError("the creation of a record has no value to bring back")
    command = RestoreValue(
        type_key=entry.record_type, record_id=entry.record_id, field=entry.field, change_n=entry.change_n
    )
    return restore_value(desk.store, command)
