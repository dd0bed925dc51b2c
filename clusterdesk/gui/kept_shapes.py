"""The shapes of icons kept between starts: drawing a vector drawing costs ten times as much as its pixels."""

import marshal
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPixmap

_FORMAT = QImage.Format.Format_ARGB32_Premultiplied

type _Key = tuple[str, int, int, int]


class KeptShapes:
    """Shapes by the name of their file and their side; a drawing that was changed since is another one."""

    def __init__(self, folder: Path) -> None:
        """Keep the shapes in a folder, which may be emptied at any time; what is there is read with the first shape."""
        self._path = folder / "icons.shapes"
        self._kept: dict[_Key, bytes] | None = None
        self._new = False

    def find(self, drawing: Path, side: int) -> QPixmap | None:
        """Return a shape of so many pixels, None where none was kept."""
        key = _key(drawing, side)
        raw = self._read().get(key) if key is not None else None
        if raw is None or len(raw) != 4 * side * side:
            return None
        return QPixmap.fromImage(QImage(raw, side, side, 4 * side, _FORMAT).copy())

    def keep(self, drawing: Path, side: int, shape: QPixmap) -> None:
        """Keep a shape from the next ``write`` on."""
        key = _key(drawing, side)
        if key is None or shape.size() != QSize(side, side):
            return
        image = shape.toImage().convertToFormat(_FORMAT)
        self._read()[key] = bytes(image.constBits())
        self._new = True

    def write(self) -> None:
        """Write what is new. A full disk costs a later start some milliseconds, nothing else."""
        if not self._new:
            return
        from clusterdesk.base.atomic_write import write_atomically

        self._new = False
        with suppress(OSError):
            write_atomically(self._path, marshal.dumps(tuple(self._read().items())))

    def _read(self) -> dict[_Key, bytes]:
        if self._kept is None:
            self._kept = {}
            with suppress(OSError, EOFError, ValueError, TypeError):
                self._kept = {tuple(key): bytes(raw) for key, raw in marshal.loads(self._path.read_bytes())}  # noqa: S302 - read as plain values
        return self._kept


def _key(drawing: Path, side: int) -> _Key | None:
    try:
        state = drawing.stat()
    except OSError:
        return None
    return drawing.name, side, state.st_mtime_ns, state.st_size
