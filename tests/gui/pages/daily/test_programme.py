"""The programme by hand: a year taken over, an event planned, dragged and moved by keys, attendance by keys, undone."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.records.contacts import ContactRole
from clusterdesk.domain.records.groups import GatheringState, GroupKind, Presence, WorkingGroup
from clusterdesk.domain.records.organisations import Membership, MembershipStatus
from clusterdesk.domain.records.programme import (
    Commitment,
    EventKind,
    EventParticipation,
    ProgrammeEvent,
    Satisfaction,
    Theme,
    ThemeVote,
)
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import page_of
from clusterdesk.gui.pages.event.opinions_card import OpinionRow, OpinionsCard
from clusterdesk.gui.pages.event.page import EventPage
from clusterdesk.gui.pages.event.participant_row import ParticipantRow
from clusterdesk.gui.pages.programme.new_dialog import NewEventDialog
from clusterdesk.gui.pages.programme.page import ProgrammePage
from clusterdesk.gui.pages.programme.pill import EVENT, MissingPill
from clusterdesk.gui.pages.today.page import TodayPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.dragging import mime_of
from clusterdesk.services import undo
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import TODAY, clipped_texts, drop_on, nameless_widgets

DAY = date(2026, 12, 10)


@pytest.fixture
def event(ask: Ask, rich: Rich) -> UUID:
    """An event in December with two people registered."""

    def make(store: Store) -> UUID:
        kind = store.find(EventKind, key="annual_event")[0]
        made = add(
            store, ProgrammeEvent(title="Event annuel", on=DAY, event_kind_id=kind.id, host_id=rich.organisation)
        )
        for name in ("Louise Carlier", "Marc Tielemans"):
            add(store, EventParticipation(programme_event_id=made.id, name=name, registered_on=TODAY))
        return made.id

    made = ask(make)
    assert isinstance(made, UUID)
    return made


def shown(show: Show) -> ProgrammePage:
    page = show(routes.programme())
    assert isinstance(page, ProgrammePage)
    return page


def day_of(ask: Ask, event_id: UUID) -> date:
    found = ask(lambda store: store.get(ProgrammeEvent, event_id).on)
    assert isinstance(found, date)
    return found


def test_the_page_is_named_and_nothing_is_cut(show: Show, event: UUID) -> None:
    page = shown(show)
    assert page.column.strip.pills
    assert nameless_widgets(page) == []
    assert clipped_texts(page) == []
    other = show(routes.event(event))
    assert nameless_widgets(other) == []
    assert clipped_texts(other) == []


def test_a_usual_year_is_taken_over_in_one_step(show: Show, settle: Settle, ask: Ask, window: MainWindow) -> None:
    page = shown(show)
    card = page.column.commitments
    assert not card.offers.isHidden()
    assert card.before.isHidden(), "there is no year before"
    card.usual.click()
    settle()
    assert len(card.rows) == 5
    assert card.offers.isHidden()
    gaps = page.column.strip.findChildren(MissingPill)
    assert len(gaps) == 5, "nothing is planned yet"
    window.undo()
    settle()
    assert ask(lambda store: store.find(Commitment)) == []


def test_what_is_missing_is_planned_from_its_place(show: Show, settle: Settle, ask: Ask, window: MainWindow) -> None:
    page = shown(show)
    page.column.commitments.usual.click()
    settle()
    trip = next(one for one in page.column.strip.findChildren(MissingPill) if one.month == 10)
    trip.click()
    settle()
    dialog = next(one for one in window.findChildren(NewEventDialog) if one.isVisible())
    assert dialog.day.value == date(2026, 11, 23), "not in the past"
    dialog.consent.click()
    assert dialog.isVisible(), "it has no title yet"
    dialog.title.edit.setText("Deux ateliers de Gand")
    dialog.consent.click()
    settle()
    assert isinstance(window.page, EventPage)
    found = ask(lambda store: store.find(ProgrammeEvent))
    assert isinstance(found, list)
    made = found[0]
    assert (made.title, made.on) == ("Deux ateliers de Gand", date(2026, 11, 23))
    kind = ask(lambda store: store.get(EventKind, made.event_kind_id).key)
    assert kind == "study_trip"


def test_an_event_is_dragged_to_a_month_and_moved_by_keys(
    show: Show, settle: Settle, ask: Ask, qtbot: QtBot, window: MainWindow
) -> None:
    ask(lambda store: add(store, ProgrammeEvent(id=UUID(int=9), title="Visite", on=date(2027, 3, 11))))
    event = UUID(int=9)
    page = show(routes.programme(2027))
    assert isinstance(page, ProgrammePage)
    cell = next(one for (_, month), one in page.column.strip.cells.items() if month == 6)
    assert drop_on(cell, mime_of(EVENT, event.bytes))
    settle()
    assert day_of(ask, event) == date(2027, 6, 10), "the second Thursday again"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    (pill,) = page.column.strip.pills
    pill.setFocus()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert day_of(ask, event) == date(2027, 7, 8)
    focused = page.column.strip.focused_event()
    assert focused is not None, "the event keeps the focus where it has gone"
    qtbot.keyClick(page.column.strip.pills[0], Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert day_of(ask, event) == date(2027, 6, 10)


def test_nothing_that_is_planned_goes_into_the_past(show: Show, settle: Settle, ask: Ask, event: UUID) -> None:
    page = shown(show)
    cells = page.column.strip.cells
    march = next(one for (_, month), one in cells.items() if month == 3)
    assert not drop_on(march, mime_of(EVENT, event.bytes))
    now = next(one for (_, month), one in cells.items() if month == TODAY.month)
    assert drop_on(now, mime_of(EVENT, event.bytes))
    settle()
    assert day_of(ask, event) == TODAY, "the second Thursday has passed"


def test_attendance_goes_by_keys_from_row_to_row(
    show: Show, settle: Settle, ask: Ask, event: UUID, qtbot: QtBot, window: MainWindow
) -> None:
    page = show(routes.event(event))
    rows = page.findChildren(ParticipantRow)
    rows.sort(key=lambda row: row.part.name)
    rows[0].focus_marks()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_P)
    settle()
    assert window.focusWidget() in rows[1].buttons.values(), "the next one is asked"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_E)
    settle()
    found = ask(lambda store: {one.name: one.presence for one in store.find(EventParticipation)})
    assert found == {"Louise Carlier": Presence.PRESENT, "Marc Tielemans": Presence.EXCUSED}
    rows[1].buttons[Presence.EXCUSED].click()
    settle()
    again = ask(lambda store: {one.presence for one in store.find(EventParticipation, name="Marc Tielemans")})
    assert again == {Presence.UNKNOWN}, "pressed again it is taken back"


def test_the_papers_of_an_event_lead_to_their_previews(
    show: Show, settle: Settle, event: UUID, window: MainWindow
) -> None:
    for place, kind in enumerate((BriefKind.SIGN_IN, BriefKind.BADGES, BriefKind.EVENT_MINUTES)):
        page = show(routes.event(event))
        assert isinstance(page, EventPage)
        action = page.tools.papers.menu_now().actions()[place]
        assert action.isEnabled()
        action.trigger()
        settle()
        assert window.page is not None
        assert window.page.argument == page_of(kind, event)


def test_it_took_place_only_once_its_day_has_come(show: Show, settle: Settle, ask: Ask, event: UUID) -> None:
    page = show(routes.event(event))
    assert isinstance(page, EventPage)
    assert page.header.held.isHidden()
    ask(lambda store: add(store, ProgrammeEvent(id=UUID(int=9), title="Visite", on=date(2026, 11, 19))))
    past = show(routes.event(UUID(int=9)))
    assert isinstance(past, EventPage)
    assert not past.header.held.isHidden()
    past.header.held.click()
    settle()
    assert ask(lambda store: store.get(ProgrammeEvent, UUID(int=9)).state) == GatheringState.HELD
    assert past.header.held.isHidden()


def test_today_names_the_next_event_and_leads_to_it(
    show: Show, settle: Settle, event: UUID, window: MainWindow
) -> None:
    page = show(Route(routes.TODAY))
    assert isinstance(page, TodayPage)
    link = page.header.coming
    assert link is not None
    assert not link.isHidden()
    assert "Event annuel" in link.accessibleName()
    link.click()
    settle()
    assert isinstance(window.page, EventPage)


def test_the_advisory_board_is_one_press_away(show: Show, settle: Settle, ask: Ask, window: MainWindow) -> None:
    page = shown(show)
    page.header.board.click()
    settle()
    assert window.page is not page, "without a board the groups are shown"
    board = WorkingGroup(name="Advisory Board", kind=GroupKind.ADVISORY_BOARD)
    ask(lambda store: add(store, board))
    shown(show).header.board.click()
    settle()
    assert window.page is not None
    assert window.page.argument == board.id


def test_themes_are_ranked_with_a_button(show: Show, settle: Settle, ask: Ask) -> None:
    def make(store: Store) -> None:
        for title, points in (("Machines", 1), ("Matières", 3)):
            theme = add(store, Theme(year=2026, title=title))
            add(store, ThemeVote(theme_id=theme.id, points=points))

    ask(make)
    page = shown(show)
    page.column.themes.rank.click()
    settle()
    assert ask(lambda store: {one.title: one.rank for one in store.find(Theme)}) == {"Machines": 2, "Matières": 1}


def test_who_comes_is_told_for_the_last_months_too(show: Show, settle: Settle, ask: Ask, rich: Rich) -> None:
    def held(store: Store) -> None:
        made = add(store, ProgrammeEvent(title="Afterwork", on=date(2025, 12, 4), state=GatheringState.HELD))
        person = store.find(ContactRole, organisation_id=rich.organisation)[0].contact_id
        taking = EventParticipation(programme_event_id=made.id, contact_id=person, presence=Presence.PRESENT)
        add(store, taking, Membership(organisation_id=rich.organisation, status=MembershipStatus.MEMBER))

    ask(held)
    page = shown(show)
    card = page.column.turnout
    assert card._turnout.held == 0
    card.period.choose(12)
    card.period.activated.emit(card.period.currentIndex())
    settle()
    assert [one.present for one in card.rows()] == [1]
    assert page.listing().title == "Participation, 12 derniers mois"
    assert "Année 2026" in card.period.itemText(0)
    assert clipped_texts(page) == []
    assert nameless_widgets(page) == []


def test_a_pile_of_opinions_is_typed_one_after_the_other(show: Show, settle: Settle, ask: Ask, event: UUID) -> None:
    page = show(routes.event(event))
    assert isinstance(page, EventPage)
    card = next(one for one in page.findChildren(OpinionsCard))
    card.begin_adding()
    settle()
    (first,) = card.rows.values()
    assert isinstance(first, OpinionRow)
    first.next_button.click()
    settle()
    made = ask(lambda store: store.find(Satisfaction, programme_event_id=event))
    assert len(made) == 2  # type: ignore[arg-type]
    ask(lambda store: undo.undo(store))
    assert len(ask(lambda store: store.find(Satisfaction, programme_event_id=event))) == 1  # type: ignore[arg-type]
