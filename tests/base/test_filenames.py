"""File names that every system accepts, from any text."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clusterdesk.base.errors import BugError
from clusterdesk.base.filenames import MAX_BYTES, safe_filename, unique_path

SUFFIXES = st.sampled_from(["", ".pdf", ".tar.xz"])
HOSTILE = st.text(st.sampled_from('CON¹PRNUL.. ~$#%/\\:*?"<>|\u202e\u0301e\ud800\x00\n\t\u00a0é😀a1'), max_size=80)


@pytest.mark.parametrize(
    ("text", "suffix", "name"),
    [
        ("2026-11-23 Fiche de visite – Atelier Noord", ".pdf", "2026-11-23 Fiche de visite – Atelier Noord.pdf"),
        ("e\u0301cole", "", "école"),
        ('a<b>c:d"e/f\\g|h?i*j#k%l', "", "a-b-c-d-e-f-g-h-i-j-k-l"),
        ("facture\u202efdp.exe", "", "facturefdp.exe"),
        ("deux\nlignes\tet\u00a0un", "", "deux lignes et un"),
        ("a\x00b", "", "ab"),
        ("con", "", "_con"),
        ("CON", ".pdf", "_CON.pdf"),
        ("COM¹.txt", "", "_COM¹.txt"),
        ("lpt9 .x", "", "_lpt9.x"),
        ("console", "", "console"),
        ("~$brief", ".docx", "$brief.docx"),
        ("name. . .", "", "name"),
        ("name...", ".pdf", "name.pdf"),
        ("..", "", "document"),
        ("../../etc/passwd", "", "-..-etc-passwd"),
        ("", ".pdf", "document.pdf"),
        ("   ", "", "document"),
        ("\ud800", "", "document"),
        (".pdf", "", "pdf"),
        ("R&D “été”", ".pdf", "R&D “été”.pdf"),
    ],
)
def test_examples(text: str, suffix: str, name: str) -> None:
    assert safe_filename(text, suffix) == name


def test_long_names_keep_their_suffix_and_whole_characters() -> None:
    name = safe_filename("é" * 300 + ".pdf")
    assert name == "é" * 58 + ".pdf"
    # q with a dot below and one above has no composed form: it goes whole or not at all
    cut = safe_filename("x" * 117 + "q\u0323\u0307")
    assert cut == "x" * 117
    assert len(safe_filename("\u0301" * 200, ".pdf").encode()) <= MAX_BYTES


@given(st.one_of(st.text(st.characters(codec=None)), HOSTILE), SUFFIXES)
@example("a" * 119 + ". b", "")
@example("a" * 116 + ".pdf x", ".pdf")
@example("\u200d~$", "")
@example("CON\u200b .x", "")
@example("a .b", "")
def test_any_text_gives_a_safe_name(text: str, suffix: str) -> None:
    name = safe_filename(text, suffix)
    assert 0 < len(name.encode()) <= MAX_BYTES
    assert name.endswith(suffix)
    assert unicodedata.is_normalized("NFC", name)
    assert not {unicodedata.category(c) for c in name} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert not set(name) & set('<>:"/\\|?*#%')
    assert name == name.strip(" ").rstrip(".")
    assert not name.startswith(("~", "."))
    assert name.partition(".")[0].strip().upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "COM¹", "LPT9", "LPT³"}
    assert safe_filename(name) == name


def test_a_suffix_is_plain() -> None:
    with pytest.raises(BugError):
        safe_filename("a", "/../x")


def test_unique_paths(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = unique_path(tmp_path, "Fiche: Noord.pdf")
        path.touch()
        names.append(path.name)
    assert names == ["Fiche- Noord.pdf", "Fiche- Noord (2).pdf", "Fiche- Noord (3).pdf"]


def test_unique_paths_stay_short(tmp_path: Path) -> None:
    for _ in range(2):
        path = unique_path(tmp_path, "é" * 100 + ".pdf")
        path.touch()
    assert path.name.endswith("é (2).pdf")
    assert len(path.name.encode()) <= MAX_BYTES


def test_a_dangling_link_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "gone")
    assert unique_path(tmp_path, "a.pdf").name == "a (2).pdf"
