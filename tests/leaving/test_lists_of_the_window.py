"""The lists that pages of the window write into files: what is restricted stands in none of them."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.listing import Listing
from clusterdesk.exchange.writing.listing_files import listing_csv
from clusterdesk.services.binders import open_binder
from tests.leaving.planting import Planted, plant
from tests.screens.binder import AUTHOR, StandingClock, make_binder
from tests.screens.studio import Studio, show

pytestmark = pytest.mark.slow

PATIENCE = 30_000


@pytest.fixture
def studio(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Studio, Planted]:
    """Return what opens windows on a planted binder."""
    monkeypatch.setenv("CLUSTERDESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CLUSTERDESK_CONFIG", str(tmp_path / "settings.toml"))
    folder = tmp_path / "binder"
    subjects = make_binder(folder)
    with closing(open_binder(folder, author=AUTHOR, clock=StandingClock())) as store:
        planted = plant(store)
    return Studio(folder, subjects), planted


def test_no_list_of_a_page_tells_what_is_restricted(studio: tuple[Studio, Planted], qtbot: QtBot) -> None:
    drawer, planted = studio
    errors: list[BaseException] = []
    leaks: dict[str, set[str]] = {}
    seen: set[str] = set()
    with drawer.window("fr", "light", errors.append) as window:
        for name, scene in drawer.scenes().items():
            show(window, scene)
            wanted = window.page.listing() if window.page is not None else None
            if wanted is None:
                continue
            read: list[Listing] = []
            window.context.desk.submit(wanted, read.append)
            qtbot.waitUntil(lambda read=read: bool(read), timeout=PATIENCE)  # type: ignore[misc]
            text = listing_csv(read[0]).decode("utf-8-sig")
            seen |= planted.found(text, Visibility.INTERNAL)
            found = planted.found(text, Visibility.RESTRICTED)
            if found:
                leaks[name] = found
    assert errors == []
    assert leaks == {}
    assert {"referral.need", "difficulty.title"} <= seen, "the search finds what the team may read"
