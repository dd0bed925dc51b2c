"""Industrial scale-up of an organisation's projects: maturity, what blocks, questions, capacity, result."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.industry import IndustryPage as IndustryData
from clusterdesk.domain.views.industry import ProjectIndustry
from clusterdesk.gui import routes
from clusterdesk.gui.pages.industry.assessments_card import AssessmentsCard
from clusterdesk.gui.pages.industry.capacity_card import CapacityCard
from clusterdesk.gui.pages.industry.keys import REPLY_KEYS, reply_shortcuts
from clusterdesk.gui.pages.industry.level_card import LevelCard
from clusterdesk.gui.pages.industry.loading import read_page
from clusterdesk.gui.pages.industry.questions_card import QuestionsCard
from clusterdesk.gui.pages.organisation.proposal_card import ProposalCard
from clusterdesk.gui.pages.organisation.tab_page import OrganisationTabPage
from clusterdesk.gui.shortcuts import Shortcut
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "organisation project project_partner coaching_file mrl_question mrl_assessment mrl_answer capacity_sheet"
    " result_event evidence action profile"
)


class IndustryPage(OrganisationTabPage):
    """The page; its argument is the id of the organisation."""

    place = routes.INDUSTRY
    shows = tuple(_SHOWN.split())

    def build_content(self) -> None:
        """Make the chips of the projects and the cards of one of them."""
        t = self.kit.t
        self._data: IndustryData | None = None
        self._project_id: UUID | None = None
        self._corrected: UUID | None = None
        self.projects = FilterChips(self.kit, t("Which project"))
        self.projects.chosen.connect(self._choose)
        self.level = LevelCard(self.context)
        self.level.promises_asked.connect(self._see_promises)
        self.questions = QuestionsCard(self.context)
        self.questions.present_asked.connect(self._correct_no_more)
        self.proposal = ProposalCard(self.context)
        self.capacity = CapacityCard(self.context)
        self.assessments = AssessmentsCard(self.context)
        self.assessments.correction_asked.connect(self._correct)
        self.columns = SideBySide(
            self.kit,
            _column(self.level, self.questions),
            _column(self.proposal, self.capacity, self.assessments),
            t("Industry"),
            main_scrolls=True,
        )
        self.empty = EmptyState(
            self.kit,
            "factory",
            t("No project yet"),
            t("Maturity is that of a project: give what they want to make a title, then answer the first questions."),
            t("Add a project"),
        )
        self.empty.acted.connect(self._see_promises)
        self.empty.hide()
        self.body.addWidget(self.projects)
        self.body.addWidget(self.columns, 1)
        self.body.addWidget(self.empty, 1)

    def shortcuts(self) -> Iterable[Shortcut]:
        """Add the keys that answer."""
        return (*super().shortcuts(), *reply_shortcuts(self.kit.t.language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the question that blocks by any key that answers, or the arrow down; the next one then answers."""
        if not event.modifiers() and (event.key() in REPLY_KEYS or event.key() == Qt.Key.Key_Down):
            self.questions.begin()
        else:
            super().keyPressEvent(event)

    def read_content(self, organisation_id: UUID) -> None:
        """Read the projects."""
        self.context.desk.submit(partial(read_page, organisation_id), self._show, latest="industry", owner=self)

    def argument_changed(self) -> None:
        """Begin with the project that is furthest; nothing of an earlier organisation is corrected."""
        self._project_id = self._corrected = None
        self.columns.to_top()

    def _show(self, data: IndustryData) -> None:
        self._data = data
        known = {one.project.id for one in data.projects}
        if self._project_id not in known:
            self._project_id = next((one.project.id for one in data.projects), None)
        self.projects.set_choices([FilterChoice(str(one.project.id), self._title(one)) for one in data.projects])
        self.projects.choose(str(self._project_id))
        self.projects.setVisible(len(data.projects) > 1)
        self.columns.setVisible(bool(data.projects))
        self.empty.setVisible(not data.projects)
        shown = next((one for one in data.projects if one.project.id == self._project_id), None)
        if shown is None:
            return
        self.header.set_note(shown.project.title if len(data.projects) == 1 else "")
        self.level.show_project(shown, next(iter(data.languages), "fr"))
        self.questions.show_project(data, shown, self._corrected)
        self.proposal.show_proposal(shown.proposal, [one.name for one in data.profiles])
        self.capacity.show_project(shown)
        self.assessments.show_project(data, shown)

    def _title(self, one: ProjectIndustry) -> str:
        return self.kit.t("{title} · level {level}", title=one.project.title, level=one.level)

    @Slot(object)
    def _choose(self, keys: frozenset[str]) -> None:
        self._project_id = UUID(next(iter(keys)))
        self._corrected = None
        self.columns.to_top()
        if self._data is not None:
            self._show(self._data)

    @Slot(object)
    def _correct(self, assessment_id: UUID) -> None:
        self._corrected = assessment_id
        if self._data is not None:
            self._show(self._data)

    @Slot()
    def _correct_no_more(self) -> None:
        self._corrected = None
        if self._data is not None:
            self._show(self._data)

    @Slot()
    def _see_promises(self) -> None:
        if isinstance(self.argument, UUID):
            self.context.shell.go(routes.organisation(self.argument))


def _column(*cards: QWidget) -> QWidget:
    made = QWidget()
    made.setProperty("role", "page")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return made
