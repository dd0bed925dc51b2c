"""The shipped faces serve the window and the PDF writer alike."""

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from clusterdesk.base.resources import resource

FACES = ("Regular", "Medium", "SemiBold", "Bold", "Italic")
SHOWN = "ÀÉÎŒœßÿŁłŞșȚțŽ’“”«»–—…•€→←↑↓✓✗●○■×÷−≤≥≈²³½№™\u00a0\u202f\u2009"


@pytest.mark.parametrize("face", FACES)
def test_inter_has_what_we_show_and_digits_of_equal_width(face: str) -> None:
    path = resource("fonts", f"Inter-{face}.ttf")
    assert path.stat().st_size < 110_000
    font = TTFontFile(str(path))
    assert [character for character in SHOWN if ord(character) not in font.charToGlyph] == []
    assert len({font.charWidths[ord(digit)] for digit in "0123456789"}) == 1


@pytest.mark.parametrize("name", ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"])
def test_the_fallback_knows_other_scripts(name: str) -> None:
    font = TTFontFile(str(resource("fonts", name)))
    assert [character for character in "ΩЖאبლ☐☑☒☎⚠" if ord(character) not in font.charToGlyph] == []


def test_licences_stand_beside_the_fonts() -> None:
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text(encoding="utf-8")
    licence = resource("fonts", "LICENSE-DejaVu.txt").read_text(encoding="utf-8")
    assert "Bitstream" in licence
    assert "Tavmjong Bah" in licence


def test_nothing_else_lies_there() -> None:
    assert {path.suffix for path in Path(resource("fonts")).iterdir()} == {".ttf", ".txt", ".md"}
