"""What goes to the board beside its numbers: messages, decisions asked for and stories; and the frozen quarters."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.board.content import sum_of, totals_of
from clusterdesk.domain.board.quarters import closed_quarters
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.strategy import BoardFreeze, BoardRemark
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.choosing_row import ChoosingRow
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.strategy.choices import StrategyChoices
from clusterdesk.gui.tokens import Tone

_REMARK = (("text",), ("kind", "period"), ("organisation_id", "language"))


class RemarksCard(PartsCard):
    """The messages of all quarters, the newest quarter first."""

    def __init__(self, context: Context, choices: StrategyChoices) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Messages to the board"),
            t("Nothing yet. Key messages, decisions asked for and the story of a company stand here, by quarter."),
            add=t("Add a message"),
            hint=t("What should the board know?"),
        )
        self._choices = choices
        self._quarter = ""

    def show_quarter(self, quarter: str, remarks: Iterable[BoardRemark]) -> None:
        """Show the messages of one quarter only; what is added is of it, too."""
        if quarter != self._quarter:
            self.forget()
            self._quarter = quarter
        mine = sorted((one for one in remarks if one.period == quarter), key=lambda one: (one.position, one.id))
        self.show_parts(mine, self.kit.formats.partial(quarter))

    def make_row(self, part: BoardRemark) -> PartRow:
        """Return the row of a message."""
        return RemarkRow(self.context, part, self._choices)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a message to the quarter shown, else to the last one that has ended."""
        last = max((row.part.position for row in self.rows.values()), default=0)
        quarter = self._quarter or closed_quarters(self.kit.clock.today())[0]
        made = BoardRemark(period=quarter, text=text, position=last + 1, language=self.kit.t.language)
        self.context.write(partial(jobs.add, AddRecord(record=made)), self._added)

    def commit(self) -> None:
        """Add what is typed."""
        if self.line is not None:
            self.line.enter()

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)


class RemarkRow(ChoosingRow[StrategyChoices]):
    """One message."""

    type_key = "board_remark"
    wraps = True
    chips_below = False
    part: BoardRemark

    def words(self) -> None:
        """Say the message, its quarter, and what it is."""
        one, t = self.part, self.kit.t
        quarter = self.kit.formats.partial(one.period)
        self.say(
            one.text.strip().splitlines()[0] if one.text.strip() else quarter,
            quarter,
            (t(choice_label(one.kind)), Tone.NEUTRAL),
        )

    def build(self) -> QWidget:
        """Return the fields."""
        options = {"organisation_id": self.choices.organisations()}
        self.form = RecordForm(self.context, self.type_key, _REMARK, options, required=("period",))
        return self.form

    def fill(self) -> None:
        """Show the message, and the organisations there are now."""
        self.form.offer("organisation_id", self.choices.organisations())
        self.form.show_record(self.part)


class FreezesCard(PartsCard):
    """The frozen quarters, newest first; only what is remarked can change."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("Frozen quarters"), t("No quarter is frozen yet: the button stands on the board."))

    def make_row(self, part: BoardFreeze) -> PartRow:
        """Return the row of a frozen quarter."""
        return FreezeRow(self.context, part)


class FreezeRow(PartRow):
    """One frozen quarter."""

    type_key = "board_freeze"
    part: BoardFreeze

    def words(self) -> None:
        """Say the quarter, who froze it and when, and whether its numbers are as they were."""
        t, one, formats = self.kit.t, self.part, self.kit.formats
        facts = [t("{n} indicators", n=formats.number(len(totals_of(one.content))))]
        if one.frozen_on is not None:
            facts.append(t("frozen on {day} by {name}", day=formats.date(one.frozen_on), name=one.frozen_by or "–"))
        whole = not one.content or sum_of(one.content) == one.sha256
        chips = () if whole else ((t("changed since"), Tone.BAD),)
        self.say(formats.partial(one.period), " · ".join(facts), *chips)

    def build(self) -> QWidget:
        """Return the field for a remark."""
        self.form = RecordForm(self.context, self.type_key, (("remark",),))
        return self.form

    def fill(self) -> None:
        """Show the remark."""
        self.form.show_record(self.part)
