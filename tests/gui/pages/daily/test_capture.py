"""Quick capture: a line typed with real keys, corrected by key and mouse, filed, undone, kept when left."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from clusterdesk.domain.capture.understood import Destination
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.records.inbox import CaptureKind, QuickNote
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Action, OwnerKind, SessionNote
from clusterdesk.domain.views.timeline import TimelineEntry, TimelineKind
from clusterdesk.gui import routes
from clusterdesk.gui.capture.chips import ChipButton
from clusterdesk.gui.capture.layer import CaptureLayer
from clusterdesk.gui.capture.panel import CapturePanel
from clusterdesk.gui.pages.organisation.opening import open_entry
from clusterdesk.gui.pages.today.planning import NoteDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Rich
from tests.gui.support import TODAY, clipped_texts, nameless_widgets, type_text

KEY = Qt.Key


@pytest.fixture
def today(show: Show) -> None:
    """The window on Today."""
    show(Route(routes.TODAY))


def layer_of(window: MainWindow) -> CaptureLayer | None:
    """Return quick capture, while it is open."""
    return next((each for each in window.findChildren(CaptureLayer) if each.isVisible()), None)


def opened(window: MainWindow, settle: Settle) -> CapturePanel:
    """Press Ctrl+N and return the panel."""
    QTest.keyClick(window, KEY.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()
    layer = layer_of(window)
    assert layer is not None
    return layer.panel


def write(panel: CapturePanel, text: str, qtbot: QtBot, settle: Settle) -> None:
    """Type a line and wait until it is understood."""
    panel.line.setFocus()
    type_text(panel.line, text)
    qtbot.waitUntil(lambda: panel.meant is not None and panel.meant.captured.line == panel.text.strip(), timeout=MOMENT)
    settle()


def pressed() -> None:
    """Press Enter where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, KEY.Key_Return)


def choose(chip: ChipButton, words: str, qtbot: QtBot) -> None:
    """Open a chip's menu with the keyboard and choose the line that begins so."""
    QTest.keyClick(chip, KEY.Key_Return)
    menus = [menu for menu in chip.findChildren(QMenu) if menu.isVisible()]
    qtbot.waitUntil(lambda: bool(menus) and menus[0].isVisible(), timeout=MOMENT)
    (wanted,) = (action for action in menus[0].actions() if action.text().startswith(words))
    while menus[0].activeAction() is not wanted:
        QTest.keyClick(menus[0], KEY.Key_Down)
    QTest.keyClick(menus[0], KEY.Key_Return)
    chip.window().activateWindow()  # no window system does it here
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=MOMENT)


