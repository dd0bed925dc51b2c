"""Countries, typed in any of the three languages with completion: one on a line, or several as chips."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.gui.entry.reading import Reading
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.fields.inline import InlineField, in_menu
from clusterdesk.gui.widgets.fields.line import LineField
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Chip
from clusterdesk.gui.widgets.line_edit import PlainLine
from clusterdesk.i18n.countries import (
    country_code,
    country_code_at_start,
    country_name,
    fold_name,
    in_order,
    matching_countries,
)
from clusterdesk.i18n.country_words import read_countries

_UNKNOWN = N_("“{text}” is not a country known here: pick one from the list.")
_MOST_OFFERED = 12


@dataclass(frozen=True, slots=True)
class CountrySet:
    """A group of countries to choose at once: its name, the other names it goes by, and its codes."""

    name: str
    codes: tuple[str, ...]
    also: tuple[str, ...] = ()


class CountryCompleter(QCompleter):
    """Offers the countries, and groups of them, that the begun words may mean, in any language.

    Signals:
        picked: the name chosen from the list.
    """

    picked = Signal(str)

    def __init__(self, kit: Kit, edit: QLineEdit) -> None:
        """Complete what is typed into a line."""
        super().__init__(edit)
        self.kit = kit
        self.sets: Sequence[CountrySet] = ()
        self._names = QStringListModel(self)
        self.setModel(self._names)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_MOST_OFFERED)
        popup = QListView()
        popup.setProperty("role", "options")
        self.setPopup(popup)
        edit.setCompleter(self)
        edit.textEdited.connect(self._offer)
        # Queued: the line takes the name first, and would bring it back after we cleared it.
        self.activated.connect(self.picked, Qt.ConnectionType.QueuedConnection)

    def offered(self) -> list[str]:
        """Return the names offered now."""
        return self._names.stringList()

    def set_words(self, one: CountrySet) -> str:
        """Return how a group is offered: "Maghreb (3 countries)"."""
        return self.kit.t.n("{name} ({n} country)", "{name} ({n} countries)", n=len(one.codes), name=one.name)

    @Slot(str)
    def _offer(self, typed: str) -> None:
        wanted = fold_name(typed)
        sets = [one for one in self.sets if wanted and _begins(wanted, (one.name, *one.also))]
        found = [one.name for one in matching_countries(typed, self.kit.t.language)]
        self._names.setStringList([*(self.set_words(one) for one in sets), *found][:_MOST_OFFERED])


class InlineCountry(LineField[str]):
    """One country, shown by its name; empty text means none. Its value is the two letters."""

    def __init__(self, kit: Kit, caption: str, *, required: bool = False, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(kit, caption, required=required, parent=parent)
        self.completer = CountryCompleter(kit, self.edit)
        self.completer.picked.connect(self._picked)
        self.set_placeholder(kit.t("Country"))

    def read(self, text: str) -> Reading[str]:
        """Read the country, in any language."""
        if not text.strip():
            return Reading("")
        found = country_code(text) or country_code_at_start(text) or _only(self.completer.offered())
        return Reading(found) if found else Reading(None, Problem("unknown_country", _UNKNOWN, {"text": text.strip()}))

    def write(self, value: str | None, *, editing: bool) -> str:
        """Return the name."""
        return country_name(value, self.kit.t.language) if value else ""

    @Slot(str)
    def _picked(self, _name: str) -> None:
        self._dirty = True
        self.commit()


class InlineCountries(InlineField):
    """Several countries as chips; the line adds one, a group, or a pasted list; a cross takes one off.

    Its value is the codes, in the order of their names.
    """

    def __init__(self, kit: Kit, caption: str, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(kit, caption, parent)
        self._value: tuple[str, ...] = ()
        self._sets: Sequence[CountrySet] = ()
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(7, 2, 0, 0)
        column.setSpacing(4)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self.line = PlainLine()
        self.line.setProperty("role", "input")
        self.line.setMaxLength(1000)
        self.completer = CountryCompleter(kit, self.line)
        self.line.returnPressed.connect(self.commit)
        self.line.textEdited.connect(self._typing)
        self.line.installEventFilter(self)
        self.completer.picked.connect(self._picked)
        column.addWidget(self._chips)
        column.addWidget(self.line)
        self.set_editor(self.line, row=row)
        self._fill()

    @property
    def value(self) -> tuple[str, ...]:
        """The codes chosen."""
        return self._value

    def set_groups(self, sets: Sequence[CountrySet]) -> None:
        """Offer groups of countries as well."""
        self._sets = sets
        self.completer.sets = sets
        self._say_hint()

    def set_value(self, value: Iterable[str]) -> None:
        """Show the countries from the store; text being typed stays."""
        self._value = in_order(tuple(value), self.kit.t.language)
        self._fill()

    def draft_text(self) -> str:
        """Return the names shown (chips have no drafts)."""
        return self.kit.formats.joined([country_name(code, self.kit.t.language) for code in self._value])

    @Slot()
    def commit(self) -> bool:
        """Add what is typed; False when something of it is no country (it stays in the line, with the problem)."""
        typed = self.line.text().strip()
        if not typed:
            return True
        names = {name: one.codes for one in self._sets for name in (one.name, *one.also, self.completer.set_words(one))}
        found = read_countries(typed, names)
        codes, unknown = found.codes, found.unknown
        offered = self.completer.offered()
        if not codes and len(unknown) == len(offered) == 1:  # "benel": the only one that it begins, country or group
            found = read_countries(offered[0], names)
            codes, unknown = found.codes, found.unknown
        self.line.setText(", ".join(unknown))
        self._add(codes)
        if unknown:
            self.tell(Problem("unknown_country", _UNKNOWN, {"text": ", ".join(unknown)}))
        return not unknown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add on leaving; give up on Esc; take the last one off with Backspace in the empty line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.line.text():
                self.line.clear()
                self.show_problem("")
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._value:
                self._change(self._value[:-1])
                return True
        elif isinstance(event, QFocusEvent) and event.lostFocus() and not in_menu(event):
            self.commit()
        return super().eventFilter(watched, event)

    def _add(self, codes: tuple[str, ...]) -> None:
        if codes:
            self._change(in_order((*self._value, *codes), self.kit.t.language))

    def _change(self, codes: tuple[str, ...]) -> None:
        self.show_problem("")
        if codes != self._value:
            self._value = codes
            self._fill()
            self.committed.emit(codes)

    def _fill(self) -> None:
        clear_layout(self._flow)
        for code in self._value:
            self._flow.addWidget(self._chip(code))
        self._chips.setVisible(bool(self._value))
        self._chips.updateGeometry()
        self._say_hint()

    def _say_hint(self) -> None:
        t = self.kit.t
        self.line.setPlaceholderText(t("Add a country or a group…") if self._sets else t("Add a country…"))
        # What is chosen is read out with the line: the chips are no stops of the keyboard.
        self.line.setAccessibleDescription(self.draft_text())

    def _chip(self, code: str) -> QWidget:
        name = country_name(code, self.kit.t.language)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        cross = IconButton(self.kit, "x", self.kit.t("Take the country off: {name}", name=name))
        cross.setObjectName(code)
        cross.clicked.connect(self._take_off)
        row.addWidget(Chip(name))
        row.addWidget(cross)
        return holder

    @Slot()
    def _take_off(self) -> None:
        cross = self.sender()
        if cross is not None:
            self._change(tuple(code for code in self._value if code != cross.objectName()))

    @Slot(str)
    def _typing(self, _text: str) -> None:
        if self.problem:
            self.show_problem("")

    @Slot(str)
    def _picked(self, name: str) -> None:
        self.line.setText(name)
        self.commit()


def _begins(wanted: str, names: Iterable[str]) -> bool:
    return any(f" {wanted}" in f" {fold_name(name)}" for name in names)


def _only(offered: Sequence[str]) -> str | None:
    """Return the code of the only country offered."""
    return country_code(offered[0]) if len(offered) == 1 else None
