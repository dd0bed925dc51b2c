"""A visit in its day: hour, with whom, where; to be dragged to another day, or moved by its menu."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.week import WeekVisit
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.dragging import DragStart
from clusterdesk.gui.widgets.label import ElidedLabel
from clusterdesk.gui.widgets.links import RouteLink

VISIT = "visit"


class VisitCard(QFrame):
    """One visit; what was held stands still.

    Signals:
        menu_asked: its menu is asked for (the WeekVisit, the widget beside which).
        went: a Route to go to.
    """

    menu_asked = Signal(object, QWidget)
    went = Signal(object)

    def __init__(self, kit: Kit, visit: WeekVisit) -> None:
        """Show a visit."""
        super().__init__()
        self._kit, self.visit = kit, visit
        t = kit.t
        self.setProperty("role", "card")
        hour = kit.formats.time(visit.starts_at) if visit.starts_at else t("no hour")
        self.name = RouteLink(kit, visit.organisation, routes.session(visit.session_id), role="name", cut=True)
        self.name.setAccessibleName(t("Open the visit – {organisation}", organisation=visit.organisation))
        self.name.went.connect(self.went)
        self.more = IconButton(
            kit, "ellipsis", t("More about the visit – {organisation}", organisation=visit.organisation)
        )
        self.more.clicked.connect(self._ask)
        if not visit.is_planned:
            self.more.hide()
        first = QHBoxLayout()
        first.setContentsMargins(5, 0, 0, 0)
        first.setSpacing(0)
        first.addWidget(ElidedLabel(hour, "muted"), 1)
        first.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 4, 6)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self.name)
        for words in self._details():
            label = ElidedLabel(words, "small")
            label.setContentsMargins(5, 0, 0, 0)
            column.addWidget(label)
        self.drag = DragStart(self, VISIT, visit.session_id.bytes) if visit.is_planned else None

    def has_focus_inside(self) -> bool:
        """Tell whether the focus is on the visit or something of it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _details(self) -> list[str]:
        visit, t = self.visit, self._kit.t
        kind = "" if visit.kind is SessionKind.VISIT else t(choice_label(visit.kind))
        place = visit.city or visit.postcode
        state = "" if visit.is_planned else t("took place")
        return [words for words in (kind, place, state) if words]

    @Slot()
    def _ask(self) -> None:
        self.menu_asked.emit(self.visit, self.more)
