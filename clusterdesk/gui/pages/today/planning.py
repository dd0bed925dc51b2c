"""Two dialogs that begin something with an organisation: a note of now, a visit to come."""

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choices_of
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionNote
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import InlineHour
from clusterdesk.gui.pages.organisations.picker import OrganisationPicker
from clusterdesk.gui.pages.today.reading import Plan, Start, VisitPlan
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_edit import LineEdit


class SessionDialog(AskDialog):
    """Asks with whom and how; subclasses say what then happens."""

    def __init__(self, context: Context, heading: str, action: str, parent: QWidget | None = None) -> None:
        """Make picker and kinds."""
        super().__init__(context.kit, heading, action, parent=parent)
        t = self.kit.t
        self.context = context
        self.picker = OrganisationPicker(context)
        self.kind = ChoiceBox()
        self.kind.setAccessibleName(t("Kind"))
        self.kind.set_options(Option(kind, t(label)) for kind, label in choices_of(SessionKind).items())
        self.kind.choose(SessionKind.VISIT)
        self.content.addWidget(Label(t("With whom?"), "caption"))
        self.content.addWidget(self.picker, 1)
        self.picker.picked.connect(self._picked)
        self.picker.opened.connect(self.consent.click)
        self.agreed.connect(self._agree)
        self.picker.setFocus()
        self._picked(None)

    def begin(self, organisation_id: UUID) -> None:
        """Carry it out; subclasses write this."""
        raise NotImplementedError

    def refused(self, error: BaseException) -> None:
        """Say why it was not done."""
        self.tell(self.context.error_text(error))

    @Slot(object)
    def _picked(self, organisation_id: UUID | None) -> None:
        self.consent.setEnabled(organisation_id is not None)

    @Slot()
    def _agree(self) -> None:
        organisation_id = self.picker.organisation_id
        if organisation_id is not None:
            self.wait()
            self.begin(organisation_id)


class NoteDialog(SessionDialog):
    """Opens the notes of a visit, meeting, call or mail: of now, or of another day, after the fact.

    Signals:
        started: the id of the session.
    """

    started = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Ask."""
        t = context.kit.t
        super().__init__(context, t("Write a note"), t("Open the notes"), parent)
        self.day = InlineDate(self.kit, t("Day"), required=True)
        self.day.set_value(self.kit.clock.today())
        self.day.edit.setProperty("role", "input")
        self.content.addWidget(Row(self.day, _captioned(self.kind, t("Kind")), spacing=12, stretch=False))

    def begin(self, organisation_id: UUID) -> None:
        """Start the session, unless its day cannot be read."""
        if not self.day.commit() or self.day.value is None:
            self.tell("")
            return
        kind = SessionKind(self.kind.currentData())
        job = Start(organisation_id, kind, self.kit.t.language, on=self.day.value)
        self.context.write(job, self._begun, self.refused, owner=self)

    def _begun(self, made: tuple[Session, tuple[SessionNote, ...]]) -> None:
        self.started.emit(made[0].id)
        self.accept()


class PlanDialog(SessionDialog):
    """Puts a visit, meeting or call into the agenda.

    Signals:
        planned: the Session.
    """

    planned = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None, *, day: date | None = None) -> None:
        """Ask, with tomorrow as the day unless another one is given."""
        t = context.kit.t
        super().__init__(context, t("Plan a visit"), t("Plan it"), parent)
        self.day = InlineDate(self.kit, t("Day"), required=True)
        self.day.set_value(day or self.kit.clock.today() + timedelta(days=1))
        self.hour = InlineHour(self.kit, t("Hour"))
        for field in (self.day, self.hour):
            field.edit.setProperty("role", "input")
        self.subject = LineEdit()
        self.subject.setAccessibleName(t("Subject"))
        self.subject.setPlaceholderText(t("Subject"))
        kinds = _captioned(self.kind, t("Kind"))
        self.content.addWidget(Row(self.day, self.hour, kinds, spacing=12, stretch=False))
        self.content.addWidget(self.subject)

    def begin(self, organisation_id: UUID) -> None:
        """Plan the session, unless day or hour cannot be read."""
        if not (self.day.commit() and self.hour.commit()) or self.day.value is None:
            self.tell("")
            return
        plan = VisitPlan(
            organisation_id,
            self.day.value,
            self.hour.value,
            SessionKind(self.kind.currentData()),
            self.subject.text().strip(),
        )
        day = self.kit.formats.long_date(self.day.value)
        self.context.write(
            Plan(plan), self._planned, self.refused, toast=self.kit.t("Planned for {day}", day=day), owner=self
        )

    def _planned(self, session: Session) -> None:
        self.planned.emit(session)
        self.accept()


def _captioned(box: QWidget, caption: str) -> QWidget:
    """Return a box with its caption over it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Label(caption, "caption"))
    column.addWidget(box)
    return made
