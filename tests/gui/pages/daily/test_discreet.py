"""F9 before an audience: nothing on any screen tells of the others, and nothing that is written is less whole."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord, EditRecord
from clusterdesk.domain.commands.sessions import AddSessionNote, LogSession, NewNote, NewPromise, PlanSession
from clusterdesk.domain.discretion import HIDDEN
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import BriefRequest, sheet_of
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.places import places
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.search_field import SearchField
from clusterdesk.services import records, session_closing, sessions
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import TODAY
from tests.gui.texts import shown_texts

PLANTED = ("secrète", "cachée", "planquée", "0403.019.261", "0403019261", "48.200")


def _plant(store: Store, rich: Rich) -> None:
    """Put an organisation beside the one we show, and speak of it wherever one can."""
    other = Organisation(name="Filature Secrète", enterprise_number="0403019261", summary="Vend à Atelier Noord.")
    twin = Organisation(name="Filature Secrète SRL")
    gone = Organisation(name="Secrète Ancienne")
    for organisation in (other, twin, gone):
        records.add_record(store, AddRecord(record=organisation))
    person = Contact(first_name="Zoé", last_name="Cachée")
    role = ContactRole(contact_id=person.id, organisation_id=other.id, role="gérante", main=True)
    records.add_record(store, AddRecord(record=person, parts=(role,)))
    records.add_record(store, AddRecord(record=Project(title="Ligne planquée", organisation_id=other.id)))
    told = "Filature Secrète doit 48.200 EUR à Zoé Cachée"
    promise = NewPromise(text=told, due_on=TODAY)
    session_closing.log_session(
        store, LogSession(organisation_id=other.id, on=TODAY, subject=told, promises=(promise,))
    )
    sessions.plan_session(store, PlanSession(organisation_id=other.id, on=TODAY, subject="Filature Secrète"))
    note = NewNote(text="Achète à la Filature Secrète.")
    sessions.add_session_note(store, AddSessionNote(session_id=rich.planned, note=note))
    values = {"summary": "Menuiserie; fournit Filature Secrète."}
    records.edit_record(store, EditRecord(type_key="organisation", record_id=rich.organisation, values=values))
    records.delete_record(store, DeleteRecord(type_key="organisation", record_id=gone.id))


@pytest.fixture(autouse=True)
def planted(ask: Ask, rich: Rich) -> Iterator[None]:
    """A binder that speaks of somebody else; the veil is lifted in the end."""
    ask(lambda store: _plant(store, rich))
    yield
    VEIL.lift()


@pytest.fixture
def press_f9(window: MainWindow, settle: Settle, qtbot: QtBot) -> Callable[[], None]:
    """A function that presses F9 and waits for what follows."""

    def press() -> None:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        drawn = VEIL.drawn
        QTest.keyClick(window, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: VEIL.drawn is not drawn)
        settle()

    return press


def _told(window: MainWindow) -> list[tuple[str, str]]:
    """Return what can be read of the planted words on all windows of the screen."""
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    return [
        (type(widget).__name__, text)
        for top in tops
        for widget, text in shown_texts(top)
        if any(word in text.casefold() for word in PLANTED) and not isinstance(widget, SearchField)  # typed by oneself
    ]


def _routes(rich: Rich) -> dict[str, Route]:
    known = {
        routes.ORGANISATION: routes.organisation(rich.organisation),
        routes.SESSION: routes.session(rich.planned),
        routes.VISIT: routes.visit(rich.planned),
        routes.PREVIEW: routes.preview(sheet_of(rich.planned)),
        routes.MERGE: routes.merge(rich.organisation),
        routes.SEARCH: routes.search("secr"),
    }
    return {place.key: known.get(place.key, Route(place.key)) for place in places()}


@pytest.mark.parametrize("place", [place.key for place in places()])
def test_no_screen_tells_of_the_others(
    place: str, window: MainWindow, show: Show, rich: Rich, press_f9: Callable[[], None], qtbot: QtBot
) -> None:
    show(_routes(rich)[place])
    before = _told(window)
    press_f9()
    assert _told(window) == []
    banners = [text for _widget, text in shown_texts(window) if text.startswith("Discret")]
    assert banners
    press_f9()
    qtbot.waitUntil(lambda: set(before) <= set(_told(window)))


def test_pages_opened_while_it_is_on_are_veiled_as_well(
    window: MainWindow, show: Show, rich: Rich, press_f9: Callable[[], None]
) -> None:
    show(Route(routes.TODAY))
    press_f9()
    for route in _routes(rich).values():
        show(route)
        assert _told(window) == [], route.place


def test_the_organisation_in_front_stays_in_sight(
    window: MainWindow, show: Show, rich: Rich, press_f9: Callable[[], None], qtbot: QtBot
) -> None:
    press_f9()
    show(routes.organisation(rich.organisation))
    texts = [text for _widget, text in shown_texts(window)]
    assert "Atelier Noord" in texts
    assert any("Sofie Peeters" in text for text in texts)
    show(Route(routes.TODAY))
    qtbot.waitUntil(lambda: any(HIDDEN in text for _widget, text in shown_texts(window)))
    assert not any("Atelier Noord" in text for _widget, text in shown_texts(window))


def test_palette_toasts_and_undo_are_veiled(
    window: MainWindow, show: Show, rich: Rich, press_f9: Callable[[], None], settle: Settle, qtbot: QtBot
) -> None:
    show(Route(routes.TODAY))
    press_f9()
    window.toast_undo("Filature Secrète : 48.200 EUR")
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = window._finding.box if window._finding is not None else None
    assert field is not None
    field.setText("fila")
    qtbot.waitUntil(lambda: field.panel is not None and len(field.panel.hits) > 1)
    settle()
    assert _told(window) == []
    assert any(HIDDEN in text for _widget, text in shown_texts(window))


def test_several_sheets_are_covered_and_one_is_not(
    window: MainWindow, show: Show, rich: Rich, press_f9: Callable[[], None]
) -> None:
    press_f9()
    show(routes.preview(BriefRequest(BriefKind.VISIT_SHEET, (rich.planned,), (rich.organisation,))))
    assert window._discreet._cover is not None
    assert window._discreet._cover.isVisible()
    show(routes.preview(sheet_of(rich.planned)))
    assert not window._discreet._cover.isVisible()


def test_nothing_is_written_and_what_is_written_is_whole(
    show: Show, rich: Rich, press_f9: Callable[[], None], ask: Ask, desk: DeskWorker[Desk]
) -> None:
    version = ask(lambda store: store.data_version())
    show(routes.session(rich.planned))
    press_f9()
    show(routes.organisation(rich.organisation))
    show(Route(routes.TODAY))
    press_f9()
    assert ask(lambda store: store.data_version()) == version
    assert ask(lambda store: store.get(Organisation, rich.organisation).summary).endswith("Filature Secrète.")  # type: ignore[attr-defined]
