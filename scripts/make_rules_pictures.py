"""Draw the dialog of the rules of counting in three languages, for the guide."""

import os
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "screens"
COLOURS = 64


def main() -> None:
    """Draw the pictures: over the binder of the other pictures, with a difference to look at."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["TZ"] = "Europe/Brussels"
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLUSTERDESK_CONFIG"] = str(Path(folder) / "settings.toml")
        os.environ["CLUSTERDESK_DATA"] = str(Path(folder) / "data")
        _draw(Path(folder) / "binder")


def _draw(binder: Path) -> None:
    from tests.screens.binder import make_binder
    from tests.screens.strategy_dialogs import rules
    from tests.screens.studio import Studio, settle

    studio = Studio(binder, make_binder(binder))
    for language in ("fr", "nl", "en"):
        with studio.window(language, "light", _fail) as window:
            dialog = rules(window, None)
            dialog.show()
            settle(window)
            shot = binder.with_suffix(".png")
            dialog.grab().save(str(shot))
            with Image.open(shot) as picture:
                few = picture.convert("RGB").quantize(COLOURS)
                few.save(FOLDER / f"rules_{language}.png", optimize=True)
            dialog.close()


def _fail(error: BaseException) -> None:
    raise error


if __name__ == "__main__":
    main()
