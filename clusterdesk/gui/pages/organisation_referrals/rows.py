"""The orientations of an organisation, one card under the other: those under way first, then what has ended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.referrals.states import ENDED
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.referral import words
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip, Label


class RowsCard(QWidget):
    """Two groups of cards.

    Signals:
        went: an orientation is to be opened (its id).
    """

    went = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self.setProperty("role", "page")
        self.kit = context.kit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(10)

    def show_rows(self, rows: Sequence[ReferralRow]) -> None:
        """Show these."""
        t = self.kit.t
        clear_layout(self._column)
        running = [row for row in rows if row.record.state not in ENDED]
        ended = [row for row in rows if row.record.state in ENDED]
        for heading, found in ((t("Under way"), running), (t.c("orientations", "Ended"), ended)):
            if found:
                self._column.addWidget(SectionHeader(heading, self.kit.formats.number(len(found))))
                for row in found:
                    card = OneReferral(self.kit, row)
                    card.opened.connect(self.went)
                    self._column.addWidget(card)
        self._column.addStretch(1)


class OneReferral(Card):
    """One orientation in a few lines.

    Signals:
        opened: it is to be opened (its id).
    """

    opened = Signal(object)

    def __init__(self, kit: Kit, row: ReferralRow) -> None:
        """Say what was asked of whom, how it stands, what came of it."""
        super().__init__(margin=14, spacing=4)
        t, record = kit.t, row.record
        self._row = row
        self.link = Button(kit, words.title_of(kit, row), "link")
        self.link.clicked.connect(self._open)
        state, tone = words.state_chip(kit, row)
        head = FlowLayout(spacing=8, last_at_end=True)
        head.addWidget(self.link)
        head.addWidget(Chip(state, tone))
        late = words.silence_words(kit, row)
        if late:
            chip = Chip(late, words.SILENCE_TONES.get(row.silent.silence, Tone.NEUTRAL))
            head.addWidget(chip)
        head.addWidget(Label(t("since {day}", day=kit.formats.date(row.since)), "muted"))
        self.body.addLayout(head)
        told = [(record.need, "text"), (words.team_words(kit, row), "muted")]
        if record.reason:
            told.append((t("Reason: {text}", text=record.reason), "text"))
        if record.outcome is not None:
            told.append((t("Outcome: {text}", text=words.outcome_words(kit, record)), "text"))
        for text, role in told:
            label = Label(text, role, wrap=True)
            label.setContentsMargins(8, 0, 8, 0)
            self.add(label)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._row.record.id)
