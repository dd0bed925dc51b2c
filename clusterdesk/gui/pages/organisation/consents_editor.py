"""What a person or an organisation agreed to, each purpose apart, when and how."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option


class ConsentsEditor(QWidget):
    """One answer for each purpose; a new answer is a new consent of today, the old ones stay in the history."""

    def __init__(self, context: Context, *, of_contact: bool) -> None:
        """Make the choices for a contact, else for an organisation as a whole."""
        super().__init__()
        self.context, self._of_contact = context, of_contact
        self._owner: UUID | None = None
        self._consents: Sequence[Consent] = ()
        t = context.kit.t
        options = [Option(None, t("Not asked")), Option(True, t("Yes")), Option(False, t("No"))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._choices: dict[ConsentPurpose, InlineChoice] = {}
        self.details: dict[ConsentPurpose, RecordForm] = {}
        for purpose in ConsentPurpose:
            choice = InlineChoice(context.kit, t(choice_label(purpose)), options)
            choice.setObjectName(purpose.value)
            choice.committed.connect(self._answer)
            details = RecordForm(context, "consent", (("on", "how"),))
            details.setContentsMargins(14, 0, 0, 4)
            self._choices[purpose], self.details[purpose] = choice, details
            column.addWidget(choice)
            column.addWidget(details)

    def show_consents(self, owner: UUID, consents: Sequence[Consent]) -> None:
        """Show the newest answers of an owner; consents come newest first."""
        self._owner, self._consents = owner, consents
        for purpose, choice in self._choices.items():
            answer = next((one for one in consents if one.purpose is purpose), None)
            choice.set_value(answer.given if answer is not None else None)
            details = self.details[purpose]
            details.setVisible(answer is not None)
            if answer is not None:
                details.show_record(answer)

    @Slot(object)
    def _answer(self, given: bool | None) -> None:
        choice = self.sender()
        if not isinstance(choice, InlineChoice) or self._owner is None:
            return
        purpose = ConsentPurpose(choice.objectName())
        if given is None:
            asked = [one for one in self._consents if one.purpose is purpose]
            if asked:
                self.context.write(partial(jobs.remove, "consent", asked[0].id))
            return
        today = self.context.kit.clock.today()
        contact_id, organisation_id = (self._owner, None) if self._of_contact else (None, self._owner)
        consent = Consent(
            contact_id=contact_id,
            organisation_id=organisation_id,
            purpose=purpose,
            given=given,
            on=today,
            recorded_on=today,
        )
        self.context.write(partial(jobs.add, AddRecord(record=consent)))
