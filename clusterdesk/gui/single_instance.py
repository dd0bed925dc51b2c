"""One window per binder: a second start raises the first one and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

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
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)

    def hand_over(self) -> bool:
        """Ask a window that is open already to come to the front; False when there is none."""
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
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _hear(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            self.raise_asked.emit()


def server_name(binder: Path) -> str:
    """Return the name of a binder's server: short, and the same however the path is written."""
    return "clusterdesk-" + hashlib.sha256(str(binder.resolve()).casefold().encode()).hexdigest()[:16]
