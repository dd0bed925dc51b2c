"""The room of the inbox and the deadlines on Today: empty, and without cost, until something waits to be sorted."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.today import TIGHT, Today
from clusterdesk.gui.context import Context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusterdesk.domain.views.deadlines import Deadline
    from clusterdesk.domain.views.inbox import WaitingNote
    from clusterdesk.gui.pages.today.deadlines import DeadlinesCard
    from clusterdesk.gui.pages.today.inbox import InboxCard


class InboxSlot(QWidget):
    """Makes the card when it is needed first, and does what is asked for on it.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, context: Context) -> None:
        """Take no room yet."""
        super().__init__()
        self._context, self.room = context, TIGHT
        self._waiting = False
        self._found: Sequence[Deadline] = ()
        self.card: InboxCard | None = None
        self.deadlines: DeadlinesCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.hide()

    def show_today(self, today: Today) -> None:
        """Show what waits."""
        self._waiting = bool(today.waiting)
        self._appear()
        if self.card is None:
            if not today.waiting:
                return
            from clusterdesk.gui.pages.today.inbox import InboxCard

            self.card = InboxCard(self._context.kit)
            self.card.went.connect(self.went)
            self.card.sort_asked.connect(self._sort)
            self.card.discarded.connect(self._discard)
            self._column.addWidget(self.card)
        self.card.room = self.room
        self.card.show_notes(today.waiting, today.counts.waiting)

    @Slot(object)
    def show_deadlines(self, found: "Sequence[Deadline]") -> None:
        """Keep what falls due in coaching; it is shown over the notes that wait once it was asked for."""
        self._found = found
        if self.deadlines is not None:
            self.deadlines.show_deadlines(found)
        self._appear()

    @Slot()
    def turn_deadlines(self) -> None:
        """Show what falls due, or hide it again."""
        if self.deadlines is None:
            from clusterdesk.gui.pages.today.deadlines import DeadlinesCard

            self.deadlines = DeadlinesCard(self._context.kit)
            self.deadlines.went.connect(self.went)
            self._column.insertWidget(0, self.deadlines)
            self.deadlines.show_deadlines(self._found)
        else:
            self.deadlines.turn()
        self._appear()

    def _appear(self) -> None:
        """Take room where there is something to show."""
        if self.card is not None:
            self.card.setVisible(self._waiting)
        self.setVisible(self._waiting or (self.deadlines is not None and not self.deadlines.isHidden()))

    @Slot(object)
    def _sort(self, note_id: UUID) -> None:
        """File a note: a difficulty or an orientation asks what belongs to one; any other line opens again."""
        from clusterdesk.domain.records.inbox import CaptureKind

        notes = self.card.rows if self.card is not None else ()
        kind = next((row.note.kind for row in notes if row.note.id == note_id), None)
        if kind is CaptureKind.DIFFICULTY:
            from clusterdesk.gui.pages.difficulties.jobs import Noting
            from clusterdesk.gui.pages.difficulties.noting import NotingDialog

            NotingDialog(self._context, Noting(quick_note_id=note_id), self.window()).open()
        elif kind is CaptureKind.REFERRAL:
            from clusterdesk.gui.pages.referral.beginning import Referring

            Referring(self._context, self.window()).sort(note_id)
        else:
            self._context.shell.capture(note_id)

    @Slot(object)
    def _discard(self, note: "WaitingNote") -> None:
        from clusterdesk.gui.forms import jobs

        toast = self._context.kit.t("To the bin: {what}", what=note.text)
        self._context.write(partial(jobs.remove, "quick_note", note.id), toast=toast, owner=self)
