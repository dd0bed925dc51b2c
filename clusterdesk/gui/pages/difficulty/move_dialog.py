"""Making a move: what has to be said with it, on which day, and by whom."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.base.errors import BugError
from clusterdesk.domain.commands import difficulties as asked
from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.records.difficulties import DifficultyAct
from clusterdesk.domain.views.difficulties import DifficultyPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.difficulty import reading
from clusterdesk.gui.pages.difficulty.move_words import MOVE_WORDS
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

_LONGEST = 500


class MoveDialog(AskDialog):
    """Asks what belongs to a move, and makes it."""

    def __init__(
        self, context: Context, page: DifficultyPage, act: DifficultyAct, parent: QWidget | None = None
    ) -> None:
        """Ask for a move of the difficulty of a page."""
        t, said = context.kit.t, MOVE_WORDS[act]
        super().__init__(context.kit, t(said.heading), t(said.heading), parent=parent)
        self.context, self._page, self._act, self._said = context, page, act, said
        self.content.addWidget(Label(t(said.means), "muted", wrap=True))
        self.day = InlineDate(self.kit, t("On"), required=True)
        self.day.set_value(self.kit.clock.today())
        self.day.edit.setProperty("role", "input")
        self.words = GrowingNote(self.kit, t(said.caption), least=3 if said.wanted else 2, most=8)
        self.who: InlineChoice | InlineText | None = self._who() if act is DifficultyAct.APPROVED else None
        self.to = self._recipients() if act is DifficultyAct.SENT else None
        self.left = self._what_left() if act is DifficultyAct.SENT else None
        fields = [one for one in (self.who, self.to, self.left, self.day, self.words) if one is not None]
        self.scroll_content(*fields)
        self.agreed.connect(self._agree)
        (self.words.edit if said.wanted else self.consent).setFocus()

    def _who(self) -> InlineChoice | InlineText:
        t, directors = self.kit.t, self._page.directors
        if not directors:
            line = InlineText(self.kit, t("Approved by"), longest=_LONGEST, required=True)
            line.edit.setProperty("role", "input")
            line.edit.setPlaceholderText(t("The director"))
            return line
        choice = InlineChoice(self.kit, t("Approved by"), [Option(one.name, one.name) for one in directors])
        choice.box.setProperty("role", "input")
        own = next((one.name for one in directors if even(one.name) == even(self.context.settings.profile_name)), None)
        choice.set_value(own or directors[0].name)
        return choice

    def _recipients(self) -> InlineChoice:
        t, kept = self.kit.t, self._page.row.record.recipient_id
        known = [one for one in self._page.recipients if one.active or one.id == kept]
        options = [Option(one.id, one.name_in(t.language)) for one in known]
        choice = InlineChoice(self.kit, t("Sent to"), options)
        choice.box.setProperty("role", "input")
        choice.set_value(kept if kept is not None else options[0].key if options else None)
        return choice

    def _what_left(self) -> InlineChoice:
        t = self.kit.t
        options = [
            Option(True, t("Our note or roll-up, as it was read")),
            Option(False, t("Told without a note of ours: how, in the remark")),
        ]
        choice = InlineChoice(self.kit, t("What left"), options)
        choice.box.setProperty("role", "input")
        choice.set_value(True)
        return choice

    @Slot()
    def _agree(self) -> None:
        words = self.words.text().strip()
        if self._said.wanted and not words:
            self.words.show_problem(self.kit.t("This may not be empty."))
            self.words.edit.setFocus()
            return
        if not self.day.commit() or (isinstance(self.who, InlineText) and not self.who.commit()):
            return
        self.wait()
        title = self._page.row.record.title
        toast = self.kit.t(self._said.toast, title=title)
        job = partial(reading.move, self._command(words))
        self.context.write(job, self._done, self._refused, toast=toast, owner=self)

    def _command(self, words: str) -> reading.Move:
        record, on = self._page.row.record, self.day.value
        match self._act:
            case DifficultyAct.APPROVED:
                by = str(self.who.value or "") if self.who is not None else ""
                return asked.ApproveDifficulty(difficulty_id=record.id, on=on, by=by, remark=words)
            case DifficultyAct.SENT_BACK:
                return asked.SendBackDifficulty(difficulty_id=record.id, on=on, remark=words)
            case DifficultyAct.SENT:
                to = self.to.value if self.to is not None else None
                chosen = to if isinstance(to, UUID) else None
                return asked.SendDifficulty(
                    difficulty_id=record.id,
                    on=on,
                    recipient_id=chosen,
                    remark=words,
                    with_note=self.left is None or bool(self.left.value),
                )
            case DifficultyAct.ANSWERED:
                return asked.AnswerDifficulty(difficulty_id=record.id, on=on, answer=words)
            case DifficultyAct.CLOSED:
                return asked.CloseDifficulty(difficulty_id=record.id, on=on, result=words)
            case DifficultyAct.REOPENED:
                return asked.ReopenDifficulty(difficulty_id=record.id, on=on, remark=words)
            case _:
                raise BugError(f"{self._act} is asked for in a dialog of its own")

    def _done(self, _difficulty: object) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
