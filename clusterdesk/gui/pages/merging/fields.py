"""Two organisations field by field; where they differ, one of the values is chosen."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from clusterdesk.domain.fields import specs_of
from clusterdesk.domain.merging import FieldChoice, Side
from clusterdesk.domain.parsing.text import clipped
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.merging import MergePreview
from clusterdesk.gui.dialogs.history_words import value_text
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.card import Card, clear_layout
from clusterdesk.gui.widgets.label import Label

_LONGEST = 600
_NO_NAMES: Mapping[UUID, str] = {}


class ValueChoice(QWidget):
    """A value with its radio button; a click on the value chooses it too."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        """Show a value; ``name`` is what screen readers say."""
        super().__init__(parent)
        self.radio = QRadioButton()
        self.radio.setAccessibleName(name)
        label = Label(text, wrap=True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Choose."""
        self.radio.setFocus()
        self.radio.click()


class FieldsCard(Card):
    """The table of fields.

    Signals:
        chosen: somebody chose a value.
    """

    chosen = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(spacing=4, parent=parent)
        self._kit = kit
        self._groups: dict[str, dict[Side, QRadioButton]] = {}
        host = QWidget()
        self._grid = QGridLayout(host)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for column, stretch in ((0, 18), (1, 41), (2, 41)):
            self._grid.setColumnStretch(column, stretch)
        self.add(host)

    @property
    def choices(self) -> Mapping[str, Side]:
        """Whose value is kept, for each field that differs."""
        return {
            field: side for field, radios in self._groups.items() for side, radio in radios.items() if radio.isChecked()
        }

    def choose(self, field: str, side: Side) -> None:
        """Choose a value."""
        self._groups[field][side].setChecked(True)

    def show_preview(self, preview: MergePreview, before: Mapping[str, Side]) -> None:
        """Show two organisations; ``before`` are choices to keep where they are still possible."""
        clear_layout(self._grid)
        self._groups = {}
        t = self._kit.t
        self._head(1, t("Is kept"), preview.kept.name)
        self._head(2, t("Is read as it from now on"), preview.absorbed.name)
        row = 1
        for choice in sorted(preview.fields, key=_same_last):
            row = self._field(row, choice, before.get(choice.field))

    def _head(self, column: int, caption: str, name: str) -> None:
        host = Card(margin=0, spacing=0)
        host.setProperty("role", "plain")
        host.add(Label(caption, "caption", wrap=True), Label(name, "heading", wrap=True))
        self._grid.addWidget(host, 0, column)

    def _field(self, row: int, choice: FieldChoice, before: Side | None) -> int:
        t = self._kit.t
        caption = t(choice.label)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(_lowered(Label(caption, "muted", wrap=True)), row, 0, top)
        kept, absorbed = self._words(choice, choice.kept), self._words(choice, choice.absorbed)
        if not choice.differs:
            self._grid.addWidget(_lowered(Label(kept, wrap=True)), row, 1, top)
            self._grid.addWidget(_lowered(Label(t("the same"), "muted")), row, 2, top)
            return row + 1
        group = QButtonGroup(self)
        radios = self._groups[choice.field] = {}
        sides: Sequence[tuple[Side, str, int, int]] = (
            (Side.KEPT, kept, row, 1),
            (Side.ABSORBED, absorbed, row, 2),
            (Side.BOTH, t("Both, one after the other"), row + 1, 1),
        )
        for side, text, line, column in sides:
            if side in choice.allowed:
                name = t("{field}: {value}", field=caption, value=clipped(text))
                value = ValueChoice(text, name)
                group.addButton(value.radio)
                value.radio.clicked.connect(self._tell)
                radios[side] = value.radio
                self._grid.addWidget(value, line, column, top)
        radios[before if before in radios else choice.suggested].setChecked(True)
        return row + (2 if Side.BOTH in choice.allowed else 1)

    def _words(self, choice: FieldChoice, value: object) -> str:
        text = value_text(self._kit, specs_of(Organisation)[choice.field], value, _NO_NAMES)
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit()


def _same_last(choice: FieldChoice) -> bool:
    return not choice.differs


def _lowered(label: Label) -> Label:
    """Put a label on the line of the radio buttons beside it."""
    label.setContentsMargins(0, 2, 0, 2)
    return label
