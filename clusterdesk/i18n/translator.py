"""The translator of one language: an object that is passed to whoever shows text, never a global."""

import os
from collections.abc import Mapping
from pathlib import Path

from clusterdesk.base.errors import BugError
from clusterdesk.base.filling import MissingPlaceholderError, fill
from clusterdesk.i18n.catalogue_keys import CONTEXT_MARK
from clusterdesk.i18n.merged import load_texts

LANGUAGES = ("fr", "nl", "en")
DEFAULT_LANGUAGE = "fr"
SOURCE_LANGUAGE = "en"
STRICT_VARIABLE = "CLUSTERDESK_STRICT_TEXTS"


class Translator:
    """Turns English msgids into the texts of one language.

    A text without translation is shown in English. A placeholder nobody filled stays visible; with the
    environment variable CLUSTERDESK_STRICT_TEXTS set (as our tests do) it is a BugError.
    """

    def __init__(self, language: str, *, root: Path | None = None, strict: bool | None = None) -> None:
        """Take ``fr``, ``nl`` or ``en`` (BugError else); ``root`` replaces the shipped locale folder."""
        if language not in LANGUAGES:
            raise BugError(f"unknown language {language!r}")
        self.language = language
        self._strict = bool(os.environ.get(STRICT_VARIABLE)) if strict is None else strict
        self._root = root
        self._texts: Mapping[str, str] = {} if language == SOURCE_LANGUAGE else load_texts(language, root)
        self._known: dict[str, str | None] = {}

    def __call__(self, message: str, /, **params: object) -> str:
        """Return the text of a msgid, its placeholders filled: ``t("Save {name}", name=name)``."""
        found = self._find(message)
        return self._fill(message if found is None else found.partition("\0")[0], params)

    def n(self, one: str, many: str, /, *, n: int, **params: object) -> str:
        """Return the text for ``n``, itself a placeholder: ``t.n("{n} visit", "{n} visits", n=3)``."""
        params.setdefault("n", n)
        found = self._find(one)
        if found is None:
            return self._fill(one if n == 1 else many, params)
        forms = found.split("\0")
        return self._fill(forms[min(plural_index(self.language, n), len(forms) - 1)], params)

    def c(self, context: str, message: str, /, **params: object) -> str:
        """Return the text of a msgid that has several meanings; the context tells which: ``t.c("verb", "Open")``."""
        found = self._find(f"{context}{CONTEXT_MARK}{message}")
        return self._fill(message if found is None else found, params)

    def other(self, language: str) -> "Translator":
        """Return the translator of another language (a brief's), or this one when it is the same."""
        return self if language == self.language else Translator(language, root=self._root, strict=self._strict)

    def _find(self, key: str) -> str | None:
        try:
            return self._known[key]
        except KeyError:
            # The empty key is the header of a catalogue, never a text.
            text = self._known[key] = (self._texts.get(key) or None) if key else None
            return text

    def _fill(self, text: str, params: Mapping[str, object]) -> str:
        if "{" not in text and "}" not in text:
            return text
        try:
            return fill(text, params, strict=self._strict)
        except MissingPlaceholderError as missing:
            raise BugError(f"no value for {missing} in {text!r}") from missing


def plural_index(language: str, n: int) -> int:
    """Return which plural form a number takes: French says "0 visite", Dutch and English "0 visits"."""
    if language == "fr":
        return int(abs(n) > 1)
    return int(n != 1)
