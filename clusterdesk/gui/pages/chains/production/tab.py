"""Production projects: matrix and ranked list beside each other, under them each project with its stages."""

from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.views.production import ProductionList
from clusterdesk.gui.listings import Shown
from clusterdesk.gui.pages.chains.listed import project_cells, project_headings
from clusterdesk.gui.pages.chains.production import words
from clusterdesk.gui.pages.chains.production.matrix import MatrixCard, MatrixView
from clusterdesk.gui.pages.chains.production.projects_card import ProjectsCard
from clusterdesk.gui.pages.chains.production.reading import read
from clusterdesk.gui.pages.chains.tab import ChainsTab
from clusterdesk.gui.pages.referrals.tables import TableCard
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.page_header import FoldingRow
from clusterdesk.gui.widgets.page_scroll import narrow_column, page_scroll

_WIDEST, _FOLD = 980, 760
_ALL = "all"


class ProductionTab(ChainsTab):
    """The tab of production projects."""

    shows = (
        "project",
        "project_partner",
        "project_value_chain",
        "project_chain_link",
        "production_step",
        "project_rating",
        "result_event",
        "organisation",
        "value_chain",
        "chain_link",
    )

    def build(self) -> None:
        """Make matrix, list and rows."""
        kit, t = self.kit, self.kit.t
        self._data = ProductionList()
        self._wanted: UUID | None = None
        self.new_button = Button(kit, t("Note an idea"), "primary", icon="plus")
        self.chips = FilterChips(kit, t("Which stage"))
        self.matrix = MatrixView(kit, t("Feasibility and impact of the projects"))
        self.table = TableCard(kit, words.columns(kit), t("Projects by rank"))
        self.card = ProjectsCard(self.context)
        self.overview = FoldingRow(kit, _FOLD)
        self.overview.add(MatrixCard(kit, self.matrix), 1)
        self.overview.add(self.table, 1)
        inner, column = narrow_column(kit, _WIDEST)
        for widget in (self.overview, self.card):
            column.addWidget(widget)
        column.addStretch(1)
        self.body.addWidget(self.chips)
        self.body.addWidget(page_scroll(inner, t("Production projects")), 1)
        self.chips.chosen.connect(self._fill)
        self.new_button.clicked.connect(self.card.begin_adding)
        for asked in (self.matrix.opened, self.table.opened):
            asked.connect(self.open_record)

    def head_actions(self) -> tuple[Button, ...]:
        """Return the button that notes an idea."""
        return (self.new_button,)

    def refresh(self) -> None:
        """Read the projects."""
        self.context.desk.submit(read, self._show, latest="production", owner=self)

    @Slot(object)
    def open_record(self, record_id: UUID) -> None:
        """Open a project, or the one a part is of."""
        self._wanted = record_id
        self._open_wanted()

    def listing(self) -> Shown:
        """Return every project with its scores."""
        return Shown(
            "production",
            self.kit.t("Production projects"),
            project_headings(self.kit),
            project_cells(self.kit, self._data),
        )

    def commit(self) -> None:
        """Add what is typed."""
        if self.card.line is not None:
            self.card.line.enter()

    def _show(self, data: ProductionList) -> None:
        t = self.kit.t
        self._data = self.card.choices.data = data
        choices = [FilterChoice(_ALL, t("All"), len(data.rows))]
        for stage in ProductionStage:
            if count := sum(row.stage is stage for row in data.rows):
                choices.append(FilterChoice(stage.value, t(choice_label(stage)), count))
        self.chips.set_choices(choices)
        self.chips.updateGeometry()
        if not self.chips.keys:
            self.chips.choose(_ALL)
        dots = words.dots(data)
        self.overview.setVisible(bool(dots))
        self.matrix.show_dots(dots, words.matrix_words(self.kit, data))
        self.table.show_rows(words.table_rows(self.kit, data))
        self._fill()
        self._open_wanted()

    @Slot()
    def _fill(self) -> None:
        keys = self.chips.keys
        self.card.show_parts([row for row in self._data.rows if _ALL in keys or row.stage.value in keys])

    def _open_wanted(self) -> None:
        for row in self._data.rows:
            parts = (*row.steps, *row.ratings, *(one.record for one in row.needs))
            if self._wanted in {row.project.id, *(one.id for one in parts)}:
                self.chips.choose(_ALL)
                self._fill()
                self.card.open_when_shown(row.project.id)
                self._wanted = None
                return
