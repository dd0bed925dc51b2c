"""What the year owes its members: of each kind of event how many, by when; taken over from another year in one step."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.programme.counting import DECEMBER
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.programme import Commitment
from clusterdesk.domain.views.programme import KindYear, ProgrammeYear
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.programme import words
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.choice import Option
from clusterdesk.i18n.locale_facts import month_name

_ROWS = (("event_kind_id",), ("planned", "due_month"), ("year",), ("remark",))


class CommitmentsCard(PartsCard):
    """The commitments of a year.

    Signals:
        carry_asked: give the year commitments: those of a year, or of a usual one (None).
    """

    carry_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("Nothing is promised for this year yet: take over what another year owed, or what a usual year owes.")
        super().__init__(context, t("Commitments"), empty, add=t("Add a commitment"))
        self._year: ProgrammeYear | None = None
        self.before = Button(self.kit, "", icon="copy")
        self.usual = Button(self.kit, t("As in a usual year"), icon="list-checks")
        self.before.clicked.connect(self._ask_before)
        self.usual.clicked.connect(self._ask_usual)
        self.offers = Row(self.before, self.usual)
        self.offers.line.setContentsMargins(8, 0, 8, 6)
        self.add(self.offers)

    def make_row(self, part: KindYear) -> PartRow:
        """Return the row of a commitment."""
        return CommitmentRow(self.context, part, self)

    def key_of(self, part: KindYear) -> UUID:
        """Return the id of the commitment."""
        assert part.commitment is not None
        return part.commitment.id

    def show_year(self, year: ProgrammeYear) -> None:
        """Show what a year owes."""
        if self._year is not None and self._year.year != year.year:
            self.forget()
        self._year = year
        self.show_parts([one for one in year.kinds if one.commitment is not None])
        self.offers.setVisible(not year.has_commitments)
        self.before.setVisible(year.before is not None)
        if year.before is not None:
            self.before.set_text(self.kit.t("As in {year}", year=year.before))

    def kinds(self) -> list[Option]:
        """Return the kinds a commitment may be about."""
        return words.kind_options(self.kit, self._year.all_kinds if self._year is not None else ())[1:]

    @Slot()
    def begin_adding(self) -> None:
        """Offer the kinds the year owes nothing of."""
        year = self._year
        if year is None:
            return
        present = {one.commitment.event_kind_id for one in year.kinds if one.commitment is not None}
        menu = QMenu(self)
        for kind in year.all_kinds:
            if kind.active and kind.id not in present:
                action = menu.addAction(words.kind_name(self.kit, kind).replace("&", "&&"))
                made = Commitment(year=year.year, event_kind_id=kind.id, planned=1, due_month=kind.month)
                action.triggered.connect(partial(self._add, made))
        if menu.isEmpty():
            menu.addAction(self.kit.t("Every kind of event has its commitment.")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        anchor = self.header
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomRight()))

    def _add(self, made: Commitment, *_checked: object) -> None:
        self.context.write(partial(jobs.add, AddRecord(record=made)), self._added)

    def _added(self, record: Record) -> None:
        self.open_when_shown(record.id)

    @Slot()
    def _ask_before(self) -> None:
        if self._year is not None:
            self.carry_asked.emit(self._year.before)

    @Slot()
    def _ask_usual(self) -> None:
        self.carry_asked.emit(None)


class CommitmentRow(PartRow):
    """One commitment."""

    type_key = "commitment"
    part: KindYear

    def __init__(self, context: Context, part: KindYear, card: CommitmentsCard) -> None:
        """Show a commitment, closed."""
        super().__init__(context, part)
        self._card = card

    def record_id(self) -> UUID:
        """Return the id of the commitment."""
        assert self.part.commitment is not None
        return self.part.commitment.id

    def words(self) -> None:
        """Say the kind, what of it is held and planned, and where it stands."""
        kit, part = self.kit, self.part
        facts = [words.counted_words(kit, part.counted)]
        due = part.commitment.due_month if part.commitment is not None else None
        if due is not None and due != DECEMBER:
            facts.append(kit.t("by the end of {month}", month=month_name(kit.t.language, due)))
        chip = (words.standing_words(kit, part.counted), words.STANDING_TONES[part.counted.standing])
        self.say(words.kind_name(kit, part.kind), " · ".join(facts), chip)

    def build(self) -> QWidget:
        """Return the fields."""
        months = [
            Option(None, "–"),
            *(Option(one, month_name(self.kit.t.language, one)) for one in range(1, DECEMBER + 1)),
        ]
        options = {"event_kind_id": self._card.kinds(), "due_month": months}
        self.form = RecordForm(self.context, self.type_key, _ROWS, options, required=("planned", "year"))
        return self.form

    def fill(self) -> None:
        """Show the commitment."""
        self.form.offer("event_kind_id", self._card.kinds())
        if self.part.commitment is not None:
            self.form.show_record(self.part.commitment)
