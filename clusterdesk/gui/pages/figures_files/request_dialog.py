"""Asking a company for its figures: which months, of whom, in which language, by when."""

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.exchange.figures.requests.sending import DAYS_TO_ANSWER
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services.figure_requests import FigureRequest


class RequestDialog(AskDialog):
    """Says what is asked of whom.

    Signals:
        decided: the language and the day by which an answer is wanted; answer by ``accept`` or ``tell``.
    """

    decided = Signal(str, object)

    def __init__(self, kit: Kit, request: FigureRequest, parent: QWidget | None = None) -> None:
        """Show a request."""
        t = kit.t
        super().__init__(kit, t("Ask for the figures"), t("Make workbook and mail"), parent=parent)
        months = kit.formats.joined([kit.formats.partial(one) for one in request.due])
        self.months = Label(t("Asked: {months}", months=months), "strong", wrap=True)
        names = kit.formats.joined([one.name or one.mail for one in request.recipients])
        to = t("To: {names}", names=names) if names else t("No mail address is known: fill it in in the draft.")
        self.to = Label(to, wrap=True)
        note = t("The workbook shows what is known in grey; sent back, drop it on this window: it is recognised.")
        self.language = InlineChoice(kit, t("Language of workbook and mail"), self._languages(kit))
        self.language.set_value(request.language)
        self.day = InlineDate(kit, t("Answer by"), required=True)
        self.day.set_value(kit.clock.today() + timedelta(days=DAYS_TO_ANSWER))
        self.day.edit.setProperty("role", "input")
        for part in (self.months, self.to, self.language, self.day, Label(note, "muted", wrap=True)):
            self.content.addWidget(part)
        self.agreed.connect(self._decide)

    @staticmethod
    def _languages(kit: Kit) -> list[Option]:
        t = kit.t
        return [Option("fr", t("French")), Option("nl", t("Dutch")), Option("en", t("English"))]

    @Slot()
    def _decide(self) -> None:
        day = self.day.value
        if isinstance(day, date):
            self.wait()
            self.decided.emit(str(self.language.value), day)
