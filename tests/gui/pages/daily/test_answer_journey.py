"""An orientation from hand-over to outcome, without a network: parcel, pasted mail, dropped mail, form in a browser."""

import email
import email.policy
import shutil
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.referrals import (
    AnswerChannel,
    Referral,
    ReferralAct,
    ReferralOutcome,
    ReferralState,
    ReferralStep,
)
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.referrals.reply_words import BLANK
from clusterdesk.exchange.mail import mail_draft
from clusterdesk.exchange.parcels.contents import ParcelChoice, ParcelFile, parcel_files
from clusterdesk.exchange.parcels.mail import parcel_mail
from clusterdesk.exchange.parcels.places import write_folder
from clusterdesk.gui import routes
from clusterdesk.gui.pages.referral.page import ReferralPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.parcels import parcel_view
from clusterdesk.store.desk_store import Store
from tests.exchange.answers.browser import browser, browser_program
from tests.gui.pages.daily.answering import Opened, answers, drop, mail, read, state, the_dialog
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import MOMENT, Ask
from tests.gui.support import TODAY


@dataclass(frozen=True)
class Parcel:
    """What went to the team: a folder, and the text of the mail."""

    folder: Path
    body: str


def parcel(ask: Ask, referral: Referral, where: Path) -> Parcel:
    """Make the parcel of an orientation as a folder and as a mail."""
    t = Translator("fr")

    def make(store: Store) -> Parcel:
        view = parcel_view(store, referral.id, author="Claire Delvaux")
        files = parcel_files(store, view, ParcelFile("fiche.pdf", b"%PDF-1.7"), ParcelChoice(), t)
        sent = email.message_from_bytes(mail_draft(parcel_mail(view, files, t)), policy=email.policy.default)
        assert isinstance(sent, EmailMessage)
        text = sent.get_body(("plain",))
        assert text is not None
        return Parcel(write_folder(where, view, files), text.get_content())

    made = ask(make)
    assert isinstance(made, Parcel)
    return made


def replied(parcel: Parcel, said: str) -> str:
    """Return the mail as it comes back: the answer filled into the quoted block."""
    quoted = "\n".join(f"> {line}" for line in parcel.body.splitlines())
    filled = quoted.replace(f"Réponse\u00a0: {BLANK}", f"Réponse\u00a0: {said}", 1)
    assert said in filled
    return f"Bonjour,\n\nvoir ci-dessous.\n\nLe lun. 16 nov. 2026 à 09:00, Claire Delvaux a écrit :\n{filled}\n"


def test_an_orientation_comes_back_by_each_way_and_ends_with_its_outcome(
    window: MainWindow,
    show: Show,
    referral: Referral,
    ask: Ask,
    opened: Opened,
    settle: Settle,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    browser_program()  # skips before anything is done where there is none
    went = parcel(ask, referral, tmp_path)
    show(Route(routes.TODAY))
    drop(window._stack, mail(tmp_path, replied(went, "bien reçu")))
    opened().consent.click()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.ACKNOWLEDGED, timeout=MOMENT)
    settle()

    page = show(routes.referral(referral.id))
    assert isinstance(page, ReferralPage)
    page.header.answer.click()
    settle()
    read(the_dialog(window), qtbot, replied(went, "accepté – on les appelle lundi"))
    opened().consent.click()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.ACCEPTED, timeout=MOMENT)
    settle()

    with browser(tmp_path / "browser") as chromium:
        chromium.size(1280, 800)
        chromium.open(went.folder / "answer.html")
        chromium.value(f"document.querySelector('[name=answered_on]').value = '{TODAY}'")
        chromium.click("input[value=done]")
        chromium.click("input[value=contract]")
        chromium.click("[name=value]")
        chromium.type("12 000")
        chromium.click("[name=by]")
        chromium.type("Anna Willems")
        chromium.click("#save")
        saved = chromium.downloaded()
        assert [each for each in chromium.requests if not each.startswith(("file:", "data:", "blob:"))] == []
    shutil.move(saved, went.folder / saved.name)

    page.header.answer.click()
    settle()
    the_dialog(window).read([went.folder])
    opened().consent.click()
    qtbot.waitUntil(lambda: state(ask, referral) is ReferralState.DONE, timeout=MOMENT)
    settle()
    _ended(ask, referral)
    for before in (ReferralState.ACCEPTED, ReferralState.ACKNOWLEDGED, ReferralState.HANDED_OVER):
        window.undo()
        settle()
        assert state(ask, referral) is before
    assert answers(ask) == []


def _ended(ask: Ask, referral: Referral) -> None:
    done = ask(lambda store: store.get(Referral, referral.id))
    assert isinstance(done, Referral)
    assert (done.outcome, done.outcome_on) == (ReferralOutcome.CONTRACT, TODAY)
    assert done.outcome_value == 12000
    assert [one.channel for one in sorted(answers(ask), key=lambda one: one.id)] == [
        AnswerChannel.MAIL,
        AnswerChannel.PASTED,
        AnswerChannel.FORM,
    ]
    steps = ask(lambda store: store.find(ReferralStep, referral_id=referral.id))
    assert isinstance(steps, list)
    assert {one.act for one in steps} >= {ReferralAct.ACKNOWLEDGED, ReferralAct.ACCEPTED, ReferralAct.DONE}
    proofs = ask(lambda store: store.find(Evidence))
    assert isinstance(proofs, list)
    assert len([one for one in proofs if one.document_id is not None]) == 1