def test_a_line_becomes_a_promise_with_six_keys_around_it(
    today: None, window: MainWindow, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    before = rows(ask, lambda store: {one.id for one in store.find(Action)})
    panel = opened(window, settle)
    assert QApplication.focusWidget() is panel.line
    write(panel, "@action devis scie ven. #noord", qtbot, settle)
    assert [chip.text().strip() for chip in panel.chips.all] == [
        "Point d’action",
        "Atelier Noord",
        "Nous",
        "ven. 27 nov.",
    ]
    pressed()
    settle()
    assert layer_of(window) is None
    assert window.toasts.texts == ("Point d’action pour Atelier Noord\u00a0: devis scie",)
    made = rows(ask, lambda store: [one for one in store.find(Action) if one.id not in before])
    assert [(one.text, one.owner) for one in made] == [("devis scie", OwnerKind.US)]
    QTest.keyClick(window, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert {one.id for one in rows(ask, lambda store: store.find(Action))} == before


def test_what_is_not_clear_says_why_and_waits(
    today: None, window: MainWindow, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    panel = opened(window, settle)
    write(panel, "! bilan 31/04 #noord", qtbot, settle)
    assert panel.chips.due.text().strip() == "31/04 n’existe pas"
    assert "n’existe pas" in panel.says.text()
    assert panel.file_button.accessibleName() == "À trier plus tard"
    pressed()
    settle()
    (note,) = rows(ask, lambda store: store.find(QuickNote, filed_on=None))
    assert (note.text, note.kind) == ("bilan 31/04", CaptureKind.ACTION)


def test_each_chip_is_corrected_by_the_keyboard(
    today: None, window: MainWindow, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    panel = opened(window, settle)
    write(panel, "devis scie", qtbot, settle)
    QTest.keyClick(panel.line, KEY.Key_Down)
    assert QApplication.focusWidget() is panel.chips.organisation
    choose(panel.chips.kind, "Point d’action", qtbot)
    settle()
    assert QApplication.focusWidget() is panel.line
    choose(panel.chips.due, "Demain", qtbot)
    settle()
    choose(panel.chips.owner, "L’organisation", qtbot)
    settle()
    choose(panel.chips.organisation, "Une autre", qtbot)
    settle()
    assert panel.text == "devis scie #"
    write(panel, "noord", qtbot, settle)
    assert panel.meant is not None
    assert panel.meant.destination is Destination.PROMISE
    pressed()
    settle()
    (made,) = rows(ask, lambda store: store.find(Action, text="devis scie"))
    assert (made.owner, (made.due_on - TODAY).days) == (OwnerKind.ORGANISATION, 1)


def test_a_new_mark_takes_the_place_of_what_was_said_by_hand(
    today: None, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    panel = opened(window, settle)
    write(panel, "@action devis #noord", qtbot, settle)
    choose(panel.chips.due, "Demain", qtbot)
    settle()
    assert panel.chips.due.text().strip() == "mar. 24 nov."
    write(panel, " ven.", qtbot, settle)
    assert panel.chips.due.text().strip() == "ven. 27 nov."


def test_several_organisations_are_chosen_from(
    today: None, window: MainWindow, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    zuid = Organisation(name="Noord-Zuid")
    ask_add(ask, zuid)
    panel = opened(window, settle)
    write(panel, "@action devis #noord", qtbot, settle)
    assert panel.chips.organisation.text().strip() == "Quel «\u202fnoord\u202f»\u202f? (2)"
    choose(panel.chips.organisation, "Noord-Zuid", qtbot)
    settle()
    pressed()
    settle()
    (made,) = rows(ask, lambda store: store.find(Action, text="devis"))
    assert made.organisation_id == zuid.id


def test_the_page_in_front_is_proposed_and_its_session_takes_the_note(
    show: Show, rich: Rich, window: MainWindow, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    show(routes.organisation(rich.organisation))
    panel = opened(window, settle)
    assert panel.chips.organisation.text().strip() == "Atelier Noord"
    QTest.keyClick(panel.line, KEY.Key_Escape)
    show(routes.session(rich.planned))
    panel = opened(window, settle)
    write(panel, "nouvelle scie livrée", qtbot, settle)
    pressed()
    settle()
    assert window.toasts.texts[-1] == "Note de la visite ou de l’échange avec Atelier Noord\u00a0: nouvelle scie livrée"
    notes = rows(ask, lambda store: store.find(SessionNote, session_id=rich.planned))
    assert "nouvelle scie livrée" in {one.text for one in notes}


def test_a_note_of_the_fil_is_opened_changed_and_thrown_away(
    show: Show, rich: Rich, window: MainWindow, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    page: Any = show(routes.organisation(rich.organisation))
    write(opened(window, settle), "@note cherche une halle", qtbot, settle)
    pressed()
    settle()
    (note,) = rows(ask, lambda store: store.find(QuickNote, text="cherche une halle"))
    open_entry(window.context, page.side, TimelineEntry(TimelineKind.NOTE, note.id, None), rich.organisation)
    settle()
    layer = layer_of(window)
    assert layer is not None
    panel = layer.panel
    qtbot.waitUntil(lambda: panel.text == "cherche une halle", timeout=MOMENT)
    write(panel, " neuve", qtbot, settle)
    pressed()
    settle()
    assert rows(ask, lambda store: store.get(QuickNote, note.id)).text == "cherche une halle neuve"
    open_entry(window.context, page.side, TimelineEntry(TimelineKind.NOTE, note.id, None), rich.organisation)
    settle()
    layer = layer_of(window)
    assert layer is not None
    layer.panel.throw.click()
    settle()
    assert layer_of(window) is None
    assert rows(ask, lambda store: store.get(QuickNote, note.id)).deleted


def test_esc_keeps_the_line_for_the_next_time_and_gives_the_focus_back(
    today: None, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    assert window.page is not None
    before = QApplication.focusWidget()
    panel = opened(window, settle)
    write(panel, "appeler la rég", qtbot, settle)
    QTest.keyClick(panel.line, KEY.Key_Escape)
    settle()
    assert layer_of(window) is None
    assert QApplication.focusWidget() is before
    panel = opened(window, settle)
    assert panel.text == panel.line.selectedText() == "appeler la rég"


def test_tab_goes_round_in_the_panel(today: None, window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    panel = opened(window, settle)
    write(panel, "@action devis", qtbot, settle)
    seen = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert panel.isAncestorOf(focused)
        seen.append(focused)
        QTest.keyClick(focused, KEY.Key_Tab)
    assert set(panel.chips.all) <= set(seen)
    assert panel.file_button in seen


def test_the_mouse_opens_files_and_leaves(
    today: None, window: MainWindow, settle: Settle, qtbot: QtBot, ask: Ask
) -> None:
    window.page.header.note.click()  # type: ignore[union-attr]
    settle()
    layer = layer_of(window)
    assert layer is not None
    write(layer.panel, "@note cherche une halle #noord", qtbot, settle)
    QTest.mouseClick(layer.panel.file_button, Qt.MouseButton.LeftButton)
    settle()
    (note,) = rows(ask, lambda store: store.find(QuickNote, text="cherche une halle"))
    assert note.filed_on == TODAY
    panel = opened(window, settle)
    layer = layer_of(window)
    assert layer is not None
    QTest.mouseClick(layer, Qt.MouseButton.LeftButton, pos=layer.rect().bottomLeft())
    assert layer_of(window) is None
    panel = opened(window, settle)
    panel.session.click()
    dialog = next(each for each in window.findChildren(NoteDialog) if each.isVisible())
    dialog.reject()


@pytest.mark.parametrize("scale", [100, 150])
def test_nothing_is_nameless_or_cut(today: None, window: MainWindow, settle: Settle, qtbot: QtBot, scale: int) -> None:
    window.resize(1280, 720)
    window.context.kit.theme.scale_text(scale)
    panel = opened(window, settle)
    write(panel, "! bilan 31/04 #inconnue @Sofie", qtbot, settle)
    panel.grab()
    assert nameless_widgets(panel) == []

    def whole() -> None:  # the panel grows with what is understood, in two turns
        panel.grab()
        assert clipped_texts(panel) == []

    qtbot.waitUntil(whole, timeout=MOMENT)
    assert window.rect().contains(panel.geometry())


def rows(ask: Ask, question: Callable[[Store], object]) -> Any:
    """Return what is in the binder."""
    return ask(question)


def ask_add(ask: Ask, organisation: Organisation) -> None:
    """Add an organisation."""
    from clusterdesk.domain.commands.records import AddRecord
    from clusterdesk.services.records import add_record

    ask(lambda store: add_record(store, AddRecord(record=organisation)))


def test_a_line_with_the_mark_of_a_need_says_so_and_becomes_one(
    today: None, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot, settle: Settle
) -> None:
    panel = opened(window, settle)
    write(panel, "#cherche 200 m² #noord", qtbot, settle)
    assert panel.meant is not None
    assert panel.meant.destination is Destination.EXCHANGE
    assert panel.chips.kind.text().strip() == "Offre ou besoin"
    assert panel.says.text() == "Cherche – propose, Atelier Noord\u00a0: 200 m²"
    pressed()
    settle()
    found = ask(lambda store: [(one.text, one.organisation_id) for one in store.find(Exchange)])
    assert found == [("200 m²", rich.organisation)]
    window.undo()
    settle()
    assert ask(lambda store: store.find(Exchange)) == []
