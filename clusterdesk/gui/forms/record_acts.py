"""What the page of any one record offers: its history, the bin, and the way back out of it."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.history import open_history
from clusterdesk.gui.forms import jobs


class RecordActs(QObject):
    """The slots of a page's menu, for the record that is shown; nothing happens while none is."""

    def __init__(self, context: Context, page: QWidget, type_key: str, gone: Callable[[], None]) -> None:
        """``gone`` leads away from what now lies in the bin."""
        super().__init__(page)
        self._context, self._page, self._type_key, self._gone = context, page, type_key, gone
        self._id: UUID | None = None
        self._title = ""

    def show_record(self, record_id: UUID, title: str) -> None:
        """Say which record is shown, and what it is called."""
        self._id, self._title = record_id, title

    @Slot()
    def show_history(self) -> None:
        """Show what changed in it."""
        if self._id is not None:
            open_history(self._context, self._page, self._type_key, self._id, self._title)

    @Slot()
    def bin(self) -> None:
        """Put it into the bin."""
        if self._id is not None:
            toast = self._context.kit.t("To the bin: {what}", what=self._title)
            self._context.write(partial(jobs.remove, self._type_key, self._id), self._was_binned, toast=toast)

    @Slot()
    def put_back(self) -> None:
        """Take it out of the bin."""
        if self._id is not None:
            toast = self._context.kit.t("Out of the bin: {what}", what=self._title)
            self._context.write(partial(jobs.put_back, self._type_key, self._id), toast=toast)

    def _was_binned(self, _record: object) -> None:
        self._gone()
