"""What must be sold where fixed charges rise in steps."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Slot

from clusterdesk.domain.breakeven.questions import Step, stepped_costs
from clusterdesk.domain.breakeven.what_if import Assumptions
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.break_even.number_edit import NumberEdit
from clusterdesk.gui.pages.break_even.number_rows import NumberRows
from clusterdesk.gui.pages.break_even.question import Question
from clusterdesk.gui.widgets.buttons import Button


class StepsQuestion(Question):
    """Volumes up to which so much is added to the fixed charges; where each step pays."""

    telling = -1

    def __init__(self, kit: Kit) -> None:
        """Make an empty table."""
        super().__init__(kit)
        t = kit.t
        columns = (
            (t("Volume up to"), self._volume),
            (t("Extra fixed charges"), self.money),
        )
        self.table = NumberRows(kit, columns)
        self.more = Button(kit, t("Add a step"), "link", icon="plus")
        self.fields.addWidget(self.table)
        self.fields.addWidget(self.more)
        self.table.changed.connect(self.work_out)
        self.more.clicked.connect(self._add)

    def prefill(self) -> None:
        """Begin with today's volume, to which nothing is added, and the step after it to be filled in."""
        self.table.clear()
        volume = self.footing.volume if self.footing is not None else 0
        self.table.add_row(values=(Decimal(int(volume)) if volume >= 1 else None, Decimal(0)))
        self.table.add_row()

    def numbers(self) -> Sequence[NumberEdit]:
        """Return the fields of all rows."""
        return [edit for row in self.table.rows for edit in row.numbers]

    def reckon(self) -> tuple[tuple[str, ...], Assumptions | None]:
        """Answer once two steps are known: a volume is wanted in all of them but the last."""
        steps = []
        for row in self.table.rows:
            up_to, extra = (edit.value for edit in row.numbers)
            if extra is None:
                if up_to is not None:
                    return (), None
                continue
            steps.append(Step(int(up_to) if up_to is not None else None, extra))
        if len(steps) < 2 or self.footing is None or self.words is None:
            return (), None
        return self.words.steps(stepped_costs(self.footing, steps)), None

    def _volume(self, value: Decimal) -> str:
        """Write units, or turnover where units are not followed."""
        if self.footing is not None and not self.footing.per_unit:
            return self.money(value)
        return self.number(value)

    @Slot()
    def _add(self) -> None:
        if not self.table.full:
            self.table.add_row().first.setFocus()
            self.more.setEnabled(not self.table.full)
