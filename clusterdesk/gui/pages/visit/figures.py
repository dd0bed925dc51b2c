"""The last known figures of the organisation, beside the questions: what lists said, with its date."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.records.organisations import ImportNote
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label

_MOST = 4
_LONGEST = 60


class KnownFigures(QWidget):
    """A line of facts; it takes no room while nothing is known."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty line."""
        super().__init__()
        self.kit = kit
        self._facts: list[Label] = []
        self._back = False
        self._line = QWidget()
        self._flow = FlowLayout(self._line, spacing=18)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(kit.t("Last known figures"), "caption"))
        column.addWidget(self._line)
        self.hide()

    def show_notes(self, notes: Sequence[ImportNote]) -> None:
        """Show the newest of what is known, one line a topic."""
        newest: dict[str, ImportNote] = {}
        for note in sorted(notes, key=_age):
            newest[note.topic or note.column] = note
        shown = list(newest.values())[-_MOST:]
        for label in self._facts:
            self._flow.removeWidget(label)
            label.deleteLater()
        self._facts = [Label(self._words(note), "strong") for note in shown]
        for label in self._facts:
            self._flow.addWidget(label)
        self.setVisible(bool(shown) and not self._back)

    @Slot(bool)
    def stand_back(self, back: bool) -> None:
        """Leave the room to the figures themselves where they are followed."""
        self._back = back
        self.setVisible(bool(self._facts) and not back)

    def _words(self, note: ImportNote) -> str:
        t, formats = self.kit.t, self.kit.formats
        text = " ".join(note.text.split())
        text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        topic = note.column or note.topic
        when = formats.date(note.on) if note.on is not None else str(note.year or "")
        if not when or when in topic:
            return t("{topic}: {text}", topic=topic, text=text)
        return t("{topic}: {text} ({when})", topic=topic, text=text, when=when)


def _age(note: ImportNote) -> tuple[int, str]:
    day = note.on.isoformat() if note.on is not None else ""
    return (note.on.year if note.on is not None else note.year or 0), day
