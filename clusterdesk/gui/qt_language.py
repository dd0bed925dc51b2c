"""Qt's own words and number forms in the user's language (dialog buttons, calendars)."""

from collections.abc import Mapping
from struct import pack

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from clusterdesk.base.marks import N_
from clusterdesk.i18n.translator import Translator

LOCALES = {"fr": "fr_BE", "nl": "nl_BE", "en": "en_BE"}
_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
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
    """Says in our words what Qt's translator of the language does not know; Qt asks it last.

    The words are handed over in Qt's own format: a translator in Python is asked while a picture is read, too, and
    pictures could then no longer be read.
    """

    def __init__(self, application: QApplication, language: str) -> None:
        super().__init__(application)
        say = Translator(language)
        self._data = compiled({source: say(word) for source, word in _LACKING.items()})  # Qt keeps no copy
        self.load(self._data)


def compiled(words: Mapping[str, str]) -> bytes:
    """Return words by their source, in the format of Qt's .qm files, whatever the context Qt asks in."""
    places, messages = [], b""
    for source, word in words.items():
        said, asked = word.encode("utf-16-be"), source.encode()
        places.append((_hash(asked), len(messages)))
        messages += pack(">BI", 3, len(said)) + said + pack(">BI", 6, len(asked)) + asked + b"\x01"
    hashes = b"".join(pack(">II", *one) for one in sorted(places))
    return _MAGIC + pack(">BI", 0x42, len(hashes)) + hashes + pack(">BI", 0x69, len(messages)) + messages


def _hash(text: bytes) -> int:
    found = 0
    for one in text:
        found = (found << 4) + one
        high = found & 0xF0000000
        found = (found ^ (high >> 24)) & ~high
    return found or 1


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
