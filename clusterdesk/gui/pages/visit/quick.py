"""The large buttons under the field: a promise, a decision, a photo, the next question."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from clusterdesk.domain.commands.actions import AddAction
from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.domain.records.sessions import Action, NoteKind, Session
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.parts_card import AddLine
from clusterdesk.gui.pages.organisation.document_jobs import attach
from clusterdesk.gui.pages.organisation.promises_card import PromiseEntry
from clusterdesk.gui.pages.session import loading
from clusterdesk.gui.pages.visit import keys
from clusterdesk.gui.shortcuts import shown_keys, with_keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout


class QuickBar(QWidget):
    """What can be caught without leaving the question.

    Signals:
        done: something was caught or given up; the field wants the focus back.
        next_asked: the next question.
    """

    done = Signal()
    next_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make the buttons; the lines to type into show when asked for."""
        super().__init__()
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self._session: Session | None = None
        self._organisation_id: UUID | None = None
        self.promise = self._button(t("Promise"), "list-checks", with_keys(t, t("Write a promise down"), keys.PROMISE))
        self.decision = self._button(
            t("Decision"), "flag", with_keys(t, t("Write down what was decided"), keys.DECISION)
        )
        self.files = self._button(
            t("Photo or paper"), "camera", t("Attach photos and papers; dropping them does the same")
        )
        self.next = Button(self.kit, t("Next question"), "visit", hint=shown_keys(keys.NEXT))
        self.entry = PromiseEntry(self.kit)
        self.entry.entered.connect(self._add)
        self.entry.left.connect(self._close)
        self.line = AddLine(self.kit, t("What was decided?"), entered=True)
        self.line.entered.connect(self._decide)
        self.line.left.connect(self._close)
        for widget in (self.entry, self.line):
            widget.hide()
        self.promise.clicked.connect(self.begin_promise)
        self.decision.clicked.connect(self.begin_decision)
        self.files.clicked.connect(self._choose_files)
        self.next.clicked.connect(self.next_asked)
        self._assemble()

    def show_session(self, session: Session, organisation_id: UUID) -> None:
        """Catch for this session."""
        self._session, self._organisation_id = session, organisation_id

    def enter(self) -> None:
        """Add what is typed into the lines."""
        self.entry.enter()
        self.line.enter()

    def give_up(self) -> bool:
        """Close the line that is open; False when none is."""
        if self.entry.isHidden() and self.line.isHidden():
            return False
        self.entry.text.clear()
        self.line.clear()
        self._close()
        return True

    @Slot(list)
    def attach(self, paths: list[str]) -> None:
        """Copy photos and papers into the binder, one step each."""
        if self._session is None:
            return
        for path in paths:
            command = AttachDocument(
                source=Path(path),
                organisation_id=self._organisation_id,
                session_id=self._session.id,
                coaching_file_id=self._session.coaching_file_id,
                on=self.kit.clock.today(),
            )
            self.context.write(partial(attach, command), toast=self.kit.t("Attached: {name}", name=Path(path).name))

    @Slot()
    def begin_promise(self) -> None:
        """Show the line of a promise."""
        self.line.hide()
        self.entry.show()
        self.entry.begin()

    @Slot()
    def begin_decision(self) -> None:
        """Show the line of a decision."""
        self.entry.hide()
        self.line.show()
        self.line.setFocus()

    def _button(self, text: str, icon: str, hint: str) -> Button:
        return Button(self.kit, text, "visit", icon=icon, hint=hint)

    def _assemble(self) -> None:
        catching = QWidget()
        flow = FlowLayout(catching, spacing=10, last_at_end=True)  # large text needs a second line
        for button in (self.promise, self.decision, self.files, self.next):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.entry)
        column.addWidget(self.line)
        column.addWidget(catching)

    @Slot()
    def _choose_files(self) -> None:
        dialog = QFileDialog(self.window(), self.kit.t("Attach documents"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.attach)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def take(self, promise: NewPromise) -> None:
        """Add a promise that was seen in an answer."""
        if self._session is not None:
            toast = self.kit.t("Promise: {text}", text=promise.text)
            self.context.write(partial(jobs.promise, self._command(self._session, promise)), toast=toast)

    @Slot(object)
    def _add(self, promise: NewPromise) -> None:
        if self._session is not None:
            command = self._command(self._session, promise)
            self.context.write(partial(jobs.promise, command), self._added, self._refused)

    def _command(self, session: Session, promise: NewPromise) -> AddAction:
        return AddAction(
            promise=promise,
            organisation_id=self._organisation_id,
            session_id=session.id,
            coaching_file_id=session.coaching_file_id,
        )

    def _added(self, _action: Action) -> None:
        self._close()

    def _refused(self, error: BaseException) -> None:
        self.entry.show()
        self.entry.bring_back(self.context.error_text(error))

    @Slot(str)
    def _decide(self, text: str) -> None:
        if self._session is not None:
            self.context.write(partial(loading.add_note, self._session.id, text, NoteKind.DECISION))

    @Slot()
    def _close(self) -> None:
        self.entry.hide()
        self.line.hide()
        self.done.emit()
