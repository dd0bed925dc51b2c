"""The page of an event: who takes part at the left; what it is, what was said and thought of it at the right."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.domain.commands.programme import TellEvent
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.views.programme import EventPage as Shown
from clusterdesk.gui import routes
from clusterdesk.gui.forms.record_acts import RecordActs
from clusterdesk.gui.pages.event.cards import FactsCard, MinutesCard
from clusterdesk.gui.pages.event.header import Header
from clusterdesk.gui.pages.event.opinions_card import OpinionsCard
from clusterdesk.gui.pages.event.participants_card import ParticipantsCard
from clusterdesk.gui.pages.event.tools import EventTools
from clusterdesk.gui.pages.programme import jobs
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import Shortcut
from clusterdesk.gui.widgets.page_scroll import lay_out_cards
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = "programme_event event_participation satisfaction event_kind theme organisation contact profile"


class EventPage(Page):
    """Shows the event whose id is the page's argument."""

    shows = tuple(_SHOWN.split())

    def is_private(self) -> bool:
        """Be covered while somebody else looks on: many organisations take part."""
        return True

    def build(self) -> None:
        """Make head and cards."""
        context = self.context
        self._data: Shown | None = None
        self._id: UUID | None = None
        self.tools = EventTools(context, self)
        self.header = Header(self.kit, *self.tools.buttons, actions=self.tools.actions)
        self.participants, self.minutes = ParticipantsCard(context), MinutesCard(context)
        self.facts, self.opinions = FactsCard(context), OpinionsCard(context)
        main, side = QWidget(), QWidget()
        lay_out_cards(main, self.participants, self.minutes)
        lay_out_cards(side, self.facts, self.opinions)
        self._frozen = (main, side)
        self.body.setSpacing(12)
        self.body.addWidget(self.header)
        self.columns = SideBySide(self.kit, main, side, self.kit.t("About the event"), main_scrolls=True)
        self.body.addWidget(self.columns, 1)
        self._connect()

    def refresh(self, changes: object) -> None:
        """Read the event."""
        if isinstance(self.argument, UUID):
            job = partial(jobs.read_event, self.argument)
            self.context.desk.submit(job, self._show, latest="event", owner=self)

    def _connect(self) -> None:
        head = self.header
        head.back_asked.connect(self._back)
        head.host_asked.connect(self._to_host)
        head.told.connect(self._tell)
        self.acts = RecordActs(self.context, self, "programme_event", self._back)
        head.history_asked.connect(self.acts.show_history)
        head.bin_asked.connect(self.acts.bin)
        head.unbin_asked.connect(self.acts.put_back)

    def shortcuts(self) -> Iterable[Shortcut]:
        """Printing and inviting."""
        return EventTools.keys

    def _show(self, data: Shown) -> None:
        self._data = data
        self.acts.show_record(data.row.record.id, data.row.record.title)
        record = data.row.record
        if record.id != self._id:
            self._id = record.id
            self.participants.forget()
            self.opinions.forget()
            self.columns.to_top()
        self.header.notice.show_state(deleted=record.deleted, frozen=self._frozen)
        for part in (self.header, self.tools, self.participants, self.minutes, self.facts, self.opinions):
            part.show_page(data)
        self.titled.emit(record.title)

    @Slot()
    def _back(self) -> None:
        year = self._data.row.record.on.year if self._data is not None else None
        self.context.shell.go(routes.programme(None if year == self.kit.clock.today().year else year))

    @Slot()
    def _to_host(self) -> None:
        if self._data is not None and self._data.row.host_id is not None:
            self.context.shell.go(routes.organisation(self._data.row.host_id))

    @Slot(object)
    def _tell(self, state: GatheringState) -> None:
        if self._data is not None:
            record = self._data.row.record
            toast = self.kit.t("Noted: {title}", title=record.title)
            job = partial(jobs.tell_event, TellEvent(event_id=record.id, state=state))
            self.context.write(job, None, self._refused, toast=toast, owner=self)

    def _refused(self, error: BaseException) -> None:
        self.context.shell.show_error(error)
