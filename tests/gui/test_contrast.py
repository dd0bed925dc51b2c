"""Everything the style sheet and the palette colour can be read, in every state and theme: 4.5 to 1, borders 3 to 1."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette

from clusterdesk.base.resources import resource
from clusterdesk.gui.theme import palette
from clusterdesk.gui.tokens import BORDER_CONTRAST, THEMES, Tokens, contrast, load_tokens

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_STATE = re.compile(
    r":(hover|pressed|checked|disabled|focus|selected|read-only)|\[(?:focused|over|open|today|tone|problem)=[^\]]*\]"
)
_SHOW_TEXT = ("QLabel", "QPush", "QLine", "QCombo", "QPlain", "QMenu", "QTable", "QList", "QTab", "QToolTip")
_SHOW_NONE = re.compile(r"::(indicator|menu-indicator|separator|down-arrow|drop-down)")
# What lies under what has no ground of its own.
_PAGES = ("background", "surface")
_UNDER = {
    'QLabel[role="toast"]': ("toast",),
    'QPushButton[role="toast"]': ("toast",),
    'QLabel[role="banner"]': ("info_soft",),
    'QLabel[role="problem"]': ("bad_soft", *_PAGES),
}
_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)
# Frames that have to be seen to know where something is.
_FRAMES = ("strong_border", "focus", "accent", "bad", "warn", "info")


def _rules() -> list[tuple[str, dict[str, str]]]:
    text = re.sub(r"/\*.*?\*/", "", resource("themes", "style.qss").read_text("utf-8"), flags=re.S)
    found = []
    for selectors, body in _RULE.findall(text):
        properties = dict(part.split(":", 1) for part in body.split(";") if ":" in part)
        plain = {name.strip(): value.strip() for name, value in properties.items()}
        found += [(selector.strip(), plain) for selector in selectors.split(",")]
    return found


def _base(selector: str) -> str:
    return _STATE.sub("", selector)


def _looks() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Give every state of every styled thing that shows text: its selector, the colour of its text, its grounds."""
    rules = _rules()
    for selector, own in rules:
        if not selector.startswith(_SHOW_TEXT) or _SHOW_NONE.search(selector):
            continue
        whole: dict[str, str] = {}
        for other, properties in rules:
            if other == _base(selector):
                whole |= properties
        whole |= own
        ground = whole.get("background", whole.get("background-color", "transparent"))
        grounds = (ground[1:],) if ground.startswith("@") else _UNDER.get(_base(selector), _PAGES)
        yield selector, whole.get("color", "@text").removeprefix("@"), grounds
        if "placeholder-text-color" in own:
            yield selector, own["placeholder-text-color"][1:], _PAGES
        if "selection-color" in own:
            yield selector, own["selection-color"][1:], (own["selection-background-color"][1:],)


LOOKS = sorted({(selector, front, ground) for selector, front, grounds in _looks() for ground in grounds})


@pytest.mark.parametrize("theme", THEMES)
def test_every_styled_text_can_be_read(theme: str) -> None:
    tokens = load_tokens(theme)
    assert len(LOOKS) > 80
    least = max(tokens.minimum_contrast, 4.5)
    assert [look for look in LOOKS if _of(tokens, look[1], look[2]) < least] == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_frame_that_matters_can_be_seen(theme: str) -> None:
    tokens = load_tokens(theme)
    unseen = []
    for selector, properties in _rules():
        for name, value in properties.items():
            colour = value.rpartition("@")[2] if name.startswith("border") and "@" in value else ""
            if colour in _FRAMES:
                unseen += [(selector, colour, page) for page in _PAGES if _of(tokens, colour, page) < BORDER_CONTRAST]
    assert unseen == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("group", _GROUPS)
def test_what_qt_paints_by_itself_can_be_read(theme: str, group: QPalette.ColorGroup) -> None:
    made, role = palette(load_tokens(theme)), QPalette.ColorRole
    pairs = (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Base),
        (role.ToolTipText, role.ToolTipBase),
    )
    read = [(front.name, contrast(_hex(made, group, front), _hex(made, group, back))) for front, back in pairs]
    assert [pair for pair in read if pair[1] < 4.5] == []


def _of(tokens: Tokens, front: str, back: str) -> float:
    return contrast(getattr(tokens.colours, front), getattr(tokens.colours, back))


def _hex(made: QPalette, group: QPalette.ColorGroup, role: QPalette.ColorRole) -> str:
    return QColor(made.color(group, role)).name()
