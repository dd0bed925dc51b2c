"""Under a proposed result: name evidence to obtain, or go where its documents are attached."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.commands.results import AddEvidence
from clusterdesk.domain.proposals.proposal import INDICATORS, ResultProposal
from clusterdesk.domain.records.results import EvidenceLevel
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.parts_card import AddLine
from clusterdesk.gui.pages.organisation import result_jobs as jobs
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label


class EvidenceLine(QWidget):
    """Two links, and a line that appears to type the title of what is to be obtained."""

    def __init__(self, context: Context) -> None:
        """Make the links."""
        super().__init__()
        self.context, self.kit = context, context.kit
        self._proposal: ResultProposal | None = None
        t = self.kit.t
        self.add_button = Button(self.kit, t("Evidence to obtain…"), "link", icon="plus")
        self.add_button.clicked.connect(self.begin)
        self.open_button = Button(self.kit, t("Results and evidence"), "link", icon="external-link")
        self.open_button.clicked.connect(self._go)
        self.line = AddLine(self.kit, t("Title of the evidence"))
        self.line.hide()
        self.line.entered.connect(self._add)
        self.line.left.connect(self._leave)
        self.problem = Label("", "problem", wrap=True)
        self.problem.hide()
        links = QWidget()
        flow = FlowLayout(links, spacing=8)
        flow.addWidget(self.add_button)
        flow.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (links, self.line, self.problem):
            column.addWidget(widget)

    def show_proposal(self, proposal: ResultProposal) -> None:
        """Work for this proposal from now on."""
        self._proposal = proposal
        self.open_button.setVisible(proposal.organisation_id is not None)

    @Slot()
    def begin(self) -> None:
        """Show the line and go there."""
        self.problem.hide()
        self.line.show()
        self.line.setFocus()

    @Slot()
    def _leave(self) -> None:
        if self.line.hasFocus():
            self.add_button.setFocus()
        self.line.hide()

    @Slot(str)
    def _add(self, title: str) -> None:
        one = self._proposal
        if one is None:
            return
        command = AddEvidence(
            title=title,
            result_id=one.event.id if one.event is not None else None,
            project_id=one.project_id,
            organisation_id=one.organisation_id,
            level=EvidenceLevel.DOCUMENT,
            indicator=INDICATORS.get(one.kind, ""),
            wanted=True,
        )
        toast = self.kit.t("To obtain: {what}", what=title)
        self.context.write(partial(jobs.add_evidence, command), None, self._refused, toast=toast)

    def _refused(self, error: BaseException) -> None:
        self.problem.setText(self.context.error_text(error))
        self.problem.show()

    @Slot()
    def _go(self) -> None:
        if self._proposal is not None and self._proposal.organisation_id is not None:
            self.context.shell.go(routes.organisation(self._proposal.organisation_id))
