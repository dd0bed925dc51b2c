"""Inviting by hand: the filter, the ticks, the button that counts, what is noted, one undo; the event as .ics."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from clusterdesk.domain.records.contacts import Consent, ConsentPurpose
from clusterdesk.domain.records.organisations import Membership, MembershipStatus
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.gui import routes
from clusterdesk.gui.pages.event.invite_dialog import InviteDialog
from clusterdesk.gui.pages.event.page import EventPage
from clusterdesk.gui.pages.importing.page import ImportPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_contact, make_organisation
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Ask
from tests.gui.support import clipped_texts, nameless_widgets

EVENT = UUID(int=31)


@pytest.fixture
def shown(show: Show, ask: Ask) -> EventPage:
    """The page of an event; two members may be invited, one candidate too, and one member refused."""

    def make(store: Store) -> None:
        add(store, ProgrammeEvent(id=EVENT, title="Event annuel", on=date(2026, 12, 10)))
        for name, status, given in (
            ("Houtlus", MembershipStatus.MEMBER, True),
            ("Trilaine", MembershipStatus.MEMBER, True),
            ("Cargopile", MembershipStatus.MEMBER, False),
            ("Relave", MembershipStatus.CANDIDATE, True),
        ):
            owner = make_organisation(store, name)
            person = make_contact(store, owner, "Personne", name, mail=f"{name.lower()}@example.be")
            add(store, Membership(organisation_id=owner.id, status=status))
            add(store, Consent(contact_id=person.id, purpose=ConsentPurpose.MAILING, given=given))

    ask(make)
    page = show(routes.event(EVENT))
    assert isinstance(page, EventPage)
    return page


def asked(shown: EventPage, window: MainWindow, settle: Settle) -> InviteDialog:
    shown.tools.invite.click()
    settle()
    return next(one for one in window.findChildren(InviteDialog) if one.isVisible())


def test_members_are_proposed_and_one_undo_takes_it_back(
    shown: EventPage, window: MainWindow, settle: Settle, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog = asked(shown, window, settle)
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []
    assert [one.organisation for one in dialog.people.chosen] == ["Houtlus", "Trilaine"]
    model = dialog.people.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    refused = next(row for row in rows if "Cargopile" in row.data())
    assert "ne veut pas" in refused.data()
    assert not model.flags(refused) & Qt.ItemFlag.ItemIsEnabled
    model.setData(model.index(1, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert [one.organisation for one in dialog.people.chosen] == ["Houtlus"]
    dialog.consent.click()
    settle()
    found = ask(lambda store: store.find(EventParticipation, programme_event_id=EVENT))
    assert isinstance(found, list)
    assert [(one.name, one.invited_on is not None) for one in found] == [("Personne Houtlus", True)]
    (draft,) = opened
    assert b"houtlus@example.be" in Path(draft).read_bytes()
    assert "1 brouillon de mail écrit" in window.toasts.texts
    again = asked(shown, window, settle)
    assert [one.organisation for one in again.people.chosen] == ["Trilaine"], "who was invited is not asked again"
    again.reject()
    window.undo()
    settle()
    assert ask(lambda store: store.find(EventParticipation, programme_event_id=EVENT)) == []


def test_the_filter_narrows_and_nobody_leaves_nothing_to_press(
    shown: EventPage, window: MainWindow, settle: Settle
) -> None:
    dialog = asked(shown, window, settle)
    dialog.statuses.choose(MembershipStatus.CANDIDATE.value)
    dialog.statuses.chosen.emit(dialog.statuses.keys)
    settle()
    assert [one.organisation for one in dialog.people.chosen] == ["Relave"]
    dialog.municipality.setText("Ostende")
    dialog.municipality.searched.emit("Ostende")
    settle()
    assert dialog.people.chosen == ()
    assert not dialog.consent.isEnabled()


def test_registrations_are_looked_at_before_they_are_written(
    shown: EventPage, settle: Settle, tmp_path: Path, window: MainWindow, ask: Ask
) -> None:
    listed = tmp_path / "inscrits.csv"
    listed.write_text("Nom;Organisation\nPersonne Houtlus;Houtlus\n", encoding="utf-8")
    shown.tools.take_registrations(str(listed))
    settle()
    page = window.page
    assert isinstance(page, ImportPage)
    page.wizard.go_on()
    settle()
    assert ask(lambda store: store.find(EventParticipation)) == [], "it is only a preview"
    page.wizard.go_on()
    settle()
    found = ask(lambda store: store.find(EventParticipation, programme_event_id=EVENT))
    assert isinstance(found, list)
    assert [one.name for one in found] == ["Personne Houtlus"]


def test_an_event_is_saved_as_an_appointment(shown: EventPage, settle: Settle, tmp_path: Path) -> None:
    shown.tools.save_calendar(str(tmp_path / "event.ics"))
    settle()
    saved = (tmp_path / "event.ics").read_text(encoding="utf-8")
    assert "SUMMARY:Event annuel" in saved
    assert "20261210" in saved
