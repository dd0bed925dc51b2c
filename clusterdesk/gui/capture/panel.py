"""The panel of quick capture: the line, what was understood of it, where it goes, and filing it."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.capture.line import Captured, capture
from clusterdesk.domain.capture.told import where_it_goes, why_it_waits
from clusterdesk.domain.capture.understood import Around, Corrections, Destination, Understood, still_said
from clusterdesk.gui.capture import jobs
from clusterdesk.gui.capture.chips import CaptureChips
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.jobs import remove
from clusterdesk.gui.shortcuts import COMMIT, REVERT, shown_keys, with_keys
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from clusterdesk.services.capture_filing import Kept

_ASK_AFTER_MS = 60
_DRAFT_AFTER_MS = 700


class CapturePanel(QFrame):
    """One line to jot down.

    Signals:
        left: filed, or given up for now.
        session_asked: to write in the notes of a visit, a call, a mail instead.
    """

    left = Signal()
    session_asked = Signal()

    def __init__(self, context: Context, around: Around, note_id: UUID | None, parent: QWidget) -> None:
        """Jot something down, or go on with the waiting note ``note_id``."""
        super().__init__(parent)
        self.setProperty("role", "capture")
        self._context, self._kit = context, context.kit
        self._around, self._note_id = around, note_id
        self._by_hand = Corrections()
        self._read = Captured("")
        self.meant: Understood | None = None
        self._make()
        self._assemble()
        self._connect()
        self._begin()

    def _make(self) -> None:
        kit, t = self._kit, self._kit.t
        self.heading = Label(t("Quick note") if self._note_id is None else t("This note"), "heading")
        self.close_button = IconButton(kit, "x", with_keys(t, t("Close"), REVERT))
        self.line = LineEdit()
        self.line.setProperty("look", "large")
        self.line.setAccessibleName(self.heading.text())
        self.line.setPlaceholderText(t("@action quote for the sander Fri. #Noord"))
        self.line.installEventFilter(self)
        self.chips = CaptureChips(kit)
        self.says = Label("", "muted", wrap=True)
        self.says.setMinimumHeight(2 * self.says.fontMetrics().lineSpacing())
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.problem = Label("", "problem", wrap=True)
        self.problem.hide()
        self.session = Button(kit, t("Notes of a visit, a call, a mail…"), "link")
        self.throw = Button(kit, t("To the bin"), "link")
        self.file_button = Button(kit, t("File it"), "primary", hint=shown_keys(COMMIT))
        self.file_button.setEnabled(False)
        self._soon, self._draft = QTimer(self), QTimer(self)
        for timer, pause in ((self._soon, _ASK_AFTER_MS), (self._draft, _DRAFT_AFTER_MS)):
            timer.setSingleShot(True)
            timer.setInterval(pause)

    def _assemble(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        foot.addWidget(self.session)
        foot.addWidget(self.throw)
        foot.addStretch(1)
        foot.addWidget(self.file_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 14, 22, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.line)
        column.addWidget(self.chips)
        column.addWidget(self.says)
        column.addWidget(self.problem)
        column.addLayout(foot)
        self.session.setVisible(self._note_id is None)
        self.throw.setVisible(self._note_id is not None)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self.file)
        self.close_button.clicked.connect(self.left)
        self.chips.corrected.connect(self._correct)
        self.chips.sign_wanted.connect(self._write_sign)
        self.chips.left_up.connect(self.line.setFocus)
        self.file_button.clicked.connect(self.file)
        self.session.clicked.connect(self.session_asked)
        self.throw.clicked.connect(self._discard)
        self._soon.timeout.connect(self._ask)
        self._draft.timeout.connect(self.keep_draft)

    def _begin(self) -> None:
        job = jobs.read_draft if self._note_id is None else partial(jobs.read_waiting, self._note_id)
        self._context.desk.submit(job, self._fill, owner=self)
        self._ask()

    @property
    def text(self) -> str:
        """The line as it stands."""
        return self.line.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the chips on Down."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            self.chips.begin()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def file(self) -> None:
        """Keep the line where it belongs."""
        if not self.text.strip() or not self.file_button.isEnabled():
            return
        self._soon.stop()
        self._draft.stop()
        self.file_button.setEnabled(False)
        self._context.write(partial(jobs.keep, self._line()), self._kept, self._refused, owner=self)

    @Slot()
    def keep_draft(self) -> None:
        """Keep the line for the next time, also after a crash."""
        if self._note_id is None:
            self._context.desk.submit(partial(jobs.keep_draft, self.text))

    @Slot()
    def _typed(self) -> None:
        self.problem.hide()
        read = capture(self.text, self._kit.clock.today())
        self._by_hand = still_said(self._by_hand, self._read, read)
        self._read = read
        self.file_button.setEnabled(bool(self.text.strip()))
        self._soon.start()
        if not self._draft.isActive():
            self._draft.start()

    @Slot()
    def _ask(self) -> None:
        self._context.desk.submit(partial(jobs.understand, self._line()), self._show, latest="capture", owner=self)

    @Slot(object)
    def _correct(self, by_hand: Corrections) -> None:
        self._by_hand = by_hand
        self.line.setFocus()
        self._ask()

    @Slot(str)
    def _write_sign(self, sign: str) -> None:
        text = self.text
        self.line.setText(text + ("" if not text or text.endswith(" ") else " ") + sign)
        self.line.setFocus()
        self.line.setCursorPosition(len(self.text))

    @Slot()
    def _discard(self) -> None:
        if self._note_id is not None:
            toast = self._kit.t("To the bin: {what}", what=self.text)
            job = partial(remove, "quick_note", self._note_id)
            self._context.write(job, self._discarded, self._refused, toast=toast, owner=self)

    def _discarded(self, _note: object) -> None:
        self.left.emit()

    def _line(self) -> jobs.Line:
        return jobs.Line(self.text, self._around, self._by_hand, self._note_id)

    def _fill(self, text: str) -> None:
        if text and not self.text:
            self.line.setText(text)
            if self._note_id is None:
                self.line.selectAll()

    def _show(self, meant: Understood) -> None:
        self.meant = meant
        self.chips.show_meant(meant, self._by_hand)
        self.file_button.setEnabled(not meant.empty)
        t = self._kit.t
        later = meant.destination is Destination.INBOX and not meant.empty
        self.file_button.set_text(t("To sort later") if later else t("File it"))
        hint = t(
            "@ says what it is and who owes it, # which organisation it is about, a day in words when it is due;"
            " #seeks and #offers note a need or an offer."
        )
        self.says.setText(hint if meant.empty else self._words(meant))

    def _words(self, meant: Understood) -> str:
        t = self._kit.t
        message, params = where_it_goes(
            meant.destination, meant.organisation.name if meant.organisation is not None else "", meant.text
        )
        reason = why_it_waits(meant, self._kit.formats.joined)
        if reason is None:
            return t(message, **params)
        return t("{where} {why}", where=t(reason[0], **reason[1]), why=t("It waits under “To sort”."))

    def _kept(self, kept: "Kept") -> None:
        t = self._kit.t
        message, params = where_it_goes(kept.destination, kept.organisation, kept.text)
        self._context.shell.toast_undo(t(message, **params))
        self.line.blockSignals(True)
        self.line.clear()
        self.left.emit()

    def _refused(self, error: BaseException) -> None:
        self.problem.setText(self._context.error_text(error))
        self.problem.show()
        self.file_button.setEnabled(True)
