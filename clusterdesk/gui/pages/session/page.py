"""The page of a session: notes by question, decisions, promises, the next step; safe within a second."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.sessions import Participant
from clusterdesk.domain.records.sessions import NoteKind, Session, SessionState
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import report_of, sheet_of
from clusterdesk.gui.dialogs.history import open_history
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.pages.session import loading
from clusterdesk.gui.pages.session.columns import NotesColumn, SideColumn
from clusterdesk.gui.pages.session.header import Header
from clusterdesk.gui.pages.visit.request import VisitRequest
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shortcuts import Scope, Shortcut, listen
from clusterdesk.gui.widgets.file_drop import FileDrop
from clusterdesk.gui.widgets.side_by_side import SideBySide

_GROUP = N_("Session")
FINISH = Shortcut("session-finish", N_("Finish the session"), ("Ctrl+Return",), _GROUP, Scope.PAGE, routes.SESSION)
PROMISE = Shortcut("session-promise", N_("Add a promise"), ("Ctrl+Shift+A",), _GROUP, Scope.PAGE, routes.SESSION)
_SHOWN = (
    "session session_note session_attendee action headcount headcount_part contract_type document contact contact_role"
    " coaching_file coaching_file_track"
    " organisation establishment project profile question track exchange"
)


class SessionPage(Page):
    """Shows the session whose id is the page's argument."""

    shows = tuple(_SHOWN.split())

    def build(self) -> None:
        """Make head, notes and cards."""
        self._data: loading.SessionData | None = None
        self.header = Header(self.kit)
        self.header.offer(preview=self.context.shell.knows(routes.PREVIEW))
        self.notes = NotesColumn(self.context)
        self.side = SideColumn(self.context)
        self.body.setSpacing(12)
        self.body.addWidget(self.header)
        name = self.kit.t("About the session")
        self.body.addWidget(SideBySide(self.kit, self.notes, self.side, name, main_scrolls=True), 1)
        self.drop = FileDrop(self, self.kit.t("Drop to attach to this session"), self.side.documents.attach)
        self._connect()

    def refresh(self, changes: object) -> None:
        """Read the session."""
        if isinstance(self.argument, UUID):
            self.context.desk.submit(partial(loading.read_page, self.argument), self._show, latest="session")

    def argument_changed(self) -> None:
        """Forget what was said about the session before."""
        self.header.forget_saved()

    def leave(self) -> None:
        """Commit what is typed, also into lines that wait for Enter."""
        super().leave()
        self.side.promises.entry.enter()

    def visit_asked(self) -> VisitRequest | None:
        """Go on with this session on the whole screen, unless it lies in the bin."""
        session = self._session
        return VisitRequest(session_id=session.id) if session is not None and not session.deleted else None

    def shortcuts(self) -> Iterable[Shortcut]:
        """Finish with Ctrl+Enter, promise with Ctrl+Shift+A."""
        return (FINISH, PROMISE)

    def _connect(self) -> None:
        head, notes, side = self.header, self.notes, self.side
        head.organisation_asked.connect(self._go_to_organisation)
        head.finish_asked.connect(self.finish)
        head.sheet_asked.connect(self._show_sheet)
        head.report_asked.connect(self._show_report)
        head.history_asked.connect(self._show_history)
        head.cancel_asked.connect(self._call_off)
        head.bin_asked.connect(self._bin)
        head.unbin_asked.connect(self._put_back)
        for card in (notes.notes, notes.decisions):
            card.kept.connect(self._mark_saved)
            card.finished.connect(self.finish)
            card.promised.connect(side.promises.take)
            card.counted.connect(side.headcounts.catch)
        notes.notes.start_asked.connect(self._open_notes)
        notes.decisions.added.connect(self._decide)
        side.facts.template_chosen.connect(self._choose_template)
        side.attendees.changed.connect(self._set_attendees)
        for shortcut, slot in ((FINISH, self.finish), (PROMISE, self._promise)):
            listen(self, shortcut, self.kit.t(shortcut.label), slot)

    def _show(self, data: loading.SessionData) -> None:
        self._data = data
        deleted = data.page.session.deleted
        self.header.notice.show_state(deleted=deleted, frozen=(self.notes, self.side))
        self.setAcceptDrops(not deleted)
        self.header.show_page(data.page)
        self.notes.show_page(data.page)
        self.side.show_data(data)
        self.titled.emit(data.page.organisation.organisation.name)

    @property
    def _session(self) -> Session | None:
        return self._data.page.session if self._data is not None else None

    @property
    def _language(self) -> str:
        spoken = self._data.page.organisation.organisation.languages if self._data is not None else ()
        return spoken[0] if spoken and spoken[0] in ("fr", "nl", "en") else self.kit.t.language

    @Slot()
    def finish(self) -> None:
        """Commit everything and close the session."""
        session = self._session
        if session is None or session.deleted or session.state is not SessionState.PLANNED:
            return
        self.leave()
        job = partial(loading.finish, session.id, self.kit.clock.now())
        self.context.write(job, toast=self.kit.t("Finished. The report is ready."), owner=self)

    @Slot()
    def _mark_saved(self) -> None:
        self.header.mark_saved(self.kit.clock.now())

    @Slot()
    def _open_notes(self) -> None:
        if self._session is not None:
            self.context.write(partial(loading.open_notes, self._session.id, self._language))

    @Slot(object)
    def _choose_template(self, template: str) -> None:
        if self._session is not None:
            self.context.write(partial(loading.choose_template, self._session.id, template, self._language))

    @Slot(str)
    def _decide(self, text: str) -> None:
        if self._session is not None:
            self.context.write(partial(loading.add_note, self._session.id, text, NoteKind.DECISION))

    @Slot(object)
    def _set_attendees(self, people: tuple[Participant, ...]) -> None:
        if self._session is not None:
            self.context.write(partial(loading.set_attendees, self._session.id, people))

    @Slot()
    def _promise(self) -> None:
        if self.side.isEnabled():
            self.side.promises.begin_adding()

    @Slot()
    def _go_to_organisation(self) -> None:
        if self._data is not None:
            self.context.shell.go(routes.organisation(self._data.page.organisation.organisation.id))

    @Slot()
    def _show_sheet(self) -> None:
        if self._session is not None:
            self.context.shell.go(routes.preview(sheet_of(self._session.id)))

    @Slot()
    def _show_report(self) -> None:
        if self._session is not None:
            self.leave()
            self.context.shell.go(routes.preview(report_of(self._session.id)))

    @Slot()
    def _show_history(self) -> None:
        if self._session is not None:
            open_history(self.context, self, "session", self._session.id, self.header.title.text())

    @Slot()
    def _call_off(self) -> None:
        if self._session is not None:
            self.context.write(partial(loading.call_off, self._session.id), toast=self.kit.t("Called off."))

    @Slot()
    def _bin(self) -> None:
        if self._session is not None:
            toast = self.kit.t("To the bin: {what}", what=self.header.title.text())
            self.context.write(partial(jobs.remove, "session", self._session.id), self._gone, toast=toast)

    @Slot()
    def _put_back(self) -> None:
        if self._session is not None:
            toast = self.kit.t("Out of the bin: {what}", what=self.header.title.text())
            self.context.write(partial(jobs.put_back, "session", self._session.id), toast=toast)

    def _gone(self, _session: object) -> None:
        self._go_to_organisation()
