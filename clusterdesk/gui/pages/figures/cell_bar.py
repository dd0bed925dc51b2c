"""What there is to say of the current figure: source, precision, who sees it, a note; changed in place."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choices_of
from clusterdesk.domain.figures.cells import FigureCell, StaffCell
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.figures import FigureSource, Precision
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.figures.grid_model import Entered
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import InlineText


class CellBar(QWidget):
    """The fields of a cell; empty cells have none.

    Signals:
        changed: what was changed: the name of the field, its value.
        drafted: the note as it is being typed; "" where it was given up.
    """

    changed = Signal(str, object)
    drafted = Signal(str)

    def __init__(self, kit: Kit) -> None:
        """Make the fields."""
        super().__init__()
        t = kit.t
        self._place: object = None
        self.source = InlineChoice(kit, t("Source"), _options(kit, FigureSource))
        self.precision = InlineChoice(kit, t("Precision"), _options(kit, Precision))
        self.visibility = InlineChoice(kit, t("Visibility"), _options(kit, Visibility))
        self.remark = InlineText(kit, t("Note on this figure"), longest=1000)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for field, stretch in ((self.source, 2), (self.precision, 2), (self.visibility, 2), (self.remark, 5)):
            row.addWidget(field, stretch)
        self.source.committed.connect(self._source)
        self.precision.committed.connect(self._precision)
        self.visibility.committed.connect(self._visibility)
        self.remark.committed.connect(self._remark)
        self.remark.drafted.connect(self.drafted)
        self.remark.reverted.connect(self._give_up)
        self.show_cell(None, locked=False)

    def show_cell(self, entered: Entered | None, *, locked: bool) -> None:
        """Show what a cell says of itself."""
        shown = entered if entered is not None and _amount(entered) is not None else None
        figure = shown if isinstance(shown, FigureCell) else None
        self.setEnabled(shown is not None and not locked)
        self.source.load(shown.source if shown is not None else None)
        self.precision.load(shown.precision if shown is not None else None)
        self.visibility.load(figure.visibility if figure is not None else None)
        self._show_note(figure.remark if figure is not None else "", figure.place if figure is not None else None)
        self.source.setEnabled(shown is not None)
        self.precision.setEnabled(shown is not None)
        self.visibility.setEnabled(figure is not None)
        self.remark.setEnabled(figure is not None)

    def show_period(self, period: str, remark: str | None) -> None:
        """Show the note of a whole period; ``None`` for nothing at all."""
        self.setEnabled(remark is not None)
        for field in (self.source, self.precision, self.visibility):
            field.load(None)
            field.setEnabled(False)
        self.remark.setEnabled(remark is not None)
        self._show_note(remark or "", period)

    def _show_note(self, text: str, place: object) -> None:
        """Show a note; what is being typed stays while one stands on the same figure."""
        if place == self._place:
            self.remark.set_value(text)
        else:
            self._place = place
            self.remark.load(text)

    @Slot()
    def _give_up(self) -> None:
        self.drafted.emit("")

    @Slot(object)
    def _source(self, value: object) -> None:
        self.changed.emit("source", value)

    @Slot(object)
    def _precision(self, value: object) -> None:
        self.changed.emit("precision", value)

    @Slot(object)
    def _visibility(self, value: object) -> None:
        self.changed.emit("visibility", value)

    @Slot(object)
    def _remark(self, value: object) -> None:
        self.changed.emit("remark", value)


def _amount(entered: Entered) -> object:
    return entered.fte if isinstance(entered, StaffCell) else entered.amount


def _options(kit: Kit, kind: type[FigureSource] | type[Precision] | type[Visibility]) -> list[Option]:
    return [Option(member, kit.t(label)) for member, label in choices_of(kind).items()]
