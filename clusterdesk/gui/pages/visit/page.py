"""Visit mode: the whole window for the talk; nothing to save, a look at what was caught, then the report."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, QRect, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from clusterdesk.domain.records.sessions import Session
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import report_of
from clusterdesk.gui.pages.session import loading
from clusterdesk.gui.pages.visit import jobs, keys
from clusterdesk.gui.pages.visit.header import VisitHeader
from clusterdesk.gui.pages.visit.opening import open_notes
from clusterdesk.gui.pages.visit.request import VisitRequest
from clusterdesk.gui.pages.visit.review import ReviewPane
from clusterdesk.gui.pages.visit.writing import WritingPane
from clusterdesk.gui.shell.page import Page
from clusterdesk.gui.shell.trail import Route
from clusterdesk.gui.shortcuts import Shortcut, listen
from clusterdesk.gui.widgets.file_drop import FileDrop

_SHOWN = (
    "session session_note session_attendee action headcount headcount_part contract_type document contact contact_role"
    " coaching_file coaching_file_track"
    " organisation import_note profile question track ledger ledger_line monthly_figures figure headcount"
    " difficulty difficulty_quote referral exchange"
)


class VisitPage(Page):
    """Shows the session whose id is the page's argument: first the writing, then the review."""

    shows = tuple(_SHOWN.split())

    def build(self) -> None:
        """Make head, writing and review."""
        self._data: loading.SessionData | None = None
        self._session_id: UUID | None = None
        self.header = VisitHeader(self.context)
        self.writing = WritingPane(self.context)
        self.review = ReviewPane(self.context)
        self.panes = QStackedWidget()
        self.panes.addWidget(self.writing)
        self.panes.addWidget(self.review)
        self.body.addWidget(self.header)
        self.body.addWidget(self.panes, 1)
        self.drop = FileDrop(self, self.kit.t("Drop to attach to this session"), self.writing.quick.attach)
        self._connect()

    def refresh(self, changes: object) -> None:
        """Open the notes, which changes nothing where they are open; later only read them again."""
        if self._session_id is not None:
            self._read(self._session_id)
        elif isinstance(self.argument, UUID):
            job = partial(open_notes, VisitRequest(session_id=self.argument), self.kit.t.language)
            self.context.write(job, self._opened, self._not_opened, owner=self)

    def argument_changed(self) -> None:
        """Another visit: begin with its notes."""
        self._session_id, self._data = None, None
        self.header.forget()
        self.panes.setCurrentWidget(self.writing)
        self.header.timer.start(self.kit.clock.now())

    def leave(self) -> None:
        """Commit what is typed, also into lines that wait for Enter."""
        super().leave()
        self.writing.quick.enter()
        self.writing.measures.enter()
        self.review.enter()

    def take_focus(self) -> None:
        """Give it to the field to write into: now where its notes are shown already, else as soon as they are."""
        self.setFocus()
        if self._data is not None:
            self._take_up()

    def message_room(self) -> QRect:
        """Let messages stand over the title: at every edge there is a button or a field to write into."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        room = self.header.message_room()
        return room.translated(self.header.mapTo(self, QPoint()))

    def shortcuts(self) -> Iterable[Shortcut]:
        """Return the keys of visit mode."""
        return keys.ALL

    def visit_asked(self) -> VisitRequest | None:
        """Stay here."""
        return None

    @property
    def reviewing(self) -> bool:
        """Whether the review is in front."""
        return self.panes.currentWidget() is self.review

    def _connect(self) -> None:
        head, writing, review = self.header, self.writing, self.review
        head.left.connect(self.close_mode)
        head.finish_asked.connect(self.finish)
        writing.kept.connect(self._mark_saved)
        writing.finish_asked.connect(self.finish)
        writing.counted.connect(review.headcounts.catch)
        review.back_asked.connect(self._back_to_notes)
        review.confirmed.connect(self.confirm)
        review.step.day_chosen.connect(self._agree_on)
        review.back.say_keys(keys.LEAVE)
        review.confirm.say_keys(keys.FINISH)
        slots: dict[Shortcut, Callable[[], None]] = {
            keys.FINISH: self.finish,
            keys.LEAVE: self._escape,
            keys.PROMISE: writing.quick.begin_promise,
            keys.DECISION: writing.quick.begin_decision,
            keys.FIGURES: writing.measures.begin,
            keys.CLOSE_FIGURES: writing.measures.close_period,
            keys.NEXT: writing.go_on,
            **dict.fromkeys(keys.QUESTIONS, self._jump),
        }
        for shortcut, slot in slots.items():
            action = listen(self, shortcut, self.kit.t(shortcut.label), slot)
            if shortcut in keys.QUESTIONS:
                action.setData(keys.QUESTIONS.index(shortcut) + 1)

    @Slot()
    def finish(self) -> None:
        """Commit everything and look at it; from the review: confirm."""
        if self.reviewing:
            self.confirm()
        elif self._session_id is not None:
            self.leave()
            self.panes.setCurrentWidget(self.review)
            self.header.finish.hide()
            self.review.confirm.setFocus()

    @Slot()
    def confirm(self) -> None:
        """Close the session and go to its report."""
        if self._session_id is not None:
            self.leave()
            job = partial(jobs.confirm, self._session_id, self.kit.clock.now())
            toast = self.kit.t("Finished. The report is ready.")
            self.context.write(job, self._confirmed, toast=toast, owner=self)

    @Slot()
    def close_mode(self) -> None:
        """Go back to the window: the session's page, with all that was written."""
        if self._session_id is not None:
            self.context.shell.go(routes.session(self._session_id))
        else:
            self.context.shell.go(Route(routes.TODAY))

    def _read(self, session_id: UUID) -> None:
        self.context.desk.submit(partial(loading.read_page, session_id), self._show, latest="visit", owner=self)

    def _opened(self, session_id: UUID) -> None:
        self._session_id = session_id
        self._read(session_id)

    def _not_opened(self, error: BaseException) -> None:
        self.context.shell.go(Route(routes.TODAY))
        self.context.shell.show_error(error)

    def _show(self, data: loading.SessionData) -> None:
        if data.page.session.deleted:  # by a step taken back, another window or the command line
            self._gone(data)
            return
        self._data = data
        self.header.show_page(data.page)
        self.header.finish.setVisible(not self.reviewing)
        self.writing.show_page(data.page)
        self.review.show_data(data)
        self.titled.emit(data.page.organisation.organisation.name)

    def _gone(self, data: loading.SessionData) -> None:
        self._data = self._session_id = None
        if self.isVisible():
            self.context.shell.go(routes.session(data.page.session.id))
            self.context.shell.toast(self.kit.t("This session is in the bin now. What was written is there with it."))

    def _confirmed(self, session: Session) -> None:
        self.header.timer.stop()
        self.context.shell.go(routes.preview(report_of(session.id)))

    @Slot()
    def _escape(self) -> None:
        if self.writing.quick.give_up():
            return
        if self.reviewing:
            self._back_to_notes()
        else:
            self.close_mode()

    @Slot()
    def _back_to_notes(self) -> None:
        self.review.enter()
        self.panes.setCurrentWidget(self.writing)
        self.header.finish.show()
        self.writing.take_cursor()

    def _take_up(self) -> None:
        if self.reviewing:
            self.review.confirm.setFocus()
        else:
            self.writing.take_cursor()

    @Slot()
    def _jump(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and not self.reviewing:
            self.writing.jump(int(action.data()))

    @Slot()
    def _mark_saved(self) -> None:
        self.header.mark_saved(self.kit.clock.now())

    @Slot(object)
    def _agree_on(self, day: date) -> None:
        if self._session_id is not None:
            self.context.write(partial(jobs.agree_on, self._session_id, day))
