"""The buttons that open the preview of a paper: on the page of a difficulty, and over the list of them."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.records.difficulties import DifficultyState
from clusterdesk.domain.views.difficulties import DifficultyRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.widgets.buttons import Button


class NoteButton(Button):
    """Opens the note of one difficulty."""

    def __init__(self, context: Context) -> None:
        """Make it for no difficulty yet."""
        t = context.kit.t
        super().__init__(context.kit, t("Note to send up…"), icon="file-text")
        self.set_hint(t("Look at the note without names, read it, and let it leave"))
        self._context = context
        self._difficulty_id: UUID | None = None
        self.clicked.connect(self._open)

    def show_difficulty(self, difficulty_id: UUID) -> None:
        """Be that of a difficulty from now on."""
        self._difficulty_id = difficulty_id

    @Slot()
    def _open(self) -> None:
        if self._difficulty_id is not None:
            _preview(self._context, self, (self._difficulty_id,), roll_up=False)


class RollUpButton(Button):
    """Opens the roll-up of the difficulties that a list shows; drafts are not sent up."""

    def __init__(self, context: Context, rows: Callable[[], Sequence[DifficultyRow]]) -> None:
        """``rows`` gives what is shown when it is pressed."""
        t = context.kit.t
        super().__init__(context.kit, t("Roll-up…"), icon="file-text")
        self.set_hint(t("What is shown here and is no draft, by theme and without names, to be sent up"))
        self._context, self._rows = context, rows
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        ids = tuple(row.record.id for row in self._rows() if row.record.state is not DifficultyState.DRAFT)
        _preview(self._context, self, ids, roll_up=True)


def _preview(context: Context, button: Button, ids: tuple[UUID, ...], *, roll_up: bool) -> None:
    from clusterdesk.gui.papers.dialog import PaperDialog

    PaperDialog(context, ids, roll_up=roll_up, parent=button.window()).open()
