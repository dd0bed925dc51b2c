"""Choosing the organisation to merge: the likely ones first, then any by its name."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.duplicates import Match
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.organisations.picker import OrganisationPicker
from clusterdesk.gui.widgets.buttons import Button, CutButton
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Label

_MOST = 6


class TwinButton(CutButton):
    """An organisation that may be the same.

    Signals:
        picked: its id.
    """

    picked = Signal(object)

    def __init__(self, context: Context, match: Match, organisation_id: UUID) -> None:
        """Show name and reason."""
        t = context.kit.t
        super().__init__(context.kit, t("{name} – {reason}", name=match.card.name, reason=t(match.reason)), "link")
        self._id = organisation_id
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.picked.emit(self._id)


class OtherCard(Card):
    """Asks which organisation is the same.

    Signals:
        chosen: the id of an organisation.
        all_asked: the list of all likely duplicates is wanted.
    """

    chosen = Signal(object)
    all_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Offer all organisations by name."""
        super().__init__(spacing=10, parent=parent)
        self._context = context
        kit, t = context.kit, context.kit.t
        self._twins = QVBoxLayout()
        self._twins.setSpacing(2)
        self.picker = OrganisationPicker(context)
        self.picker.picked.connect(self._picked)
        self.picker.opened.connect(self._compare)
        self.compare = Button(kit, t("Compare the two"), "primary", icon="merge")
        self.compare.setEnabled(False)
        self.compare.clicked.connect(self._compare)
        self.all = Button(kit, t("All duplicates"), "link", icon="list")
        self.all.clicked.connect(self.all_asked)
        heading = SectionHeader(t("Which organisation is the same?"), wrap=True)
        heading.add(self.all)
        self.add(heading)
        self.body.addLayout(self._twins)
        self.body.addWidget(self.picker, 1)
        self.body.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignRight)
        self._kept: UUID | None = None

    def show_twins(self, kept_id: UUID, twins: Sequence[Match]) -> None:
        """Offer those that are probably the same as the one to keep."""
        self._kept = kept_id
        clear_layout(self._twins)
        t = self._context.kit.t
        known = [(one, one.card.key) for one in twins[:_MOST] if isinstance(one.card.key, UUID)]
        if not known:
            self._twins.addWidget(Label(t("None looks like it; choose it by its name."), "muted", wrap=True))
        for match, key in known:
            button = TwinButton(self._context, match, key)
            button.picked.connect(self.chosen)
            self._twins.addWidget(button)

    @Slot(object)
    def _picked(self, organisation_id: object) -> None:
        self.compare.setEnabled(organisation_id is not None and organisation_id != self._kept)

    @Slot()
    def _compare(self) -> None:
        if self.compare.isEnabled():
            self.chosen.emit(self.picker.organisation_id)
