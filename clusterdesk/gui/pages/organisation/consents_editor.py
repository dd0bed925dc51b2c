"""What a person agreed to, each purpose apart."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose, Contact
from clusterdesk.domain.views.organisation_page import ContactCard
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option


class ConsentsEditor(QWidget):
    """One answer for each purpose; a new answer is a new consent of today, the old ones stay in the history."""

    def __init__(self, context: Context) -> None:
        """Make the choices."""
        super().__init__()
        self.context, self._card = context, ContactCard(Contact(), ())
        t = context.kit.t
        options = [Option(None, t("Not asked")), Option(True, t("Yes")), Option(False, t("No"))]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._choices: dict[ConsentPurpose, InlineChoice] = {}
        for number, purpose in enumerate(ConsentPurpose):
            choice = InlineChoice(context.kit, t(choice_label(purpose)), options)
            choice.setObjectName(purpose.value)
            choice.committed.connect(self._answer)
            self._choices[purpose] = choice
            grid.addWidget(choice, number // 2, number % 2)

    def show_card(self, card: ContactCard) -> None:
        """Show the newest answers of a person."""
        self._card = card
        for purpose, choice in self._choices.items():
            choice.set_value(card.agrees_to(purpose))

    @Slot(object)
    def _answer(self, given: bool | None) -> None:
        choice = self.sender()
        if not isinstance(choice, InlineChoice):
            return
        purpose = ConsentPurpose(choice.objectName())
        if given is None:
            asked = [one for one in self._card.consents if one.purpose is purpose]
            if asked:
                self.context.write(partial(jobs.remove, "consent", asked[0].id))
            return
        today = self.context.kit.clock.today()
        consent = Consent(contact_id=self._card.contact.id, purpose=purpose, given=given, on=today, recorded_on=today)
        self.context.write(partial(jobs.add, AddRecord(record=consent)))
