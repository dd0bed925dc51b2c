"""What of the list of difficulties is asked for: words, theme, severity, and what they wait for, with counts."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choices_of
from clusterdesk.domain.records.difficulties import Severity
from clusterdesk.domain.views.difficulties import DifficultyList, DifficultyRow, Waits
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.difficulties import listed, words
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.low_scroll import LowScroll
from clusterdesk.gui.widgets.page_header import FoldingRow
from clusterdesk.gui.widgets.search_field import SearchField

_OPEN, _EVERYTHING = "open", "all"
_BOX, _ONE_LINE = 140, 560
_HIGHEST = 60  # two lines of chips


class Filters(QWidget):
    """The filters over the list; hidden while there is nothing to filter.

    Signals:
        changed: something else is asked for.
        left_down: the list is wanted: Down or Enter in the field of words.
    """

    changed = Signal()
    left_down = Signal()

    def __init__(self, kit: Kit) -> None:
        """Ask for all that is open."""
        super().__init__()
        self.kit = kit
        t = kit.t
        self.field = SearchField(kit, t("Words, or the name of an organisation"))
        self.chips = FilterChips(kit, t("What they wait for"))
        self.theme, self.severity = ChoiceBox(), ChoiceBox()
        for box in (self.theme, self.severity):
            box.setMinimumWidth(kit.theme.length(_BOX))
            box.activated.connect(self.changed)
        self.theme.setAccessibleName(t("Theme"))
        self.severity.setAccessibleName(t("Severity"))
        every = Option(None, t("Any severity"))
        self.severity.set_options([every, *(Option(one, t(label)) for one, label in choices_of(Severity).items())])
        self.severity.choose(None)
        self.field.searched.connect(self.changed)
        self.field.left_down.connect(self.left_down)
        self.field.entered.connect(self.left_down)
        self.chips.chosen.connect(self._chosen)
        line = FoldingRow(kit, _ONE_LINE, spacing=8)
        line.add(self.field, 3)
        line.add(Row(self.theme, self.severity, stretch=False), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(line)
        column.addWidget(LowScroll(self.chips, _HIGHEST, t("What they wait for")))
        self._count(())

    def show_list(self, data: DifficultyList) -> None:
        """Offer the themes there are, and count."""
        t = self.kit.t
        used = {row.record.theme_id for row in data.rows}
        themes = [Option(one.id, one.name_in(t.language)) for one in data.themes if one.active or one.id in used]
        chosen = self.theme.currentData() if self.theme.count() else listed.ANY
        self.theme.set_options([Option(listed.ANY, t("All themes")), *themes, Option(None, t("Without a theme"))])
        self.theme.choose(chosen)
        self._count(data.rows)
        self.setVisible(bool(data.rows))

    def begin(self, waits: Waits) -> None:
        """Ask for what waits for something."""
        self._count(())
        self.chips.choose(waits.value)

    def clear(self) -> None:
        """Ask for everything."""
        self.field.clear()
        self.theme.choose(listed.ANY)
        self.severity.choose(None)
        self.chips.choose(_EVERYTHING)
        self.changed.emit()

    def wanted(self, by: listed.By, *, descending: bool) -> listed.Wanted:
        """Return what is asked for now, in an order."""
        key = next(iter(self.chips.keys), _OPEN)
        severity, theme = self.severity.currentData(), self.theme.currentData()
        return listed.Wanted(
            None if key in (_OPEN, _EVERYTHING) else Waits(key),
            key == _EVERYTHING,
            theme if self.theme.count() and (theme is None or isinstance(theme, UUID)) else listed.ANY,
            Severity(severity) if severity is not None else None,
            self.field.text(),
            by,
            descending,
        )

    def _count(self, rows: Sequence[DifficultyRow]) -> None:
        t = self.kit.t
        counts = {one: sum(row.waits is one for row in rows) for one in Waits}
        choices = [FilterChoice(_OPEN, t("Still open"), len(rows) - counts[Waits.NOTHING])]
        choices += [FilterChoice(one.value, t(words.WAITS_LABELS[one]), counts[one]) for one in Waits]
        self.chips.set_choices([*choices, FilterChoice(_EVERYTHING, t("All"), len(rows))])
        self.chips.updateGeometry()

    @Slot()
    def _chosen(self) -> None:
        self.changed.emit()
