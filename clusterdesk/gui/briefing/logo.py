"""The logo of the house made fit for print; this runs in the lane for files."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from clusterdesk.base.atomic_write import write_atomically
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.config.paths import data_dir
from clusterdesk.gui.tasks import Progress

MOST_BYTES = 10_000_000
_WIDTH, _HEIGHT = 1200, 400  # 30 × 10 mm on paper at 1,000 dots an inch: sharp in print


def kept_logo(path: Path, _progress: Progress) -> Path:
    """Read a picture, and write it as a PNG that documents can print; returns where.

    Raises:
        KnownError: it is too large, no PNG, JPEG or SVG, or cannot be read or kept.
    """
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    except OSError:
        content = b""
    packed = printable(content)
    if not packed:
        raise KnownError(
            "logo_unreadable",
            N_("“{name}” is no picture that can be printed."),
            advice=N_("Choose a PNG, JPEG or SVG file of at most 10 MB."),
            name=path.name,
        )
    # A name of its own for each content: what shows the old one does not take the new one for the same.
    target = data_dir() / "house" / f"logo-{hashlib.sha256(packed).hexdigest()[:12]}.png"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, packed)
    except OSError as error:
        raise KnownError(
            "logo_not_kept",
            N_("The logo could not be kept in {folder}."),
            advice=N_("Check that the disk is not full and that the folder belongs to you."),
            folder=target.parent,
        ) from error
    return target


def printable(content: bytes) -> bytes:
    """Return a picture as a PNG that documents can print; empty where it is no PNG, JPEG or SVG."""
    image = _drawn(content)
    return b"" if image.isNull() else _png(image)


def _drawn(content: bytes) -> QImage:
    """Return a picture, no larger than print needs; a null one where it is none that we take."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" or content[:2] == b"\xff\xd8":
        image = QImage.fromData(QByteArray(content))
    elif b"<svg" in content[:4096].lower():
        image = _svg(content)
    else:
        return QImage()
    if image.width() > _WIDTH or image.height() > _HEIGHT:
        ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_WIDTH, _HEIGHT, ratio, smooth)
    return image


def _svg(content: bytes) -> QImage:
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return QImage()
    image = QImage(size.scaled(_WIDTH, _HEIGHT, Qt.AspectRatioMode.KeepAspectRatio), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())
