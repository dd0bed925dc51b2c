"""The figures of the period that is due, in large fields beside the questions: turnover, charges, FTE."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.cells import GridCell
from clusterdesk.domain.records.figures import FigureLine
from clusterdesk.domain.views.figures import DueLedger
from clusterdesk.gui.context import Context
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.figures.due_model import FIRST, DueModel
from clusterdesk.gui.pages.figures.entry import FigureEntry
from clusterdesk.gui.pages.figures.jobs import ClosePeriods, DueFacts, ReadOfOrganisation
from clusterdesk.gui.pages.visit import keys
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.line_edit import LineEdit

_LABELS = {FigureLine.REVENUE: N_("Turnover"), FigureLine.TOTAL_COSTS: N_("Charges"), None: N_("FTE")}


class FigureField(QWidget):
    """A figure in a large line, what it was in the period before under it.

    Signals:
        typed: the text changes under the fingers (cell, text).
        given: a text was typed and left (cell, text).
    """

    typed = Signal(object, str)
    given = Signal(object, str)

    def __init__(self, kit: Kit, line: FigureLine | None) -> None:
        """Make an empty field."""
        super().__init__()
        self.line, self.cell, self._shown = line, GridCell(UUID(int=0), "", line), ""
        label = kit.t(_LABELS[line])
        self.edit = LineEdit()
        self.edit.setProperty("look", "large")
        self.edit.setAccessibleName(label)
        self.below = Label("", "small")
        caption = Label(label, "caption")
        caption.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (caption, self.edit, self.below):
            column.addWidget(widget)
        self.edit.textEdited.connect(self._type)
        self.edit.editingFinished.connect(self.give)

    def show_cell(self, cell: GridCell, text: str, below: str, *, locked: bool, problem: bool) -> None:
        """Show a figure; what is being typed stays."""
        if cell != self.cell or not (self.edit.hasFocus() and self.edit.text() != self._shown):
            self.edit.setText(text)
        self.cell, self._shown = cell, text
        self.edit.setReadOnly(locked)
        self.below.setText(below)
        self.below.set_role("problem" if problem else "small")

    @Slot()
    def give(self) -> None:
        """Hand over what was typed."""
        if not self.edit.isReadOnly() and self.edit.text() != self._shown:
            self._shown = self.edit.text()
            self.given.emit(self.cell, self._shown)

    @Slot(str)
    def _type(self, text: str) -> None:
        self.typed.emit(self.cell, text)


class FigureFields(QWidget):
    """The fields of one ledger; without one that is followed they take no room.

    Signals:
        kept: something typed is safe.
        found: whether there is a ledger to show (a boolean).
        opened: in little room, whether the fields stand in the place of the answer (a boolean).
    """

    kept = Signal()
    found = Signal(bool)
    opened = Signal(bool)

    def __init__(self, context: Context) -> None:
        """Make hidden fields."""
        super().__init__()
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self._asked: tuple[UUID, UUID | None] | None = None
        self.model = DueModel(self.kit, self)
        self.entry = FigureEntry(context, self.model, self)
        self.title = Label("", "strong")
        self.state = Label("", "muted", wrap=True)
        self.close_button = Button(self.kit, t("Close the period"), icon="lock")
        self.close_button.say_keys(keys.CLOSE_FIGURES)
        self.open_button = Button(self.kit, t("Enter the figures"), icon="table")
        self.open_button.say_keys(keys.FIGURES)
        self.open_button.hide()
        self._narrow = self._open = False
        self.fields = [FigureField(self.kit, line) for line in _LABELS]
        self._assemble()
        for field in self.fields:
            field.typed.connect(self.entry.typing)
            field.given.connect(self.entry.take)
        self.model.dataChanged.connect(self._show_row)
        self.entry.entered.connect(self.kept)
        self.entry.said.connect(self._say)
        self.close_button.clicked.connect(self.close_period)
        self.open_button.clicked.connect(self._toggle)
        self.hide()

    def show_organisation(self, organisation_id: UUID, project_id: UUID | None) -> None:
        """Read the ledger that a visit to an organisation is about."""
        self._asked = organisation_id, project_id
        self.context.desk.submit(ReadOfOrganisation(organisation_id), partial(self._show, self._asked), owner=self)

    def enter(self) -> None:
        """Hand over what is typed."""
        for field in self.fields:
            field.give()
        self.entry.keep_now()

    @Slot()
    def begin(self) -> None:
        """Go to the first figure that is missing."""
        if self.isVisible():
            self._set_open(True)
            empty = [one.edit for one in self.fields if not one.edit.text()]
            (empty or [self.fields[0].edit])[0].setFocus()

    def set_narrow(self, narrow: bool) -> None:
        """Show the fields only when they are asked for: there is no room for them and the answer."""
        self._narrow = narrow
        self._fold()

    def close_fields(self) -> None:
        """Give the room back to the answer, where it is needed."""
        self._set_open(False)

    @Slot()
    def close_period(self) -> None:
        """Close the period, or open it again."""
        self.enter()
        if self.model.rowCount():
            one = self.model.ledgers[0]
            closed = self.model.state(0).closed_on is None
            job = ClosePeriods(one.ledger_id, one.period, closed=closed)
            self.context.write(job, None, self._refused, owner=self)

    @Slot()
    def _toggle(self) -> None:
        if self._open:
            self.enter()
            self._set_open(False)
        else:
            self.begin()

    def _set_open(self, open_: bool) -> None:
        if open_ != self._open:
            self._open = open_
            self._fold()

    def _fold(self) -> None:
        shown = self._open or not self._narrow
        self._row.setVisible(shown)
        self.close_button.setVisible(shown)
        self.state.setVisible(shown)
        self.open_button.setVisible(self._narrow)
        t = self.kit.t
        self.open_button.set_text(t("Back to the answer") if self._open else t("Enter the figures"))
        self.opened.emit(self._narrow and self._open)

    def _show(self, asked: tuple[UUID, UUID | None], facts: DueFacts) -> None:
        if asked != self._asked:
            return
        ledger = _chosen(facts.ledgers, asked[1])
        self.setVisible(ledger is not None)
        self.found.emit(ledger is not None)
        if ledger is not None:
            self.model.show_ledgers([ledger], facts.typed)
            self._show_row()

    @Slot()
    def _show_row(self) -> None:
        if not self.model.rowCount():
            return
        one, t, formats = self.model.ledgers[0], self.kit.t, self.kit.formats
        self.title.setText(t("Figures of {period}", period=formats.partial(one.period)))
        state = self.model.state(0)
        for column, field in enumerate(self.fields, start=FIRST):
            cell = self.model.cell_at(0, column)
            assert cell is not None
            face, typed = self.model.face(0, column), self.model.typed.get(cell)
            problem = typed.problem if typed is not None else ""
            field.show_cell(
                cell,
                self.model.edit_text(cell),
                problem or face.below,
                locked=self.model.is_locked(cell),
                problem=bool(problem),
            )
        self.state.set_role("muted")
        self.state.setText(self._state_words(one, t))
        closed = state.closed_on is not None
        self.close_button.set_text(t("Open again") if closed else t("Close the period"))
        self.close_button.setEnabled(closed or state.can_be_closed)

    def _state_words(self, one: DueLedger, t: Translate) -> str:
        if self.model.state(0).closed_on is not None:
            return t("Closed: it counts.")
        return one.title if one.title != one.organisation else ""

    def _refused(self, error: BaseException) -> None:
        self._say(self.context.error_text(error), True)

    @Slot(str, bool)
    def _say(self, words: str, problem: bool) -> None:
        if words:
            self.state.set_role("problem" if problem else "muted")
            self.state.setText(words)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.state, 1)
        head.addStretch(0)
        head.addWidget(self.open_button)
        head.addWidget(self.close_button)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for field in self.fields:
            row.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._row)


def _chosen(ledgers: Sequence[DueLedger], project_id: UUID | None) -> DueLedger | None:
    """Return the ledger of the project, else one that lacks figures, else any."""
    of_project = [one for one in ledgers if project_id is not None and one.project_id == project_id]
    return min(of_project or ledgers, key=_complete, default=None)


def _complete(ledger: DueLedger) -> bool:
    return ledger.state.complete
