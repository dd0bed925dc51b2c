"""Signing on the screen: with the mouse, a finger on a touch screen, or a pen, each a stroke that can be taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.signature_pad import SignaturePad

_WAY = [QPoint(40 + 12 * step, 90 - 5 * (step % 3)) for step in range(12)]


@pytest.fixture
def pad(kit: Kit, qtbot: QtBot) -> SignaturePad:
    made = SignaturePad(kit, "Signature", "Signez ici")
    made.resize(460, 150)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _mouse(pad: SignaturePad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=_WAY[0])
    for point in _WAY[1:]:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=_WAY[-1])


def _finger(pad: SignaturePad) -> None:
    screen = QTest.createTouchDevice()
    QTest.touchEvent(pad, screen).press(1, _WAY[0], pad).commit()
    for point in _WAY[1:]:
        QTest.touchEvent(pad, screen).move(1, point, pad).commit()
    QTest.touchEvent(pad, screen).release(1, _WAY[-1], pad).commit()


def _pen(pad: SignaturePad) -> None:
    pen = QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
    )
    kinds = [QEvent.Type.TabletPress, *[QEvent.Type.TabletMove] * (len(_WAY) - 2), QEvent.Type.TabletRelease]
    for kind, point in zip(kinds, _WAY, strict=True):
        at, far = QPointF(point), QPointF(pad.mapToGlobal(point))
        left = Qt.MouseButton.LeftButton
        event = QTabletEvent(kind, pen, at, far, 0.5, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, left, left)
        QApplication.sendEvent(pad, event)


def _lengths(pad: SignaturePad) -> list[int]:
    return [len(stroke) for stroke in pad.signature.strokes]


@pytest.mark.parametrize("write", [_mouse, _finger, _pen])
def test_it_is_written_with_anything(write: Callable[[SignaturePad], None], pad: SignaturePad) -> None:
    write(pad)
    (length,) = _lengths(pad)
    assert length >= len(_WAY) - 2
    write(pad)
    assert len(_lengths(pad)) == 2
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    assert len(_lengths(pad)) == 1
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert _lengths(pad) == []
