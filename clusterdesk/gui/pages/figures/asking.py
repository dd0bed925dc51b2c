"""What is asked before figures are written: which reading is meant, and which of two amounts stays."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.figures.cells import GridCell, StaffCell
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.figures.grid_model import Entered, shown_number
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label

_MOST_LISTED = 200


class AskReading(AskDialog):
    """Which of two readings of a text is meant; Cancel leaves it to be typed anew."""

    def __init__(
        self,
        kit: Kit,
        text: str,
        readings: Sequence[Decimal],
        answer: Callable[[str | None], None],
        parent: QWidget,
    ) -> None:
        """``answer`` gets the decimal mark that is meant, ``None`` where nothing was chosen."""
        t, formats = kit.t, kit.formats
        large, small = (formats.number(one) for one in readings)
        super().__init__(kit, t("Which number is meant?"), large, parent=parent)
        self._answer, self._given = answer, False
        self.content.addWidget(Label(t("“{text}” can be read in two ways.", text=text), "muted", wrap=True))
        self.other = Button(kit, small)
        self.other.clicked.connect(self._take_small)
        self.offer(self.other)
        # Of two readings the larger one takes the mark for groups of thousands.
        grouped = "." if "." in text else ","
        self._large, self._small = ("," if grouped == "." else "."), grouped
        self.agreed.connect(self._take_large)
        self.rejected.connect(self._leave)
        self.consent.setFocus()

    @Slot()
    def _take_large(self) -> None:
        self._take(self._large)

    @Slot()
    def _take_small(self) -> None:
        self._take(self._small)

    @Slot()
    def _leave(self) -> None:
        if not self._given:
            self._given = True
            self._answer(None)

    def _take(self, mark: str) -> None:
        self._given = True
        self.accept()
        self._answer(mark)


@dataclass(frozen=True, slots=True)
class Over:
    """A cell that holds another amount than what is to be entered."""

    cell: GridCell
    old: Entered
    new: Entered


class AskOver(AskDialog):
    """A period entered twice: keep the old amounts, take the new ones, or decide cell by cell."""

    def __init__(
        self, kit: Kit, over: Sequence[Over], answer: Callable[[frozenset[GridCell]], None], parent: QWidget
    ) -> None:
        """``answer`` gets the cells that stay as they are; it is not called where the whole is cancelled."""
        t = kit.t
        heading = t.n("{n} cell holds another amount", "{n} cells hold other amounts", n=len(over))
        super().__init__(kit, heading, t("Enter these"), parent=parent)
        self._answer, self._all = answer, over
        self.content.addWidget(Label(t("Ticked: the new amount replaces the old one."), "muted", wrap=True))
        self.content.addWidget(self._buttons())
        self.boxes = [self._box(one) for one in over[:_MOST_LISTED]]
        self.content.addWidget(self._list(), 1)
        if len(over) > _MOST_LISTED:
            rest = t.n("and {n} more, as the last one", "and {n} more, as the last one", n=len(over) - _MOST_LISTED)
            self.content.addWidget(Label(rest, "muted"))
        self.agreed.connect(self._enter)

    def _buttons(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        self.take_new = Button(self.kit, self.kit.t("Take all new ones"), "link")
        self.keep_old = Button(self.kit, self.kit.t("Keep all old ones"), "link")
        self.take_new.clicked.connect(self._tick_all)
        self.keep_old.clicked.connect(self._untick_all)
        row.addWidget(self.take_new)
        row.addWidget(self.keep_old)
        row.addStretch(1)
        return bar

    def _box(self, one: Over) -> QCheckBox:
        t, formats = self.kit.t, self.kit.formats
        line = t("FTE") if one.cell.line is None else t(choice_label(one.cell.line))
        box = QCheckBox(
            t(
                "{line}, {period}: {old} → {new}",
                line=line,
                period=formats.partial(one.cell.period),
                old=_shown(self.kit, one.old),
                new=_shown(self.kit, one.new),
            )
        )
        box.setChecked(True)
        return box

    def _list(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for box in self.boxes:
            column.addWidget(box)
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("role", "page")
        area.setWidgetResizable(True)
        area.setAccessibleName(self.kit.t("Amounts that differ"))
        area.setWidget(inner)
        lines = min(len(self.boxes), 10)
        area.setMinimumHeight(lines * (self.fontMetrics().height() + 12) + 6)
        return area

    @Slot()
    def _tick_all(self) -> None:
        self._tick(ticked=True)

    @Slot()
    def _untick_all(self) -> None:
        self._tick(ticked=False)

    @Slot()
    def _enter(self) -> None:
        ticked = [box.isChecked() for box in self.boxes]
        ticked += [ticked[-1]] * (len(self._all) - len(ticked))
        kept = frozenset(one.cell for one, new in zip(self._all, ticked, strict=True) if not new)
        self.accept()
        self._answer(kept)

    def _tick(self, *, ticked: bool) -> None:
        for box in self.boxes:
            box.setChecked(ticked)


def _shown(kit: Kit, entered: Entered) -> str:
    amount = entered.fte if isinstance(entered, StaffCell) else entered.amount
    return "–" if amount is None else shown_number(kit, amount)
