"""The ledgers of an organisation: what is due and when, currency, rate of VAT, and the lines of their own."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.figures import OpenLedger
from clusterdesk.domain.records.figures import Ledger
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.figures.own_lines import OwnLinesCard
from clusterdesk.gui.widgets.fields.choice import Option

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.op_changes import OpResult
    from clusterdesk.domain.records.base import Record

_FIELDS = (("name", "project_id"), ("cadence", "starts_on"), ("currency", "vat_rate"), ("seasonal",))


class LedgersCard(PartsCard):
    """The card.

    Signals:
        opened: a ledger was opened (its id).
    """

    opened = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        super().__init__(
            context,
            t("Ledgers of figures"),
            t("No figures are followed yet. A ledger says what is due, how often, and in which currency."),
            add=t("Follow the figures"),
        )
        self.organisation_id: UUID | None = None
        self.projects: Sequence[Option] = ()

    def make_row(self, part: LedgerView) -> PartRow:
        """Return the row of a ledger."""
        return LedgerRow(self.context, part, self.projects)

    def key_of(self, part: LedgerView) -> UUID:
        """Return the ledger's id."""
        return part.ledger.id

    @Slot()
    def begin_adding(self) -> None:
        """Open a ledger, monthly and from this year on; its row opens to say more."""
        if self.organisation_id is not None:
            start = date(self.kit.clock.today().year, 1, 1)
            command = OpenLedger(organisation_id=self.organisation_id, starts_on=start)
            self.context.write(partial(_open, command), self._added, toast=self.kit.t("The figures are followed."))

    def _added(self, ledger: Ledger) -> None:
        self.open_when_shown(ledger.id)
        self.opened.emit(ledger.id)


class LedgerRow(PartRow):
    """One ledger."""

    type_key = "ledger"
    part: LedgerView

    def __init__(self, context: Context, part: LedgerView, projects: Sequence[Option]) -> None:
        """Offer these projects."""
        super().__init__(context, part)
        self._projects = projects

    def record_id(self) -> UUID:
        """Return the ledger's id."""
        return self.part.ledger.id

    def words(self) -> None:
        """Say whose it is, how often something is due, from when on."""
        t, ledger = self.kit.t, self.part.ledger
        cadence = t(choice_label(ledger.cadence))
        words = [cadence, ledger.currency]
        if ledger.starts_on is not None:
            words.append(t("from {day}", day=self.kit.formats.date(ledger.starts_on)))
        self.say(self.part.project or ledger.name, " · ".join(words))

    def build(self) -> QWidget:
        """Return the fields, and the lines of its own."""
        project = [Option(None, "–"), *self._projects]
        savers = {"currency": _change_currency}
        self.form = RecordForm(self.context, "ledger", _FIELDS, options={"project_id": project}, savers=savers)
        self.lines = OwnLinesCard(self.context, self.part.ledger.id)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.lines)
        return holder

    def fill(self) -> None:
        """Show the ledger."""
        self.form.show_record(self.part.ledger)
        self.lines.show_parts(self.part.lines)


def _open(command: OpenLedger, desk: "Desk") -> "OpResult[Ledger]":
    from clusterdesk.services.figures import open_ledger

    return open_ledger(desk.store, command)


def _change_currency(desk: "Desk", ledger_id: UUID, currency: str) -> "OpResult[Record]":
    from clusterdesk.services.ledger_periods import change_currency

    return change_currency(desk.store, ledger_id, currency)
