"""Fields edited in place."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Visibility
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.fields.choice import InlineChoice, InlineMultiChoice, Option, OptionsPopup
from clusterdesk.gui.widgets.fields.day import CalendarPopup, InlineDate
from clusterdesk.gui.widgets.fields.inline import DRAFT_MS, InlineField
from clusterdesk.gui.widgets.fields.line import InlineMoney, InlineNumber, InlinePartialDate, InlineText
from clusterdesk.gui.widgets.note_edit import NoteEdit
from tests.gui.support import delete_now, nameless_widgets, press, type_text

_NARROW = "\u202f"


class Form(QWidget):
    """A small form: fields under each other, and a record of their signals."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.committed: list[object] = []
        self.drafts: list[str] = []
        self.other = InlineText(kit, "Autre")
        self.column.addWidget(self.other)

    def add[F: InlineField](self, field: F) -> F:
        self.column.addWidget(field)
        field.committed.connect(self.committed.append)
        field.drafted.connect(self.drafts.append)
        return field


@pytest.fixture
def form(kit: Kit, qtbot: QtBot) -> Iterator[Form]:
    made = Form(kit)
    made.resize(420, 400)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.other.edit.setFocus()
    yield made
    delete_now(made)


def _enter(field: InlineField, text: str) -> None:
    editor = field.focusProxy()
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    type_text(editor, text)
    press(editor, Qt.Key.Key_Return)


def test_enter_commits_once_and_leaving_does_not_commit_again(form: Form, kit: Kit) -> None:
    name = form.add(InlineText(kit, "Nom"))
    name.set_value("Atelier")
    _enter(name, "Atelier Noörd é")
    form.other.edit.setFocus()
    assert form.committed == ["Atelier Noörd é"]


def test_leaving_commits(form: Form, kit: Kit) -> None:
    name = form.add(InlineText(kit, "Nom"))
    name.edit.setFocus()
    type_text(name.edit, " Filature ")
    form.other.edit.setFocus()
    assert form.committed == ["Filature"]
    assert name.edit.text() == "Filature"


def test_escape_gives_the_old_value_back(form: Form, kit: Kit, qtbot: QtBot) -> None:
    name = form.add(InlineText(kit, "Nom"))
    name.set_value("Atelier")
    name.edit.setFocus()
    type_text(name.edit, "x")
    with qtbot.waitSignal(name.reverted):
        press(name.edit, Qt.Key.Key_Escape)
    form.other.edit.setFocus()
    assert name.edit.text() == "Atelier"
    assert form.committed == []


def test_the_same_value_is_no_change(form: Form, kit: Kit) -> None:
    name = form.add(InlineText(kit, "Nom"))
    name.set_value("Atelier")
    _enter(name, "Atelier ")
    assert form.committed == []


def test_a_refresh_never_overwrites_what_is_typed(form: Form, kit: Kit) -> None:
    name = form.add(InlineText(kit, "Nom"))
    name.set_value("Atelier")
    name.edit.setFocus()
    type_text(name.edit, " Noord")
    name.set_value("Zuid")
    assert name.edit.text() == "Atelier Noord"
    press(name.edit, Qt.Key.Key_Escape)
    assert name.edit.text() == "Zuid"


def test_drafts_come_while_typing_goes_on(form: Form, kit: Kit, qtbot: QtBot) -> None:
    name = form.add(InlineText(kit, "Nom"))
    name.edit.setFocus()
    type_text(name.edit, "a")
    begun = name._draft_timer.timerId()
    assert name._draft_timer.remainingTime() < DRAFT_MS
    with qtbot.waitSignal(name.drafted):
        type_text(name.edit, "bc")
        assert name._draft_timer.timerId() == begun  # to type on does not put the draft off
    assert form.drafts == ["abc"]


def test_a_saved_field_says_when_and_a_refused_one_why(form: Form, kit: Kit) -> None:
    name = form.add(InlineText(kit, "Nom"))
    name.set_value("Atelier")
    _enter(name, "Zuid")
    name.mark_saved()
    assert kit.formats.time(kit.clock.now()) in name.saved_mark
    _enter(name, "Noord")
    name.not_saved("Le disque est plein.")
    assert name.problem == "Le disque est plein."
    assert name.edit.text() == "Noord"
    assert name.saved_mark == ""
    press(name.edit, Qt.Key.Key_Escape)
    assert name.edit.text() == "Zuid"


