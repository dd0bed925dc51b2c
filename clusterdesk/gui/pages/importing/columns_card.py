"""The columns of a list: title, three values, and the field each one goes to, correctable by hand."""

from itertools import islice

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from clusterdesk.exchange.importing.told_values import told_cell
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping, MappedColumn
from clusterdesk.exchange.mapping.opened_list import OpenedList
from clusterdesk.exchange.mapping.reason_column import is_reason
from clusterdesk.exchange.mapping.target import ImportKind, ImportTarget
from clusterdesk.exchange.reading.source import column_letters
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.card import Card, SectionHeader, clear_layout
from clusterdesk.gui.widgets.fields.choice import ChoiceBox
from clusterdesk.gui.widgets.label import Chip, ElidedLabel, Label
from clusterdesk.i18n.formats import Formats

SURE = 0.8  # from this confidence on a guess is not pointed at
_SAMPLES = 3
_LONG = 40
_LOOK_AT = 400


class FieldBox(ChoiceBox):
    """The field one column goes to. All boxes share one list of fields: a list may have 500 columns.

    Signals:
        picked: the index of the column and the key of the field (None: no field).
    """

    picked = Signal(int, object)

    def __init__(self, fields: QStandardItemModel, column: MappedColumn, name: str) -> None:
        """Show the field of a column; ``name`` is what screen readers say."""
        super().__init__()
        self._column = column.column
        self.setModel(fields)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choose(column.field)
        self.activated.connect(self._tell)

    @Slot(int)
    def _tell(self, _index: int) -> None:
        self.picked.emit(self._column, self.currentData())


class ColumnsCard(Card):
    """The table of columns.

    Signals:
        corrected: the ColumnMapping as changed by hand.
    """

    corrected = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(spacing=6, parent=parent)
        self._kit = kit
        t = kit.t
        self._mapping: ColumnMapping | None = None
        self._model: QStandardItemModel | None = None
        self.boxes: dict[int, FieldBox] = {}
        self._states: dict[int, Chip] = {}
        self.heading = SectionHeader(t("Which column goes where"), wrap=True)
        self.lacking = Label("", "problem", wrap=True)
        self._grid_host = QWidget()
        self._grid = QGridLayout(self._grid_host)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        for place, stretch in ((1, 28), (2, 40), (3, 32)):
            self._grid.setColumnStretch(place, stretch)
        self.add(self.heading, self.lacking, self._grid_host)

    @property
    def mapping(self) -> ColumnMapping | None:
        """The mapping as it is now."""
        return self._mapping

    def show_opened(self, opened: OpenedList) -> None:
        """Show the columns of a list, with their fields as guessed."""
        clear_layout(self._grid)
        self.boxes, self._states = {}, {}
        if self._model is not None:
            self._model.deleteLater()
        self._model = self._fields(opened.mapping.target)
        t = self._kit.t
        for place, words in ((1, t("Column of the list")), (2, t("For example")), (3, t("Goes to"))):
            self._grid.addWidget(Label(words, "caption"), 0, place)
        shown = [column for column in opened.mapping.columns if not is_reason(column.header)]
        for line, column in enumerate(shown, start=1):
            self._line(line, column, _samples(opened, column.column, self._kit.formats))
        self.show_mapping(opened.mapping)

    def show_mapping(self, mapping: ColumnMapping) -> None:
        """Show the fields of the same columns anew."""
        self._mapping = mapping
        t = self._kit.t
        for column in mapping.columns:
            box = self.boxes.get(column.column)
            if box is not None:
                box.choose(column.field)
                unsure = column.field is not None and column.confidence < SURE
                self._states[column.column].setVisible(unsure)
        mapped = sum(column.field is not None for column in mapping.columns if column.column in self.boxes)
        self.heading.set_note(t("{count} of {total} recognised", count=mapped, total=len(self.boxes)))
        lacking = _lacking(mapping, self._kit)
        self.lacking.setText(lacking)
        self.lacking.setVisible(bool(lacking))

    def _line(self, line: int, column: MappedColumn, samples: str) -> None:
        t = self._kit.t
        letters = column_letters(column.column)
        title = ElidedLabel(column.header or letters, "strong")
        values = ElidedLabel(samples, "muted")
        assert self._model is not None
        box = FieldBox(self._model, column, t("Field of the column “{column}”", column=column.header or letters))
        box.picked.connect(self._correct)
        state = Chip(t("to be checked"), Tone.INFO)
        self.boxes[column.column], self._states[column.column] = box, state
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(Label(letters, "small"), line, 0, middle)
        self._grid.addWidget(title, line, 1, middle)
        self._grid.addWidget(values, line, 2, middle)
        self._grid.addWidget(box, line, 3, middle)
        self._grid.addWidget(state, line, 4, middle | Qt.AlignmentFlag.AlignLeft)

    def _fields(self, target: ImportTarget) -> QStandardItemModel:
        t = self._kit.t
        model = QStandardItemModel(self)
        # Only the page of an organisation, and the remark of a team, have a place for what a list says besides.
        kept = target.kind in (ImportKind.ORGANISATIONS, ImportKind.HUB_TEAMS)
        none = t("– kept as a note") if kept else t("– left out")
        for key, words in [(None, none), *((field.key, t(field.label)) for field in target.fields)]:
            item = QStandardItem(words)
            item.setData(key, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        return model

    @Slot(int, object)
    def _correct(self, column: int, field: str | None) -> None:
        if self._mapping is None:
            return
        self.show_mapping(self._mapping.with_field(column, field))
        self.corrected.emit(self._mapping)


def _samples(opened: OpenedList, column: int, formats: Formats) -> str:
    """Return the first three different values of a column."""
    first = opened.layout.first_line - 1
    rows = islice(opened.source.rows, first, first + _LOOK_AT)
    texts = (
        " ".join(told_cell(row[column], formats).split())[:_LONG]
        for row in rows
        if column < len(row) and row[column] != ""
    )
    return " · ".join(islice(dict.fromkeys(text for text in texts if text), _SAMPLES))


def _lacking(mapping: ColumnMapping, kit: Kit) -> str:
    """Say what no column gives although every row needs it; "" when all is there."""
    given = {column.field for column in mapping.columns}
    for need in mapping.target.needs:
        if given.isdisjoint(need.any_of):
            fields = [kit.t(field.label) for field in mapping.target.fields if field.key in need.any_of]
            return kit.t("No column gives what every row needs: {fields}.", fields=kit.formats.joined(fields))
    return ""
