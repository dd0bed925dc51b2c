"""Dialogs about several organisations: a tag for all, a visit to each."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCompleter, QWidget

from clusterdesk.domain.commands.organisations import TagOrganisations
from clusterdesk.domain.commands.sessions import PlanVisits
from clusterdesk.domain.records.sessions import Session
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.pages.organisations import jobs
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_edit import LineEdit

_LONGEST = 100


class TagDialog(AskDialog):
    """Asks for a tag; the organisations bear it beside those they bear."""

    def __init__(self, context: Context, organisation_ids: Sequence[UUID], what: str, parent: QWidget) -> None:
        """Ask about these organisations; ``what`` names them."""
        t = context.kit.t
        super().__init__(context.kit, t("Tag: {what}", what=what), t("Tag them"), parent=parent)
        self.context, self._ids = context, tuple(organisation_ids)
        self.line = LineEdit()
        self.line.setMaxLength(_LONGEST)
        self.line.setAccessibleName(t("The tag"))
        self.line.setPlaceholderText(t("The tag"))
        self.line.textChanged.connect(self._typed)
        note = t("Tags are free words to find organisations by; the ones they bear already stay.")
        self.content.addWidget(Label(note, "muted", wrap=True))
        self.content.addWidget(self.line)
        self.agreed.connect(self._agree)
        self.line.setFocus()
        self._typed("")
        context.desk.submit(jobs.known_tags, self._offer, owner=self)

    def _offer(self, names: list[str]) -> None:
        completer = QCompleter(names, self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.consent.setEnabled(bool(text.strip()))

    @Slot()
    def _agree(self) -> None:
        name = self.line.text().strip()
        if name:
            self.wait()
            command = TagOrganisations(organisation_ids=self._ids, name=name)
            toast = self.kit.t("Tagged: {name}", name=name)
            self.context.write(partial(jobs.tag, command), self._done, self._refused, toast=toast, owner=self)

    def _done(self, _output: object) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))


def tag_now(context: Context, organisation_ids: Sequence[UUID], name: str) -> None:
    """Let organisations bear a tag without asking; Undo is offered."""
    command = TagOrganisations(organisation_ids=tuple(organisation_ids), name=name)
    toast = context.kit.t("Tagged: {name}", name=name)
    context.write(partial(jobs.tag, command), None, context.shell.show_error, toast=toast)


class PlanVisitsDialog(AskDialog):
    """Asks from which day on; a visit to each is planned at the free hours, two on a working day."""

    def __init__(self, context: Context, organisation_ids: Sequence[UUID], what: str, parent: QWidget) -> None:
        """Ask about these organisations; ``what`` names them."""
        t = context.kit.t
        super().__init__(context.kit, t("Plan visits: {what}", what=what), t("Plan them"), parent=parent)
        self.context, self._ids = context, tuple(organisation_ids)
        self.day = InlineDate(self.kit, t("From this day on"), required=True)
        self.day.edit.setProperty("role", "input")
        self.day.set_value(self.kit.clock.today() + timedelta(days=1))
        note = t("Two visits a working day, at the hours that are free. Whoever has a visit planned gets no other one.")
        self.content.addWidget(Label(note, "muted", wrap=True))
        self.content.addWidget(self.day)
        self.agreed.connect(self._agree)

    @Slot()
    def _agree(self) -> None:
        if self.day.commit() and self.day.value is not None:
            self.wait()
            command = PlanVisits(organisation_ids=self._ids, from_on=self.day.value)
            self.context.write(partial(jobs.plan_visits, command), self._done, self._refused, owner=self)

    def _done(self, made: tuple[Session, ...]) -> None:
        t, formats = self.kit.t, self.kit.formats
        if made:
            last = formats.long_date(made[-1].on)
            words = t.n("{n} visit planned, until {day}", "{n} visits planned, until {day}", n=len(made), day=last)
            self.context.shell.toast_undo(words)
        else:
            self.context.shell.toast(t("Each of them has a visit planned already."))
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
