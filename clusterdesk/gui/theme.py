"""The theme: tokens become a palette, a small style sheet and the application's font; it switches while running.

Fusion is the style everywhere; ``system`` follows the desktop's light or dark scheme (unknown = light).
Text sizes are points of the system's own size times the text scale of the settings (100–200 %).
"""

import re
from dataclasses import fields
from functools import cache

from PySide6.QtCore import QDir, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from clusterdesk.base.resources import resource
from clusterdesk.gui.tokens import THEMES, Colours, Tokens, load_tokens

SYSTEM = "system"
THEME_CHOICES = (SYSTEM, *THEMES)
TEXT_SCALES = (100, 110, 125, 150, 175, 200)
FAMILY = "Inter"
_FALLBACK = "DejaVu Sans"
_STYLE, _STYLED = "Fusion", "styled"
_SIZES = {"small": 0.9, "heading": 1.13, "large": 1.3, "visit": 1.45, "title": 1.75, "figure": 2.2}
_MARK = re.compile(r"@([uv]\d+|[a-z_]+)")
_SMALLEST, _BIGGEST = 10.0, 13.0


def styled_application(program: str) -> QApplication:
    """Make the application in our style: told this way, Python need not learn all about styles, which takes 5 ms."""
    application = QApplication([program, "-style", _STYLE])
    application.setProperty(_STYLED, True)
    return application


class Theme(QObject):
    """Dresses the application and tells everybody who paints by hand.

    Signals:
        changed: colours or sizes are new; painters ask again for ``colours``.
    """

    changed = Signal()

    def __init__(self, application: QApplication, choice: str = SYSTEM, text_scale: int = 100) -> None:
        """Prepare the fonts and the style; nothing is shown before ``apply``."""
        super().__init__(application)
        self._application = application
        self._choice = choice if choice in THEME_CHOICES else SYSTEM
        self._scale = _in_range(text_scale)
        # The offscreen platform has no system size: pictures and tests take the smallest.
        system = 0.0 if QGuiApplication.platformName() == "offscreen" else application.font().pointSizeF()
        self._full_points = min(max(system, _SMALLEST), _BIGGEST)
        QDir.setSearchPaths("themes", [str(resource("themes"))])
        load_fonts()
        if not application.property(_STYLED):
            application.setStyle(_STYLE)
        self._tokens = load_tokens(self._effective())
        application.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def name(self) -> str:
        """The theme in force: light, dark or high_contrast."""
        return self._tokens.name

    @property
    def choice(self) -> str:
        """What the user chose, ``system`` included."""
        return self._choice

    @property
    def text_scale(self) -> int:
        """The text size in percent of the system's."""
        return self._scale

    @property
    def colours(self) -> Colours:
        """The colours in force, as ``#rrggbb``."""
        return self._tokens.colours

    @property
    def points(self) -> float:
        """The size of body text in points."""
        return self._full_points * self._scale / 100

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme by its token name."""
        return QColor(getattr(self._tokens.colours, name))

    def length(self, units: int) -> int:
        """Return a length in pixels that grows with the text: row heights, widths of columns and of the rail."""
        return round(units * self._scale / 100)

    def choose(self, choice: str) -> None:
        """Switch the theme now: ``system``, ``light``, ``dark`` or ``high_contrast``."""
        if choice in THEME_CHOICES and choice != self._choice:
            self._choice = choice
            self.apply()

    def scale_text(self, percent: int) -> None:
        """Switch the text size now, 100 to 200 percent."""
        if _in_range(percent) != self._scale:
            self._scale = _in_range(percent)
            self.apply()

    def apply(self) -> None:
        """Put palette, font and style sheet in force and announce it."""
        self._tokens = load_tokens(self._effective())
        self._dress_native_frames()
        self._application.setFont(body_font(self.points))
        self._application.setPalette(palette(self._tokens))
        self._application.setStyleSheet(style_sheet(self._tokens, self.points, self._scale))
        self.changed.emit()

    def _effective(self) -> str:
        if self._choice != SYSTEM:
            return self._choice
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "high_contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _dress_native_frames(self) -> None:
        # The title bar and native dialogs follow; unset when the user follows the system, or we would never hear of it.
        hints = QGuiApplication.styleHints()
        if self._choice == SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if self._tokens.dark else Qt.ColorScheme.Light)

    @Slot()
    def _follow_system(self) -> None:
        if self._choice == SYSTEM and self._effective() != self._tokens.name:
            self.apply()


@cache
def load_fonts() -> bool:
    """Register the shipped Inter, upright; False when it is missing (the fallback is used then)."""
    names = [resource("fonts", f"{FAMILY}-{weight}.ttf") for weight in ("Regular", "Medium", "SemiBold", "Bold")]
    loaded = [QFontDatabase.addApplicationFont(str(path)) for path in names]
    return any(number >= 0 for number in loaded)


def body_font(points: float) -> QFont:
    """Return the font of all text; the digits of our Inter have equal widths by themselves.

    The feature ``tnum`` stays off: it would widen hyphens and points as well, and tear words apart.
    """
    load_fonts()
    font = QFont([FAMILY, _FALLBACK])
    font.setPointSizeF(points)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    return font


def palette(tokens: Tokens) -> QPalette:
    """Return Qt's palette of a theme."""
    role, group, colours = QPalette.ColorRole, QPalette.ColorGroup, tokens.colours
    result = QPalette()
    for roles, colour in (
        ((role.Window,), colours.background),
        ((role.Base, role.Button), colours.surface),
        ((role.AlternateBase, role.Midlight), colours.sunken),
        ((role.WindowText, role.Text, role.ButtonText), colours.text),
        ((role.PlaceholderText,), colours.muted),
        ((role.Light,), colours.hover),
        ((role.Mid,), colours.border),
        ((role.Dark, role.Shadow), colours.strong_border),
        ((role.Highlight, role.Accent), colours.accent),
        ((role.HighlightedText, role.BrightText), colours.on_accent),
        ((role.Link, role.LinkVisited), colours.info),
        ((role.ToolTipBase,), colours.toast),
        ((role.ToolTipText,), colours.on_toast),
    ):
        for each in roles:
            result.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, each, QColor(colours.muted))
    return result


def style_sheet(tokens: Tokens, points: float, scale: int) -> str:
    """Return the style sheet with the theme's colours and sizes put in."""
    values = {field.name: str(getattr(tokens.colours, field.name)) for field in fields(Colours)}
    values["name"] = tokens.name
    values["scroll"] = tokens.colours.strong_border if tokens.name == "high_contrast" else _scroll_colour(tokens)
    values |= {f"pt_{size}": f"{points * factor:.2f}pt" for size, factor in _SIZES.items()}

    def put(found: re.Match[str]) -> str:
        key = found.group(1)
        if key[0] in "uv" and key[1:].isdigit():
            # "v5" is one pixel less than "u6": the room the thicker focus border takes.
            return f"{round((int(key[1:]) + (key[0] == 'v')) * scale / 100) - (key[0] == 'v')}px"
        return values[key]

    return _MARK.sub(put, resource("themes", "style.qss").read_text(encoding="utf-8"))


def _scroll_colour(tokens: Tokens) -> str:
    return "#4a564f" if tokens.dark else "#c3cbc5"


def _in_range(percent: int) -> int:
    return min(max(percent, TEXT_SCALES[0]), TEXT_SCALES[-1])
