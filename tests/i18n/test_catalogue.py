"""Catalogues: kept in step with the source, merged, compiled, checked."""

import gettext
from pathlib import Path

import pytest

from clusterdesk.i18n.catalogue import main
from clusterdesk.i18n.catalogue_files import CatalogueConflictError, compile_language, compiled, merged_entries
from clusterdesk.i18n.merged import CompiledTexts, load_texts
from clusterdesk.i18n.pofile import PoEntry, read_po
from clusterdesk.i18n.translator import Translator

PROGRAM = {
    "gui/a.py": """t("Save {name}", name=1)
t.n("{n} visit", "{n} visits", n=2)
t.c("verb", "Open")
t("Line\\n\\"x\\"\\t\\\\")""",
    "cli/b.py": 't("Save {name}", name=1)',
}
FRENCH = {
    "Save {name}": ["Enregistrer {name} ?"],
    "{n} visit": ["{n} visite", "{n} visites"],
    "verb\x04Open": ["Ouvrir"],
    'Line\n"x"\t\\': ['Ligne\n"x"\t\\ é'],
}


class Project:
    """A small program with its locale folder."""

    def __init__(self, folder: Path) -> None:
        self.root, self.package = folder / "locale", folder / "package"
        for name, source in PROGRAM.items():
            self.write(name, source)

    def write(self, name: str, source: str) -> None:
        path = self.package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")

    def run(self, *arguments: str) -> int:
        return main(arguments, self.root, self.package)

    def translate(self, language: str, area: str) -> None:
        """Fill an area by hand, as a translator would."""
        path = self.root / language / f"{area}.po"
        lines = path.read_text(encoding="utf-8").splitlines()
        text = "\n".join(lines)
        for entry in read_po(path):
            text = text.replace(empty_block(entry), filled_block(entry, FRENCH[entry.key]))
        path.write_text(text + "\n", encoding="utf-8")


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def empty_block(entry: PoEntry) -> str:
    return filled_block(entry, [""] * (2 if entry.plural else 1))


