"""What the report to the Advisory Board is asked besides: of which quarter; and whom its texts may not name."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.board.foreign_texts import WARNINGS
from clusterdesk.domain.board.quarters import closed_quarters, quarter_of
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.shell.trail import Route
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import Label

_MOST = 6


class ReportChoices(QWidget):
    """The choices of the report.

    Signals:
        state_chosen: another quarter or day was chosen.
        messages_asked: the messages of the quarter are to be edited.
    """

    state_chosen = Signal()
    messages_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make the choice of the state; what is warned of comes with the report."""
        super().__init__(parent)
        t = kit.t
        self._kit = kit
        self.states = ChoiceBox()
        self.states.setAccessibleName(t("State as of"))
        self.states.activated.connect(self._chosen)
        self.messages = Button(kit, t("Messages, decisions, story…"), "link", icon="pencil")
        self.messages.set_hint(t("Write what stands on the first page of the report."))
        self.messages.clicked.connect(self.messages_asked)
        self.warning = Label("", "small", wrap=True)
        self.warning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(6)
        for widget in (Label(t("State as of"), "strong"), self.states, self.messages, self.warning):
            column.addWidget(widget)

    @property
    def state(self) -> str:
        """The quarter or day that is chosen."""
        return str(self.states.currentData() or "")

    @property
    def quarter(self) -> str:
        """The quarter whose messages stand in the report."""
        state = self.state
        return state if "Q" in state else quarter_of(date.fromisoformat(state))

    def messages_place(self) -> Route:
        """Return where the messages of the quarter are edited."""
        return routes.board(self.quarter)

    def begin(self, state: str) -> None:
        """Offer the quarters that have ended and today, and show the one asked for."""
        t, formats, today = self._kit.t, self._kit.formats, self._kit.clock.today()
        options = [Option(one, formats.partial(one)) for one in closed_quarters(today)]
        options.append(Option(today.isoformat(), t("Today, {day}", day=formats.date(today))))
        if state and state not in {one.key for one in options}:
            options.append(Option(state, formats.partial(state)))
        self.states.set_options(options)
        self.states.choose(state or options[0].key)
        self.warning.hide()

    def tell(self, report: BoardReport) -> None:
        """Warn of a quarter that runs, of whom texts name without consent, of other languages, of what is left out."""
        t, formats = self._kit.t, self._kit.formats
        told = []
        if report.provisional_until is not None:
            quarter, end = formats.partial(report.quarter), formats.date(report.provisional_until)
            told.append(t("Provisional: {quarter} runs until {day}.", quarter=quarter, day=end))
        names = list(dict.fromkeys(one.name for one in report.warnings))
        if names:
            shown = self._kit.formats.joined(names[:_MOST])
            told.append(
                t("Named without consent, so other words stand in this edition: {names}.", names=shown)
                if len(names) <= _MOST
                else t("Named without consent, so other words stand in this edition: {names} …", names=shown)
            )
        told += [t(WARNINGS[one.language], text=one.text) for one in report.foreign]
        told += [t("Left out: “{text}”", text=text) for text in report.left_out]
        self.warning.setText("\n".join(told))
        self.warning.setVisible(bool(told))

    @Slot()
    def _chosen(self) -> None:
        self.state_chosen.emit()
