"""The chips over the directory: all, one type of team, those that are over, the examples."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.directory import HubTeamKind
from clusterdesk.domain.views.hub_teams import TeamCard, TeamFilter
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice

_ALL, _OVER, _EXAMPLES = "all", "over", "examples"


class TeamFilters(QWidget):
    """One chip is on.

    Signals:
        chosen: another chip is on.
    """

    chosen = Signal()

    def __init__(self, kit: Kit) -> None:
        """Begin with all teams."""
        super().__init__()
        self._kit = kit
        self.chips = FilterChips(kit, kit.t("Which teams"))
        self.chips.chosen.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chips)
        self.show_counts((), date.min)

    @property
    def kind(self) -> HubTeamKind | None:
        """The type of team chosen, None where the chip says something else."""
        return next((kind for kind in HubTeamKind if kind.value in self.chips.keys), None)

    def wanted(self, words: str) -> TeamFilter:
        """Return the filter of the chip that is on, with words."""
        keys = self.chips.keys
        return TeamFilter(words, self.kind, over=_OVER in keys, examples=_EXAMPLES in keys)

    def clear(self) -> None:
        """Turn to all teams."""
        self.chips.choose(_ALL)

    def show_counts(self, cards: Iterable[TeamCard], today: date) -> None:
        """Show a chip for each type there is, and for what is over or an example."""
        t, every = self._kit.t, tuple(cards)
        choices = [FilterChoice(_ALL, t("All"), len(every))]
        for kind in HubTeamKind:
            if count := sum(card.team.kind is kind for card in every):
                choices.append(FilterChoice(kind.value, t(choice_label(kind)), count))
        if count := sum(not card.holds_on(today) for card in every):
            choices.append(FilterChoice(_OVER, t("No longer there"), count))
        if count := sum(card.team.example for card in every):
            choices.append(FilterChoice(_EXAMPLES, t("Examples"), count))
        self.chips.set_choices(choices)
        self.chips.updateGeometry()

    @Slot(object)
    def _tell(self, _keys: object) -> None:
        self.chosen.emit()
