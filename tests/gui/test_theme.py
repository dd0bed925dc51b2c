"""Theme, fonts and icons."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.base.resources import resource
from clusterdesk.gui.icons import coloured, draw, drawing
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.theme import THEME_CHOICES, body_font, style_sheet
from clusterdesk.gui.tokens import THEMES, load_tokens

_GUI = Path(__file__).resolve().parents[2] / "clusterdesk" / "gui"


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_has_every_mark_filled(theme: str) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(load_tokens(theme), 10, 100), flags=re.DOTALL)
    assert "@" not in sheet
    assert f"arrow_{theme}.svg" in sheet


def test_an_unknown_scheme_is_light(kit: Kit) -> None:
    kit.theme.choose("system")
    assert kit.theme.name == "light"


@pytest.mark.parametrize("choice", [choice for choice in THEME_CHOICES if choice not in ("system", "light")])
def test_the_theme_switches_while_running(kit: Kit, qapp: QApplication, qtbot: QtBot, choice: str) -> None:
    with qtbot.waitSignal(kit.theme.changed):
        kit.theme.choose(choice)
    assert kit.theme.name == choice
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == kit.theme.colours.background


def test_text_grows_and_lengths_with_it(kit: Kit, qapp: QApplication) -> None:
    kit.theme.scale_text(200)
    assert qapp.font().pointSizeF() == pytest.approx(20)
    assert kit.theme.length(208) == 416
    kit.theme.scale_text(900)
    assert kit.theme.text_scale == 200


def test_inter_is_used(kit: Kit) -> None:
    assert QFontInfo(body_font(10)).family() == "Inter"


def test_icons_are_drawn_sharp_and_in_colour(kit: Kit) -> None:
    pixmap = coloured(draw("search", 16), "#ff0000")
    assert pixmap.width() == 32
    assert pixmap.devicePixelRatio() == 2
    image = pixmap.toImage()
    colours = {image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha()}
    assert colours == {"#ff0000"}


def test_every_icon_named_in_the_window_exists() -> None:
    named = set()
    for path in _GUI.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        named |= set(
            re.findall(
                r'(?:icon=|Icon(?:Button)?\(kit, |IconButton\(self\.kit, |RailButton\(kit, )"([a-z0-9-]+)"', text
            )
        )
        named |= set(re.findall(r'_part\(kit, "([a-z0-9-]+)"', text))
    assert named
    assert [name for name in sorted(named) if not drawing(name)] == []


def test_arrows_and_checks_of_all_themes_are_there() -> None:
    assert all(resource("themes", f"{kind}_{theme}.svg").is_file() for kind in ("arrow", "check") for theme in THEMES)
