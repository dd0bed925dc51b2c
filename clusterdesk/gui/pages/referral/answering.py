"""Taking the answer of a team on the page of an orientation: by its button, its key, or a drop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.answers.opening import ENDINGS, open_answers
from clusterdesk.gui.pages.referral.keys import ANSWER
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import listen
from clusterdesk.gui.widgets.file_drop import FileDrop

__all__ = ["ANSWER", "Answering"]


class Answering(QObject):
    """Opens the dialog for the orientation that a page shows."""

    def __init__(self, page: Page, row: Callable[[], ReferralRow | None]) -> None:
        """Work for a page; ``row`` gives what it shows, None while it shows nothing."""
        super().__init__(page)
        self._page, self._row = page, row
        t = page.kit.t
        self.drop = FileDrop(page, t("Drop the answer of the team here"), self._dropped, suffix=ENDINGS)
        listen(page, ANSWER, t(ANSWER.label), self.ask)

    @Slot()
    def ask(self) -> None:
        """Take an answer that has come."""
        self._open([])

    def _dropped(self, names: list[str]) -> None:
        self._open([Path(name) for name in names])

    def _open(self, paths: list[Path]) -> None:
        row = self._row()
        if row is not None:
            self._page.leave()
            open_answers(self._page.context, self._page, row, paths)
