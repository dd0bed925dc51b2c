"""The card of what came in since the last working day: documents, mails, imports; each leads to where it went."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from clusterdesk.domain.working_days import last_working_day
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import ElidedLabel, Label, plain_tooltip
from clusterdesk.gui.widgets.links import RouteLink

if TYPE_CHECKING:
    from clusterdesk.domain.views.arrivals import Arrival, Arrivals

_ROWS = 3


class ArrivedCard(Card):
    """Lists the newest arrivals; nothing came in: a sentence says so.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(spacing=4)
        self._kit = kit
        self.header = SectionHeader(kit.t("Came in"))
        self._nothing = Label("", "muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(-5, 0, 0, 0)  # the letters of links stand under those of the heading
        self.add(self.header, self._nothing)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        since = last_working_day(kit.clock.today())
        self._nothing.setText(kit.t("Nothing since {day}.", day=kit.formats.weekday(since)))

    @property
    def links(self) -> tuple[RouteLink, ...]:
        """The arrivals shown now that lead somewhere."""
        return tuple(link for link in self.findChildren(RouteLink) if not link.isHidden())

    def show_arrivals(self, arrivals: "Arrivals") -> None:
        """Show the newest of what came in."""
        kit = self._kit
        self.header.set_note(kit.formats.number(arrivals.count) if arrivals.count else "")
        since = kit.formats.weekday(arrivals.since)
        self.header.setToolTip(plain_tooltip(kit.t("Documents, mails and imports since {day}", day=since)))
        self._nothing.setText(kit.t("Nothing since {day}.", day=since))
        self._nothing.setVisible(not arrivals.newest)
        clear_layout(self._rows)
        for one in arrivals.newest[:_ROWS]:
            self._add(one)

    def _add(self, one: "Arrival") -> None:
        kit = self._kit
        if one.operation is not None:
            from clusterdesk.services.told_titles import told_operation

            label = ElidedLabel(told_operation(one.operation, kit.t, kit.formats), "muted")
            label.setContentsMargins(5, 2, 0, 2)
            self._rows.addWidget(label)
            return
        text = one.text or kit.t("Mail exchange")
        if one.organisation:
            text = kit.t("{thing} · {organisation}", thing=text, organisation=one.organisation)
        if one.session_id is not None:
            way = routes.session(one.session_id)
        elif one.organisation_id is not None:
            way = routes.organisation(one.organisation_id)
        else:
            self._rows.addWidget(ElidedLabel(text, "muted"))
            return
        link = RouteLink(kit, text, way, cut=True)
        link.went.connect(self.went)
        self._rows.addWidget(link)
