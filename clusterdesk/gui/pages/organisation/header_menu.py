"""What else can be done with an organisation: referring it, history, hand-over, merging, the bin."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.domain.views.organisation_page import MergedOrganisation, OrganisationPage
from clusterdesk.gui.beginnings import Beginnings
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.hand_over import HandOverDialog
from clusterdesk.gui.pages.merging.apart import open_apart
from clusterdesk.gui.pages.referral.beginning import begin_referral
from clusterdesk.gui.shortcuts import REFER
from clusterdesk.gui.widgets.buttons import Button


class HeaderMenu(QMenu):
    """The menu behind the three dots.

    ``refer`` is the button beside it that opens « Orienter ».

    Signals:
        history_asked, merge_asked, bin_asked, unbin_asked: for the page to do.
    """

    history_asked = Signal()
    merge_asked = Signal()
    bin_asked = Signal()
    unbin_asked = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Make the entries."""
        super().__init__(parent)
        self._context = context
        self._page: OrganisationPage | None = None
        self._merged: Sequence[MergedOrganisation] = ()
        t = context.kit.t
        self.setAccessibleName(t("More"))
        self.refer = Button(
            context.kit, t("Refer…"), icon="share-2", hint=t("To a receiving team: export, finance, premises…")
        )
        self.refer.say_keys(REFER)
        self.refer.clicked.connect(self._refer)
        self.difficulty = self._entry(t("Note a difficulty…"), self._note_difficulty)
        self.exchange = self._entry(t("Note an offer or a need…"), self._note_exchange)
        self._entry(t("History"), self.history_asked)
        self.hand_over = self._entry(t("Hand over to a colleague…"), self._hand_over)
        self.merge = self._entry(t("Merge with another organisation…"), self.merge_asked)
        self.apart = self._entry(t("Take a merge apart…"), self._take_apart)
        self.addSeparator()
        self.bin = self._entry(t("To the bin"), self.bin_asked)
        self.unbin = self._entry(t("Out of the bin"), self.unbin_asked)

    def show_page(self, page: OrganisationPage) -> None:
        """Offer what fits the organisation."""
        self._page, self._merged = page, page.merged
        self.apart.setVisible(bool(page.merged))
        self.difficulty.setVisible(not page.organisation.deleted)
        self.exchange.setVisible(not page.organisation.deleted)
        self.merge.setEnabled(not page.organisation.deleted)
        self.hand_over.setVisible(not page.organisation.deleted)
        self.bin.setVisible(not page.organisation.deleted)
        self.unbin.setVisible(page.organisation.deleted)

    def _entry(self, text: str, signal: object) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(signal)
        self.addAction(action)
        return action

    @Slot()
    def _refer(self) -> None:
        if self._page is not None:
            begin_referral(self._context, self, self._page.organisation.id)

    @Slot()
    def _note_difficulty(self) -> None:
        if self._page is not None:
            Beginnings(self._context, self).ask_difficulty(self._page.organisation.id)

    @Slot()
    def _note_exchange(self) -> None:
        from clusterdesk.gui.pages.chains.exchanges.noting import NoteExchangeDialog

        if self._page is not None:
            organisation = self._page.organisation
            NoteExchangeDialog(self._context, organisation.id, organisation.name, self.window()).open()

    @Slot()
    def _hand_over(self) -> None:
        if self._page is not None:
            organisation = self._page.organisation
            HandOverDialog(self._context, (organisation.id,), organisation.name, self.window()).open()

    @Slot()
    def _take_apart(self) -> None:
        open_apart(self._context, self._merged, self)
