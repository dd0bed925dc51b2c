"""The prospects of a state, each opened into the moves, its fields and what happened."""

from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.prospects import ProspectState
from clusterdesk.domain.views.prospects import ProspectList, ProspectRow
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.chains.prospects import words
from clusterdesk.gui.pages.chains.prospects.erasing import EraseButton
from clusterdesk.gui.pages.chains.prospects.moves import ProspectMoves
from clusterdesk.gui.pages.chains.prospects.steps_card import StepsCard
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.flow import FlowLayout

_ROWS = (
    ("chain_link_id", "project_id"),
    ("next_step", "next_step_on"),
    ("name", "enterprise_number"),
    ("street",),
    ("postcode", "city"),
    ("contact_name", "phone"),
    ("mail", "profile_id"),
    ("nace_code", "nace_version"),
    ("source",),
    ("remark",),
)
_NONE = Option(None, "–")
_REFERS = ("chain_link_id", "project_id", "profile_id")


@dataclass(slots=True)
class ProspectChoices:
    """All prospects and lists as they are now; the tab renews them."""

    data: ProspectList = field(default_factory=ProspectList)


class StateCard(PartsCard):
    """The prospects that are at one state."""

    def __init__(self, context: Context, state: ProspectState, choices: ProspectChoices) -> None:
        """Make an empty card."""
        super().__init__(context, context.kit.t(choice_label(state)), "")
        self.state, self._choices = state, choices

    def make_row(self, part: ProspectRow) -> PartRow:
        """Return the row of a prospect."""
        return ProspectLine(self.context, part, self._choices)

    def key_of(self, part: ProspectRow) -> UUID:
        """Return the id of the record."""
        return part.record.id


class ProspectLine(PartRow):
    """One prospect."""

    type_key = "prospect"
    part: ProspectRow

    def __init__(self, context: Context, part: ProspectRow, choices: ProspectChoices) -> None:
        """Show it, closed."""
        super().__init__(context, part)
        self._choices = choices

    def record_id(self) -> UUID:
        """Return the id of the record."""
        return self.part.record.id

    def words(self) -> None:
        """Say who, for what, what comes next, since when."""
        self.say(self.part.record.name, words.note(self.kit, self.part), *words.chips(self.kit, self.part))

    def build(self) -> QWidget:
        """Return the moves, the fields, what happened, and the ways from here."""
        t = self.kit.t
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.moves = ProspectMoves(self.context)
        self.form = RecordForm(
            self.context, self.type_key, _ROWS, {name: [_NONE] for name in _REFERS}, required=("name",)
        )
        self.steps = StepsCard(self.context)
        self.visit = Button(self.kit, "", "link", icon="arrow-right")
        self.to_link = Button(self.kit, t("Who stands at this link"), "link", icon="workflow")
        self.forget = EraseButton(self.context)
        self.visit.clicked.connect(self._visit)
        self.to_link.clicked.connect(self._go)
        ways = QWidget()
        flow = FlowLayout(ways, spacing=8)
        for button in (self.visit, self.to_link, self.forget):
            flow.addWidget(button)
        for widget in (self.moves, self.form, self.steps, ways):
            column.addWidget(widget)
        return inner

    def fill(self) -> None:
        """Show it."""
        part, data, record = self.part, self._choices.data, self.part.record
        projects = [Option(one.id, one.title) for one in data.projects]
        if record.project_id is not None and all(one.key != record.project_id for one in projects):
            projects.append(Option(record.project_id, part.project))
        links = words.link_options(self.kit, data)
        if part.link is not None and all(one.key != part.link.id for one in links):
            links.append(Option(part.link.id, words.link_name(self.kit, part.chain, part.link)))
        offered = (links, projects, [Option(one.id, one.name) for one in data.profiles])
        for name, options in zip(_REFERS, offered, strict=True):
            box = self.form.field(name)
            if isinstance(box, InlineChoice):
                box.set_options([_NONE, *options])
        self.form.show_record(record)
        self.moves.show_row(part)
        self.steps.show_parts(part.steps[::-1])
        self.visit.setText(self.kit.t("Go to {name}", name=part.organisation))
        self.visit.setVisible(part.organisation_id is not None)
        self.to_link.setVisible(part.link is not None)
        self.forget.show_prospect(record)

    @Slot()
    def _visit(self) -> None:
        if self.part.organisation_id is not None:
            self.context.shell.go(routes.organisation(self.part.organisation_id))

    @Slot()
    def _go(self) -> None:
        if self.part.link is not None:
            self.context.shell.go(routes.chain_link(self.part.link.id))
