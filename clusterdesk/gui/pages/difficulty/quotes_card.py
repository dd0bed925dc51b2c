"""What was said of a difficulty, word for word, and by whom."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.difficulties import NewQuote, QuoteDifficulty
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import DifficultyQuote
from clusterdesk.domain.views.difficulties import DifficultyPage, QuoteLine
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.difficulty import reading
from clusterdesk.gui.shortcuts import DIFFICULTY, shown_keys
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.fields.choice import Option

_ROWS = (("text",), ("organisation_id",), ("on", "visibility"))
_NOBODY = Option(None, "–")


class QuotesCard(PartsCard):
    """The card of quotes; a new one is of the first organisation that meets the difficulty."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        key = shown_keys(DIFFICULTY)
        empty = t("Nobody is quoted yet. In the notes of a visit, select a sentence and press {key}: it comes here.",
                  key=key)  # fmt: skip
        super().__init__(
            context, t("Quotes"), empty, add=t("Add a quote"), hint=t("Word for word, as it was said"),
        )  # fmt: skip
        self._page: DifficultyPage | None = None

    def make_row(self, part: QuoteLine) -> PartRow:
        """Return the row of a quote."""
        return QuoteRow(self.context, part, self.organisations)

    def show_page(self, page: DifficultyPage) -> None:
        """Show what was said."""
        self._page = page
        self.show_parts(page.quotes)

    def organisations(self) -> list[Option]:
        """Return who may have said it."""
        met = self._page.row.organisations if self._page is not None else ()
        return [_NOBODY, *(Option(one.organisation_id, one.name) for one in met)]

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a quote; the row opens to say of whom it is."""
        if self._page is None:
            return
        met = self._page.row.organisations
        own = met[0].organisation_id if len(met) == 1 else None
        said = NewQuote(text=text, organisation_id=own, on=self.kit.clock.today())
        command = QuoteDifficulty(difficulty_id=self._page.row.record.id, quote=said)
        self.context.write(partial(reading.quote, command), self._added, toast=self.kit.t("Quote noted."))

    def _added(self, record: DifficultyQuote) -> None:
        self.open_when_shown(record.id)


class QuoteRow(PartRow):
    """One quote."""

    type_key = "difficulty_quote"
    wraps = True
    part: QuoteLine

    def __init__(self, context: Context, part: QuoteLine, organisations: Callable[[], list[Option]]) -> None:
        """Show a quote, closed; ``organisations`` returns who may have said it."""
        super().__init__(context, part)
        self._organisations = organisations

    def words(self) -> None:
        """Say it between marks, with who said it and when."""
        kit, record = self.kit, self.part.record
        facts = [self.part.organisation, kit.formats.date(record.on) if record.on is not None else ""]
        note = " · ".join(one for one in facts if one)
        chips: tuple[tuple[str, Tone], ...] = ()
        if record.visibility is not Visibility.SHAREABLE:
            tone = Tone.BAD if record.visibility is Visibility.RESTRICTED else Tone.WARN
            chips = ((kit.t(choice_label(record.visibility)), tone),)
        self.say(kit.t("“{text}”", text=record.text), note, *chips)

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, _ROWS, {"organisation_id": [_NOBODY]})
        return self.form

    def fill(self) -> None:
        """Show the quote."""
        known = self._organisations()
        own = self.part.record.organisation_id
        if own is not None and own not in {one.key for one in known}:
            known.append(Option(own, self.part.organisation))
        self.form.offer("organisation_id", known)
        self.form.show_record(self.part.record)
