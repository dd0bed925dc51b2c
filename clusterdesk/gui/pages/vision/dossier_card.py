"""What the cards of a dossier's parts have in common."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.fields.choice import Option

NOTHING = Option(None, "–")
_SHOWN = 160


class DossierCard(PartsCard):
    """A card of parts of the dossier shown; a new part opens once it is there."""

    page: VisionPage | None = None

    def show_page(self, page: VisionPage) -> None:
        """Show the parts of a dossier."""
        self.page = page
        self.show_parts(self.parts_of(page))

    def parts_of(self, page: VisionPage) -> Sequence[Any]:
        """Return the parts that the card lists."""
        raise NotImplementedError

    def put(self, record: Record) -> None:
        """Add a part."""
        self.context.write(partial(jobs.add, AddRecord(record=record)), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class OfChapterRow(PartRow):
    """A row of a part that may belong to a chapter; the card knows which there are."""

    def __init__(self, card: DossierCard, part: Any) -> None:  # noqa: ANN401 - sources and questions
        """Show a part, closed."""
        super().__init__(card.context, part)
        self.card = card

    def chapter(self) -> str:
        """Return the title of the chapter it belongs to."""
        chapters = self.card.page.chapters if self.card.page is not None else ()
        return next((one.title for one in chapters if one.id == self.part.vision_chapter_id), "")

    def offer(self, form: RecordForm, name: str, options: Sequence[Option]) -> None:
        """Offer answers for a field that points to another record."""
        form.offer(name, [NOTHING, *options])

    def offer_chapters(self, form: RecordForm) -> None:
        """Offer the chapters of the dossier."""
        chapters = self.card.page.chapters if self.card.page is not None else ()
        self.offer(form, "vision_chapter_id", [Option(one.id, one.title) for one in chapters])


def beginning(text: str) -> str:
    """Return how a text begins, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def marked(row: PartRow, visibility: Visibility) -> tuple[tuple[str, Tone], ...]:
    """Return the chip of who may read it, where that is not what is usual."""
    if visibility is Visibility.SHAREABLE:
        return ()
    tone = Tone.BAD if visibility is Visibility.RESTRICTED else Tone.WARN
    return ((row.kit.t(choice_label(visibility)), tone),)
