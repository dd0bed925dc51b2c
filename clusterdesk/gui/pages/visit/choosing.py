"""F8 on a day without a visit: the next one is meant, one that was forgotten, or another, also after the fact."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from clusterdesk.domain.views.session_page import UpcomingVisit
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.label import Label

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

_OTHER = -2


class VisitChoice(AskDialog):
    """Offers the visits at hand, the first one chosen, and "another one".

    Signals:
        chosen: the id of the session.
        other_asked: none of them.
    """

    chosen = Signal(object)
    other_asked = Signal()

    def __init__(self, context: Context, visits: Sequence[UpcomingVisit], parent: QWidget) -> None:
        """Offer these."""
        t = context.kit.t
        super().__init__(context.kit, t("No visit is planned today"), t("Open the notes"), parent=parent)
        self._visits = visits
        self._group = QButtonGroup(self)
        self.radios: list[QRadioButton] = []
        self.content.addWidget(Label(t("Which notes do you want to open?"), "muted", wrap=True))
        for number, one in enumerate(visits):
            self._offer(number, self._words(one))
        self._offer(_OTHER, t("Another visit, of now or after the fact…"))
        self.content.addStretch(1)
        self.radios[0].setChecked(True)
        self.agreed.connect(self._agree)

    def _offer(self, number: int, words: str) -> None:
        radio = QRadioButton(VEIL.words(words).replace("&", "&&"))
        radio.setAccessibleName(words)
        self._group.addButton(radio, number)
        self.radios.append(radio)
        self.content.addWidget(radio)

    def _words(self, visit: UpcomingVisit) -> str:
        t, formats, session = self.kit.t, self.kit.formats, visit.session
        day = formats.weekday_date(session.on)
        when = t("{day}, {time}", day=day, time=formats.time(session.starts_at)) if session.starts_at else day
        if session.on < self.kit.clock.today():
            return t("{organisation} – {when}, not written down yet", organisation=visit.organisation, when=when)
        return t("{organisation} – {when}", organisation=visit.organisation, when=when)

    @Slot()
    def _agree(self) -> None:
        number = self._group.checkedId()
        self.accept()
        if number == _OTHER:
            self.other_asked.emit()
        else:
            self.chosen.emit(self._visits[number].session.id)


class VisitAsker(QObject):
    """Asks, and tells which session visit mode shall open.

    Signals:
        chosen: the id of the session.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Ask over the window of ``parent``."""
        super().__init__(parent)
        self._context, self._parent = context, parent

    def ask(self) -> None:
        """Read what is at hand, then ask."""
        self._context.desk.submit(_at_hand, self._show, self._context.shell.show_error, owner=self)

    def _show(self, visits: tuple[UpcomingVisit, ...]) -> None:
        if not visits:
            self._ask_other()
            return
        dialog = VisitChoice(self._context, visits, self._parent.window())
        dialog.chosen.connect(self.chosen)
        dialog.other_asked.connect(self._ask_other)
        dialog.open()

    @Slot()
    def _ask_other(self) -> None:
        from clusterdesk.gui.pages.today.planning import NoteDialog

        dialog = NoteDialog(self._context, self._parent.window())
        dialog.started.connect(self.chosen)
        dialog.open()


def _at_hand(desk: "Desk") -> tuple[UpcomingVisit, ...]:
    from clusterdesk.services.visit_mode import visits_to_choose

    return visits_to_choose(desk.store)
