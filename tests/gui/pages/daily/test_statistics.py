"""The year in numbers in the window: what it counts, the year before, on paper."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.groups import GatheringState, Presence
from clusterdesk.domain.records.organisations import Membership, MembershipStatus
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.gui import routes
from clusterdesk.gui.pages.preview.page import PreviewPage
from clusterdesk.gui.pages.statistics.page import StatisticsPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask


def _numbers(page: StatisticsPage, subject: str) -> dict[str, object]:
    return {str(row[1]): row[2] for row in page.listing().rows if row[0] == subject}


def test_it_tells_who_came_goes_to_the_year_before_and_onto_paper(
    show: Show, settle: Settle, qtbot: QtBot, window: MainWindow, ask: Ask
) -> None:
    def held(store: Store) -> int:
        year = store.clock.today().year
        one = make_organisation(store, name="Vis Douce")
        add(store, Membership(organisation_id=one.id, status=MembershipStatus.MEMBER))
        event = add(store, ProgrammeEvent(title="Visite", on=date(year, 1, 2), state=GatheringState.HELD))
        add(store, EventParticipation(programme_event_id=event.id, organisation_id=one.id, presence=Presence.PRESENT))
        return year

    year = ask(held)
    page = show(routes.statistics())
    assert isinstance(page, StatisticsPage)
    told = _numbers(page, "Participation")
    assert (told["Événements tenus"], told["Membres et partenaires venus"]) == (1, 1)
    qtbot.mouseClick(page.before, Qt.MouseButton.LeftButton)
    settle()
    assert page.year == int(str(year)) - 1
    assert _numbers(page, "Participation")["Événements tenus"] == 0
    qtbot.mouseClick(page.paper, Qt.MouseButton.LeftButton)
    settle()
    assert isinstance(window.page, PreviewPage)
