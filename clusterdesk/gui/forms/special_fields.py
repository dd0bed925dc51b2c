"""Fields with a reading of their own: hours, durations, numbers, phones and mails, growing notes, organisations."""

import math
import re
from datetime import time
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.identifiers.enterprise import (
    parse_enterprise_number,
    parse_establishment_number,
    show_enterprise_number,
    show_establishment_number,
)
from clusterdesk.domain.parsing.outcome import Parsed, Problem
from clusterdesk.domain.records.organisations import ContactPointKind
from clusterdesk.gui.context import Context
from clusterdesk.gui.entry.reading import Reading
from clusterdesk.gui.forms.points import read_point, show_point
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog
from clusterdesk.gui.widgets.buttons import CutButton, IconButton
from clusterdesk.gui.widgets.fields.inline import InlineField
from clusterdesk.gui.widgets.fields.line import InlineText, LineField
from clusterdesk.gui.widgets.note_edit import NoteEdit

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

_HOUR = re.compile(r"([0-9]{1,2})\s*(?:[:.hHuU]\s*([0-9]{2})?)?|([0-9]{1,2})([0-9]{2})")
_MINUTES = re.compile(r"([0-9]{1,4})\s*(?:min|m|')?", re.IGNORECASE)
_HOURS = re.compile(r"([0-9]{1,2})\s*[:hu]\s*([0-9]{1,2})?\s*(?:min|m)?", re.IGNORECASE)
_WHOLE = re.compile(r"[0-9]{1,9}")
_NO_WHOLE = N_("“{text}” is not a whole number of 0 or more.")
_NO_HOUR = N_("“{text}” is not an hour: write 14:30 or 14h30.")
_NO_DURATION = N_("“{text}” is not a duration: write 90 or 1h30.")


class OptionalText(InlineText):
    """A line of text that may be missing: empty is None."""

    def read(self, text: str) -> Reading[str]:
        """Return the trimmed text, None when there is none."""
        reading = super().read(text)
        return Reading(None, reading.problem) if not reading.value else reading