def filled_block(entry: PoEntry, texts: list[str]) -> str:
    if entry.plural:
        forms = "\n".join(f"msgstr[{i}] {quoted(text)}" for i, text in enumerate(texts))
        return f"msgid {quoted(entry.msgid)}\nmsgid_plural {quoted(entry.plural)}\n{forms}"
    return f"msgid {quoted(entry.msgid)}\nmsgstr {quoted(texts[0])}"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A program whose catalogues are written but not translated."""
    made = Project(tmp_path)
    assert made.run("update") == 0
    return made


@pytest.fixture
def translated(project: Project) -> Project:
    """The same with all catalogues filled."""
    for language in ("fr", "nl"):
        for area in ("gui", "cli"):
            project.translate(language, area)
    assert project.run("check") == 0
    return project


def test_update_writes_one_file_per_area(project: Project) -> None:
    assert sorted(p.relative_to(project.root).as_posix() for p in project.root.rglob("*.po")) == [
        "fr/cli.po",
        "fr/gui.po",
        "nl/cli.po",
        "nl/gui.po",
    ]
    entries = {entry.key: entry for entry in read_po(project.root / "fr" / "gui.po")}
    assert entries.keys() == FRENCH.keys()
    assert entries["{n} visit"].texts == ["", ""]


def test_check_names_what_is_missing(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert project.run("check", "--area", "cli") == 1
    assert capsys.readouterr().out.splitlines() == [
        "fr/cli.po: no translation in 'Save {name}'",
        "nl/cli.po: no translation in 'Save {name}'",
    ]


def test_update_keeps_translations_and_remarks_and_drops_what_is_gone(translated: Project) -> None:
    path = translated.root / "fr" / "gui.po"
    path.write_text(path.read_text(encoding="utf-8").replace("#: gui/a.py", "# mine\n#: gui/a.py", 1), encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    translated.run("update", "--area", "gui")
    assert path.read_text(encoding="utf-8") == before
    translated.write("gui/a.py", 't("New")')
    translated.run("update")
    assert [entry.key for entry in read_po(path)] == ["New"]
    (translated.package / "cli" / "b.py").unlink()
    translated.run("update")
    assert not (translated.root / "fr" / "cli.po").exists()


def test_update_takes_a_translation_from_another_area(translated: Project) -> None:
    translated.write("sync/c.py", 't("Save {name}", name=1)')
    translated.run("update", "--area", "sync")
    assert translated.run("check", "--area", "sync") == 0


def test_a_new_plural_is_doubtful(translated: Project, capsys: pytest.CaptureFixture[str]) -> None:
    translated.write("cli/b.py", 't.n("Save {name}", "Save {name}s", n=1, name=1)')
    translated.run("update", "--area", "cli")
    capsys.readouterr()
    assert translated.run("check", "--area", "cli") == 1
    assert "a doubtful translation" in capsys.readouterr().out


def test_compiled_and_source_texts_are_the_same_and_gettext_reads_them(translated: Project) -> None:
    from_source = dict(load_texts("fr", translated.root))
    assert translated.run("compile") == 0
    path = translated.root / "fr" / "LC_MESSAGES" / "clusterdesk.mo"
    texts = load_texts("fr", translated.root)
    assert isinstance(texts, CompiledTexts)
    assert {key: text for key, text in texts.items() if key} == from_source
    assert len(texts) == len(from_source) + 1
    with path.open("rb") as file:
        standard = gettext.GNUTranslations(file)
    t = Translator("fr", root=translated.root, strict=False)
    assert standard.gettext("Save {name}") == t("Save {name}") == "Enregistrer {name}\u202f?"
    assert standard.pgettext("verb", "Open") == t.c("verb", "Open") == "Ouvrir"
    for n in (0, 1, 2, 100):
        assert standard.ngettext("{n} visit", "{n} visits", n).format(n=n) == t.n("{n} visit", "{n} visits", n=n)
    assert [t("Unknown"), t(""), t("{n} visit", n=1)] == ["Unknown", "", "1 visite"]


def test_two_translations_of_one_text_are_refused(translated: Project, capsys: pytest.CaptureFixture[str]) -> None:
    path = translated.root / "fr" / "cli.po"
    path.write_text(path.read_text(encoding="utf-8").replace("Enregistrer", "Sauver"), encoding="utf-8")
    with pytest.raises(CatalogueConflictError, match="two translations in fr"):
        merged_entries(translated.root, "fr")
    assert translated.run("compile") == 1
    assert translated.run("check") == 1
    assert "two translations" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Enregistrer {name} ?", "Enregistrer {nom} ?", "other placeholders"),
        ("Enregistrer {name} ?", "Enregistrer ?", "other placeholders"),
        ("{n} visites", "visites", "other placeholders"),
        ("Ouvrir", " Ouvrir", "other spaces at the ends"),
        ("msgctxt", "#, fuzzy\nmsgctxt", "a doubtful translation"),
        ("msgctxt", '#~ msgid "Old"\n#~ msgstr "Vieux"\n\nmsgctxt', "has obsolete texts"),
        ('msgid "Open"', 'msgid "Opened"', "lacks 'Open'"),
        ("msgctxt", 'msgid "Old"\nmsgstr "Vieux"\n\nmsgctxt', "'Old' is no longer shown anywhere"),
    ],
)
def test_faults_are_found(
    translated: Project, capsys: pytest.CaptureFixture[str], old: str, new: str, fault: str
) -> None:
    path = translated.root / "nl" / "gui.po"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert translated.run("check") == 1
    assert fault in capsys.readouterr().out


def test_the_singular_may_leave_the_number_out(translated: Project) -> None:
    path = translated.root / "nl" / "gui.po"
    path.write_text(path.read_text(encoding="utf-8").replace('"{n} visite"', '"une visite"'), encoding="utf-8")
    assert translated.run("check") == 0


def test_a_file_without_area_and_a_bad_call_are_found(translated: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (translated.root / "fr" / "stray.po").write_text("", encoding="utf-8")
    translated.write("gui/z.py", 't(f"{x}")')
    assert translated.run("check") == 1
    out = capsys.readouterr().out
    assert "fr/stray.po: no area of the program has this name" in out
    assert "gui/z.py:1: a text made at run time" in out


def test_extract_lists_the_texts(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert project.run("extract", "--area", "cli") == 0
    assert capsys.readouterr().out == "cli\t\t'Save {name}'\t''\n"


def test_a_line_that_is_not_po_names_its_place(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text('msgid "a"\nwrong\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.po:2"):
        list(read_po(path))
    path.write_text('msgwhat "a"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.po:1"):
        list(read_po(path))


@pytest.mark.parametrize("data", [b"", b"x" * 40])
def test_a_broken_compiled_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a compiled catalogue"):
        CompiledTexts(data)


class WatchedTexts(CompiledTexts):
    """Counts the keys that were looked at."""

    looks = 0

    def _key(self, index: int) -> bytes:
        self.looks += 1
        return super()._key(index)


def test_a_text_is_found_by_halving_and_nothing_is_read_before() -> None:
    texts = WatchedTexts(compiled({f"Message number {i} of many": f"Message numéro {i}" for i in range(5000)}))
    assert texts.looks == 0
    for i in range(0, 5000, 50):
        texts.looks = 0
        assert texts[f"Message number {i} of many"] == f"Message numéro {i}"
        assert texts.looks <= 14


def test_compiling_makes_the_folder(translated: Project) -> None:
    assert compile_language(translated.root, "nl").is_file()
