"""Qt dressed for us: fonts, theme, icons, Qt's own words; it makes the Kit of a language."""

import sys

from PySide6.QtWidgets import QApplication

from clusterdesk.base.clock import Clock, SystemClock
from clusterdesk.config.paths import cache_dir
from clusterdesk.gui.icons import Icons
from clusterdesk.gui.kept_shapes import KeptShapes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.qt_language import QtLanguage
from clusterdesk.gui.theme import Theme, styled_application
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


class Dressing:
    """The look of the whole application."""

    def __init__(self, application: QApplication, theme: str, text_scale: float, clock: Clock | None = None) -> None:
        """Dress the application; ``text_scale`` 1.0 is the system's text size."""
        self.theme = Theme(application, theme, percent(text_scale))
        self.theme.apply()
        self._icons = Icons(self.theme, KeptShapes(cache_dir()))
        self._words = QtLanguage(application)
        self._clock = clock or SystemClock()

    def kit(self, language: str) -> Kit:
        """Return the kit of a language, and make Qt speak it."""
        self._words.use(language)
        return Kit(Translator(language), Formats(language), self.theme, self._icons, self._clock)


def percent(scale: float) -> int:
    """Return a text scale of the settings (1.0) as the theme takes it (100)."""
    return round(scale * 100)


def qt_application() -> QApplication:
    """Return Qt's application, made where there is none yet."""
    QApplication.setApplicationName("ClusterDesk")
    QApplication.setApplicationDisplayName("ClusterDesk")
    QApplication.setDesktopFileName("clusterdesk")
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else styled_application(sys.argv[0])
