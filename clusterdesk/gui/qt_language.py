"""Qt's own words and number forms in the user's language (dialog buttons, calendars)."""

from functools import cached_property

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from clusterdesk.base.marks import N_
from clusterdesk.i18n.translator import Translator

LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "en": "en_BE"}
_NAME = "words of Qt"  # the application has one at most, whoever asked for it
_LACKING = {  # what Qt 6.12 has no words for in its own files, as its sources write it
    "&Look in:": N_("&Look in:"),
    "Files of &type:": N_("Files of &type:"),
    "Folder": N_("Folder"),
    "Drive": N_("Drive"),
    "Page &order:": N_("Page &order:"),
    "Pages &per sheet:": N_("Pages &per sheet:"),
    "Page &Set:": N_("Page &Set:"),
    "Double Sided Printing": N_("Double-sided printing"),
    "Long side binding": N_("Long side binding"),
    "Short side binding": N_("Short side binding"),
    "Off": N_("Off"),
}


class _LackingWords(QTranslator):
    """Says in our words what Qt's translator of the language does not know; Qt asks it last."""

    def __init__(self, application: QApplication, language: str) -> None:
        super().__init__(application)
        self._language = language

    @cached_property
    def _say(self) -> Translator:
        return Translator(self._language)

    def isEmpty(self) -> bool:
        """Tell Qt that there are words here: it takes no empty translator."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return our word, or nothing: Qt shows its own then."""
        word = _LACKING.get(source)
        return self._say(word) if word is not None else ""


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
        lacking = _LackingWords(self._application, language)
        lacking.setObjectName(_NAME)
        self._application.installTranslator(lacking)
        translator = QTranslator(self._application)
        translator.setObjectName(_NAME)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not translator.load(f"qtbase_{language}", folder):
            return False
        return self._application.installTranslator(translator)
