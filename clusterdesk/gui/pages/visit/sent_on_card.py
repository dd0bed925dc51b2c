"""What a visit gave to send on, each with the way to it: difficulties of the field and orientations."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.difficulties import Difficulty
from clusterdesk.domain.records.referrals import Referral
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.difficulties.words import STATE_TONES as DIFFICULTY_TONES
from clusterdesk.gui.pages.referral.words import STATE_TONES as REFERRAL_TONES
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip
from clusterdesk.gui.widgets.links import RouteLink


class SentOnCard(Card):
    """The list; it takes no room while there is nothing.

    Signals:
        went: to a difficulty or an orientation (its Route).
    """

    went = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty one."""
        super().__init__()
        self.kit = kit
        self.header = SectionHeader(kit.t("To send on"))
        self.links: list[RouteLink] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.add(self.header)
        self.body.addLayout(self._rows)
        self.hide()

    def show_page(self, page: SessionPage) -> None:
        """Show what this session gave."""
        clear_layout(self._rows)
        self.links = []
        for one in page.difficulties:
            state = self.kit.t(choice_label(one.state))
            self._add(difficulty_words(self.kit, one), routes.difficulty(one.id), state, DIFFICULTY_TONES[one.state])
        for each in page.referrals:
            state = self.kit.t(choice_label(each.state))
            self._add(referral_words(self.kit, each), routes.referral(each.id), state, REFERRAL_TONES[each.state])
        self.header.set_note(self.kit.formats.number(len(self.links)))
        self.setVisible(bool(self.links))

    def _add(self, words: str, route: Route, state: str, tone: Tone) -> None:
        link = RouteLink(self.kit, words, route, cut=True)
        link.went.connect(self.went)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        chip = Chip(state, tone)
        chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line.addWidget(link, 1)
        line.addStretch(0)
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows.addWidget(holder)
        self.links.append(link)


def sent_on_words(kit: Kit, page: SessionPage) -> Sequence[str]:
    """Return what a session gave to send on, each in a line."""
    return [
        *(difficulty_words(kit, one) for one in page.difficulties),
        *(referral_words(kit, one) for one in page.referrals),
    ]


def difficulty_words(kit: Kit, one: Difficulty) -> str:
    """Return "Difficulty: the permit takes months"."""
    return kit.t("Difficulty: {what}", what=one.title)


def referral_words(kit: Kit, one: Referral) -> str:
    """Return "Orientation: a distributor in the Netherlands"."""
    need = " ".join(one.need.split())
    return kit.t("Orientation: {what}", what=need) if need else kit.t("Orientation")
