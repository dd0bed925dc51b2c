"""Week: whom to see and why, planning and moving by mouse and by keys, undo."""

from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTabBar
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.actions import AddAction
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.domain.records.organisations import Establishment, Organisation
from clusterdesk.domain.records.sessions import Session, SessionState
from clusterdesk.gui import routes
from clusterdesk.gui.pages.today.planning import PlanDialog
from clusterdesk.gui.pages.week.asking import DayMenu, HourDialog, HourMenu
from clusterdesk.gui.pages.week.calendar_dialog import CalendarDialog
from clusterdesk.gui.pages.week.days import DayColumn
from clusterdesk.gui.pages.week.page import WeekPage
from clusterdesk.gui.pages.week.proposals import PROPOSAL
from clusterdesk.gui.pages.week.visit_card import VISIT
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.dragging import mime_of
from clusterdesk.gui.widgets.label import Chip
from clusterdesk.services.actions import add_action
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show, System
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Rich
from tests.gui.support import TODAY, clipped_texts, drop_on, nameless_widgets

FEUTRELLE = Organisation(name="Feutrelle")


def _owe(store: Store) -> None:
    place = Establishment(organisation_id=FEUTRELLE.id, name="Usine", postcode="1080", city="Molenbeek")
    add_record(store, AddRecord(record=FEUTRELLE, parts=(place,)))
    promise = NewPromise(text="Envoyer le contrat", due_on=TODAY - timedelta(days=12))
    add_action(store, AddAction(promise=promise, organisation_id=FEUTRELLE.id))


@pytest.fixture
def page(show: Show, ask: Ask) -> WeekPage:
    """The week, with one organisation to which something is owed."""
    ask(_owe)
    shown = show(routes.week())
    assert isinstance(shown, WeekPage)
    return shown


def _planned(ask: Ask, organisation_id: UUID) -> list[Session]:
    found = ask(lambda store: store.find(Session, organisation_id=organisation_id, state=SessionState.PLANNED))
    assert isinstance(found, list)
    return found


def _column(page: WeekPage, day: date) -> DayColumn:
    return next(column for column in page.board.columns if column.day == day)


def test_the_reasons_are_words_and_explain_themselves(page: WeekPage) -> None:
    page.grab()
    (row,) = page.proposals.rows
    chips = {chip.text(): chip.accessibleDescription() for chip in row.findChildren(Chip)}
    assert list(chips) == ["Nous devons 1, en retard", "Près de Atelier Noord, lun. 23 nov."]
    assert "12 jours de retard" in chips["Nous devons 1, en retard"]
    assert [column.day for column in page.board.columns] == [TODAY + timedelta(days=number) for number in range(5)]
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []


def test_a_proposal_is_dragged_to_a_day_and_enter_takes_the_free_hour(
    page: WeekPage, window: MainWindow, settle: Settle, ask: Ask, qtbot: QtBot
) -> None:
    wednesday = TODAY + timedelta(days=2)
    assert drop_on(_column(page, wednesday), mime_of(PROPOSAL, FEUTRELLE.id.bytes))
    menu = page.findChild(HourMenu)
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()
    (visit,) = _planned(ask, FEUTRELLE.id)
    assert (visit.on, visit.starts_at) == (wednesday, time(9))
    assert window.toasts.texts == ("Prévu le mer. 25 nov., 09:00",)
    assert page.proposals.rows == ()
    assert [card.visit.organisation for card in _column(page, wednesday).findChildren(type(page.board.cards[0]))] == [
        "Feutrelle"
    ]
    window.undo()
    settle()
    assert _planned(ask, FEUTRELLE.id) == []
    assert len(page.proposals.rows) == 1


def test_a_visit_is_dragged_to_another_day_and_keeps_its_hour(
    page: WeekPage, window: MainWindow, rich: Rich, settle: Settle, ask: Ask
) -> None:
    friday = TODAY + timedelta(days=4)
    assert drop_on(_column(page, friday), mime_of(VISIT, rich.planned.bytes))
    settle()
    (visit,) = _planned(ask, rich.organisation)
    assert (visit.on, visit.starts_at) == (friday, time(10))
    window.undo()
    settle()
    assert _planned(ask, rich.organisation)[0].on == TODAY


