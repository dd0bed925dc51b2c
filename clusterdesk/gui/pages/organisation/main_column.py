"""The left column: what the organisation is in short, the quick note, the Fil."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.organisation.fil_card import FilCard
from clusterdesk.gui.pages.organisation.loading import PageData
from clusterdesk.gui.pages.organisation.quick_note import QuickNote
from clusterdesk.gui.pages.organisation.savers import save_summary
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.label import Label


class MainColumn(QWidget):
    """Summary, quick note and Fil, one under the other; the Fil takes the height that is left."""

    def __init__(self, context: Context) -> None:
        """Make an empty column."""
        super().__init__()
        t = context.kit.t
        self.fields = RecordFields(context, "organisation", self)
        hint = t("What does it do, where does it stand, what is it looking for?")
        note = GrowingNote(context.kit, t("In short"), placeholder=hint, least=1, most=5)
        self.summary = self.fields.bind("summary", note, save_summary)
        options = [Option(each, t(choice_label(each))) for each in Visibility]
        readers = InlineChoice(context.kit, t("Who may read: {what}", what=t("In short")), options)
        self.visibility = self.fields.bind("summary_visibility", readers)
        self.visibility.hide_caption()
        self.visibility.setFixedWidth(context.kit.theme.length(128))
        caption = Label(t("In short"), "caption")
        caption.setBuddy(self.summary.edit)
        self.summary.hide_caption()
        head = QHBoxLayout()
        head.addSpacing(8)
        head.addWidget(caption, 1)
        head.addWidget(self.visibility)
        pinned = Card(margin=10, spacing=0)
        pinned.body.addLayout(head)
        pinned.add(self.summary)
        self._pinned = pinned
        self.quick = QuickNote(context)
        self.fil = FilCard(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(pinned)
        column.addWidget(self.quick)
        column.addWidget(self.fil, 1)

    @property
    def changing(self) -> tuple[QWidget, ...]:
        """What changes the organisation; the Fil is only read."""
        return (self._pinned, self.quick, self.fil.empty)

    def show_data(self, data: PageData) -> None:
        """Show an organisation; its Fil loads by itself."""
        organisation = data.page.organisation
        self.fields.show(organisation)
        self.quick.show_organisation(organisation.id, data.quick_note)
        self.fil.show_organisation(organisation.id)
