"""The action plan of a year: what is done for which objective, by whom, until when, and how far it is."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.strategy import PlanItem, PlanState
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.choosing_row import ChoosingRow
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.strategy.choices import StrategyChoices
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice

_ROWS = (
    ("text",),
    ("operational_objective_id",),
    ("profile_id", "owner_name"),
    ("state", "year"),
    ("due_on", "done_on"),
    ("remark",),
)
_TONES = {PlanState.UNDER_WAY: Tone.INFO, PlanState.DONE: Tone.OK, PlanState.DROPPED: Tone.NEUTRAL}


class PlanCard(PartsCard):
    """The points of one year."""

    def __init__(self, context: Context, choices: StrategyChoices) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Action plan"),
            t("No point for this year yet. What is done for an objective, by whom and until when, stands here."),
            add=t("Add a point to the action plan"),
            hint=t("What is done?"),
        )
        self._choices = choices
        self.year = context.kit.clock.today().year
        self.years = FilterChips(self.kit, t("Year of the action plan"))
        self.years.chosen.connect(self._choose)
        self.body.insertWidget(1, self.years)

    def make_row(self, part: PlanItem) -> PartRow:
        """Return the row of a point."""
        return PlanRow(self.context, part, self._choices)

    def show_plan(self) -> None:
        """Show the points of the year that is chosen."""
        desk, this = self._choices.desk, self.kit.clock.today().year
        years = sorted({*desk.plan_years(), this, this + 1, self.year})
        counts = {year: sum(one.year == year for one in desk.plan) for year in years}
        self.years.set_choices([FilterChoice(str(year), str(year), counts[year]) for year in years])
        self.years.choose(str(self.year))
        shown = [one for one in desk.plan if one.year == self.year]
        done = sum(one.state is PlanState.DONE for one in shown)
        t, number = self.kit.t, self.kit.formats.number
        note = t("{done} of {all} done", done=number(done), all=number(len(shown))) if shown else ""
        self.show_parts(shown, note)

    def open_point(self, item_id: UUID) -> None:
        """Show a point, in its year."""
        for one in self._choices.desk.plan:
            if one.id == item_id:
                self.year = one.year
                self.show_plan()
        self.open_when_shown(item_id)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a point to the year that is shown, under the objective of the row that is open."""
        shown = [row.part for row in self.rows.values() if row.is_open]
        under = shown[-1].operational_objective_id if shown else None
        last = max((row.part.position for row in self.rows.values()), default=0)
        made = PlanItem(year=self.year, text=text, operational_objective_id=under, position=last + 1)
        self.context.write(partial(jobs.add, AddRecord(record=made)), self._added)

    def commit(self) -> None:
        """Add what is typed."""
        if self.line is not None:
            self.line.enter()

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)

    @Slot(object)
    def _choose(self, keys: frozenset[str]) -> None:
        self.year = int(next(iter(keys), str(self.year)))
        self.show_plan()


class PlanRow(ChoosingRow[StrategyChoices]):
    """One point of the action plan."""

    type_key = "plan_item"
    wraps = True
    chips_below = False
    part: PlanItem

    def words(self) -> None:
        """Say what is done, for what, by whom, until when."""
        t, one, formats = self.kit.t, self.part, self.kit.formats
        facts = [self.choices.code_of(one.operational_objective_id)]
        facts.append(one.owner_name or self.choices.person(one.profile_id) or t("nobody yet"))
        late = one.due_on is not None and one.due_on < self.kit.clock.today()
        open_still = one.state in (PlanState.PLANNED, PlanState.UNDER_WAY)
        if one.done_on is not None and one.state is PlanState.DONE:
            facts.append(t("done on {day}", day=formats.date(one.done_on)))
        elif one.due_on is not None:
            facts.append(t("until {day}", day=formats.date(one.due_on)))
        chips = [(t("Late"), Tone.BAD)] if late and open_still else []
        chips.append((t(choice_label(one.state)), _TONES.get(one.state, Tone.NEUTRAL)))
        self.say(one.text, " · ".join(fact for fact in facts if fact), *chips)

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, _ROWS, self._options(), required=("text",))
        return self.form

    def fill(self) -> None:
        """Show the point, and what there is to choose from now."""
        for name, options in self._options().items():
            self.form.offer(name, options)
        self.form.show_record(self.part)

    def _options(self) -> dict[str, list]:  # type: ignore[type-arg]
        return {"operational_objective_id": self.choices.operational(), "profile_id": self.choices.people()}
