"""Labels, buttons, chips, toasts, the busy bar, the search field."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.busy_bar import BusyBar
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Card, Line, Row, SectionHeader, clear_layout
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label, plain_tooltip
from clusterdesk.gui.widgets.page_header import PageHeader
from clusterdesk.gui.widgets.search_field import SearchField
from clusterdesk.gui.widgets.status_dot import StatusDot
from clusterdesk.gui.widgets.toast import ToastArea
from tests.gui.looking import restless
from tests.gui.support import clipped_texts, delete_now, nameless_widgets, press, type_text


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    QVBoxLayout(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    yield made
    delete_now(made)


def _put[W: QWidget](host: QWidget, widget: W) -> W:
    layout = host.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.parametrize("text", ["<b>gras</b>", "R&D", "&lt;", "<img src='/x.png'>"])
def test_labels_show_text_as_it_is(host: QWidget, text: str) -> None:
    label = _put(host, Label(text))
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == text


def test_a_very_long_word_takes_lines_and_pushes_nothing_away(host: QWidget) -> None:
    link = "https://meetings.example/" + "x" * 5000
    label = _put(host, Label(f"Lien : {link}", wrap=True))
    assert label.minimumSizeHint().width() < 400
    assert label.words == f"Lien : {link}"
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    assert label.text() == label.words


def test_a_problem_is_seen_under_a_heading_of_two_lines(host: QWidget, kit: Kit, qtbot: QtBot) -> None:
    dialog = AskDialog(
        kit, "Planifier une séance : groupe de travail des menuiseries de réemploi", "Planifier", parent=host
    )
    field = Label("Ordre du jour\n" * 6)
    dialog.scroll_content(field)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.tell("La séance finirait avant de commencer. Corrigez les heures.")
    QApplication.processEvents()
    problem = next(one for one in dialog.findChildren(Label) if one.text() == dialog.problem)
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert problem.geometry().top() > area.geometry().bottom()
    assert problem.height() >= problem.fontMetrics().height()
    delete_now(dialog)


def test_tooltips_show_text_as_it_is() -> None:
    assert plain_tooltip("R&D <x>") == "<span>R&amp;D &lt;x&gt;</span>"
    assert plain_tooltip("court") == "court"


def test_a_long_label_is_cut_with_a_tooltip(host: QWidget) -> None:
    label = _put(host, ElidedLabel("Atelier de menuiserie de réemploi " * 5))
    label.setFixedWidth(100)
    host.grab()
    assert label.toolTip()
    label.setText("court")
    assert label.toolTip() == ""


def test_buttons_keep_their_ampersand_and_name(host: QWidget, kit: Kit) -> None:
    button = _put(host, Button(kit, "R&D", icon="plus"))
    assert button.text() == " R&&D"
    assert button.accessibleName() == "R&D"


def test_icon_buttons_have_names_and_take_enter(host: QWidget, kit: Kit, qtbot: QtBot) -> None:
    button = _put(host, IconButton(kit, "x", "Fermer"))
    assert nameless_widgets(host) == []
    with qtbot.waitSignal(button.clicked):
        press(button, Qt.Key.Key_Return)


def test_a_chip_changes_its_tone(host: QWidget) -> None:
    chip = _put(host, Chip("prêt", Tone.OK))
    chip.set_tone(Tone.BAD)
    assert chip.property("chip") == "bad"


def test_a_dot_says_its_word(host: QWidget, kit: Kit) -> None:
    dot = _put(host, StatusDot(kit, Tone.OK, "à jour"))
    dot.set_tone(Tone.BAD, "en retard")
    interface = QAccessible.queryAccessibleInterface(dot)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "en retard"
    assert not dot.grab().isNull()


def test_an_empty_state_teaches_and_acts(host: QWidget, kit: Kit, qtbot: QtBot) -> None:
    empty = _put(host, EmptyState(kit, "inbox", "Rien ici", "Ce qui arrive se range ici.", "Commencer"))
    with qtbot.waitSignal(empty.acted):
        empty.button.click()
    assert clipped_texts(host) == []


def test_cards_are_filled_and_emptied(host: QWidget) -> None:
    card = _put(host, Card())
    header = SectionHeader("Visites", "3")
    header.set_note("")
    header.add(Chip("x"))
    card.add(header, Line(), Row(Label("a"), Label("b")))
    assert card.body.count() == 3
    clear_layout(card.body)
    assert card.body.count() == 0


def test_the_busy_bar_waits_then_shows_then_tells(host: QWidget, kit: Kit, qtbot: QtBot) -> None:
    bar = _put(host, BusyBar(kit))
    bar.start("Lecture du fichier")
    assert bar.isHidden()
    qtbot.waitUntil(bar.isVisible)
    assert not bar.detailed
    bar.progress("Lecture", 1200, 10_000)
    qtbot.waitUntil(lambda: bar.detailed)
    assert "10" in bar._count.text()
    assert nameless_widgets(bar) == []
    with qtbot.waitSignal(bar.cancel_asked):
        bar._cancel.click()
    assert not bar._cancel.isEnabled()
    bar.finish()
    assert bar.isHidden()


def test_short_work_shows_nothing(host: QWidget, kit: Kit) -> None:
    bar = _put(host, BusyBar(kit))
    bar.start("Court")
    bar.finish()
    assert bar.isHidden()
    assert not bar._show_timer.isActive()


def test_toasts_offer_undo_and_leave(host: QWidget, kit: Kit) -> None:
    area = ToastArea(kit, host)
    done: list[bool] = []

    def undo() -> None:
        done.append(True)

    toast = area.show("Organisation supprimée", "Annuler", undo)
    assert toast.geometry().right() < host.width()
    assert nameless_widgets(toast) == []
    button = toast.findChild(Button)
    assert button is not None
    button.click()
    assert done == [True]
    for number in range(5):
        area.show(f"Message {number}")
    assert area.texts == ("Message 2", "Message 3", "Message 4")
    area.clear()
    assert not area.texts


def test_a_header_folds_and_is_at_rest_then(host: QWidget, kit: Kit) -> None:
    header = _put(host, PageHeader(kit, "Orientations"))
    button = Button(kit, "Exporter")
    header.add(button)
    header.resize(600, 60)
    button.set_text("Exporter tout")
    assert restless(host) == []
    first, wide = header.title, button.width()
    header.resize(wide + 20, 120)
    assert restless(host) == []
    assert button.mapTo(header, button.rect().topLeft()).y() > 20, "under the title"
    assert header.title == first


def test_filter_chips_count_and_choose_one(host: QWidget, kit: Kit, qtbot: QtBot) -> None:
    chips = _put(host, FilterChips(kit, "Filtres"))
    chips.set_choices([FilterChoice("all", "Tous", 75), FilterChoice("silent", "Sans nouvelles", 5)])
    assert chips.keys == {"all"}
    with qtbot.waitSignal(chips.chosen) as chosen:
        chips._chips["silent"].click()
    assert chosen.args == [frozenset({"silent"})]
    chips.set_choices([FilterChoice("all", "Tous", 74), FilterChoice("silent", "Sans nouvelles", 4)])
    assert chips.keys == {"silent"}
    assert "74" in chips._chips["all"].text()


def test_filter_chips_may_choose_many_or_none(host: QWidget, kit: Kit) -> None:
    chips = _put(host, FilterChips(kit, "Filtres", many=True))
    chips.set_choices([FilterChoice("a", "A"), FilterChoice("b", "B")])
    assert chips.keys == frozenset()
    chips._chips["a"].click()
    chips._chips["b"].click()
    assert chips.keys == {"a", "b"}


def test_the_search_field_tells_while_typing(host: QWidget, kit: Kit, qtbot: QtBot) -> None:
    field = _put(host, SearchField(kit, "Rechercher"))
    field.setFocus()
    with qtbot.waitSignal(field.searched) as searched:
        type_text(field, "né")
    assert searched.args == ["né"]
    with qtbot.waitSignal(field.left_down):
        press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert nameless_widgets(host) == []
