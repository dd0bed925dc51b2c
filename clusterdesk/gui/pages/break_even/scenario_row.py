"""One kept scenario: what it says, what happened since, and its numbers to correct."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.break_even import KeptScenario
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.tokens import Tone

_ROWS = (
    ("name", "on"),
    ("base_period", "months"),
    ("price", "variable_cost"),
    ("fixed_costs", "units"),
    ("growth", "visibility"),
    ("remark",),
)


class ScenarioRow(PartRow):
    """One kept scenario, compared with what then happened."""

    type_key = "scenario"
    part: KeptScenario

    def record_id(self) -> UUID:
        """Return the scenario's id."""
        return self.part.scenario.id

    def words(self) -> None:
        """Say when it reaches break-even, and how the turnover went against it."""
        t, formats, kept = self.kit.t, self.kit.formats, self.part
        lines = [t("kept on {day}", day=formats.date(kept.scenario.on))]
        if kept.assumptions is None:
            lines.append(t("Numbers are missing: nothing can be compared."))
        known = [one for one in kept.compared if one.revenue is not None]
        off = kept.revenue_off
        if off is not None:
            planned = sum(one.planned_revenue for one in known)
            share = formats.percent(abs(off) / planned) if planned else "–"
            months = t.n("{n} month known", "{n} months known", n=len(known))
            if off == 0:
                lines.append(t("{months}: turnover as planned", months=months))
            elif off > 0:
                lines.append(t("{months}: turnover {share} above the plan", months=months, share=share))
            else:
                lines.append(t("{months}: turnover {share} below the plan", months=months, share=share))
        elif kept.assumptions is not None:
            lines.append(t("nothing to compare with yet"))
        chip = (t("no break-even"), Tone.NEUTRAL)
        if kept.reached_in is not None:
            chip = (formats.partial(kept.reached_in), Tone.INFO)
        self.say(kept.scenario.name, " · ".join(lines), chip)

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, _ROWS)
        return self.form

    def fill(self) -> None:
        """Show the scenario."""
        self.form.show_record(self.part.scenario)
