"""What of the orientations is asked for: words, kind, team, and which of them, with counts."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.referrals.board import BoardFilter, Shown
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.referrals.words import SHOWN_LABELS
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.filter_bar import FilterBar
from clusterdesk.gui.widgets.filter_chips import FilterChoice


class Filters(FilterBar):
    """The filters over board and list."""

    def __init__(self, kit: Kit) -> None:
        """Ask for all."""
        t = kit.t
        boxes = (t("Kind of orientation"), t("Receiving team"))
        super().__init__(kit, t("Organisation, team, need, code…"), boxes, t("Which orientations"))
        self.kind, self.team = self.boxes
        self._rows: Sequence[ReferralRow] = ()
        self._own_id: UUID | None = None
        self._kinds: list[UUID | None] = [None]
        self._teams: list[UUID | None] = [None]
        self.changed.connect(self.count)
        self.show_rows((), None)

    def show_rows(self, rows: Sequence[ReferralRow], own_id: UUID | None) -> None:
        """Offer the kinds and teams there are, and count; ``own_id`` is the profile of whoever sits here."""
        t, language = self.kit.t, self.kit.t.language
        self._rows, self._own_id = rows, own_id
        kinds = {row.kind.id: row.kind.name_in(language) for row in rows if row.kind is not None}
        teams = {row.team.id: row.team.name for row in rows if row.team is not None}
        self._kinds = _offer(self.kind, t("All kinds"), kinds)
        self._teams = _offer(self.team, t("All teams"), teams)
        self.count()

    def choose_team(self, team_id: UUID) -> None:
        """Ask for the orientations of a team, all of them."""
        self.clear()
        self.team.choose(team_id)
        self.count()

    def choose(self, shown: Shown) -> None:
        """Ask for some of them."""
        self.chips.choose(shown.value)

    def clear(self) -> None:
        """Ask for all."""
        self.field.clear()
        self.kind.choose(None)
        self.team.choose(None)
        self.chips.choose(Shown.ALL.value)
        self.count()

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
    def count(self) -> None:
        """Count what each chip would show."""
        t, wanted = self.kit.t, self.wanted()
        counts = {one: sum(replace(wanted, shown=one).fits(row) for row in self._rows) for one in Shown}
        self.chips.set_choices([FilterChoice(one.value, t(SHOWN_LABELS[one]), counts[one]) for one in SHOWN_LABELS])
        self.chips.updateGeometry()


def _offer(box: ChoiceBox, all_of_them: str, names: dict[UUID, str]) -> list[UUID | None]:
    """Offer these by name, all of them first; return the keys in their order."""
    ordered = sorted(names, key=names.__getitem__)
    box.set_options([Option(None, all_of_them), *(Option(one, names[one]) for one in ordered)])
    if box.currentIndex() < 0:
        box.choose(None)
    return [None, *ordered]
