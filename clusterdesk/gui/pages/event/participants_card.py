"""Who takes part: invited, registered, present; added by name, by organisation, by a list."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.commands.programme import AddParticipant, MarkPresence
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.records.programme import EventParticipation
from clusterdesk.domain.views.programme import EventPage, ParticipantLine
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.event.participant_row import ParticipantRow
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog
from clusterdesk.gui.pages.programme import jobs
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.label import Label


class ParticipantsCard(PartsCard):
    """The participants of an event."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("Nobody yet. Type a name, or choose an organisation with the building.")
        super().__init__(context, t("Participants"), empty, add=t("Add a participant"), hint=t("First and last name"))
        self._page: EventPage | None = None
        kit = self.kit
        self.company = IconButton(kit, "building-2", t("Add an organisation"))
        self.company.clicked.connect(self._choose)
        self.header.add(self.company)
        self.everybody = Button(kit, t("All registered came"), "link", icon="check")
        self.everybody.clicked.connect(self._all_came)
        self.tools = Row(self.everybody)
        self.tools.line.setContentsMargins(8, 2, 8, 4)
        self.counts = Label("", "small", wrap=True)
        self.counts.setContentsMargins(8, 0, 8, 2)
        self.body.insertWidget(1, self.tools)
        self.body.insertWidget(2, self.counts)

    def make_row(self, part: ParticipantLine) -> ParticipantRow:
        """Return the row of a participant."""
        row = ParticipantRow(self.context, part)
        row.marked.connect(self._mark)
        row.stepped.connect(self._step)
        return row

    def show_page(self, page: EventPage) -> None:
        """Show who takes part."""
        self._page = page
        t, number = self.kit.t, self.kit.formats.number
        registered = page.row.registered
        places = page.row.record.capacity
        note = number(registered) if registered else ""
        if places:
            note = t("{registered} of {places} places", registered=number(registered), places=number(places))
        self.show_parts(page.participants, note or " ")
        self.counts.setText(self._counted(page))
        self.counts.setVisible(bool(page.participants))
        waiting = self._waiting(page)
        past = page.row.record.on <= self.kit.clock.today()
        self.tools.setVisible(bool(waiting) and past)

    @Slot(str)
    def add_text(self, text: str) -> None:
        """Register somebody by name."""
        if self._page is not None:
            self._add(AddParticipant(event_id=self._page.row.record.id, name=text))

    @Slot()
    def _choose(self) -> None:
        t = self.kit.t
        dialog = OrganisationDialog(self.context, t("Which organisation takes part?"), t("Register it"), self.window())
        dialog.chosen.connect(self.take)
        dialog.open()

    @Slot(object)
    def take(self, organisation_id: UUID) -> None:
        """Register an organisation."""
        if self._page is not None:
            self._add(AddParticipant(event_id=self._page.row.record.id, organisation_id=organisation_id))

    def _add(self, command: AddParticipant) -> None:
        self.context.write(partial(jobs.add_participant, command), self._added, toast=self.kit.t("Registered."))

    def _added(self, record: EventParticipation) -> None:
        self.open_when_shown(record.id)

    @Slot(object, object)
    def _mark(self, participation_id: UUID, presence: Presence) -> None:
        self._write((participation_id,), presence)

    @Slot()
    def _all_came(self) -> None:
        if self._page is not None:
            self._write(self._waiting(self._page), Presence.PRESENT)

    def _write(self, ids: tuple[UUID, ...], presence: Presence) -> None:
        if self._page is not None:
            command = MarkPresence(event_id=self._page.row.record.id, participation_ids=ids, presence=presence)
            toast = self.kit.t("Attendance noted.") if len(ids) > 1 else ""
            self.context.write(partial(jobs.mark_presence, command), toast=toast, owner=self)

    @Slot(int)
    def _step(self, by: int) -> None:
        rows = [row for row in self.rows.values() if isinstance(row, ParticipantRow)]
        order = {key: place for place, key in enumerate(self._order())}
        rows.sort(key=lambda row: order.get(row.record_id(), 0))
        here = next((place for place, row in enumerate(rows) if row is self.sender()), None)
        if here is not None and 0 <= here + by < len(rows):
            rows[here + by].focus_marks()

    def _order(self) -> list[UUID]:
        return [one.record.id for one in self._page.participants] if self._page is not None else []

    def _waiting(self, page: EventPage) -> tuple[UUID, ...]:
        """Return who is registered, did not cancel, and of whom nobody said whether she came."""
        return tuple(
            one.record.id
            for one in page.participants
            if one.record.registered_on is not None
            and one.record.cancelled_on is None
            and one.record.presence is Presence.UNKNOWN
        )

    def _counted(self, page: EventPage) -> str:
        t, found = self.kit.t, page.presences
        invited = page.row.invited
        parts = [
            t.n("{n} invited", "{n} invited", n=invited) if invited else "",
            t.n("{n} registered", "{n} registered", n=page.row.registered) if page.row.registered else "",
            t.n("{n} present", "{n} present", n=found[Presence.PRESENT]) if found[Presence.PRESENT] else "",
            t.n("{n} excused", "{n} excused", n=found[Presence.EXCUSED]) if found[Presence.EXCUSED] else "",
            t.n("{n} absent", "{n} absent", n=found[Presence.ABSENT]) if found[Presence.ABSENT] else "",
        ]
        keys = t("Keys on a row: P present, E excused, A absent.")
        return " · ".join(one for one in (*parts, keys) if one)