def test_the_past_takes_nothing(page: WeekPage, window: MainWindow, rich: Rich, show: Show) -> None:
    show(routes.week(TODAY - timedelta(days=7)))
    assert not drop_on(page.board.columns[0], mime_of(VISIT, rich.planned.bytes))
    assert page.header.title == "Semaine du 16 novembre"


def test_by_keys_alone(page: WeekPage, window: MainWindow, rich: Rich, settle: Settle, ask: Ask, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    page.board.cards[0].name.setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert _planned(ask, rich.organisation)[0].on == TODAY + timedelta(days=1)
    assert page.board.cards[0].has_focus_inside()
    for _ in range(2):  # the second one would lead into the past
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        settle()
    assert _planned(ask, rich.organisation)[0].on == TODAY
    page.proposals.rows[0].plan.setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    days = page.findChild(DayMenu)
    assert days is not None
    assert "près de Atelier Noord" in days.actions()[0].text()
    QTest.keyClick(days, Qt.Key.Key_Return)
    hours = page.findChild(HourMenu)
    assert hours is not None
    QTest.keyClick(hours, Qt.Key.Key_Return)
    settle()
    (visit,) = _planned(ask, FEUTRELLE.id)
    assert (visit.on, visit.starts_at) == (TODAY, time(13, 30))


def test_keys_lead_to_other_weeks_and_to_today(
    page: WeekPage, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    control = Qt.KeyboardModifier.ControlModifier
    for key, monday in (
        (Qt.Key.Key_PageDown, TODAY + timedelta(days=7)),
        (Qt.Key.Key_Home, None),
        (Qt.Key.Key_PageUp, TODAY - timedelta(days=7)),
    ):
        QTest.keyClick(window, key, control)
        assert window.route == routes.week(monday)
        settle()
    QTest.keyClick(window, Qt.Key.Key_Tab, control)
    assert window.route == Route(routes.TODAY)
    settle()
    QTest.keyClick(window, Qt.Key.Key_Tab, control)
    assert window.route == Route(routes.WEEK)
    settle()
    assert window.page is not None
    tabs = window.page.findChild(QTabBar)
    assert tabs is not None
    tabs.setCurrentIndex(0)
    assert window.route == Route(routes.TODAY)
    assert tabs.currentIndex() == 1
    settle()


def test_another_hour_is_typed(page: WeekPage, window: MainWindow, rich: Rich, settle: Settle, ask: Ask) -> None:
    page.planner.show_menu(page.board.cards[0].visit, page.board.cards[0].more)
    menu = next(menu for menu in page.findChildren(QMenu) if menu.actions()[0].text() == "Ouvrir la visite")
    assert [action.text() for action in menu.actions()][-1] == "Annuler la visite"
    menu.actions()[2].trigger()
    hours = page.findChild(HourMenu)
    assert hours is not None
    hours.actions()[-2].trigger()
    dialog = window.findChild(HourDialog)
    assert dialog is not None
    dialog.hour.restore_draft("16h10")
    dialog.consent.click()
    settle()
    assert _planned(ask, rich.organisation)[0].starts_at == time(16, 10)


def test_a_visit_is_called_off_and_back(
    page: WeekPage, window: MainWindow, rich: Rich, settle: Settle, ask: Ask
) -> None:
    page.planner.show_menu(page.board.cards[0].visit, page.board.cards[0].more)
    menu = next(menu for menu in page.findChildren(QMenu) if menu.actions()[0].text() == "Ouvrir la visite")
    menu.actions()[-1].trigger()
    settle()
    assert _planned(ask, rich.organisation) == []
    window.undo()
    settle()
    assert len(page.board.cards) == 1


def test_a_day_asks_whom_to_see(page: WeekPage, window: MainWindow) -> None:
    page.board.columns[3].add_button.click()
    dialog = window.findChild(PlanDialog)
    assert dialog is not None
    assert dialog.day.value == TODAY + timedelta(days=3)


def test_large_text_folds_the_page(page: WeekPage, window: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    window.context.kit.theme.scale_text(200)
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: page.proposals.width() > page.width() * 0.8, timeout=MOMENT)
    settle()
    page.grab()
    QApplication.sendPostedEvents()
    assert clipped_texts(page) == []
    assert page.board.horizontalScrollBar().maximum() == 0


def _ics(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "outlook.ics"
    path.write_text("\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR", "")), encoding="utf-8")
    return path


def test_a_calendar_dropped_on_the_week_is_shown_before_it_is_written(
    page: WeekPage, window: MainWindow, rich: Rich, settle: Settle, ask: Ask, tmp_path: Path, qtbot: QtBot
) -> None:
    path = _ics(
        tmp_path,
        *("BEGIN:VEVENT", f"UID:{rich.planned}@clusterdesk", "DTSTART:20261127T150000", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:o1", "DTSTART:20261125T090000", "SUMMARY:Feutrelle\\, contrat", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:o2", "DTSTART:20261126T120000", "SUMMARY:Dentiste", "END:VEVENT"),
    )
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    assert drop_on(page, files)
    qtbot.waitUntil(lambda: window.findChild(CalendarDialog) is not None, timeout=MOMENT)
    dialog = window.findChild(CalendarDialog)
    assert dialog is not None
    assert [box.accessibleName().replace("\u00a0", " ").replace("\u202f", " ") for box, _ in dialog.boxes] == [
        "Feutrelle : mer. 25 nov., 09:00 – « Feutrelle, contrat »",
        "Atelier Noord : lun. 23 nov., 10:00 → ven. 27 nov., 15:00",
    ]
    dialog.grab()
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []
    assert _planned(ask, rich.organisation)[0].on == TODAY
    assert dialog.consent.accessibleName() == "Appliquer 2 modifications"
    dialog.boxes[0][0].click()
    assert dialog.consent.accessibleName() == "Appliquer la modification"
    dialog.boxes[0][0].click()
    dialog.consent.click()
    settle()
    assert _planned(ask, rich.organisation)[0].on == date(2026, 11, 27)
    assert [visit.on for visit in _planned(ask, FEUTRELLE.id)] == [date(2026, 11, 25)]
    assert window.toasts.texts == ("2 visites mises à jour",)
    window.undo()
    settle()
    assert _planned(ask, rich.organisation)[0].on == TODAY
    assert _planned(ask, FEUTRELLE.id) == []


def test_other_files_are_left_to_the_window(page: WeekPage, window: MainWindow, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Nom\nNoord\n")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    drop_on(page, files)
    settle()
    assert page.window().findChild(CalendarDialog) is None


def test_what_is_no_calendar_is_told(
    page: WeekPage, errors: list[BaseException], settle: Settle, tmp_path: Path
) -> None:
    path = tmp_path / "bad.ics"
    path.write_bytes(b"PK")
    page.tools.calendars.read(str(path))
    settle()
    assert [getattr(error, "code", "") for error in errors] == ["no_calendar"]


def test_the_week_is_exported_and_its_folder_opened(
    page: WeekPage, window: MainWindow, rich: Rich, settle: Settle, system: System, tmp_path: Path
) -> None:
    page.tools.calendars.button.click()
    menu = next(menu for menu in page.findChildren(QMenu) if menu.actions()[0].text().startswith("Exporter cette"))
    assert len(menu.actions()) == 3
    menu.close()
    page.tools.calendars.export_to(str(tmp_path / "week.ics"))
    settle()
    assert f"UID:{rich.planned}@clusterdesk" in (tmp_path / "week.ics").read_text("utf-8")
    assert window.toasts.texts == ("1 visite dans week.ics",)
    page.tools.calendars._open_folder()
    assert system.opened == [str(tmp_path)]
