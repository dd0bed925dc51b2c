"""One prospect: its moves, its fields and what happened."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.views.prospects import ProspectList, ProspectRow
from clusterdesk.gui import routes
from clusterdesk.gui.forms.choosing_row import ChoosingRow, Renewed
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.chains.prospects import words
from clusterdesk.gui.pages.chains.prospects.erasing import EraseButton
from clusterdesk.gui.pages.chains.prospects.moves import ProspectMoves
from clusterdesk.gui.pages.chains.prospects.steps_card import StepsCard
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Column
from clusterdesk.gui.widgets.fields.choice import Option
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


class ProspectLine(ChoosingRow[Renewed[ProspectList]]):
    """One prospect."""

    type_key = "prospect"
    part: ProspectRow

    def words(self) -> None:
        """Say who, for what, what comes next, since when."""
        self.say(self.part.record.name, words.note(self.kit, self.part), *words.chips(self.kit, self.part))

    def build(self) -> QWidget:
        """Return the moves, the fields, what happened, and the ways from here."""
        t = self.kit.t
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
        return Column(self.moves, self.form, self.steps, ways)

    def fill(self) -> None:
        """Show it."""
        part, data, record = self.part, self.choices.data, self.part.record
        projects = [Option(one.id, one.title) for one in data.projects]
        if record.project_id is not None and all(one.key != record.project_id for one in projects):
            projects.append(Option(record.project_id, part.project))
        links = words.link_options(self.kit, data)
        if part.link is not None and all(one.key != part.link.id for one in links):
            links.append(Option(part.link.id, words.link_name(self.kit, part.chain, part.link)))
        offered = (links, projects, [Option(one.id, one.name) for one in data.profiles])
        for name, options in zip(_REFERS, offered, strict=True):
            self.form.offer(name, [_NONE, *options])
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
