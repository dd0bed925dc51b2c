"""Make the small pictures of the window in docs/screens/, from the sample binder at a moment that stands still.

Run ``python scripts/make_screens.py [PAGE ...]``: every page of the window, and the first start ("welcome"), in French
(light and dark), Dutch and English, into ``docs/screens/<language>_<theme>/<page>.png``; with names, only those pages.
What each page consists of is noted in ``docs/screens/regions.json``; the tests compare it with the window of the day.
"""

import json
import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "Europe/Brussels"
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy  # noqa: E402
from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer, QByteArray, QIODevice  # noqa: E402

from clusterdesk.gui.shell.main_window import MainWindow  # noqa: E402
from tests.screens.binder import make_binder  # noqa: E402
from tests.screens.studio import HEIGHT, WELCOME, WIDTH, Studio, regions, show  # noqa: E402

FOLDER = ROOT / "docs" / "screens"
REGIONS = FOLDER / "regions.json"
EDITIONS = (("fr", "light"), ("fr", "dark"), ("nl", "light"), ("en", "light"))
COLOURS = (48, 32, 24, 20)
PLAIN_COLOURS = 12
LIMIT = 60_000


def main(wanted: list[str]) -> int:
    """Draw the pages; 1 when one is heavier than a repository should carry."""
    noted: dict[str, dict[str, list[str]]] = json.loads(REGIONS.read_text("utf-8")) if REGIONS.exists() else {}
    heavy: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="clusterdesk-screens-") as scratch:
        binder = Path(scratch) / "binder"
        os.environ["CLUSTERDESK_CONFIG"] = str(Path(scratch) / "settings.toml")
        os.environ["CLUSTERDESK_DATA"] = str(Path(scratch) / "data")
        studio = Studio(binder, make_binder(binder))
        scenes = studio.scenes()
        for language, theme in EDITIONS:
            with studio.window(language, theme, _fail) as window:
                for page, scene in scenes.items():
                    show(window, scene)  # those not wanted, too: a page shows where one came from
                    if wanted and page not in wanted:
                        continue
                    target = FOLDER / f"{language}_{theme}" / f"{page}.png"
                    heavy += [target] if _save(window, target) > LIMIT else []
                    noted.setdefault(page, {})[language] = regions(window)
            if wanted and WELCOME not in wanted:
                continue
            with studio.window(language, theme, _fail, welcome=True) as window:
                target = FOLDER / f"{language}_{theme}" / f"{WELCOME}.png"
                heavy += [target] if _save(window, target) > LIMIT else []
                noted.setdefault(WELCOME, {})[language] = regions(window)
    _write_regions(noted if wanted else {page: noted[page] for page in (*scenes, WELCOME)})
    for target in heavy:
        print(f"too heavy: {target.relative_to(ROOT)}", file=sys.stderr)
    return 1 if heavy else 0


def _fail(error: BaseException) -> None:
    print(f"an error would have been shown: {error!r}", file=sys.stderr)


def _save(window: MainWindow, target: Path) -> int:
    """Write the picture of a window in few colours, and return how many bytes it has."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    with Image.open(BytesIO(bytes(content.data()))) as grabbed:
        picture = grabbed.convert("RGB")
        tries = (_encoded(picture, colours) for colours in COLOURS)
        small = next((made for made in tries if len(made) <= LIMIT), b"") or _encoded(picture, COLOURS[-1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(small)
    print(target.relative_to(ROOT), len(small))
    return len(small)


def _encoded(picture: Image.Image, colours: int) -> bytes:
    made = BytesIO()
    _in_few_colours(picture, colours).save(made, "PNG", optimize=True)
    return made.getvalue()


def _in_few_colours(picture: Image.Image, colours: int) -> Image.Image:
    """Keep the plain areas exact, and colours by coverage beyond them: the one red word of a page stays red."""
    plain = [colour for _count, colour in sorted(picture.getcolors(WIDTH * HEIGHT) or [], reverse=True)]
    rest = picture.quantize(colours - PLAIN_COLOURS, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = numpy.array([*plain[:PLAIN_COLOURS], *zip(*[iter(rest)] * 3, strict=True)][:colours])
    # Pillow looks colours up roughly, which tints large areas: the nearest one is found here.
    known, places = numpy.unique(numpy.asarray(picture).reshape(-1, 3), axis=0, return_inverse=True)
    nearest = ((known[:, None, :].astype(int) - palette[None]) ** 2).sum(axis=2).argmin(axis=1)
    few = Image.fromarray(nearest[places].astype("uint8").reshape(HEIGHT, WIDTH), "P")
    few.putpalette(palette.astype("uint8").tobytes())
    return few


def _write_regions(noted: dict[str, dict[str, list[str]]]) -> None:
    text = json.dumps(noted, ensure_ascii=False, indent=1, sort_keys=True)
    REGIONS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
