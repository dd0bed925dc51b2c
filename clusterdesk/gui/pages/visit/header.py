"""The head of visit mode: with whom, since when, saved when, and the one button that ends it."""

from datetime import datetime

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.sessions import SessionState
from clusterdesk.domain.views.session_page import SessionPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.visit import keys
from clusterdesk.gui.pages.visit.clock import VisitTimer
from clusterdesk.gui.shortcuts import with_keys
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.label import ElidedLabel, Label

_GAP = 12


class VisitHeader(QWidget):
    """One calm line.

    Signals:
        left: back to the window, everything stays as it is.
        finish_asked: to the review.
    """

    left = Signal()
    finish_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Make an empty head."""
        super().__init__(parent)
        self.kit = context.kit
        t = self.kit.t
        self.leave = IconButton(self.kit, "chevron-left", with_keys(t, t("Back to the window"), keys.LEAVE))
        self.leave.clicked.connect(self.left)
        self.title = ElidedLabel("", "title")
        self.timer = VisitTimer(context)
        self.saved = Label("", "muted")
        self.finish = Button(
            self.kit,
            t("Finish"),
            "visit-primary",
            icon="check",
            hint=with_keys(t, t("Look at what was caught"), keys.FINISH),
        )
        self.finish.clicked.connect(self.finish_asked)
        middle = Qt.AlignmentFlag.AlignVCenter
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.leave, 0, middle)
        row.addWidget(self.title, 1)
        row.addWidget(self.saved, 0, middle)
        row.addWidget(self.timer, 0, middle)
        row.addWidget(self.finish, 0, middle)

    def show_page(self, page: SessionPage) -> None:
        """Name the organisation and the day."""
        t, session = self.kit.t, page.session
        day = self.kit.formats.long_date(session.on).removesuffix(f" {session.on.year}")
        kind = t(choice_label(session.kind)).casefold()
        name = page.organisation.organisation.name
        self.title.setText(t("{organisation} – {kind}, {day}", organisation=name, kind=kind, day=day))
        self.finish.set_text(t("Finish") if session.state is SessionState.PLANNED else t("Look through"))

    def message_room(self) -> QRect:
        """Return the part of the line that has no button: title and mark."""
        left, right = self.title.geometry().left(), self.timer.geometry().left() - _GAP
        return QRect(left, 0, right - left, self.height())

    def mark_saved(self, now: datetime) -> None:
        """Say that all that is typed is safe, with the second."""
        self.saved.setText(self.kit.t("Saved {time}", time=f"{now.astimezone():%H:%M:%S}"))

    def forget(self) -> None:
        """Another session: nothing was saved yet."""
        self.saved.setText("")
