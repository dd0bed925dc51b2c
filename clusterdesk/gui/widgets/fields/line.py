"""One-line fields: text, date, partial date, money, number."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.gui.entry.reading import Reading, read_amount, read_date, read_partial_date
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.fields.inline import InlineField, in_menu, left_to_window
from clusterdesk.gui.widgets.line_edit import PlainLine

LONGEST_LINE = 65_536
_TOO_LONG = N_("Too long by {n} characters: {most} at most. Nothing was cut; shorten the text to save it.")
_CUT = N_("Only the first {most} characters fit here; the rest of what you pasted was not taken.")
_REQUIRED = N_("This may not be empty.")


class LineField[V](InlineField):
    """A field whose value is typed on one line; subclasses read and write the value."""

    def __init__(self, kit: Kit, caption: str, *, required: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty field; a ``required`` one refuses to become empty."""
        super().__init__(kit, caption, parent)
        self._value: V | None = None
        self._before: V | None = None
        self._required = required
        self._dirty = False
        self.edit = PlainLine()
        self.edit.setProperty("role", "inline")
        self.edit.setMaxLength(LONGEST_LINE)
        self.edit.textEdited.connect(self._typing)
        self.edit.inputRejected.connect(self._rejected)
        self.edit.returnPressed.connect(self.commit)
        self.edit.installEventFilter(self)
        self.set_editor(self.edit, row=self.make_row(self.edit))

    @property
    def value(self) -> V | None:
        """The last value set or committed."""
        return self._value

    @property
    def dirty(self) -> bool:
        """Whether there is typed text that is not committed."""
        return self._dirty

    def set_value(self, value: V | None) -> None:
        """Show a value from the store; text being typed stays, Esc then gives the new value."""
        self._value = value
        if self._dirty and self.problem and self.read(self.edit.text()) == Reading(value):
            self.revert()  # what was refused has come about in another way
        if not self._dirty:
            self._show()

    def load(self, value: V | None) -> None:
        """Show the value of another record."""
        self._dirty = False
        super().load(value)

    def set_read_only(self, read_only: bool) -> None:
        """Only show the value."""
        self.edit.setReadOnly(read_only)

    def set_placeholder(self, text: str) -> None:
        """Say in grey what belongs here."""
        self.edit.setPlaceholderText(text)

    def restore_draft(self, text: str) -> None:
        """Bring typed text back that was not saved (after a crash); it counts as being typed."""
        self._dirty = True
        self.edit.setText(text)

    def draft_text(self) -> str:
        """Return the text as typed."""
        return self.edit.text()

    @Slot()
    def commit(self) -> bool:
        """Read the typed text and tell ``committed``; False when it cannot be read (the problem is shown)."""
        if not self._dirty:
            self._show()
            return True
        reading = self.read(self.edit.text())
        problem = reading.problem
        if problem is None and self._required and reading.value in (None, ""):
            problem = Problem("required", _REQUIRED)
        if problem is not None:
            self.tell(problem)
            return False
        self.stop_draft()
        self._dirty = False
        self.show_problem("")
        self._before, old = self._value, self._value
        self._value = reading.value
        self._show()
        if reading.value == old:
            self.reverted.emit()
        else:
            self.committed.emit(reading.value)
        return True

    def revert(self) -> None:
        """Give the old value back (Esc)."""
        self.stop_draft()
        self._dirty = False
        self.show_problem("")
        self._show()
        self.reverted.emit()

    def not_saved(self, problem: str) -> None:
        """The store refused: the typed value stays to be corrected, Esc gives the old one."""
        self._value, self._dirty = self._before, True
        super().not_saved(problem)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give back the old value on Esc; show the plain form while the field has the focus."""
        if left_to_window(event):
            event.ignore()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self._dirty:
                self.revert()
                return True
        elif event.type() == QEvent.Type.FocusIn and not self._dirty:
            self.edit.setText(self.write(self._value, editing=True))
        elif isinstance(event, QFocusEvent) and event.lostFocus() and not in_menu(event):
            self.commit()
        return super().eventFilter(watched, event)

    def make_row(self, edit: QLineEdit) -> QWidget | None:
        """Return the widget that holds the editor when there is more than the editor."""
        return None

    def read(self, text: str) -> Reading[V]:
        """Read the typed text."""
        raise NotImplementedError

    def write(self, value: V | None, *, editing: bool) -> str:
        """Return a value's text; ``editing``: the plain form to type in."""
        raise NotImplementedError

    def _show(self) -> None:
        text = self.write(self._value, editing=self.edit.hasFocus())
        if text != self.edit.text():
            self.edit.setText(text)
        self.edit.setCursorPosition(0 if not self.edit.hasFocus() else len(text))

    @Slot(str)
    def _typing(self, _text: str) -> None:
        self._dirty = True
        if self.problem:
            self.show_problem("")
        self.typed()

    @Slot()
    def _rejected(self) -> None:
        self.tell(Problem("cut", _CUT, {"most": self.kit.formats.number(self.edit.maxLength())}))


