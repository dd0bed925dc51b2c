"""Choosing the receiving team: those that suit, each with why; or any other one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from clusterdesk.domain.referrals.matching import Match
from clusterdesk.domain.views.hub_teams import TeamCard
from clusterdesk.gui.forms.language_names import LANGUAGES
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import Label
from clusterdesk.i18n.countries import country_name

_MOST = 3


class TeamChoice(QWidget):
    """The first proposals as radio buttons with their reasons, and the whole directory in a list.

    Signals:
        chosen: the id of the team chosen now (``None``: none).
    """

    chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty choice."""
        super().__init__()
        self.kit = kit
        self._team_id: UUID | None = None
        self._matches: tuple[Match, ...] = ()
        self.caption = Label(kit.t("Teams that suit"), "caption")
        self.note = Label("", "muted", wrap=True)
        self.radios: dict[UUID, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.others = ChoiceBox("input")
        self.others.setAccessibleName(kit.t("Another team"))
        self.others.activated.connect(self._other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addWidget(self.note)
        column.addLayout(self._rows)
        column.addWidget(self.others)
        self.hint("")

    @property
    def team_id(self) -> UUID | None:
        """The team chosen now."""
        return self._team_id

    def hint(self, words: str) -> None:
        """Propose nothing, and say what to do first ("" while the teams are being read); without it, stand back."""
        self._matches = ()
        clear_layout(self._rows)
        self.radios = {}
        self._say(words)
        self.caption.setVisible(bool(words))
        self.others.hide()
        self._team_id = None

    def show_matches(self, matches: Sequence[Match], cards: Sequence[TeamCard], chosen: UUID | None = None) -> None:
        """Propose teams; the one chosen before stays, else ``chosen``, else the first that suits is taken."""
        self._matches = tuple(matches[:_MOST])
        clear_layout(self._rows)
        self.radios = {}
        for match in self._matches:
            self._rows.addWidget(self._radio(match))
        t = self.kit.t
        none = t("No team of the directory takes this. Choose another one, or add it there.")
        self._say("" if self._matches else none)
        self.caption.show()
        self.others.show()
        known = {card.team.id for card in cards}
        proposed = [one.card.team.id for one in self._matches]
        rest = [card.team for card in cards if card.team.id not in proposed]
        self.others.set_options([Option(None, t("Another team…")), *(Option(one.id, one.name) for one in rest)])
        self._options = (None, *(one.id for one in rest))
        wanted = chosen if chosen in known else None
        self._take(wanted or (proposed[0] if proposed else None))

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _radio(self, match: Match) -> QWidget:
        team = match.card.team
        button = QRadioButton(VEIL.words(team.name))
        button.setObjectName(str(team.id))
        why = why_words(self.kit, match)
        button.setAccessibleDescription(why)
        button.clicked.connect(self._picked)
        self._group.addButton(button)
        self.radios[team.id] = button
        label = Label(why, "small", wrap=True)
        label.setContentsMargins(24, 0, 0, 4)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(button)
        column.addWidget(label)
        return holder

    def _take(self, team_id: UUID | None) -> None:
        self._team_id = team_id
        self._group.setExclusive(False)
        for key, button in self.radios.items():
            button.setChecked(key == team_id)
        self._group.setExclusive(True)
        self.others.choose(None if team_id in self.radios else team_id)
        self.chosen.emit(team_id)

    @Slot()
    def _picked(self) -> None:
        button = self.sender()
        if isinstance(button, QRadioButton):
            self._take(UUID(button.objectName()))

    @Slot(int)
    def _other(self, index: int) -> None:
        self._take(self._options[index])


def why_words(kit: Kit, match: Match) -> str:
    """Return why a team suits, and what it does not cover."""
    t, language, team = kit.t, kit.t.language, match.card.team
    reasons = []
    if match.countries:
        names = kit.formats.joined([country_name(code, language) for code in match.countries])
        reasons.append(t("covers {countries}", countries=names))
    if match.uncovered:
        names = kit.formats.joined([country_name(code, language) for code in match.uncovered])
        reasons.append(t("not {countries}", countries=names))
    if match.kind and not match.countries:
        reasons.append(t("takes this kind of orientation"))
    if match.sectors:
        reasons.append(
            t("knows {sectors}", sectors=kit.formats.joined([one.name_in(language) for one in match.sectors]))
        )
    if match.language in LANGUAGES:
        reasons.append(t("common language: {language}", language=t(LANGUAGES[match.language])))
    if team.answer_days is not None:
        reasons.append(t.n("answers within {n} day", "answers within {n} days", n=team.answer_days))
    return " · ".join(reasons)
