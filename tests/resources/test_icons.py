"""Every icon can be drawn in any colour."""

import re

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from clusterdesk.base.resources import resource

ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ICONS)
def test_it_draws_in_the_colour_given(name: str) -> None:
    svg = resource("icons", f"{name}.svg").read_bytes()
    assert b"currentColor" in svg
    assert re.search(rb"(https?://(?!www\.w3\.org)|<script|<image|<style)", svg) is None
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.replace(b"currentColor", b"#ff0000"))).render(painter)
    painter.end()
    colours = {
        image.pixelColor(x, y).name() for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 250
    }
    assert colours == {QColor(255, 0, 0).name()}


def test_the_licence_stands_beside_the_icons() -> None:
    assert "ISC License" in resource("icons", "LICENSE.txt").read_text(encoding="utf-8")


def test_the_desk_has_its_icons() -> None:
    wanted = "calendar-check building-2 search settings undo-2 redo-2 printer mail handshake circle-help filter"
    assert set(wanted.split()) <= set(ICONS)
