"""One row each of objectives and indicators: edited in place, moved up and down."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.measures import measure_label
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.lists import Named
from clusterdesk.domain.records.strategy import Indicator, OperationalObjective, StrategicObjective
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.lists.row import ListRow
from clusterdesk.gui.pages.strategy.choices import StrategyChoices
from clusterdesk.gui.pages.strategy.years_line import YearsLine
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.fields.choice import Option

_NAMES = (("name_fr",), ("name_nl",), ("name_en",))
_FIELDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "strategic_objective": (("code", "active"), *_NAMES),
    "operational_objective": (
        ("strategic_objective_id",),
        ("code", "active"),
        *_NAMES,
        ("how_fr",),
        ("how_nl",),
        ("how_en",),
    ),
    "indicator": (
        ("operational_objective_id",),
        *_NAMES,
        ("measure",),
        ("target", "active"),
        ("start_on", "end_on"),
    ),
}


class StrategyRow(ListRow):
    """An objective or an indicator."""

    part: Named

    def __init__(self, context: Context, type_key: str, part: Record, choices: StrategyChoices) -> None:
        """Show a row, closed; ``choices`` are the objectives it may stand under."""
        super().__init__(context, type_key, part)
        self._choices = choices

    def words(self) -> None:
        """Say code and name, and what it is about."""
        t, one = self.kit.t, self.part
        name = one.name_in(t.language)
        code = one.code if isinstance(one, StrategicObjective | OperationalObjective) else ""
        chips = () if one.active else ((t("Not in use"), Tone.NEUTRAL),)
        self.say(f"{code} · {name}" if code else name, self._note(), *chips)

    def build(self) -> QWidget:
        """Return the fields; those of an indicator with the plan of its years."""
        inner = super().build()
        layout = inner.layout()
        if isinstance(self.part, Indicator) and isinstance(layout, QVBoxLayout):
            self.years = YearsLine(self.context)
            layout.insertWidget(1, self.years)
        return inner

    def field_rows(self) -> Sequence[tuple[str, ...]]:
        """Return the names of the fields, line by line."""
        return _FIELDS[self.type_key]

    def options(self) -> Mapping[str, Sequence[Option]]:
        """Return the objectives and measures to choose from."""
        if isinstance(self.part, Indicator):
            measures = self._choices.measures(self.part.measure)
            return {"operational_objective_id": self._choices.operational(), "measure": measures}
        if isinstance(self.part, OperationalObjective):
            return {"strategic_objective_id": self._choices.objectives()}
        return {}

    def fill(self) -> None:
        """Show the record, and the objectives there are now."""
        for name, options in self.options().items():
            self.form.offer(name, options)
        if isinstance(self.part, Indicator):
            self.years.show_years(self.part, self._choices.desk.years_of(self.part.id))
        super().fill()

    def _note(self) -> str:
        t, one, desk = self.kit.t, self.part, self._choices.desk
        if isinstance(one, Indicator):
            target = t("target {number}", number=self.kit.formats.number(one.target)) if one.target is not None else ""
            counts = t("counts: {what}", what=t(measure_label(one.measure))) if one.measure else t("counts nothing yet")
            end = t("until {year}", year=str(one.end_on.year)) if one.end_on else ""
            return " · ".join(
                part for part in (self._choices.code_of(one.operational_objective_id), target, end, counts) if part
            )
        if isinstance(one, OperationalObjective):
            own = sum(each.operational_objective_id == one.id for each in desk.indicators)
            return t.n("{n} indicator", "{n} indicators", n=own)
        own = sum(each.strategic_objective_id == one.id for each in desk.operational)
        return t.n("{n} operational objective", "{n} operational objectives", n=own)
