"""The translator: texts, plurals, contexts, fallbacks."""

import os
from pathlib import Path

import pytest

from clusterdesk.base.errors import BugError
from clusterdesk.i18n.translator import Translator

FRENCH = r"""
msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

# a remark
#: somewhere.py
msgid "Save {name}"
msgstr ""
"Enregistrer "
"« {name} »\n"

msgid "{n} visit"
msgid_plural "{n} visits"
msgstr[0] "{n} visite"
msgstr[1] "{n} visites"

msgctxt "verb"
msgid "Open"
msgstr "Ouvrir"
msgid "Open"
msgstr "Ouvert"

#, fuzzy
msgid "Doubtful"
msgstr "Douteux"

msgid "Empty"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Parti"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A locale folder with one French area."""
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "gui.po").write_text(FRENCH, encoding="utf-8")
    return tmp_path


@pytest.fixture
def t(root: Path) -> Translator:
    """A strict French translator over that folder."""
    return Translator("fr", root=root, strict=True)


def test_text_with_value(t: Translator) -> None:
    assert t("Save {name}", name="{x}") == "Enregistrer «\u202f{x}\u202f»\n"


@pytest.mark.parametrize(("n", "text"), [(0, "0 visite"), (1, "1 visite"), (2, "2 visites")])
def test_french_plural(t: Translator, n: int, text: str) -> None:
    assert t.n("{n} visit", "{n} visits", n=n) == text


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("n", "text"), [(0, "0 visits"), (1, "1 visit"), (2, "2 visits")])
def test_plural_without_catalogue(root: Path, language: str, n: int, text: str) -> None:
    assert Translator(language, root=root).n("{n} visit", "{n} visits", n=n) == text


def test_context(t: Translator) -> None:
    assert t.c("verb", "Open") == "Ouvrir"
    assert t("Open") == "Ouvert"
    assert t.c("noun", "Open") == "Open"


def test_untranslated_fuzzy_and_obsolete_texts_stay_english(t: Translator) -> None:
    assert [t("Empty"), t("Doubtful"), t("Gone"), t("Unknown")] == ["Empty", "Doubtful", "Gone", "Unknown"]


def test_the_empty_text_is_empty(t: Translator) -> None:
    assert t("") == ""


def test_missing_value_is_a_bug_when_strict_and_visible_when_not(root: Path, t: Translator) -> None:
    with pytest.raises(BugError, match="name"):
        t("Save {name}")
    assert Translator("fr", root=root, strict=False)("Save {name}") == "Enregistrer «\u202f{name}\u202f»\n"


def test_strictness_comes_from_the_environment(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLUSTERDESK_STRICT_TEXTS", "1")
    with pytest.raises(BugError):
        Translator("en", root=root)("Save {name}")


def test_unknown_language_is_a_bug() -> None:
    with pytest.raises(BugError):
        Translator("de")


def test_other_language(t: Translator) -> None:
    assert t.other("fr") is t
    assert t.other("en")("Open") == "Open"


def test_a_newer_source_wins_over_the_compiled_file(root: Path) -> None:
    compiled = root / "fr" / "LC_MESSAGES" / "clusterdesk.mo"
    compiled.parent.mkdir()
    compiled.write_bytes(b"not read: it is older than its source")
    os.utime(compiled, ns=(0, 0))
    assert Translator("fr", root=root)("Open") == "Ouvert"
