"""What of the orientations is asked for: words, kind, team, and which of them, with counts."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.referrals.board import BoardFilter, Shown
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.referrals.words import SHOWN_LABELS
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.low_scroll import LowScroll
from clusterdesk.gui.widgets.page_header import FoldingRow
from clusterdesk.gui.widgets.search_field import SearchField

_BOX, _ONE_LINE = 170, 620
_HIGHEST = 60  # two lines of chips


class Filters(QWidget):
    """The filters over board and list.

    Signals:
        changed: something else is asked for.
        left_down: the cards are wanted: Down or Enter in the field of words.
    """

    changed = Signal()
    left_down = Signal()

    def __init__(self, kit: Kit) -> None:
        """Ask for all."""
        super().__init__()
        self.kit = kit
        t = kit.t
        self._own_id: UUID | None = None
        self._kinds: list[UUID | None] = [None]
        self._teams: list[UUID | None] = [None]
        self.field = SearchField(kit, t("Organisation, team, need, code…"))
        self.kind, self.team = ChoiceBox(), ChoiceBox()
        for box, name in ((self.kind, t("Kind of orientation")), (self.team, t("Receiving team"))):
            box.setMinimumWidth(kit.theme.length(_BOX))
            box.setAccessibleName(name)
            box.activated.connect(self.changed)
        self.chips = FilterChips(kit, t("Which orientations"))
        self.chips.chosen.connect(self._chosen)
        self.field.searched.connect(self.changed)
        self.field.left_down.connect(self.left_down)
        self.field.entered.connect(self.left_down)
        line = FoldingRow(kit, _ONE_LINE, spacing=8)
        line.add(self.field, 3)
        line.add(Row(self.kind, self.team, stretch=False), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(line)
        column.addWidget(LowScroll(self.chips, _HIGHEST, t("Which orientations")))
        self.show_rows((), None)

    def show_rows(self, rows: Sequence[ReferralRow], own_id: UUID | None) -> None:
        """Offer the kinds and teams there are, and count; ``own_id`` is the profile of whoever sits here."""
        t, language = self.kit.t, self.kit.t.language
        self._own_id = own_id
        kinds = {row.kind.id: row.kind.name_in(language) for row in rows if row.kind is not None}
        teams = {row.team.id: row.team.name for row in rows if row.team is not None}
        self._kinds = _offer(self.kind, t("All kinds"), kinds)
        self._teams = _offer(self.team, t("All teams"), teams)
        counts = {one: sum(BoardFilter(one, own_id=own_id).fits(row) for row in rows) for one in Shown}
        self.chips.set_choices([FilterChoice(one.value, t(SHOWN_LABELS[one]), counts[one]) for one in SHOWN_LABELS])
        self.chips.updateGeometry()

    def choose_team(self, team_id: UUID) -> None:
        """Ask for the orientations of a team, all of them."""
        self.clear()
        self.team.choose(team_id)

    def choose(self, shown: Shown) -> None:
        """Ask for some of them."""
        self.chips.choose(shown.value)

    def clear(self) -> None:
        """Ask for all."""
        self.field.clear()
        self.kind.choose(None)
        self.team.choose(None)
        self.chips.choose(Shown.ALL.value)

    def wanted(self) -> BoardFilter:
        """Return what is asked for now."""
        return BoardFilter(
            Shown(next(iter(self.chips.keys), Shown.ALL.value)),
            self.field.text(),
            self._kinds[max(self.kind.currentIndex(), 0)],
            self._teams[max(self.team.currentIndex(), 0)],
            self._own_id,
        )

    @Slot()
    def _chosen(self) -> None:
        self.changed.emit()


def _offer(box: ChoiceBox, all_of_them: str, names: dict[UUID, str]) -> list[UUID | None]:
    """Offer these by name, all of them first; return the keys in their order."""
    ordered = sorted(names, key=names.__getitem__)
    box.set_options([Option(None, all_of_them), *(Option(one, names[one]) for one in ordered)])
    if box.currentIndex() < 0:
        box.choose(None)
    return [None, *ordered]
