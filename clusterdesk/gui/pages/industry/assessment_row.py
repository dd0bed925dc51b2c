"""One assessment: its day and level, what changed since the one before; opened, its fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.industrialisation.maturity import LEVEL_NAMES, ReplyChange
from clusterdesk.domain.views.industry import Assessed, IndustryPage
from clusterdesk.gui.forms.choosing_row import ChoosingRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column, Row
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.label import Label

_ROWS = (("on", "profile_id"), ("remark",), ("visibility",))


@dataclass(slots=True)
class AssessmentChoices:
    """What the rows need besides their assessment: the questions of the page, the colleagues."""

    page: IndustryPage | None = None
    profiles: Sequence[Option] = ()


class AssessmentRow(ChoosingRow[AssessmentChoices]):
    """One assessment.

    Signals:
        correction_asked: its answers should be corrected (its id).
    """

    correction_asked = Signal(object)
    type_key = "mrl_assessment"
    wraps = True
    part: Assessed

    def record_id(self) -> UUID:
        """Return the id of the assessment."""
        return self.part.assessment.id

    def words(self) -> None:
        """Say day and level, who assessed, and how many answers changed."""
        t, one = self.kit.t, self.part
        level = one.assessment.level
        day = self.kit.formats.date(one.assessment.on)
        changed = t.n("{n} answer changed", "{n} answers changed", n=len(one.changes)) if one.changes else ""
        facts = [t(LEVEL_NAMES[level]), one.by, changed, one.assessment.remark]
        self.say(t("{day} · level {level}", day=day, level=level), " · ".join(fact for fact in facts if fact))

    def build(self) -> QWidget:
        """Return the fields, what changed, and the way to its answers."""
        options = {"profile_id": self.choices.profiles}
        self.form = RecordForm(self.context, self.type_key, _ROWS, options)
        self.changes = Label("", "small", wrap=True)
        self.changes.setContentsMargins(7, 0, 7, 0)
        self.correct = Button(self.kit, self.kit.t("Correct its answers"), "link", icon="pencil")
        self.correct.clicked.connect(self._correct)
        return Column(self.changes, self.form, Row(self.correct))

    def fill(self) -> None:
        """Show them."""
        self.form.offer("profile_id", self.choices.profiles)
        self.form.show_record(self.part.assessment)
        lines = [self._change_words(change) for change in self.part.changes]
        self.changes.setText("\n".join(line for line in lines if line))
        self.changes.setVisible(any(lines))

    @Slot()
    def _correct(self) -> None:
        self.correction_asked.emit(self.part.assessment.id)

    def _change_words(self, change: ReplyChange) -> str:
        t = self.kit.t
        question = self.choices.page.question(change.question_id) if self.choices.page is not None else None
        if question is None:
            return ""
        return t(
            "{level} · {question} {before} → {after}",
            level=question.level,
            question=question.name_in(t.language),
            before=t(choice_label(change.before)),
            after=t(choice_label(change.after)),
        )
