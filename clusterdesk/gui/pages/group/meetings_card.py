"""The meetings of a group, the newest first: when, where, who came, what came of it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.views.groups import MeetingRow
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.groups import words
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import CutButton
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label


class MeetingsCard(Card):
    """Lines that lead to the pages of the meetings."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(spacing=6)
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self.header = SectionHeader(t("Meetings"))
        self._hint = Label(
            t("No meeting yet. Plan one: its members are expected by themselves, and the sign-in sheet is ready."),
            "muted",
            wrap=True,
        )
        self.lines: dict[UUID, MeetingLine] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.add(self.header, self._hint)
        self.body.addLayout(self._list)

    def show_meetings(self, rows: Sequence[MeetingRow]) -> None:
        """Show the meetings of a group."""
        clear_layout(self._list)
        self.lines = {}
        for row in rows:
            line = MeetingLine(self.context, row)
            self.lines[row.record.id] = line
            self._list.addWidget(line)
        self._hint.setVisible(not rows)
        held = sum(row.record.state is GatheringState.HELD for row in rows)
        self.header.set_note(self.kit.t.n("{n} meeting held", "{n} meetings held", n=held) if held else "")


class MeetingLine(QWidget):
    """One meeting."""

    def __init__(self, context: Context, row: MeetingRow) -> None:
        """Show it."""
        super().__init__()
        kit, meeting = context.kit, row.record
        self._context, self._id = context, meeting.id
        self.open = CutButton(kit, self._words(context, row), "link", icon="calendar-days")
        self.open.clicked.connect(self._go)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.open)
        line.addStretch(1)
        if row.open_promises:
            line.addWidget(Chip(kit.t.n("{n} promise open", "{n} promises open", n=row.open_promises), Tone.WARN))
        line.addWidget(Chip(kit.t(choice_label(meeting.state)), words.STATE_TONES[meeting.state]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        facts = " · ".join(one for one in (words.hours(kit, meeting), meeting.place, words.counts(kit, row)) if one)
        if facts:
            note = ElidedLabel(facts, "small")
            note.setContentsMargins(kit.theme.length(26), 0, 0, 0)
            column.addWidget(note)

    @staticmethod
    def _words(context: Context, row: MeetingRow) -> str:
        kit, meeting = context.kit, row.record
        day = words.when_words(kit, meeting)
        return kit.t("{day} · {title}", day=day, title=meeting.title) if meeting.title else day

    @Slot()
    def _go(self) -> None:
        self._context.shell.go(routes.meeting(self._id))
