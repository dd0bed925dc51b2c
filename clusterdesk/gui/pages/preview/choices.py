"""Beside the pages: language and edition of the document, how it is fitted, what it is called."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.domain.views.edition import Edition
from clusterdesk.gui.briefing.request import BriefChoice, BriefRequest
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.preview.report_choices import ReportChoices
from clusterdesk.gui.shortcuts import Scope, Shortcut
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import page_scroll

PRINT = Shortcut("print", N_("Print"), ("Ctrl+P",), N_("Preview"), Scope.PAGE, "preview")
LEAVE = Shortcut("preview-leave", N_("Back to the previous page"), ("Escape",), N_("Preview"), Scope.PAGE, "preview")
EACH_OWN = ""
LANGUAGES = (("fr", "Français"), ("nl", "Nederlands"), ("en", "English"))
_WIDTH, _WHOLE = "width", "whole"
_UNITS = 268
_USUAL = (Edition.SHAREABLE, Edition.INTERNAL)
_REPORT = (Edition.ADVISORY, Edition.DIRECTION)
_NAMES: Mapping[Edition, str] = {
    Edition.SHAREABLE: N_("Shareable"),
    Edition.INTERNAL: N_("Internal"),
    Edition.ADVISORY: N_("Advisory Board"),
    Edition.DIRECTION: N_("Direction"),
}
_ABOUT: Mapping[Edition, str] = {
    Edition.SHAREABLE: N_("May be left with the organisation: only what is shareable is on it."),
    Edition.INTERNAL: N_("For the team only: internal notes are on it. Do not leave it on the table."),
    Edition.ADVISORY: N_("Names only who agreed to be cited: it may be handed out."),
    Edition.DIRECTION: N_("With annexes by name, for the direction only. Do not leave it on the table."),
}


class BriefChoices(Card):
    """The choices of a preview.

    Signals:
        chosen: a BriefChoice other than before.
        fitted: whether whole pages are to be shown.
        reader_asked: the document is to be opened in the system's own reader.
        printer_asked: another printer than the usual one, some pages only, copies.
    """

    chosen = Signal(object)
    fitted = Signal(bool)
    reader_asked = Signal()
    printer_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Start with each receiver's language and the edition that may leave the house."""
        super().__init__(spacing=6, parent=parent)
        t = self._t = kit.t
        self._kit = kit
        self._chosen = BriefChoice()
        self.report = ReportChoices(kit)
        self.report.hide()
        self.report.state_chosen.connect(self._choose)
        self.languages = FilterChips(kit, t("Language of the document"))
        self.editions = FilterChips(kit, t("Edition"))
        self.fit = FilterChips(kit, t("View"))
        self._about_edition = Label("", "small", wrap=True)
        self._file = Label("", "small", wrap=True)
        self._pages = Label("", "small")
        self._no_printer = Label(
            t("No printer is set up on this computer: save the PDF, or open it in your reader."), "small", wrap=True
        )
        self._no_printer.hide()
        self.reader = Button(kit, t("Open in the PDF reader"), "link", icon="external-link")
        self.reader.clicked.connect(self.reader_asked)
        self.printer = Button(kit, t("Another printer, copies…"), "link", icon="printer")
        self.printer.clicked.connect(self.printer_asked)
        self.languages.chosen.connect(self._choose)
        self.editions.chosen.connect(self._choose)
        self.fit.chosen.connect(self._fit)
        self._assemble()
        self._explain()

    def scrolled(self) -> QScrollArea:
        """Return the card in the room beside the pages; large text is higher than the window."""
        area = page_scroll(self, self._t("What the document is like"))
        area.setFixedWidth(self._kit.theme.length(_UNITS))
        return area

    @property
    def choice(self) -> BriefChoice:
        """The choices in force."""
        return self._chosen

    def begin(self, request: BriefRequest) -> None:
        """Start anew for a request; what stays with the team is in the usual language."""
        own = self._t("Of the organisation") if request.count == 1 else self._t("Of each organisation")
        if request.ours:
            own = self._t("The usual one")
        self.languages.set_choices([FilterChoice(EACH_OWN, own), *(FilterChoice(*one) for one in LANGUAGES)])
        self.languages.choose(EACH_OWN)
        self._offer(_REPORT if request.is_report else _USUAL)
        self.report.setVisible(request.is_report)
        state = str(request.subjects[0]) if request.is_report and request.subjects else ""
        self.report.begin(state)
        self._chosen = BriefChoice(EACH_OWN, self._edition(), self.report.state if request.is_report else "")
        self._explain()

    def tell(self, filename: str, pages: int) -> None:
        """Say what the document is called and how long it is."""
        # A name without blanks would not break into lines: let it break after each word's end.
        self._file.setText(filename)
        self._pages.setText(self._t.n("{n} page", "{n} pages", n=pages) if pages else "")

    def tell_report(self, views: Sequence[object]) -> None:
        """Warn of whom the texts of a report name without consent."""
        for view in views:
            if isinstance(view, BoardReport):
                self.report.tell(view)

    def tell_printer(self, *, there: bool) -> None:
        """Say why nothing can be printed."""
        self._no_printer.setVisible(not there)
        self.printer.setVisible(there)

    def _offer(self, editions: Sequence[Edition]) -> None:
        self.editions.set_choices([FilterChoice(one, self._t(_NAMES[one])) for one in editions])
        self.editions.choose(editions[0])

    def _assemble(self) -> None:
        t = self._t
        self._offer(_USUAL)
        self.fit.set_choices([FilterChoice(_WIDTH, t("Page width")), FilterChoice(_WHOLE, t("Whole page"))])
        self.add(self.report)
        for heading, *widgets in (
            (t("Language of the document"), self.languages),
            (t("Edition"), self.editions, self._about_edition),
            (t("View"), self.fit),
            (t("File"), self._file, self._pages, self.reader, self.printer, self._no_printer),
        ):
            self.add(Label(heading, "strong"), *widgets)
            self.body.addSpacing(10)
        self.body.addStretch(1)

    def _explain(self) -> None:
        self._about_edition.setText(self._t(_ABOUT[self._chosen.edition]))

    def _edition(self) -> Edition:
        (edition,) = self.editions.keys
        return Edition(edition)

    @Slot()
    def _choose(self) -> None:
        (language,) = self.languages.keys
        choice = BriefChoice(language, self._edition(), self.report.state if self._chosen.state else "")
        if choice != self._chosen:
            self._chosen = choice
            self._explain()
            self.chosen.emit(choice)

    @Slot(object)
    def _fit(self, keys: frozenset[str]) -> None:
        self.fitted.emit(_WHOLE in keys)
