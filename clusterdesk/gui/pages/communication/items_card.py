"""What was published, the newest first."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.communication import CommunicationItem
from clusterdesk.domain.views.communication import CommunicationPage, CommunicationRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.communication.featured_field import FeaturedField
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Column
from clusterdesk.gui.widgets.fields.choice import Option

_NOTHING = Option(None, "–")
_ROWS = (
    ("title",),
    ("channel_id", "on"),
    ("link", "reach"),
    ("profile_id", "document_id"),
    ("remark",),
)


class ItemsCard(PartsCard):
    """The card of communications."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t(
            "Nothing published yet. Note every article, post or talk: who is featured, where, and whom it reached."
        )
        super().__init__(
            context, t("Published"), empty, add=t("Note a communication"), hint=t("Title of the article, post or talk")
        )
        self.page = CommunicationPage()

    def make_row(self, part: CommunicationRow) -> PartRow:
        """Return the row of a communication."""
        return ItemRow(self, part)

    def show_page(self, page: CommunicationPage) -> None:
        """Show all that was published."""
        self.page = page
        self.show_parts(page.rows)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Note something published today; the row opens for the rest."""
        record = CommunicationItem(title=text, on=self.kit.clock.today())
        self.context.write(partial(jobs.add, AddRecord(record=record)), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class ItemRow(PartRow):
    """One communication."""

    type_key = "communication_item"
    wraps = True
    part: CommunicationRow

    def __init__(self, card: ItemsCard, part: CommunicationRow) -> None:
        """Show a communication, closed; the card knows the lists that its fields name rows of."""
        super().__init__(card.context, part)
        self.card = card

    def words(self) -> None:
        """Say title, day, channel, reach, and who is featured."""
        kit, t, one = self.kit, self.kit.t, self.part.record
        facts = [kit.formats.date(one.on)]
        if self.part.channel is not None:
            facts.append(self.part.channel.name_in(t.language))
        if one.reach is not None:
            facts.append(
                t.n(
                    "{count} person reached", "{count} people reached", n=one.reach, count=kit.formats.number(one.reach)
                )
            )
        if self.part.featured:
            facts.append(kit.formats.joined([each.name for each in self.part.featured]))
        chips = () if self.part.featured else ((t("Nobody featured"), Tone.NEUTRAL),)
        self.say(one.title, " · ".join(facts), *chips)

    def build(self) -> QWidget:
        """Return the fields and who is featured."""
        pointing = {name: [_NOTHING] for name in ("channel_id", "profile_id", "document_id")}
        self.form = RecordForm(self.context, self.type_key, _ROWS, pointing, required=("title",))
        self.featured = FeaturedField(self.context)
        return Column(self.form, self.featured)

    def fill(self) -> None:
        """Show the communication."""
        page, one, language = self.card.page, self.part.record, self.kit.t.language
        channels = [each for each in page.channels if each.active or each.id == one.channel_id]
        offered = {
            "channel_id": [Option(each.id, each.name_in(language)) for each in channels],
            "profile_id": [Option(each.id, each.name) for each in page.profiles],
            "document_id": [Option(each.id, each.name) for each in page.documents],
        }
        for name, options in offered.items():
            self.form.offer(name, [_NOTHING, *options])
        self.form.show_record(one)
        self.featured.show_members(one.id, self.part.featured)
