"""The parcel in the window: seen before anything leaves, as a mail, a folder or for the team's folder, handed over."""

import email
import email.policy
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.documents import AttachDocument
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.commands.referrals import CreateReferral, GiveConsent, Withdraw
from clusterdesk.domain.outgoing.states import Purpose
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.referrals import Referral, ReferralDocument, ReferralState
from clusterdesk.gui import routes
from clusterdesk.gui.pages.referral.page import ReferralPage
from clusterdesk.gui.parcels.dialog import ParcelDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import documents, outbox, records, undo
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referrals import create_referral
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show, System
from tests.gui.pages.organisation.conftest import Ask, Rich
from tests.gui.support import clipped_texts, nameless_widgets, press

type Open = Callable[[], ParcelDialog]


@pytest.fixture
def referral(ask: Ask, rich: Rich, tmp_path: Path) -> UUID:
    """An orientation the organisation agreed to, with a team and two attachments."""
    made = ask(lambda store: _agreed(store, rich.organisation, tmp_path))
    assert isinstance(made, UUID)
    return made


def _agreed(store: Store, organisation_id: UUID, folder: Path) -> UUID:
    team = next(one for one in store.find(HubTeam) if "voisins" in one.name)
    kind = store.find(ReferralKind, key="international")[0]
    begin = CreateReferral(
        organisation_id=organisation_id,
        need="Un distributeur.",
        kind_id=kind.id,
        countries=("NL",),
        hub_team_id=team.id,
    )
    made = create_referral(store, begin).output
    move_referral(store, GiveConsent(referral_id=made.id, consent_by="Sofie Peeters", consent_what="Catalogue"))
    for name, visibility in (("prix.txt", Visibility.SHAREABLE), ("banque.txt", Visibility.INTERNAL)):
        (folder / name).write_text(name, encoding="utf-8")
        attach = AttachDocument(source=folder / name, organisation_id=organisation_id, visibility=visibility)
        document = documents.attach_document(store, attach, limit_mb=5).output
        attached = ReferralDocument(referral_id=made.id, document_id=document.id)
        records.add_record(store, AddRecord(record=attached))
    return made.id


@pytest.fixture
def opened(show: Show, settle: Settle, window: MainWindow, referral: UUID) -> Open:
    """A function that opens the parcel by its button and waits for its page."""

    def open_it() -> ParcelDialog:
        page = show(routes.referral(referral))
        assert isinstance(page, ReferralPage)
        page.header.parcel.click()
        settle()
        return next(one for one in window.findChildren(ParcelDialog) if one.isVisible())

    return open_it


def _state(ask: Ask, referral: UUID) -> ReferralState:
    found = ask(lambda store: store.get(Referral, referral))
    assert isinstance(found, Referral)
    return found.state


def _names(path: Path) -> list[str | None]:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return [part.get_filename() for part in message.walk() if part.get_filename()]


def test_enter_makes_the_mail_and_notes_the_hand_over_in_one_step(
    opened: Open, settle: Settle, ask: Ask, referral: UUID, system: System
) -> None:
    dialog = opened()
    assert dialog.pages.page_count >= 1, "the page is seen before anything leaves"
    assert "banque.txt" in dialog.choices._stays.text()
    press(dialog.consent, Qt.Key.Key_Return)
    settle()
    (path,) = map(Path, system.opened)
    names = _names(path)
    assert names[0] is not None
    assert names[0].endswith(".pdf")
    assert names[1:3] == ["prix.txt", "answer.html"]
    assert _state(ask, referral) is ReferralState.HANDED_OVER
    ask(undo.undo)
    assert _state(ask, referral) is ReferralState.CONSENT


def test_only_what_is_ticked_goes(
    opened: Open, settle: Settle, ask: Ask, referral: UUID, tmp_path: Path, system: System
) -> None:
    dialog = opened()
    for box in (*dialog.choices._documents.values(), dialog.choices.form, dialog.choices.hand_over):
        box.click()
    settle()
    target = tmp_path / "colis"
    dialog.into_folder(str(target))
    settle()
    (folder,) = target.iterdir()
    assert sorted(path.suffix for path in folder.iterdir()) == [".ics", ".pdf"]
    assert system.opened == [str(folder)]
    assert _state(ask, referral) is ReferralState.CONSENT, "it was not to be noted"


def test_it_goes_to_the_folder_of_the_team_by_the_outbox(
    opened: Open, settle: Settle, ask: Ask, window: MainWindow
) -> None:
    dialog = opened()
    dialog.team.click()
    settle()
    jobs = ask(outbox.jobs)
    assert isinstance(jobs, tuple)
    assert {job.purpose for job in jobs} == {Purpose.PARCEL}
    assert len({job.destination.rpartition("/")[0] for job in jobs}) == 1, "one folder of its own"
    assert any("4 fichiers" in text for text in window.toasts.texts)


def test_another_language_is_another_page(opened: Open, settle: Settle, qtbot: QtBot) -> None:
    dialog = opened()
    before = dialog._page
    dialog.choices.languages.choose("nl")
    dialog.choices.languages.chosen.emit(dialog.choices.languages.keys)
    settle()
    assert dialog._page is not None
    assert before is not None
    assert dialog._page.content != before.content
    assert "Doorverwijzing" in dialog._page.name


def test_what_may_not_leave_any_more_is_told_and_nothing_is_made(
    opened: Open, settle: Settle, ask: Ask, referral: UUID, system: System
) -> None:
    dialog = opened()
    ask(lambda store: move_referral(store, Withdraw(referral_id=referral, reason="Plus besoin")))
    dialog.consent.click()
    settle()
    assert dialog.isVisible()
    assert dialog.problem
    assert system.opened == []


def test_everything_has_a_name_and_nothing_is_cut(opened: Open) -> None:
    dialog = opened()
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []
    screen = QApplication.primaryScreen().availableGeometry()
    assert dialog.sizeHint().height() <= min(screen.height(), 640)
