"""What falls due in coaching, one under the other: requests for funding, next steps of files, milestones."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from clusterdesk.base.marks import N_
from clusterdesk.domain.views.deadlines import Deadline, DeadlineKind
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.gui.widgets.links import RouteLink

_SOON, _MOST = 7, 20
_KINDS = {
    DeadlineKind.FUNDING: N_("Funding: {text}"),
    DeadlineKind.NEXT_STEP: N_("Next step: {text}"),
    DeadlineKind.MILESTONE: N_("Milestone: {text}"),
}


class DeadlinesCard(Card):
    """A line for each deadline: when, with whom, what.

    Signals:
        went: a Route to go to.
    """

    went = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(margin=16, spacing=6)
        self._kit = kit
        self._wanted, self._there = True, False
        self.header = SectionHeader(kit.t("Deadlines"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        self.add(self.header)
        self.body.addLayout(self._grid)

    @property
    def links(self) -> tuple[RouteLink, ...]:
        """The deadlines shown now."""
        return tuple(link for link in self.findChildren(RouteLink) if not link.isHidden())

    def show_deadlines(self, found: Sequence[Deadline]) -> None:
        """Show what falls due; nothing: no card."""
        self.header.set_note(self._kit.formats.number(len(found)) if found else "")
        clear_layout(self._grid)
        for line, one in enumerate(found[:_MOST]):
            self._add(line, one)
        self._there = bool(found)
        self.setVisible(self._wanted and self._there)

    def turn(self) -> None:
        """Show the card, or hide it."""
        self._wanted = not self._wanted
        self.setVisible(self._wanted and self._there)

    def _add(self, line: int, one: Deadline) -> None:
        kit, t = self._kit, self._kit.t
        words, tone = kit.formats.weekday_date(one.on), Tone.WARN if one.days <= _SOON else Tone.NEUTRAL
        if one.days < 0:
            words, tone = t.n("{n} day late", "{n} days late", n=-one.days), Tone.BAD
        link = RouteLink(kit, one.organisation, routes.coaching(one.organisation_id), cut=True)
        link.went.connect(self.went)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(Chip(words, tone), line, 0, middle)
        self._grid.addWidget(link, line, 1, middle)
        self._grid.addWidget(Label(t(_KINDS[one.kind], text=one.text), wrap=True), line, 2, middle)
