"""The questions of all levels, answered by keys or buttons; the level that comes next is open."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from clusterdesk.domain.commands.industrialisation import AnswerMrl
from clusterdesk.domain.industrialisation.maturity import LEVELS, maturity
from clusterdesk.domain.records.industrialisation import MrlQuestion, MrlReply
from clusterdesk.domain.views.industry import Assessed, IndustryPage, ProjectIndustry
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.industry.fold_head import FoldHead
from clusterdesk.gui.pages.industry.level_group import LevelGroup
from clusterdesk.gui.pages.industry.loading import answer
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.label import Label


class QuestionsCard(Card):
    """The card of questions.

    Signals:
        present_asked: no earlier assessment should be corrected any more.
    """

    present_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(margin=8, spacing=2)
        self.context, self.kit = context, context.kit
        self._shown: tuple[IndustryPage, ProjectIndustry] | None = None
        self._corrected: Assessed | None = None
        self._profile_id: UUID | None = None
        self._next: MrlQuestion | None = None
        t = self.kit.t
        self.header = SectionHeader(t("Questions in the workshop"))
        self.header.setContentsMargins(8, 4, 8, 0)
        self.note = Label("", "small", wrap=True)
        self.note.setContentsMargins(8, 0, 8, 4)
        self.present = Button(self.kit, t("Back to the answers of today"), "link", icon="undo-2")
        self.present.clicked.connect(self.present_asked)
        self.problem = Label("", "problem", wrap=True)
        self.problem.setContentsMargins(8, 0, 8, 4)
        self.problem.hide()
        self.groups = {level: LevelGroup(context, level) for level in LEVELS}
        self.reached = FoldHead(self.kit)
        self.reached.pressed.connect(self._unfold)
        self._folded = True
        self._reached_levels: frozenset[int] = frozenset()
        self.add(self.header, self.note, self.present, self.problem, self.reached)
        column = QVBoxLayout()
        column.setSpacing(0)
        for group in self.groups.values():
            group.replied.connect(self._reply)
            group.left.connect(self._leave_group)
            column.addWidget(group)
        self.body.addLayout(column)

    def show_project(self, page: IndustryPage, shown: ProjectIndustry, corrected: UUID | None = None) -> None:
        """Show the newest answers of a project, or those of an assessment that is being ``corrected``."""
        other = self._shown is None or self._shown[1].project.id != shown.project.id
        before = self._corrected
        self._shown = (page, shown)
        self._corrected = next((one for one in shown.assessed if one.assessment.id == corrected), None)
        changed = (before.assessment.id if before else None) != (
            self._corrected.assessment.id if self._corrected else None
        )
        source = self._corrected or next(iter(shown.assessed), None)
        answers, replies = (source.answers, source.replies) if source is not None else ({}, {})
        found = maturity(page.questions, replies)
        self._next = found.blocking
        next_level = found.blocking.level if found.blocking is not None else None
        anew = other or changed
        for level, group in self.groups.items():
            questions = [one for one in page.questions if one.level == level]
            group.show_level(questions, answers, replies, blocks=level == next_level)
            if anew and level != next_level:
                group.close_it()
        if anew and next_level is not None:
            self.groups[next_level].open()
        self._folded = self._folded or anew
        self._reached_levels = frozenset(one.level for one in page.questions if one.level <= found.level)
        self._fold(page)
        self._tell(page, shown)

    def begin(self) -> None:
        """Take the focus to the question that blocks; at the top of the ladder to the last level."""
        if self._next is not None:
            self.groups[self._next.level].go_to(1, self._next.id)
        else:
            self.groups[max(LEVELS)].go_to(1)

    def _fold(self, page: IndustryPage) -> None:
        """Show one line for the levels that are reached, those that are open and the others under it."""
        t, reached = self.kit.t, self._reached_levels
        several = len(reached) > 1
        self.reached.setVisible(several)
        if several:
            number = self.kit.formats.number
            self.reached.set_name(t("Levels {first} to {last}", first=number(min(reached)), last=number(max(reached))))
            total = sum(one.level in reached for one in page.questions)
            self.reached.show_state(total, total, blocks=False)
            self.reached.show_open(shown=not self._folded)
        asked = {one.level for one in page.questions}
        for level, group in self.groups.items():
            hidden = several and self._folded and level in reached and not group.is_open
            group.setVisible(level in asked and not hidden)

    @Slot()
    def _unfold(self) -> None:
        self._folded = not self._folded
        if self._shown is not None:
            if self._folded:
                for level in self._reached_levels:
                    self.groups[level].close_it()
            self._fold(self._shown[0])

    def _tell(self, page: IndustryPage, shown: ProjectIndustry) -> None:
        t, formats = self.kit.t, self.kit.formats
        self.present.setVisible(self._corrected is not None)
        name = self.context.settings.profile_name.casefold()
        self._profile_id = next((one.id for one in page.profiles if one.name.casefold() == name), None)
        keys = t("Keys: Y yes · N no · X does not apply (circular questions) · Del not known · arrows up and down")
        if self._corrected is not None:
            day = formats.date(self._corrected.assessment.on)
            keys = t("You are correcting the assessment of {day}. {keys}", day=day, keys=keys)
        elif shown.newest is not None and shown.newest.on < self.kit.clock.today():
            day = formats.date(shown.newest.on)
            keys = t("Answers of {day}; the next answer begins today’s assessment. {keys}", day=day, keys=keys)
        self.note.setText(keys)

    @Slot(object, object)
    def _reply(self, question_id: UUID, reply: MrlReply) -> None:
        if self._shown is None:
            return
        self.problem.hide()
        command = AnswerMrl(
            project_id=self._shown[1].project.id,
            question_id=question_id,
            reply=reply,
            assessment_id=self._corrected.assessment.id if self._corrected is not None else None,
            profile_id=self._profile_id,
            language=self.kit.t.language,
        )
        self.context.write(partial(answer, command), None, self._refused)

    def _refused(self, error: BaseException) -> None:
        self.problem.setText(self.context.error_text(error))
        self.problem.show()
        if self._shown is not None:
            page, shown = self._shown
            self.show_project(page, shown, self._corrected.assessment.id if self._corrected is not None else None)

    @Slot(int)
    def _leave_group(self, by: int) -> None:
        group = self.sender()
        if not isinstance(group, LevelGroup):
            return
        page = self._shown[0] if self._shown is not None else None
        if page is None:
            return
        asked = {one.level for one in page.questions}
        others = [one for level, one in self.groups.items() if level in asked]
        to = others.index(group) + by
        if 0 <= to < len(others):
            others[to].go_to(by)
