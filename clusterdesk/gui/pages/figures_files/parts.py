"""What the page of a file of figures is made of: choosing, whose it is, the preview with its cards."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.records.figures import FigureSource
from clusterdesk.exchange.figures.opened import FiguresOptions
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.figures_files.jobs import Planned
from clusterdesk.gui.pages.figures_files.preview import FiguresPreview
from clusterdesk.gui.pages.figures_files.side_cards import BEGIN, HeadingsCard, ReadCard
from clusterdesk.gui.pages.organisations.picker import OrganisationPicker
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.empty_state import EmptyState
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.side_by_side import SideBySide

_YEARS_BACK, _YEARS_ON = 8, 1
__all__ = ["BEGIN", "PreviewPart", "WhosePart", "choose_state", "figures_of", "with_option"]


def choose_state(kit: Kit) -> EmptyState:
    """Return what stands there before a file was chosen."""
    t = kit.t
    return EmptyState(
        kit,
        "file-spreadsheet",
        t("Drop the sheet of figures anywhere on this window"),
        t("From the company or its accountant: months as columns or as rows, quarters; csv, xlsx or ods."),
        t("Choose a file…"),
    )


def figures_of(context: Context, organisation_id: UUID) -> Route:
    """Return the way to the figures of an organisation."""
    knows = context.shell.knows
    if knows(routes.FIGURES):
        return routes.figures(organisation_id)
    return routes.break_even(organisation_id) if knows(routes.BREAK_EVEN) else routes.organisation(organisation_id)


def with_option(options: FiguresOptions, key: str, value: object) -> FiguresOptions:
    """Return how the file is read with something else chosen."""
    if key == "mark":
        return replace(options, mark=str(value))
    if key == "year":
        return replace(options, year=value if isinstance(value, int) else None)
    return replace(options, reading=replace(options.reading, sheet=str(value)))


class WhosePart(Card):
    """Asks whose figures the file holds.

    Signals:
        chosen: the id of an organisation.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Offer all organisations by name."""
        super().__init__(spacing=10, parent=parent)
        kit, t = context.kit, context.kit.t
        self.picker = OrganisationPicker(context)
        self.go = Button(kit, t("Look at the figures"), "primary", icon="arrow-right")
        self.go.setEnabled(False)
        self.picker.picked.connect(self._picked)
        self.picker.opened.connect(self._choose)
        self.go.clicked.connect(self._choose)
        self.add(
            SectionHeader(t("Whose figures are these?")),
            Label(t("A file that answers a request knows it by itself; this one does not say."), "muted", wrap=True),
        )
        self.body.addWidget(self.picker, 1)
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignRight)

    @Slot(object)
    def _picked(self, organisation_id: object) -> None:
        self.go.setEnabled(organisation_id is not None)

    @Slot()
    def _choose(self) -> None:
        if self.picker.organisation_id is not None:
            self.chosen.emit(self.picker.organisation_id)


class PreviewPart(QWidget):
    """The figures, and beside them how they were read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        kit = context.kit
        self.figures = FiguresPreview(kit)
        self.read, self.headings = ReadCard(kit), HeadingsCard(context)
        side = QWidget()
        side.setProperty("role", "page")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.read)
        column.addWidget(self.headings)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(SideBySide(kit, self.figures, side, kit.t("How the file was read")))

    def show_plan(self, planned: Planned, source: FigureSource, mark: str | None) -> None:
        """Show what importing would do."""
        years = list(range(planned.year + _YEARS_ON, planned.year - _YEARS_BACK, -1))
        self.read.show_plan(planned, source, mark, years)
        self.headings.setVisible(planned.request_id is None)
        if planned.request_id is None:
            self.headings.show_plan(planned)
        self.figures.show_plan(planned.plan)
