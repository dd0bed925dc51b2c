"""One window per binder: a second start raises the first one and ends.

Who may listen is decided by the lock of the binder, not here: one system lets two listen under a name, another lets the
last one take it over.
"""

import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_WAIT_MS = 500
_RAISE = b"raise\n"


class SingleInstance(QObject):
    """Listens for second starts.

    Signals:
        raise_asked: somebody started ClusterDesk again on this binder.
    """

    raise_asked = Signal()

    def __init__(self, binder: Path) -> None:
        """Know the binder; nothing listens before ``listen``."""
        super().__init__()
        self._name = server_name(binder)
        self._server: QLocalServer | None = None

    def hand_over(self) -> bool:
        """Ask a window that is open already to come to the front; False when there is none."""
        if not _may_listen(self._name):
            return False
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(_RAISE)
        socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return True

    def listen(self) -> bool:
        """Listen from now on; a name left behind by a crash is taken over."""
        from PySide6.QtNetwork import QLocalServer

        if self._server is None:
            self._server = QLocalServer(self)
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            self._server.newConnection.connect(self._hear)
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()

    @Slot()
    def _hear(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            self.raise_asked.emit()


def server_name(binder: Path) -> str:
    """Return the name of a binder's server: short, and the same however the path is written."""
    path = str(binder.resolve()).casefold().encode()
    # Two sums tell binders apart well enough; the library for better ones costs more than asking the other window.
    return f"clusterdesk-{zlib.crc32(path):08x}{zlib.adler32(path):08x}"


def _may_listen(name: str) -> bool:
    """Tell, without loading the network, whether somebody may listen under a name: elsewhere it is a file."""
    return sys.platform == "win32" or Path(QDir.tempPath(), name).exists()
