"""The criteria of a diagnostic: each with its score and the sentence that says why, entered from top to bottom."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.coaching_plan.diagnosis import HIGHEST, ScoredCriterion, TakenDiagnostic
from clusterdesk.domain.records.diagnostics import DiagnosticCriterion
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.special_fields import GrowingNote
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, Line, SectionHeader
from clusterdesk.gui.widgets.fields.score import InlineScore
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import FoldingRow

_SIDE_BY_SIDE = 520


class ScoresCard(Card):
    """The criteria by area.

    Signals:
        completion_asked: criteria that came into use since shall get their lines.
    """

    completion_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(margin=16, spacing=10)
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self.header = SectionHeader(t("Criteria"))
        self.add(self.header)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self.body.addLayout(self._column)
        self.more = Button(self.kit, t("Add the criteria that came since"), "link", icon="plus")
        self.more.clicked.connect(self.completion_asked)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows: dict[UUID, ScoreRow] = {}
        self._shown: UUID | None = None

    def show_scores(self, now: TakenDiagnostic) -> None:
        """Show the scores of a diagnostic; what is typed stays."""
        t, number = self.kit.t, self.kit.formats.number
        known = [one for one in now.scores if one.score is not None]
        if self._shown != now.diagnostic.id or set(self.rows) != {one.criterion.id for one in known}:
            self._lay_out(known)
            self._shown = now.diagnostic.id
        for one in known:
            self.rows[one.criterion.id].show_score(one)
        self.more.setVisible(len(known) < len(now.scores))
        self.header.set_note(t("{done} of {all} scored", done=number(now.answered), all=number(len(now.scores))))

    def _lay_out(self, scores: list[ScoredCriterion]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows, area = {}, None
        for one in scores:
            if one.criterion.area is not area:
                if area is not None:
                    self._column.addWidget(Line())
                area = one.criterion.area
                self._column.addWidget(Label(self.kit.t(choice_label(area)), "strong"))
            row = ScoreRow(self.context, one.criterion)
            self.rows[one.criterion.id] = row
            self._column.addWidget(row)


class ScoreRow(FoldingRow):
    """One criterion: its name and what is looked at, the score, the sentence."""

    def __init__(self, context: Context, criterion: DiagnosticCriterion) -> None:
        """Make an empty row."""
        super().__init__(context.kit, _SIDE_BY_SIDE, spacing=14)
        kit, language = context.kit, context.kit.t.language
        name = criterion.name_in(language)
        hints = {"fr": criterion.hint_fr, "nl": criterion.hint_nl, "en": criterion.hint_en}
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(Label(name, wrap=True))
        column.addWidget(Label(hints.get(language) or criterion.hint_fr, "small", wrap=True))
        column.addStretch(1)
        self.fields = RecordFields(context, "diagnostic_score", self)
        self.score = self.fields.bind("score", InlineScore(kit, kit.t("Score: {criterion}", criterion=name), HIGHEST))
        self.score.hide_caption()
        caption = kit.t("In a sentence: {criterion}", criterion=name)
        self.sentence = self.fields.bind(
            "sentence", GrowingNote(kit, caption, placeholder=kit.t("In a sentence"), least=1, most=5)
        )
        self.sentence.hide_caption()
        entry = QWidget()
        below = QVBoxLayout(entry)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self.score, 0, Qt.AlignmentFlag.AlignLeft)
        below.addWidget(self.sentence)
        below.addStretch(1)
        self.add(words, 2)
        self.add(entry, 3)

    def show_score(self, one: ScoredCriterion) -> None:
        """Show the score as it is now."""
        if one.score is not None:
            self.fields.show(one.score)
