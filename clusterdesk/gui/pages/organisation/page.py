"""The page of an organisation: what it is, what was promised, what happened; edited in place."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.views.organisation_page import NextStep, StepKind
from clusterdesk.domain.views.timeline import TimelineEntry, TimelineKind
from clusterdesk.gui import routes
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.pages.organisation import keys
from clusterdesk.gui.pages.organisation.header import Header
from clusterdesk.gui.pages.organisation.loading import PageData, plan_visit, read_page
from clusterdesk.gui.pages.organisation.main_column import MainColumn
from clusterdesk.gui.pages.organisation.opening import open_entry, show_history
from clusterdesk.gui.pages.organisation.side_cards import SideCards
from clusterdesk.gui.pages.organisation.tabs import OrganisationTabs, tab_keys
from clusterdesk.gui.pages.visit.request import VisitRequest
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.widgets.side_by_side import SideBySide

_SHOWN = (
    "organisation organisation_status address establishment membership organisation_activity tag record_tag"
    " organisation_value_chain organisation_circular_model import_note contact contact_role contact_point consent"
    " project project_partner project_value_chain coaching_file coaching_file_track coaching_file_manager"
    " one_off_advice session session_note quick_note action result_event document evidence profile track value_chain"
    " circular_model headcount mrl_assessment capacity_sheet milestone diagnostic funding_application scenario ledger"
    " referral monthly_figures figure annual_accounts difficulty difficulty_organisation"
)


class OrganisationPage(Page):
    """Shows the organisation whose id is the page's argument."""

    shows = tuple(_SHOWN.split())

    def build(self) -> None:
        """Make head, main column and cards."""
        self._data: PageData | None = None
        self._kept: UUID | None = None  # a promise of the Fil that was opened: shown although it was kept
        self.header = Header(self.context)
        self.header.offer(sheet=self.context.shell.knows(routes.PREVIEW), merge=self.context.shell.knows(routes.MERGE))
        self.main = MainColumn(self.context)
        self.side = SideCards(self.context)
        self.body.setSpacing(12)
        self.tabs = OrganisationTabs(self.context, routes.ORGANISATION, self)
        self.body.addWidget(self.header)
        self.body.addWidget(self.tabs)
        self.body.addWidget(SideBySide(self.kit, self.main, self.side, self.kit.t("Cards")), 1)
        self.drop = self.side.documents.drop_area(self)
        self._connect()

    def refresh(self, changes: object) -> None:
        """Read the organisation and its Fil."""
        if isinstance(self.argument, UUID):
            self.tabs.show_organisation(self.argument)
            self.context.desk.submit(partial(read_page, self.argument, self._kept), self._show, latest="organisation")

    def argument_changed(self) -> None:
        """Forget what was asked for on the page before."""
        self._kept = None

    def leave(self) -> None:
        """Commit what is typed, also into lines that wait for Enter."""
        super().leave()
        self.side.commit()

    def visit_asked(self) -> VisitRequest | None:
        """Visit this organisation: as planned, else now."""
        known = self._data is not None and self.side.isEnabled()
        return VisitRequest(organisation_id=self._data.page.organisation.id) if self._data and known else None

    def shortcuts(self) -> Iterable[keys.Shortcut]:
        """Print with Ctrl+P, note with Ctrl+Shift+N, promise with Ctrl+Shift+A."""
        shown = (keys.SHEET,) if self.context.shell.knows(routes.PREVIEW) else ()
        return (
            *shown,
            keys.NOTE,
            keys.PROMISE,
            keys.FIL,
            keys.PREVIOUS,
            keys.NEXT,
            *tab_keys(self.context, routes.ORGANISATION),
        )

    def _connect(self) -> None:
        head = self.header
        head.plan_asked.connect(self._plan)
        head.write_asked.connect(self.visit)
        head.sheet_asked.connect(self._show_sheet)
        head.history_asked.connect(self._show_history)
        head.previous_asked.connect(self._go_back)
        head.next_asked.connect(self._go_on)
        head.merge_asked.connect(self._merge)
        head.bin_asked.connect(self._bin)
        head.unbin_asked.connect(self._unbin)
        head.step_opened.connect(self._open_step)
        self.main.fil.opened.connect(self._open_entry)
        self.main.fil.first_asked.connect(self._plan)
        head.sheet.say_keys(keys.SHEET)
        head.write.say_keys(keys.VISIT)
        for shortcut, slot in (
            (keys.SHEET, self._show_sheet),
            (keys.NOTE, self._note),
            (keys.PROMISE, self._promise),
            (keys.PREVIOUS, self._go_back),
            (keys.NEXT, self._go_on),
        ):
            if shortcut is not keys.SHEET or self.context.shell.knows(routes.PREVIEW):
                self.addAction(keys.action(self, shortcut, self.kit.t(shortcut.label), slot))

    def _show(self, data: PageData) -> None:
        self._data = data
        deleted = data.page.organisation.deleted
        self.header.notice.show_state(deleted=deleted, frozen=(*self.main.changing, self.side))
        self.setAcceptDrops(not deleted)
        self.header.show_page(data.page)
        self.main.show_data(data)
        self.side.show_data(data)
        self.titled.emit(data.page.organisation.name)

    @Slot()
    def _plan(self) -> None:
        if self._data is not None:
            job = partial(plan_visit, self._data.page, self.kit.clock.today())
            self.context.write(job, self._go_to_session, toast=self.kit.t("Visit planned."))

    def _go_to_session(self, session: Session) -> None:
        self.context.shell.go(routes.session(session.id))

    @Slot()
    def _show_sheet(self) -> None:
        if self._data is not None:
            self.context.shell.go(routes.next_sheet(self._data.page.organisation.id))

    @Slot()
    def _show_history(self) -> None:
        if self._data is not None:
            show_history(self.context, self.side, self._data.page.organisation)

    @Slot()
    def _go_back(self) -> None:
        self._step(-1)

    @Slot()
    def _go_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        other = self.context.walk.step(self._data.page.organisation.id, by) if self._data is not None else None
        if other is not None:
            self.context.shell.go(routes.organisation(other))

    @Slot()
    def _merge(self) -> None:
        if self._data is not None:
            self.context.shell.go(routes.merge(self._data.page.organisation.id))

    @Slot()
    def _bin(self) -> None:
        if self._data is not None:
            organisation = self._data.page.organisation
            toast = self.kit.t("To the bin: {what}", what=organisation.name)
            self.context.write(partial(jobs.remove, "organisation", organisation.id), self._gone, toast=toast)

    def _gone(self, _organisation: object) -> None:
        if self.context.shell.knows(routes.ORGANISATIONS):
            self.context.shell.go(routes.organisations())

    @Slot()
    def _unbin(self) -> None:
        if self._data is not None:
            self.context.write(partial(jobs.put_back, "organisation", self._data.page.organisation.id))

    @Slot(object)
    def _open_step(self, step: NextStep) -> None:
        if step.kind is StepKind.PROMISE:
            self.side.promises.open_when_shown(step.record_id)
        elif step.kind is StepKind.FILE:
            if self._data is not None:
                self.context.shell.go(routes.coaching(self._data.page.organisation.id))
        else:
            self.context.shell.go(routes.session(step.record_id))

    @Slot(object)
    def _open_entry(self, entry: TimelineEntry) -> None:
        if entry.kind is TimelineKind.PROMISE_KEPT:
            self._kept = entry.id
            self.side.promises.open_when_shown(entry.id)
            self.refresh(None)
        elif self._data is not None:
            open_entry(self.context, self.side, entry, self._data.page.organisation.id)

    @Slot()
    def _note(self) -> None:
        self.main.quick.note.edit.setFocus()

    @Slot()
    def _promise(self) -> None:
        if self.side.isEnabled():
            self.side.promises.begin_adding()
