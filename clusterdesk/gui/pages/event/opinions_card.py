"""What participants thought of an event: three questions from 1 to 5, their averages, remarks."""

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.programme.opinions import QUESTIONS
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.programme import Satisfaction
from clusterdesk.domain.views.programme import EventPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.gui.widgets.label import Label

_ROWS = (("useful",), ("well_organised",), ("recommended",), ("remark",), ("organisation_id", "on"))
_FIELDS = RECORD_TYPES["satisfaction"].fields


class OpinionsCard(PartsCard):
    """The opinions on an event."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("No opinion yet. Three questions, answered from 1 (no) to 5 (very much).")
        super().__init__(context, t("Satisfaction"), empty, add=t("Add an opinion"))
        self._page: EventPage | None = None
        self.averages = Label("", wrap=True)
        self.averages.setContentsMargins(8, 0, 8, 4)
        self.body.insertWidget(1, self.averages)

    def make_row(self, part: Satisfaction) -> PartRow:
        """Return the row of an opinion."""
        row = OpinionRow(self.context, part, self.names)
        row.next_asked.connect(self.begin_adding)
        return row

    def show_page(self, page: EventPage) -> None:
        """Show what was thought."""
        self._page = page
        t, formats = self.kit.t, self.kit.formats
        lines = []
        for name in QUESTIONS:
            average = page.averages[name]
            if average.value is not None:
                value, most = formats.decimal(average.value, 1), formats.number(5)
                question = t(_FIELDS[name].label)
                lines.append(t("{question}: {value} of {most}", question=question, value=value, most=most))
        self.averages.setText("\n".join(lines))
        self.averages.setVisible(bool(lines))
        self.show_parts(page.opinions)

    def names(self) -> Mapping[UUID, str]:
        """Return the names of the organisations that gave an opinion."""
        return self._page.organisation_names if self._page is not None else {}

    @Slot()
    def begin_adding(self) -> None:
        """Add an empty opinion; its row opens."""
        if self._page is not None:
            made = Satisfaction(programme_event_id=self._page.row.record.id, on=self.kit.clock.today())
            self.context.write(partial(jobs.add, AddRecord(record=made)), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class OpinionRow(PartRow):
    """One opinion.

    Signals:
        next_asked: the next one of a pile is to be typed.
    """

    next_asked = Signal()

    type_key = "satisfaction"
    wraps = True
    part: Satisfaction

    def __init__(self, context: Context, part: Satisfaction, names: Callable[[], Mapping[UUID, str]]) -> None:
        """Show an opinion, closed; ``names`` returns those of organisations."""
        super().__init__(context, part)
        self._names = names

    def words(self) -> None:
        """Say the remark, the answers, and whose it is."""
        kit, t, part = self.kit, self.kit.t, self.part
        given = [getattr(part, name) for name in QUESTIONS]
        answers = " · ".join(kit.formats.number(one) if one is not None else "–" for one in given)
        organisation = self._names().get(part.organisation_id, "") if part.organisation_id is not None else ""
        facts = [answers, organisation, kit.formats.date(part.on) if part.on is not None else ""]
        title = t("“{text}”", text=part.remark) if part.remark else t("Without a remark")
        self.say(title, "   ".join(one for one in facts if one))

    def build(self) -> QWidget:
        """Return the fields."""
        number = self.kit.formats.number
        scale = [Option(None, "–"), *(Option(one, number(one)) for one in range(1, 6))]
        self.form = RecordForm(self.context, self.type_key, _ROWS, dict.fromkeys(QUESTIONS, scale))
        self.next_button = Button(self.kit, self.kit.t("And the next one"), icon="plus")
        self.next_button.clicked.connect(self._ask_next)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignRight)
        return whole

    @Slot()
    def _ask_next(self) -> None:
        self.next_asked.emit()

    def fill(self) -> None:
        """Show the opinion."""
        self.form.show_record(self.part)
