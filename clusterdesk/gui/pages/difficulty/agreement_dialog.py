"""Noting that an organisation agrees to stand by name in what is sent up: who said so, and when."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.difficulties import AgreeToBeNamed
from clusterdesk.domain.views.difficulties import Met
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.difficulty import reading
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.label import Label

_LONGEST = 500


class AgreementDialog(AskDialog):
    """Asks who agreed, and when; nothing is written before both are known."""

    def __init__(self, context: Context, difficulty_id: UUID, met: Met, parent: QWidget | None = None) -> None:
        """Ask for one organisation."""
        t = context.kit.t
        super().__init__(context.kit, t("{name} agrees to be named", name=met.name), t("Note the agreement"),
                         parent=parent)  # fmt: skip
        self.context, self._difficulty_id, self._met = context, difficulty_id, met
        self.who = InlineText(self.kit, t("Who agreed"), longest=_LONGEST, required=True)
        self.who.edit.setPlaceholderText(t("First name and last name"))
        self.day = InlineDate(self.kit, t("Agreed on"), required=True)
        self.day.set_value(self.kit.clock.today())
        for field in (self.who, self.day):
            field.edit.setProperty("role", "input")
        note = t("Without an agreement all that identifies an organisation is blocked in what leaves.")
        self.content.addWidget(Label(note, "muted", wrap=True))
        self.scroll_content(self.who, self.day)
        self.agreed.connect(self._agree)

    @Slot()
    def _agree(self) -> None:
        if not self.who.value and not self.who.dirty:
            self.who.restore_draft("")
        if not self.who.commit() or not self.day.commit() or not self.who.value:
            self.who.edit.setFocus()
            return
        command = AgreeToBeNamed(
            difficulty_id=self._difficulty_id,
            organisation_id=self._met.organisation_id,
            by=self.who.value,
            on=self.day.value,
        )
        self.wait()
        toast = self.kit.t("{name} may be named.", name=self._met.name)
        self.context.write(partial(reading.agree, command), self._done, self._refused, toast=toast, owner=self)

    def _done(self, _record: object) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
