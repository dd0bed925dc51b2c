"""Milestones of templates as boxes to tick, under the names of their tracks."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.coaching_plan.milestones import due_day
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.plan import MilestoneTemplate
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.label import Label


class TemplateTicks(QWidget):
    """A box to tick for each template; all are ticked at first."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty list."""
        super().__init__()
        self._kit = kit
        self._ticks: list[Tick] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 8, 2)
        self._column.setSpacing(7)

    @property
    def chosen(self) -> tuple[MilestoneTemplate, ...]:
        """The templates that are ticked."""
        return tuple(one.template for one in self._ticks if one.box.isChecked())

    @property
    def ticks(self) -> "tuple[Tick, ...]":
        """The boxes, in their order."""
        return tuple(self._ticks)

    def show_templates(self, start: date, templates: Sequence[MilestoneTemplate], tracks: Sequence[Track]) -> None:
        """Offer these, due so many months after ``start``; boxes that were unticked stay so."""
        off = {one.template.id for one in self._ticks if not one.box.isChecked()}
        clear_layout(self._column)
        t, language = self._kit.t, self._kit.t.language
        names = {one.key: one.name_in(language) for one in tracks}
        self._ticks, shown = [], ""
        for one in templates:
            if one.track_key != shown and len(names) > 1:
                shown = one.track_key
                self._column.addWidget(Label(names.get(shown, shown), "strong"))
            day = due_day(start, one.months)
            tick = Tick(one, one.name_in(language), self._kit.formats.short_month_year(day) if day is not None else "")
            tick.box.setChecked(one.id not in off)
            self._ticks.append(tick)
            self._column.addWidget(tick)
        if not templates:
            nothing = t("Everything that templates offer for these tracks is in the plan already.")
            self._column.addWidget(Label(nothing, "muted", wrap=True))
        self._column.addStretch(1)


class Tick(QWidget):
    """A box with words that take several lines where there is little room; a click on them ticks it."""

    def __init__(self, template: MilestoneTemplate, words: str, day: str) -> None:
        """Offer a template, due on a day."""
        super().__init__()
        self.template = template
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.box, 0, top)
        row.addWidget(Label(words, wrap=True), 1, top)
        row.addWidget(Label(day, "small"), 0, top)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick it, or not, by a click on the words."""
        self.box.click()
        event.accept()
