"""A mail whose text is ready: read over, changed where need be, then opened in the mail program and noted."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.referrals import ChaseTeam, FeedBack
from clusterdesk.domain.records.referrals import ReferralAct
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.other_program import open_in_program
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.exchange.referrals.letters import Letter
    from clusterdesk.i18n.translator import Translator

_LONGEST = 200
_MOST_HEIGHT = 280  # pixels the text insists on, however large it is: it scrolls


class LetterDialog(AskDialog):
    """Reminds the team, or tells the organisation; nothing is sent by itself."""

    def __init__(self, context: Context, row: ReferralRow, act: ReferralAct, parent: QWidget | None = None) -> None:
        """Read the text for an orientation."""
        t = context.kit.t
        chase = act is ReferralAct.CHASED
        super().__init__(
            context.kit,
            t("Chase the team") if chase else t("Tell the organisation"),
            t("Open the mail and note it"),
            parent=parent,
        )
        self.context, self.row, self._act = context, row, act
        self._letter: Letter | None = None
        self.receiver = Label("", "muted", wrap=True)
        self.subject = InlineText(self.kit, t("Subject"), longest=_LONGEST, required=True)
        self.subject.edit.setProperty("role", "input")
        self.body = QPlainTextEdit()
        self.body.setProperty("role", "input")
        self.body.setAccessibleName(t("Text of the mail"))
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(min(self.kit.theme.length(230), _MOST_HEIGHT))
        self.content.addWidget(self.receiver)
        self.content.addWidget(self.subject)
        self.content.addWidget(self.body, 1)
        self.only_note = Button(self.kit, t("Note it only"), hint=t("It was said by phone, or written elsewhere"))
        self.only_note.setAutoDefault(False)
        self.only_note.clicked.connect(self._note_only)
        self.offer(self.only_note)
        self.consent.setEnabled(False)
        self.agreed.connect(self._agree)
        self.setMinimumWidth(self.kit.theme.length(600))
        context.desk.submit(partial(_read, row, act, t), self._show, owner=self)

    def _show(self, found: "Letter") -> None:
        t = self.kit.t
        self._letter = found
        names = [one.name or one.mailbox for one in found.draft.receivers]
        missing = t("No mail address is known: fill it in in the mail.")
        self.receiver.setText(t("To {names}", names=self.kit.formats.joined(names)) if names else missing)
        self.subject.set_value(found.draft.subject)
        self.body.setPlainText(found.draft.body)
        self.consent.setEnabled(True)
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _agree(self) -> None:
        if self._letter is None or not self.subject.commit():
            return
        draft = replace(self._letter.draft, subject=self.subject.value or "", body=self.body.toPlainText())
        self._write(replace(self._letter, draft=draft))

    @Slot()
    def _note_only(self) -> None:
        self._write(None)

    def _write(self, letter: "Letter | None") -> None:
        t = self.kit.t
        self.wait()
        name = self.row.organisation
        chased, told = t("Chased: {organisation}", organisation=name), t("Told: {organisation}", organisation=name)
        job = partial(_write, self.row, self._act, letter)
        said = chased if self._act is ReferralAct.CHASED else told
        self.context.write(job, self._done, self._refused, toast=said, owner=self)

    def _done(self, path: Path | None) -> None:
        if path is not None:
            open_in_program(self.context, path)
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))


def _read(row: ReferralRow, act: ReferralAct, t: "Translator", desk: "Desk") -> "Letter":
    from clusterdesk.exchange.referrals.letters import letter

    author = desk.settings.profile_name or desk.store.author
    return letter(desk.store, row.record.id, act, author, t)


def _write(row: ReferralRow, act: ReferralAct, letter: "Letter | None", desk: "Desk") -> OpResult[Path | None]:
    from clusterdesk.exchange.referrals.letters import write_letter
    from clusterdesk.services.referral_moves import move_referral

    command = ChaseTeam if act is ReferralAct.CHASED else FeedBack
    path = None
    if letter is not None:
        path = write_letter(desk.store.folder.outbox / "mail", letter.draft, f"{row.organisation} {row.record.token}")
    done = move_referral(desk.store, command(referral_id=row.record.id))
    return OpResult(path, done.changes)
