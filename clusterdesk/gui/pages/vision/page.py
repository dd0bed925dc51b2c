"""The common vision: question and scope, chapters with their sources; beside them stages, contributors, questions."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.vision import VisionDossier
from clusterdesk.domain.views.vision import VisionPage as Shown
from clusterdesk.gui import routes
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.pages.vision import reading
from clusterdesk.gui.pages.vision.columns import MainColumn, SideColumn
from clusterdesk.gui.pages.vision.heading import Heading
from clusterdesk.gui.pages.vision.stage_dialog import VisionStageDialog
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "vision_dossier vision_step vision_chapter vision_source vision_contributor open_question"
    " organisation contact consent profile document"
)


class VisionPage(Page):
    """Shows the dossier whose id is the page's argument; the first one without."""

    shows = tuple(_SHOWN.split())

    def is_private(self) -> bool:
        """Be covered while somebody else looks on: several organisations contribute."""
        return True

    def build(self) -> None:
        """Make head and cards."""
        context, t = self.context, self.kit.t
        self._data: Shown | None = None
        self._id: UUID | None = None
        self.header = Heading(context)
        self.main, self.side = MainColumn(context), SideColumn(context)
        self.columns = SideBySide(self.kit, self.main, self.side, t("About the dossier"), main_scrolls=True)
        taught = t(
            "A vision grows from a question: its scope is defined, information is collected with its sources, "
            "working groups discuss it, it is shaped and published."
        )
        self.nothing = EmptyState(self.kit, "book-open", t("No dossier yet"), taught, t("Begin a dossier"))
        self.nothing.hide()
        self.body.setSpacing(12)
        self.body.addWidget(self.header)
        self.body.addWidget(self.columns, 1)
        self.body.addWidget(self.nothing, 1)
        self.header.chosen.connect(self._to)
        self.side.stages.step_asked.connect(self._ask_step)
        for asked in (self.header.new_asked, self.nothing.acted):
            asked.connect(self._begin)

    def refresh(self, changes: object) -> None:
        """Read the dossier."""
        wanted = self.argument if isinstance(self.argument, UUID) else None
        self.context.desk.submit(partial(reading.read, wanted), self._show, latest="vision", owner=self)

    def _show(self, data: Shown | None) -> None:
        self._data = data
        self.nothing.setVisible(data is None)
        self.columns.setVisible(data is not None)
        self.header.show_page(data)
        if data is None:
            return
        if data.record.id != self._id:
            self._id = data.record.id
            self.main.forget()
            self.side.forget()
            self.columns.to_top()
        self.main.show_page(data)
        self.side.show_page(data)
        self.titled.emit(data.record.title)

    @Slot()
    def _ask_step(self) -> None:
        if self._data is not None:
            VisionStageDialog(self.context, self._data, self.window()).open()

    @Slot()
    def _begin(self) -> None:
        title = self.kit.t("New dossier")
        self.context.write(partial(jobs.add, AddRecord(record=VisionDossier(title=title))), self._begun)

    def _begun(self, record: Record) -> None:
        self._to(record.id)

    @Slot(object)
    def _to(self, dossier_id: UUID) -> None:
        self.context.shell.go(routes.vision(dossier_id))
