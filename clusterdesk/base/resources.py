"""Where the files that ship with the program are: in the source tree, in a wheel, in the frozen app."""

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def resource_root() -> Path:
    """Return the folder that holds icons, fonts, locale, reference, sample ….

    The frozen app and the wheel carry ``resources`` inside the package; a source tree has it at its root.
    """
    candidates = [_PACKAGE / "resources", _PACKAGE.parent / "resources"]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for folder in candidates:
        if folder.is_dir():
            return folder
    return candidates[-1]


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, e.g. ``resource("icons", "user.svg")``; it may be missing."""
    return resource_root().joinpath(*parts)


def in_source_tree() -> bool:
    """Tell whether the files are those of a source tree, which somebody may be editing."""
    return resource_root() == _PACKAGE.parent / "resources"
