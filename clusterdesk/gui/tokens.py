"""The colours of a theme, read from ``resources/themes/<name>.toml``, and the contrast they must keep. No Qt here."""

import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache

from clusterdesk.base.errors import BugError
from clusterdesk.base.resources import resource

THEMES = ("light", "dark", "high_contrast")
BORDER_CONTRAST = 3.0


class Tone(StrEnum):
    """What a chip, a dot or a cell says by its colour; the text beside it says the same in words."""

    NEUTRAL = "neutral"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Colours:
    """The named colours of a theme, each as ``#rrggbb``."""

    background: str
    surface: str
    sunken: str
    hover: str
    border: str
    strong_border: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    focus: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str
    neutral: str
    neutral_soft: str
    toast: str
    on_toast: str
    toast_accent: str

    def front(self, tone: Tone) -> str:
        """Return the colour of text and dots of a tone."""
        return str(getattr(self, tone.value))

    def back(self, tone: Tone) -> str:
        """Return the soft ground behind text of a tone."""
        return str(getattr(self, f"{tone.value}_soft"))


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme: its name, the scheme native window frames should take, its colours, the contrast text keeps."""

    name: str
    dark: bool
    colours: Colours
    minimum_contrast: float


# (front, back) pairs that carry text on screen.
TEXT_PAIRS = (
    *((front, back) for front in ("text", "muted") for back in ("background", "surface", "sunken", "hover")),
    *((front, back) for front in ("accent", "ok", "warn", "bad", "info") for back in ("background", "surface")),
    *((tone, f"{tone}_soft") for tone in ("ok", "warn", "bad", "info", "neutral")),
    ("text", "accent_soft"),
    ("muted", "accent_soft"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_toast", "toast"),
    ("toast_accent", "toast"),
)
# (front, back) pairs of outlines that have to be seen to understand the screen.
BORDER_PAIRS = (
    ("strong_border", "surface"),
    ("strong_border", "background"),
    ("focus", "surface"),
    ("focus", "background"),
    ("accent", "sunken"),
)


@cache
def load_tokens(name: str) -> Tokens:
    """Read a theme; BugError when it does not exist or a colour is missing or unknown."""
    path = resource("themes", f"{name}.toml")
    if name not in THEMES or not path.is_file():
        raise BugError(f"unknown theme {name!r}")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    given = data["colours"]
    wanted = {field.name for field in fields(Colours)}
    if set(given) != wanted:
        raise BugError(f"theme {name}: {sorted(set(given) ^ wanted)}")
    return Tokens(name, data["scheme"] == "dark", Colours(**given), float(data.get("minimum_contrast", 4.5)))


def contrast(front: str, back: str) -> float:
    """Return the WCAG contrast ratio of two ``#rrggbb`` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(front), _luminance(back)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
