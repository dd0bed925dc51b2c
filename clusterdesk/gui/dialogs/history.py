"""The history of a record: who changed what when, with "restore this value", and how it was on a past day."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.history import HistoryEntry
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.history_jobs import put_back, read_changes
from clusterdesk.gui.dialogs.history_words import (
    change_body,
    change_title,
)
from clusterdesk.gui.dialogs.past_state import PastDay, PastView, read_past
from clusterdesk.gui.dialogs.time_slider import TimeSlider
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.focus_order import ReadDialog
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.timeline import TimelineEntry, TimelineView
from clusterdesk.services.told_titles import told_title

_ICONS = {None: "plus", "deleted": "trash-2"}


class HistoryDialog(ReadDialog):
    """Shows the changes of one record and of its parts, newest first."""

    def __init__(self, context: Context, type_key: str, record_id: UUID, title: str, parent: QWidget) -> None:
        """Ask for the history; it appears when the worker has answered."""
        super().__init__(parent)
        self._context, self._kit = context, context.kit
        self._type_key, self._record_id = type_key, record_id
        self._entries: dict[int, HistoryEntry] = {}
        t = self._kit.t
        told = told_title(type_key, title, t, self._kit.formats)
        heading = t("History: {what}", what=told or t(RECORD_TYPES[type_key].label))
        self.setWindowTitle(VEIL.words(heading))
        self.setAccessibleName(heading)
        self.list = TimelineView(self._kit, t("Changes"))
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.day = InlineDate(self._kit, t("How it was on"))
        self.day.committed.connect(self._show_day)
        self.time = TimeSlider(self._kit)
        self.time.day_chosen.connect(self._slide)
        self.state = PastView(self._kit)
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
        column.addWidget(self.time)
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
        self._context.desk.submit(partial(read_changes, self._type_key, self._record_id), self._show)

    def _show(self, answer: tuple[list[HistoryEntry], Mapping[UUID, str]]) -> None:
        entries, names = answer
        self._entries = {entry.change_n: entry for entry in entries}
        self.list.set_entries([self._line(entry, names) for entry in entries])
        self.time.show_days((entry.at.astimezone().date() for entry in entries), self._kit.clock.today())

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
            self._context.write(partial(put_back, entry), self._restored, toast=text)

    def _restored(self, _value: object) -> None:
        self._load()

    @Slot(object)
    def _show_day(self, day: date | None) -> None:
        if day is None:
            self._turn(past=False)
        else:
            own = (self._type_key, self._record_id)
            places = ((entry.record_type, entry.record_id) for entry in self._entries.values())
            parts = [place for place in dict.fromkeys(places) if place != own]
            job = partial(read_past, own, parts, day)
            self._context.desk.submit(job, self._show_past, latest="history-day")
        self.time.follow(day)

    def _show_past(self, past: PastDay) -> None:
        self.state.show_past(past)
        self._turn(past=True)

    @Slot(object)
    def _slide(self, day: date | None) -> None:
        self.day.set_value(day)
        self._show_day(day)

    @Slot()
    def _show_changes(self) -> None:
        self._slide(None)

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
