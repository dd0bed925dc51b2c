"""Fields for countries: typed in any language, completed, chosen as chips or groups."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.fields.countries import CountrySet, InlineCountries, InlineCountry
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Chip
from tests.gui.support import delete_now, nameless_widgets, press, type_text

MAGHREB = CountrySet("Maghreb", ("MA", "DZ", "TN"), ("Maghreb-landen",))


class Form(QWidget):
    """The two fields, a line to leave them for, and what they told."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        self.one = InlineCountry(kit, "Pays du résultat")
        self.many = InlineCountries(kit, "Pays")
        self.many.set_groups([MAGHREB])
        self.other = InlineText(kit, "Autre")
        self.committed: list[object] = []
        for field in (self.one, self.many, self.other):
            column.addWidget(field)
            field.committed.connect(self.committed.append)

    def chips(self) -> list[str]:
        return [chip.text() for chip in self.many.findChildren(Chip) if chip.isVisibleTo(self)]


@pytest.fixture
def form(kit: Kit, qtbot: QtBot) -> Iterator[Form]:
    made = Form(kit)
    made.resize(420, 320)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.other.edit.setFocus()
    yield made
    delete_now(made)


def _popup(field: InlineCountry | InlineCountries) -> QAbstractItemView:
    popup = field.completer.popup()
    assert popup is not None
    return popup


def test_one_country_is_typed_in_any_language_and_shown_by_its_name(form: Form) -> None:
    form.one.edit.setFocus()
    type_text(form.one.edit, "nederland")
    press(_popup(form.one), Qt.Key.Key_Tab)
    assert form.committed == ["NL"]
    assert form.one.edit.text() == "Pays-Bas"


def test_enter_takes_the_only_group_or_country_that_is_begun(form: Form) -> None:
    form.many.line.setFocus()
    type_text(form.many.line, "magh")
    form.many.commit()
    type_text(form.many.line, "suèd")
    form.many.commit()
    assert form.many.problem == ""
    assert form.committed == [("DZ", "MA", "TN"), ("DZ", "MA", "SE", "TN")]


def test_what_is_no_country_is_kept_and_told(form: Form) -> None:
    form.one.edit.setFocus()
    type_text(form.one.edit, "Atlantide")
    press(form.one.edit, Qt.Key.Key_Return)
    assert form.committed == []
    assert "Atlantide" in form.one.problem
    assert form.one.edit.text() == "Atlantide"


def test_a_name_is_picked_from_the_list_by_its_keys(form: Form, qtbot: QtBot) -> None:
    form.one.edit.setFocus()
    type_text(form.one.edit, "cong")
    assert form.one.completer.offered() == ["Congo-Brazzaville", "Congo-Kinshasa"]
    popup = _popup(form.one)
    qtbot.waitUntil(popup.isVisible)
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.committed == ["CD"])
    assert form.one.edit.text() == "Congo-Kinshasa"


def test_several_become_chips_in_order_and_stay_after_an_unknown_one(form: Form, qtbot: QtBot) -> None:
    form.many.line.setFocus()
    type_text(form.many.line, "UK, Atlantide; allemagne")
    press(form.many.line, Qt.Key.Key_Return)
    assert form.committed == [("DE", "GB")]
    qtbot.waitUntil(lambda: form.chips() == ["Allemagne", "Royaume-Uni"])
    assert form.many.line.text() == "Atlantide"
    assert "Atlantide" in form.many.problem


def test_a_group_brings_its_countries_at_once(form: Form, qtbot: QtBot) -> None:
    form.many.set_value(("TN",))
    form.many.line.setFocus()
    type_text(form.many.line, "magh")
    assert form.many.completer.offered()[0] == "Maghreb (3 pays)"
    popup = _popup(form.many)
    qtbot.waitUntil(popup.isVisible)
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.committed == [("DZ", "MA", "TN")])
    qtbot.waitUntil(lambda: form.chips() == ["Algérie", "Maroc", "Tunisie"])
    assert form.many.line.text() == ""


def test_a_cross_and_backspace_take_one_off(form: Form) -> None:
    form.many.set_value(("DZ", "MA", "TN"))
    (cross,) = [one for one in form.many.findChildren(QToolButton) if one.objectName() == "MA"]
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    form.many.line.setFocus()
    press(form.many.line, Qt.Key.Key_Backspace)
    assert form.committed == [("DZ", "TN"), ("DZ",)]
    assert form.many.line.accessibleDescription() == "Algérie"


def test_every_part_has_a_name(form: Form) -> None:
    form.many.set_value(("DZ",))
    assert nameless_widgets(form) == []
