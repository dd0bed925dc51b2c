"""The card of quick notes that wait to be sorted, each to be filed or thrown away in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.inbox import CaptureKind
from clusterdesk.domain.views.inbox import WaitingNote
from clusterdesk.domain.views.today import TIGHT, to_list
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel
from clusterdesk.gui.widgets.links import RouteLink

_MARGIN, _LOW_MARGIN = 16, 7
_ONE_LINE = 820  # units of width from which one note stands beside the heading
# Their words stand in the labels of choices, too; those know every record type, and the first screen need not.
_KINDS = {
    CaptureKind.NOTE: N_("Note"),
    CaptureKind.ACTION: N_("Promise"),
    CaptureKind.DIFFICULTY: N_("Difficulty"),
    CaptureKind.REFERRAL: N_("Referral"),
}
_TONES = {CaptureKind.ACTION: Tone.INFO, CaptureKind.NOTE: Tone.NEUTRAL}


class InboxCard(Card):
    """Lists what waits, the newest first; in a low and wide window one note stands beside the heading.

    Signals:
        sort_asked: the id of a note, to be filed.
        discarded: the WaitingNote to throw away.
        went: a Route to go to.
    """

    sort_asked = Signal(object)
    discarded = Signal(object)
    went = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(spacing=4)
        self._kit, self.room = kit, TIGHT
        self._all = False
        self._notes: Sequence[WaitingNote] = ()
        self._count = 0
        self.header = SectionHeader(kit.t("To sort"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.more = Button(kit, "", "link")
        self.more.clicked.connect(self._show_all)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(4)
        self._box.addWidget(self.header)
        self._box.addLayout(self._rows, 1)
        self._box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._box)

    @property
    def rows(self) -> tuple["WaitingRow", ...]:
        """The rows shown now."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, WaitingRow))

    def show_notes(self, notes: Sequence[WaitingNote], count: int) -> None:
        """Show the first of so many; the row that had the focus passes it on to the one that takes its place."""
        focused = next((place for place, row in enumerate(self.rows) if row.has_focus), -1)
        self._notes, self._count = notes, count
        self._fill()
        if focused >= 0 and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].sort.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line, or more, as the width allows."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        wide = self.width() >= self._kit.theme.length(_ONE_LINE)
        low = wide and self.room.low and not self._all
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
        self._box.setSpacing(14 if low else 4)
        margin = _LOW_MARGIN if low else _MARGIN
        self.body.setContentsMargins(_MARGIN, margin - 2, _MARGIN, margin)

    def _fill(self) -> None:
        t = self._kit.t
        clear_layout(self._rows)
        self._fold()
        self.header.set_note(t.n("{n} note", "{n} notes", n=self._count))
        shown = self._notes if self._all else self._notes[: self.room.notes]
        for note in shown:
            row = WaitingRow(self._kit, note)
            row.sort_asked.connect(self.sort_asked)
            row.discarded.connect(self.discarded)
            row.went.connect(self.went)
            self._rows.addWidget(row)
        rest = to_list(self._notes, self._count) - len(shown)
        self.more.set_text(t.n("Show {n} more", "Show {n} more", n=rest))
        self.more.setVisible(rest > 0)

    @Slot()
    def _show_all(self) -> None:
        self._all = True
        self._fill()


class WaitingRow(QWidget):
    """One note: what it is, what it says, whom it is about, and what to do with it.

    Signals:
        sort_asked, discarded, went: as those of the card.
    """

    sort_asked = Signal(object)
    discarded = Signal(object)
    went = Signal(object)

    def __init__(self, kit: Kit, note: WaitingNote) -> None:
        """Show a note."""
        super().__init__()
        self._kit, self._note = kit, note
        t = kit.t
        self.sort = Button(kit, t("File it…"), "link")
        self.sort.setAccessibleName(t("File: {note}", note=note.text))
        self.sort.clicked.connect(self._sort)
        self.throw = IconButton(kit, "trash-2", t("To the bin: {what}", what=note.text))
        self.throw.clicked.connect(self._throw)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(Chip(t(_KINDS[note.kind]), _TONES.get(note.kind, Tone.WARN)))
        row.addWidget(ElidedLabel(note.text), 1)
        self._add_facts(row)
        row.addWidget(self.sort)
        row.addWidget(self.throw)

    @property
    def has_focus(self) -> bool:
        """Whether one of its buttons has the focus."""
        return self.sort.hasFocus() or self.throw.hasFocus()

    @property
    def note(self) -> WaitingNote:
        """The note."""
        return self._note

    def _add_facts(self, row: QHBoxLayout) -> None:
        kit, note = self._kit, self._note
        if note.organisation_id is not None and note.organisation:
            link = RouteLink(kit, note.organisation, routes.organisation(note.organisation_id), role="quiet", cut=True)
            link.setMaximumWidth(kit.theme.length(180))
            link.went.connect(self.went)
            row.addWidget(link)
        if note.due_on is not None:
            row.addWidget(Chip(kit.formats.weekday_date(note.due_on), Tone.INFO))

    @Slot()
    def _sort(self) -> None:
        self.sort_asked.emit(self._note.id)

    @Slot()
    def _throw(self) -> None:
        self.discarded.emit(self._note)
