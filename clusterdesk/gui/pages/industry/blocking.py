"""The question that blocks the next level, and the action that lifts it: one click makes it a promise."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.industrialisation import LiftBlocking
from clusterdesk.domain.industrialisation.maturity import lifting_action
from clusterdesk.domain.records.sessions import OwnerKind
from clusterdesk.domain.views.industry import ProjectIndustry
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.industry.loading import lift
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, Label

_DAYS = 28


class BlockingBlock(QWidget):
    """What blocks, what lifts it, who promises that and by when.

    Signals:
        promises_asked: the promises of the organisation should be shown.
    """

    promises_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty block."""
        super().__init__()
        self.context, self.kit = context, context.kit
        self._shown: ProjectIndustry | None = None
        self._language = self.kit.t.language
        t = self.kit.t
        self.caption = Label("", "caption")
        self.question = Label("", "strong", wrap=True)
        self.action = Label("", wrap=True)
        self.owner = ChoiceBox()
        self.owner.setAccessibleName(t("Owed by"))
        self.owner.set_options([Option(each, t(choice_label(each))) for each in (OwnerKind.ORGANISATION, OwnerKind.US)])
        self.owner.choose(OwnerKind.ORGANISATION)
        self.due = InlineDate(self.kit, t("Due on"), required=True)
        self.due.edit.setProperty("role", "input")
        self.due.hide_caption()
        self.due.setFixedWidth(self.kit.theme.length(150))
        self.lift_button = Button(self.kit, t("Make it a promise"), "primary", icon="list-checks")
        self.lift_button.clicked.connect(self.promise)
        self.promised = Chip("", Tone.INFO)
        self.see_button = Button(self.kit, t("See the promises"), "link", icon="external-link")
        self.see_button.clicked.connect(self.promises_asked)
        self._asking, self._done = QWidget(), QWidget()
        for holder, widgets in (
            (self._asking, (self.owner, self.due, self.lift_button)),
            (self._done, (self.promised, self.see_button)),
        ):
            flow = FlowLayout(holder, spacing=8)
            for widget in widgets:
                flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(5)
        for each in (self.caption, self.question, self.action, self._asking, self._done):
            column.addWidget(each)
        column.setAlignment(self.caption, Qt.AlignmentFlag.AlignTop)
        self.kit.theme.changed.connect(self._grow)

    def show_project(self, shown: ProjectIndustry, language: str) -> None:
        """Show what blocks a project; nothing at the top of the ladder. ``language`` is that of its promises."""
        self._language = language
        other = self._shown is None or self._shown.maturity.blocking != shown.maturity.blocking
        self._shown = shown
        t, blocking, promise = self.kit.t, shown.maturity.blocking, shown.promise
        self.setVisible(blocking is not None)
        if blocking is None:
            return
        self.caption.setText(t("What blocks level {level}", level=blocking.level))
        self.question.setText(blocking.name_in(t.language))
        self.action.setText(t("To lift it: {action}", action=lifting_action(blocking, t.language)))
        self._asking.setVisible(promise is None)
        self._done.setVisible(promise is not None)
        if promise is not None:
            day = self.kit.formats.date(promise.due_on) if promise.due_on is not None else "–"
            who = t(choice_label(promise.owner))
            self.promised.setText(t("Promised for {day} · {who}", day=day, who=who))
        elif other:
            self.due.set_value(self.kit.clock.today() + timedelta(days=_DAYS))

    @Slot()
    def promise(self) -> None:
        """Make the action a promise of who was chosen, due on the day that stands there."""
        shown = self._shown
        if shown is None or shown.maturity.blocking is None or not self.due.commit():
            return
        owner = OwnerKind(str(self.owner.currentData()))
        command = LiftBlocking(
            project_id=shown.project.id,
            question_id=shown.maturity.blocking.id,
            owner=owner,
            due_on=self.due.value,
            language=self._language,
        )
        toast = self.kit.t("Promise: {text}", text=lifting_action(shown.maturity.blocking, self._language))
        self.context.write(partial(lift, command), None, self._refused, toast=toast)

    def _refused(self, error: BaseException) -> None:
        self.due.show_problem(self.context.error_text(error))

    @Slot()
    def _grow(self) -> None:
        self.due.setFixedWidth(self.kit.theme.length(150))
