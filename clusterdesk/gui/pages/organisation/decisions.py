"""The decisions about a result – confirmed, validated, revoked – each with who and when, and its action."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.results import ResultEvent
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisation import result_jobs as jobs
from clusterdesk.gui.pages.organisation.decision_dialog import Decision, DecisionDialog
from clusterdesk.gui.pages.organisation.proof_fields import AskedProof, ChosenProof
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label

_UNCONFIRMED = {"confirmed_by": "", "confirmed_on": None, "validated_by": "", "validated_on": None}
_INVALID = {"validated_by": "", "validated_on": None}
_STANDING = {"revoked_on": None, "revoke_reason": ""}


@dataclass(frozen=True, slots=True)
class _Asked:
    """A decision being asked for: the job that takes it, what withdraws it, the toasts of both."""

    decision: Decision
    job: Callable[..., object]
    withdrawn: dict[str, object]
    toast: str
    back_toast: str


class DecisionLine(QWidget):
    """One decision: its caption, who and when, the button.

    Signals:
        asked: the button was pressed.
    """

    asked = Signal()

    def __init__(self, kit: Kit, caption: str) -> None:
        """Make a line without an answer."""
        super().__init__()
        self._words = Label("", wrap=True)
        self.button = Button(kit, "", "link")
        self.button.clicked.connect(self.asked)
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(Label(caption, "caption"))
        text.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(text, 1)
        row.addWidget(self.button)

    def show_words(self, words: str, action: str) -> None:
        """Say what was decided, and what the button does."""
        self._words.setText(words or "–")
        self.button.set_text(action)


class Decisions(QWidget):
    """The three lines of one result."""

    def __init__(self, context: Context, colleagues: Callable[[], Sequence[str]]) -> None:
        """Make empty lines; ``colleagues`` gives the names offered while typing."""
        super().__init__()
        self.context, self.kit, self._colleagues = context, context.kit, colleagues
        self.doubt = ""  # why it may not hold any more: what the reason to revoke begins with
        self.proof: AskedProof | None = None  # what is proposed as evidence, where none was obtained
        self._result: ResultEvent | None = None
        self._dialog: DecisionDialog | None = None
        self._asked: _Asked | None = None
        t = self.kit.t
        self.confirmation = DecisionLine(self.kit, t("Confirmation"))
        self.validation = DecisionLine(self.kit, t("Validation"))
        self.revocation = DecisionLine(self.kit, t("Revocation"))
        self.confirmation.asked.connect(self.confirm)
        self.validation.asked.connect(self.validate)
        self.revocation.asked.connect(self.revoke)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in (self.confirmation, self.validation, self.revocation):
            column.addWidget(line)

    def show_result(self, result: ResultEvent) -> None:
        """Show the decisions about a result."""
        self._result = result
        t, correct = self.kit.t, self.kit.t("Correct…")
        confirmed, validated = result.confirmed_on is not None, result.validated_on is not None
        standing = result.revoked_on is None
        self.confirmation.show_words(
            self._who(result.confirmed_by, result.confirmed_on), correct if confirmed else t("Confirm…")
        )
        self.validation.show_words(
            self._who(result.validated_by, result.validated_on), correct if validated else t("Validate…")
        )
        self.revocation.show_words(
            self._who(result.revoke_reason, result.revoked_on), t("Revoke…") if standing else t("Lift…")
        )
        self.confirmation.button.setVisible(standing)
        self.validation.button.setVisible(standing and confirmed)
        self.validation.setVisible(confirmed)

    @Slot()
    def confirm(self) -> None:
        """Ask who confirms."""
        if self._result is None:
            return
        t, result = self.kit.t, self._result
        done = result.confirmed_on is not None
        decision = Decision(
            heading=t("Confirm: {what}", what=self._title(result)),
            verb=t("Confirm"),
            note=t("Somebody who knows says by name that it was reached. It counts from then on."),
            caption=t("Confirmed by"),
            words=result.confirmed_by or self.context.settings.profile_name,
            on=result.confirmed_on or self.kit.clock.today(),
            take_back=t("It is not confirmed after all") if done else "",
            proof=None if done else self.proof,
        )
        toast = t("Confirmed: {what}", what=self._title(result))
        back = t("Not confirmed any more: {what}", what=self._title(result))
        self._ask(_Asked(decision, jobs.confirm, dict(_UNCONFIRMED), toast, back), self._colleagues())

    @Slot()
    def validate(self) -> None:
        """Ask who validates, as a second person."""
        if self._result is None:
            return
        t, result = self.kit.t, self._result
        own, first = self.context.settings.profile_name, result.confirmed_by.casefold()
        done = result.validated_on is not None
        decision = Decision(
            heading=t("Validate: {what}", what=self._title(result)),
            verb=t("Validate"),
            note=t("A second person looks at what proves it. {name} confirmed it.", name=result.confirmed_by),
            caption=t("Validated by"),
            words=result.validated_by or ("" if own.casefold() == first else own),
            on=result.validated_on or self.kit.clock.today(),
            take_back=t("It is not validated after all") if done else "",
        )
        toast = t("Validated: {what}", what=self._title(result))
        back = t("Not validated any more: {what}", what=self._title(result))
        names = [name for name in self._colleagues() if name.casefold() != first]
        self._ask(_Asked(decision, jobs.validate, dict(_INVALID), toast, back), names)

    @Slot()
    def revoke(self) -> None:
        """Ask why it does not hold; of a revoked one, let it hold again."""
        if self._result is None:
            return
        t, result = self.kit.t, self._result
        back = t("Holds again: {what}", what=self._title(result))
        if result.revoked_on is not None:
            self.context.write(partial(jobs.withdraw, result.id, dict(_STANDING)), toast=back)
            return
        decision = Decision(
            heading=t("Revoke: {what}", what=self._title(result)),
            verb=t("Revoke"),
            note=t("It leaves the counts from that day on. Reports of earlier dates stay as they were."),
            caption=t("Why does it not hold?"),
            words=self.doubt,
            on=self.kit.clock.today(),
            danger=True,
        )
        self._ask(_Asked(decision, jobs.revoke, {}, t("Revoked: {what}", what=self._title(result)), back), ())

    def _ask(self, asked: _Asked, names: Sequence[str]) -> None:
        self._asked = asked
        self._dialog = DecisionDialog(self.kit, asked.decision, names, self.window())
        self._dialog.decided.connect(self._decide)
        self._dialog.taken_back.connect(self._take_back)
        self._dialog.open()

    @Slot(str, object, object)
    def _decide(self, words: str, on: date, proof: ChosenProof | None) -> None:
        if self._asked is not None and self._result is not None:
            confirming = self._asked.job is jobs.confirm
            job = partial(self._asked.job, self._result.id, words, on, *((proof,) if confirming else ()))
            self.context.write(job, self._done, self._refused, toast=self._asked.toast)  # type: ignore[arg-type]

    @Slot()
    def _take_back(self) -> None:
        if self._asked is not None and self._result is not None:
            job = partial(jobs.withdraw, self._result.id, self._asked.withdrawn)
            self.context.write(job, self._done, self._refused, toast=self._asked.back_toast)

    def _done(self, _record: Record) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None

    def _refused(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.tell(self.context.error_text(error))

    def _title(self, result: ResultEvent) -> str:
        return self.kit.t(choice_label(result.kind))

    def _who(self, words: str, on: date | None) -> str:
        if on is None:
            return words
        day = self.kit.formats.date(on)
        return self.kit.t("{words}, {day}", words=words, day=day) if words else day
