"""Beside the pages: language and edition of the document, how it is fitted, what it is called."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.views.edition import Edition
from clusterdesk.gui.briefing.request import BriefChoice
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shortcuts import Scope, Shortcut
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import page_scroll

PRINT = Shortcut("print", N_("Print"), ("Ctrl+P",), N_("Preview"), Scope.PAGE, "preview")
EACH_OWN = ""
LANGUAGES = (("fr", "Français"), ("nl", "Nederlands"), ("en", "English"))
_WIDTH, _WHOLE = "width", "whole"
_UNITS = 268


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

    def begin(self, count: int, *, ours: bool = False) -> None:
        """Start anew for a request of so many documents; ``ours`` are those that stay with the team."""
        self._chosen = BriefChoice()
        own = self._t("Of the organisation") if count == 1 else self._t("Of each organisation")
        if ours:
            own = self._t("The usual one")
        self.languages.set_choices([FilterChoice(EACH_OWN, own), *(FilterChoice(*one) for one in LANGUAGES)])
        self.languages.choose(EACH_OWN)
        self.editions.choose(Edition.SHAREABLE)
        self._explain()

    def tell(self, filename: str, pages: int) -> None:
        """Say what the document is called and how long it is."""
        # A name without blanks would not break into lines: let it break after each word's end.
        self._file.setText(filename)
        self._pages.setText(self._t.n("{n} page", "{n} pages", n=pages) if pages else "")

    def tell_printer(self, *, there: bool) -> None:
        """Say why nothing can be printed."""
        self._no_printer.setVisible(not there)
        self.printer.setVisible(there)

    def _assemble(self) -> None:
        t = self._t
        self.editions.set_choices(
            [FilterChoice(Edition.SHAREABLE, t("Shareable")), FilterChoice(Edition.INTERNAL, t("Internal"))]
        )
        self.fit.set_choices([FilterChoice(_WIDTH, t("Page width")), FilterChoice(_WHOLE, t("Whole page"))])
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
        t = self._t
        internal = self._chosen.edition is Edition.INTERNAL
        self._about_edition.setText(
            t("For the team only: internal notes are on it. Do not leave it on the table.")
            if internal
            else t("May be left with the organisation: only what is shareable is on it.")
        )

    @Slot(object)
    def _choose(self, _keys: frozenset[str]) -> None:
        (language,), (edition,) = self.languages.keys, self.editions.keys
        choice = BriefChoice(language, Edition(edition))
        if choice != self._chosen:
            self._chosen = choice
            self._explain()
            self.chosen.emit(choice)

    @Slot(object)
    def _fit(self, keys: frozenset[str]) -> None:
        self.fitted.emit(_WHOLE in keys)
