"""Qt's own words and number forms in the user's language (dialog buttons, calendars)."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "en": "en_BE"}
_NAME = "words of Qt"  # the application has one at most, whoever asked for it


class QtLanguage:
    """Holds Qt's translator of the language in force."""

    def __init__(self, application: QApplication) -> None:
        """Nothing is translated before ``use``."""
        self._application = application

    def use(self, language: str) -> bool:
        """Switch Qt to a language; False when Qt ships no words for it (English needs none)."""
        QLocale.setDefault(QLocale(LOCALES[language]))
        for old in self._application.findChildren(QTranslator, _NAME):
            self._application.removeTranslator(old)
            old.setParent(None)
        if language == "en":
            return True
        translator = QTranslator(self._application)
        translator.setObjectName(_NAME)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not translator.load(f"qtbase_{language}", folder):
            return False
        return self._application.installTranslator(translator)
