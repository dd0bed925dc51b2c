"""Somebody at an event: who, of which organisation, and three buttons that say whether she came."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.views.programme import ParticipantLine
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.programme import keys
from clusterdesk.gui.shortcuts import Shortcut
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import IconButton

_ROWS = (
    ("name", "mail"),
    ("organisation_id",),
    ("invited_on", "registered_on"),
    ("cancelled_on", "presence"),
    ("remark",),
)
_MARKS: Mapping[Presence, tuple[str, Tone, Shortcut]] = {
    Presence.PRESENT: ("check", Tone.OK, keys.PRESENT),
    Presence.EXCUSED: ("message-square", Tone.INFO, keys.EXCUSED),
    Presence.ABSENT: ("x", Tone.BAD, keys.ABSENT),
}
_BY_KEY = {Qt.Key.Key_P: Presence.PRESENT, Qt.Key.Key_E: Presence.EXCUSED, Qt.Key.Key_A: Presence.ABSENT}


class ParticipantRow(PartRow):
    """One participant.

    Signals:
        marked: her presence (the id of the participation, the Presence), by a button or a key.
        stepped: the focus goes on by so many rows.
    """

    marked = Signal(object, object)
    stepped = Signal(int)
    type_key = "event_participation"
    part: ParticipantLine

    def __init__(self, context: Context, part: ParticipantLine) -> None:
        """Show somebody, closed."""
        super().__init__(context, part)
        self.buttons: dict[Presence, IconButton] = {}
        for presence, (icon, _tone, key) in _MARKS.items():
            button = IconButton(self.kit, icon, "")
            button.setCheckable(True)
            button.setProperty("presence", presence.value)
            button.clicked.connect(self._pressed)
            self.buttons[presence] = button
            self.line.insertWidget(self.line.count() - 1, button, 0, Qt.AlignmentFlag.AlignTop)
            button.setProperty("key", key.keys[0])

    def words(self) -> None:
        """Say who, of which organisation, and where she stands."""
        kit, t, line = self.kit, self.kit.t, self.part
        record = line.record
        who = line.name or line.organisation or t("Nobody named")
        facts = [line.organisation if line.name else "", record.mail if not line.organisation else ""]
        if record.cancelled_on is not None:
            facts.append(t("cancelled on {day}", day=kit.formats.date(record.cancelled_on)))
        elif record.registered_on is not None:
            facts.append(t("registered on {day}", day=kit.formats.date(record.registered_on)))
        elif record.invited_on is not None:
            facts.append(t("invited on {day}", day=kit.formats.date(record.invited_on)))
        facts.append(record.remark)
        self.say(who, " · ".join(one for one in facts if one), *self._chips_now())
        for presence, button in self.buttons.items():
            button.setChecked(record.presence is presence)
            label = t(choice_label(presence))
            button.set_name(t("{presence} ({key}): {name}", presence=label, key=_MARKS[presence][2].keys[0], name=who))

    def build(self) -> QWidget:
        """Return the fields."""
        self.form = RecordForm(self.context, self.type_key, _ROWS)
        return self.form

    def fill(self) -> None:
        """Show the participation."""
        self.form.show_record(self.part.record)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by P, E, A; go up and down with the arrows."""
        key, plain = Qt.Key(event.key()), not event.modifiers()
        if plain and key in _BY_KEY:
            self.marked.emit(self.record_id(), _BY_KEY[key])
            self.stepped.emit(1)
        elif plain and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focus_marks(self) -> None:
        """Take the focus where the keys mark."""
        self.buttons[Presence.PRESENT].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _pressed(self) -> None:
        pressed = self.sender()
        for presence, button in self.buttons.items():
            if button is pressed:
                now = self.part.record.presence
                self.marked.emit(self.record_id(), Presence.UNKNOWN if now is presence else presence)

    def _chips_now(self) -> tuple[tuple[str, Tone], ...]:
        record, t = self.part.record, self.kit.t
        if record.cancelled_on is not None:
            return ((t("Cancelled"), Tone.NEUTRAL),)
        if record.presence is not Presence.UNKNOWN:
            return ((t(choice_label(record.presence)), _MARKS[record.presence][1]),)
        if record.registered_on is not None:
            return ((t("Registered"), Tone.INFO),)
        return ((t("Invited"), Tone.NEUTRAL),) if record.invited_on is not None else ()
