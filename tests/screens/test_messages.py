"""Messages of visit mode stand where they cover no button, whatever the language and the size of the text."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.widgets.toast import Toast
from tests.screens.studio import settle, show
from tests.screens.test_eyes import SCALES, Open

TEXTS = {
    "fr": ("Joint : IMG_2031.jpg", "Cet échange est maintenant dans la corbeille. Ce qui a été écrit y est avec lui."),
    "nl": ("Toegevoegd: IMG_2031.jpg", "Dit gesprek zit nu in de prullenbak. Wat geschreven is, zit er ook in."),
    "en": ("Attached: IMG_2031.jpg", "This session is in the bin now. What was written is there with it."),
}


def covered(window: MainWindow) -> list[str]:
    """Return the buttons that a message lies on."""
    toasts = [place_in(window, one) for one in window.findChildren(Toast) if one.isVisible()]
    assert len(toasts) == 1
    seen = [one for one in window.findChildren(QAbstractButton) if one.isVisible() and not of_toast(one)]
    visible = [(one, place_in(window, one).intersected(QRect(QPoint(), window.size()))) for one in seen]
    return [one.accessibleName() for one, place in visible if not one.visibleRegion().isEmpty() and hits(place, toasts)]


def hits(place: QRect, others: list[QRect]) -> bool:
    return any(place.intersects(other) for other in others)


def of_toast(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), Toast)


def place_in(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("language", list(TEXTS))
def test_a_message_covers_no_button_of_visit_mode(language: str, scale: int, open_window: Open) -> None:
    studio, window = open_window(language, scale / 100)
    scenes = studio.scenes()
    for page in ("visit", "visit_review"):
        show(window, scenes[page])
        for text in TEXTS[language]:
            window.toast_undo(text)
            settle(window)
            assert covered(window) == []
            assert window.rect().contains(place_in(window, next(iter(window.findChildren(Toast)))))
    show(window, scenes["today"])
    toast = next(one for one in window.findChildren(Toast) if one.isVisible())
    corner = place_in(window, toast)
    assert corner.bottom() > window.height() - 40, "on another page it goes back to its corner"
