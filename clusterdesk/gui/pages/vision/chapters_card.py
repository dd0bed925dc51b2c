"""The chapters of a dossier in their order."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.vision import MoveChapter
from clusterdesk.domain.records.vision import VisionChapter
from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.vision import reading
from clusterdesk.gui.pages.vision.dossier_card import DossierCard, beginning, marked
from clusterdesk.gui.widgets.card import Column
from clusterdesk.gui.widgets.order_buttons import OrderButtons


class ChaptersCard(DossierCard):
    """The chapters in their order."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t(
            "No chapter yet. What is found and shaped is written here, chapter by chapter; it becomes the dossier."
        )
        super().__init__(context, t("Chapters"), empty, add=t("Add a chapter"), hint=t("Title of the chapter"))

    def parts_of(self, page: VisionPage) -> Sequence[VisionChapter]:
        """Return the chapters."""
        return page.chapters

    def make_row(self, part: VisionChapter) -> PartRow:
        """Return the row of a chapter."""
        return ChapterRow(self.context, part)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a chapter after the others."""
        if self.page is not None:
            last = max((one.position for one in self.page.chapters), default=0)
            self.put(VisionChapter(vision_dossier_id=self.page.record.id, title=text, position=last + 1))


class ChapterRow(PartRow):
    """One chapter."""

    type_key = "vision_chapter"
    wraps = True
    part: VisionChapter

    def words(self) -> None:
        """Say its title and how it begins."""
        self.say(self.part.title, beginning(self.part.text), *marked(self, self.part.visibility))

    def build(self) -> QWidget:
        """Return the fields, and the buttons that move it."""
        rows = (("title",), ("text",), ("visibility",))
        self.form = RecordForm(self.context, self.type_key, rows, required=("title",))
        self.order = OrderButtons(self.kit)
        self.order.asked.connect(self._move)
        return Column(self.form, self.order)

    def fill(self) -> None:
        """Show the chapter."""
        self.form.show_record(self.part)

    @Slot(bool)
    def _move(self, up: bool) -> None:
        self.context.write(partial(reading.order, MoveChapter(chapter_id=self.part.id, up=up)))
