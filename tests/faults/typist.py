"""Types without pause into a note of the real window, until it is killed; run as a program by ``test_killed``.

Usage: typist.py BINDER SESSION_ID NOTE_ID TEXT. Each key is told on standard output as "COUNT MONOTONIC_SECONDS" after
it was sent; both clocks are the machine's, so the test can compare.
"""

import sys
import time
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from clusterdesk.config.settings import Settings
from clusterdesk.gui import routes
from clusterdesk.gui.app import read_ahead
from clusterdesk.gui.application import Application
from clusterdesk.gui.pages.session.notes_card import BlocksCard

_KEY_EVERY_MS = 15
_LOOK_EVERY_MS = 40


class Typist(QObject):
    """Waits for the note, then types one letter after another."""

    def __init__(self, application: Application, session_id: UUID, note_id: UUID, text: str) -> None:
        super().__init__()
        self._application, self._session_id, self._note_id = application, session_id, note_id
        self._text, self._typed, self._went = text, 0, False
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(self._find)
        self._keys = QTimer(self, interval=_KEY_EVERY_MS)
        self._keys.timeout.connect(self._type)
        self._look.start()

    @Slot()
    def _find(self) -> None:
        """Go to the session once the binder is open, and begin in the note."""
        window = self._application.window
        if window is None:
            return
        if not self._went:
            window.go(routes.session(self._session_id))
            self._went = True
        cards = window.findChildren(BlocksCard)
        block = next((card.blocks[self._note_id] for card in cards if self._note_id in card.blocks), None)
        if block is not None and block.isVisible():
            self._look.stop()
            self._edit = block.text.edit
            self._edit.setFocus()
            self._edit.moveCursor(QTextCursor.MoveOperation.End)
            self._keys.start()

    @Slot()
    def _type(self) -> None:
        letter = self._text[self._typed % len(self._text)]
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, QApplication.keyboardModifiers(), letter)
            QApplication.sendEvent(self._edit, key)
        self._typed += 1
        sys.stdout.write(f"{self._typed} {time.monotonic():.4f}\n")
        sys.stdout.flush()


def main() -> int:
    """Open the window and type."""
    binder, session_id, note_id, text = sys.argv[1:]
    settings = Settings(backups=False)
    application = Application(Path(binder), settings, "fr", read_ahead(Path(binder), settings, "fr"))
    typist = Typist(application, UUID(session_id), UUID(note_id), text)
    code = application.run()
    typist.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main())
