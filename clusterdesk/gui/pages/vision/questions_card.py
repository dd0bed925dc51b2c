"""The open questions of a dossier, those without an answer first."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.vision import OpenQuestion
from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.vision.dossier_card import NOTHING, DossierCard, OfChapterRow, beginning, marked
from clusterdesk.gui.tokens import Tone


class QuestionsCard(DossierCard):
    """The open questions, those without an answer first."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("No open question. What nobody knows yet is noted here, and answered later.")
        super().__init__(
            context, t("Open questions"), empty, add=t("Add a question"), hint=t("What is still to be found out?")
        )

    def parts_of(self, page: VisionPage) -> Sequence[OpenQuestion]:
        """Return the questions."""
        return page.questions

    def make_row(self, part: OpenQuestion) -> PartRow:
        """Return the row of a question."""
        return QuestionRow(self, part)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Ask something, today."""
        if self.page is not None:
            today = self.kit.clock.today()
            self.put(OpenQuestion(vision_dossier_id=self.page.record.id, text=text, asked_on=today))


class QuestionRow(OfChapterRow):
    """One question."""

    type_key = "open_question"
    wraps = True
    part: OpenQuestion

    def words(self) -> None:
        """Say the question, and whether it is answered."""
        kit, one, t = self.kit, self.part, self.kit.t
        asked = t("asked on {day}", day=kit.formats.date(one.asked_on)) if one.asked_on is not None else ""
        answered = one.answered_on is not None
        chip = (t("Answered"), Tone.OK) if answered else (t.c("question", "Open"), Tone.WARN)
        note = " · ".join(fact for fact in (asked, self.chapter(), beginning(one.answer)) if fact)
        # Most stay inside: only what nobody else may read is said.
        kept = one.visibility if one.visibility is Visibility.RESTRICTED else Visibility.SHAREABLE
        self.say(one.text, note, chip, *marked(self, kept))

    def build(self) -> QWidget:
        """Return the fields."""
        rows = (("text",), ("asked_on", "vision_chapter_id"), ("answer",), ("answered_on", "visibility"))
        self.form = RecordForm(self.context, self.type_key, rows, {"vision_chapter_id": [NOTHING]})
        return self.form

    def fill(self) -> None:
        """Show the question."""
        self.offer_chapters(self.form)
        self.form.show_record(self.part)
