"""The page of the import wizard."""

from collections.abc import Iterable

from PySide6.QtCore import Slot

from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.gui import routes
from clusterdesk.gui.pages.importing.keys import NEXT, PREVIOUS
from clusterdesk.gui.pages.importing.request import FileToImport, ListToChoose
from clusterdesk.gui.pages.importing.wizard import Wizard
from clusterdesk.gui.shell.page import MARGIN, Page
from clusterdesk.gui.shortcuts import Shortcut, listen


class ImportPage(Page):
    """Holds the wizard; its argument is a file that was dropped, what a list will hold, or None."""

    # A preview rests on everything in the binder.
    shows = tuple(RECORD_TYPES)

    def is_private(self) -> bool:
        """Be covered while somebody else looks on."""
        return True

    def build(self) -> None:
        """Make the wizard."""
        self._taken: FileToImport | ListToChoose | None = None
        self.wizard = Wizard(self.context, self)
        self.wizard.frame.choose.figures.clicked.connect(self._take_figures)
        self.wizard.frame.choose.figures.setVisible(self.context.shell.knows(routes.FIGURES_FILE))
        self.body.addWidget(self.wizard.frame)
        self.body.setContentsMargins(MARGIN, 22, MARGIN, 16)
        slots = {NEXT.id: self.wizard.go_on, PREVIOUS.id: self.wizard.go_back}
        for shortcut in self.shortcuts():
            listen(self, shortcut, self.kit.t(shortcut.label), slots[shortcut.id])

    def argument_changed(self) -> None:
        """Go on with the file dropped; coming back to it later changes nothing."""
        asked = self.argument
        if not isinstance(asked, FileToImport | ListToChoose) or asked is self._taken:
            return
        self._taken = asked
        if asked.kind:
            self.wizard.frame.choose.show_kind(ImportKind(asked.kind))
        if isinstance(asked, FileToImport):
            self.wizard.begin(asked.path, asked.about)
        else:
            self.wizard.choose_anew()

    def refresh(self, changes: object) -> None:
        """See whether a preview still holds."""
        self.wizard.look_again()

    @Slot()
    def _take_figures(self) -> None:
        self.context.shell.go(routes.figures_file())

    def shortcuts(self) -> Iterable[Shortcut]:
        """Go on with Ctrl+Enter, back with Ctrl+Shift+Enter."""
        return (NEXT, PREVIOUS)
