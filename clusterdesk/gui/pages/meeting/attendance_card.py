"""Who came: members are expected, guests are typed in; the beginning of a name and Enter say that somebody is here."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from clusterdesk.domain.commands.groups import Came
from clusterdesk.domain.group_choices import CATEGORY_HEADINGS
from clusterdesk.domain.records.groups import MemberCategory, Presence
from clusterdesk.domain.views.groups import AttendanceLine, MeetingPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.entry.matching import match_rank
from clusterdesk.gui.forms.parts_card import AddLine
from clusterdesk.gui.pages.meeting.presence_row import PresenceRow
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.label import Label


class AttendanceCard(Card):
    """The list of people at a meeting.

    Signals:
        noted: what is to be noted (a tuple of Came).
        guest: the name of somebody who was not expected.
    """

    noted = Signal(object)
    guest = Signal(str)

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        super().__init__(margin=8, spacing=4)
        self.kit = context.kit
        t = self.kit.t
        self._lines: tuple[AttendanceLine, ...] = ()
        self.rows: dict[str, PresenceRow] = {}
        self._headings: list[Label] = []
        self.header = SectionHeader(t("Attendance"))
        self.header.setContentsMargins(8, 4, 4, 0)
        self.others = Button(
            self.kit, t("All others absent"), "link", icon="x", hint=t("Of whom nothing was noted yet")
        )
        self.others.clicked.connect(self._others_absent)
        self.line = AddLine(self.kit, t("Who is here? The beginning of the name, Enter: present"))
        self.line.returnPressed.disconnect()
        self.line.removeEventFilter(self.line)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._narrow)
        self.line.returnPressed.connect(self._arrive)
        self._hint = Label(t("The group has no members yet: type who is here."), "muted", wrap=True)
        self._hint.setContentsMargins(8, 0, 8, 4)
        self._list = QVBoxLayout()
        self._list.setSpacing(1)
        self.add(self.header, self.line, self._hint)
        self.body.addLayout(self._list)
        self.body.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)

    def show_page(self, page: MeetingPage) -> None:
        """Show the people of a meeting; rows shown before stay, with the focus in them."""
        self._lines = page.attendance
        wanted = {one.key: one for one in page.attendance}
        if list(wanted) != list(self.rows):
            self._rebuild(wanted)
        for key, line in wanted.items():
            self.rows[key].show_line(line)
        unknown = page.count(Presence.UNKNOWN)
        self.others.setVisible(bool(unknown) and unknown < len(page.attendance))
        self._hint.setVisible(not page.attendance)
        self.header.set_note(self._note(page))
        self._narrow()

    def begin(self) -> None:
        """Go to the line."""
        self.line.setFocus()

    def commit(self) -> None:
        """Take the name that is typed, if it is nobody's of the list: it is added."""
        self.line.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go down into the rows, or empty the line."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._into_rows()
                return True
            if event.key() == Qt.Key.Key_Escape and self.line.text():
                self.line.clear()
                self._narrow()
                return True
        return super().eventFilter(watched, event)

    def _note(self, page: MeetingPage) -> str:
        t = self.kit.t
        present, excused = page.count(Presence.PRESENT), page.count(Presence.EXCUSED)
        unknown = page.count(Presence.UNKNOWN)
        facts = []
        if present:
            facts.append(t.n("{n} present", "{n} present", n=present))
        if excused:
            facts.append(t.n("{n} excused", "{n} excused", n=excused))
        if unknown:
            facts.append(t.n("{n} expected", "{n} expected", n=unknown))
        return " · ".join(facts)

    def _rebuild(self, wanted: dict[str, AttendanceLine]) -> None:
        for heading in self._headings:
            self._list.removeWidget(heading)
            heading.hide()
            heading.deleteLater()
        self._headings = []
        for key in [key for key in self.rows if key not in wanted]:
            row = self.rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        known, self.rows = self.rows, {}
        place, category = 0, None
        for key, line in wanted.items():
            if line.category is not category:
                category = line.category
                self._list.insertWidget(place, self._heading(category))
                place += 1
            row = known.get(key) or self._make(line)
            self.rows[key] = row
            if self._list.indexOf(row) != place:
                self._list.insertWidget(place, row)
            place += 1

    def _heading(self, category: MemberCategory) -> Label:
        heading = Label(self.kit.t(CATEGORY_HEADINGS[category]), "caption")
        heading.setContentsMargins(8, 6, 8, 0)
        self._headings.append(heading)
        return heading

    def _make(self, line: AttendanceLine) -> PresenceRow:
        row = PresenceRow(self.kit, line)
        row.answered.connect(self._answered)
        row.remarked.connect(self._remarked)
        row.left_up.connect(self._up)
        row.left_down.connect(self._down)
        return row

    def _fitting(self) -> list[AttendanceLine]:
        """Return those whose name fits what is typed, the best first; of equals those of whom nothing is noted."""
        typed = self.line.text().strip()
        ranked = [(self._rank(typed, line), line.presence is not Presence.UNKNOWN, place, line)
                  for place, line in enumerate(self._lines)]  # fmt: skip
        return [one[3] for one in sorted(ranked, key=lambda one: one[:3]) if one[0] < _NO_FIT]

    @staticmethod
    def _rank(typed: str, line: AttendanceLine) -> int:
        if not typed:
            return 0
        ranks = (match_rank(typed, line.person.name), match_rank(typed, line.person.side))
        return min((one for one in ranks if one is not None), default=_NO_FIT)

    @Slot()
    def _narrow(self) -> None:
        shown = {line.key for line in self._fitting()}
        typed = bool(self.line.text().strip())
        for key, row in self.rows.items():
            row.setVisible(key in shown)
        for heading in self._headings:
            heading.setVisible(not typed)

    @Slot()
    def _arrive(self) -> None:
        typed = self.line.text().strip()
        if not typed:
            return
        fitting: Sequence[AttendanceLine] = self._fitting()
        self.line.clear()
        if fitting:
            self._answered(fitting[0].key, Presence.PRESENT)
        else:
            self.guest.emit(typed)
        self._narrow()

    @Slot(str, object)
    def _answered(self, key: str, presence: Presence) -> None:
        line = next((one for one in self._lines if one.key == key), None)
        if line is not None:
            self.noted.emit((Came(who=line.person.who, presence=presence),))

    @Slot(str, str)
    def _remarked(self, key: str, remark: str) -> None:
        line = next((one for one in self._lines if one.key == key), None)
        if line is not None:
            self.noted.emit((Came(who=line.person.who, presence=line.presence, remark=remark),))

    @Slot()
    def _others_absent(self) -> None:
        left = [one for one in self._lines if one.presence is Presence.UNKNOWN]
        self.noted.emit(tuple(Came(who=one.person.who, presence=Presence.ABSENT) for one in left))

    @Slot()
    def _into_rows(self) -> None:
        first = next((row for row in self.rows.values() if not row.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _up(self) -> None:
        self._step(-1)

    @Slot()
    def _down(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        shown = [row for row in self.rows.values() if not row.isHidden()]
        current = self.sender()
        place = next((index for index, row in enumerate(shown) if row is current), 0) + by
        if place < 0:
            self.line.setFocus()
        elif place < len(shown):
            shown[place].setFocus(Qt.FocusReason.OtherFocusReason)


_NO_FIT = 9
