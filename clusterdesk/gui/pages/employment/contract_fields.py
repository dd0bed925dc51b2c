"""How many of a head count work under each kind of contract: a line for each kind of the list."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QWidget

from clusterdesk.domain.records.employment import ContractType, Headcount, HeadcountPart
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.special_fields import InlineWhole
from clusterdesk.gui.pages.employment.jobs import StaffSaver
from clusterdesk.gui.widgets.fields.line import InlineNumber
from clusterdesk.gui.widgets.label import Label

_FIELD_UNITS = 86


class ContractFields(QWidget):
    """FTE and persons by kind of contract; an empty line is no part."""

    def __init__(self, context: Context, headcount_id: UUID, kinds: Sequence[ContractType]) -> None:
        """Make a line for each kind."""
        super().__init__()
        self.context = context
        self._headcount_id = headcount_id
        self.lines: dict[UUID, RecordFields] = {}
        kit, t = context.kit, context.kit.t
        grid = QGridLayout(self)
        grid.setContentsMargins(7, 2, 0, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(Label(t("By kind of contract"), "caption"), 0, 0)
        for column, caption in ((1, t("FTE")), (2, t("Persons"))):
            head = Label(caption, "caption")
            head.setContentsMargins(7, 0, 0, 0)
            grid.addWidget(head, 0, column)
        for row, kind in enumerate(kinds, 1):
            name = kind.name_in(t.language)
            shown = name if kind.counts else t("{kind} (does not count)", kind=name)
            fields = self.lines[kind.id] = RecordFields(context, "headcount_part", self)
            fte = InlineNumber(kit, t("{kind}: FTE", kind=name))
            persons = InlineWhole(kit, t("{kind}: persons", kind=name))
            fields.bind("fte", fte, StaffSaver(headcount_id, kind.id, "fte"))
            fields.bind("persons", persons, StaffSaver(headcount_id, kind.id, "persons"))
            grid.addWidget(Label(shown, "" if kind.counts else "muted", wrap=True), row, 0)
            for column, field in ((1, fte), (2, persons)):
                field.hide_caption()
                field.set_placeholder("–")
                field.setFixedWidth(kit.theme.length(_FIELD_UNITS))
                grid.addWidget(field, row, column)

    def show_parts(self, record: Headcount, parts: Sequence[HeadcountPart]) -> None:
        """Show the parts of the head count; typed text stays."""
        known = {one.contract_type_id: one for one in parts}
        for kind_id, fields in self.lines.items():
            fields.show(known.get(kind_id) or _empty(record.id, kind_id))


def _empty(headcount_id: UUID, kind_id: UUID) -> HeadcountPart:
    """Return the part that is not there yet, under the id it will have."""
    ends = {"headcount_id": headcount_id, "contract_type_id": kind_id}
    return HeadcountPart(id=set_member_id("headcount_part", ends), headcount_id=headcount_id, contract_type_id=kind_id)
