"""The figures of a file with their verdicts, and what becomes of those that differ from the ledger."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.exchange.figures.plan import FiguresPlan, FigureVerdict, Place
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.figures_files.lines import ALL, FigureLines
from clusterdesk.gui.pages.importing.preview import LinesTable
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label

_KEEP, _TAKE = "keep", "take"


class FiguresPreview(QWidget):
    """A table of figures; above it what to do with those that differ.

    Signals:
        decided: something else becomes of the figures that differ.
    """

    decided = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._kit = kit
        t = kit.t
        self.decisions: dict[Place, bool] = {}
        self._plan: FiguresPlan | None = None
        self._lines: FigureLines | None = None
        self.table: LinesTable | None = None
        self.question = Label("", "strong", wrap=True)
        self.for_all = FilterChips(kit, t("Figures that differ"))
        self.for_all.set_choices(
            (FilterChoice(_KEEP, t("Keep what is there")), FilterChoice(_TAKE, t("Take the new ones")))
        )
        self.for_all.choose()
        self.for_all.chosen.connect(self._decide_all)
        self._bar = Row(self.question, self.for_all, stretch=False)
        self._bar.line.setStretchFactor(self.question, 1)
        self.story = Label("", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._bar)
        self._column.addWidget(self.story)

    def show_plan(self, plan: FiguresPlan) -> None:
        """Show the figures of a plan; decisions that are still open are kept."""
        t = self._kit.t
        shown = next(iter(self.table.filters.keys), ALL) if self.table is not None else ALL
        differing = {one.place for one in plan.of(FigureVerdict.CHANGED)}
        self.decisions = {place: taken for place, taken in self.decisions.items() if place in differing}
        self._plan = plan
        self._lines = FigureLines(self._kit, plan, self.decisions)
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = LinesTable(self._kit, self._lines)
        self.table.opened.connect(self._toggle)
        if shown in {choice.key for choice in self._lines.choices()}:
            self.table.show_only(shown)
        self._column.insertWidget(1, self.table, 1)
        self.table.pointed.connect(self._tell)
        self._tell(self.table.table.current_id)
        n = len(differing)
        self._bar.setVisible(n > 0)
        self.question.setText(t.n("{n} figure differs from the ledger:", "{n} figures differ from the ledger:", n=n))
        self._show_common()

    @property
    def undecided(self) -> int:
        """How many figures differ and wait for a decision."""
        if self._plan is None:
            return 0
        return sum(one.place not in self.decisions for one in self._plan.of(FigureVerdict.CHANGED))

    @property
    def taken(self) -> frozenset[Place]:
        """The places where the new value is taken."""
        return frozenset(place for place, taken in self.decisions.items() if taken)

    @Slot(object)
    def _decide_all(self, keys: frozenset[str]) -> None:
        if self._plan is not None and keys:
            taken = _TAKE in keys
            for one in self._plan.of(FigureVerdict.CHANGED):
                if one.place is not None:
                    self.decisions[one.place] = taken
            self._refresh()

    @Slot(object)
    def _toggle(self, number: object) -> None:
        """Enter or a double click on a figure that differs changes what becomes of it."""
        one = self._lines.figure(number) if self._lines is not None else None
        if one is not None and one.verdict is FigureVerdict.CHANGED and one.place is not None:
            self.decisions[one.place] = not self.decisions.get(one.place, False)
            self._refresh()

    @Slot(object)
    def _tell(self, number: object) -> None:
        """Say under the table all there is to say about a figure."""
        self.story.setText(self._lines.story(number) if self._lines is not None else "")

    def _refresh(self) -> None:
        if self.table is not None:
            self.table.model.forget(self.table.model.ids)
        self._show_common()
        self.decided.emit()

    def _show_common(self) -> None:
        values = set(self.decisions.values())
        if self.undecided or len(values) != 1:
            self.for_all.choose()
        else:
            self.for_all.choose(_TAKE if values == {True} else _KEEP)
