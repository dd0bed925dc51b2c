"""Make the faces in resources/fonts: Inter as small TrueType files, DejaVu Sans as it is.

    python scripts/make_fonts.py INTER DEJAVU

INTER is the unpacked npm package ``inter-ui`` 4.1 (its ``web`` folder has the woff2 files), DEJAVU the folder with
``DejaVuSans.ttf`` and ``DejaVuSans-Bold.ttf``. Needs ``fonttools`` and ``brotli``; nothing of the program needs them.
"""

import argparse
import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

FACES = ("Regular", "Medium", "SemiBold", "Bold", "Italic")
FALLBACKS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts"

# Latin of all the languages of Europe, punctuation with its no-break spaces, and the signs a screen or page shows.
RANGES = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),
    (0x018F, 0x018F),
    (0x0192, 0x0192),
    (0x01CD, 0x01DC),
    (0x01E6, 0x01E7),
    (0x01FA, 0x021B),
    (0x0237, 0x0237),
    (0x0259, 0x0259),
    (0x02BB, 0x02BC),
    (0x02C6, 0x02DD),
    (0x0300, 0x0304),
    (0x0306, 0x030C),
    (0x0323, 0x0328),
    (0x1E80, 0x1E85),
    (0x1E9E, 0x1E9E),
    (0x1EF2, 0x1EF3),
    (0x2000, 0x206F),
    (0x2070, 0x209C),
    (0x20A0, 0x20BF),
    (0x2113, 0x2113),
    (0x2116, 0x2117),
    (0x2122, 0x2122),
    (0x2150, 0x215E),
    (0x2190, 0x2199),
    (0x21B5, 0x21B5),
    (0x2206, 0x2206),
    (0x2212, 0x221E),
    (0x2248, 0x2265),
    (0x25A0, 0x25CF),
    (0x2605, 0x2606),
    (0x2713, 0x2717),
)
# No "calt": it turns a typed -> into an arrow and 3x4 into 3×4; what people typed is shown as they typed it.
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum", "pnum", "case", "sups")
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def make_face(source: Path, target: Path) -> int:
    """Write one face and return its size in bytes."""
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    make_digits_tabular(font)
    options = Options()
    options.layout_features = list(FEATURES)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17]
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    font.save(target)
    return target.stat().st_size


def make_digits_tabular(font: TTFont) -> None:
    """Let the plain digits be those of equal width: PDF writers know no font features, and columns must align."""
    for table in font["cmap"].tables:
        for number, name in enumerate(DIGITS):
            table.cmap[0x30 + number] = f"{name}.tf"


def main() -> int:
    """Make all faces; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inter", type=Path)
    parser.add_argument("dejavu", type=Path)
    chosen = parser.parse_args()
    TARGET.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        name = f"Inter-{face}.ttf"
        size = make_face(chosen.inter / "web" / f"Inter-{face}.woff2", TARGET / name)
        print(f"{name}: {size // 1000} kB")
    shutil.copyfile(chosen.inter / "LICENSE.txt", TARGET / "OFL.txt")
    for name in FALLBACKS:
        shutil.copyfile(chosen.dejavu / name, TARGET / name)
    # The DejaVu fonts carry their whole licence text in themselves.
    names = TTFont(TARGET / FALLBACKS[0])["name"]
    licence = "\n\n".join(str(names.getDebugName(number)) for number in (0, 13)).replace("\r\n", "\n")
    (TARGET / "LICENSE-DejaVu.txt").write_text(licence.strip() + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