def test_what_was_refused_is_no_problem_any_more_once_it_has_come_about_otherwise(form: Form, kit: Kit) -> None:
    name = form.add(InlineText(kit, "Nom"))
    _enter(name, "Noord")
    name.not_saved("Pas encore.")
    name.set_value("Zuid")
    assert (name.problem, name.edit.text()) == ("Pas encore.", "Noord")
    name.set_value("Noord")
    assert name.problem == ""
    name.set_value("Oost")
    assert name.edit.text() == "Oost", "nothing of it is taken for typed text"


def test_too_long_is_said_and_nothing_is_cut(form: Form, kit: Kit) -> None:
    name = form.add(InlineText(kit, "Nom", longest=5))
    _enter(name, "abcdefgh")
    assert form.committed == []
    assert name.edit.text() == "abcdefgh"
    assert "3" in name.problem


def test_a_required_field_may_not_become_empty(form: Form, kit: Kit) -> None:
    name = form.add(InlineText(kit, "Nom", required=True))
    name.set_value("Atelier")
    name.edit.setFocus()
    name.edit.selectAll()
    press(name.edit, Qt.Key.Key_Delete)
    press(name.edit, Qt.Key.Key_Return)
    assert form.committed == []
    assert name.problem


def test_another_record_starts_anew(form: Form, kit: Kit) -> None:
    name = form.add(InlineText(kit, "Nom", longest=3))
    _enter(name, "too long")
    name.load("Zuid")
    assert name.edit.text() == "Zuid"
    assert name.problem == ""
    form.other.edit.setFocus()
    assert form.committed == []


def test_money_is_shown_with_its_currency_and_typed_plainly(form: Form, kit: Kit) -> None:
    money = form.add(InlineMoney(kit, "Chiffre d'affaires"))
    money.set_value(Decimal(48200))
    assert "48" in money.edit.text()
    assert money.edit.text().endswith("€")
    money.edit.setFocus()
    assert money.edit.text() == "48200"
    _enter(money, "57,60")
    assert form.committed == [Decimal("57.60")]
    _enter(money, "beaucoup")
    assert money.problem
    assert len(form.committed) == 1


def test_a_number_is_typed_as_belgians_write_it(form: Form, kit: Kit) -> None:
    target = form.add(InlineNumber(kit, "Valeur visée"))
    target.set_value(Decimal("1250.5"))
    assert target.edit.text() == f"1{_NARROW}250,5"
    target.edit.setFocus()
    assert target.edit.text() == "1250,5"
    _enter(target, "2,25")
    assert form.committed == [Decimal("2.25")]
    _enter(target, "1.250")  # a thousand and more, or one and a quarter?
    assert target.problem
    assert len(form.committed) == 1


def test_dates_are_typed_or_picked(form: Form, kit: Kit) -> None:
    due = form.add(InlineDate(kit, "Échéance"))
    _enter(due, "demain")
    popup = CalendarPopup(kit, date(2026, 11, 24), due)
    popup.picked.connect(due._pick)
    popup.open_under(due.edit)
    assert nameless_widgets(popup) == []
    popup.calendar.activated.emit(popup.calendar.selectedDate().addDays(1))
    assert form.committed == [date(2026, 11, 24), date(2026, 11, 25)]
    assert popup.findChild(QCalendarWidget) is popup.calendar


def test_partial_dates(form: Form, kit: Kit) -> None:
    since = form.add(InlinePartialDate(kit, "Depuis"))
    _enter(since, "01/2024")
    assert form.committed == [PartialDate("2024-01")]
    form.other.edit.setFocus()
    assert since.edit.text() == kit.formats.partial(PartialDate("2024-01"))


def test_a_choice_changes_only_by_its_list(form: Form, kit: Kit) -> None:
    options = [Option("fr", "Français"), Option("nl", "Nederlands")]
    choice = form.add(InlineChoice(kit, "Langue", options))
    choice.set_value("fr")
    choice.box.setFocus()
    press(choice.box, Qt.Key.Key_Down)
    assert choice.box.view().isVisible()
    press(choice.box.view(), Qt.Key.Key_Down)
    press(choice.box.view(), Qt.Key.Key_Return)
    assert form.committed == ["nl"]


def test_an_answer_keeps_its_own_type(form: Form, kit: Kit) -> None:
    choice = form.add(InlineChoice(kit, "Visibilité", [Option(one, one.value) for one in Visibility]))
    choice.set_value(Visibility.SHAREABLE)
    choice.box.setFocus()
    press(choice.box, Qt.Key.Key_Down)
    press(choice.box.view(), Qt.Key.Key_Down)
    press(choice.box.view(), Qt.Key.Key_Return)
    assert [type(one) for one in form.committed] == [Visibility]


