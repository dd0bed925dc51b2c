"""Make the small pictures of our printed pages in docs/screens/pages/, from the fictitious samples of the tests.

Run ``python scripts/make_page_pictures.py``; needs ``pdftoppm`` (poppler-utils). Pictures are in sixteen greys: pages
are printed on black-and-white machines, and a repository should stay light.
"""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from clusterdesk.briefs.batch import print_briefs  # noqa: E402
from clusterdesk.briefs.house import House  # noqa: E402
from clusterdesk.briefs.jobs import BriefJob  # noqa: E402
from clusterdesk.domain.views.printable import Printable  # noqa: E402
from clusterdesk.i18n.formats import Formats  # noqa: E402
from clusterdesk.i18n.translator import Translator  # noqa: E402
from tests.briefs import (  # noqa: E402
    sample_attestation,
    sample_break_even,
    sample_days,
    sample_difficulties,
    sample_dutch,
    sample_parcels,
    sample_views,
)

FOLDER = ROOT / "docs" / "screens" / "pages"
RESOLUTION = 72
LIMIT = 80_000
HOUSE = House("Cluster Économie circulaire")
# (file name, read model, language, pages)
PICTURES: tuple[tuple[str, Printable, str, int], ...] = (
    ("visit_sheet", sample_views.full_sheet(), "fr", 2),
    ("visit_sheet_figures", sample_views.sheet_with_figures(), "fr", 1),
    ("visit_sheet_figures", sample_dutch.dutch_sheet(), "nl", 1),
    ("visit_sheet_figures", sample_views.sheet_with_figures(), "en", 1),
    ("visit_sheet_sparse", sample_views.sparse_sheet(), "fr", 1),
    ("visit_sheet_extreme", sample_views.extreme_sheet(), "fr", 3),
    ("visit_report", sample_views.full_report(), "fr", 1),
    ("visit_report", sample_dutch.dutch_report(), "nl", 1),
    ("visit_report", sample_views.full_report(), "en", 1),
    *(("day", sample_days.a_day(4), language, 1) for language in ("fr", "nl", "en")),
    ("day_full", sample_days.a_day(7, promises=4), "fr", 1),
    ("break_even", sample_break_even.a_sheet("l-roue", "fr"), "fr", 2),
    ("break_even", sample_break_even.a_sheet("l-houtlus", "nl"), "nl", 2),
    ("break_even", sample_break_even.a_sheet("l-feutrelle", "en"), "en", 1),
    ("break_even_subsidies", sample_break_even.a_sheet("l-trilaine", "fr"), "fr", 1),
    *(("attestation", sample_attestation.an_attestation(), language, 1) for language in ("fr", "nl", "en")),
    ("attestation_paper", sample_attestation.an_attestation(signed=False), "fr", 1),
    *(("week", sample_days.a_note(12), language, 1) for language in ("fr", "nl", "en")),
    *(("difficulty", sample_difficulties.full_note(language), language, 1) for language in ("fr", "nl", "en")),
    *(("referral", sample_parcels.a_parcel(language), language, 1) for language in ("fr", "nl", "en")),
    ("difficulties", sample_difficulties.roll_up("fr"), "fr", 2),
    ("difficulties", sample_difficulties.roll_up("nl"), "nl", 2),
)


def main() -> int:
    """Write all pictures; 1 when one is heavier than a repository should carry."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    heavy: list[Path] = []
    for name, view, language, pages in PICTURES:
        (printed,) = print_briefs([BriefJob(view, Translator(language), Formats(language))], HOUSE)
        heavy += save_pictures(f"{name}_{language}", printed.pdf, pages)
    return told_weight(heavy)


def save_pictures(name: str, pdf: bytes, pages: int) -> list[Path]:
    """Write a picture of each page; return those that are too heavy."""
    heavy = []
    for page in range(1, pages + 1):
        target = FOLDER / f"{name}{f'_{page}' if pages > 1 else ''}.png"
        target.write_bytes(picture(pdf, page))
        heavy += [target] if target.stat().st_size > LIMIT else []
        print(target.relative_to(ROOT), target.stat().st_size)
    return heavy


def told_weight(heavy: list[Path]) -> int:
    """Name the pictures that are too heavy; 1 where there are any."""
    for target in heavy:
        print(f"too heavy: {target.name}", file=sys.stderr)
    return 1 if heavy else 0


def picture(pdf: bytes, page: int) -> bytes:
    """Return a page of a PDF in sixteen greys."""
    command = ["pdftoppm", "-r", str(RESOLUTION), "-gray", "-f", str(page), "-l", str(page), "-png", "-"]
    drawn = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    small = BytesIO()
    with Image.open(BytesIO(drawn)) as page_image:
        page_image.convert("L").quantize(16).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    raise SystemExit(main())
