"""The dated sources of a dossier."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.records.vision import VisionSource
from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.vision.dossier_card import NOTHING, DossierCard, OfChapterRow, marked
from clusterdesk.gui.widgets.fields.choice import Option


class SourcesCard(DossierCard):
    """The sources by day."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t(
            "No source yet. What a chapter says can be traced: to a document, a page, a conversation, and its day."
        )
        super().__init__(context, t("Sources"), empty, add=t("Add a source"), hint=t("Title of the source"))

    def parts_of(self, page: VisionPage) -> Sequence[VisionSource]:
        """Return the sources."""
        return page.sources

    def make_row(self, part: VisionSource) -> PartRow:
        """Return the row of a source."""
        return SourceRow(self, part)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a source, looked at today."""
        if self.page is not None:
            today = self.kit.clock.today()
            self.put(VisionSource(vision_dossier_id=self.page.record.id, title=text, consulted_on=today))


class SourceRow(OfChapterRow):
    """One source."""

    type_key = "vision_source"
    wraps = True
    part: VisionSource

    def words(self) -> None:
        """Say title, author, day and chapter."""
        kit, one = self.kit, self.part
        day = kit.formats.partial(one.published_on) if one.published_on is not None else ""
        if not day and one.consulted_on is not None:
            day = kit.t("looked at on {day}", day=kit.formats.date(one.consulted_on))
        facts = [one.author, day, self.chapter()]
        self.say(one.title, " · ".join(fact for fact in facts if fact), *marked(self, one.visibility))

    def build(self) -> QWidget:
        """Return the fields."""
        rows = (
            ("title",),
            ("author", "link"),
            ("published_on", "consulted_on"),
            ("vision_chapter_id", "document_id"),
            ("summary",),
            ("visibility",),
        )
        pointing = {name: [NOTHING] for name in ("vision_chapter_id", "document_id")}
        self.form = RecordForm(self.context, self.type_key, rows, pointing, required=("title",))
        return self.form

    def fill(self) -> None:
        """Show the source."""
        self.offer_chapters(self.form)
        documents = self.card.page.documents if self.card.page is not None else ()
        self.offer(self.form, "document_id", [Option(one.id, one.name) for one in documents])
        self.form.show_record(self.part)
