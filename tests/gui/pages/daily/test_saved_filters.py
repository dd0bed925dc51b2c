"""Filters over the list of organisations: ready-made ones, own ones kept, used, renamed, renewed, thrown away."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.organisations import TagOrganisations
from clusterdesk.domain.records.lists import RecordTag, SavedFilter, Tag
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Session, SessionState
from clusterdesk.domain.saved_filters import READY
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisations.page import OrganisationsPage
from clusterdesk.gui.pages.organisations.saved_chip import SavedChip
from clusterdesk.gui.pages.organisations.several import PlanVisitsDialog, TagDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.widgets.low_scroll import LowScroll
from clusterdesk.services.tags import add_tag
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask
from tests.gui.support import clipped_texts, drop_on, nameless_widgets, press, type_text


def told[T](ask: Ask, question: Callable[[Store], T]) -> T:
    """Ask the store, and know the type of the answer."""
    return cast(T, ask(question))


@pytest.fixture
def page(show: Show, ask: Ask) -> OrganisationsPage:
    """The list, with two organisations more, one of them complete."""
    told(ask, lambda store: make_organisation(store, "Zèbre vert"))
    told(ask, lambda store: make_organisation(store, "Élan Vélo", enterprise_number="0403019261"))
    shown = show(routes.organisations())
    assert isinstance(shown, OrganisationsPage)
    return shown


def _names(page: OrganisationsPage, ask: Ask) -> list[str]:
    ids = list(page.model.ids)
    names = told(ask, lambda store: {one.id: one.name for one in store.find(Organisation)})
    return [names[cast(UUID, one)] for one in ids]


def _click(qtbot: QtBot, page: OrganisationsPage, key: str, settle: Settle) -> None:
    qtbot.mouseClick(page.filters._chips[key], Qt.MouseButton.LeftButton)
    settle()


def _keep(page: OrganisationsPage, name: str, settle: Settle) -> SavedChip:
    page.saved.save.click()
    type_text(page.saved.name, name)
    press(page.saved.name, Qt.Key.Key_Return)
    settle()
    return next(chip for chip in page.saved.chips.values() if chip.saved.name == name)


def test_ready_made_filters_count_and_narrow_with_one_click(
    page: OrganisationsPage, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    assert [key for key in page.filters._chips if ":" not in key] == list(READY)
    for key, names in {
        "number": ["Atelier Noord", "Zèbre vert"],
        "file": ["Atelier Noord"],
        "late": ["Atelier Noord"],
        "next-step": [],
    }.items():
        page.filters.choose()
        _click(qtbot, page, key, settle)
        assert _names(page, ask) == names, key
        assert page.filters._chips[key].text().endswith(f"· {len(names)}")


def test_a_filter_is_kept_with_its_order_used_and_left(
    page: OrganisationsPage, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    assert page.saved.isHidden()
    assert page.saved.save.isHidden()
    _click(qtbot, page, "number", settle)
    page.table.sort_asked.emit("name", True)
    settle()
    chip = _keep(page, "À compléter", settle)
    assert chip.isChecked()
    assert chip.chip.text() == "À compléter · 2"
    assert page.saved.save.isHidden()

    qtbot.mouseClick(chip.chip, Qt.MouseButton.LeftButton)
    settle()
    assert len(page.model.ids) == 3
    page.table.sort_asked.emit("city", False)
    settle()
    assert not _is_lit(chip)
    qtbot.mouseClick(chip.chip, Qt.MouseButton.LeftButton)
    settle()
    assert _names(page, ask) == ["Zèbre vert", "Atelier Noord"]
    assert _is_lit(chip)
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def _is_lit(chip: SavedChip) -> bool:
    return chip.isChecked()


def test_a_filter_is_renamed_renewed_and_thrown_away_each_with_undo(
    page: OrganisationsPage, window: MainWindow, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    window.activateWindow()  # keys reach the active window only
    qtbot.waitUntil(window.isActiveWindow)
    _click(qtbot, page, "number", settle)
    chip = _keep(page, "Numéros", settle)
    chip.chip.setFocus()
    qtbot.waitUntil(chip.chip.hasFocus)
    qtbot.keyClick(chip.chip, Qt.Key.Key_F2)
    assert chip.line.isVisible()
    chip.line.clear()
    type_text(chip.line, "Sans BCE")
    press(chip.line, Qt.Key.Key_Return)
    settle()
    assert chip.chip.text() == "Sans BCE · 2"

    _click(qtbot, page, "file", settle)
    assert not _is_lit(chip)
    chip.actions_by_name["renew"].trigger()
    settle()
    assert chip.chip.text() == "Sans BCE · 1"
    assert _is_lit(chip)
    window.undo()
    settle()
    assert chip.chip.text() == "Sans BCE · 2"

    chip.chip.setFocus()
    qtbot.keyClick(chip.chip, Qt.Key.Key_Delete)
    settle()
    assert not page.saved.chips
    window.undo()
    settle()
    assert [one.saved.name for one in page.saved.chips.values()] == ["Sans BCE"]
    window.undo()
    settle()
    assert [one.name for one in told(ask, lambda store: store.find(SavedFilter))] == ["Numéros"]


def test_naming_is_left_by_escape_and_a_taken_name_is_told(
    page: OrganisationsPage, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    _click(qtbot, page, "number", settle)
    _keep(page, "Numéros", settle)
    _click(qtbot, page, "file", settle)
    page.saved.save.click()
    type_text(page.saved.name, "numéros")
    press(page.saved.name, Qt.Key.Key_Return)
    settle()
    assert "numéros" in page.saved.problem.text()
    press(page.saved.name, Qt.Key.Key_Escape)
    assert page.saved.name.isHidden()
    assert page.saved.problem.isHidden()
    assert len(told(ask, lambda store: store.find(SavedFilter))) == 1


def test_several_are_tagged_and_found_by_the_tag(
    page: OrganisationsPage, window: MainWindow, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    page.table.selectAll()
    page.selection.tag.click()
    dialog = window.findChild(TagDialog)
    assert dialog is not None
    settle()
    assert not dialog.consent.isEnabled()
    type_text(dialog.line, "À suivre")
    dialog.consent.click()
    settle()
    assert len(told(ask, lambda store: store.find(RecordTag))) == 3
    (tag,) = told(ask, lambda store: store.find(Tag))
    _click(qtbot, page, f"tag:{tag.id}", settle)
    assert len(page.model.ids) == 3
    window.undo()
    settle()
    assert told(ask, lambda store: store.find(RecordTag)) == []


def test_visits_to_several_are_planned_and_undone(
    page: OrganisationsPage, window: MainWindow, settle: Settle, ask: Ask
) -> None:
    def planned() -> int:
        return len(told(ask, lambda store: store.find(Session, state=SessionState.PLANNED)))

    before = planned()
    page.table.selectAll()
    page.selection.plan.click()
    dialog = window.findChild(PlanVisitsDialog)
    assert dialog is not None
    dialog.consent.click()
    settle()
    assert planned() == before + 2  # one of the three has a visit planned today
    assert any("2 visites prévues" in text for text in window.toasts.texts)
    window.undo()
    settle()
    assert planned() == before
    assert QApplication.activeModalWidget() is None


def test_the_chips_scroll_where_the_text_is_large(page: OrganisationsPage, kit: Kit, settle: Settle) -> None:
    kit.theme.scale_text(200)
    settle()
    scroll = page.findChild(LowScroll)
    assert scroll is not None
    assert 0 < scroll.height() <= 100
    assert scroll.verticalScrollBar().maximum() > 0
    assert page.minimumSizeHint().width() < 1000


def test_organisations_are_dragged_onto_a_tag(page: OrganisationsPage, settle: Settle, ask: Ask, qtbot: QtBot) -> None:
    (tag,) = told(ask, lambda store: [add(store, Tag(name="À suivre"))])
    first = told(ask, lambda store: store.find(Organisation, name="Zèbre vert")[0].id)
    told(ask, lambda store: add_tag(store, TagOrganisations(organisation_ids=(first,), name="À suivre")))
    page.refresh(None)
    settle()
    chip = page.filters._chips[f"tag:{tag.id}"]
    rows = [page.model.index(number, 0) for number in range(page.model.rowCount())]
    assert page.model.flags(rows[0]) & Qt.ItemFlag.ItemIsDragEnabled
    assert drop_on(chip, page.model.mimeData(rows))
    settle()
    assert len(told(ask, lambda store: store.find(RecordTag))) == 3
    assert not drop_on(page.filters._chips["number"], page.model.mimeData(rows))


def test_space_shows_a_glance_that_follows_the_list(
    page: OrganisationsPage, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    preview = page.area.preview
    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    settle()
    assert preview.isVisible()
    assert preview.name.text() == "Atelier Noord"
    assert preview.facts["summary"].text() == "Menuiserie de réemploi."
    assert "02 555 01 23" in preview.facts["people"].text()
    assert "Devis de la ponceuse" in preview.facts["promises"].text()
    assert nameless_widgets(page) == []
    qtbot.waitUntil(lambda: clipped_texts(preview) == [])
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    settle()
    assert preview.name.text() == "Élan Vélo"
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert preview.isHidden()
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert preview.isHidden()
    settle()
