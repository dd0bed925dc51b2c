"""One coaching file as a card: its facts, what blocks, its tracks with milestones, promises of both sides."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.views.coaching import FilePlan
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.people_choices import PeopleChoices
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.coaching.both_promises import Promises
from clusterdesk.gui.pages.coaching.facts import FactsRow
from clusterdesk.gui.pages.coaching.file_actions import FileActions
from clusterdesk.gui.pages.coaching.milestones_card import MilestonesCard
from clusterdesk.gui.pages.coaching.track_row import TrackSection
from clusterdesk.gui.pages.coaching.way_ahead import WayAhead
from clusterdesk.gui.pages.organisation.set_field import SetField
from clusterdesk.gui.widgets.card import Card, Line
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_header import FoldingRow

_SIDE_BY_SIDE = 520
_ROWS = (("plan",),)


class FileCard(Card):
    """A file with all that its plan holds; a closed one is folded until it is opened."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(margin=14, spacing=10)
        self.context, self.kit = context, context.kit
        self.plan: FilePlan | None = None
        self._shown: UUID | None = None
        self.title = Label("", "heading", wrap=True)
        self.buttons = FileActions(context)
        self.buttons.folded.connect(self._fold)
        head = FoldingRow(self.kit, _SIDE_BY_SIDE, spacing=10)
        head.add(self._named(), 1)
        head.add(self.buttons, 0)
        self.facts = FactsRow(self.kit)
        self.reason = Label("", "muted", wrap=True)
        self.whole = QWidget()
        self._column = QVBoxLayout(self.whole)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.add(head, self.facts, self.reason, self.whole)
        self.form = RecordForm(context, "coaching_file", _ROWS)
        self.tracks = QVBoxLayout()
        self.tracks.setSpacing(6)
        self._sections: dict[UUID, TrackSection] = {}
        hint = self.kit.t("No track yet: choose what the file works on.")
        self.no_track = Label(hint, "muted", wrap=True)
        self.others = MilestonesCard(context)
        self.promises = Promises(context)
        self.chosen = SetField(
            context, self.kit.t("Tracks"), "coaching_file_track", "track_id", owner_field="coaching_file_id"
        )
        self.ahead = WayAhead(context)
        self._column.addWidget(self.ahead)
        self._column.addWidget(Line())
        self._column.addWidget(self.no_track)
        self._column.addLayout(self.tracks)
        self._column.addWidget(self.others)
        self._column.addWidget(Line())
        self._column.addWidget(self.promises)
        self._column.addWidget(Line())
        self._column.addWidget(self.chosen)
        self._column.addWidget(self.form)

    def _named(self) -> QWidget:
        named = QWidget()
        column = QVBoxLayout(named)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        return named

    def show_plan(self, plan: FilePlan, people: PeopleChoices, tracks: tuple[Track, ...]) -> None:
        """Show a file as it is now; what is typed stays. ``tracks`` are those to choose from."""
        t = self.kit.t
        first = self._shown != plan.file.id
        self.plan, self._shown = plan, plan.file.id
        self.title.setText(plan.project.title)
        self.facts.show_plan(plan)
        reason = t("Closed: {reason}", reason=plan.file.close_reason) if plan.file.close_reason else ""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.ahead.show_file(plan.file)
        self.form.show_record(plan.file)
        self.chosen.show_members(plan.file.id, tuple(one.track for one in plan.tracks), tracks)
        self._show_tracks(plan)
        self.no_track.setVisible(not plan.tracks)
        self.others.setVisible(bool(plan.milestones) or not plan.tracks)
        self.others.show_milestones(plan, None, plan.milestones)
        self.promises.show_plan(plan, people)
        self.buttons.show_plan(plan, folded=not plan.is_open if first else self.whole.isHidden())
        if first:
            self.whole.setVisible(plan.is_open)

    def _show_tracks(self, plan: FilePlan) -> None:
        wanted = {one.record.id: one for one in plan.tracks}
        for key in [key for key in self._sections if key not in wanted]:
            section = self._sections.pop(key)
            self.tracks.removeWidget(section)
            section.hide()
            section.deleteLater()
        for place, (key, one) in enumerate(wanted.items()):
            if key not in self._sections:
                self._sections[key] = TrackSection(self.context, one)
            section = self._sections[key]
            section.show_track(plan, one)
            if self.tracks.indexOf(section) != place:
                self.tracks.insertWidget(place, section)

    def sections(self) -> Sequence[TrackSection]:
        """Return the tracks shown."""
        return tuple(self._sections.values())

    @Slot(bool)
    def _fold(self, folded: bool) -> None:
        self.whole.setVisible(not folded)
