"""Working groups by hand: somebody joins, people come in, something is decided and promised, and taken back."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.groups import AddMember, PlanMeeting
from clusterdesk.domain.groups.people import Who
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.records.groups import (
    GatheringState,
    GroupKind,
    GroupMember,
    Meeting,
    MeetingAttendance,
    MeetingDecision,
    Presence,
    WorkingGroup,
)
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.gui import routes
from clusterdesk.gui.forms.special_fields import OrganisationField
from clusterdesk.gui.pages.chains.page import ChainsPage
from clusterdesk.gui.pages.group.page import GroupPage
from clusterdesk.gui.pages.group.plan_dialog import PlanMeetingDialog
from clusterdesk.gui.pages.groups.new_dialog import NewGroupDialog
from clusterdesk.gui.pages.groups.tab import GroupsTab
from clusterdesk.gui.pages.meeting.owed_card import OwedRow
from clusterdesk.gui.pages.meeting.page import MeetingPage
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog
from clusterdesk.gui.pages.preview.page import PreviewPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import groups, undo
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import TODAY, clipped_texts, nameless_widgets, press, type_text


def _all[R: Record](ask: Ask, cls: type[R], **equals: Any) -> list[R]:
    found = ask(lambda store: store.find(cls, **equals))
    assert isinstance(found, list)
    return found


@pytest.fixture
def meeting(ask: Ask, rich: Rich) -> UUID:
    """A meeting of today: one organisation is a member, with a guest list of nobody."""

    def make(store: Store) -> UUID:
        group = add(store, WorkingGroup(name="GT Bois"))
        other = add(store, Organisation(name="Scierie du Canal"))
        for one in (rich.organisation, other.id):
            groups.add_member(store, AddMember(group_id=group.id, member=Who(organisation_id=one)))
        return groups.plan_meeting(store, PlanMeeting(group_id=group.id, on=TODAY, place="Halle")).output.id

    made = ask(make)
    assert isinstance(made, UUID)
    return made


def _meeting_page(show: Show, meeting: UUID) -> MeetingPage:
    page = show(routes.meeting(meeting))
    assert isinstance(page, MeetingPage)
    return page


def _type(page: MeetingPage, text: str, settle: Settle) -> None:
    type_text(page.main.decisions.entry, text)
    press(page.main.decisions.entry, Qt.Key.Key_Return)
    settle()


def test_a_group_is_made_somebody_joins_and_it_meets(window: MainWindow, show: Show, settle: Settle, ask: Ask) -> None:
    page = show(routes.groups())
    assert isinstance(page, ChainsPage)
    assert isinstance(page.tab, GroupsTab)
    page.tab.new_button.click()
    settle()
    dialog = next(one for one in window.findChildren(NewGroupDialog) if one.isVisible())
    type_text(dialog.name.edit, "Advisory Board")
    dialog.kind.set_value(GroupKind.ADVISORY_BOARD)
    dialog.consent.click()
    settle()
    board = window.page
    assert isinstance(board, GroupPage)
    (record,) = _all(ask, WorkingGroup)
    assert (record.name, record.company_seats, record.partner_seats) == ("Advisory Board", 7, 4)

    board.members.begin_adding()
    assert board.members.line is not None
    type_text(board.members.line, "Atelier Noord")
    press(board.members.line, Qt.Key.Key_Return)
    settle()
    assert "1" in board.members.seats.text()
    board.ask_meeting()
    settle()
    planning = next(one for one in window.findChildren(PlanMeetingDialog) if one.isVisible())
    planning.place.set_value("Chez le cluster")
    planning.consent.click()
    settle()
    assert isinstance(window.page, MeetingPage)
    (meeting,) = _all(ask, Meeting)
    assert (meeting.place, meeting.state) == ("Chez le cluster", GatheringState.PLANNED)
    assert nameless_widgets(window.page) == []
    assert clipped_texts(window.page) == []


def test_people_come_in_by_the_beginning_of_a_name_and_by_digits(
    show: Show, settle: Settle, ask: Ask, meeting: UUID
) -> None:
    page = _meeting_page(show, meeting)
    card = page.side.attendance
    assert len(card.rows) == 2
    type_text(card.line, "scierie")
    press(card.line, Qt.Key.Key_Return)
    settle()
    (came,) = _all(ask, MeetingAttendance)
    assert came.presence is Presence.PRESENT

    first = next(row for row in card.rows.values() if row.line.presence is Presence.UNKNOWN)
    first.setFocus()
    press(first, Qt.Key.Key_2)
    settle()
    assert {one.presence for one in _all(ask, MeetingAttendance)} == {Presence.PRESENT, Presence.EXCUSED}
    first.begin_remark()
    assert first.remark is not None
    type_text(first.remark, "arrive à 15 h")
    press(first.remark, Qt.Key.Key_Return)
    settle()
    assert [one.remark for one in _all(ask, MeetingAttendance, presence=Presence.EXCUSED)] == ["arrive à 15 h"]

    card.begin()
    type_text(card.line, "Un voisin")
    press(card.line, Qt.Key.Key_Return)
    settle()
    assert "Un voisin" in {one.name for one in _all(ask, MeetingAttendance)}
    ask(lambda store: undo.undo(store))
    settle()
    assert "Un voisin" not in {one.name for one in _all(ask, MeetingAttendance)}


def test_a_line_is_a_decision_or_a_promise_that_stands_with_the_organisation(
    window: MainWindow, show: Show, settle: Settle, ask: Ask, rich: Rich, meeting: UUID
) -> None:
    page = _meeting_page(show, meeting)
    _type(page, "On se revoit en janvier", settle)
    _type(page, "@Scierie envoyer les volumes ven.", settle)
    assert [one.text for one in _all(ask, MeetingDecision)] == ["On se revoit en janvier"]
    (promise,) = _all(ask, Action, meeting_id=meeting)
    assert (promise.text, promise.owner) == ("envoyer les volumes", OwnerKind.ORGANISATION)
    assert promise.due_on is not None
    assert [row.note.text() for row in page.main.promises.rows.values()] == ["Scierie du Canal"]

    _type(page, "@eux envoyer le plan", settle)
    assert page.main.decisions.meaning.isVisible()
    assert page.main.decisions.entry.text() == "@eux envoyer le plan"
    page.main.decisions.entry.clear()

    owner = promise.organisation_id
    assert owner is not None
    organisation = show(routes.organisation(owner))
    assert isinstance(organisation, OrganisationPage)
    assert [row.title.text() for row in organisation.side.promises.rows.values()] == ["envoyer les volumes"]


def test_a_promise_that_named_the_wrong_organisation_is_put_right_in_its_row(
    window: MainWindow, show: Show, settle: Settle, ask: Ask, rich: Rich, meeting: UUID, qtbot: QtBot
) -> None:
    page = _meeting_page(show, meeting)
    _type(page, "@Scierie envoyer les volumes ven.", settle)
    row = next(iter(page.main.promises.rows.values()))
    assert isinstance(row, OwedRow)
    row.toggle()
    field = row.form.field("organisation_id")
    assert isinstance(field, OrganisationField)
    qtbot.waitUntil(lambda: field.choose.text() == "Scierie du Canal")
    field.choose.click()
    dialog = window.findChild(OrganisationDialog)
    assert dialog is not None
    dialog.chosen.emit(rich.organisation)
    settle()
    assert _all(ask, Action, meeting_id=meeting)[0].organisation_id == rich.organisation
    name = ask(lambda store: store.get(Organisation, rich.organisation).name)
    qtbot.waitUntil(lambda: row.note.text() == name)
    ask(lambda store: undo.undo(store))
    assert _all(ask, Action, meeting_id=meeting)[0].organisation_id != rich.organisation


def test_minutes_are_closed_printed_and_taken_back(
    window: MainWindow, show: Show, settle: Settle, ask: Ask, meeting: UUID
) -> None:
    page = _meeting_page(show, meeting)
    page.main.text.minutes.edit.setFocus()
    type_text(page.main.text.minutes.edit, "Chacun apporte un échantillon.")
    page.finish()
    settle()
    held = _all(ask, Meeting)[0]
    assert (held.state, held.minutes) == (GatheringState.HELD, "Chacun apporte un échantillon.")
    assert not page.header.finish.isVisible()
    page.header.minutes.click()
    settle()
    assert isinstance(window.page, PreviewPage)
    assert window.page.brief is not None
    assert window.page.brief.pdf.startswith(b"%PDF")
    assert window.page.word_button.isVisible()
    ask(lambda store: undo.undo(store))
    assert _all(ask, Meeting)[0].state is GatheringState.PLANNED


def test_what_is_sought_is_taken_from_the_minutes(
    show: Show, settle: Settle, ask: Ask, meeting: UUID, rich: Rich, qtbot: QtBot
) -> None:
    page = _meeting_page(show, meeting)
    name = ask(lambda store: store.get(Organisation, rich.organisation).name)
    text = page.main.text
    text.minutes.edit.setFocus()
    type_text(text.minutes.edit, f"{name} : #cherche 200 m² de stockage")
    qtbot.waitUntil(lambda: text.proposals.proposal is not None)
    text.proposals.take()
    settle()
    (found,) = _all(ask, Exchange)
    assert (found.organisation_id, found.text) == (rich.organisation, "200 m² de stockage")


def test_a_group_in_the_bin_can_be_read_and_comes_back(show: Show, settle: Settle, ask: Ask, meeting: UUID) -> None:
    (group,) = _all(ask, WorkingGroup)
    page = show(routes.group(group.id))
    assert isinstance(page, GroupPage)
    page.header.bin_asked.emit()
    settle()
    assert _all(ask, GroupMember) == []
    page = show(routes.group(group.id))
    assert isinstance(page, GroupPage)
    assert page.header.notice.isVisible()
    page.header.unbin_asked.emit()
    settle()
    assert len(_all(ask, GroupMember)) == 2
    assert isinstance(TODAY, date)
