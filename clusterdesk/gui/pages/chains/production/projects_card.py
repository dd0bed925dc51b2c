"""The card of production projects, and the line that notes an idea."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.production import AddIdea
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.views.production import ProductionList, ProductionRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.choosing_row import Renewed
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.chains.production.reading import add_idea
from clusterdesk.gui.pages.chains.production.row import ProjectRow


class ProjectsCard(PartsCard):
    """The projects that fit the chip; a new one begins as an idea."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("No production project here. Note an idea: who could make what together in the Region?")
        super().__init__(context, t("Production projects"), empty, add=t("Note an idea"), hint=t("What could be made?"))
        self.choices = Renewed(ProductionList())

    def make_row(self, part: ProductionRow) -> PartRow:
        """Return the row of a project."""
        return ProjectRow(self.context, part, self.choices)

    def key_of(self, part: ProductionRow) -> UUID:
        """Return the id of the project."""
        return part.project.id

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Note an idea; it opens for the rest."""
        self.context.write(partial(add_idea, AddIdea(title=text)), self._added)

    def _added(self, project: Project) -> None:
        self.open_when_shown(project.id)
