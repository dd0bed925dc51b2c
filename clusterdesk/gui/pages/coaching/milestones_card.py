"""The milestones of a track: checked off in place, late ones first, opened into their fields."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from clusterdesk.domain.coaching_plan.milestones import MilestoneLine
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.plan import Milestone
from clusterdesk.domain.views.coaching import FilePlan
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import InnerCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.coaching import reading
from clusterdesk.gui.pages.coaching.words import milestone_chip, milestone_note
from clusterdesk.gui.widgets.fields.choice import Option

_ROWS = (
    ("title",),
    ("due_on", "done_on"),
    ("target_value", "reached_value"),
    ("unit", "position"),
    ("track_id", "parent_id"),
    ("remark",),
    ("visibility",),
)
_INDENT = 26
_NONE = Option(None, "–")


@dataclass(frozen=True, slots=True)
class ShownMilestone:
    """A milestone as a row of the card: how deep it stands under others, and the file whose plan it is in."""

    line: MilestoneLine
    depth: int
    plan: FilePlan


class MilestonesCard(InnerCard):
    """The milestones of one track of a file, or those of none."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(context, t("Milestones"), t("No milestone yet."), add=t("Add a milestone"),
                         hint=t("What has to be reached?"))  # fmt: skip
        self.header.set_role("caption")
        self._plan: FilePlan | None = None
        self._track_id: UUID | None = None
        self._last = 0

    def make_row(self, part: ShownMilestone) -> PartRow:
        """Return the row of a milestone."""
        return MilestoneRow(self.context, part)

    def key_of(self, part: ShownMilestone) -> UUID:
        """Return the id of the milestone."""
        return part.line.milestone.id

    def show_milestones(self, plan: FilePlan, track_id: UUID | None, lines: Sequence[MilestoneLine]) -> None:
        """Show the milestones of a track, parts under theirs; in the heading how many are done and late."""
        self._plan, self._track_id = plan, track_id
        shown = list(_rows(lines, 0, plan))
        self._last = max((one.line.milestone.position for one in shown), default=0)
        t, number = self.kit.t, self.kit.formats.number
        note = ""
        if shown:
            done, late = sum(one.line.is_done for one in shown), sum(one.line.days_late > 0 for one in shown)
            note = t("{done} of {all} reached", done=number(done), all=number(len(shown)))
            if late:
                note = t.n("{total} · {n} late", "{total} · {n} late", n=late, total=note)
        self.show_parts(shown, note)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Add a milestone by its title; it opens for its day and value."""
        if self._plan is not None:
            made = Milestone(
                coaching_file_id=self._plan.file.id, track_id=self._track_id, title=text, position=self._last + 1
            )
            self.open_when_shown(made.id)
            self.context.write(partial(jobs.add, AddRecord(record=made)))


class MilestoneRow(PartRow):
    """One milestone, with a box to check it off."""

    type_key = "milestone"
    wraps = True
    chips_below = False
    part: ShownMilestone

    def __init__(self, context: Context, part: ShownMilestone) -> None:
        """Show a milestone, closed."""
        super().__init__(context, part)
        self.box = QCheckBox()
        self.box.clicked.connect(self._check)
        self.lead.addSpacing(4)
        self.lead.addWidget(self.box)
        self.lead.addStretch(1)

    def record_id(self) -> UUID:
        """Return the id of the milestone."""
        return self.part.line.milestone.id

    def words(self) -> None:
        """Say what is to be reached, by when, how much of it."""
        milestone = self.part.line.milestone
        self.box.setChecked(self.part.line.is_done)
        self.box.setAccessibleName(self.kit.t("Reached: {what}", what=milestone.title))
        self.column.setContentsMargins(self.kit.theme.length(_INDENT * self.part.depth), 1, 2, 5)
        self.say(milestone.title, milestone_note(self.kit, self.part.line), *milestone_chip(self.kit, self.part.line))

    def build(self) -> QWidget:
        """Return the fields."""
        options = {"track_id": [_NONE], "parent_id": [_NONE]}
        self.form = RecordForm(self.context, self.type_key, _ROWS, options, required=("title",))
        return self.form

    def fill(self) -> None:
        """Show the milestone, and what it may belong to."""
        plan, language = self.part.plan, self.kit.t.language
        tracks = [_NONE, *(Option(one.track.id, one.track.name_in(language)) for one in plan.tracks)]
        own = self.part.line.milestone.id
        others = [one.line.milestone for one in _rows(plan.lines(), 0, plan)]
        wholes = [_NONE, *(Option(one.id, one.title) for one in others if one.id != own and one.parent_id != own)]
        for name, options in (("track_id", tracks), ("parent_id", wholes)):
            self.form.offer(name, options)
        self.form.show_record(self.part.line.milestone)

    @Slot()
    def _check(self) -> None:
        t, milestone = self.kit.t, self.part.line.milestone
        reached = self.box.isChecked()
        text = t("Reached: {what}", what=milestone.title)
        if not reached:
            text = t("Not reached after all: {what}", what=milestone.title)
        self.context.write(partial(reading.reach, milestone.id, reached=reached), toast=text)


def _rows(lines: Sequence[MilestoneLine], depth: int, plan: FilePlan) -> Iterator[ShownMilestone]:
    for line in lines:
        yield ShownMilestone(line, depth, plan)
        yield from _rows(line.parts, depth + 1, plan)
