"""What the workshop of a project can make: its capacity sheets, the newest one open."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.industrialisation.capacity import derived_values
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.industrialisation import CapacitySheet
from clusterdesk.domain.views.industry import ProjectIndustry
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.industry.derived_values import DerivedValues, value_words
from clusterdesk.gui.pages.industry.loading import add_sheet
from clusterdesk.gui.widgets.card import Column

_ROWS = (
    ("on", "product"),
    ("units_now", "units_target"),
    ("takt_seconds", "hours"),
    ("people", "square_metres"),
)
_MORE = (("bottleneck",), ("remark",), ("visibility",))


class CapacityRow(PartRow):
    """One sheet: its fields, then what follows from them."""

    type_key = "capacity_sheet"
    wraps = True
    part: CapacitySheet

    def words(self) -> None:
        """Say day and product, what is made, what is possible and what is wanted."""
        t, formats, sheet = self.kit.t, self.kit.formats, self.part
        day = formats.date(sheet.on)
        title = t("{kind} · {title}", kind=day, title=sheet.product) if sheet.product else day
        facts = []
        if sheet.units_now is not None:
            facts.append(t("{units} a week", units=formats.number(sheet.units_now)))
        possible = derived_values(sheet)[0]
        if possible.value is not None:
            facts.append(t("{units} possible", units=value_words(self.kit, possible)))
        if sheet.units_target is not None:
            facts.append(t("{units} wanted", units=formats.number(sheet.units_target)))
        gap = derived_values(sheet)[2]
        if gap.value:
            facts.append(t("{units} missing", units=value_words(self.kit, gap)))
        if sheet.bottleneck:
            facts.append(t("bottleneck: {what}", what=sheet.bottleneck))
        self.say(title, " · ".join(facts) or t("Nothing entered yet"))

    def build(self) -> QWidget:
        """Return the figures, what follows from them, and the rest."""
        self.form = RecordForm(self.context, self.type_key, _ROWS)
        self.derived = DerivedValues(self.kit)
        self.more = RecordForm(self.context, self.type_key, _MORE)
        return Column(self.form, self.derived, self.more)

    def fill(self) -> None:
        """Show the sheet."""
        self.form.show_record(self.part)
        self.more.show_record(self.part)
        self.derived.show_sheet(self.part)


class CapacityCard(PartsCard):
    """The card of capacity sheets."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Capacity of the workshop"),
            t("No sheet yet. Note how many units a week the workshop makes, at which pace, and where it jams."),
            add=t("Add a capacity sheet"),
        )
        self._project_id: UUID | None = None
        self._newest: CapacitySheet | None = None

    def make_row(self, part: CapacitySheet) -> PartRow:
        """Return the row of a sheet."""
        return CapacityRow(self.context, part)

    def show_project(self, shown: ProjectIndustry) -> None:
        """Show the sheets of a project, the newest first."""
        if shown.project.id != self._project_id:
            self.forget()
            self._project_id = shown.project.id
        self._newest = next(iter(shown.sheets), None)
        self.show_parts(shown.sheets)

    @Slot()
    def begin_adding(self) -> None:
        """Add a sheet of today that begins with what the newest one says; its row opens."""
        if self._project_id is not None:
            job = partial(add_sheet, self._project_id, self.kit.clock.today(), self._newest)
            self.context.write(job, self._added, toast=self.kit.t("Capacity sheet of today added."))

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)
