"""The head of the common vision: which dossier, its paper, a new one."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clusterdesk.domain.views.vision import VisionPage
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_acts import RecordActs
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.page_header import PageHeader


class Heading(QWidget):
    """Title and buttons.

    Signals:
        chosen: another dossier (its id).
        new_asked: begin a new one.
    """

    chosen = Signal(object)
    new_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make it."""
        super().__init__()
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self._page: VisionPage | None = None
        self.acts = RecordActs(context, self, "vision_dossier", self._away)
        self.head = PageHeader(self.kit, t("Common vision"), note=" ")
        self.paper = Button(self.kit, t("Print the dossier"), icon="printer", hint=t("PDF or Word, as it stands"))
        self.new = Button(self.kit, t("New dossier"), icon="plus")
        self.more = IconButton(self.kit, "ellipsis", t("More"))
        self.menu = QMenu(self)
        self.menu.setAccessibleName(t("More"))
        self.more.setMenu(self.menu)
        self.more.setPopupMode(self.more.ToolButtonPopupMode.InstantPopup)
        self.head.add(self.paper, self.new, self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        self.paper.clicked.connect(self._print)
        self.new.clicked.connect(self.new_asked)

    def show_page(self, page: VisionPage | None) -> None:
        """Show which dossier it is; None: there is none."""
        self._page = page
        if page is not None:
            self.acts.show_record(page.record.id, page.record.title)
        t = self.kit.t
        for widget in (self.paper, self.more):
            widget.setVisible(page is not None)
        self.head.set_title(page.record.title if page is not None else t("Common vision"))
        note = ""
        if page is not None:
            sources = t.n("{n} source", "{n} sources", n=len(page.sources))
            questions = t.n("{n} open question", "{n} open questions", n=page.open_questions)
            note = self.kit.formats.joined([sources, questions])
        self.head.set_note(note)
        self._fill_menu()

    def _fill_menu(self) -> None:
        self.menu.clear()
        if self._page is None:
            return
        for one in self._page.others:
            if one.id != self._page.record.id:
                action = QAction(one.title, self.menu)
                action.setData(str(one.id))
                action.triggered.connect(self._choose)
                self.menu.addAction(action)
        if not self.menu.isEmpty():
            self.menu.addSeparator()
        past = QAction(self.kit.t("History"), self.menu)
        past.triggered.connect(self.acts.show_history)
        away = QAction(self.kit.t("To the bin"), self.menu)
        away.triggered.connect(self.acts.bin)
        self.menu.addAction(past)
        self.menu.addAction(away)

    @Slot()
    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(UUID(action.data()))

    @Slot()
    def _print(self) -> None:
        if self._page is not None:
            from clusterdesk.briefs.filenames import BriefKind
            from clusterdesk.gui.briefing.request import page_of

            self.context.shell.go(routes.preview(page_of(BriefKind.DOSSIER, self._page.record.id)))

    def _away(self) -> None:
        self.context.shell.go(routes.vision())
