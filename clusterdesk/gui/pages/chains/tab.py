"""The base of the tabs of the place: built when first seen, read again when what they show has changed."""

from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.listings import ReadListing
from clusterdesk.gui.widgets.search_field import SearchField


class ChainsTab(QWidget):
    """One tab. Subclasses write ``build`` and ``refresh``, and name the record types they show."""

    shows: tuple[str, ...] = ()

    def __init__(self, context: Context) -> None:
        """Keep the surroundings and build."""
        super().__init__()
        self.context, self.kit = context, context.kit
        self.stale = True
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self.build()

    def build(self) -> None:
        """Make the widgets and put them into ``self.body``."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Ask the worker for what the tab shows."""
        raise NotImplementedError

    def head_actions(self) -> tuple[QWidget, ...]:
        """Return the buttons that stand in the head of the page while the tab is shown."""
        return ()

    def open_record(self, record_id: UUID) -> None:
        """Show a record of the tab, opened."""

    def search_field(self) -> SearchField | None:
        """Return the field that Ctrl+F goes to."""
        return None

    def listing(self) -> ReadListing | None:
        """Return the list on the tab, to be exported."""
        return None

    def commit(self) -> None:
        """Commit what is typed into the line that waits for Enter."""
