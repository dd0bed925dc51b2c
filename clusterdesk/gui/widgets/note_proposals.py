"""What is seen in a note while it is typed – promises, head counts, difficulties, offers, needs –: taken with Tab.

Any plain editor can have them: ``NoteProposals(kit, edit)``; ``taken`` gives a promise, ``counted`` a head count,
``hindered`` a difficulty,
``exchanged`` an offer or a need where somebody ``exchanges``; the text stays as typed.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from clusterdesk.base.marks import N_
from clusterdesk.domain.capture.proposals import Proposal, ProposalKind, proposal_in
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.domain.records.exchange import ExchangeSide
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import REVERT, shown_key, shown_keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import plain_tooltip
from clusterdesk.gui.widgets.toast import announce
from clusterdesk.i18n.staff_numbers import fte_text

_LOOK_AFTER_MS = 200
_MARGIN = 4
_WHOSE = {
    OwnerKind.US: N_("Promise of ours: {text}"),
    OwnerKind.ORGANISATION: N_("Promise of theirs: {text}"),
    OwnerKind.OTHER: N_("Promise of {name}: {text}"),
}

_SIDE = {ExchangeSide.NEED: N_("Looks for: {text}"), ExchangeSide.OFFER: N_("Offers: {text}")}


class NoteProposals(QObject):
    """Looks at the line that is being typed.

    Signals:
        taken: the NewPromise that was proposed.
        counted: the Proposal of a head count: full-time equivalents, perhaps only about right.
        hindered: the Proposal of a difficulty: what stands in the way.
        exchanged: the Proposal of an offer or a need.
    """

    taken = Signal(object)
    counted = Signal(object)
    hindered = Signal(object)
    exchanged = Signal(object)

    def __init__(self, kit: Kit, edit: QPlainTextEdit, *, exchanges: bool = False) -> None:
        """Watch an editor; nothing is made before there is something to propose.

        ``exchanges``: offers and needs are proposed: the note is about one organisation.
        """
        super().__init__(edit)
        self._kit, self._edit, self._exchanges = kit, edit, exchanges
        self._chip: Button | None = None
        self._proposal: Proposal | None = None
        self._settled: set[tuple[int, int]] = set()  # number of the line, and where in it
        self._line = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LOOK_AFTER_MS)
        self._soon.timeout.connect(self._look)
        edit.textChanged.connect(self._typed)
        edit.installEventFilter(self)
        edit.viewport().installEventFilter(self)

    @property
    def proposal(self) -> Proposal | None:
        """What is proposed now."""
        return self._proposal

    @property
    def words(self) -> str:
        """What is shown, "" where nothing is."""
        return self._chip.accessibleName() if self._chip is not None and self._proposal is not None else ""

    @Slot()
    def take(self) -> None:
        """Take what is proposed."""
        found = self._proposal
        if found is None:
            return
        self._settle()
        if found.promise is not None:
            self.taken.emit(found.promise)
        elif found.kind is ProposalKind.DIFFICULTY:
            self.hindered.emit(found)
        elif found.kind is ProposalKind.EXCHANGE:
            self.exchanged.emit(found)
        else:
            self.counted.emit(found)

    @Slot()
    def dismiss(self) -> None:
        """Propose this one no more."""
        if self._proposal is not None:
            self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take on Tab, dismiss on Esc; a key without a proposal means what it always does."""
        if isinstance(event, QKeyEvent) and watched is self._edit:
            if event.type() == QEvent.Type.ShortcutOverride and self._is_escape(event):
                event.accept()  # Esc is meant for the proposal before it is meant for the page
                return True
            if event.type() == QEvent.Type.KeyPress and self._pressed(event):
                return True
        elif event.type() == QEvent.Type.FocusOut and watched is self._edit:
            self._hide()
        elif event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Tab and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if self._soon.isActive():
                self._look()
            if self._proposal is not None:
                self.take()
                return True
        elif self._is_escape(event):
            self.dismiss()
            return True
        return False

    def _is_escape(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self._proposal is not None

    @Slot()
    def _typed(self) -> None:
        if self._edit.hasFocus() and not self._edit.isReadOnly():
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        self._soon.stop()
        cursor = self._edit.textCursor()
        block, place = cursor.block(), cursor.positionInBlock()
        if not block.text().strip() and block.previous().isValid():
            # Enter was pressed: what the line above says may still be taken.
            block = block.previous()
            place = block.length()
        found = proposal_in(block.text(), place, self._kit.clock.today())
        if found is not None and found.exchange is not None and not self._exchanges:
            found = None
        self._line = block.blockNumber()
        if found is None:
            self._settled = {one for one in self._settled if one[0] != self._line}
        if found is None or (self._line, found.start) in self._settled:
            self._hide()
            return
        self._proposal = found
        self._show(self._words(found))

    def _settle(self) -> None:
        if self._proposal is not None:
            self._settled.add((self._line, self._proposal.start))
        self._hide()

    def _hide(self) -> None:
        self._soon.stop()
        self._proposal = None
        if self._chip is not None:
            self._chip.hide()

    def _words(self, found: Proposal) -> str:
        if found.promise is not None:
            return self._promise_words(found.promise)
        if found.kind is ProposalKind.DIFFICULTY:
            return self._kit.t("Difficulty: {text}", text=found.text)
        if found.exchange is not None:
            return self._kit.t(_SIDE[found.exchange.side], text=found.text)
        assert found.kind is ProposalKind.HEADCOUNT
        assert found.number is not None
        t, fte = self._kit.t, fte_text(found.number, self._kit.formats)
        return t("Head count: about {fte} FTE", fte=fte) if found.about else t("Head count: {fte} FTE", fte=fte)

    def _promise_words(self, promise: NewPromise) -> str:
        t, formats = self._kit.t, self._kit.formats
        words = t(_WHOSE[promise.owner], text=promise.text, name=promise.owner_name)
        if promise.due_on is not None:
            words = t("{promise} · {day}", promise=words, day=formats.weekday_date(promise.due_on))
        return words

    def _show(self, words: str) -> None:
        t = self._kit.t
        if self._chip is None:
            self._chip = Button(self._kit, "", "proposal", parent=self._edit.viewport())
            self._chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click must not end the typing
            self._chip.clicked.connect(self.take)
        room = max(self._edit.viewport().width() - 6 * _MARGIN, 80)
        shown = t("Tab  {words}", words=words)
        self._chip.setText(self._fitting(shown, room))
        self._chip.setAccessibleName(words)
        self._chip.setToolTip(plain_tooltip(self._offer(words)))
        self._chip.adjustSize()
        self._place()
        self._chip.show()
        self._chip.raise_()
        announce(self._edit, self._offer(words))

    def _offer(self, words: str) -> str:
        tab, leave = shown_key("Tab"), shown_keys(REVERT)
        return self._kit.t("{key} writes it down, {other} leaves it: {words}", key=tab, other=leave, words=words)

    def _fitting(self, text: str, room: int) -> str:
        assert self._chip is not None
        metrics = self._chip.fontMetrics()
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room).replace("&", "&&")

    def _place(self) -> None:
        """Stand under the end of the text; elsewhere in a lower corner, where no line that is typed is covered."""
        if self._chip is None:
            return
        area, size = self._edit.viewport().rect(), self._chip.sizeHint()
        right = max(area.width() - size.width() - _MARGIN, 0)
        bottom = max(area.height() - size.height() - _MARGIN, 0)
        cursor, typed = self._edit.textCursor(), self._edit.cursorRect()
        under = typed.bottom() + 2 * _MARGIN
        if not cursor.block().next().isValid() and under <= bottom:
            self._chip.move(QPoint(min(typed.left(), right), under))
            return
        low = typed.bottom() >= bottom and typed.right() >= right
        self._chip.move(QPoint(right, _MARGIN if low else bottom))
