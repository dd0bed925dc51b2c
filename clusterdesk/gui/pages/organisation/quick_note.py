"""The quick line: a note about a call or a talk, written down as a session of today."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.exchanges.noted import exchanges_of
from clusterdesk.domain.records.base import Record, Visibility
from clusterdesk.domain.records.coaching import AdviceKind
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.pages.organisation.note_jobs import Said, keep_quick_note, note_down
from clusterdesk.gui.shortcuts import FINISH, shown_keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import Label

_KINDS = (SessionKind.CALL, SessionKind.MEETING, SessionKind.VISIT, SessionKind.MAIL, *AdviceKind)


class QuickNote(Card):
    """Text first; kind and visibility appear once something is typed. Ctrl+Enter notes it, the draft is always safe."""

    def __init__(self, context: Context) -> None:
        """Make an empty line."""
        super().__init__(margin=8, spacing=6)
        self.context, self.kit = context, context.kit
        self._organisation_id: UUID | None = None
        self._sent = ""
        t = self.kit.t
        self.note = GrowingNote(
            self.kit,
            t("Quick note"),
            placeholder=t("Write a note… ({key} keeps it)", key=shown_keys(FINISH)),
            least=1,
            most=8,
        )
        self.note.hide_caption()
        self.note.edit.textChanged.connect(self._turn)
        self.note.drafted.connect(self._keep)
        self.note.committed.connect(self._keep)
        self.note.reverted.connect(self._forget)
        self.note.finished.connect(self.finish)
        self._make_controls()
        self.add(self.note, self._controls)
        self._turn()

    def _make_controls(self) -> None:
        t = self.kit.t
        self.kind = ChoiceBox()
        self.kind.setAccessibleName(t("Kind"))
        self.kind.set_options([Option(kind, t(choice_label(kind))) for kind in _KINDS])
        self.kind.choose(SessionKind.CALL)
        self.kind.activated.connect(self._tell_what)
        self.visibility = ChoiceBox()
        self.visibility.setAccessibleName(t("Visibility"))
        self.visibility.set_options([Option(each, t(choice_label(each))) for each in Visibility])
        self.visibility.choose(Visibility.SHAREABLE)
        self.button = Button(self.kit, t("Note it"), "primary", hint=shown_keys(FINISH))
        self.button.clicked.connect(self.finish)
        self._controls = QWidget()
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(4, 0, 4, 4)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addWidget(self.visibility)
        self._what = Label("", "small", wrap=True)
        row.addWidget(self._what, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button)

    def show_organisation(self, organisation_id: UUID, draft: str) -> None:
        """Write about an organisation; ``draft`` is what was being written about it."""
        if organisation_id != self._organisation_id:
            self._organisation_id = organisation_id
            self.note.load("")
            if draft:
                self.note.restore_draft(draft)
            self._turn()

    @Slot()
    def finish(self) -> None:
        """Keep the note as a session that was held today, or as one-off advice."""
        text = self.note.text().strip()
        if not text or self._organisation_id is None:
            return
        kind, visibility = self.kind.currentData(), Visibility(self.visibility.currentData())
        said = Said(self._organisation_id, str(kind), self.kit.clock.today(), text, visibility)
        self._sent = text
        self.note.stop_draft()
        self.context.write(partial(note_down, said), self._noted, self._refused, toast=self.kit.t("Noted."))

    def _noted(self, _record: Record) -> None:
        self.note.load("")
        self._turn()

    def _refused(self, error: BaseException) -> None:
        self.note.restore_draft(self._sent)
        self.note.show_problem(self.context.error_text(error))

    @Slot(str)
    def _keep(self, text: str) -> None:
        if self._organisation_id is not None:
            self.context.desk.submit(partial(keep_quick_note, self._organisation_id, text), owner=self)

    @Slot()
    def _forget(self) -> None:
        self._keep("")

    @Slot()
    def _tell_what(self) -> None:
        t = self.kit.t
        advice = str(self.kind.currentData()) in set(AdviceKind)
        words = t("Counted apart from coaching.") if advice else t("Becomes a session of today.")
        found = len(exchanges_of(self.note.text()))
        if found:
            noted = t.n("{n} offer or need is noted with it.", "{n} offers and needs are noted with it.", n=found)
            words = f"{words} {noted}"
        self._what.setText(words)

    @Slot()
    def _turn(self) -> None:
        self._controls.setVisible(bool(self.note.text().strip()))
        self._tell_what()
