"""Beside the figures of a file: whose they are and how they were read, and which line each heading is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.figures import Cadence, FigureLine, FigureSource
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.exchange.figures.heading_targets import SKIPPED, HeadingTargets
from clusterdesk.exchange.figures.layout import LayoutKind
from clusterdesk.exchange.figures.opened import SKIP, STAFF
from clusterdesk.exchange.figures.plan import FiguresPlan
from clusterdesk.exchange.figures.sheet_periods import CADENCE_WORDS
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.figures_files.jobs import Planned
from clusterdesk.gui.pages.figures_files.kept_row import KeptRow
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.fields.choice import ChoiceBox, Option
from clusterdesk.gui.widgets.label import ElidedLabel, Label

BEGIN = "new"
"""The choice of a ledger that the import begins."""


class ReadCard(Card):
    """How the file was read: whose figures, which ledger, who gave them, the decimal mark, the year.

    Signals:
        changed: key ("ledger", "source", "mark", "year", "sheet") and the new value.
    """

    changed = Signal(str, object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(spacing=6, parent=parent)
        self._kit = kit
        t = kit.t
        self.heading = SectionHeader("", wrap=True)
        self.read_as = Label("", "muted", wrap=True)
        self.add(self.heading, self.read_as)
        self.boxes: dict[str, ChoiceBox] = {}
        self._captions: dict[str, Label] = {}
        for key, caption in (
            ("ledger", t("Goes into")),
            ("source", t("Figures given by")),
            ("mark", t("Decimal mark")),
            ("year", t("Year of the months")),
            ("sheet", t("Sheet")),
        ):
            self._add(key, caption)
        self.boxes["source"].set_options(Option(one, t(choice_label(one))) for one in FigureSource)
        self.boxes["mark"].set_options((Option(",", t("Comma: 1.234,50")), Option(".", t("Dot: 1,234.50"))))
        self._notices = QVBoxLayout()
        self.body.addLayout(self._notices)

    def show_plan(self, planned: Planned, source: FigureSource, mark: str | None, years: Sequence[int]) -> None:
        """Show what was read; what is clear is not asked."""
        plan, t = planned.plan, self._kit.t
        opened, view = plan.opened, plan.view
        self.heading.set_text(view.holder)
        self.read_as.setText(planned.request or self._read_as(plan))
        answer = planned.request_id is not None
        options = [Option(one.ledger.id, self._ledger_name(one)) for one in planned.ledgers]
        options.append(Option(BEGIN, t("A new ledger, {cadence}", cadence=t(CADENCE_WORDS[opened.cadence]))))
        self._offer("ledger", options, BEGIN if plan.fresh else view.ledger.id, shown=not answer)
        self.boxes["source"].choose(source)
        self._show("source", shown=not answer)
        ambiguous = any(one.read.problem and one.read.problem.code == "ambiguous_number" for one in plan.figures)
        self.boxes["mark"].choose(mark or opened.mark)
        self._show("mark", shown=not answer and (ambiguous or mark is not None))
        missing = any(one.read.problem and one.read.problem.code == "year_missing" for one in plan.figures)
        self._offer("year", [Option(one, str(one)) for one in years], opened.options.year, shown=missing)
        self._show("year", shown=not answer and (missing or opened.options.year is not None))
        sheets = [Option(one.name, one.name) for one in opened.source.sheets if not one.hidden]
        self._offer("sheet", sheets, opened.source.sheet, shown=not answer and len(sheets) > 1)
        clear_layout(self._notices)
        for notice in opened.source.notices:
            self._notices.addWidget(Label(t(notice.message, **notice.params), "muted", wrap=True))

    def _read_as(self, plan: FiguresPlan) -> str:
        t, layout = self._kit.t, plan.opened.layout
        cadence = t(CADENCE_WORDS[plan.opened.cadence])
        ways: Mapping[LayoutKind, str] = {
            LayoutKind.WIDE: t("Periods as columns, {cadence}", cadence=cadence),
            LayoutKind.ROWS: t("A period a row, {cadence}", cadence=cadence),
            LayoutKind.LONG: t("A figure a row, {cadence}", cadence=cadence),
        }
        return ways[layout.kind]

    def _ledger_name(self, view: LedgerView) -> str:
        t, ledger = self._kit.t, view.ledger
        name = view.project or ledger.name or view.holder
        cadence = t(CADENCE_WORDS[ledger.cadence if ledger.cadence is not Cadence.NONE else Cadence.MONTHLY])
        return t("{name} ({cadence})", name=name, cadence=cadence)

    def _add(self, key: str, caption: str) -> None:
        box, label = ChoiceBox(), Label(caption, "caption")
        label.setBuddy(box)
        box.setAccessibleName(caption)
        box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.setProperty("key", key)
        box.activated.connect(self._picked)
        self.boxes[key], self._captions[key] = box, label
        self.add(label, box)

    def _offer(self, key: str, options: Sequence[Option], present: object, *, shown: bool) -> None:
        self.boxes[key].set_options(options)
        self.boxes[key].choose(present)
        self._show(key, shown=shown)

    def _show(self, key: str, *, shown: bool) -> None:
        self.boxes[key].setVisible(shown)
        self._captions[key].setVisible(shown)

    @Slot(int)
    def _picked(self, index: int) -> None:
        box = self.sender()
        if isinstance(box, ChoiceBox):
            self.changed.emit(str(box.property("key")), box.itemData(index))


class HeadingsCard(Card):
    """Which line each heading of the file is; each can be corrected.

    Signals:
        corrected: a heading, and what it is: the value of a line, the name of a line of its own, ``STAFF``, ``SKIP``.
    """

    corrected = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(spacing=6, parent=parent)
        self._kit = kit = context.kit
        self.kept = KeptRow(context)
        self.add(
            SectionHeader(kit.t("What the headings are"), wrap=True),
            Label(kit.t("Correct what was not understood; headings of one line are added up."), "muted", wrap=True),
        )
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.kept)
        self.boxes: dict[str, ChoiceBox] = {}

    def show_plan(self, planned: Planned) -> None:
        """Show every heading with its line."""
        plan = planned.plan
        self.kept.show_plan(planned)
        clear_layout(self._grid)
        self.boxes = {}
        t, targets = self._kit.t, HeadingTargets(plan.opened, plan.view.lines)
        options = self._options(plan)
        names = {line.id: line.name for line in plan.view.lines}
        for row, heading in enumerate(plan.opened.headings):
            target = targets.of(heading)
            own = names.get(target.own_line_id) if target.own_line_id is not None else None
            key = own or (STAFF if target.staff else target.line.value if target.line is not None else SKIP)
            label = ElidedLabel(heading, "small")
            if target.why_not:
                label.setToolTip(t(SKIPPED[target.why_not]))
            box = ChoiceBox()
            box.setAccessibleName(t("“{heading}” is", heading=heading))
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
            box.setProperty("heading", heading)
            box.set_options(options)
            box.choose(key)
            box.activated.connect(self._picked)
            label.setBuddy(box)
            self.boxes[heading] = box
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(box, row, 1)
        self._grid.setColumnMinimumWidth(0, self._kit.theme.length(120))

    def _options(self, plan: FiguresPlan) -> list[Option]:
        t = self._kit.t
        lines = [Option(line.value, t(choice_label(line))) for line in FigureLine]
        own = [Option(line.name, line.name) for line in plan.view.lines]
        return [Option(SKIP, t("– not taken –")), *lines, *own, Option(STAFF, t("FTE"))]

    @Slot(int)
    def _picked(self, index: int) -> None:
        box = self.sender()
        if isinstance(box, ChoiceBox):
            self.corrected.emit(str(box.property("heading")), str(box.itemData(index)))
