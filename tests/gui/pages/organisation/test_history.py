"""The history of a record in words, a value restored, and the record on a past day."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.organisations import Address, Organisation, OrganisationKind
from clusterdesk.gui import routes
from clusterdesk.gui.dialogs.history import HistoryDialog, open_history
from clusterdesk.services import records
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import TODAY, FixedClock, clipped_texts, delete_now, nameless_widgets


def _edit(rich: Rich, store: Store) -> None:
    for values in ({"kind": OrganisationKind.NON_PROFIT}, {"languages": ("nl", "fr")}, {"name": "Noord asbl"}):
        records.edit_record(store, EditRecord(type_key="organisation", record_id=rich.organisation, values=values))


@pytest.fixture
def dialog(open_page: Open, rich: Rich, ask: Ask, qtbot: QtBot) -> Iterator[HistoryDialog]:
    page = open_page(routes.organisation(rich.organisation))
    ask(lambda store: _edit(rich, store))
    made = open_history(page.context, page, "organisation", rich.organisation, "Noord asbl")
    qtbot.waitUntil(lambda: len(made.list.entries.entries) > 3, timeout=MOMENT)
    yield made
    delete_now(made)


def test_changes_are_told_in_words(dialog: HistoryDialog) -> None:
    titles = [entry.title for entry in dialog.list.entries.entries]
    assert any("Atelier Noord → Noord asbl" in title for title in titles)
    assert any("Entreprise → " in title for title in titles)
    assert any("Français → Néerlandais et Français" in title for title in titles)
    assert any("Atelier Noord" in title for title in titles[3:])
    assert "Claire Delvaux" in dialog.list.entries.entries[0].body
    assert nameless_widgets(dialog) == []


def test_an_earlier_value_comes_back(dialog: HistoryDialog, rich: Rich, ask: Ask, qtbot: QtBot) -> None:
    ask(
        lambda store: (
            records.edit_record(
                store, EditRecord(type_key="organisation", record_id=rich.organisation, values={"name": "Autre"})
            ).output
        )
    )
    assert not dialog.restore.isEnabled()
    row = next(row for row, entry in enumerate(dialog.list.entries.entries) if "→ Noord asbl" in entry.title)
    dialog.list.setCurrentIndex(dialog.list.entries.index(row))
    assert dialog.restore.isEnabled()
    dialog.restore.click()
    qtbot.waitUntil(lambda: "Noord asbl" in dialog.list.entries.entries[0].title, timeout=MOMENT)
    assert ask(lambda store: store.get(Organisation, rich.organisation).name) == "Noord asbl"


@pytest.mark.parametrize(("day", "told"), [(TODAY, "Noord asbl"), (TODAY - timedelta(days=400), "existait pas")])
def test_a_past_day_is_shown(dialog: HistoryDialog, qtbot: QtBot, day: date, told: str) -> None:
    dialog.day.committed.emit(day)

    def texts() -> str:
        return "\n".join(label.text() for label in dialog.state.findChildren(QLabel))

    qtbot.waitUntil(lambda: told in texts(), timeout=MOMENT)
    assert dialog.restore.isHidden()
    qtbot.waitUntil(lambda: clipped_texts(dialog) == [])
    dialog.now.click()
    assert not dialog.restore.isHidden()


def test_the_slider_goes_from_the_first_change_to_today_and_says_what_is_different(
    dialog: HistoryDialog, rich: Rich, ask: Ask, clock: FixedClock, qtbot: QtBot
) -> None:
    slider = dialog.time.slider
    assert dialog.time.isHidden(), "all of it happened today"
    clock.moment += timedelta(days=3)

    def move(store: Store) -> object:
        (address,) = store.find(Address, organisation_id=rich.organisation)
        edit = EditRecord(type_key="address", record_id=address.id, values={"street": "Quai de la Senne 4"})
        return records.edit_record(store, edit)

    ask(move)
    dialog._load()
    qtbot.waitUntil(lambda: not dialog.time.isHidden(), timeout=MOMENT)
    assert (slider.minimum(), slider.maximum(), slider.value()) == (0, 1, 1)
    slider.setValue(0)

    def texts() -> str:
        return "\n".join(label.text() for label in dialog.state.findChildren(QLabel))

    qtbot.waitUntil(lambda: "Rue du Port 86" in texts(), timeout=MOMENT)
    assert re.search(r"Aujourd’hui\s: Quai de la Senne 4", texts())
    assert dialog.day.value == TODAY
    assert nameless_widgets(dialog) == []
    slider.setValue(1)
    assert not dialog.restore.isHidden()
    assert dialog.day.value is None
