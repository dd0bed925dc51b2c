"""Where the organisation stands in the list one came from, with the way to the one before and after it."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.organisation import keys
from clusterdesk.gui.shortcuts import with_keys
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.label import Label


class WalkBar(QWidget):
    """Two arrows around "3 of 19"; hidden where one did not come from a list.

    Signals:
        previous_asked, next_asked: the arrows.
    """

    previous_asked = Signal()
    next_asked = Signal()

    def __init__(self, context: Context) -> None:
        """Make a hidden bar."""
        super().__init__()
        self._context = context
        kit, t = context.kit, context.kit.t
        self.previous = IconButton(kit, "chevron-up", with_keys(t, t(keys.PREVIOUS.label), keys.PREVIOUS))
        self.next = IconButton(kit, "chevron-down", with_keys(t, t(keys.NEXT.label), keys.NEXT))
        self._place = Label("", "muted")
        self.previous.clicked.connect(self.previous_asked)
        self.next.clicked.connect(self.next_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.previous, self.next, self._place):
            row.addWidget(widget)
        self.hide()

    def show_place(self, organisation_id: UUID) -> None:
        """Say where an organisation stands."""
        walk, number = self._context.walk, self._context.kit.formats.number
        place = walk.place(organisation_id)
        self.setVisible(place is not None and place[1] > 1)
        if place is not None:
            self.previous.setEnabled(place[0] > 1)
            self.next.setEnabled(place[0] < place[1])
            self._place.setText(self._context.kit.t("{n} of {total}", n=number(place[0]), total=number(place[1])))
