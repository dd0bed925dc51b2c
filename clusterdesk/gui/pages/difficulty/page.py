"""The page of a difficulty: its words and quotes; beside them where it stands, who meets it, what happened."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.difficulties import TakeApartDifficulty
from clusterdesk.domain.records.difficulties import DifficultyAct
from clusterdesk.domain.views.difficulties import DifficultyPage as Shown
from clusterdesk.gui import routes
from clusterdesk.gui.forms.record_acts import RecordActs
from clusterdesk.gui.pages.difficulty import reading
from clusterdesk.gui.pages.difficulty.columns import MainColumn, SideColumn
from clusterdesk.gui.pages.difficulty.header import Header
from clusterdesk.gui.pages.difficulty.move_dialog import MoveDialog
from clusterdesk.gui.pages.difficulty.telling_dialog import TellingDialog
from clusterdesk.gui.papers.buttons import NoteButton
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "difficulty difficulty_organisation difficulty_quote difficulty_step difficulty_theme difficulty_recipient"
    " organisation profile session"
)


class DifficultyPage(Page):
    """Shows the difficulty whose id is the page's argument."""

    shows = tuple(_SHOWN.split())

    def is_private(self) -> bool:
        """Be covered while somebody else looks on: several organisations meet it."""
        return True

    def build(self) -> None:
        """Make head and cards."""
        context = self.context
        self._data: Shown | None = None
        self._id: UUID | None = None
        self.paper_button = NoteButton(context)
        self.header = Header(self.kit, self.paper_button)
        self.main, self.side = MainColumn(context), SideColumn(context)
        self.body.setSpacing(12)
        self.body.addWidget(self.header)
        name = self.kit.t("About the difficulty")
        self.columns = SideBySide(self.kit, self.main, self.side, name, main_scrolls=True)
        self.body.addWidget(self.columns, 1)
        self._connect()

    def refresh(self, changes: object) -> None:
        """Read the difficulty."""
        if isinstance(self.argument, UUID):
            job = partial(reading.read_page, self.argument)
            self.context.desk.submit(job, self._show, latest="difficulty", owner=self)

    def _connect(self) -> None:
        head = self.header
        head.list_asked.connect(self._to_list)
        head.session_asked.connect(self._to_session)
        self.acts = RecordActs(self.context, self, "difficulty", self._to_list)
        head.history_asked.connect(self.acts.show_history)
        head.bin_asked.connect(self.acts.bin)
        head.unbin_asked.connect(self.acts.put_back)
        head.into_asked.connect(self._to_into)
        head.apart_asked.connect(self._take_apart)
        self.side.moves.asked.connect(self.ask)
        self.side.met.telling_asked.connect(self._tell)
        self.main.similar.joined.connect(self._to)

    def _show(self, data: Shown) -> None:
        self._data = data
        self.acts.show_record(data.row.record.id, data.row.record.title)
        record = data.row.record
        if record.id != self._id:
            self._id = record.id
            self.paper_button.show_difficulty(record.id)
            self.main.forget()
            self.side.forget()
            self.columns.to_top()
        self.header.notice.show_state(deleted=record.deleted, frozen=(self.main, self.side))
        for part in (self.header, self.main, self.side):
            part.show_page(data)
        self.titled.emit(record.title)

    @Slot(object)
    def ask(self, act: DifficultyAct) -> None:
        """Ask what belongs to a move, and make it."""
        if self._data is None:
            return
        if act is DifficultyAct.FED_BACK:
            TellingDialog(self.context, self._data, None, self.window()).open()
        else:
            MoveDialog(self.context, self._data, act, self.window()).open()

    @Slot(object)
    def _tell(self, organisation_id: UUID) -> None:
        if self._data is not None:
            TellingDialog(self.context, self._data, organisation_id, self.window()).open()

    @Slot()
    def _to_list(self) -> None:
        self.context.shell.go(routes.difficulties())

    @Slot()
    def _to_session(self) -> None:
        if self._data is not None and self._data.session is not None:
            self.context.shell.go(routes.session(self._data.session.id))

    @Slot()
    def _to_into(self) -> None:
        if self._data is not None and self._data.into is not None:
            self._to(self._data.into.id)

    @Slot(object)
    def _to(self, difficulty_id: UUID) -> None:
        self.context.shell.go(routes.difficulty(difficulty_id))

    @Slot()
    def _take_apart(self) -> None:
        if self._data is not None:
            record = self._data.row.record
            toast = self.kit.t("Taken apart: {title}", title=record.title)
            job = partial(reading.move, TakeApartDifficulty(difficulty_id=record.id))
            self.context.write(job, toast=toast, owner=self)
