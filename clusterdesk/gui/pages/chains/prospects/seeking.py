"""Looking for somebody for what is lacking: noted by hand, or found in KBO open data from the same dialog."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.chains.prospects.new_dialog import Lacking, NewProspectDialog


class Seeking(QObject):
    """Opens the dialogs over the window of a widget.

    Signals:
        noted: the id of a prospect that was noted or taken over.
    """

    noted = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Look for somebody from a widget."""
        super().__init__(parent)
        self._context, self._widget = context, parent

    def note(self, lacking: Lacking) -> None:
        """Ask who could fill what is lacking."""
        dialog = NewProspectDialog(self._context, lacking, self._widget.window())
        dialog.noted.connect(self.noted)
        dialog.search_wanted.connect(self.find)
        dialog.open()

    @Slot(object)
    def find(self, lacking: Lacking) -> None:
        """Search KBO open data for what is lacking."""
        from clusterdesk.gui.pages.chains.prospects.find_dialog import FindProspectsDialog

        dialog = FindProspectsDialog(self._context, lacking, self._widget.window())
        dialog.taken.connect(self.noted)
        dialog.open()

    @Slot(object)
    def go(self, prospect_id: UUID) -> None:
        """Go to a prospect."""
        self._context.shell.go(routes.prospect(prospect_id))
