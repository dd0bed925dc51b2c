"""A promise on Today: kept with a click, dragged to another day or put off from its clock."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from clusterdesk.domain.session_kinds import OwnerKind
from clusterdesk.domain.views.today import Promise
from clusterdesk.gui import routes
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import IconButton
from clusterdesk.gui.widgets.dragging import PROMISE, DragStart
from clusterdesk.gui.widgets.ink import ink
from clusterdesk.gui.widgets.label import plain_tooltip
from clusterdesk.gui.widgets.words_row import Word, WordLink, WordsRow

if TYPE_CHECKING:
    from clusterdesk.gui.pages.today.promise_days import DayChoice

_GAP = 8


class PromiseRow(WordsRow):
    """One promise: check box, words, whom it concerns, when it is due.

    Signals:
        kept, put_off, went: as those of the card.
        dragged: it is being dragged (the row).
        let_go: it is not dragged any more.
    """

    kept = Signal(object)
    put_off = Signal(object, object)
    dragged = Signal(QWidget)
    let_go = Signal()
    went = Signal(object)

    def __init__(self, kit: Kit, promise: Promise, today: date, parent: QWidget | None = None) -> None:
        """Show a promise as of today."""
        super().__init__(kit, parent)
        self._promise, self._today = promise, today
        self.box = QCheckBox(self)
        self.box.setAccessibleName(kit.t("Kept: {promise}", promise=promise.text))
        self.box.setToolTip(plain_tooltip(kit.t("Mark as kept")))
        self.box.clicked.connect(self._keep)
        self._later = IconButton(kit, "clock", kit.t("Put off: {promise}", promise=promise.text), parent=self)
        self._later.clicked.connect(self._ask_day)
        self._text, self._chip = Word(promise.text), self._due()
        self._whom = self._second_line()
        self.words = [self._text, *(part for part in self._whom if isinstance(part, Word)), self._chip]
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.tell()

    @cached_property
    def drag(self) -> DragStart:
        """What drags it, from the first press on."""
        drag = DragStart(self, PROMISE, self._promise.action_id.bytes)
        drag.began.connect(self._begin)
        drag.ended.connect(self.let_go)
        return drag

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Be ready to be dragged."""
        self.drag.press(event)
        super().mousePressEvent(event)

    @property
    def promise_id(self) -> UUID:
        """The id of the promise."""
        return self._promise.action_id

    def later_days(self) -> tuple["DayChoice", ...]:
        """The days it can be put to, in words."""
        from clusterdesk.gui.pages.today.promise_days import day_choices

        return day_choices(self.kit, self._today)

    def height_needed(self) -> int:
        """Return two lines, with what is around them."""
        return ink(self.kit, "body").metrics.height() + self._small_line() + 4

    def arrange(self, width: int) -> None:
        """Put the box before both lines, the day and its clock after them; the words give way."""
        height, first, box = self.height(), ink(self.kit, "body").metrics.height(), self.box.sizeHint()
        self.box.setGeometry(0, 2, box.width(), box.height())
        clock = self._later.sizeHint()
        self._later.setGeometry(width - clock.width(), (height - clock.height()) // 2, clock.width(), clock.height())
        free = self.put_right(width - clock.width() - _GAP, 0, height, self._chip, gap=_GAP)
        left = box.width() + _GAP
        self.put_left(left, free - left, 2, first, self._text)
        kept = sum(part.size(self.kit).width() for part in self._whom[1:] if isinstance(part, Word))
        for part in self._whom:
            room = free - left - (0 if part is self._whom[-1] else kept)
            left = self.put_left(left, room, 2 + first, self._small_line(), part)

    def _small_line(self) -> int:
        return ink(self.kit, "small").metrics.height() + 2

    def _second_line(self) -> list[Word | WordLink]:
        """Return who owes it, the organisation, and how long ago it was promised."""
        kit, promise = self.kit, self._promise
        line: list[Word | WordLink] = []
        others = promise.owner is OwnerKind.OTHER and promise.owner_name != promise.organisation
        if others and promise.owner_name:
            line.append(Word(kit.t("{name} ·", name=promise.owner_name) + " ", "small"))
        if promise.organisation_id is not None and promise.organisation:
            way = routes.organisation(promise.organisation_id)
            link = WordLink(kit, promise.organisation, way, "quiet", row=self)
            link.went.connect(self.went)
            line.append(link)
        if promise.made_on is not None and promise.made_on < self._today:
            since = kit.formats.relative_days((promise.made_on - self._today).days)
            line.append(
                Word(since, "small", why=kit.t("Promised on {day}", day=kit.formats.long_date(promise.made_on)))
            )
        return line

    def _due(self) -> Word:
        t, formats, due = self.kit.t, self.kit.formats, self._promise.due_on
        if due is None:
            return Word(t("no day"), tone=Tone.NEUTRAL)
        why = t("Due on {day}", day=formats.long_date(due))
        if self._promise.days_late:
            return Word(t.n("{n} day late", "{n} days late", n=self._promise.days_late), tone=Tone.BAD, why=why)
        if due == self._today:
            return Word(t("today"), tone=Tone.WARN, why=why)
        return Word(formats.weekday_date(due), tone=Tone.INFO, why=why)

    @Slot()
    def _begin(self) -> None:
        self.dragged.emit(self)

    @Slot()
    def _keep(self) -> None:
        self.box.setEnabled(False)
        self.kept.emit(self._promise.action_id)

    @Slot()
    def _ask_day(self) -> None:
        menu = QMenu(self)
        for number, choice in enumerate(self.later_days()):
            menu.addAction(choice.words).setData(number)
        menu.triggered.connect(self._choose_day)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._later.mapToGlobal(self._later.rect().bottomLeft()))

    @Slot(object)
    def _choose_day(self, action: object) -> None:
        number = action.data()  # type: ignore[attr-defined]
        self.put_off.emit(self._promise.action_id, self.later_days()[number].day)