class InlineText(LineField[str]):
    """A line of plain text; spaces at both ends are dropped on commit."""

    keeps_drafts = True

    def __init__(
        self, kit: Kit, caption: str, *, longest: int = 200, required: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make a field for at most ``longest`` characters; longer text is refused with a message, never cut."""
        self._longest = longest
        super().__init__(kit, caption, required=required, parent=parent)
        self.set_placeholder(kit.t("Fill in…"))

    def read(self, text: str) -> Reading[str]:
        """Return the trimmed text, or the problem of its length."""
        trimmed = text.strip()
        over = len(trimmed) - self._longest
        if over > 0:
            most = self.kit.formats.number(self._longest)
            return Reading(None, Problem("too_long", _TOO_LONG, {"n": self.kit.formats.number(over), "most": most}))
        return Reading(trimmed)

    def write(self, value: str | None, *, editing: bool) -> str:
        """Return the text itself."""
        return value or ""


class InlinePartialDate(LineField[PartialDate]):
    """A date known to the day, the month or the year ("2024", "01/2024", "9/1/2024")."""

    def __init__(self, kit: Kit, caption: str, *, required: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(kit, caption, required=required, parent=parent)
        self.set_placeholder(kit.t("dd/mm/yyyy, mm/yyyy or yyyy"))

    def read(self, text: str) -> Reading[PartialDate]:
        """Read the date."""
        return read_partial_date(text, self.kit.clock.today())

    def write(self, value: PartialDate | None, *, editing: bool) -> str:
        """Return the date as far as it is known."""
        if value is None:
            return ""
        if editing and value.month is not None and value.day is None:
            return f"{value.month:02}/{value.year}"
        return self.kit.formats.partial(value)


class InlineMoney(LineField[Decimal]):
    """An amount; shown with its currency, typed plainly; "40k" is understood."""

    def __init__(
        self, kit: Kit, caption: str, *, currency: str = "EUR", required: bool = False, parent: QWidget | None = None
    ) -> None:
        """Make an empty field in a currency (ISO code)."""
        self._currency = currency
        super().__init__(kit, caption, required=required, parent=parent)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.set_placeholder(kit.t("Amount"))

    def read(self, text: str) -> Reading[Decimal]:
        """Read the amount; one that can be read in two ways is refused."""
        return read_amount(text)

    def write(self, value: Decimal | None, *, editing: bool) -> str:
        """Return "48 200,00 €", or "48200,00" while typing."""
        if value is None:
            return ""
        if editing:
            return f"{value:f}".replace(".", ",")
        return self.kit.formats.money(value, self._currency)


class InlineNumber(LineField[Decimal]):
    """A number that is no money, or whose currency stands elsewhere: a target, a share, a quantity."""

    def __init__(self, kit: Kit, caption: str, *, required: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(kit, caption, required=required, parent=parent)
        self.set_placeholder(kit.t("In figures"))

    def read(self, text: str) -> Reading[Decimal]:
        """Read the number; one that can be read in two ways is refused."""
        return read_amount(text)

    def write(self, value: Decimal | None, *, editing: bool) -> str:
        """Return "1 250,5"; "1250,5" while typing."""
        if value is None:
            return ""
        return f"{value:f}".replace(".", ",") if editing else self.kit.formats.number(value)


class InlineDay(LineField[date]):
    """A whole date, typed; ``InlineDate`` adds the calendar."""

    def __init__(self, kit: Kit, caption: str, *, required: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(kit, caption, required=required, parent=parent)
        self.set_placeholder(kit.t("dd/mm/yyyy"))

    def read(self, text: str) -> Reading[date]:
        """Read the date; "demain", "+7", "ven", "23/11" too."""
        return read_date(text, self.kit.clock.today())

    def write(self, value: date | None, *, editing: bool) -> str:
        """Return dd/mm/yyyy; while not typing, a date of this year has its weekday instead of the year."""
        if value is None:
            return ""
        this_year = value.year == self.kit.clock.today().year
        return self.kit.formats.weekday_date(value) if this_year and not editing else self.kit.formats.date(value)
