"""Telling organisations what was answered: which of them, a mail draft for each, and that they were told."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from clusterdesk.domain.commands.difficulties import FeedBackDifficulty
from clusterdesk.domain.records.difficulties import DifficultyAct
from clusterdesk.domain.views.difficulties import DifficultyPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.other_program import open_in_program
from clusterdesk.gui.pages.difficulty import reading
from clusterdesk.gui.pages.difficulty.move_words import MOVE_WORDS
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.label import Label

_SAID = MOVE_WORDS[DifficultyAct.FED_BACK]


class TellingDialog(AskDialog):
    """Lists those that were not told yet, all of them chosen, or the one that was asked for."""

    def __init__(
        self, context: Context, page: DifficultyPage, organisation_id: UUID | None, parent: QWidget | None = None
    ) -> None:
        """Ask; ``organisation_id`` is the only one that is chosen at the beginning."""
        t = context.kit.t
        super().__init__(context.kit, t(_SAID.heading), t("They were told"), parent=parent)
        self.context, self._page = context, page
        self._folder = Path()
        note = t("Each draft is in their language and names nobody else. Read it, send it, then note that they know.")
        self.content.addWidget(Label(note, "muted", wrap=True))
        self.boxes = {one.organisation_id: QCheckBox(one.name) for one in page.row.untold}
        for key, box in self.boxes.items():
            box.setChecked(organisation_id in (None, key))
            box.toggled.connect(self._turn)
        self.drafts = Button(self.kit, t("Make the mail drafts"), icon="mail")
        self.drafts.setAutoDefault(False)
        self.drafts.clicked.connect(self._write)
        self.made = Label("", "small", wrap=True)
        self.made.hide()
        self.day = InlineDate(self.kit, t("On"), required=True)
        self.day.set_value(self.kit.clock.today())
        self.day.edit.setProperty("role", "input")
        self.words = GrowingNote(self.kit, t(_SAID.caption), least=2, most=6)
        if not self.boxes:
            self.content.addWidget(Label(t("No organisation meets it: there is nobody to tell."), wrap=True))
        self.scroll_content(*self.boxes.values(), self.made, self.day, self.words)
        self.offer(self.drafts)
        self.agreed.connect(self._agree)
        self._turn()

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """The organisations that are chosen."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    @Slot()
    def _turn(self) -> None:
        some = bool(self.chosen)
        self.drafts.setEnabled(some)
        self.consent.setEnabled(some or not self.boxes)

    @Slot()
    def _write(self) -> None:
        kit, record = self.kit, self._page.row.record
        job = partial(reading.write_drafts, record.id, self.chosen, self.context.settings.profile_name, kit.t)
        self.drafts.setEnabled(False)
        self.context.desk.submit(job, self._written, self._refused, owner=self)

    def _written(self, files: tuple[Path, ...]) -> None:
        t = self.kit.t
        self._folder = files[0].parent
        self.tell("")
        self._turn()
        self.made.setText(
            t.n("{n} draft is kept in {folder}.", "{n} drafts are kept in {folder}.", n=len(files), folder=self._folder)
        )
        self.made.show()
        opened = files[0] if len(files) == 1 else self._folder
        open_in_program(self.context, opened)

    @Slot()
    def _agree(self) -> None:
        if not self.day.commit():
            return
        record = self._page.row.record
        command = FeedBackDifficulty(
            difficulty_id=record.id,
            on=self.day.value,
            organisation_ids=self.chosen,
            remark=self.words.text().strip(),
        )
        self.wait()
        toast = self.kit.t(_SAID.toast, title=record.title)
        self.context.write(partial(reading.move, command), self._done, self._refused, toast=toast, owner=self)

    def _done(self, _difficulty: object) -> None:
        self.accept()

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
        self._turn()
