"""What the preview of figures lists: every figure with its cell, its verdict, and what stands there now."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from decimal import Decimal

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.figures.warnings import cell_warnings
from clusterdesk.domain.records.figures import Precision
from clusterdesk.exchange.figures.plan import FiguresPlan, FigureVerdict, Place, PlannedFigure
from clusterdesk.exchange.reading.cells import cell_text
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.models.rows import Column, TableRow
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.filter_chips import FilterChoice
from clusterdesk.services.figure_words import warning_words

ALL = "all"
_TONES = {
    FigureVerdict.NEW: Tone.OK,
    FigureVerdict.CHANGED: Tone.WARN,
    FigureVerdict.SAME: Tone.NEUTRAL,
    FigureVerdict.REFUSED: Tone.BAD,
}
# What asks for a look stands first.
_ORDER = (FigureVerdict.REFUSED, FigureVerdict.CHANGED, FigureVerdict.NEW, FigureVerdict.SAME)


class FigureLines:
    """The figures of a plan; their ids are their places in it."""

    def __init__(self, kit: Kit, plan: FiguresPlan, decisions: Mapping[Place, bool]) -> None:
        """``decisions`` tells of changed figures whether the new value is taken; it is looked at on every paint."""
        self._kit, self.plan, self._decisions = kit, plan, decisions
        t = kit.t
        self._own = {line.id: line.name for line in plan.view.lines}
        read = (one.read.cell for one in plan.figures)
        self._cells = {**plan.view.cells, **{cell.place: cell for cell in read if cell is not None}}
        self.columns = (
            Column("cell", t("Cell"), 70, sortable=False),
            Column("verdict", t.c("figures", "What becomes of it"), 108, chip=True, sortable=False),
            Column("line", t("Line"), 190, sortable=False),
            Column("amount", t("In the file"), 90, number=True, sortable=False),
            Column("why", t("Now, or why"), 96, sortable=False),
        )

    def figure(self, number: object) -> PlannedFigure | None:
        """Return a figure by its id."""
        here = self.plan.figures
        return here[number] if isinstance(number, int) and 0 <= number < len(here) else None

    def choices(self) -> Sequence[FilterChoice]:
        """Return a chip for all and one for each verdict there is."""
        t, counts = self._kit.t, self.plan.counts
        names = {
            FigureVerdict.NEW: t.c("several figures", "New"),
            FigureVerdict.CHANGED: t.c("several figures", "Different"),
            FigureVerdict.SAME: t.c("several figures", "Known already"),
            FigureVerdict.REFUSED: t.c("several figures", "Refused"),
        }
        found = [FilterChoice(ALL, t("All"), len(self.plan.figures))]
        return found + [FilterChoice(one.value, names[one], counts[one]) for one in _ORDER if counts[one]]

    def ids(self, key: str) -> Sequence[int]:
        """Return the figures that a chip shows; those to look at first."""
        verdicts = _ORDER if key == ALL else (FigureVerdict(key),)
        figures = self.plan.figures
        return [n for verdict in verdicts for n, one in enumerate(figures) if one.verdict is verdict]

    def fetch(self, ids: Sequence[Hashable], deliver: Callable[[Sequence[TableRow]], None]) -> None:
        """Write rows now: a window of them takes a few milliseconds."""
        deliver([self._written(number) for number in ids if isinstance(number, int)])

    def _written(self, number: int) -> TableRow:
        one = self.plan.figures[number]
        about = one.precision is Precision.ABOUT
        cells = (
            one.read.address,
            self._verdict(one),
            self.name(one),
            self._amount(one.amount, about=about) if one.period else cell_text(one.read.raws[0].cell),
            self._now(one),
        )
        return TableRow(number, cells, (Tone.NEUTRAL, _TONES[one.verdict], None, None, None))

    def name(self, one: PlannedFigure) -> str:
        """Return what a figure is: its line and its period."""
        period = self._kit.formats.partial(one.period) if one.period else one.read.raws[0].written_period
        return self._kit.t("{line} · {period}", line=self._line(one), period=period)

    def story(self, number: object) -> str:
        """Return all there is to say about a figure."""
        one = self.figure(number)
        if one is None:
            return ""
        t = self._kit.t
        words = [self.name(one), self._why(one)]
        if one.amount_before is not None:
            words.insert(1, t("now {amount}", amount=self._amount(one.amount_before)))
        return " · ".join(word for word in words if word)

    def _now(self, one: PlannedFigure) -> str:
        if one.amount_before is not None:
            return self._amount(one.amount_before)
        return self._why(one)

    def _verdict(self, one: PlannedFigure) -> str:
        t = self._kit.t
        if one.verdict is FigureVerdict.CHANGED:
            taken = self._decisions.get(one.place) if one.place is not None else None
            if taken is not None:
                return t.c("one figure", "Takes the new") if taken else t.c("one figure", "Stays")
            return t.c("one figure", "Different")
        return {
            FigureVerdict.NEW: t.c("one figure", "New"),
            FigureVerdict.SAME: t.c("one figure", "Known already"),
            FigureVerdict.REFUSED: t.c("one figure", "Refused"),
        }[one.verdict]

    def _line(self, one: PlannedFigure) -> str:
        t, cell = self._kit.t, one.read.cell
        if one.read.staff is not None:
            return t("FTE")
        if cell is None:
            return one.read.heading
        own = self._own.get(cell.own_line_id) if cell.own_line_id is not None else None
        return own or t(choice_label(cell.line))

    def _amount(self, amount: Decimal | None, *, about: bool = False) -> str:
        if amount is None:
            return ""
        shown = self._kit.formats.number(amount)
        return self._kit.t("≈ {amount}", amount=shown) if about else shown

    def _why(self, one: PlannedFigure) -> str:
        t = self._kit.t
        if one.read.problem is not None:
            return one.read.problem.text(t)
        words = [t("the month is closed")] if one.closed and one.verdict is not FigureVerdict.SAME else []
        if len(one.read.raws) > 1:
            words.append(t("{headings} added up", headings=one.read.heading))
        elif one.read.cell is not None and one.read.heading != self._line(one):
            words.append(t("“{heading}”", heading=one.read.heading))
        return " · ".join((*words, *self._odd(one)))

    def _odd(self, one: PlannedFigure) -> list[str]:
        """Say what is odd about an amount among those that would stand beside it, as where it is typed."""
        cell, kit = one.read.cell, self._kit
        if cell is None or one.verdict is FigureVerdict.SAME:
            return []
        currency = self.plan.view.ledger.currency
        return [warning_words(odd, kit.t, kit.formats, currency) for odd in cell_warnings(self._cells, cell)]
