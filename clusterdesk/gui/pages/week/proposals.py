"""Whom to see, at the left of the week: each with the reasons as chips, to be dragged onto a day or planned by menu."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clusterdesk.domain.views.week import Proposal, Reason, ReasonKind, Week
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.dragging import DragStart
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label
from clusterdesk.gui.widgets.links import RouteLink
from clusterdesk.services.reason_words import reason_story, reason_words

PROPOSAL = "proposal"
_TONES = {
    ReasonKind.NEXT_STEP: Tone.INFO,
    ReasonKind.RHYTHM: Tone.INFO,
    ReasonKind.SILENT: Tone.WARN,
    ReasonKind.NEVER_MET: Tone.WARN,
    ReasonKind.WE_OWE: Tone.BAD,
    ReasonKind.THEY_OWE: Tone.BAD,
    ReasonKind.EVIDENCE: Tone.NEUTRAL,
    ReasonKind.FIGURES: Tone.NEUTRAL,
    ReasonKind.NEAR: Tone.OK,
}


class ProposalsCard(Card):
    """Lists the proposals, the weightiest first.

    Signals:
        plan_asked: the Proposal, and the widget beside which to ask.
        went: a Route to go to.
    """

    plan_asked = Signal(object, QWidget)
    went = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty card."""
        super().__init__(spacing=8)
        self._kit = kit
        self.header = SectionHeader(kit.t("To see"))
        self._hint = Label(kit.t("Drag onto a day, or use the button."), "small", wrap=True)
        inner = QWidget()
        inner.setProperty("role", "page")
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(8)
        self.area = QScrollArea()
        self.area.setProperty("role", "page")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(kit.t("To see"))
        self.area.setWidget(inner)
        self.add(self.header, self._hint, self.area)
        self.body.setStretch(2, 1)

    @property
    def rows(self) -> tuple["ProposalRow", ...]:
        """The proposals shown now."""
        return tuple(row for row in self.findChildren(ProposalRow) if not row.isHidden())

    def show_week(self, week: Week) -> None:
        """Show the proposals of a week; the button that had the focus passes it on to the one in its place."""
        place = next((number for number, row in enumerate(self.rows) if row.plan.hasFocus()), -1)
        clear_layout(self._rows)
        self.header.set_note(self._kit.formats.number(week.count) if week.count else "")
        self._hint.setVisible(bool(week.proposals))
        made = [self._row(proposal) for proposal in week.proposals]
        if not made:
            words = self._kit.t("Nobody is silent, nothing is late: the week is yours.")
            self._rows.addWidget(Label(words, "muted", wrap=True))
        self._rows.addStretch(1)
        if place >= 0 and made:
            made[min(place, len(made) - 1)].plan.setFocus()

    def _row(self, proposal: Proposal) -> "ProposalRow":
        row = ProposalRow(self._kit, proposal)
        row.plan_asked.connect(self.plan_asked)
        row.went.connect(self.went)
        self._rows.addWidget(row)
        return row


class ProposalRow(QFrame):
    """Somebody to see.

    Signals:
        plan_asked, went: as those of the card.
    """

    plan_asked = Signal(object, QWidget)
    went = Signal(object)

    def __init__(self, kit: Kit, proposal: Proposal) -> None:
        """Show a proposal."""
        super().__init__()
        self._kit, self.proposal = kit, proposal
        self.setProperty("role", "offer")
        name = RouteLink(
            kit, proposal.organisation, routes.organisation(proposal.organisation_id), role="name", cut=True
        )
        name.went.connect(self.went)
        words = kit.t("Plan a visit – {organisation}", organisation=proposal.organisation)
        self.plan = IconButton(kit, "calendar-plus", words)
        self.plan.clicked.connect(self._ask)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(name)
        first.addStretch(1)
        first.addWidget(self.plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 4, 6, 8)
        column.setSpacing(2)
        column.addLayout(first)
        if about := self._about():
            label = ElidedLabel(about, "small")
            label.setContentsMargins(5, 0, 0, 0)
            column.addWidget(label)
        chips = QWidget()
        flow = FlowLayout(chips, spacing=4)
        for reason in proposal.reasons:
            flow.addWidget(self._chip(reason))
        chips.setContentsMargins(5, 3, 0, 0)
        column.addWidget(chips)
        self.drag = DragStart(self, PROPOSAL, proposal.organisation_id.bytes)

    def _about(self) -> str:
        kit, proposal = self._kit, self.proposal
        place = " ".join(part for part in (proposal.postcode, proposal.city) if part)
        if proposal.last_contact_on is None:
            return place
        seen = kit.t("seen on {day}", day=kit.formats.date(proposal.last_contact_on))
        return kit.t("{place} · {seen}", place=place, seen=seen) if place else seen

    def _chip(self, reason: Reason) -> Chip:
        t, formats = self._kit.t, self._kit.formats
        chip = Chip(reason_words(reason, t, formats), _TONES[reason.kind])
        chip.explain(reason_story(reason, t, formats))
        return chip

    @Slot()
    def _ask(self) -> None:
        self.plan_asked.emit(self.proposal, self.plan)
