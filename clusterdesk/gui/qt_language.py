"""Qt's own words and number forms in the user's language (dialog buttons, calendars)."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "en": "en_BE"}


class QtLanguage:
    """Holds Qt's translator of the language in force."""

    def __init__(self, application: QApplication) -> None:
        """Nothing is translated before ``use``."""
        self._application = application
        self._translator: QTranslator | None = None

    def use(self, language: str) -> bool:
        """Switch Qt to a language; False when Qt ships no words for it (English needs none)."""
        QLocale.setDefault(QLocale(LOCALES[language]))
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        if language == "en":
            return True
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not translator.load(f"qtbase_{language}", folder):
            return False
        self._translator = translator
        return self._application.installTranslator(translator)