def test_several_answers_are_kept_when_the_list_closes(form: Form, kit: Kit) -> None:
    options = [Option("wood", "Bois"), Option("textile", "Textile"), Option("bike", "Vélo")]
    chains = form.add(InlineMultiChoice(kit, "Filières", options))
    chains.set_value(["textile"])
    chains._open()
    popup = chains.findChild(OptionsPopup)
    assert popup is not None
    assert nameless_widgets(popup) == []
    press(popup.list, Qt.Key.Key_Space, " ")
    press(popup.list, Qt.Key.Key_Return)
    assert form.committed == [("wood", "textile")]
    chains._open()
    popup = chains.findChildren(OptionsPopup)[-1]
    press(popup.list, Qt.Key.Key_Space, " ")
    press(popup.list, Qt.Key.Key_Escape)
    assert chains.value == ("wood", "textile")
    assert len(form.committed) == 1


def test_a_note_is_drafted_then_committed_on_leaving(form: Form, kit: Kit, qtbot: QtBot) -> None:
    note = form.add(NoteEdit(kit, "Note"))
    note.edit.setFocus()
    with qtbot.waitSignal(note.drafted):
        type_text(note.edit, "Goulot au ponçage…")
        assert note._draft_timer.remainingTime() < DRAFT_MS
    press(note.edit, Qt.Key.Key_Return, "\r")
    type_text(note.edit, "é")
    form.other.edit.setFocus()
    assert form.committed == ["Goulot au ponçage…\né"]


def test_ctrl_enter_finishes_a_note(form: Form, kit: Kit, qtbot: QtBot) -> None:
    note = form.add(NoteEdit(kit, "Note"))
    note.edit.setFocus()
    type_text(note.edit, "fin")
    with qtbot.waitSignal(note.finished):
        press(note.edit, Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.ControlModifier)
    assert form.committed == ["fin"]


@pytest.mark.parametrize("text", ["a\nb\n", "x" * 25_000 + "\n" + "y", f"48{_NARROW}200\u00a0€", "\u2028", ""])
def test_a_note_gives_back_exactly_what_it_was_given(form: Form, kit: Kit, text: str) -> None:
    note = form.add(NoteEdit(kit, "Note"))
    note.set_value(text)
    assert note.text() == text
    assert not note.dirty


def test_markup_in_a_note_stays_text(form: Form, kit: Kit) -> None:
    note = form.add(NoteEdit(kit, "Note"))
    pasted = QMimeData()
    pasted.setHtml("<b>gras</b>")
    pasted.setText("<b>gras</b>")
    note.edit.insertFromMimeData(pasted)
    assert note.text() == "<b>gras</b>"


def test_enter_inside_a_folded_line_makes_a_line_and_undo_takes_it_back(form: Form, kit: Kit) -> None:
    note = form.add(NoteEdit(kit, "Note"))
    long = "x" * 25_000
    note.set_value(long)
    cursor = note.edit.textCursor()
    cursor.setPosition(15_000)
    note.edit.setTextCursor(cursor)
    press(note.edit, Qt.Key.Key_Return, "\r")
    assert note.text().count("\n") == 1
    assert note.text().replace("\n", "") == long
    note.edit.undo()
    assert note.text() == long


def test_a_paste_that_no_note_can_hold_is_refused_with_words(form: Form, kit: Kit) -> None:
    note = form.add(NoteEdit(kit, "Note"))
    note.set_value("avant")
    pasted = QMimeData()
    pasted.setText("x" * 1_000_001)
    note.edit.insertFromMimeData(pasted)
    assert note.text() == "avant"
    assert note.problem


def test_the_biggest_note_in_one_line_is_shown_without_freezing(form: Form, kit: Kit, qtbot: QtBot) -> None:
    note = form.add(NoteEdit(kit, "Note"))
    note.set_value("é" * 500_000)
    note.edit.repaint()
    assert len(note.text()) == 500_000


def test_every_field_is_named_by_its_caption(form: Form, kit: Kit) -> None:
    form.add(InlineText(kit, "Nom"))
    form.add(InlineDate(kit, "Échéance"))
    form.add(InlineChoice(kit, "Langue", [Option("fr", "Français")]))
    form.add(InlineMultiChoice(kit, "Filières", [Option("wood", "Bois")]))
    form.add(NoteEdit(kit, "Note"))
    assert nameless_widgets(form) == []
