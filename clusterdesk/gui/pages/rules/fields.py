"""The parameters of the rules as fields, a block for each indicator."""

import re
from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.postcodes import read_postcodes
from clusterdesk.domain.records.results import EvidenceLevel
from clusterdesk.domain.strategy.rule_form import (
    UNITS,
    VALIDATION_TOLD,
    VALIDATIONS,
    FieldKind,
    RuleField,
    RuleGroup,
)
from clusterdesk.gui.entry.reading import Reading
from clusterdesk.gui.forms.special_fields import InlineWhole
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.rules.reading import RulesForm
from clusterdesk.gui.widgets.fields.choice import InlineChoice, InlineMultiChoice, Option
from clusterdesk.gui.widgets.fields.inline import InlineField
from clusterdesk.gui.widgets.fields.line import InlineNumber, InlineText
from clusterdesk.gui.widgets.label import Label

_BETWEEN = re.compile(r"\s*[,;]\s*")
_COLUMNS = 2
_NO_POSTCODES = N_("“{text}” is no postcode and no range of postcodes: write 1000-1299, 1930.")


class PostcodeRanges(InlineText):
    """Postcodes and ranges of them: "1000-1299, 1930"."""

    def read(self, text: str) -> Reading[str]:
        """Keep the text where each part is one."""
        try:
            read_postcodes(text)
        except KnownError as error:
            return Reading(None, Problem("postcodes", _NO_POSTCODES, error.params))
        return super().read(text)


class RuleFields(QWidget):
    """All parameters.

    Signals:
        changed: a parameter was given another value.
    """

    changed = Signal()

    def __init__(self, kit: Kit, form: RulesForm, parent: QWidget | None = None) -> None:
        """Show the newest rules."""
        super().__init__(parent)
        self.kit, self._form = kit, form
        self._before: dict[tuple[str, str], object] = {}
        self.fields: dict[tuple[str, str], InlineField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for group in form.groups:
            column.addWidget(self._block(group))

    @property
    def settled(self) -> bool:
        """Tell whether no field shows a problem."""
        return not any(one.problem for one in self.fields.values())

    def changes(self) -> Mapping[tuple[str, str], object]:
        """Return what differs from the newest rules, by table and key."""
        now = {place: _value(field) for place, field in self.fields.items()}
        return {place: value for place, value in now.items() if value != self._before[place]}

    def _block(self, group: RuleGroup) -> QWidget:
        t = self.kit.t
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        name = t("For all indicators") if group.indicator is None else group.indicator.name_in(t.language)
        grid.addWidget(Label(name, "strong", wrap=True), 0, 0, 1, _COLUMNS)
        for number, one in enumerate(group.fields):
            field = self._field(one)
            field.committed.connect(self._changed)
            self.fields[one.table, one.key] = field
            self._before[one.table, one.key] = _value(field)
            grid.addWidget(field, 1 + number // _COLUMNS, number % _COLUMNS)
        if group.indicator is None:
            told = "\n".join(t(words) for words in VALIDATION_TOLD.values())
            grid.addWidget(Label(told, "small", wrap=True), grid.rowCount(), 0, 1, _COLUMNS)
        for place in range(_COLUMNS):
            grid.setColumnStretch(place, 1)
        return block

    def _field(self, one: RuleField) -> InlineField:
        t, label, value = self.kit.t, self.kit.t(one.label), one.value
        match one.kind:
            case FieldKind.WHOLE:
                whole = InlineWhole(self.kit, label, required=not one.optional)
                whole.set_value(None if value is None else int(str(value)))
                if one.optional:
                    whole.set_placeholder(t("Not limited") if one.key == "days_before_end" else t("As for all"))
                return _framed(whole)
            case FieldKind.DECIMAL:
                number = InlineNumber(self.kit, label, required=True)
                number.set_value(Decimal(str(value)))
                return _framed(number)
            case FieldKind.POSTCODES:
                text = PostcodeRanges(self.kit, label, required=True)
                text.set_value(str(value))
                return _framed(text)
            case FieldKind.CHAINS:
                several = InlineMultiChoice(self.kit, label, [Option(*chain) for chain in self._form.chains])
                several.set_value(value if isinstance(value, tuple) else ())
                return several
            case FieldKind.TRUTH:
                options = [Option(True, t("Yes")), Option(False, t("No"))]
            case FieldKind.UNIT:
                options = [Option(unit, t(words)) for unit, words in UNITS.items()]
            case FieldKind.VALIDATION:
                options = [Option(kind, t(words)) for kind, words in VALIDATIONS.items()]
            case FieldKind.EVIDENCE:
                options = [Option(level, t(choice_label(level))) for level in EvidenceLevel]
        if one.optional:
            options.insert(0, Option(None, t("As for all")))
        choice = InlineChoice(self.kit, label, options)
        choice.box.setProperty("role", "input")
        choice.set_value(value)
        return choice

    @Slot(object)
    def _changed(self, _value: object) -> None:
        self.changed.emit()


def _framed[F: InlineWhole | InlineNumber | InlineText](field: F) -> F:
    field.edit.setProperty("role", "input")
    return field


def _value(field: InlineField) -> object:
    """Return what a field holds, as the rules want it."""
    if isinstance(field, InlineText):
        return tuple(part for part in _BETWEEN.split((field.value or "").strip()) if part)
    if isinstance(field, InlineWhole | InlineNumber | InlineChoice | InlineMultiChoice):
        return field.value
    raise TypeError(field)
