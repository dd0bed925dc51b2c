"""What is dropped: which files a drop brings, and that they are copied, never moved away from where they were."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def local_paths(mime: QMimeData) -> list[str]:
    """Return what of a drop is on this laptop."""
    paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if Path(path).exists()]


def take_copy(event: QDropEvent) -> None:
    """Take what is dropped as a copy: told that it was moved, a mail program or a file manager removes its own."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
