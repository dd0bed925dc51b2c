"""One orientation on the board: whose, where to, what for, with whom, since when; dragged or moved by its menu."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.referrals import ReferralOutcome, ReferralState
from clusterdesk.domain.referrals.states import ENDED
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.referral import words
from clusterdesk.gui.pages.referrals.words import ENDED_LABELS
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.dragging import DragStart
from clusterdesk.gui.widgets.label import Chip, ElidedLabel
from clusterdesk.gui.widgets.links import RouteLink

REFERRAL = "referral"  # a kind of thing that is dragged
_PLAIN = frozenset({ReferralState.DRAFT, ReferralState.CONSENT, ReferralState.HANDED_OVER})


class ReferralCard(QFrame):
    """One card.

    Signals:
        menu_asked: its menu is asked for (the ReferralRow, the widget beside which).
        went: a Route to go to.
    """

    menu_asked = Signal(object, QWidget)
    went = Signal(object)

    def __init__(self, kit: Kit, row: ReferralRow) -> None:
        """Show an orientation."""
        super().__init__()
        self._kit, self.row = kit, row
        t = kit.t
        self.setProperty("role", "card")
        self.setAccessibleName(t("Orientation of {organisation}", organisation=row.organisation))
        self.name = RouteLink(kit, row.organisation, routes.referral(row.record.id), role="name", cut=True)
        self.name.setAccessibleName(t("Open the orientation of {organisation}", organisation=row.organisation))
        self.name.went.connect(self.went)
        self.more = IconButton(kit, "ellipsis", t("Move the orientation of {organisation}",
                                                  organisation=row.organisation))  # fmt: skip
        self.more.clicked.connect(self._ask)
        first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(self.name)
        first.addStretch(1)
        first.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 2, 8)
        column.setSpacing(1)
        column.addLayout(first)
        for text, role in self._lines():
            label = ElidedLabel(text, role)
            label.setContentsMargins(5, 0, 3, 0)
            column.addWidget(label)
        self._add_foot(column)
        self.drag = DragStart(self, REFERRAL, row.record.id.bytes)

    def has_focus_inside(self) -> bool:
        """Tell whether the focus is on the card or something of it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _lines(self) -> list[tuple[str, str]]:
        kit, row = self._kit, self.row
        person = row.person.name if row.person is not None else row.team.name if row.team is not None else ""
        found = [(words.title_of(kit, row), "small"), (row.record.need, "small"), (person, "small")]
        if row.record.state not in ENDED | _PLAIN:
            found.append((kit.t(choice_label(row.record.state)), "small"))
        return [(text, role) for text, role in found if text]

    def _add_foot(self, column: QVBoxLayout) -> None:
        """Say how long it stands there, in the colour of the silence, or what came of it."""
        kit, row, t = self._kit, self.row, self._kit.t
        foot = QHBoxLayout()
        foot.setContentsMargins(5, 3, 3, 0)
        foot.setSpacing(4)
        if row.record.state in ENDED:
            label = t(choice_label(row.record.outcome)) if row.record.outcome else t(ENDED_LABELS[row.record.state])
            tone = words.STATE_TONES[row.record.state]
            if row.record.outcome is ReferralOutcome.NONE:
                tone = Tone.NEUTRAL
            foot.addWidget(Chip(label, tone))
        else:
            tone = words.SILENCE_TONES.get(row.silent.silence, Tone.NEUTRAL)
            late = row.silent.late_days
            told = t.n("{n} day late", "{n} days late", n=late) if late else words.age_words(kit, row)
            foot.addWidget(Chip(told, tone))
        foot.addStretch(1)
        column.addLayout(foot)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _ask(self) -> None:
        self.menu_asked.emit(self.row, self.more)
