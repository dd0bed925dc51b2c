"""What the tests of answers share: an orientation that a team has, the dialog, what comes, how it stands."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.referrals import CreateReferral, GiveConsent, HandOver
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.referrals import Referral, ReferralAnswer, ReferralState
from clusterdesk.gui.answers.dialog import AnswerDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referrals import create_referral
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Rich
from tests.gui.support import TODAY, drop_on

type Opened = Callable[[], AnswerDialog]
HANDED_OVER = TODAY - timedelta(days=10)


@pytest.fixture
def referral(ask: Ask, rich: Rich) -> Referral:
    """An orientation that a team has."""

    def make(store: Store) -> Referral:
        kind = next(one for one in store.find(ReferralKind) if not one.international)
        begun = create_referral(
            store, CreateReferral(organisation_id=rich.organisation, need="Un prêt", kind_id=kind.id, on=HANDED_OVER)
        ).output
        agreed = GiveConsent(referral_id=begun.id, on=HANDED_OVER, consent_by="Sofie", consent_what="Tout")
        move_referral(store, agreed)
        team = add(store, HubTeam(name="Équipe prêts"))
        return move_referral(store, HandOver(referral_id=begun.id, hub_team_id=team.id, on=HANDED_OVER)).output

    made = ask(make)
    assert isinstance(made, Referral)
    return made


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot, settle: Callable[[], None]) -> Opened:
    """A function that gives the dialog once it has read what came."""

    def find() -> AnswerDialog:
        settle()
        qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(AnswerDialog)), timeout=MOMENT)
        dialog = next(one for one in window.findChildren(AnswerDialog) if one.isVisible())
        qtbot.waitUntil(lambda: bool(dialog.sections) or bool(dialog.problem), timeout=MOMENT)
        return dialog

    return find


def paste(dialog: AnswerDialog, text: str) -> None:
    QApplication.clipboard().setText(text)
    dialog.text.setFocus()
    dialog.text.selectAll()
    dialog.text.paste()


def read(dialog: AnswerDialog, qtbot: QtBot, text: str) -> None:
    before = list(dialog.sections)
    paste(dialog, text)
    qtbot.waitUntil(lambda: bool(dialog.sections) and dialog.sections != before, timeout=MOMENT)


def drop(target: QWidget, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert drop_on(target, mime)


def mail(folder: Path, body: str) -> Path:
    message = EmailMessage()
    message["From"], message["To"] = "Anna Willems <anna@equipe.example>", "marc@cluster.example"
    message["Date"], message["Subject"] = f"{TODAY - timedelta(days=1):%a, %d %b %Y} 10:12:00 +0100", "RE: orientation"
    message.set_content(body)
    path = folder / "re.eml"
    path.write_bytes(bytes(message))
    return path


def state(ask: Ask, referral: Referral) -> ReferralState:
    found = ask(lambda store: store.get(Referral, referral.id))
    assert isinstance(found, Referral)
    return found.state


def answers(ask: Ask) -> list[ReferralAnswer]:
    found = ask(lambda store: store.find(ReferralAnswer))
    assert isinstance(found, list)
    return found


def the_dialog(window: MainWindow) -> AnswerDialog:
    """Return the dialog that is open."""
    return next(one for one in window.findChildren(AnswerDialog) if one.isVisible())
