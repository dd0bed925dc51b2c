"""Make the small pictures of what is printed of the cluster's collective work in docs/screens/pages/.

Run ``python scripts/make_collective_pages.py``; needs ``pdftoppm`` (poppler-utils). The pages are those of the sample
binder at a moment that stands still: the report to the Advisory Board, minutes, sign-in sheet, badges, year plan.
"""

import os
import sys
import tempfile
from contextlib import closing
from pathlib import Path

os.environ["TZ"] = "Europe/Brussels"
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from clusterdesk.briefs.batch import print_briefs  # noqa: E402
from clusterdesk.briefs.jobs import BriefJob  # noqa: E402
from clusterdesk.domain.views.edition import Edition  # noqa: E402
from clusterdesk.i18n.formats import Formats  # noqa: E402
from clusterdesk.i18n.translator import Translator  # noqa: E402
from clusterdesk.services.binders import open_binder  # noqa: E402
from clusterdesk.services.printed_pages import PageWish, Subject, read_page  # noqa: E402
from scripts.make_page_pictures import HOUSE, save_pictures, told_weight  # noqa: E402
from tests.screens.binder import AUTHOR, StandingClock, Subjects, make_binder  # noqa: E402

LANGUAGES = ("fr", "nl", "en")
QUARTER, YEAR = "2026-Q3", "2026"


def wanted(subjects: Subjects) -> tuple[tuple[str, str, Subject, Edition, int], ...]:
    """Return file name, kind of page, subject, edition and how many pages are drawn."""
    return (
        ("board", "board", QUARTER, Edition.ADVISORY, 8),
        ("minutes", "minutes", subjects.meeting_id, Edition.SHAREABLE, 1),
        ("signin", "signin", subjects.event_id, Edition.SHAREABLE, 1),
        ("badges", "badges", subjects.event_id, Edition.SHAREABLE, 1),
        ("year_plan", "year-plan", YEAR, Edition.SHAREABLE, 1),
        ("statistics", "statistics", YEAR, Edition.SHAREABLE, 1),
    )


def main() -> int:
    """Write all pictures; 1 when one is heavier than a repository should carry."""
    heavy: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="clusterdesk-pages-") as scratch:
        subjects = make_binder(Path(scratch) / "binder")
        with closing(open_binder(Path(scratch) / "binder", author=AUTHOR, clock=StandingClock())) as store:
            for name, kind, subject, edition, pages in wanted(subjects):
                for language in LANGUAGES:
                    wish = PageWish(language=language, author=AUTHOR, house=HOUSE.name, edition=edition)
                    _, view = read_page(store, kind, subject, wish)
                    (printed,) = print_briefs([BriefJob(view, Translator(language), Formats(language))], HOUSE)
                    heavy += save_pictures(f"{name}_{language}", printed.pdf, pages)
    return told_weight(heavy)


if __name__ == "__main__":
    raise SystemExit(main())
