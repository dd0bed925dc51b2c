"""What is printed of an event: the sheet to sign, the badges, the report of how it went."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.views.programme import EventPage
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import page_of
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.programme import keys
from clusterdesk.gui.shortcuts import listen
from clusterdesk.gui.widgets.buttons import Button

_KINDS = (
    (N_("Sign-in sheet"), BriefKind.SIGN_IN),
    (N_("Name badges"), BriefKind.BADGES),
    (N_("Event report"), BriefKind.EVENT_MINUTES),
)


class PapersButton(Button):
    """Offers the papers of an event; there are no badges while nobody is registered."""

    def __init__(self, context: Context, page: QWidget) -> None:
        """Make the button of a page; its key works on the page."""
        t = context.kit.t
        hint = t("Sign-in sheet, name badges, report of the event")
        super().__init__(context.kit, t("Print"), icon="printer", hint=hint)
        self.say_keys(keys.PRINT_EVENT)
        self._context = context
        self._event_id: UUID | None = None
        self._registered = 0
        self.clicked.connect(self._ask)
        listen(page, keys.PRINT_EVENT, t(keys.PRINT_EVENT.label), self._ask)

    def show_page(self, page: EventPage) -> None:
        """Know the event, and for how many there are badges."""
        self._event_id, self._registered = page.row.record.id, page.row.registered

    def menu_now(self) -> QMenu:
        """Return the papers there are now."""
        t, menu = self._context.kit.t, QMenu(self)
        for words, kind in _KINDS:
            action = menu.addAction(t(words))
            action.setData(kind.value)
            action.setEnabled(kind is not BriefKind.BADGES or bool(self._registered))
        menu.triggered.connect(self._print)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @Slot()
    def _ask(self) -> None:
        if self._event_id is not None:
            self.menu_now().popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot(QAction)
    def _print(self, action: QAction) -> None:
        if self._event_id is not None:
            self._context.shell.go(routes.preview(page_of(BriefKind(action.data()), self._event_id)))
