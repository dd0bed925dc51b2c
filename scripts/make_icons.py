"""Copy the icons we show from the unpacked npm package ``lucide-static`` into resources/icons.

    python scripts/make_icons.py LUCIDE

Comments, classes and line breaks are taken out; the drawing stays in ``currentColor``, which the window replaces.
"""

import argparse
import re
import shutil
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "resources" / "icons"
NAMES = """
    archive archive-restore arrow-left arrow-right arrow-up-down bell book-open briefcase building-2 calendar-check
    calendar-days calendar-plus camera check chevron-down chevron-left chevron-right chevron-up circle-alert
    circle-check circle-help circle-x clipboard-list clock cloud-off columns-3 contrast copy database download
    ellipsis ellipsis-vertical external-link eye eye-off factory file-input file-plus file-spreadsheet file-text filter
    flag folder-open gauge git-merge globe grip-vertical handshake hard-drive history house image import inbox info
    keyboard languages leaf lightbulb link list list-checks lock log-out mail map-pin menu merge message-square
    message-square-plus mic minus monitor moon notebook-pen panel-left paperclip pause pencil phone pin play plus
    printer redo-2 refresh-cw save search send settings shield share-2 split square-check-big star sun table
    tag target trash-2 trending-up triangle-alert undo-2 unlink upload user user-check user-plus users wifi-off
    workflow x zoom-in zoom-out
"""
# Names the package has changed: ours keep the older, shorter ones.
RENAMED = {"circle-help": "circle-question-mark", "filter": "funnel"}


def compact(svg: str) -> str:
    """Return the drawing on few lines, without comment and class."""
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r'\s*class="[^"]*"', "", svg)
    return re.sub(r"\s+", " ", svg).replace("> <", "><").replace(" />", "/>").replace(" >", ">").strip() + "\n"


def main() -> int:
    """Copy all icons and the licence; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lucide", type=Path)
    source = parser.parse_args().lucide
    TARGET.mkdir(parents=True, exist_ok=True)
    names, missing = NAMES.split(), []
    for name in names:
        path = source / "icons" / f"{RENAMED.get(name, name)}.svg"
        if not path.exists():
            path = source / "icons" / f"{name}.svg"
        if path.exists():
            (TARGET / f"{name}.svg").write_text(compact(path.read_text(encoding="utf-8")), encoding="utf-8")
        else:
            missing.append(name)
    shutil.copyfile(source / "LICENSE", TARGET / "LICENSE.txt")
    print(f"{len(names) - len(missing)} icons; missing: {missing}")
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
