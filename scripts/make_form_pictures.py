"""Make the pictures of the answer form in docs/screens/, filled in as a team does, in a real browser.

Run ``python scripts/make_form_pictures.py``; needs Chromium.
"""

import sys
import tempfile
from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from clusterdesk.domain.referrals.tokens import token_of  # noqa: E402
from clusterdesk.exchange.answers.form import FILENAME, FormFacts, answer_form  # noqa: E402
from clusterdesk.i18n.translator import LANGUAGES, Translator  # noqa: E402
from tests.exchange.answers.browser import browser  # noqa: E402

FOLDER = ROOT / "docs" / "screens"
WIDTH, HEIGHT, COLOURS = 900, 760, 32
FACTS = {
    "fr": ("Feutrelle", "Un agent aux Pays-Bas pour les panneaux acoustiques.", "Deux noms et un modèle de contrat."),
    "nl": ("Houtlus", "Een verdeler in Noordrijn-Westfalen.", "Wie op de beurs naar een verdeler zoekt."),
    "en": ("Cargopile", "A carrier in Lille for used batteries.", "Two names, and what they may carry."),
}


def main() -> int:
    """Draw the form in each language."""
    with tempfile.TemporaryDirectory(prefix="clusterdesk-form-") as scratch, browser(Path(scratch)) as chromium:
        for language in LANGUAGES:
            organisation, need, asked = FACTS[language]
            facts = FormFacts(
                token_of(736_211_554_118_815),
                organisation,
                need,
                asked,
                "Hanne Deprez",
                "Claire Delvaux",
                due_on=date(2026, 12, 18),
            )
            page = Path(scratch) / FILENAME
            page.write_bytes(answer_form(facts, Translator(language)))
            chromium.size(WIDTH, HEIGHT)
            chromium.open(page)
            for choice in ("done", "contract"):
                chromium.click(f"input[value={choice}]")
            chromium.click("[name=value]")
            chromium.type("12000")
            chromium.click("[name=by]")
            chromium.type("Hanne Deprez")
            chromium.value("document.activeElement.blur()")
            shot = Path(scratch) / "shot.png"
            chromium.picture(shot)
            with Image.open(BytesIO(shot.read_bytes())) as picture:
                few = picture.convert("RGB").quantize(COLOURS)
                few.save(FOLDER / f"answer_form_{language}.png", optimize=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
