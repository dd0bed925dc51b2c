"""Noting a difficulty: what stands in the way, for whom, how much it weighs, and the words it was said with."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label, choices_of
from clusterdesk.domain.commands.difficulties import NewQuote, NoteDifficulty
from clusterdesk.domain.difficulties.titles import title_from
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import Difficulty, Severity
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.difficulties import jobs, words
from clusterdesk.gui.pages.difficulties.organisation_line import OrganisationLine
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import InlineText
from clusterdesk.gui.widgets.page_header import FoldingRow

_LONGEST = 500
_SIDE_BY_SIDE = 440


class NotingDialog(AskDialog):
    """Asks for a difficulty.

    Signals:
        noted: the id of the difficulty; the dialog closes.
    """

    noted = Signal(object)

    def __init__(self, context: Context, noting: jobs.Noting, parent: QWidget | None = None) -> None:
        """Ask; ``noting`` says from where."""
        t = context.kit.t
        super().__init__(context.kit, t("Note a difficulty"), t("Note it"), parent=parent)
        self.context, self._noting = context, noting
        self._profile_id: UUID | None = None
        self._make_fields()
        self._assemble()
        self.agreed.connect(self._agree)
        if noting.quick_note_id is not None:
            self.otherwise = Button(self.kit, t("File it otherwise…"))
            self.otherwise.setAutoDefault(False)
            self.otherwise.clicked.connect(self._file_otherwise)
            self.offer(self.otherwise)
        self.setMinimumWidth(self.kit.theme.length(600))
        self.consent.setEnabled(False)
        job = partial(jobs.read_known, noting, context.settings.profile_name)
        context.desk.submit(job, self._begin, self._refused, owner=self)

    def _make_fields(self) -> None:
        kit, t = self.kit, self.kit.t
        self.title = InlineText(kit, t("What stands in the way"), longest=_LONGEST, required=True)
        self.title.edit.setProperty("role", "input")
        self.title.edit.setPlaceholderText(t("In one line: what stands in the way?"))
        self.theme = InlineChoice(kit, t("Theme"), [Option(None, "–")])
        self.severity = InlineChoice(kit, t("Severity"), [Option(one, t(label)) for one, label in _SEVERITIES])
        self.severity.set_value(Severity.COSTLY)
        for choice in (self.theme, self.severity):
            choice.box.setProperty("role", "input")
        self.quote = GrowingNote(kit, t("Quote"), placeholder=t("Word for word, as it was said"), least=2, most=6)
        options = [Option(each, t(choice_label(each))) for each in Visibility]
        self.visibility = InlineChoice(kit, t("Who may read it"), options)
        self.visibility.set_value(Visibility.SHAREABLE)
        self.organisation = OrganisationLine(self.context)

    def _assemble(self) -> None:
        pair = FoldingRow(self.kit, _SIDE_BY_SIDE, spacing=10)
        pair.add(self.theme, 1)
        pair.add(self.severity, 1)
        self.scroll_content(self.title, pair, self.organisation, self.quote, self.visibility)

    def _begin(self, known: jobs.Known) -> None:
        self.theme.set_options(words.theme_options(self.kit, known.themes))
        self._profile_id = known.profile_id
        if known.organisation_id is not None:
            self.organisation.take(known.organisation_id, known.organisation)
        said = self._noting.quote.strip()
        if said:
            self.quote.load(said)
        self.title.set_value(known.line or title_from(said))
        self.visibility.set_value(known.visibility)
        self.consent.setEnabled(True)
        self.title.edit.setFocus()
        self.title.edit.selectAll()

    @Slot()
    def _agree(self) -> None:
        if not self.title.value and not self.title.dirty:
            self.title.restore_draft("")
        if not self.title.commit() or not self.title.value:
            self.title.edit.setFocus()
            return
        said, met = self.quote.text().strip(), self.organisation.organisation_id
        # The title is often the words of the quote: both are read by the same people.
        chosen = self.visibility.value
        visibility = chosen if isinstance(chosen, Visibility) else Visibility.INTERNAL
        quote = NewQuote(
            text=said,
            organisation_id=met,
            session_id=self._noting.session_id,
            visibility=visibility,
        )
        theme, severity = self.theme.value, self.severity.value
        command = NoteDifficulty(
            title=self.title.value,
            theme_id=theme if isinstance(theme, UUID) else None,
            severity=severity if isinstance(severity, Severity) else Severity.COSTLY,
            organisation_ids=(met,) if met is not None else (),
            quotes=(quote,) if said else (),
            session_id=self._noting.session_id,
            profile_id=self._profile_id,
            visibility=visibility,
            quick_note_id=self._noting.quick_note_id,
        )
        self.wait()
        toast = self.kit.t("Difficulty noted: {title}", title=self.title.value)
        self.context.write(partial(jobs.note, command), self._noted, self._refused, toast=toast, owner=self)

    @Slot()
    def _file_otherwise(self) -> None:
        """Open the line that was jotted down: it may be a promise or a note after all."""
        self.reject()
        self.context.shell.capture(self._noting.quick_note_id)

    def _noted(self, difficulty: Difficulty) -> None:
        self.accept()
        self.noted.emit(difficulty.id)

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))


_SEVERITIES = tuple(choices_of(Severity).items())