class InlineHour(LineField[time]):
    """An hour of the day ("14:30", "14h30", "9")."""

    def __init__(self, kit: Kit, caption: str, *, required: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(kit, caption, required=required, parent=parent)
        self.set_placeholder(kit.t("hh:mm"))

    def read(self, text: str) -> Reading[time]:
        """Read the hour."""
        word = text.strip()
        if not word:
            return Reading(None)
        found = _HOUR.fullmatch(word)
        if found:
            hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
            if hour < 24 and minute < 60:
                return Reading(time(hour, minute))
        return Reading(None, Problem("no_hour", _NO_HOUR, {"text": word[:20]}))

    def write(self, value: time | None, *, editing: bool) -> str:
        """Return "14:30"."""
        return "" if value is None else self.kit.formats.time(value)


class InlineMinutes(LineField[int]):
    """A duration ("90", "1h30"), in minutes."""

    def __init__(self, kit: Kit, caption: str, *, required: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(kit, caption, required=required, parent=parent)
        self.set_placeholder(kit.t("90 or 1h30"))

    def read(self, text: str) -> Reading[int]:
        """Read the duration."""
        word = " ".join(text.split())
        if not word:
            return Reading(None)
        plain, hours = _MINUTES.fullmatch(word), _HOURS.fullmatch(word)
        if plain:
            return Reading(int(plain[1]))
        if hours:
            return Reading(int(hours[1]) * 60 + int(hours[2] or 0))
        return Reading(None, Problem("no_duration", _NO_DURATION, {"text": word[:20]}))

    def write(self, value: int | None, *, editing: bool) -> str:
        """Return "1 h 30", or plain minutes while typing."""
        if value is None:
            return ""
        return str(value) if editing else self.kit.formats.duration(value)


class InlineWhole(LineField[int]):
    """A whole number that is no duration: a year, a version."""

    def read(self, text: str) -> Reading[int]:
        """Read the digits."""
        word = "".join(text.split())
        if not word:
            return Reading(None)
        if _WHOLE.fullmatch(word):
            return Reading(int(word))
        return Reading(None, Problem("no_whole", _NO_WHOLE, {"text": word[:20]}))

    def write(self, value: int | None, *, editing: bool) -> str:
        """Return the plain digits, as years are written."""
        return "" if value is None else str(value)


class InlineEnterpriseNumber(LineField[str]):
    """An enterprise number, checked (ten digits, modulo 97); empty while it is missing."""

    def __init__(self, kit: Kit, caption: str, *, required: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(kit, caption, required=required, parent=parent)
        self.set_placeholder(kit.t("Number missing"))

    def read(self, text: str) -> Reading[str]:
        """Read the number in any spelling."""
        return _strict(parse_enterprise_number(text)) if text.strip() else Reading(None)

    def write(self, value: str | None, *, editing: bool) -> str:
        """Return "0403.019.261"."""
        return show_enterprise_number(value) if value else ""


class InlineEstablishmentNumber(InlineEnterpriseNumber):
    """An establishment unit number, checked."""

    def read(self, text: str) -> Reading[str]:
        """Read the number in any spelling."""
        return _strict(parse_establishment_number(text)) if text.strip() else Reading(None)

    def write(self, value: str | None, *, editing: bool) -> str:
        """Return "2.123.456.789"."""
        return show_establishment_number(value) if value else ""


class InlinePoint(LineField[str]):
    """A phone, mail address or web site; what looks odd is kept as typed, as everywhere."""

    def __init__(self, kit: Kit, kind: ContactPointKind, caption: str, parent: QWidget | None = None) -> None:
        """Make an empty field for one kind."""
        self._kind = kind
        super().__init__(kit, caption, parent=parent)

    def read(self, text: str) -> Reading[str]:
        """Read what was typed in the form it is kept in."""
        return Reading(read_point(self._kind, text))

    def write(self, value: str | None, *, editing: bool) -> str:
        """Return a phone as it is dialled, anything else as it is."""
        return show_point(value or "")


class GrowingNote(NoteEdit):
    """A note as high as its text, between ``least`` and ``most`` lines."""

    def __init__(
        self,
        kit: Kit,
        caption: str,
        *,
        placeholder: str = "",
        least: int = 2,
        most: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty note."""
        super().__init__(kit, caption, placeholder=placeholder, parent=parent)
        self._least, self._most = least, most
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines break
        # Not inside a resize: the layouts around are at work then, and would not hear of another height.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._grow)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._soon.start)
        kit.theme.changed.connect(self._soon.start)
        self._grow()

    def set_large(self) -> None:
        """Show the text in a size for writing while talking."""
        self.edit.setProperty("look", "large")
        self._grow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when lines break elsewhere."""
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    @Slot()
    def _grow(self) -> None:
        self.edit.ensurePolished()
        line, room = self.edit.fontMetrics().lineSpacing(), 0.0
        block = self.edit.document().begin()
        while block.isValid() and room < self._most * line:
            # Asking for its height lays a block out: the editor itself does so for what is visible only.
            room += self.edit.document().documentLayout().blockBoundingRect(block).height()
            block = block.next()
        room = min(max(room, self._least * line), self._most * line)
        height = math.ceil(room + 2 * self.edit.document().documentMargin()) + 2
        if self.edit.minimumHeight() != height:
            self.edit.setFixedHeight(height)


class OrganisationField(InlineField):
    """One organisation, or none; saved when chosen."""

    def __init__(self, context: Context, caption: str, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(context.kit, caption, parent)
        self.context = context
        self._value: UUID | None = None
        self.choose = CutButton(self.kit, "–", "name")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.nobody = IconButton(self.kit, "x", self.kit.t("Without an organisation: {field}", field=caption))
        self.nobody.clicked.connect(self._forget)
        self.nobody.hide()
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(4, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.choose)
        line.addWidget(self.nobody)
        line.addStretch(1)
        self.set_editor(self.choose, row=row)

    @property
    def value(self) -> UUID | None:
        """The organisation shown."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show an organisation from the store; its name is read."""
        chosen = value if isinstance(value, UUID) else None
        if chosen is None:
            self._value = None
            self._say("")
            return
        if chosen != self._value:
            self._value = chosen
            self._say("…")
        self.context.desk.submit(partial(_name, chosen), partial(self._named, chosen), owner=self)

    def draft_text(self) -> str:
        """Return the name shown (what is chosen has no drafts)."""
        return self.choose.text()

    @Slot()
    def _choose(self) -> None:
        t = self.kit.t
        dialog = OrganisationDialog(self.context, self.caption, t("Take it"), self.window())
        dialog.chosen.connect(self._take)
        dialog.open()

    @Slot(object)
    def _take(self, organisation_id: UUID | None) -> None:
        if organisation_id != self._value:
            self.set_value(organisation_id)
            self.committed.emit(organisation_id)

    @Slot()
    def _forget(self) -> None:
        self._take(None)
        self.choose.setFocus()

    def _named(self, asked: UUID, name: str) -> None:
        if asked == self._value:
            self._say(name)

    def _say(self, name: str) -> None:
        self.choose.set_text(name or self.kit.t("Choose the organisation…"))
        self.choose.setAccessibleName(self.kit.t("{field}: {name}", field=self.caption, name=name or "–"))
        self.nobody.setVisible(bool(name))


def _name(organisation_id: UUID, desk: "Desk") -> str:
    from clusterdesk.services.kept import kept_organisation

    return kept_organisation(desk.store, organisation_id).name


def _strict(parsed: Parsed[str]) -> Reading[str]:
    return Reading(parsed.value, parsed.error)
