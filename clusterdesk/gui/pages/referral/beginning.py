"""Beginning an orientation from anywhere: which organisation is meant, the dialog, then its page."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.records.inbox import QuickNote
from clusterdesk.domain.records.sessions import Session
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.referral.new_dialog import NewReferralDialog

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


class Referring(QObject):
    """Opens the dialog over a window and goes on to what was made."""

    def __init__(self, context: Context, window: QWidget) -> None:
        """Open dialogs over this window."""
        super().__init__(window)
        self._context, self._window = context, window

    def begin(self, organisation_id: UUID | None, session_id: UUID | None = None, need: str = "") -> None:
        """Ask; of a session its organisation is meant; ``need`` is what is known already."""
        if session_id is not None and organisation_id is None:
            job = partial(_organisation_of, session_id)
            self._context.desk.submit(job, partial(self._open, session_id=session_id, need=need), owner=self)
        else:
            self._open(organisation_id, need=need)

    def sort(self, note_id: UUID) -> None:
        """Make an orientation of a line that waits; the line is sorted with it."""
        self._context.desk.submit(partial(_note, note_id), self._open_note, owner=self)

    def _open_note(self, note: QuickNote) -> None:
        self._show(NewReferralDialog(self._context, note.organisation_id, None, note.text, self._window, note.id))

    def _open(self, organisation_id: UUID | None, session_id: UUID | None = None, need: str = "") -> None:
        self._show(NewReferralDialog(self._context, organisation_id, session_id, need, self._window))

    def _show(self, dialog: NewReferralDialog) -> None:
        dialog.made.connect(self._go)
        dialog.finished.connect(self.deleteLater)
        dialog.open()

    @Slot(object)
    def _go(self, referral_id: UUID) -> None:
        self._context.shell.go(routes.referral(referral_id))


def begin_referral(context: Context, page: QWidget, organisation_id: UUID) -> None:
    """Refer the organisation that a page shows."""
    Referring(context, _window_of(page)).begin(organisation_id)


def _window_of(widget: QWidget) -> QWidget:
    """Return the window a widget stands in; a menu is one by itself."""
    above = widget.parentWidget()
    return _window_of(above) if above is not None and widget.isWindow() else widget.window()


def _note(note_id: UUID, desk: "Desk") -> QuickNote:
    return desk.store.get(QuickNote, note_id)


def _organisation_of(session_id: UUID, desk: "Desk") -> UUID:
    return desk.store.get(Session, session_id).organisation_id
