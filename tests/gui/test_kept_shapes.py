"""The shapes of icons, kept between starts."""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

from clusterdesk.base.resources import resource
from clusterdesk.gui.icons import Icons, draw
from clusterdesk.gui.kept_shapes import KeptShapes
from clusterdesk.gui.theme import Theme

SIDE = 36


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    """A drawing of our own to change."""
    path = tmp_path / "plus.svg"
    path.write_bytes(resource("icons", "plus.svg").read_bytes())
    return path


def _pixels(shape: QPixmap | None) -> QImage | None:
    return None if shape is None else shape.toImage().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def test_a_shape_is_the_same_at_the_next_start(qapp: QApplication, tmp_path: Path, drawing: Path) -> None:
    shape, kept = draw("plus", 18), KeptShapes(tmp_path)
    assert kept.find(drawing, SIDE) is None
    kept.keep(drawing, SIDE, shape)
    kept.write()
    found = KeptShapes(tmp_path).find(drawing, SIDE)
    assert found is not None
    assert _pixels(found) == _pixels(shape)
    assert KeptShapes(tmp_path).find(drawing, SIDE + 2) is None


def test_a_changed_drawing_is_drawn_anew(qapp: QApplication, tmp_path: Path, drawing: Path) -> None:
    kept = KeptShapes(tmp_path)
    kept.keep(drawing, SIDE, draw("plus", 18))
    kept.write()
    os.utime(drawing, ns=(1, 1))
    assert KeptShapes(tmp_path).find(drawing, SIDE) is None
    drawing.unlink()
    assert KeptShapes(tmp_path).find(drawing, SIDE) is None


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_made_anew(qapp: QApplication, tmp_path: Path, drawing: Path, damage: bytes) -> None:
    (tmp_path / "icons.shapes").write_bytes(damage)
    kept = KeptShapes(tmp_path)
    assert kept.find(drawing, SIDE) is None
    kept.keep(drawing, SIDE, draw("plus", 18))
    kept.write()
    assert KeptShapes(tmp_path).find(drawing, SIDE) is not None


def test_icons_draw_only_what_was_not_kept(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = Theme(qapp, "light")
    first = Icons(theme, KeptShapes(tmp_path))
    drawn = first.pixmap("plus", "text")
    first.keep()
    monkeypatch.setattr("clusterdesk.gui.icons.draw", lambda *_: pytest.fail("drawn again"))
    again = Icons(theme, KeptShapes(tmp_path)).pixmap("plus", "text")
    assert _pixels(again) == _pixels(drawn)
    assert again.devicePixelRatio() == drawn.devicePixelRatio()
