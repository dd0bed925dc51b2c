"""A form over one record: a field for each name, made from the description of the record's fields."""

from collections.abc import Mapping, Sequence
from itertools import permutations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from clusterdesk.domain.choice_labels import choices_of
from clusterdesk.domain.field_rules import COUNTRY, OPTIONAL_COUNTRY
from clusterdesk.domain.fields import FieldSpec, Kind
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.gui.binding import RecordFields, Saver
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.language_names import LANGUAGES
from clusterdesk.gui.forms.special_fields import (
    GrowingNote,
    InlineEnterpriseNumber,
    InlineEstablishmentNumber,
    InlineHour,
    InlineMinutes,
    InlineWhole,
    OptionalText,
    OrganisationField,
)
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.countries import InlineCountries, InlineCountry
from clusterdesk.gui.widgets.fields.day import InlineDate
from clusterdesk.gui.widgets.fields.inline import InlineField
from clusterdesk.gui.widgets.fields.line import InlineNumber, InlinePartialDate, InlineText

_LONGEST = 1000


class RecordForm(QWidget):
    """Fields of one record in rows of one or two; edited in place, saved on leaving."""

    def __init__(
        self,
        context: Context,
        type_key: str,
        rows: Sequence[tuple[str, ...]],
        options: Mapping[str, Sequence[Option]] | None = None,
        required: Sequence[str] = (),
        savers: Mapping[str, Saver] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the fields named in ``rows``.

        ``options`` are the answers of fields that point to other records, ``required`` may not become empty,
        ``savers`` are services of fields with more to check.
        """
        super().__init__(parent)
        self.fields = RecordFields(context, type_key, self)
        self._options = options or {}
        self._required = required
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        most = max(len(row) for row in rows)
        for column in range(most):
            grid.setColumnStretch(column, 1)
        for line, names in enumerate(rows):
            for column, name in enumerate(names):
                spec = RECORD_TYPES[type_key].fields[name]
                field = self.fields.bind(name, self._field(context, spec), (savers or {}).get(name))
                span = most if len(names) == 1 else 1
                # Side by side they keep in line, also where one of them has more to say.
                top = Qt.AlignmentFlag.AlignTop if len(names) > 1 else Qt.AlignmentFlag(0)
                grid.addWidget(field, line, column, 1, span, top)

    def show_record(self, record: Record) -> None:
        """Show a record; typed text stays."""
        self.fields.show(record)

    def field(self, name: str) -> InlineField:
        """Return one field."""
        return self.fields.field(name)

    def offer(self, name: str, options: Sequence[Option]) -> None:
        """Give a field that chooses the answers of now; any other field is left as it is."""
        field = self.field(name)
        if isinstance(field, InlineChoice):
            field.set_options(options)

    def _field(self, context: Context, spec: FieldSpec) -> InlineField:
        options = self._options.get(spec.name, ())
        if spec.refers_to == "organisation" and not options:
            return OrganisationField(context, context.kit.t(spec.label))
        return make_field(context.kit, spec, options, required=spec.name in self._required)


def make_field(kit: Kit, spec: FieldSpec, options: Sequence[Option] = (), *, required: bool = False) -> InlineField:
    """Return the field that edits such a value in place; ``options`` replace the answers of the description."""
    caption = kit.t(spec.label)
    if options:
        return InlineChoice(kit, caption, options)
    if spec.name == "language":
        return InlineChoice(kit, caption, language_options(kit))
    if spec.name == "languages":
        return InlineChoice(kit, caption, languages_options(kit))
    if spec.name == "enterprise_number":
        return InlineEnterpriseNumber(kit, caption)
    if spec.name == "establishment_number":
        return InlineEstablishmentNumber(kit, caption)
    if spec.choices is not None:
        return InlineChoice(kit, caption, choice_options(kit, spec))
    if spec.rule in (COUNTRY, OPTIONAL_COUNTRY):
        return InlineCountry(kit, caption, required=required or spec.rule is COUNTRY)
    if spec.name == "countries":
        return InlineCountries(kit, caption)
    return _plain_field(kit, spec, caption, required=required)


def _plain_field(kit: Kit, spec: FieldSpec, caption: str, *, required: bool) -> InlineField:
    required = required or not (spec.optional or spec.kind is Kind.TEXT)
    if spec.kind is Kind.NOTE:
        return GrowingNote(kit, caption)
    if spec.kind is Kind.DATE:
        return InlineDate(kit, caption, required=required)
    if spec.kind is Kind.DECIMAL:
        return InlineNumber(kit, caption, required=required)
    if spec.kind is Kind.PARTIAL_DATE:
        return InlinePartialDate(kit, caption, required=required)
    if spec.kind is Kind.TIME:
        return InlineHour(kit, caption)
    if spec.kind is Kind.INTEGER:
        return InlineMinutes(kit, caption) if spec.name == "minutes" else InlineWhole(kit, caption, required=required)
    if spec.kind is Kind.BOOLEAN:
        return InlineChoice(kit, caption, [Option(True, kit.t("Yes")), Option(False, kit.t("No"))])
    if spec.optional:
        return OptionalText(kit, caption, longest=_LONGEST)
    return InlineText(kit, caption, longest=_LONGEST, required=required)


def choice_options(kit: Kit, spec: FieldSpec) -> list[Option]:
    """Return the answers of a field with given choices."""
    assert spec.choices is not None
    found = [Option(member, kit.t(label)) for member, label in choices_of(spec.choices).items()]
    return [Option(None, "–"), *found] if spec.optional else found


def language_options(kit: Kit) -> list[Option]:
    """Return the languages of a person; "–" is not known."""
    return [Option(None, "–"), *(Option(key, kit.t(name)) for key, name in LANGUAGES.items())]


def languages_options(kit: Kit) -> list[Option]:
    """Return the languages of an organisation in every order: the first one is that of its documents."""
    orders = [order for size in range(1, len(LANGUAGES) + 1) for order in permutations(LANGUAGES, size)]
    names = [kit.formats.joined([kit.t(LANGUAGES[key]) for key in order]) for order in orders]
    return [Option((), "–"), *(Option(order, name) for order, name in zip(orders, names, strict=True))]
